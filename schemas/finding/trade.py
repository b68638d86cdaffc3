"""Whether a sheet is a production's or an office's: what its words say.

An office heads its staff list, its payroll, its ledger as a production does. Kinds that say so
(``Kind.trade``) are believed where enough on the sheet is of the trade: a heading, jobs,
departments, accounts of a film's chart; and where no more of it is of another trade.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from schemas.finding.trade_words import FILM_TOO, HEADINGS, OFFICE, OFFICE_HEADINGS
from schemas.headings import Header, Shape, normal
from schemas.kind import Kind
from schemas.people import departments, film_jobs
from schemas.sheet import Sheet

_SAMPLE = 80
ROWS = 300
"""Rows of a tab whose words are asked."""
_TITLES = 10
_PRODUCTION = re.compile(
    r"\b(?:production|prod|film|films|movie|picture|pictures|series|episodes?|eps?|season|show|"
    r"shoot|feature|short|doc|documentary|pilot|commercial|music video|cast|crew|scene|"
    r"tournage|produktion|dreh\w*|folgen?|staffel|produccion(?:es)?|rodaje|pelicula|largometraje|"
    r"corto|long metrage|court metrage|cine|regie|unit|episodios?|capitulos?)\b"
)
"""What a production's papers call it."""
_FEW = 2
"""Lines that are too few to demand words of the trade among them."""
_OTHERS = 2
"""Words of other trades that outweigh fewer of film."""
_DOUBT = 0.5
_BESIDE = 1.5
"""What it counts for that other tabs of the spreadsheet are a production's."""
_WEAK = 0.34
_CODED = 0.5
"""What a column of accounts counts for."""
_HEADINGS = re.compile(rf"(?:{HEADINGS})")
_TITLE = re.compile(
    r"\b(?:cast|crew|actors?|performers?|talent|besetzung|darsteller|distribution|reparto|elenco|"
    r"timecards?|ledger|bible|episodes?|unit)\b"
)
_OFFICE_HEADINGS = re.compile(rf"(?:{OFFICE_HEADINGS})")
_FILM_TOO = re.compile(rf"\b(?:{FILM_TOO})\b")
_OFFICE = re.compile(rf"\b(?:{OFFICE})\b")


@dataclass(frozen=True, slots=True)
class Judgement:
    """By what a claim is multiplied, and why."""

    factor: float = 1.0
    why: tuple[str, ...] = ()


def judge(view: Sheet, kind: Kind, header: Header, title: str, last: int) -> Judgement:
    """Judge a claim by the trade that its title and the words below its headings belong to."""
    if kind.trade is None:
        return Judgement()
    words, lines = _words(view, kind, header, last)
    film, office = weigh(words)
    headings = [*header.headings.values(), *header.others]
    film += 1.5 * sum(_HEADINGS.fullmatch(normal(text)) is not None for text in headings)
    office += sum(_OFFICE_HEADINGS.fullmatch(normal(text)) is not None for text in headings)
    film += _TITLE.search(normal(title)) is not None
    film += _CODED * ("account" in header.columns)
    if view.of_film:
        film += _BESIDE
    if film < office >= _OTHERS or (film < kind.trade and lines > _FEW):
        return Judgement(_DOUBT, ("little on the sheet is a production's",))
    return Judgement()


def speaks_of_film(view: Sheet, header: Header) -> bool:
    """Whether a title, a heading or a line speaks of a production, or other tabs are one's."""
    if view.of_film:
        return True
    top = min(header.rows, default=1)
    titles = (text for row in range(max(1, top - _TITLES), top) for text in view.line(row) if text)
    headings = (*header.headings.values(), *header.others)
    if any(map(is_titled, (view.grid.tab, *titles, *headings))):
        return True
    last = min(view.height, header.bottom + _SAMPLE)
    lines = (text for row in range(header.bottom + 1, last + 1) for text in view.line(row) if text)
    return weigh({normal(text) for text in lines if len(text) <= 60})[0] >= 1


def is_titled(text: str) -> bool:
    """Whether a text calls something what a production's papers do."""
    return _PRODUCTION.search(normal(text)) is not None


def weigh(words: Iterable[str]) -> tuple[float, float]:
    """How many different words of film, and of other trades, some texts hold.

    A text that a film's word is in counts for film alone: an "Electrician (best boy)".
    """
    film = 0
    weak: set[str] = set()
    office: set[str] = set()
    for text in words:
        if film_jobs.is_film_job(text) or departments.is_of_film(text):
            film += 1
        else:
            weak |= set(_FILM_TOO.findall(text))
            office |= set(_OFFICE.findall(text))
    return film + _WEAK * len(weak), float(len(office))


def _words(view: Sheet, kind: Kind, header: Header, last: int) -> tuple[set[str], int]:
    """The texts of the columns that hold words, names apart; and how many lines there are.

    Whom a performer plays, a waiter or a judge, says nothing of the trade either.
    """
    fields = kind.vocabulary.fields
    apart = {
        col
        for name, col in header.columns.items()
        if name.endswith("name")
        or (name == "role" and kind.name == "cast")
        or fields[name].private
        or fields[name].shape is not Shape.WORDS
    }
    columns = {*header.columns.values(), *header.others.values()} - apart
    found: set[str] = set()
    lines = 0
    for row in range(header.bottom + 1, min(last, header.bottom + _SAMPLE, view.height) + 1):
        texts = [text for col in columns if (text := view.text(row, col)) and len(text) <= 60]
        lines += len(texts) > 0
        found.update(normal(text) for text in texts)
    return found, lines
