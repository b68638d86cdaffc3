"""Crew lists: departments, positions, people and their deals."""

from __future__ import annotations

import re

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import people, rows
from schemas.headings import Field, Header, Shape
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values.rates import Rate, unit_in
from schemas.values.words import fold, is_dash, is_open

FIELDS = (
    Field(
        "department",
        "department|dept|dpt|departement|abteilung|departamento|section",
        shape=Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "position",
        "position|pos|title|job title|job|role|crew position|occupation|occ|classification|"
        "job description|poste|fonction|cargo|puesto|funktion|capacity|credit",
        shape=Shape.WORDS,
        weight=2.0,
    ),
    Field(
        "name",
        "name|crew name|crew member|full name|employee|employee name|person|crew|contact|"
        "contact name|nom|nombre|nom complet|legal name|preferred name",
        shape=Shape.WORDS,
    ),
    Field(
        "first_name",
        "first name|first|given name|prenom|vorname|fname",
        shape=Shape.WORDS,
    ),
    Field(
        "last_name",
        "last name|last|surname|family name|nachname|apellido|lname",
        shape=Shape.WORDS,
    ),
    Field(
        "phone",
        "phone|cell|cell #|cell phone|mobile|phone #|tel|telephone|phone number|cell number|"
        "mobile number|contact number|contact #|mob|ph|handy|telefon|movil|telefono|portable",
        private=True,
    ),
    Field("email", "email|e mail|email address|e mail address|courriel|mail|correo", private=True),
    Field("union", "union|local|union local|local #|union #|guild|union status|affiliation|iatse"),
    Field(
        "start_date",
        "start date|start|deal start|start work|date in|hire date|on|first day|debut|beginn|inicio|"
        "start of work|prep start|contract start|from",
        Shape.DATE,
    ),
    Field(
        "end_date",
        "end date|end|wrap date|wrap|deal end|finish|finish date|date out|last day|off|fin|ende|"
        "stop date|contract end|to|until",
        Shape.DATE,
    ),
    Field(
        "rate",
        "rate|deal rate|weekly rate|daily rate|day rate|hourly rate|weekly|daily|hourly|salary|pay|"
        "pay rate|rate per day|rate per week|rate per hour|rate day|rate week|rate hour|rate wk|"
        "rate hr|flat rate|wage|fee|cachet|tarif|gage|tarifa|base rate|labor rate|labour rate",
        Shape.RATE,
    ),
    Field(
        "rate_unit",
        "rate unit|unit of rate|per|rate type|pay type|rate basis|basis|deal type|pay period|terms|"
        "rate period|rate per",
    ),
    Field(
        "guarantee_hours",
        "guarantee|guarantee hours|guaranteed hours|gtd hours|gtd|hours guaranteed|guar|guar hours|"
        "guar hrs|hours|hrs|hrs gtd|gtee|hours per day|daily hours|guaranteed",
        Shape.NUMBER,
    ),
    Field(
        "account",
        "account|acct|budget code|account code|acct code|code|acct #|account #|budget account|"
        "gl code|account number|cost code|budget line|bud code|konto|compte|cuenta|coding",
        Shape.CODE,
    ),
    Field(
        "deal_memo",
        "deal memo|memo|deal memo signed|deal memo sent|deal|dm|deal memo received|signed|"
        "deal memo in|deal memo status|signed deal memo|contract signed|contract",
        Shape.MARK,
    ),
    Field(
        "start_paperwork",
        "start paperwork|paperwork|start pack|startwork|start work paperwork|start slip|"
        "start packet|start paperwork received|start forms|starts|start papers|spw|"
        "onboarding|start pkt|paperwork in|start paperwork in|start paperwork complete",
        Shape.MARK,
    ),
    Field("unit", "unit|shooting unit|unite|einheit|unidad"),
    Field("status", "status|confirmed|booking|booking status|hold status|state|statut"),
    Field(
        "notes",
        "notes|note|comments|comment|remarks|notes comments|special notes|remarques|"
        "bemerkungen|notas|box kit notes",
    ),
)

_FURTHER = frozenset(
    ("phone", "email", "rate", "start_date", "deal_memo", "start_paperwork", "union", "account")
)
_JOBS = re.compile(
    r"\b(?:director|producer|gaffer|grip|camera|electric|dp|dop|1st a[dc]|2nd a[dc]|upm|props?|"
    r"boom|mixer|wardrobe|costume|make ?up|hair|script|locations?|set dec|art dir|production|"
    r"editor|stunts?|driver|best boy|dit|vfx|sfx|casting|accountant|caterer|swing|rigging|scenic)"
)

COLUMNS = tuple(field.name for field in FIELDS)

SCHEMA = pa.DataFrameSchema(
    {
        "rate": people.column(people.RATE),
        "guarantee_hours": people.column(people.HOURS),
        "email": people.column(people.EMAIL),
    },
    index=pa.Index(int, unique=True),
)


def enough(sheet: Sheet, header: Header) -> bool:
    """A crew list names people, and their positions or departments, with something more.

    Two columns, names and positions, are enough where the positions are a crew's.
    """
    fields = set(header.columns)
    if not fields & {"name", "last_name"} or not fields & {"position", "department"}:
        return False
    further = fields & _FURTHER
    return bool(further) or {"position", "department"} <= fields or _film_jobs(sheet, header)


def _film_jobs(sheet: Sheet, header: Header) -> bool:
    """Whether at least a fifth of the positions are a film crew's."""
    col = header.columns.get("position", 0)
    texts = [
        text
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + 60) + 1)
        if (text := sheet.text(row, col))
    ]
    jobs = sum(_JOBS.search(fold(text)) is not None for text in texts)
    return jobs > 0 and jobs * 5 >= len(texts)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a crew list. Banner rows give the department to the people below them.

    So does a department that is written once, on the first of its rows, down to a blank row.
    """
    told = rows.sort(sheet, found)
    records: list[rows.Record] = []
    issues = rows.repeated_headings(sheet, found)
    department: str | None = None
    for row in told.left:
        texts = rows.filled(sheet, found, row)
        announced = people.banner(sheet, found, row, texts)
        if announced is not None:
            department = announced
            told.leave_out(row, "banner")
            continue
        if row - 1 in told.excluded.get("blank", ()) and "department" in found.header.columns:
            department = None
        record = rows.read(sheet, found, FIELDS, row)
        if not _is_person(record) or (len(texts) == 1 and rows.is_note(*texts.values())):
            told.leave_out(row, "note")
            continue
        issues += rows.fault_issues(sheet, found, FIELDS, record)
        _complete(record, department, found)
        department = _text(record.values["department"])
        records.append(record)
    table = rows.table("crew", COLUMNS, sheet, found, told, records)
    issues += judge(SCHEMA, table.frame, table.cell) + people.deal_issues(table)
    return table, issues + rows.notes(sheet, found, FIELDS, table)


def _is_person(record: rows.Record) -> bool:
    """Whether a row is somebody, or a position to be filled, and no total or note."""
    values = record.values
    words = [values[field] for field in ("position", "name", "first_name", "last_name")]
    said = [str(word) for word in words if word]
    return bool(said) and not rows.is_total(said[0])


def _complete(record: rows.Record, department: str | None, found: Found) -> None:
    """Say a record's name, department and rate as the frame wants them, in place."""
    values = record.values
    values["department"] = values["department"] or department
    if "last_name" in found.header.columns:
        values["name"] = _full_name(values)
    values["name"] = people.person(_text(values["name"]))
    rate = values["rate"] if isinstance(values["rate"], Rate) else Rate()
    stated = unit_in(_text(values["rate_unit"]) or "")
    values["rate"] = rate.amount
    values["rate_unit"] = rate.unit or stated or unit_in(found.header.headings.get("rate", ""))
    if rate.amount is None:
        values["rate_unit"] = stated


def _full_name(values: dict[str, object]) -> str | None:
    """A name from first and last; a name column beside them that is fuller wins."""
    first, last = (_text(values[field]) for field in ("first_name", "last_name"))
    parts = [part for part in (first, last) if part and not is_open(part) and not is_dash(part)]
    whole = _text(values["name"])
    return whole if whole and " " in whole else " ".join(parts) or whole


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


KIND = Kind(
    name="crew",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="crew|crew list|contact list|contacts|staff list|unit list|equipe|stabliste",
    trade=1.0,
)
