"""How a field is told under a heading that nobody listed: words of it, and what stands below."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from schemas.finding import by_values, cells
from schemas.people import unions
from schemas.sheet import Sheet

_MOST, _SOME = 0.7, 0.4
CODED = 0.85
"""The share of a column that must be codes, where codes tell it."""

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
class Hint:
    """How a field is told: words of its headings, and the share of values that pass a test."""

    words: re.Pattern[str]
    holds: Callable[[Sheet, int, int], bool]
    share: float = _MOST


def _hint(words: str, holds: Callable[[Sheet, int, int], bool], share: float = _MOST) -> Hint:
    return Hint(re.compile(rf"(?<!\w)(?:{words})(?!\w)"), holds, share)


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
HINTS: dict[str, Hint] = {
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
        CODED,
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
        CODED,
    ),
    "hours": _hint(r"hours?|hrs|hr|hs|h|std|stunden|heures|hres|horas", cells.is_weeks_hours),
    "po_number": _hint(
        r"po|p o|number|no|nr|n|ref|order|num|#|oc|bc|pedido|commande", cells.is_number
    ),
    "permit_number": _hint(r"number|no|nr|n|ref|#|folio", cells.is_number),
    "policy_number": _hint(r"number|no|nr|n|ref|#|policy|police|poliza", cells.is_number),
}


ALONE = {**HINTS, "position": Hint(HINTS["position"].words, cells.is_job, _SOME)}
"""How fields are told by their values alone."""
