"""Days of work as a line of text, and back: "W 2026-03-02/2026-03-06 2026-03-09; H 2026-03-07"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

Days = tuple[tuple[date, str], ...]
_DAY = timedelta(days=1)


def days_text(days: Iterable[tuple[date, str]]) -> str:
    """Write days by what they are, those in a row as a run."""
    by_sign: dict[str, list[date]] = {}
    for when, sign in sorted(days):
        by_sign.setdefault(sign, []).append(when)
    return "; ".join(
        " ".join([sign, *(_written(first, last) for first, last in runs(dates))])
        for sign, dates in sorted(by_sign.items())
    )


def read_days(text: str) -> Days:
    """Read what :func:`days_text` wrote.

    Raises:
        ValueError: it wrote no such thing.
    """
    found: list[tuple[date, str]] = []
    for part in text.split("; ") if text else ():
        sign, *spans = part.split(" ")
        if not sign.isalpha() or not spans:
            raise ValueError(f"{part!r} names no days")
        for span in spans:
            found += [(when, sign) for when in _read(span)]
    return tuple(sorted(found))


def runs(dates: Sequence[date]) -> list[tuple[date, date]]:
    """Dates in order as runs of days that follow each other: their first and last."""
    found: list[tuple[date, date]] = []
    for when in dates:
        if found and when - found[-1][1] == _DAY:
            found[-1] = (found[-1][0], when)
        else:
            found.append((when, when))
    return found


def _written(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


_LONGEST = 3660
"""Days that a run may have before it must be a slip of somebody's."""


def _read(span: str) -> Iterator[date]:
    first, _, last = span.partition("/")
    start = date.fromisoformat(first)
    length = (date.fromisoformat(last) - start).days if last else 0
    if not 0 <= length <= _LONGEST:
        raise ValueError(f"{span!r} is no run of days")
    for number in range(length + 1):
        yield start + timedelta(days=number)
