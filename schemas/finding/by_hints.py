"""Columns under headings that nobody listed: told by a word of the heading and by what they hold.

Asked only where the tab's name says of which kind it is. A field takes a column that holds its
values and whose heading has one of its words ("Picked up from" over houses is the vendor); a field
without which the table would be none of its kind takes the only column that holds its values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from schemas.finding import by_values, cells, evidence
from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Kind
from schemas.people import unions
from schemas.sheet import Sheet

_MOST, _SOME = 0.7, 0.4
_LEAST = 2
"""Values from which they tell alone; one is enough where the heading has a word of the field's."""
_CODED = 0.85
_DAY = Field("day", "", Shape.DATE)

_MONEY = (
    r"rs|inr|usd|cad|gbp|eur|euros?|aud|nzd|chf|mxn|clp|ars|cop|zar|rand|pesos?|francs?|[$€£₹]|amounts?|"
    r"sums?|prices?|costs?|remuneration|honorari\w+|wages?|fees?|paid|spent|pay|value|total|valor|"
    r"monto|importe|precio|coste|costo|pago|montant|prix|cout|paye|betrag|preis|summe|kosten|lohn"
)
_START = (
    r"start|from|out|pick\w*|collect\w*|begins?|on|in|first|joins?|debut|du|entree|arrivee|von|ab|"
    r"abhol\w*|antritt|eintritt|desde|inicio|sale|alta|ingreso|entrada|del$|"
    r"1st|1er|1re|1ra|primer\w*|premier\w*|erste\w*"
)
_END = (
    r"end|ends|to|back|returns?|due|until|off|last|leaves?|wrap\w*|fin|au|retour|depart|sortie|bis|"
    r"ruck\w*|austritt|hasta|vuelve|devol\w*|retiro|salida|baja|egreso|al$|"
    r"ultim\w*|dernier\w*|letzte\w*"
)


@dataclass(frozen=True, slots=True)
class _Hint:
    """How a field is told: words of its headings, and the share of values that pass a test."""

    words: re.Pattern[str]
    holds: Callable[[Sheet, int, int], bool]
    share: float = _MOST


def _hint(words: str, holds: Callable[[Sheet, int, int], bool], share: float = _MOST) -> _Hint:
    return _Hint(re.compile(rf"(?<!\w)(?:{words})(?!\w)"), holds, share)


_TEXTS: dict[str, str] = {
    "custodian": r"card|cardholder|collected|drawn|given|issued|holder|bearer|taken|responsable|"
    r"rinde|wer|who|whose|quien|qui",
    "vendor": r"from|party|payee|paid|supplier|vendor|shop|store|house|company|where|whom?|off|bei|"
    r"von|prov|fourn|lief|chez|casa|tienda|loueur|firma|owner|rental",
    "description": r"what|thing|things|item|items|kit|piece|towards|for|pour|para|fur|purpose|"
    r"particulars|being|details?|memo|concepto|glosa|detalle|que|objet|libelle|designation|quoi|text|was|wofur|zweck|gear",
    "authority": r"who|whom|from|by|owner|council|authority|office|granted|behorde|autorite|mairie|"
    r"autoridad|quien|eigentumer|proprietaire|propietario",
    "location": r"where|place|site|location|lieu|ou|ort|wo|lugar|donde|set|decor|motiv",
    "cover": r"what|cover\w*|type|kind|policy|risk|deckung|couverture|cobertura|was|quoi|que",
    "insurer": r"who|with|company|carrier|insur\w+|underwriter|bei|chez|compania|firma",
    "agent": r"repr\w*|agen\w+|rep|reps|manage\w*|mgmt|vertret\w*|impresario",
    "set": r"where|set|place|slug\w*|scene|decor|motiv|lugar",
}
_HINTS: dict[str, _Hint] = {
    "name": _hint(
        r"names?|surname|who|nom|prenom|nombre|apellidos?|vorname|nachname|person\w*|technicians?|"
        r"artists?|artistes?|mitarbeiter\w*|member|wer|qui|quien",
        cells.is_person,
    ),
    "department": _hint(r"dep\w*|dpt|abt\w*|section|area|gewerk|bereich|team", cells.is_department),
    "position": _hint(
        r"designation|jobs?|roles?|posts?|function|capacity|does|grade|trade|doing|title|fonction|"
        r"poste|metier|cargo|puesto|oficio|funktion|aufgabe|tatigkeit",
        lambda *cell: cells.is_text(*cell) or cells.is_job(*cell),
    ),
    "role": _hint(
        r"roles?|characters?|char|parts?|plays?|as|personnages?|personajes?|papel|rolle|figur|"
        r"who (?:they|s?he|it) (?:are|is|plays?)|who s who|qui (?:est|sont)|wer (?:ist|sind)|"
        r"quien(?:es)? (?:es|son)|relation\w*|connection|known for|what they do",
        cells.is_text,
    ),
    "element_id": _hint(
        r"ch|char\w*|personnages?|personajes?|roles?|rollen?|figur\w*|elements?|talent|dood|board",
        cells.is_element,
        _CODED,
    ),
    **{name: _hint(words, cells.is_text) for name, words in _TEXTS.items()},
    "amount": _hint(_MONEY, cells.is_amount),
    "deal": _hint(
        r"trato|acuerdo|arreglo|condiciones|conditions|konditionen|abmachung|vereinbarung|entente|"
        r"offer|agreed|pay\w*|wages?|fees?|salar\w*|cachets?|gagen?|honorari\w*|remunera\w*",
        cells.is_deal,
    ),
    "union": _hint(
        rf"{unions.BODIES}|unions?|guilds?|syndicats?|gewerkschaft|verband|sindicatos?|gremio",
        lambda *cell: cells.is_text(*cell) or cells.is_number(*cell),
    ),
    "rate_unit": _hint(r"per|por|basis|base|unit|unite|unidad|je|pro|par", cells.is_unit),
    "tax": _hint(r"iva|vat|tva|mwst|ust|gst|hst|tax|taxes|impuestos?", cells.is_amount),
    "fringe": _hint(
        r"burden|on ?costs?|erni|er|employers?|pension|p and w|pw|benefits?|fringes?|patr\w*|"
        r"social\w*|charges|sv|ag",
        cells.is_amount,
    ),
    "debit": _hint(rf"{_MONEY}|out", cells.is_amount),
    "credit": _hint(r"in|received|credits?|deposits?|recu|recibido|eingang", cells.is_amount),
    "gross": _hint(_MONEY, cells.is_amount),
    "rate": _hint(_MONEY, cells.is_amount),
    "budget": _hint(rf"{_MONEY}|v ?\d+|version|draft|rev", cells.is_amount),
    "limit": _hint(rf"{_MONEY}|limit|up", cells.is_amount),
    "date": _hint(r"dates?|day|when|on|jour|quand|tag|wann|fecha|dia|cuando", by_values.is_date),
    "week_ending": _hint(
        r"week|ending|w e|w c|sem|semaine|woche|kw|semana|date", by_values.is_date
    ),
    "start_date": _hint(_START, by_values.is_date),
    "end_date": _hint(_END, by_values.is_date),
    "account": _hint(
        r"heads?|codes?|category|line|cost|nominal|rubro|item|poste|konto|imputation|partida|ligne",
        cells.is_coded,
    ),
    "scene": _hint(r"sc\w*|se[qc]\w*|sz\w*|esc\w*|bild\w*|no|nr|n|#|num\w*", cells.is_number),
    "cast": _hint(
        r"who|cast|char\w*|pers\w*|actors?|artists?|elements?|wer|rollen|qui|roles|quien|elenco",
        cells.are_elements,
    ),
    "pages": _hint(r"oct\w*|8\w*|pp|pg\w*|pag\w*|len\w*|eighths|seit\w*", cells.is_pages),
    "status": _hint(r"o c|op cl|stat\w*|etat|estado|estatus|stand", cells.is_text),
    "invoice": _hint(
        r"inv|invoices?|bills?|factur\w+|comprobantes?|recibos?|boletas?|rechnung\w*|re|"
        r"documents?|docs?|vouchers?|folio|cfdi",
        cells.is_reference,
    ),
    "envelope": _hint(
        r"floats?|env\w*|kitty|box|tin|bag|wallet|purse|sobres?|umschlag|caja|kasse|caisse|pc",
        cells.is_label,
        _CODED,
    ),
    "hours": _hint(r"hours?|hrs|hr|hs|h|std|stunden|heures|hres|horas", cells.is_weeks_hours),
    "po_number": _hint(
        r"po|p o|number|no|nr|n|ref|order|num|#|oc|bc|pedido|commande", cells.is_number
    ),
    "permit_number": _hint(r"number|no|nr|n|ref|#|folio", cells.is_number),
    "policy_number": _hint(r"number|no|nr|n|ref|#|policy|police|poliza", cells.is_number),
}


_ALONE = {**_HINTS, "position": _Hint(_HINTS["position"].words, cells.is_job, _SOME)}
"""How fields are told by their values alone."""


def complete(view: Sheet, kind: Kind, header: Header, span: range, last: int) -> Header:
    """Give fields that no heading names the columns that hold them, by hints and by values."""
    header = by_words(view, kind, header, last)
    for group in kind.core:
        header = _only(view, kind, header, span, last, group.split())
    return header


def by_words(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """Give fields that no heading names the columns whose headings have a word of theirs.

    Only where the values fit too, and where no other such column's do: "From" goes before "Who
    has it".
    """
    for name, hint in _missing(kind, header):
        fitting = [
            (heading, col)
            for heading, col in header.others.items()
            if names(name, heading)
            and not _says_otherwise(kind, name, heading)
            and _fits(view, header, col, hint, last) > 0
            and _stands(view, header, name, col, last)
        ]
        if len(fitting) > 1:
            fitting = [(heading, col) for heading, col in fitting if _is_word(hint, heading)]
        if len(fitting) == 1:
            header = header.with_field(name, *fitting[0])
    return header


_SUMS = re.compile(r"\b(?:totals?|totaux|gesamt|summe|amount|labou?r|wages|net|gross|brut\w*)\b")
"""What stands over amounts, and over no accounts: "Total labor cost"."""
_PAPERS = re.compile(
    r"\b(?:upd\w*|actuali[sz]\w*|aktuali\w*|maj|sign\w*|firm\w*|paid|pay\w*|pag\w*|bezahl\w*|"
    r"birth\w*|born|dob|nac\w*|naiss\w*|geb|geburt\w*|sent|envi\w*|envoy\w*)\b"
)
"""What is done on a day that begins and ends nothing: "Last updated", "1er pago"."""
_ORDERS = re.compile(r"\b(?:p ?o|purchase|orders?|oc|bc|pedido|commande|bestell\w*)\b")


def _says_otherwise(kind: Kind, name: str, heading: str) -> bool:
    """Whether a heading has a field's word, and says with another that it is none.

    A ledger numbers its entries; which of its numbers is an order's, the heading must say.
    """
    words = normal(heading)
    if name == "po_number" and "debit" in kind.vocabulary.fields:
        return _ORDERS.search(words) is None
    if name in ("start_date", "end_date"):
        return _PAPERS.search(words) is not None
    return name == "account" and _SUMS.search(words) is not None


def _is_word(hint: _Hint, heading: str) -> bool:
    """Whether a heading is one of a field's words and nothing more."""
    return hint.words.fullmatch(normal(heading) or heading.lower()) is not None


def names(field: str, heading: str) -> bool:
    """Whether a heading has a word by which a field may be told."""
    return _HINTS[field].words.search(normal(heading) or heading.lower()) is not None


def coded(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """A header with a description that holds nothing but accounts' codes taken for the account."""
    col = header.columns.get("description", 0)
    if not col or "account" in header.columns or "account" not in kind.vocabulary.fields:
        return header
    rows = evidence.sample(view, header, col, last)
    if len(rows) <= _LEAST or sum(
        by_values.is_account(view, row, col) for row in rows
    ) < _CODED * len(rows):
        return header
    header = header.renamed("description", "account")
    other = header.repeated.get("description")
    if other is None:
        return header
    heading = next((text for text, at in header.others.items() if at == other), "")
    return header.with_field("description", heading, other)


def _only(
    view: Sheet, kind: Kind, header: Header, span: range, last: int, group: Sequence[str]
) -> Header:
    """Give a group's first field that one column alone may hold that column, where it has none."""
    if header.columns.keys() & set(group):
        return header
    for name in group:
        hint = _ALONE.get(name)
        if hint is None or name not in kind.vocabulary.fields:
            continue
        fitting = [
            (heading, col)
            for heading, col in _free(header, span)
            if _fits(view, header, col, hint, last) >= _LEAST
        ]
        if len(fitting) == 1:
            return header.with_field(name, *fitting[0])
    return header


def _missing(kind: Kind, header: Header) -> Iterator[tuple[str, _Hint]]:
    """The fields that hints may tell and that no heading names."""
    named = header.columns.keys()
    for name, hint in _HINTS.items():
        whole = name != "name" or not named & {"first_name", "last_name"}
        if name in kind.vocabulary.fields and name not in named and whole:
            yield name, hint


def _free(header: Header, span: range) -> Iterator[tuple[str, int]]:
    """The columns that are no field's: under unknown headings, and under none."""
    yield from header.others.items()
    headed = {*header.columns.values(), *header.others.values()}
    yield from (("", col) for col in range(max(1, span.start - 1), span.stop) if col not in headed)


def _fits(view: Sheet, header: Header, col: int, hint: _Hint, last: int) -> int:
    """How many of a field's values a column holds, on lines that hold something else too."""
    rows = [
        row
        for row in evidence.sample(view, header, col, last)
        if len(set(filter(None, view.line(row)))) > 1
    ]
    passed = sum(hint.holds(view, row, col) for row in rows)
    return passed if passed >= hint.share * len(rows) else 0


def _stands(view: Sheet, header: Header, name: str, col: int, last: int) -> bool:
    """Whether a column may be what it is taken for: numbers stand left of what they number.

    A start stands left of the end, or always before it.
    """
    if name == "element_id":
        return by_values.stands_left(name, col, header.columns)
    start, end = (
        col if name == each else header.columns.get(each) for each in ("start_date", "end_date")
    )
    if name not in ("start_date", "end_date") or start is None or end is None:
        return True
    return start < end or _comes_first(view, header, start, end, last)


def _comes_first(view: Sheet, header: Header, first: int, second: int, last: int) -> bool:
    """Whether a column's days are before another's on all lines that have both, some of them."""
    pairs = [
        tuple(view.value(row, col, _DAY) for col in (first, second))
        for row in evidence.sample(view, header, first, last)
    ]
    days = [(a, b) for a, b in pairs if isinstance(a, date) and isinstance(b, date)]
    return all(a <= b for a, b in days) and sum(a < b for a, b in days) >= _LEAST
