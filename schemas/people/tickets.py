"""Tickets, certificates and licences on a crew list: which columns say until when they are good."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Found
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import calendar
from schemas.values.date_texts import on
from schemas.values.dates import Dates
from schemas.values.words import NOT_NEEDED, Fault, fold, is_dash

FIELDS = tuple(
    Field(f"ticket_expires_{number}", "", weight=0.0, further=True) for number in range(2, 7)
)
"""Further columns of the same meaning: somebody's driving licence beside their first aid."""
_DATED = Field("ticket_expires", "", Shape.DATE)
"""What their cells are read as; words stand there as often as dates do."""
NAMES = ("ticket_expires", *(field.name for field in FIELDS))
SAID = {name: name.replace("expires", "said") for name in NAMES}
"""Field -> where the words of its cell are kept."""
WANTED = {name: name.replace("expires", "wanted") for name in NAMES}
"""Field -> whether the sheet says that everybody must have one: then a blank counts as expired."""

_EXPIRY = (
    r"exp|expy|expir\w*|valid|valid (?:until|to|thru|till)|good (?:until|thru|through|to)|"
    r"renew\w*|runs out|gultig\w*|ablauf\w*|lauft ab|valable\w*|valid[ei]\w*|echeance|"
    r"caduc\w*|venc\w*|vigen\w*|valido hasta|hasta|jusqu(?:['’ ]?(?:au|a))?"
)
_EXPIRES = re.compile(rf"\b(?:{_EXPIRY})\b")
_ENDS = re.compile(r"\b(?:fin|ende?|bis|until|till|thru|to)$")
"""What ends a ticket's own heading where that says until when: "CACES (fin)"."""
_TICKET = re.compile(
    r"\b(?:tickets?|lic|lics|licen[cs]es?|certs?|certificat\w*|certification|card|cards|medical|med|"
    r"qual|quals|qualif\w*|competenc\w*|induction|white card|cdl|dl|osha\w*|ipaf|pasma|awp|iosh|"
    r"first aid|cpr|hazmat|(?:work|working|residence|labou?r) permits?|work visas?|passports?|"
    r"forklift|pyro|armou?rer|diving|drone|faa|safety pass\w*|whmis|[em]ewp|"
    r"work(?:ing)? at heights?|fall (?:protection|arrest)|"
    r"schein|scheine|nachweis|zertifikat|fuhrerschein|ersthelfer|befahigung|"
    r"habilitation\w*|permis|caces|brevet|carte|sst|arbeitserlaubnis|aufenthalts\w*|"
    r"carnet|carnets|certificad\w*|licencia|titulacion|habilitacion|permiso|prl)\b"
)
_NO_TICKET = re.compile(
    r"\b(?:deal|contract|option|hold|offer|lease|avail\w*|(?<!work )visa|parking)\b"
)
_WITHIN = re.compile(
    rf"\b(?:{_EXPIRY}|until|till|to|thru|through|bis|au)\b[\s.:,)(-]*(?:date|on|am|le|el|bis|au|"
    r"hasta|until|to|thru)?[\s.:]*"
)
_DAY = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}|"
    r"\d{1,2}(?:st|nd|rd|th)?[ .-]*[a-z]{3,9}\.?[ ,'-]*(?:\d{4}|\d{2})\b|"
    r"[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|[a-z]{3,9}\.?[ '-]*\d{4}|\d{1,2}[./-]\d{1,2}"
)
_MONTH = re.compile(r"(?:(\d{1,2})[./-]|([a-z]{3,9})\.?[ '-]*)(\d{4}|\d{2})")
_CARD_YEARS = range(24, 60)
"""What the second number of "03/27" may be to be a card's year, where no day is meant."""
REGISTER = re.compile(
    r"\b(?:tickets?|certs|certificates?|certifications|licen[cs]es?|qualifications|training|"
    r"habilitations|nachweise|scheine|carnets|certificados)\b"
)
"""What a list of tickets alone is titled."""
_SAMPLE = 60
_REQUIRED = re.compile(
    r"\b(?:required|req ?d|mandatory|must|compulsory|obligatoire|pflicht|obligatori[oa]|needed|"
    r"no (?:card|ticket|cert\w*|pass),? no)\b"
)
_EVERYBODY = re.compile(
    r"\b(?:every(?:one|body)|every crew member|all (?!driver|rigger|operator|pilot|stunt|grip|elec)"
    r"(?:\w+ )?(?:crew|staff|personnel|hands|people|field|members)|whole crew|entire crew|"
    r"tou(?:s|te l equipe)|alle|todos|todo el equipo)\b"
)


def settled(sheet: Sheet, header: Header) -> Header:
    """Give the ticket's fields the columns that say until when a ticket is good."""
    free = [name for name in NAMES if name not in header.columns]
    for col, heading in _untaken(sheet, header):
        if free and _says_until(sheet, header, col, heading):
            header = header.with_field(free.pop(0), heading, col)
    return header


def wanted(sheet: Sheet, found: Found) -> frozenset[str]:
    """The ticket columns that everybody must fill.

    The heading says so, or a note on the tab, or those who need none, each with an "n/a".
    """
    header = found.header
    named = {
        name: normal(header.headings.get(name, "")) for name in NAMES if name in header.columns
    }
    notes = [
        said
        for line in sheet.texts
        for text in set(filter(None, line))
        if len(text) > _NOTE and _REQUIRED.search(said := normal(text)) and _EVERYBODY.search(said)
    ]
    return frozenset(
        name
        for name, heading in named.items()
        if _REQUIRED.search(heading)
        or any(word[0] in said for word in _TICKET.finditer(heading) for said in notes)
        or _spares(sheet, found, header.columns[name])
    )


def _spares(sheet: Sheet, found: Found, col: int) -> bool:
    """Whether a column spells out who needs no ticket, and few that have neither "n/a" nor a day.

    Somebody who types "n/a" for a few and leaves most of the others blank says nothing of these.
    """
    who = found.header.columns.get("name") or found.header.columns.get("last_name")
    rows = range(found.header.bottom + 1, found.block.bottom + 1)
    said = [fold(sheet.text(row, col)) for row in rows if who and sheet.text(row, who)]
    spared = sum(map(is_needless, said))
    blank = said.count("")
    return spared > 1 and blank < spared and blank < len(said) - blank - spared + 1


_NEEDLESS = re.compile(rf"n ?[./]? ?a\.?|s\. ?o\.?|so|n\.? ?z\.?|no aplica|entf\.?|{NOT_NEEDED}")
"""What is typed for somebody who needs no ticket."""
_NOTE = 15
"""Letters that a sentence has at least."""


def is_needless(text: str) -> bool:
    """Whether a cell says that somebody needs no ticket: "n/a"."""
    return _NEEDLESS.fullmatch(fold(text)) is not None


def _untaken(sheet: Sheet, header: Header) -> Iterator[tuple[int, str]]:
    """The headed columns that no field has, those with the same heading as another included."""
    taken = set(header.columns.values())
    known = {col: heading for heading, col in header.others.items()}
    for col in range(1, sheet.width + 1):
        heading = known.get(col) or sheet.text(header.bottom, col)
        if col not in taken and heading:
            yield col, heading


def _says_until(sheet: Sheet, header: Header, col: int, heading: str) -> bool:
    """Whether a column is of a ticket's last days: by its heading, the one before, its texts."""
    said = normal(heading)
    before = normal(sheet.text(header.bottom, col - 1)) if col > 1 else ""
    if _NO_TICKET.search(said):
        return False
    beside = _TICKET.search(before) is not None and not _NO_TICKET.search(before)
    if _EXPIRES.search(said):
        return beside or _TICKET.search(said) is not None or _needed_by_some(sheet, header, col)
    if not _TICKET.search(said):
        return False
    if _ENDS.search(said):
        return True
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    texts = (sheet.text(row, col) for row in rows)
    return any(expiry(text, sheet.dates, said=False) for text in texts if text)


def _needed_by_some(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether what expires is a ticket of whatever name: some have its last day, others need none.

    A heading that says no more than "Exp" is of what stands beside it, and rooms, cars and kit are
    none of anybody's tickets.
    """
    said = normal(sheet.text(header.bottom, col))
    what = _EXPIRES.sub("", said).strip()
    if not what or _HIRED.search(said):
        return False
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    texts = {row: text for row in rows if (text := sheet.text(row, col))}
    needless = {row for row, text in texts.items() if is_needless(text)}
    days = [row for row in texts.keys() - needless if isinstance(day(sheet, row, col), date)]
    return bool(needless) and bool(days) and len(needless) + len(days) == len(texts)


_HIRED = re.compile(
    r"\b(?:rental|rented|hired?|hotel|room|lodging|housing|apartment|flat|car|vehicle|van|kit|box|"
    r"phone|sim|per diem|allowance|quote|rate|miete|location|alquiler)\b"
)
"""What is let or paid until a day, and is no ticket."""


def is_ticket(heading: str) -> bool:
    """Whether a heading speaks of a ticket."""
    said = normal(heading)
    return _TICKET.search(said) is not None and _NO_TICKET.search(said) is None


def says_until(heading: str) -> bool:
    """Whether a heading is of the day on which something expires."""
    return _EXPIRES.search(normal(heading)) is not None


def day(sheet: Sheet, row: int, col: int) -> object:
    """What a cell says as a day: see :meth:`schemas.sheet.Sheet.value`."""
    return sheet.value(row, col, _DATED)


def take(record: Record, sheet: Sheet, found: Found, asked: frozenset[str] = frozenset()) -> None:
    """Read until when each ticket is good out of the words of its cell, in place.

    The words are kept, for "N/A" and the like; none of them is a fault. ``asked`` are the columns
    that everybody must fill; so must whoever has a ticket named in the column before.
    """
    for name, said in SAID.items():
        col = found.header.columns.get(name)
        text = sheet.text(record.row, col) if col else ""
        record.values[WANTED[name]] = name in asked or (
            col is not None and _names_one(sheet, found, record.row, col)
        )
        record.values[said] = text or None
        record.values[name] = None
        if not col or not text:
            continue
        day = sheet.value(record.row, col, _DATED)
        if isinstance(day, Fault) and day.code != "unreadable-date":
            record.faults[name] = day
        elif isinstance(sheet.grid.at(record.row, col), str) and not _is_day(day, text):
            heading = normal(found.header.headings.get(name, ""))
            told = (_EXPIRES.search(heading) or _ENDS.search(heading)) is not None
            record.values[name] = expiry(text, sheet.writing(col, Shape.DATE).dates, told)
        else:
            record.values[name] = day


def _names_one(sheet: Sheet, found: Found, row: int, col: int) -> bool:
    """Whether the cell before says which ticket it is: "Ticket req'd | Expires"."""
    if col - 1 in found.header.columns.values() or col < 2:
        return False
    heading, said = sheet.text(found.header.bottom, col - 1), sheet.text(row, col - 1)
    held = bool(said) and not is_dash(said) and fold(said) not in _NONE
    return held and is_ticket(heading) and _EXPIRES.search(normal(heading)) is None


_NONE = frozenset(("n/a", "na", "none", "no", "nil", "not required", "keine", "aucun", "ninguno"))


def _is_day(day: object, text: str) -> bool:
    """Whether a text was read as a day, and is no card's month ("03/27")."""
    return isinstance(day, date) and _month(fold(text)) is None


def expiry(text: str, dates: Dates, said: bool) -> date | None:
    """The earliest last day of the tickets that a text names; ``None`` where it gives none.

    ``said`` is whether the heading says that the dates are of expiry; else the text must.
    """
    folded = fold(text)
    starts = {match.end() for match in _WITHIN.finditer(folded)}
    days = [
        day
        for match in _DAY.finditer(folded)
        if (said or match.start() in starts) and (day := _day(match[0], dates)) is not None
    ]
    return min(days, default=None)


def _day(text: str, dates: Dates) -> date | None:
    """A date, or the last day of a month: "9/4/25", "Mar 2027", "03/27"."""
    if (last := _month(text)) is not None:
        return last
    day = dates.read(text)
    return day if isinstance(day, date) else None


def _month(text: str) -> date | None:
    """The last day of a month that a text names, as cards do; ``None`` where it names none."""
    found = _MONTH.fullmatch(text)
    if found is None:
        return None
    number, word, year = found.groups()
    month = int(number) if number else calendar.month(word)
    full = int(year) if len(year) == 4 else 2000 + int(year)
    if not month or not 1 <= month <= 12 or (len(year) == 2 and int(year) not in _CARD_YEARS):
        return None
    return on(full, month, monthrange(full, month)[1]) if 1 <= full <= 9999 else None
