"""Whose times stand below a line of its own: "Name: Ren Okuda", "1. OKUDA, Ren - 1st AC"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.headings import Header, normal
from schemas.people import departments, film_jobs
from schemas.sheet import Sheet
from schemas.times import title_dates
from schemas.values import names
from schemas.values.words import fold, listed

_ABOVE = 6
_BELOW = 60
_SHORT = 3
"""Texts of a line that names somebody."""
_LABEL = re.compile(
    r"(?:(?:crew|cast|artist|employee|performer)[ ']?s? )?"
    r"(?:name|employee|crew ?member|cast ?member|artist|performer|actor|minor|technicien|"
    r"mitarbeiter|nom|nombre)(?: name)?\s*[:#]\s*(?P<rest>.*)"
)
_JOB = re.compile(
    r"(?:position|job|job title|title|occ|occupation|classification|role|funktion|fonction|poste|"
    r"puesto)\s*:\s*(?P<rest>.*)"
)
_NUMBER = re.compile(
    r"(?:(?:cast|no|nr)\.? ?)?#? ?\d{1,3}[a-zA-Z]?(?:\s*[.):–—-]\s*|\s+)", re.IGNORECASE
)
"""A cast's number before the name: "1. Ren Okuda", "#12 OKUDA"."""
_PERSON = re.compile(r"[^\W\d_a-z][\w.'’-]*,?(?: [\w.'’\"“”-]+){1,3}")
_PARTS = re.compile(r"\s+[-–—/|]\s+|\s*[(:\[]\s*")
_NOBODYS = listed(
    "time times sheet sheets week weekly wk crew cast unit total totals hours log report day days "
    "daily production call wrap lunch meal card cards exhibit page notes remarks off holiday to of "
    "sunday monday tuesday wednesday thursday friday saturday from and the "
    "date dates datum tag jour fecha dia shoot shooting drehtag"
)
"""Words of a title, of which a person's name has none."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody whose times follow, and their job where that is said."""

    name: str
    position: str | None = None


def named(sheet: Sheet, header: Header) -> bool:
    """Whether lines of their own, above a heading or below it, say whose times these are."""
    if above(sheet, header) is not None:
        return True
    below = range(header.bottom + 1, min(sheet.height, header.bottom + _BELOW) + 1)
    return any(in_row(sheet, row) is not None for row in below)


def leads(sheet: Sheet, header: Header) -> bool:
    """Whether the first line below a heading says whose days follow."""
    below = range(header.bottom + 1, min(sheet.height, header.bottom + _ABOVE) + 1)
    first = next((row for row in below if any(sheet.line(row))), None)
    return first is not None and in_row(sheet, first) is not None


def above(sheet: Sheet, header: Header) -> Owner | None:
    """Whose times stand below a heading: the line next above it, or a labelled one."""
    if (own := heading(sheet, header, header.bottom)) is not None:
        return own
    top = min(header.rows, default=1)
    for row in range(top - 1, max(0, top - _ABOVE - 1), -1):
        owner = in_row(sheet, row) if row == top - 1 else _labelled(_texts(sheet, row))
        if owner is not None:
            return owner
    return None


def heading(sheet: Sheet, header: Header, row: int) -> Owner | None:
    """Whose days a row of headings says to stand below, over their dates: "Ana Moreno | Call"."""
    col = header.columns.get("date")
    return _alone([sheet.text(row, col)]) if col and sheet.text(row, col) else None


def dated(sheet: Sheet, header: Header) -> tuple[str, int] | None:
    """The heading that is somebody's name over dates, and its column."""
    below = range(header.bottom + 1, header.bottom + _SHORT + 1)
    for text, col in header.others.items():
        days = (title_dates.of_cell(sheet, row, col, sheet.text(row, col)) for row in below)
        if _alone([text]) is not None and any(day is not None for day in days):
            return text, col
    return None


def in_text(text: str) -> Owner | None:
    """Whom a text names, and nothing else."""
    return _alone([text])


def in_row(sheet: Sheet, row: int) -> Owner | None:
    """Whom a line names, by a label or by nothing else than their name and job."""
    texts = _texts(sheet, row)
    return _labelled(texts) or _alone(texts)


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [text for text in sheet.line(row) if text]


def _labelled(texts: Sequence[str]) -> Owner | None:
    said = _after(texts, _LABEL)
    name = names.named(said).name if said else None
    return Owner(name, _after(texts, _JOB)) if name else None


def _after(texts: Sequence[str], label: re.Pattern[str]) -> str | None:
    """What follows a label, in its cell or in the next one."""
    for number, text in enumerate(texts, start=1):
        after = texts[number] if number < len(texts) else ""
        match = label.fullmatch(fold(text))
        if match is not None:
            rest = match["rest"].strip()
            return (text[len(text) - len(rest) :] if rest else after) or None
    return None


def _alone(texts: Sequence[str]) -> Owner | None:
    if not 0 < len(texts) <= _SHORT:
        return None
    number = _NUMBER.match(texts[0])
    parts: list[str] = _PARTS.split(texts[0][number.end() if number else 0 :].rstrip(" )]"))
    first, rest = parts[0], [*parts[1:], *texts[1:]]
    if not _is_person(first) and not (number and _is_role(first)):
        return None
    jobs = [text for text in rest if film_jobs.is_film_job(text)]
    return Owner(names.named(first).name or first, jobs[0] if jobs else None)


def _is_person(text: str) -> bool:
    return _PERSON.fullmatch(text) is not None and _is_somebody(text)


def _is_role(text: str) -> bool:
    """Whether a numbered line says a role in capitals: "1. NORA"."""
    return text.isupper() and text.isalpha() and _is_somebody(text)


def _is_somebody(text: str) -> bool:
    if set(normal(text).split()) & _NOBODYS:
        return False
    return not (departments.is_department(text) or film_jobs.is_film_job(text))
