"""Amounts in other currencies than the production's: on lines of their own, with rate and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from model.money import spoken
from model.report import Entry, Line, LineStyle
from model.trail import firsts
from reports import words
from reports.entries import from_cells, place_entry, spacer
from reports.keys import unique
from transforms.costs.lines import Abroad, AccountLine, CostReport

_FIGURES: Mapping[str, str] = {
    "original": "original budget",
    "approved": "approved changes",
    "revised": "revised budget",
    "actual": "actual to date",
    "commitments": "commitments",
    "total_cost": "total cost",
    "etc": "ETC",
    "efc": "EFC",
}
"""The figures that are told; the period's is part of the actual, the variance follows."""


def lines(report: CostReport, currency: str, book: str) -> list[Line]:
    """A line for each amount in another currency, below the totals; nothing where there is none."""
    found = list(_all(report))
    if not found:
        return []
    banner = Line("currencies", {"account": Entry("Other currencies")}, LineStyle.BANNER)
    keys = unique(
        f"currency:{line.account}:{other.figure}:{other.currency}" for line, other in found
    )
    made = [
        _line(key, line, other, currency, book)
        for key, (line, other) in zip(keys, found, strict=True)
    ]
    return [spacer("currencies"), banner, *made]


def unconverted(report: CostReport) -> Iterator[str]:
    """What is in no figure, because the settings have no rate for it."""
    sums: dict[str, Decimal] = {}
    for _, other in _all(report):
        if other.converted is None:
            sums[other.currency] = sums.get(other.currency, Decimal(0)) + other.amount
    if sums:
        told = words.listed([spoken(amount, currency) for currency, amount in sorted(sums.items())])
        yield (
            f"Not converted, and in no figure: {told}. The settings have no rate "
            "([currencies]); see the foot of the page."
        )


def said(other: Abroad, currency: str = "") -> str:
    """An amount with what became of it: "CAD 600 at 0.7312 of Mon 2 Mar 2026 = USD 438.72"."""
    amount = spoken(other.amount, other.currency)
    if other.rate is None or other.converted is None:
        return f"{amount}: no rate in the settings, so it is in no figure"
    rate = f"{other.rate.rate.normalize():f} of {words.day(other.rate.date)}"
    return f"{amount} at {rate} = {spoken(other.converted, currency).strip()}"


def _all(report: CostReport) -> Iterator[tuple[AccountLine, Abroad]]:
    for category in report.categories:
        for line in category.accounts:
            yield from ((line, other) for other in line.abroad if other.figure in _FIGURES)


def _line(key: str, line: AccountLine, other: Abroad, currency: str, book: str) -> Line:
    figure = _FIGURES[other.figure]
    text = f"{figure[:1].upper()}{figure[1:]}: {said(other, currency)}"
    cells = firsts(other.cells)
    return Line(
        key,
        {
            "account": from_cells(line.account or line.description, line.at),
            "description": from_cells(text, *cells),
            "source": place_entry(cells[0], book, more=len(other.cells) - 1),
        },
        LineStyle.NOTE,
    )
