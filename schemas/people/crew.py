"""Crew lists: departments, positions, people and their deals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import currencies, date_checks, rows
from schemas import issues as data_issues
from schemas.headings import normal
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.people import (
    departments,
    engaged,
    film_jobs,
    papers,
    people,
    tickets,
    twice,
    unions,
)
from schemas.people.crew_fields import FIELDS as CREW
from schemas.people.crew_heads import enough, refused, settles
from schemas.remarks import is_note
from schemas.sheet import Sheet
from schemas.values.rates import Rate, is_term, unit_headed, unit_in, unreadable
from schemas.values.words import fold

_UNIT = re.compile(
    r"(?:main|first|1st|second|2nd|third|3rd|splinter|aerial|marine|underwater|stunt|vfx|insert|[ab])"
    r" unit|(?:1re|2e|2eme|premiere|deuxieme|seconde) equipe|(?:primera|segunda) unidad|"
    r"(?:haupt|zweite )(?:einheit|unit)"
)
FIELDS = (*CREW, engaged.FIELD, *papers.FIELDS, *tickets.FIELDS)
_OF_THE_DEAL = tuple(field for field in FIELDS if field.name not in tickets.NAMES)
"""The fields whose dates are near the production's; a certificate is good for years."""
COLUMNS = (
    *(field.name for field in FIELDS),
    "loan_out",
    *tickets.SAID.values(),
    *tickets.WANTED.values(),
)

SCHEMA = pa.DataFrameSchema(
    {
        "rate": people.column(people.RATE),
        "guarantee_hours": people.column(people.HOURS),
        "email": people.column(people.EMAIL),
    },
    index=pa.Index(int, unique=True),
)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a crew list. Banner rows give the department to the people below them.

    So does a department that is written once, on the first of its rows, down to a blank row.
    Below a banner of what is no crew (vendors, hospitals) nothing is read until the next one.
    """
    found = engaged.located(found)
    told = rows.sort(sheet, found)
    records: list[rows.Record] = []
    issues = [*rows.repeated_headings(sheet, found), *_second_rates(sheet, found)]
    asked = tickets.wanted(sheet, found)
    department: str | None = None
    unit: str | None = None
    last, end = 0, max(told.left, default=0)
    foot = people.foot(sheet, found, told)
    for row in told.left:
        texts = rows.filled(sheet, found, row)
        apart = row - 1 in told.excluded.get("blank", ())
        if row >= foot and not film_jobs.is_film_job(normal(*texts.values())):
            told.leave_out(row, "note")
            continue
        announced = people.banner(sheet, found, row, texts)
        if announced is not None:
            department = announced
            unit = announced if _UNIT.fullmatch(normal(announced)) else unit
            told.leave_out(row, "banner")
            continue
        record = rows.read(sheet, found, FIELDS, row)
        above = records[-1] if records else None
        if above is not None and people.goes_on(record, above, last):
            people.join(record, above)
            last = row
        remark = row == end and apart and _is_said_below(records, list(texts.values()))
        if last == row or remark or _is_aside(record, texts, department):
            told.leave_out(row, "note")
            continue
        if apart and "department" in found.header.columns:
            department = None
        _take_deal(record, sheet, found)
        tickets.take(record, sheet, found, asked)
        issues += rows.fault_issues(sheet, found, FIELDS, record)
        _complete(record, department, found)
        record.values["unit"] = record.values["unit"] or unit
        department, last = _text(record.values["department"]), row
        records.append(record)
    table = rows.table("crew", COLUMNS, sheet, found, told, records)
    lines = [record.row for record in records]
    table = replace(table, currencies=currencies.of_rates(sheet, found, "rate", lines))
    return table, issues + _judged(table, sheet, found)


def _take_deal(record: rows.Record, sheet: Sheet, found: Found) -> None:
    """Take what cells of no single field say of a person's deal, in place."""
    rows.leave_open(record, "rate")
    _tell_term(record, sheet, found)
    _leave_unlimited(sheet, found, record)
    engaged.take(record, sheet, found)
    papers.take(record, sheet, found)


def _tell_term(record: rows.Record, sheet: Sheet, found: Found) -> None:
    """Take a length of time ("3 weeks") for no rate where the unit has a column of its own.

    Elsewhere it may be the deal: how long somebody is engaged, at a rate that others know.
    """
    text = sheet.text(record.row, found.header.columns.get("rate", 0))
    if text and record.values.get("rate_unit") and is_term(text):
        record.faults["rate"] = unreadable(text)


def _judged(table: Table, sheet: Sheet, found: Found) -> list[Issue]:
    """What is wrong with the people of a list once all of it is read."""
    issues = judge(SCHEMA, table.frame, table.cell)
    issues += twice.listed_twice(table, "position", _without_department(sheet, table))
    far = date_checks.outside_production(sheet, found, _OF_THE_DEAL, table)
    noted = [*far, *rows.notes(sheet, found, engaged.dated(found, FIELDS), table)]
    return issues + noted + people.deal_issues(table, noted)


_UNLIMITED = re.compile(r"on[ -]?call|exempt|weekly|flat|all[ -]?in|none|n/?a|pauschal|forfait")
"""What stands for guaranteed hours where the deal has none."""


def _leave_unlimited(sheet: Sheet, found: Found, record: rows.Record) -> None:
    """Take "on call" for a deal without guaranteed hours, in place."""
    col = found.header.columns.get("guarantee_hours")
    if col and _UNLIMITED.fullmatch(fold(sheet.text(record.row, col)).strip(" .")):
        record.values["guarantee_hours"] = None
        record.faults.pop("guarantee_hours", None)


def _without_department(sheet: Sheet, table: Table) -> list[int]:
    """The lines that leave the department to those above, where there is a column for it."""
    col = table.place.columns.get("department")
    labels = table.frame.index.tolist()
    return [label for label in labels if not sheet.text(label, col)] if col else []


def _is_aside(record: rows.Record, texts: dict[int, str], department: str | None) -> bool:
    """Whether a row is no crew: a total, a remark, or below a banner of vendors or hospitals."""
    if department is not None and departments.is_elsewhere(department):
        return True
    alone = next(iter(texts.values())) if len(texts) == 1 else ""
    return not _is_person(record) or is_note(alone) or people.is_listed_remark(alone)


def _is_said_below(records: Sequence[rows.Record], texts: Sequence[str]) -> bool:
    """Whether words alone, apart below everybody, are a remark and no job to be filled."""
    alone = len(texts) == 1 and not film_jobs.is_film_job(normal(texts[0]))
    return alone and people.is_said_below(records, True, texts[0])


def _is_person(record: rows.Record) -> bool:
    """Whether a row is somebody, or a position to be filled, and no total or note."""
    values = record.values
    words = [values[field] for field in ("position", "name", "first_name", "last_name")]
    said = [str(word) for word in words if word]
    return bool(said) and not rows.is_total(said[0]) and _REMARK.search(said[0]) is None


_REMARK = re.compile(r"\w{2,}:\s+\S+ ?\S")
"""What begins a remark: "meals: everyone!"."""


def _complete(record: rows.Record, department: str | None, found: Found) -> None:
    """Say a record's name, department and rate as the frame wants them, in place."""
    values = record.values
    values["department"] = values["department"] or department
    people.take_name(values, _name_parts(values))
    unions.complete(values, found.header.headings)
    rate = values["rate"] if isinstance(values["rate"], Rate) else Rate()
    stated = unit_in(_text(values["rate_unit"]) or "")
    values["rate"] = rate.amount
    values["rate_unit"] = rate.unit or stated or unit_headed(found.header.headings.get("rate", ""))
    if values["guarantee_hours"] is None:
        values["guarantee_hours"] = rate.hours
    if rate.amount is None:
        values["rate_unit"] = stated


def _name_parts(values: dict[str, object]) -> list[str | None]:
    """A name from first and last; a name column beside them that is fuller wins."""
    whole, *parts = (_text(values[field]) for field in ("name", "first_name", "last_name"))
    return parts if any(parts) and not (whole and " " in whole) else [whole]


def _second_rates(sheet: Sheet, found: Found) -> list[Issue]:
    """A note on a further column of rates ("Weekly Rate" by "Daily Rate"), which is not read."""
    header = found.header
    if "rate" not in header.columns:
        return []
    heading = header.headings.get("rate", "")
    further = {
        col: text
        for text, col in header.others.items()
        if (KIND.vocabulary.match(text) or ("",))[0] == "rate" and normal(text) != normal(heading)
    }
    return [
        data_issues.make(
            "heading-repeated",
            f'Rates stand under "{heading}" and under "{text}"; "{heading}" is read.',
            sheet.cell(header.bottom, col),
            related=(sheet.cell(header.bottom, header.columns["rate"]),),
            suggestion="Name the column to be read in the settings, if it is the other one.",
        )
        for col, text in further.items()
    ]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


KIND = Kind(
    name="crew",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="crew|crew list|contact list|contacts|staff list|unit list|equipe|stabliste|"
    "liste technique|equipo|equipo tecnico|crew deals|deal list|stab",
    settles=settles,
    core=(
        "name last_name",
        "position department",
        "phone email rate start_date end_date engaged deal_memo start_paperwork union account",
    ),
    called="team|technicians?|technicien(?:ne)?s?|tecnicos?|unit|personnel|staff|filmstab|drehstab|"
    "mitarbeiter\\w*|equipe technique|equipe de tournage|lista tecnica|ficha tecnica|"
    "contactos(?: equipo)?|kontaktliste|who is who|people|hods?|workers",
    refused=refused,
)
