import pytest

from transforms.manual.rule_doc import Case, RuleDocError, parse

DOC = """Somebody sleeps.

    Why: sleepers are not
    awake.

    Looked at: beds.

    Flags:
        Settings: today = 2026-03-02; agreements = one, two

        Beds:
        | Name | Bed |
        | ANA  | *1* |

        Hotels:
        | Name |

    Passes:
        Beds:
        | Name |

    Passes:
        Beds:
        | Bed |
    """


def test_a_docstring_is_taken_apart():
    doc = parse(DOC)
    assert (doc.title, doc.why, doc.looked_at) == (
        "Somebody sleeps",
        "sleepers are not awake.",
        "beds.",
    )
    assert doc.cases == (
        Case(
            flags=True,
            tabs=(("Beds", "| Name | Bed |\n| ANA  | *1* |"), ("Hotels", "| Name |")),
            settings={"today": "2026-03-02", "agreements": "one, two"},
        ),
        Case(flags=False, tabs=(("Beds", "| Name |"),)),
        Case(flags=False, tabs=(("Beds", "| Bed |"),)),
    )


def test_a_missing_section_is_named():
    with pytest.raises(RuleDocError, match="lacks Looked at and Passes"):
        parse("Title.\n\nWhy: because.\n\nFlags:\n    Tab:\n    | 1 |")


def test_a_grid_without_a_tab_is_refused():
    with pytest.raises(RuleDocError, match="title"):
        parse("T.\n\nWhy: a.\n\nLooked at: b.\n\nFlags:\n    | 1 |\n\nPasses:\n    Tab:\n    | 1 |")
