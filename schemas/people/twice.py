"""Who stands on a crew or cast list twice: the same person in the same job, at the same time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from model.issue import Issue
from model.table import Table
from schemas import issues
from schemas.people import departments, jobs
from schemas.values.words import fold


def listed_twice(table: Table, job: str, taken_over: Collection[int] = ()) -> list[Issue]:
    """An issue for each line that an earlier one says already: same person, same job.

    ``job`` is the field of the position or role. The same person in two jobs is no fault, nor is
    one on two units, in two departments or episodes, or for two spans of dates. Banners alone keep
    no lines apart that are the same in what is said of the deal, nor does a number of its own one
    that says nothing else, nor a department that a line takes from the ones above: ``taken_over``
    are the lines that do.
    """
    apart = ("unit", "episodes")
    fields = ["name", job, *(name for name in apart if name in table.frame)]
    columns = [table.frame[name].tolist() for name in fields]
    seen: dict[tuple[str, ...], list[int]] = {}
    made = []
    for label, *line in zip(table.frame.index.tolist(), *columns, strict=True):
        if not line[0] or not line[1] or "@" in line[0]:
            continue
        key = tuple(fold(str(part or "")) for part in line)
        key = (key[0], jobs.in_full(key[1]), *key[2:]) if job == "position" else key
        earlier = [
            first
            for first in seen.get(key, [])
            if _at_once(table, first, label)
            and _together(table, first, label, stated=not {first, label} & set(taken_over))
            and _is_renumbered(table, first, label)
        ]
        seen.setdefault(key, []).append(label)
        if earlier:
            made.append(_twice(table, earlier[0], label, line[0], line[1]))
    return made


_REACHED = ("phone", "email", "agent")
_PAID = ("rate", "account")
_SPAN = ("start_date", "end_date")
_SAME = 2
"""Of what is said, how much must be filled and the same where two banners stand above two lines."""


def _together(table: Table, first: int, second: int, *, stated: bool) -> bool:
    """Whether two lines are of one department, or what stands above them alone parts them.

    Banners of departments part no lines of one deal, dates and all; those of who is hired by the
    day ("DAILIES") none that are within each other's dates; none but a unit's any whose phone,
    e-mail and rate are one; and no banner, be it a unit's, any that one account pays at one rate.
    """
    if "department" not in table.frame:
        return True
    over = [str(table.frame.at[label, "department"] or "") for label in (first, second)]
    if fold(over[0]) == fold(over[1]):
        return True
    if stated and "department" in table.place.columns:
        return False
    if _are_same(table, (first, second), _PAID) == len(_PAID):
        return _are_same(table, (first, second), _REACHED) > 0
    daily = any(map(departments.is_of_hire, over))
    if not any(map(departments.is_of_a_unit, over)) and (
        _are_same(table, (first, second), (*_REACHED, *_PAID)) > _SAME
    ):
        return True
    if not all(departments.is_of_work(one) or departments.is_of_hire(one) for one in over):
        return False
    said = (*_REACHED, *_PAID, *(() if daily else _SPAN))
    return _are_same(table, (first, second), said) >= _SAME


def _is_renumbered(table: Table, first: int, second: int) -> bool:
    """Whether two lines of a cast list bear one number, or differ in it alone."""
    if "element_id" not in table.frame:
        return True
    one, other = (table.frame.loc[label] for label in (first, second))
    if one["element_id"] == other["element_id"]:
        return True
    said = [name for name in (*_REACHED, *_SPAN, "deal", "notes") if name in table.frame]
    return all(one[name] == other[name] for name in said)


def _are_same(table: Table, lines: tuple[int, int], names: tuple[str, ...]) -> int:
    """How much is filled on both of two lines and the same; 0 where something is not."""
    said = [name for name in names if name in table.frame]
    pairs = [[_bare(name, table.frame.at[label, name]) for label in lines] for name in said]
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    return len(both) if all(one == other for one, other in both) else 0


def _bare(name: str, value: object) -> object:
    """A value as it is compared: a phone's digits, however they are parted."""
    if name != "phone" or not isinstance(value, str):
        return value
    return "".join(filter(str.isdigit, value)) or value


def _at_once(table: Table, first: int, second: int) -> bool:
    """Whether two lines' dates do not keep them apart: they overlap, or neither has any."""
    (start, end), (other_start, other_end) = (
        _span(table, first),
        _span(table, second),
    )
    if start is None or other_start is None:
        return start == other_start
    return (other_end or date.max) >= start and (end or date.max) >= other_start


def _span(table: Table, label: int) -> tuple[date | None, date | None]:
    start, end = (table.frame.at[label, name] for name in ("start_date", "end_date"))
    return (
        start if isinstance(start, date) else None,
        end if isinstance(end, date) else None,
    )


def _twice(table: Table, first: int, label: int, who: str, what: str) -> Issue:
    field = "name" if "name" in table.place.columns else "last_name"
    return issues.make(
        "person-listed-twice",
        f"{who} stands on row {first} already, as {what} too.",
        table.cell(label, field),
        related=(table.cell(first, field),),
        subject=who,
        expected="one line for each person and job",
        suggestion="Delete one of the lines, or say what tells them apart (unit, dates).",
    )
