"""Daily times: who was called, ate, and was wrapped when; a line a person and day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

import pandera.pandas as pa

from model.cell import Cell
from model.issue import Issue
from model.table import Table
from schemas import issues, rows
from schemas.judge import check, judge
from schemas.kind import Found, Kind
from schemas.people import people
from schemas.remarks import is_note
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.times import owners, plain, readings, settling, title_dates, turned, units, weeks
from schemas.times.fields import CLOCKS, FIELDS, NAMING
from schemas.times.heads import enough
from schemas.times.turned import Turned
from schemas.values import calendar, names
from schemas.values.clock import Clock, habit
from schemas.values.words import fold

_SHORT = 3
"""Texts of a line that may be a day's heading."""
_NUMBERED = re.compile(r"#? ?(?P<number>\d{1,3}[a-zA-Z]?)[.):] ?(?P<name>[^\W\d_].+)")
_STRETCH = re.compile(r"(?:week|wk|woche|semaine|semana|block|pay period|period)\b")
COLUMNS = (*(field.name for field in FIELDS), "ndb_given")
"""Of the frame: times are minutes after midnight of ``date`` (``int``; past 1440 on the next day),
``hours``, ``planned_hours``, ``hours_limit`` (the most that somebody may be there), ``meals`` and
the ways are hours (``Decimal``), ``ndb_given`` says that a non-deductible breakfast was given, at
``ndb`` where that is said."""

_PLAUSIBLE = check(
    "hours-implausible",
    "The hours are {found}; a day has 24.",
    lambda hours: 0 <= hours <= 30,
    expected="a day's hours",
    suggestion="Mend the hours; a decimal point may be missing.",
)
SCHEMA = pa.DataFrameSchema(
    {
        **{name: pa.Column(object, nullable=True) for name in ("date", "name", *readings.MINUTES)},
        **{name: people.column(_PLAUSIBLE) for name in readings.LENGTHS},
    },
    index=pa.Index(int, unique=True),
)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read daily times, those whose labels stand in a column laid out as the others are."""
    if isinstance(found.layout, Turned):
        told = found.layout
        table, made = _read(plain.sheet_of(sheet, told), plain.found_in(found, told))
        table = plain.back(sheet, found, told, table)
        made = [plain.at_home(sheet, told, issue) for issue in made]
    else:
        table, made = _read(sheet, found)
    made += judge(SCHEMA, table.frame, table.cell) + _without_day(table) + _twice(table)
    return table, made


def _read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a table of lines. A day stands in its column, on a line above, or above the headings.

    A department's banner, and a name or a day that is written once, go for the lines below.
    """
    parts = weeks.parts(sheet, found) or [found]
    told = [rows.sort(sheet, part) for part in parts]
    lines = [_records(sheet, part, its) for part, its in zip(parts, told, strict=True)]
    known = habit(
        value
        for record in chain.from_iterable(lines)
        for name in readings.MINUTES
        if isinstance(value := record.values.get(name), Clock)
    )
    tables, made = [], []
    for part, its, records in zip(parts, told, lines, strict=True):
        for record in records:
            readings.settle(record, known)
            made += rows.fault_issues(sheet, part, FIELDS, record)
        tables.append(readings.placed(rows.table("times", COLUMNS, sheet, part, its, records)))
        made += rows.repeated_headings(sheet, part)
        made += rows.notes(sheet, part, FIELDS, tables[-1])
    return weeks.joined(tables), made


def _records(sheet: Sheet, found: Found, told: rows.Sorted) -> list[Record]:
    """The lines, completed by what stands once above them; of a week, those with times."""
    of_week = found.layout if isinstance(found.layout, date) else None
    above_all = None if of_week else title_dates.of_table(sheet, found.header)
    day: date | None = above_all[0] if above_all else of_week
    department: str | None = None
    records: list[Record] = []
    columns = range(found.block.left, found.block.right + 1)
    of_units = units.are(sheet, found.header) and not owners.leads(sheet, found.header)
    alone = not NAMING & found.header.columns.keys() and not of_units
    of_one = found.layout if isinstance(found.layout, owners.Owner) else None
    owner = of_one or (owners.above(sheet, found.header) if alone else None)
    heads = sorted(told.excluded.get("header", ()), reverse=True) if alone and not of_one else []
    for row in told.left:
        while heads and heads[-1] < row:
            owner = owners.heading(sheet, found.header, heads.pop()) or owner
        texts = rows.filled(sheet, found, row)
        record = rows.read(sheet, found, FIELDS, row)
        _name(record, owner)
        if of_units and _is_timed(record):
            record.values["name"] = units.called(record.values["unit"])
        titled = _title(sheet, found, record, texts)
        if titled or not _is_line(record, list(texts.values())):
            if alone and (whose := owners.in_row(sheet, row)) is not None:
                owner = whose
                told.leave_out(row, "banner")
                continue
            short = len(texts) <= _SHORT
            dated = titled or (title_dates.in_row(sheet, row, columns) if short else None)
            announced = _announced(sheet, found, row, texts)
            day = dated[0] if dated and not of_week else day
            department = announced if announced and not dated else department
            summed = _sums_up(record) or any(map(rows.is_total, texts.values()))
            reason = "subtotal" if summed else "note"
            headed = dated or announced is not None
            told.leave_out(row, "banner" if headed else reason)
            continue
        above = records[-1] if records else None
        if not record.values["name"] and above is not None:
            for name in ("name", "position", "department", "element_id", "role"):
                record.values[name] = record.values[name] or above.values[name]
        said = record.values["date"] or _of_week(sheet, record)
        day = said if isinstance(said, date) else day
        if "date" not in record.faults:
            record.values["date"] = day
        record.values["department"] = record.values["department"] or department
        readings.complete(sheet, found.header, record)
        if not (of_week or of_one) or _is_timed(record):
            records.append(record)
    return records


def _of_week(sheet: Sheet, record: Record) -> date | None:
    """The date of a line that says its weekday alone."""
    weekday = calendar.weekday(str(record.values["weekday"] or ""))
    return weeks.day_of(sheet, record.row, weekday) if weekday is not None else None


def _announced(sheet: Sheet, found: Found, row: int, texts: dict[int, str]) -> str | None:
    """The department that a row announces; "" where it announces a week, or another stretch."""
    said = people.banner(sheet, found, row, texts)
    return "" if said and _STRETCH.match(fold(said)) else said


def _title(
    sheet: Sheet, found: Found, record: Record, texts: Mapping[int, str]
) -> tuple[date, Cell] | None:
    """The day of a title between the lines: a date stands where a time or name should, no time."""
    values, columns = record.values, found.header.columns
    wrong = [columns[name] for name in CLOCKS if name in record.faults]
    if len(texts) <= _SHORT:
        wrong += [columns[name] for name in ("name", "role") if name in columns]
    if not wrong or any(isinstance(values[name], Clock) for name in CLOCKS):
        return None
    return title_dates.in_row(sheet, record.row, [col for col in texts if col in wrong])


def _name(record: Record, owner: owners.Owner | None) -> None:
    """Say who the line is of, in place: by its own cells, or by the last line that names one."""
    values = record.values
    parts = [values["first_name"], values["last_name"]]
    whole = values["name"]
    said = " ".join(str(part) for part in parts if part) if any(parts) and not whole else whole
    values["name"] = names.named(str(said)).name if said else None
    if (
        values["name"]
        and not values["element_id"]
        and (match := _NUMBERED.match(str(values["name"])))
    ):
        values["element_id"], values["name"] = match["number"], match["name"]
    if owner is None and not values["name"] and values["role"]:
        values["name"] = values["role"]
    if owner is not None and any(values[name] is not None for name in CLOCKS):
        values["name"], values["position"] = owner.name, values["position"] or owner.position


def _is_line(record: Record, texts: Sequence[str]) -> bool:
    """Whether a row is a person's day: a name or times, and more than a remark or a total."""
    values = record.values
    timed = any(isinstance(values[name], Clock) for name in CLOCKS)
    if not timed and (any(map(rows.is_total, texts[:2])) or any(map(is_note, texts))):
        return False
    if timed and not values["name"]:
        return values["date"] is not None and not any(map(rows.is_total, texts[:3]))
    beside = ("position", "department", "role", "element_id", "date", "hours", "status", "notes")
    faulty = bool(set(record.faults) & set(CLOCKS))
    return bool(values["name"]) and (timed or faulty or any(values[name] for name in beside))


def _sums_up(record: Record) -> bool:
    """Whether a line that is nobody's day has hours all the same: "WK 1" and what it comes to."""
    said = str(record.values["hours"] or "")
    return any(map(str.isdigit, said)) and not _is_timed(record)


def _is_timed(record: Record) -> bool:
    """Whether a line has a time, or something that should be one."""
    return any(name in record.faults or record.values[name] is not None for name in CLOCKS)


def _without_day(table: Table) -> list[Issue]:
    """An issue for each line with times whose day is not said."""
    frame = table.frame
    blank = frame["date"].isna() & frame["call"].notna()
    field = "date" if "date" in table.place.columns else "call"
    return [
        issues.make(
            "times-without-day",
            "The line has times, and no date.",
            table.cell(int(label), field),
            expected="the day that the times are of",
            suggestion="Type the date on the line, or above the headings.",
        )
        for label in frame.index[blank]
    ]


def _twice(table: Table) -> list[Issue]:
    """An issue for each line that an earlier one says already."""
    seen: dict[tuple[object, ...], int] = {}
    made = []
    columns = [table.frame[name].tolist() for name in ("name", "date", "call", "wrap", "position")]
    for label, who, day, call, wrap, job in zip(table.frame.index.tolist(), *columns, strict=True):
        if not who or day is None or call is None:
            continue
        key = (fold(str(who)), day, call, wrap, fold(str(job or "")))
        first = seen.setdefault(key, label)
        if first != label:
            row = table.cell(first, "name").row
            made.append(
                issues.make(
                    "times-listed-twice",
                    f"{who}'s times of {day:%Y-%m-%d} stand on row {row} already.",
                    table.cell(label, "name"),
                    related=(table.cell(first, "name"),),
                    subject=str(who),
                    expected="one line for each person and day",
                    suggestion="Delete one of the lines.",
                )
            )
    return made


KIND = Kind(
    name="times",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="production report|daily production report|exhibit g|daily times?|time ?sheets?|"
    "times|in times?|in and out times?|in outs?|time log|hours log|call and wrap(?: times)?|"
    "crew times|cast times|crew hours|time ?cards?|dpr|pr|wrap report|daily hours|"
    "feuille d heures|heures|rapport de production|tagesbericht|arbeitszeiten|stundenzettel|"
    "partes? de (?:horas|rodaje)|horarios|horas",
    settles=settling.settles,
    find=turned.find,
    headed=True,
    trade=1.0,
)
