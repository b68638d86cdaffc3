"""Permits: who allows filming where, from when to when."""

from __future__ import annotations

import re

from schemas import rows
from schemas.headings import Header, normal
from schemas.kind import Found, Kind
from schemas.planning.dated_lists import DatedList
from schemas.planning.permit_fields import FIELDS
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import rates, spans
from schemas.values.rates import Rate
from schemas.values.words import listed

_DAYS_OF = re.compile(
    r"\bdates\b|^valid$|\b(?:film\w*|shoot\w*|permit\w*) (?:date|day)\b|\bdates? of use\b"
)
"""A heading of the days that a permit is for, rather than of the first."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_WORDS = re.compile(
    r"\b(?:permits?|permissions?|permis|autorisations?|(?:dreh)?genehmigung\w*|permisos?|"
    r"autorizacion(?:es)?|(?:locations?|locs|filming|site) (?:and )?(?:approvals?|consents?))\b"
)
_FILM = re.compile(
    r"\b(?:film\w*|shoot\w*|locations?|sets?|drones?|sfx|pyro\w*|stunts?|street closures?|"
    r"road closures?|parking|police|tournage|lieu|decor|dreh\w*|motiv|rodaje|localizacion\w*|"
    r"locacion\w*|lugar|base ?camp|beach|park|minors?|animals?|weapons?|firearms?)\b"
)
_OTHER = re.compile(
    r"\b(?:employees?|passport|nationality|visa|contractor|inspect\w*|parcel|valuation|zoning|"
    r"plumbing|work class|organi[sz]er|event|event name|"
    r"sq ?ft|square feet|vehicle|plate|owner name|apn|students?|driver)\b"
)


def enough(sheet: Sheet, header: Header) -> bool:
    """A permit log names permits or who grants them, where, and from when or until when.

    Words of permits stand in a heading or the title, and words of filming somewhere: a city's log
    of building permits and an office's of work permits are none.
    """
    fields = header.columns.keys()
    headings = [*header.headings.values(), *header.others]
    if _is_another(sheet, header):
        return False
    if not fields & {"permit_number", "authority"} or len(fields - {"notes", "contact"}) < 4:
        return False
    if not fields & {"location", "authority"}:
        return False
    if not fields & {"start_date", "end_date"}:
        return False
    top = min(header.rows, default=1)
    above = [text for row in sheet.texts[max(0, top - 7) : top - 1] for text in row[:4] if text]
    words = [normal(text) for text in (*headings, *above, sheet.grid.tab)]
    below = (
        normal(text)
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + 40) + 1)
        for text in sheet.line(row)
        if text
    )
    return any(map(_WORDS.search, words)) and (
        sheet.of_film or any(map(_FILM.search, words)) or any(map(_FILM.search, below))
    )


def _is_another(_: Sheet, header: Header) -> bool:
    """Whether headings are of building permits, work permits or licences of drivers."""
    headings = (*header.headings.values(), *header.others)
    return any(_OTHER.search(normal(heading)) for heading in headings)


_FILMING = re.compile(
    r"(?:shoot\w*|film\w*|dreh) (?:date|day)s?|drehtage?|drehdatum|(?:dates?|jours?) de tournage|"
    r"(?:fechas?|dias?) de rodaje"
)
"""A heading of the days on which a place is shot at; beside others, no days of the permit."""
_DATES = {"start_date", "end_date"}
_VALID = re.compile(r"valid\w*|good|in force|permit|effective|gultig|valable|valide|vigen\w*")
_USE = re.compile(
    r"\b(?:shoot\w*|film\w*|tournages?|tourne|dreh\w*|rodaje|utilisation|uso|nutzung)\b"
)
_TIMES = re.compile(r"\b(?:times?|hours?|hrs|heures?|uhrzeit|horas?|call|wrap)\b")
"""What a day's hours are headed with: no days of filming."""
_SPAN = (
    (
        "filming_from",
        listed("from start starts du von ab desde del debut beginn inicio"),
        re.compile(
            r"\b(?:first|starts?|begins?|from|1st|premiere?|1er|debut|erste\w*|beginn|primer\w*|inicio|desde)\b"
        ),
    ),
    (
        "filming_to",
        listed("to until thru end ends au bis hasta al fin ende"),
        re.compile(r"\b(?:last|ends?|to|until|thru|derniere?|fin|letzte\w*|ende|ultim\w*|hasta)\b"),
    ),
)
"""The headings of two days that, beside those of validity, are those of filming: bare, or which of
the days they are beside a word of filming."""


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell the type of a permit from its number, and the days of filming from the permit's own."""
    header = _filmed(_typed(sheet, header))
    other = next((text for text in header.others if _FILMING.fullmatch(normal(text))), None)
    if other is None or "filming_from" in header.columns or not header.columns.keys() >= _DATES:
        return header
    return header.with_field("filming_from", other, header.others[other])


def _filmed(header: Header) -> Header:
    """Beside the days of validity, "From | To" or "First Shoot Date | Last ..." are of filming."""
    valid = all(_VALID.match(normal(header.headings.get(name, ""))) for name in _DATES)
    said = [
        (name, text)
        for name, words, which in _SPAN
        for text in header.others
        if name not in header.columns and _is_used(normal(text), words, which, bare=valid)
    ]
    if [name for name, _ in said] == [name for name, *_ in _SPAN]:
        for name, text in said:
            header = header.with_field(name, text, header.others[text])
    return header


def _is_used(heading: str, words: frozenset[str], which: re.Pattern[str], *, bare: bool) -> bool:
    """Whether a heading is of the first, or last, day on which a place is filmed at."""
    if heading in words:
        return bare
    said = _USE.search(heading) and which.search(heading)
    return said is not None and not _TIMES.search(heading)


def _typed(sheet: Sheet, header: Header) -> Header:
    """A column headed "Permit" that holds words and no numbers says of which type it is."""
    col = header.columns.get("permit_number")
    if col is None or "type" in header.columns:
        return header
    below = range(header.bottom + 1, min(sheet.height, header.bottom + 40) + 1)
    texts = [text for row in below if (text := sheet.text(row, col))]
    if not texts or any(any(map(str.isdigit, text)) for text in texts):
        return header
    return header.renamed("permit_number", "type")


def _complete(sheet: Sheet, found: Found, record: Record) -> None:
    """Take a single date for the only day, and leave a fee open that is not known yet."""
    _only_day(found, record)
    _open_fee(sheet, found, record)
    _filming_days(sheet, found, record)


def _filming_days(sheet: Sheet, found: Found, record: Record) -> None:
    """Read the days of filming where one cell says several, one after the other.

    Days apart ("3/16 & 3/20") and other words say none.
    """
    faults = [name for name in ("filming_from", "filming_to") if record.faults.pop(name, None)]
    text = sheet.text(record.row, found.header.columns[faults[0]]) if faults else ""
    days = spans.unbroken(text, sheet.dates)
    if days is not None:
        record.values["filming_from"], record.values["filming_to"] = days


def _only_day(found: Found, record: Record) -> None:
    """A date under "Permit dates", where no column has the last day, is both first and last."""
    heading = normal(found.header.headings.get("start_date", ""))
    if "end_date" not in found.header.columns and _DAYS_OF.search(heading):
        record.values["end_date"] = record.values["end_date"] or record.values["start_date"]


def _open_fee(sheet: Sheet, found: Found, record: Record) -> None:
    """Leave a fee open that is no sum: not known yet, told by the day, or told in words.

    "TBC", "$48/day", "Spende 500", "250 + deposit".
    """
    if "fee" not in record.faults:
        return
    text = sheet.text(record.row, found.header.columns["fee"])
    rows.leave_open(record, "fee")
    rows.leave_in_words(record, "fee", text)
    fault = record.faults.get("fee")
    if fault is None or fault.code != "unreadable-amount":
        return
    if _WORD.search(text) or isinstance(rates.rate(text), Rate):
        del record.faults["fee"]


LIST = DatedList(
    name="permits",
    fields=FIELDS,
    named=("permit_number", "location", "authority"),
    money=("fee",),
    expires="permit",
    complete=_complete,
)
KIND = Kind(
    name="permits",
    fields=FIELDS,
    enough=enough,
    read=LIST.read,
    settles=settles,
    titles="permits?|permit log|permit tracker|film permits|permis|autorisations?|"
    "(?:dreh)?genehmigung\\w*|permisos|autorizaciones",
    core=("location authority", "authority permit_number type", "start_date end_date status"),
    called="permissions?|clearances|consents?|location agreements|council|authorities|"
    "bewilligung\\w*|drehbewilligung\\w*|erlaubnis\\w*|behorden|demandes|conventions|tramites|licencias|"
    "permiso|gestiones",
    refused=_is_another,
)
