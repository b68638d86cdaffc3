from datetime import date

import pytest

from transforms import words


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2026-03-02"], "Mon 2 March"),
        (["2026-03-02", "2026-03-03", "2026-03-04"], "Mon 2 to Wed 4 March"),
        (["2026-01-31", "2026-02-01"], "Sat 31 January to Sun 1 February"),
        (["2026-03-02", "2026-03-05"], "Mon 2 March and Thu 5 March"),
        (
            ["2026-03-02", "2026-03-04", "2026-03-06", "2026-03-08"],
            "4 days, Mon 2 to Sun 8 March",
        ),
    ],
)
def test_days(dates: list[str], said: str):
    assert words.days([date.fromisoformat(when) for when in dates]) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["ANA"], "ANA"),
        (["ANA", "BEN"], "ANA and BEN"),
        (["ANA", "BEN", "CARL"], "ANA, BEN and CARL"),
        (["ANA", "BEN", "CARL", "DORA", "EVE"], "ANA, BEN, CARL and 2 more"),
    ],
)
def test_names(names: list[str], said: str):
    assert words.listed(names) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (6, "6th"), (11, "11th"), (22, "22nd")]
)
def test_ordinals(number: int, said: str):
    assert words.times(number) == said


def test_counts():
    assert [words.counted(number, "day") for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
