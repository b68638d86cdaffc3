"""Registers of tickets: who holds which certificate, and until when, on a tab of their own.

Every trade keeps such lists: one is a production's where its people are on the crew list. A line is
a person's ticket; a name or a ticket that stands once, or alone above its lines, is theirs too. Or
each ticket has a column, and a line is a person.
"""

from __future__ import annotations

import re
from datetime import date

from model.issue import Issue
from model.table import Table
from schemas import rows, wordings
from schemas.headings import Field, Header, Shape
from schemas.kind import Found, Kind
from schemas.people import tickets
from schemas.remarks import is_note
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import names

FIELDS = (
    Field(
        "name",
        "holder|ticket holder|held by|crew|crew member|employee|technician|technicien|"
        "mitarbeiter|mitarbeiter in|inhaber|titulaire|titular|tecnico|" + wordings.PERSON,
        Shape.WORDS,
    ),
    Field("first_name", "first name|first|prenom|vorname|nombre de pila", Shape.WORDS),
    Field("last_name", "last name|last|surname|nachname|apellido|apellidos", Shape.WORDS),
    Field("position", "dept|department|" + wordings.JOB, Shape.WORDS, weight=0.4),
    Field(
        "ticket",
        "ticket|tickets|ticket type|licence|license|licence type|license type|certificate|cert|"
        "certs|certification|qualification|card|card type|competency|course|training|type|class|"
        "ticket licence|licence ticket|ticket cert|licence certificate|document|paper|pass|"
        "nachweis|schein|zertifikat|befahigung|habilitation|formation|permis|titre|carnet|"
        "certificado|titulacion|licencia|habilitacion|documento",
        Shape.WORDS,
    ),
    Field(
        "number",
        "card no|card #|card number|ticket no|ticket #|cert no|cert #|certificate no|licence no|"
        "license no|license #|number|no|#|ref|reference|numero|nummer|nr|n",
        Shape.CODE,
        weight=0.3,
    ),
    Field(
        "issued",
        "issued|issue date|date issued|date of issue|obtained|passed|completed|delivre le|"
        "ausgestellt|expedido",
        weight=0.3,
    ),
    Field(
        "ticket_expires",
        "expires|expiry|expiry date|exp|exp date|expiration|expiration date|expires on|valid to|"
        "valid until|valid thru|good until|good thru|good to|renewal|renewal date|renew by|"
        "runs out|until|gultig bis|ablauf|ablaufdatum|lauft ab|valable jusqu au|valable jusquau|"
        "valide jusqu au|valide jusquau|"
        "echeance|fin de validite|expire le|vence|vencimiento|caduca|caducidad|valido hasta",
        weight=1.5,
    ),
    *tickets.FIELDS,
    Field("status", wordings.STATUS, weight=0.3),
    Field("notes", "checked by|copy held|" + wordings.NOTES, weight=0.2),
)
COLUMNS = (*(field.name for field in FIELDS), *tickets.SAID.values(), *tickets.WANTED.values())
_READ = tuple(field for field in FIELDS if field.name not in tickets.NAMES)
_SAMPLE = 60


def enough(sheet: Sheet, header: Header) -> bool:
    """A register names the crew list's people, and until when a ticket is good."""
    fields = header.columns.keys()
    if "ticket_expires" not in fields or not fields & {"name", "last_name"} or not sheet.crew:
        return False
    named = [
        words for row in _lines(sheet, header) if (words := names.words(_name(sheet, header, row)))
    ]
    known = sum(_is_listed(sheet, words) for words in named)
    return known * 2 >= len(named) > 0


def settled(sheet: Sheet, header: Header) -> Header:
    """Take the columns that are headed by tickets and hold days to come: a ticket each."""
    header = tickets.settled(sheet, header)
    free = [name for name in tickets.NAMES if name not in header.columns]
    others = [(text, col) for text, col in header.others.items() if tickets.is_ticket(text)]
    coming = [_comes(sheet, header, col) for _, col in others]
    for (heading, col), comes in zip(others, coming, strict=True):
        if free and (comes or (any(coming) and _are_days(sheet, header, col))):
            header = header.with_field(free.pop(0), heading, col)
    if "ticket_expires" in header.columns or "ticket" not in header.columns:
        return header
    col = header.columns["ticket"]  # "Cert": the ticket's own column of days
    return header.renamed("ticket", "ticket_expires") if _comes(sheet, header, col) else header


def _comes(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether a column holds days, one of them yet to come: a day of issue never is."""
    return _are_days(sheet, header, col, after=sheet.production.today)


def _are_days(sheet: Sheet, header: Header, col: int, after: date = date.min) -> bool:
    """Whether a column holds days, one of them after some day; who needs none is left aside."""
    values = [
        tickets.day(sheet, row, col)
        for row in _lines(sheet, header)
        if (text := sheet.text(row, col)) and not tickets.is_needless(text)
    ]
    days = [value for value in values if isinstance(value, date)]
    return len(days) * 2 >= len(values) > 0 and max(days) > after


def _lines(sheet: Sheet, header: Header) -> range:
    return range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)


def _name(sheet: Sheet, header: Header, row: int) -> str | None:
    """Who a line is about, from one column or two."""
    said = {name: sheet.text(row, header.columns.get(name, 0)) for name in _PARTS}
    first, last = said["first_name"], said["last_name"] or said["name"]
    return names.joined(first, last) if first else names.person(said["name"] or last)


_PARTS = ("name", "first_name", "last_name")


def _is_listed(sheet: Sheet, words: frozenset[str]) -> bool:
    """Whether somebody of the crew lists is so named."""
    return any(words <= one or one <= words for one in sheet.crew)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a register: a record a line that names somebody, itself or by the line above it."""
    told = rows.sort(sheet, found)
    asked = tickets.wanted(sheet, found)
    above: dict[str, str | None] = {}
    records: list[Record] = []
    for row in told.left:
        texts = rows.filled(sheet, found, row)
        if len(set(texts.values())) == 1:
            told.leave_out(row, _announced(sheet, next(iter(texts.values())), above))
            continue
        record = rows.read(sheet, found, _READ, row)
        tickets.take(record, sheet, found, asked)
        values = record.values
        values["name"] = _name(sheet, found.header, row) or above.get("name")
        values["ticket"] = values["ticket"] or above.get("ticket")
        if values["name"] is None or rows.is_total(next(iter(texts.values()))):
            told.leave_out(row, "note")
            continue
        above["name"] = str(values["name"])
        records.append(record)
    table = rows.table("tickets", COLUMNS, sheet, found, told, records)
    made = [issue for each in records for issue in rows.fault_issues(sheet, found, FIELDS, each)]
    return table, made + rows.notes(sheet, found, _READ, table)


def _announced(sheet: Sheet, words: str, above: dict[str, str | None]) -> str:
    """Note whose lines, or which ticket's, a row of its own begins, in place; what the row is."""
    if is_note(words):
        return "note"
    bare = _STARS.sub("", words)
    if (said := names.words(bare)) and _is_listed(sheet, said):
        above["name"] = names.person(bare)
    else:
        above |= {"name": None, "ticket": bare}
    return "banner"


_STARS = re.compile(r"^[\s*=–—-]+|[\s*=:–—-]+$")

KIND = Kind(
    name="tickets",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="tickets|ticket register|tickets and licences|licences|licenses|certificates|certs|"
    "certifications|qualifications|training|training matrix|competencies|cards|safety tickets|"
    "habilitations|nachweise|scheine|carnets|certificados",
    settles=settled,
)
