"""Rates and accounts that a crew grid keeps in columns beside its days, as booking sheets do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from schemas import further
from schemas.headings import Header
from schemas.people.crew_fields import FIELDS
from schemas.planning.crew_grid_layout import Layout
from schemas.sheet import Sheet
from schemas.values import codes, rates
from schemas.values.words import is_dash
from schemas.vocabulary import Vocabulary

COLUMNS = ("rate", "rate_unit", "account")
_KNOWN = Vocabulary(
    tuple(field for field in FIELDS if field.name in COLUMNS), further.headings("crew")
)
_ACCOUNT = re.compile(r"(?=(?:.*\d){3})[A-Za-z]{0,3}[-.]?\d[\d.\-/ ]*[A-Za-z]?")
_LEAST = 0.7
"""The share of a column's filled cells that must be what its heading says."""
_SMALLEST = 20
"""Less than that is no rate, but a count."""


def settled(layout: Layout, header: Header) -> Header:
    """Give rate, its unit and the account the columns headed so, where what they hold is such."""
    columns, others = dict(header.columns), dict(header.others)
    for heading, col in header.others.items():
        name = (_KNOWN.match(heading) or ("",))[0]
        if name in COLUMNS and name not in columns and _holds(layout, col, _IS[name]):
            columns[name] = col
            del others[heading]
    if "rate" not in columns:
        columns.pop("rate_unit", None)
    taken = {col: name for name, col in columns.items()}
    headings = {taken[col]: words for words, col in header.others.items() if col in taken}
    told = {**header.headings, **headings}
    return replace(header, columns=columns, others=others, headings=told)


def read(sheet: Sheet, header: Header, row: int) -> dict[str, object]:
    """What a row says of them; ``None`` for what is blank or cannot be read."""
    said = dict.fromkeys(COLUMNS)
    texts = {name: sheet.text(row, col) for name in COLUMNS if (col := header.columns.get(name))}
    made: dict[str, object] = {**said, "account": texts.get("account") or None}
    if "rate" in texts:
        found = rates.rate(sheet.grid.at(row, header.columns["rate"]), comma=sheet.comma)
        if isinstance(found, rates.Rate) and found.amount is not None:
            words = (texts.get("rate_unit", ""), header.headings.get("rate", ""))
            unit = found.unit or next(filter(None, map(rates.unit_headed, words)), None)
            made |= {"rate": found.amount, "rate_unit": unit or "day"}
    return made


def _holds(layout: Layout, col: int, is_such: Callable[[object], bool]) -> bool:
    """Whether most of what stands in a column beside the days is of a kind."""
    view = layout.view
    raws = [raw for row in layout.body if (raw := view.raw(row, col)) is not None]
    said = [raw for raw in raws if not (isinstance(raw, str) and is_dash(raw))]
    return bool(said) and sum(map(is_such, said)) >= len(said) * _LEAST


def _is_rate(raw: object) -> bool:
    found = rates.rate(raw) if isinstance(raw, int | float | str) else None
    return isinstance(found, rates.Rate) and (found.amount or 0) >= _SMALLEST


def _is_unit(raw: object) -> bool:
    return isinstance(raw, str) and rates.unit_in(raw) is not None


def _is_account(raw: object) -> bool:
    text = codes.code(raw) if isinstance(raw, int | float | str) else ""
    return _ACCOUNT.fullmatch(text) is not None


_IS = {"rate": _is_rate, "rate_unit": _is_unit, "account": _is_account}
