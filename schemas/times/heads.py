"""What makes a tab daily times of a film's people, and which of its columns is which time."""

from __future__ import annotations

import re

from schemas.finding import trade
from schemas.headings import Field, Header, Shape, normal
from schemas.people import call_sheets
from schemas.sheet import Sheet
from schemas.times import owners, title_dates, units, weeks
from schemas.times.fields import NAMING
from schemas.values.clock import Clock

_SAMPLE = 60
_TIME = Field("time", "", Shape.TIME)
_ABOVE = 8
_FILM_HEADINGS = re.compile(
    r"^(?:(?:set|crew|unit|cast|general|actual|planned|sched\w*|budget\w*) )?(?:call|wrap)"
    r"(?: time)?$|^(?:minors?|on set|wrapped set)$|"
    r"\b(?:ndb|dismiss\w* (?:from )?set|makeup|mu|convocation|heure de convocation|drehschluss|"
    r"drehdatum|citacion|fecha de rodaje|shoot(?:ing)? date|[12] ?m (?:in|out)|m[12] (?:in|out))\b"
)
_FILM_TITLES = re.compile(
    r"\b(?:film|movie|feature|shoot\w*|exhibit g|studio teachers?|production (?:report|time)|crew|"
    r"cast|performers?|tournage|rodaje|dreh\w*)\b"
)
_TRAVEL = re.compile(
    r"\b(?:flights?|airlines?|carrier|pnr|vols?|compagnie aerienne|flug\w*|vuelos?|aerolinea|"
    r"train(?: no)?|zug(?:nr)?|tren)\b"
)
"""What heads the times at which aeroplanes leave and land, rather than people's days."""
_LEAST = 0.6
_FEW = 3
"""Texts of a line that is a day's heading rather than a person's times."""


def enough(sheet: Sheet, header: Header) -> bool:
    """Daily times name people, and when each was called and wrapped, on a day that is said.

    People have a column, or their roles have, or each has a line above their days; or the lines are
    units' days. The day stands in a column, above the headings, or in the tab's title; times must
    look like times: counts of things that come in and go out do not. A call sheet plans, and is
    none, nor is a list of who flies when.
    """
    fields = header.columns.keys()
    if not {"call", "wrap"} <= fields:
        return False
    dated = "date" in fields or "weekday" in fields
    named = fields & {*NAMING, "role"} or units.are(sheet, header)
    named = named or (dated and _is_named(sheet, header))
    if not named:
        return False
    planned = call_sheets.is_one(sheet, header) and not _are_of_days(sheet, header)
    if planned or not of_film(sheet, header):
        return False
    if any(_TRAVEL.search(normal(text)) for text in (*header.headings.values(), *header.others)):
        return False
    if "date" not in fields and not _is_dated(sheet, header):
        return False
    return _are_times(sheet, header)


def _are_of_days(sheet: Sheet, header: Header) -> bool:
    """Whether the lines are of several days, as a call sheet's are not."""
    dated = header.columns.get("date", 0)
    said = {sheet.text(row, dated) for row in _rows(sheet, header)} if dated else set()
    return len(said - {""}) >= _FEW


def _is_named(sheet: Sheet, header: Header) -> bool:
    """Whether people are named above their days: a block each, or a few columns each."""
    return owners.named(sheet, header) or bool(weeks.people(sheet, header, header.bottom))


def of_film(sheet: Sheet, header: Header) -> bool:
    """Whether a heading, a title or a line says that the people are a film's.

    An office has its people clock in and out as well.
    """
    if sheet.of_film:
        return True
    headings = [normal(text) for text in (*header.headings.values(), *header.others)]
    if any(_FILM_HEADINGS.search(text) for text in headings):
        return True
    top = min(header.rows, default=1)
    above = [text for row in range(max(1, top - _ABOVE), top) for text in sheet.line(row) if text]
    if any(_FILM_TITLES.search(normal(text)) for text in (sheet.grid.tab, *above)):
        return True
    lines = (text for row in _rows(sheet, header) for text in sheet.line(row))
    return trade.weigh({normal(text) for text in lines if 0 < len(text) <= 60})[0] >= 1


def _is_dated(sheet: Sheet, header: Header) -> bool:
    """Whether a day, or a week's, stands above the headings, in the title, or on a first line."""
    if title_dates.of_table(sheet, header) is not None:
        return True
    if weeks.days(sheet, header, header.bottom):
        return True
    if "weekday" in header.columns and weeks.day_of(sheet, header.bottom + 1, 0):
        return True
    below = range(header.bottom + 1, min(sheet.height, header.bottom + 3) + 1)
    return any(
        title_dates.in_row(sheet, row, range(1, sheet.width + 1)) is not None
        for row in below
        if len(set(filter(None, sheet.line(row)))) <= _FEW
    )


def _are_times(sheet: Sheet, header: Header) -> bool:
    """Whether most of the calls and wraps are times, and not all of them plain small numbers."""
    said = filled = plain = 0
    for name in ("call", "wrap"):
        for row in _rows(sheet, header):
            text = sheet.text(row, header.columns[name])
            if text and normal(text) != normal(header.headings.get(name, "")):
                filled += 1
                value = sheet.value(row, header.columns[name], _TIME)
                said += isinstance(value, Clock) or value is None
                plain += isinstance(value, Clock) and _is_count(value)
    return filled == 0 or (said >= _LEAST * filled and plain < said)


def _is_count(clock: Clock) -> bool:
    """Whether a time might as well be a count: a whole number below a hundred."""
    number = clock.number
    return number is not None and number % 1 == 0 and number < 100 and not clock.padded


def _rows(sheet: Sheet, header: Header) -> range:
    return range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
