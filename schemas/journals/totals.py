"""A journal's stated totals, held against the postings that they may mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

from model.cell import column_letters
from model.issue import Issue
from model.money import ZERO, cents, spoken
from model.table import Stated
from schemas import issues
from schemas.journals.lines import Lines, Rules
from schemas.journals.statuses import is_void
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import fold

_TOTAL_WORDS = re.compile(
    r"\b(?:grand|sub|account|acct)?[ -]*totals?\b(?: for| of)?|\baccount\b|\bsumme\b|[:#-]"
)

_LOOSE = re.compile(
    r"\b(?:budget|available|remaining|float|advance|cash|allowance|to date|previous|prior|"
    r"carried|brought|due|owing|owed|balance|variance|deposits?|reimburs\w*|incl\w*|plus|with tax|"
    r"disponible|restant|reste|caisse|acompte|disponible|anticipo|caja|restbetrag|verfugbar|"
    r"vorschuss|kasse|inkl|bisher)\b"
)
"""Words of totals that may hold more, or something else, than the postings above them."""

_Sum = dict[str, Decimal]
_Foreign = Mapping[str, Mapping[int, str]]
"""Field -> row -> the other currency that its amount is in."""


@dataclass(frozen=True, slots=True)
class _Cover:
    """Postings that a total may mean: places in the list of records, and their sums."""

    places: Sequence[int]
    sums: _Sum
    void: _Sum
    foreign: _Sum

    def options(self, name: str) -> list[Decimal]:
        """What a total of a field may state: with void orders or without; debit less credit.

        A sheet adds no text such as "USD 60" up.
        """
        whole = self.sums[name]
        options = [whole, whole - self.void.get(name, ZERO), whole - self.foreign.get(name, ZERO)]
        other = {"debit": "credit", "credit": "debit"}.get(name)
        if other in self.sums:
            net = whole - self.sums[other]
            options += [net, -net] if name == "debit" else [net]
        return options

    def distance(self, amounts: _Sum) -> Decimal:
        """How far a total's figures lie from what the postings add up to."""
        return sum(
            (
                min(abs(said - option) for option in self.options(name))
                for name, said in amounts.items()
            ),
            ZERO,
        )


@dataclass(slots=True)
class _Sums:
    """A journal's sums: running ones over its records, and by account or payee when asked for."""

    lines: Lines
    names: Sequence[str]
    payee: str
    foreign: _Foreign
    amounts: dict[str, list[Decimal]] = field(default_factory=dict)
    running: dict[str, list[Decimal]] = field(default_factory=dict)
    running_void: dict[str, list[Decimal]] = field(default_factory=dict)
    running_foreign: dict[str, list[Decimal]] = field(default_factory=dict)
    groups: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        status = self.lines.of("status")
        gone = [is_void(text) for text in status]
        for name in self.names:
            amounts = [one if isinstance(one, Decimal) else ZERO for one in self.lines.of(name)]
            self.amounts[name] = amounts
            self.running[name] = list(accumulate(amounts, initial=ZERO))
            if any(gone):
                void = [one if out else ZERO for one, out in zip(amounts, gone, strict=True)]
                self.running_void[name] = list(accumulate(void, initial=ZERO))
            if other := self.foreign.get(name):
                rows = zip(amounts, self.lines.records, strict=True)
                paid = [one if row in other else ZERO for one, row in rows]
                self.running_foreign[name] = list(accumulate(paid, initial=ZERO))

    def run(self, first: int, end: int) -> _Cover:
        """The records from one place to before another."""
        sums, void, foreign = (
            {name: sums[end] - sums[first] for name, sums in running.items()}
            for running in (self.running, self.running_void, self.running_foreign)
        )
        return _Cover(range(first, end), sums, void, foreign)

    def group(self, name: str, value: str) -> _Cover | None:
        """All the records of one account or payee."""
        if name not in self.groups:
            grouped: dict[str, list[int]] = {}
            for place, said in enumerate(self.lines.of(name)):
                grouped.setdefault(fold(str(said or "")), []).append(place)
            self.groups[name] = grouped
        places = self.groups[name].get(fold(value)) if value else None
        if not places:
            return None
        sums = {
            key: sum((amounts[at] for at in places), ZERO) for key, amounts in self.amounts.items()
        }
        return _Cover(places, sums, {}, {})


def check(
    sheet: Sheet, found: Found, rules: Rules, lines: Lines, foreign: _Foreign
) -> tuple[tuple[Stated, ...], list[Issue]]:
    """The stated totals, and an issue for each that is not the sum of its postings.

    A total may mean the postings since the last one, since the last banner, all above it (below
    it, where there are none above), or those of the account or person that it names. It is held
    against those that it comes closest to. Where amounts in another currency are among them, nobody
    knows how they were added up.
    """
    names = [name for name in (*rules.money, *rules.summed) if name in lines.columns]
    if not lines.totals or not lines.records:
        return (), []
    sums = _Sums(lines, names, rules.payee, foreign)
    stated: list[Stated] = []
    made: list[Issue] = []
    since = 0
    for row in lines.totals:
        amounts = {name: value for name in names if (value := lines.amount(name, row)) is not None}
        covers = _covers(sheet, lines, sums, row, since)
        if not amounts or not covers:
            continue
        cover = min(covers, key=lambda cover: cover.distance(amounts))
        numbers = tuple(lines.records[place] for place in cover.places)
        for name, amount in amounts.items():
            cell = sheet.cell(row, found.header.columns[name])
            stated.append(Stated(cell, name, amount, numbers))
            options = {cents(option) for option in cover.options(name)}
            loose = _is_loose(sheet, row) or _broken(lines, numbers, row, since)
            loose = loose or not foreign.get(name, {}).keys().isdisjoint(numbers)
            if cents(amount) not in options and not loose:
                made.append(_differs(sheet, stated[-1], cover.sums[name], rules))
        since = row
    return tuple(stated), made


def _covers(sheet: Sheet, lines: Lines, sums: _Sums, row: int, since: int) -> list[_Cover]:
    """The postings that a total on a row may mean, the likeliest first."""
    here = bisect_left(lines.records, row)
    named = [text for text in sheet.line(row) if text][:3]
    words = [_TOTAL_WORDS.sub(" ", fold(text)).strip() for text in named]
    groups = [
        cover
        for name in ("account", sums.payee)
        for text in words
        if (cover := sums.group(name, text)) is not None
    ]
    if here == 0:
        whole = [sums.run(0, len(lines.records))] if row < lines.records[0] else []
        return [*whole, *groups]
    banners = list(lines.banners)
    place = bisect_left(banners, row)
    starts = [bisect_left(lines.records, since)]
    starts += [bisect_left(lines.records, banners[place - 1])] if place else []
    runs = [sums.run(first, here) for first in dict.fromkeys([*starts, 0]) if first < here]
    return [*runs, *groups]


def _is_loose(sheet: Sheet, row: int) -> bool:
    """Whether a total's words say that it holds more than the postings above it."""
    return any(_LOOSE.search(fold(text)) for text in sheet.line(row) if text)


def _broken(lines: Lines, covers: Sequence[int], row: int, since: int) -> bool:
    """Whether a row that cannot be read stands among a total's postings, or before the first."""
    first, last = min(covers[0], row), max(covers[-1], row)
    first = since if since < first and not _between(lines.records, since, first) else first
    return any(first < gone < last for gone in lines.told.excluded.get("unreadable", ()))


def _between(records: Sequence[int], first: int, last: int) -> bool:
    """Whether a record stands between two rows."""
    at = bisect_left(records, first)
    return at < len(records) and records[at] < last


def _differs(sheet: Sheet, stated: Stated, summed: Decimal, rules: Rules) -> Issue:
    """The issue of a total that is not the sum of its postings."""
    currency = sheet.production.currency
    said, found, off = (
        f"{amount:f}" if stated.field in rules.summed else spoken(amount, currency)
        for amount in (stated.amount, summed, stated.amount - summed)
    )
    lines = f"{len(stated.covers)} lines add" if len(stated.covers) > 1 else "one line adds"
    return issues.make(
        "stated-total-differs",
        f"The total states {said}; its {lines} up to {found}, a difference of {off}.",
        stated.cell,
        expected=found,
        suggestion=f"Put a sum over column {column_letters(stated.cell.col)} in place of it.",
    )
