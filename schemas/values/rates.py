"""Rates with their unit: "$2,000/wk", "450 € / jour", "$650/12"."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from model.grid import Scalar
from schemas.values import amounts
from schemas.values.words import Fault, clean, fold, is_dash, is_error, is_open, listed

UNITS = ("hour", "day", "week", "flat", "episode")
"""The units that a rate may have; a sheet's own words are read into these."""

_WORDS = {
    "hour": "hour hours hr hrs hourly h p/h p/hr ph hrly heure heures horaire stunde stunden hora "
    "horas std stdl stundlich stundenlohn stundensatz stundenrate",
    "day": "day days daily d dy dly p/d p/day pd jour jours jrs journalier tag tage tages "
    "tagesgage tagessatz tageslohn tagesrate tagespauschale taglich dt "
    "dia dias diario diaria jornada "
    "jornadas jorn llamado llamados sesion sesiones drehtag drehtage diem shift shifts",
    "week": "week weeks weekly wk wks wkly w p/w p/wk pw semaine semaines hebdo hebdomadaire sem "
    "woche wochen wo wochengage wochensatz wochenlohn wochenrate wochenpauschale wochenlich "
    "wochentlich semana semanas semanal",
    "flat": "flat forfait forfaitaire pauschal pauschale pauschaler plana alzado "
    "buyout package lump lumpsum paquete",
    "episode": "episode episodes ep eps epis folge folgen episodio episodios",
}
_UNIT = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_UNIT |= dict.fromkeys(("flat fee", "flat rate", "all in", "all-in", "buy out", "buy-out"), "flat")
_UNIT |= dict.fromkeys(("lump sum", "lump-sum"), "flat")
_MONTHS = listed("month months monthly mth mths p/m pcm mois mensuel monat monate monatlich mes")
_MONTHS |= listed("meses mensual monatsgage")
_FILLERS = listed("per a rate @ pro par por la le der each je chaque cada unico unica tarif tarifa")
_WORD = re.compile(
    r"(?P<slash>/\s*)?"
    r"(?P<word>all[ -]in|buy[ -]out|lump[ -]sum|flat (?:fee|rate)|(?:p/)?[a-z]+|@)\.?:?"
)
_EXTRAS = re.compile(r"\s*(?:[+;(&]|,\s|\bplus\b|(?<=[\w.])\s*@\s*\d)")
_FOR_HOURS = re.compile(
    r"(?<=\d)\s*(?:/|for)\s*(?P<hours>\d{1,2})(?:\s*-?\s*(?:h|hrs?|hours?)\.?)?$"
)
_EITHER = re.compile(r"/|\b(?:or|ou|oder|o)\b")
"""What parts two units of which a line has one or the other: "Flat/Day"."""
_HOURS = {"day": range(7, 17), "week": range(35, 85)}
_LENGTH = re.compile(
    r"(?:\d{1,2}\s*-\s*(?:day|week|wk)s?|\d{1,2}\s+(?:days|weeks|wks))\b"
    r"(?:\s+(?:player|performer|deal|minimum|min|guarantee|run|drop)s?)?\.?"
)
"""How long a deal runs ("3-day", "10 weeks"), which is no amount."""
_TERM = re.compile(
    r"(?:(?<=[\d\s])(?:x|for|pour|por|fur)\s*)?(?<![\w.,$])(?:\d{1,2}\s*(?P<unit>days|weeks|wks|jours|"
    r"semaines|jrs|sem|tage|drehtage|wochen|dias|jornadas|semanas|episodes|eps|folgen|episoden|sessions)|"
    r"1\s+(?P<one>day|week|wk|session)|"
    r"\d{1,2}\s*-?\s*(?P<least>day|week|wk)s?\s+(?:guarantee|guar|min|minimum))\b(?:\s*(?:x|@|at|a|zu)(?=\s))?"
)
"""The same within other words: "Weekly - 5 wks", "Daily - 3 days + travel", "$1,246 x 4 days"."""
_WORDED = re.compile(
    r"scale|minimum|see deal|union|guild|deferred|volunteer|intern|credit only|per agreement|"
    r"bareme|tarif syndical|convenio|nach tarif",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: an amount a unit. ``unit`` is one of :data:`UNITS`, or ``None`` where unstated.

    ``hours`` are what the day or week is for, where the rate says so ("$650/12").
    """

    amount: Decimal | None = None
    unit: str | None = None
    hours: Decimal | None = None


def rate(value: Scalar, *, comma: bool = False) -> Rate | Fault:
    """Read a rate cell. Words that are an agreement's matter ("SAG scale + 10") give no amount.

    ``comma`` says that the decimal mark is a comma. What follows a plus or a comma ("+ kit")
    is left to people, and words that say nothing is paid ("incl.") are no rate of zero.
    """
    text = clean(value)
    if not text or is_dash(text) or text.lower() in ("n/a", "na"):
        return Rate()
    plain = amounts.amount(value, comma=comma)
    if plain == 0 and any(map(str.isalpha, text)):
        return Rate()
    if plain is None or isinstance(plain, Decimal):
        return Rate(plain)
    if _LENGTH.fullmatch(fold(text)):
        return Rate()
    if is_error(text):
        return plain
    if is_open(text):
        return Fault("amount-open", f'says "{text}"', "a rate", "Type the rate once agreed.")
    return _worded(text, comma)


@lru_cache(maxsize=4096)
def _worded(text: str, comma: bool) -> Rate | Fault:
    """Take a rate's text apart into amount and unit, leaving what is added to it ("+ kit")."""
    units: set[str] = set()

    def take(match: re.Match[str]) -> str:
        unit = _UNIT.get(match["word"])
        units.update({unit} if unit else ())
        return " " if unit or match["word"] in _FILLERS else match[0]

    said, term = _without_term(fold(text))
    if term is not None and not any(map(str.isdigit, said)):
        return Rate(None, unit_in(said))
    head = _EXTRAS.split(said, maxsplit=1)[0]
    head, hours, period = _for_hours(head)
    left = _WORD.sub(take, head).strip(" -" if term else None)
    if term and not units:
        units.update(filter(None, [unit_in(term)]))
    if not left and len(kept := _alone(units)) == 1:
        return Rate(None, next(iter(kept)))
    amount = amounts.amount(left, comma=comma)
    if amount == 0 and any(map(str.isalpha, left)):
        return Rate()
    if isinstance(amount, Decimal) and len(kept := _alone(units | period)) < 2:
        return Rate(amount, next(iter(kept), None), hours)
    if _WORDED.search(fold(text)):
        return Rate()
    return unreadable(text, amount)


def unreadable(text: str, amount: object = None) -> Fault:
    """The fault of a cell that holds no rate; ``amount`` is what became of its figure."""
    return Fault(
        "unreadable-rate",
        f'holds "{text}", which is no rate',
        "an amount with its unit, such as 2,000/wk",
        _advice(amount),
    )


def _alone(units: AbstractSet[str]) -> AbstractSet[str]:
    """The units without "flat" beside the time that it is for: a flat day is paid by the day."""
    return units - {"flat"} or units


def _without_term(text: str) -> tuple[str, str | None]:
    """A rate's words without how long the deal runs, and the word for that, if it is said."""
    match = _TERM.search(text)
    if match is None:
        return text, None
    return _TERM.sub(" ", text), match["unit"] or match["one"] or match["least"]


def _advice(amount: object) -> str:
    """What to do of a rate that cannot be read: what its amount seems to mean, if anything."""
    if isinstance(amount, Fault) and "if that" in amount.suggestion:
        return amount.suggestion
    return "Type the amount and its unit; put the rest into a notes column."


def _for_hours(text: str) -> tuple[str, Decimal | None, set[str]]:
    """Part the hours that a rate is for: 650/12 is a day of twelve hours, 3,500/60 a week."""
    match = _FOR_HOURS.search(text)
    if match is None:
        return text, None, set()
    period = {unit for unit, hours in _HOURS.items() if int(match["hours"]) in hours}
    return (
        (text[: match.start()], Decimal(match["hours"]), period) if period else (text, None, set())
    )


def is_term(text: str) -> bool:
    """Whether a rate's cell says for how long somebody is engaged, and nothing of what is paid."""
    said = fold(text).strip()
    return _LENGTH.fullmatch(said) is not None or _TERM.sub("", said, count=1).strip(" .") == ""


def unit_in(words: str) -> str | None:
    """The unit that a heading or a unit's own cell states ("Weekly Rate", "wk"), if just one."""
    found = {_UNIT[word] for word in re.findall(r"[a-z]+", fold(words)) if word in _UNIT}
    kept = found if _EITHER.search(fold(words)) else _alone(found)
    return next(iter(kept)) if len(kept) == 1 else None


def is_unit(words: str) -> bool:
    """Whether words say what a rate is for: one of the units, or a month, which is none of them."""
    return unit_in(words) is not None or not _MONTHS.isdisjoint(fold(words).split())


_OF_HOURS = re.compile(r"\b(\d{1,2}) ?-?(?:h|hrs?|hours?|std|stunden|heures|horas)\b")


def unit_headed(words: str) -> str | None:
    """The unit that a rate's heading states: a day's, where it says of how many hours.

    "10 hr rate" and "Deal / 12 hrs" are rates a day, "60 hr guarantee" one a week.
    """
    hours = _OF_HOURS.search(fold(words))
    if hours is None:
        return unit_in(words)
    return next((unit for unit, span in _HOURS.items() if int(hours[1]) in span), None)
