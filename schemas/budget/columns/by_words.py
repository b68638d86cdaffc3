"""Columns of amounts under headings that nobody listed: told by a word of them that says enough."""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.money import ZERO
from schemas.budget.columns.by_arithmetic import fits
from schemas.budget.columns.settled import Columns, below, figures, is_of_amounts
from schemas.headings import Header, normal
from schemas.sheet import Sheet

_NONE = re.compile(
    r".*(?:%|\b(?:prior|previous|prev|last|vorwoche|vormonat|vorperiode|letzte\w*|vorher\w*|vor|"
    r"precedente?s?|anterior|per|pr|je|par|por|eps?|episode|folge|days?|units?|share|pages?|pg|"
    r"change since|davon|dont|de los|of which|old|alt|alte[rs]?|ancien|pct|percent|"
    r"diff\w* (?:to|zu)|fx|rates?|taux|satz|tarif\w*|hours?|hrs|qty|tage|jours|dias|"
    r"vat|gst|hst|pst|tva|iva|mwst|ust|fringes?|non|labou?r|"
    r"local|qual\w*|eligible|\d{1,3})\b).*"
)
"""What is a part of something, of another time, or in another measure."""
_BUDGETS = r"(?:budget|kalkulation|devis|presupuesto|soll|estimate|ppto)"
_NEWER = (
    r"(?:revis\w+|current|updated|adjusted|amended|neu\w*|aktuell\w*|vigente|actualis\w+|"
    r"actualiz\w+|modifi\w+|latest|agreed)"
)
_PERIODS = r"(?:per|period\w*|wk|week\w*|month|mth|mo|monat\w*|woche\w*|semaine|mois|mes|semana)"
_MONTHS = (
    r"(?:jan(?:uary|uar|vier)?|enero|feb(?:ruary|ruar|rero)?|fevrier|mar(?:ch|s|zo)?|marz|"
    r"apr(?:il)?|avril|abril|may|mai|mayo|june?|juni|juin|junio|jul[iy]?|juillet|julio|"
    r"aug(?:ust)?|aout|agosto|sep(?:t|tember|tembre|tiembre)?|o[ck]t(?:ober|obre|ubre)?|"
    r"nov(?:ember|embre|iembre)?|de[cz](?:ember|embre)?|diciembre)(?: \d{2,4})?"
)
_NOW = r"(?:this|current|curr|cette|este|esta|diesen?|diese[rs]|lfd|laufend\w*|aktuelle[nr]?|ce)"
_TOLD = {
    "actual_period": rf"{_NOW} {_PERIODS}|(?:w e|wk|week|kw|woche|semaine|semana) \d+|"
    rf"(?:actuals?|costs?|spent|ist|kosten|reel|depenses?|real|gastos?) (?:i[nm] |en )?{_MONTHS}",
    "etc": (
        r"to (?:complete|completion|go|spend|come)|noch|rest(?:kosten|liche)?|ausstehend\w*|"
        r"a (?:terminer|completer|depenser|venir|engager)|por (?:gastar|completar|ejercer|pagar)"
    ),
    "efc": (
        r"final|outturn|forecast\w*|projected|projection|efc|eac|afc|endkosten|voraussicht\w*|"
        r"vorauss|prognose\w*|prognosti\w+|hochrechnung|atterrissage|cierre|proyecta\w+|"
        r"proyeccion|landing|previsionnel\w*|prevision|previsto|prevue?s?|erwartet\w*|anticip\w+"
    ),
    "variance": (
        r"over|under|varian\w+|abweich\w*|ecarts?|desvi\w+|differ\w+|diferen\w+|uber|unter|"
        r"surplus|saving\w*|depassement|left|balance|remaining|reste|saldo|solde|restante|available|"
        r"verfugbar\w*|disponible|economie"
    ),
    "approved_changes": (
        r"changes?|transfers?|movements?|overages?|adjust\w+|nachtrag\w*|umbuchung\w*|"
        r"anderung\w*|virements?|mouvements?|avenants?|ajust\w+|traspasos?|movimientos?|"
        r"cambios?|variations?|amendments?"
    ),
    "commitments": (
        r"commit\w*|open (?:pos?|p os|orders?)|(?:orders?|pos?|p os) (?:o s|open|outstanding)|"
        r"outstanding|obligo|offene\w*|bestell\w+|engag\w+|comprom\w+|pedidos|ordenes|"
        r"commandes?|accru\w+|encumb\w+"
    ),
    "actual_to_date": (
        r"to date|actuals?|spent|paid|ist|gebucht\w*|bisher\w*|kumul\w*|reels?|depens\w+|"
        r"paye\w*|gasta\w+|pagad\w+|ejercid\w+|ejecutad\w+|incurred|posted|invoiced|"
        r"facture{1,2}s?|facturad[oa]s?|berechnet\w*|abgerechnet\w*"
    ),
    "revised_budget": rf"{_NEWER}\b.*\b{_BUDGETS}|{_BUDGETS}\b.*\b{_NEWER}",
    "budget": r"budget\w*|kalkulation|devis|presupuest\w+|ppto|soll|bid|estimate",
}
"""Field -> words that a heading says it by, the most telling fields first."""
_NOT = re.compile(r"\b(?:not|nicht|pas|sin|ohne)\b")
"""Words that say what is not spent yet: "not invoiced", "pas encore facturé"."""
_WORDS = {name: re.compile(rf"(?:.*\b)?(?:{words})\b.*") for name, words in _TOLD.items()}


def tell(sheet: Sheet, header: Header, columns: Columns) -> None:
    """Give a field that no heading names the one column of amounts whose heading speaks of it.

    Only beside fields that are known: a word alone makes no budget. Two such columns are none.
    """
    if not {"budget", "revised_budget", "efc"} & columns.fields.keys():
        return
    rows = below(sheet, header)
    told: dict[str, list[int]] = {}
    for heading, col in columns.others.items():
        name = field(normal(heading))
        if name and name not in columns.fields and is_of_amounts(sheet, rows, col):
            told.setdefault(name, []).append(col)
    for name, held in told.items():
        held = _sum(sheet, rows, columns, name, held) if len(held) > 1 else held
        if len(held) == 1 and _may_stand(name, held[0], columns):
            columns.take(name, held[0])


def _sum(
    sheet: Sheet, rows: Sequence[int], columns: Columns, name: str, held: Sequence[int]
) -> list[int]:
    """Of a period's weeks the one column right of them that adds them up, beside the cost to date.

    Without a cost to date the weeks' sum may be that.
    """
    if name != "actual_period" or "actual_to_date" not in columns.fields:
        return []
    found = []
    for col in columns.others.values():
        parts = [figures(sheet, rows, part) for part in held if part < col]
        if len(parts) < 2 or any(part > col for part in held):
            continue
        lines = {row for part in parts for row in part}
        made = {row: sum((part.get(row, ZERO) for part in parts), ZERO) for row in lines}
        if is_of_amounts(sheet, rows, col) and fits(figures(sheet, rows, col), made, name):
            found.append(col)
    return found


def is_of_a_part(heading: str) -> bool:
    """Whether a heading's words say that it is of a part, of another time or another measure."""
    return _NONE.fullmatch(heading) is not None


def field(heading: str) -> str | None:
    """The field that a heading's words speak of; none where they say that it is of a part."""
    if is_of_a_part(heading) and not _WORDS["actual_period"].fullmatch(heading):
        return None
    told = next((name for name, words in _WORDS.items() if words.fullmatch(heading)), None)
    return None if told == "actual_to_date" and _NOT.search(heading) else told


def _may_stand(name: str, col: int, columns: Columns) -> bool:
    """Whether a column stands where such a one does: what is spent right of the budget."""
    budgets = [columns.fields[one] for one in ("budget", "revised_budget") if one in columns.fields]
    if name in ("budget", "revised_budget") or not budgets:
        return True
    return col > min(budgets) or name == "efc"
