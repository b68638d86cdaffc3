"""Journals' columns told by what they hold, where no heading names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from model.money import ZERO
from schemas.budget.columns.settled import below, figures, is_of_amounts, share
from schemas.finding import by_values
from schemas.headings import Header, normal
from schemas.people import departments
from schemas.sheet import Sheet
from schemas.values.marks import mark
from schemas.values.words import fold

_LEAST = 3
_MOST = 0.7
_OF_ORDERS = re.compile(
    r"(?:part(?:ly|ially|ial)? |fully |re|un|not |teil(?:weise)? |parc\w* |final )?"
    r"(?:open(?:ed)?|closed?|paid|pd|void(?:ed)?|cancel\w*|complete\w?|pending|approved|received|"
    r"invoiced|billed|in progress|on hold|issued|delivered|"
    r"ouvert\w*|ferme\w*|clos|sold\w+|paye\w*|annul\w+|en cours|recu\w*|facture\w*|regle\w*|"
    r"en attente|valid\w+|livre\w*|acompte\w*|"
    r"abiert\w+|cerrad\w+|pagad\w+|anulad\w+|pendientes?|parcial|recibid\w+|facturad\w+|aprobad\w+|"
    r"partial(?:ly)?|partiel\w*|teilweise|"
    r"offen\w*|geschlossen|erledigt|bezahlt|storn\w+|geliefert|abgerechnet|freigegeben|teilzahlung)"
    r"\b.*"
)
"""How an order stands, as people say it in a few words."""
_BY_WHOM = re.compile(r"\b(?:by|par|por|von|durch)$")
_TAX = re.compile(r"\b(?:vat|tva|mwst|ust|iva|gst|hst|qst|pst|withh?\w*|deduct\w*|wht)\b")
_ALL_HOURS = re.compile(
    r"\b(?:total|ttl|tot|gesamt|totales|totals|worked|paid)\b|"
    r"^(?:hours|hrs|heures|horas|stunden|std)$"
)
_SMALLEST, _LARGEST = Decimal("0.03"), Decimal("0.8")
"""Which share of wages fringes are."""


def with_status(sheet: Sheet, header: Header) -> Header:
    """Take remarks that say of most orders whether they are open or closed for their status."""
    if "status" in header.columns or not {"po_number", "amount"} <= header.columns.keys():
        return header
    rows = below(sheet, header)
    found = [
        (heading, col)
        for heading, col in header.others.items()
        if share(sheet, rows, col, _is_state, _LEAST) >= _MOST
    ]
    return header.with_field("status", *found[0]) if len(found) == 1 else header


def without_names(sheet: Sheet, header: Header) -> Header:
    """Take "Approved by" over people's names for no status: who approved is not how it stands."""
    col = header.columns.get("status")
    heading = normal(" ".join(sheet.text(row, col) for row in header.rows)) if col else ""
    if col is None or not _BY_WHOM.search(heading):
        return header
    texts = {sheet.text(row, col) for row in below(sheet, header)}
    said = any(
        _is_state(text) or isinstance(mark(text), bool)
        for text in texts
        if normal(text) not in heading  # which is repeated further down
    )
    return header if said else header.without({"status"})


def _is_state(text: str) -> bool:
    return _OF_ORDERS.fullmatch(fold(text)) is not None


def with_envelopes(sheet: Sheet, header: Header) -> Header:
    """Find the envelopes, and who holds them, among the columns left of what the receipts say.

    An envelope's number stands beside each of its receipts, one below the other; who holds it is
    a person, the same on all of them.
    """
    dated = header.columns.get("date")
    if dated is None:
        return header
    rows = [row for row in below(sheet, header) if any(map(str.isdigit, sheet.text(row, dated)))]
    if "envelope" not in header.columns:
        numbered = [at for at in _left(header) if _are_envelopes(sheet, rows, at[1])]
        header = header.with_field("envelope", *numbered[0]) if len(numbered) == 1 else header
    envelope = header.columns.get("envelope")
    if "custodian" in header.columns or envelope is None:
        return header
    held = [at for at in _left(header) if _are_holders(sheet, rows, at[1], envelope)]
    return header.with_field("custodian", *held[0]) if len(held) == 1 else header


_CARD = re.compile(r"\b(?:cards?|karten?|cartes?|tarjetas?|last 4)\b")
"""A heading of which card paid."""


def _left(header: Header) -> Iterator[tuple[str, int]]:
    """The unknown columns left of whom was paid and what for."""
    said = [header.columns[name] for name in ("vendor", "description") if name in header.columns]
    for heading, col in header.others.items():
        of_a_card = _CARD.search(normal(heading)) is not None
        if col < min(said, default=0) and not of_a_card and col not in header.repeated.values():
            yield heading, col


def _are_envelopes(sheet: Sheet, rows: Sequence[int], col: int) -> bool:
    """Whether a column holds letters and numbers that stand on several lines each, together."""
    texts = [sheet.text(row, col) for row in rows]
    runs = [text for text, _ in groupby(texts)]
    lettered = all(re.fullmatch(r"[A-Za-z]{1,4}[ .#-]{0,2}\d{1,4}", text) for text in runs)
    return lettered and len(set(runs)) == len(runs) and len(runs) * 2 <= len(texts)


def _are_holders(sheet: Sheet, rows: Sequence[int], col: int, envelope: int) -> bool:
    """Whether a column holds people, one an envelope."""
    pairs = {(sheet.text(row, envelope), sheet.text(row, col)) for row in rows}
    names = {name for _, name in pairs}
    people = all(
        by_values.is_person(name) and not departments.is_department(name) for name in names
    )
    return people and len(pairs) == len({number for number, _ in pairs}) < len(rows)


def with_fringes(sheet: Sheet, header: Header) -> Header:
    """Take what makes a total of the gross wages, in a few shares of them, for the fringes."""
    gross = header.columns.get("gross")
    if gross is None or "fringe" in header.columns:
        return header
    rows = below(sheet, header)
    if not header.columns.keys() & {"account", "position", "hours"}:
        return header
    wages = {row: value for row, value in figures(sheet, rows, gross).items() if value}
    free = {
        heading: figures(sheet, rows, col)
        for heading, col in header.others.items()
        if col > gross and is_of_amounts(sheet, rows, col)
    }
    found = [
        heading
        for heading, held in free.items()
        if not _TAX.search(normal(heading))
        and _are_shares(wages, held)
        and any(_is_sum(whole, wages, held) for whole in free.values())
    ]
    return (
        header.with_field("fringe", found[0], header.others[found[0]])
        if len(found) == 1
        else header
    )


def is_of_all_hours(heading: str) -> bool:
    """Whether a heading of hours means all of them, beside columns of overtime."""
    return _ALL_HOURS.search(heading) is not None


def with_hours(sheet: Sheet, header: Header) -> Header:
    """Take a total of the hours at 1x, 1.5x and 2x right of them for the hours in their place."""
    straight = header.columns.get("hours")
    if straight is None or is_of_all_hours(normal(header.headings.get("hours", ""))):
        return header
    rows = below(sheet, header)
    for heading, col in header.others.items():
        if col <= straight + 1 or not is_of_all_hours(normal(heading)):
            continue
        whole = figures(sheet, rows, col)
        tiers = [figures(sheet, rows, at) for at in range(straight, col)]
        sums = {row: sum((tier.get(row, ZERO) for tier in tiers), ZERO) for row in whole}
        right = sum(whole[row] == sums[row] for row in whole)
        if len(whole) >= _LEAST and right >= _MOST * len(whole):
            return header.without({"hours"}).with_field("hours", heading, col)
    return header


def _are_shares(wages: dict[int, Decimal], held: dict[int, Decimal]) -> bool:
    """Whether amounts are the same few shares of wages throughout."""
    shares = [round(held[row] / wages[row], 3) for row in wages if row in held]
    few = len(set(shares)) * 3 <= len(set(wages.values()))
    return len(shares) > _LEAST and few and all(_SMALLEST < one < _LARGEST for one in shares)


def _is_sum(whole: dict[int, Decimal], wages: dict[int, Decimal], held: dict[int, Decimal]) -> bool:
    """Whether a column is wages and what is added to them, line for line."""
    right = sum(whole.get(row) == wages[row] + held.get(row, ZERO) for row in wages)
    return right >= _MOST * len(wages)
