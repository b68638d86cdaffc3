"""Templates resolved against rows that people have moved."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from model.report import Formula, Ref
from sheets.planning.formulas import resolve
from sheets.planning.marks import Kind, Name
from sheets.planning.placement import Placement

ORDER = ("a", "b", "c", "total")


def place(*rows: str) -> Placement:
    """Lines by their keys as they stand from row 1; "." is a person's own row."""
    order: Sequence[Name] = [(Kind.LINE, key) for key in ORDER]
    found = {(Kind.LINE, key): row for row, key in enumerate(rows) if key != "."}
    return Placement(5, found, {"budget": 1, "efc": 2}, order)


def refs(*names: str) -> tuple[Ref, ...]:
    """ "a.efc" and the like."""
    return tuple(Ref(*name.split(".")) for name in names)


SUM = Formula("=SUM({0}:{1})", refs("a.efc", "c.efc"), 0)
LESS = Formula("=SUM({0}:{1})-{2}", refs("a.efc", "b.efc", "c.efc"), 0)


@pytest.mark.parametrize(
    ("formula", "rows", "text"),
    [
        (SUM, "a b c total", "=SUM(C1:C3)"),
        (SUM, "c a b total", "=SUM(C1:C3)"),
        (SUM, "a . b c total", "=(SUM(C1:C1)+SUM(C3:C4))"),
        (SUM, "a total b c", "=(SUM(C1:C1)+SUM(C3:C4))"),
        (Formula("={0}-{1}", refs("b.budget", "b.efc"), 0), "a b c total", "=B2-C2"),
        (
            Formula("=SUM({0}:{1})-{2}", refs("a.efc", "b.efc", "c.efc"), 0),
            "c b a",
            "=SUM(C2:C3)-C1",
        ),
        (Formula("=SUM({0}:{1})", refs("a.budget", "a.efc"), 0), "b a c", "=SUM(B2:C2)"),
        (Formula("=AVERAGE({0}:{1})", refs("a.efc", "c.efc"), 0), "a b c total", "=AVERAGE(C1:C3)"),
        (Formula("=AVERAGE({0}:{1})", refs("a.efc", "c.efc"), 0), "a . b c total", None),
        (Formula("={0}*{1}", refs("c.efc", "a.efc"), 0), "a b c", "=C3*C1"),
    ],
)
def test_resolved(formula: Formula, rows: str, text: str | None) -> None:
    assert resolve(formula, place(*rows.split())) == text


def test_no_comma_is_ever_needed() -> None:
    """What parts arguments differs by locale."""
    text = resolve(SUM, place("a", ".", "b", ".", "c", "total"))

    assert text == "=(SUM(C1:C1)+SUM(C3:C3)+SUM(C5:C5))"


def test_a_ref_to_nowhere_is_a_bug() -> None:
    with pytest.raises(KeyError, match="no line has the key 'gone'"):
        resolve(Formula("={0}", refs("gone.efc"), 0), place("a"))
