"""The hidden tab Topsheet History: what this spreadsheet remembers of earlier runs, and back.

One line a thing and day on which it moved. It lives in the spreadsheet, so that any machine can run
the production; its readers may see it, so it holds nothing that they may not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from model.cell import Cell
from model.grid import Scalar
from model.history import Fact, History, Kind, Money, Record, history_of
from model.money import exact
from model.production import Production, Sign
from model.report import Column, Content, Entry, Line, Report, Style
from reports import words
from reports.audience import Audience
from reports.entries import note, title
from reports.history_text import days_text, read_days
from reports.remembered import remembered
from reports.variance_columns import variance_heading
from transforms.results import Results

NAME = "history"
TITLE = "Topsheet History"
_GONE = "gone"
_BOOKS = " | "
_DAY_ZERO = date(1899, 12, 30)
_MONEY = ("revised", "actual", "commitments", "efc")


def build(results: Results, production: Production, audience: Audience) -> Report:
    """Every record, oldest first."""
    return report_of(remembered(results, production, audience).history, production)


def report_of(history: History, production: Production) -> Report:
    """A history as its tab."""
    return Report(
        name=NAME,
        title=TITLE,
        columns=list(_columns(production.sign)),
        lines=[_line(record, production) for record in history.records],
        preamble=[
            title("on", f"{production.name}: what earlier runs saw"),
            note("what", "on", _about(history)),
        ],
        hidden=True,
    )


def _about(history: History) -> str:
    text = "Topsheet reads this tab to tell what changed; without it, it would begin anew."
    since = history.since
    return f"Kept since {words.day(since)}. {text}" if since else text


def _columns(sign: Sign) -> Iterator[Column]:
    yield Column("on", "Seen On", Style.DATE, width=90)
    yield Column("period", "Period Ends", Style.DATE, width=90)
    yield Column("kind", "Kind", width=95)
    yield Column("key", "Key", Style.CODE, width=130)
    yield Column("name", "Name", width=190)
    yield Column("state", "State", width=60)
    yield Column("revised", "Revised Budget", Style.MONEY_CENTS, width=100)
    yield Column("actual", "Actual to Date", Style.MONEY_CENTS, width=100)
    yield Column("commitments", "Commitments", Style.MONEY_CENTS, width=100)
    yield Column("efc", "EFC", Style.MONEY_CENTS, width=100)
    yield Column("variance", variance_heading(sign), Style.VARIANCE, width=100)
    yield Column("detail", "Days, Position or Section", Style.CODE, width=360)
    yield Column("books", "Spreadsheets", Style.CODE, width=110)


def _line(record: Record, production: Production) -> Line:
    fact = record.fact
    contents: dict[str, Content] = {
        "on": record.on,
        "period": production.periods.end_of(record.on),
        "kind": fact.kind.value,
        "key": fact.key,
        "name": fact.name,
        "state": _GONE if record.gone else None,
        "detail": days_text(fact.days) or fact.role,
        "books": _BOOKS.join(sorted(fact.books)),
        **_figures(fact.money, production.sign),
    }
    sources = tuple(Cell(TITLE, 1, 1, book) for book in sorted(fact.books))
    entries = {
        field: Entry(content, sources=sources)
        for field, content in contents.items()
        if content not in (None, "")
    }
    return Line(f"{record.on.isoformat()} {fact.kind}: {fact.key}", entries)


def _figures(money: Money | None, sign: Sign) -> dict[str, Content]:
    if money is None:
        return {}
    figures: dict[str, Content] = {field: getattr(money, field) for field in _MONEY}
    turned = sign is Sign.OVER_IS_POSITIVE
    figures["variance"] = -money.variance if turned else money.variance
    return figures


class _DamagedRowError(ValueError):
    """A row of the tab that says what we never wrote."""


def read(lines: Iterable[Mapping[str, Scalar]]) -> tuple[History, int]:
    """Read the tab's lines back, by column field; answers how many could not be read, too.

    A row that somebody damaged is passed over; the others say what they say.
    """
    records, damaged = [], 0
    for cells in lines:
        try:
            records.append(_record(cells))
        except (ValueError, ArithmeticError, OverflowError):
            damaged += 1
    return history_of(records), damaged


def _record(cells: Mapping[str, Scalar]) -> Record:
    """One row.

    Raises:
        ValueError, ArithmeticError, OverflowError: a cell holds what we never wrote.
    """
    kind = Kind(_text(cells, "kind"))
    detail, dated = _text(cells, "detail"), kind in (Kind.SHOOT, Kind.PERFORMER)
    fact = Fact(
        kind=kind,
        key=_text(cells, "key"),
        name=_text(cells, "name"),
        money=_money(cells) if kind is Kind.ACCOUNT else None,
        days=read_days(detail) if dated else (),
        role="" if dated else detail,
        books=frozenset(_text(cells, "books").split(_BOOKS)),
    )
    state = _text(cells, "state")
    if not fact.key or state not in ("", _GONE):
        raise _DamagedRowError("a row without a key, or in no state of ours")
    return Record(_day(cells), fact, gone=state == _GONE)


def _day(cells: Mapping[str, Scalar]) -> date:
    found = cells.get("on")
    if isinstance(found, bool) or not isinstance(found, int | float) or found != int(found):
        raise _DamagedRowError("no date")
    return _DAY_ZERO + timedelta(days=int(found))


def _money(cells: Mapping[str, Scalar]) -> Money:
    return Money(*(_amount(cells.get(field)) for field in _MONEY))


def _amount(found: Scalar) -> Decimal:
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise _DamagedRowError("no amount")
    return exact(found)


def _text(cells: Mapping[str, Scalar], field: str) -> str:
    found = cells.get(field)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise _DamagedRowError(f"no text in {field}")
    return found
