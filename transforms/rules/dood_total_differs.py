"""Day-out-of-days total differs.

Why: budgets and deals are made from the totals; where they do not agree with the marks, one of
the two is out of date.

Looked at: the totals that a day-out-of-days states for an element (travel, work, hold, rehearse,
holiday, total, start, finish) against what its marks come to. A blank total states nothing, and a
mark that nobody knows, or an option such as (W), may be anything. Fittings may be in a line's total
or not. What a total counts (every day, or only work) is what most of the tab's totals do, or what
the columns beside it come to. Where most of a column's totals differ, it was not brought up to
date, or counts something else: that is one finding. A stated start or finish that is the first or
last day of work is right: S or F stands elsewhere then, which is told as such.

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Travel | Work | Hold | Total |
    |        | Mon | Tue | Wed |        |      |      |       |
    | 1.ANA  | SW  | H   | WF  |        | *3*  | 1    | 3     |
    | 2.BEN  | TR  | SW  | WF  | 1      | 2    |      | 3     |

Flags:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Work | Hold |
    |        | Mon | Tue | Wed |      |      |
    | 1.ANA  | SW  | W   | WF  | *2*  |      |
    | 2.BEN  | SW  | W   | WF  | 2    |      |
    | 3.CAL  | SW  | WF  |     | 1    |      |
    | 4.DORA | SW  | H   | WF  | 1    | 1    |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Travel | Work | Hold | Total |
    |        | Mon | Tue | Wed |        |      |      |       |
    | 1.ANA  | SW  | H   | WF  |        | 2    | 1    | 3     |
    | 2.BEN  | TR  | SW  | WF  | 1      | 2    |      | 3     |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Work | Hold | Total |
    |        | Mon | Tue | Wed |      |      |       |
    | 1.ANA  | SW  | /   | WF  | 2    |      | 2     |
    | 2.BEN  | SW  | H   | WF  | 2    | 1    | 3     |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Work | Fit | Total |
    |        | Mon | Tue | Wed |      |     |       |
    | 1.ANA  | FT  | SW  | WF  | 2    | 1   | 3     |
    | 2.BEN  | SW  | W   | WF  | 3    |     | 3     |

Passes:
    DOOD:
    | Cast   | 3/2 | 3/3 | 3/4 | Work | Start | Finish |
    |        | Mon | Tue | Wed |      |       |        |
    | 1.ANA  | SW  | WF  | W   | 3    | 3/2   | 3/4    |
    | 2.BEN  |     | SW  | WF  | 2    | 3/3   | 3/4    |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from model.issue import Severity, Topic
from model.table import Dood, unsure
from schemas import totals_as_stated
from transforms import words
from transforms.facts import Facts
from transforms.records import Record, records
from transforms.rule import Finding, rule

_FEW = 3
"""Totals that may differ one by one."""
_COUNTED = ("travel", "work", "hold", "rehearse", "holiday")
_STATED = (*_COUNTED, "total", "start", "finish")


@rule("dood-total-differs", on=("dood",), severity=Severity.WARNING, topic=Topic.DATA)
def dood_total_differs(facts: Facts) -> Iterator[Finding]:
    """One finding for each stated total that the marks do not come to."""
    dood = facts.dood
    if not dood.elements[[f"stated_{name}" for name in _STATED]].notna().any(axis=None):
        return
    counted = dict(records(totals_as_stated(dood)))
    unknown = _unknown(facts)
    columns, worked, fitted = _columns(dood), _worked(dood), _fitted(dood)
    wrong: dict[tuple[int, str], list[Finding]] = {}
    judged: Counter[tuple[int, str]] = Counter()
    for element, stated in records(dood.elements):
        for name in _STATED:
            says, comes = stated[f"stated_{name}"], counted[element][name]
            if name == "total" and says == _beside(stated, columns[stated["place"]]):
                continue
            if name == "total" and fitted.get(element) and says == comes + fitted[element]:
                continue
            if name in worked and says is not None and says == worked[name].get(element):
                continue
            column = (stated["place"], name)
            judged[column] += bool(says or comes)
            if _differs(says, comes, unknown.get(element, frozenset())):
                found = _describe(facts, element, name, stated, counted[element])
                wrong.setdefault(column, []).append(found)
    for column, findings in wrong.items():
        if len(findings) > _FEW and len(findings) * 2 > judged[column]:
            yield _column(column[1], findings, judged[column])
        else:
            yield from findings


def _column(name: str, findings: Sequence[Finding], judged: int) -> Finding:
    """One finding for a column of which most totals differ, at the first of them."""
    return Finding(
        message=f"{len(findings)} of {judged} {name} totals differ from the marks: the column was "
        "not brought up to date, or counts something else",
        at=findings[0].at,
        related=tuple(finding.at for finding in findings[1:]),
        expected="totals of the marks as they stand",
        suggestion="Count the column anew.",
    )


def _columns(dood: Dood) -> dict[object, list[str]]:
    """Place -> the columns of counts that somebody filled there."""
    names = [f"stated_{name}" for name in _COUNTED]
    return {
        place: [name for name in names if lines[name].notna().any()]
        for place, lines in dood.elements.groupby("place")
    }


def _beside(stated: Record, columns: Sequence[str]) -> int | float | None:
    """What a line's own counts come to: its total may be theirs, and a wrong one is told itself.

    ``None`` where the sheet counts one thing alone.
    """
    counts = [stated[name] for name in columns]
    return sum(count for count in counts if count is not None) if len(counts) > 1 else None


def _worked(dood: Dood) -> dict[str, dict[int, date]]:
    """The first and the last day on which each element works, as the start and the finish."""
    marks = dood.frame
    days = marks[marks["work"] & marks["date"].notna()].groupby("element")["date"]
    ends = {"start": days.min(), "finish": days.max()}
    return {name: {int(str(at)): day for at, day in found.items()} for name, found in ends.items()}


def _fitted(dood: Dood) -> dict[int, int]:
    """The days of each element that are a fitting and nothing that is paid."""
    marks = dood.frame
    alone = marks["fitting"] & ~marks[["travel", "work", "hold", "rehearsal", "off"]].any(axis=1)
    return {int(str(at)): int(many) for at, many in marks[alone].groupby("element").size().items()}


def _unknown(facts: Facts) -> dict[int, frozenset[date]]:
    """The days on which an element has a mark that may be anything, which is told by itself."""
    marks = facts.dood.frame
    marks = marks[unsure(marks)]
    return {int(str(label)): frozenset(days) for label, days in marks.groupby("element")["date"]}


def _differs(stated: object, counted: object, unknown: frozenset[date]) -> bool:
    """Whether a stated total is another than the counted one, whatever an unknown mark may be.

    Blank states nothing.
    """
    if stated is None or stated == counted:
        return False
    if isinstance(stated, int | float) and isinstance(counted, int | float):
        return not counted <= stated <= counted + len(unknown)
    return stated not in unknown


def _describe(facts: Facts, element: int, name: str, stated: Record, counted: Record) -> Finding:
    shown = facts.shown(element)
    says, comes = _said(stated[f"stated_{name}"]), _said(counted[name])
    return Finding(
        message=f"{shown}: the sheet says {name} {says}, the marks come to {comes}",
        at=facts.dood.element_cell(element, f"stated_{name}"),
        related=(facts.dood.element_cell(element),),
        subject=shown,
        expected=comes,
        suggestion="Recount the row, or look for a mark that was changed.",
    )


def _said(value: object) -> str:
    """A total as a person writes it."""
    if value is None:
        return "nothing"
    return words.day(value) if isinstance(value, date) else f"{value:g}"
