"""Keys that find a line again on the next run, in a tab that people have sorted and typed in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2s

from model.cell import Cell
from model.issue import Issue


def unique(keys: Iterable[str]) -> Iterator[str]:
    """Number the repeats of a key: "a", "a", "b" -> "a", "a#2", "b"."""
    taken: set[str] = set()
    for key in keys:
        number, candidate = 1, key
        while candidate in taken:
            number += 1
            candidate = f"{key}#{number}"
        taken.add(candidate)
        yield candidate


def issue_key(issue: Issue) -> str:
    """What an issue is, whatever row it stands in by now and however it is worded.

    Made of the rule, whom it is about, the dates and the tabs concerned.
    """
    tabs = [_tab(issue.at), *sorted({_tab(cell) for cell in issue.related})]
    days = ",".join(day.isoformat() for day in sorted(issue.dates))
    return "|".join([issue.code, issue.subject or "", days, *tabs])


def data_issue_key(issue: Issue) -> str:
    """What a data issue is: the above, and what stands in the cell, which its message quotes."""
    quoted = blake2s(issue.message.encode(), digest_size=4).hexdigest()
    return f"{issue_key(issue)}|{quoted}"


def keyed(issues: Sequence[Issue], *, data: bool = False) -> list[tuple[str, Issue]]:
    """Give every issue a key of its own; alike ones are told apart by their order in the sheet."""
    by_place = sorted(issues, key=lambda issue: (issue.at, issue.related, issue.order))
    name = data_issue_key if data else issue_key
    return list(zip(unique(name(issue) for issue in by_place), by_place, strict=True))


def _tab(cell: Cell) -> str:
    return f"{cell.book}/{cell.tab}" if cell.book else cell.tab
