"""Cast lists: element numbers, roles, performers and their deals."""

from __future__ import annotations

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import issues as data_issues
from schemas import people, rows
from schemas.headings import Field, Header, Shape
from schemas.judge import Locate, judge
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values import codes, rates
from schemas.values.rates import Rate, unit_in
from schemas.values.words import is_open

FIELDS = (
    Field(
        "element_id",
        "#|id|cast #|cast id|no|cast no|element|element id|board id|board #|element #|id #|char #|"
        "character #|number|cast number|nr|num",
        Shape.CODE,
    ),
    Field(
        "role",
        "role|character|character name|role name|cast|char|part|personnage|rolle|personaje|papel|"
        "characters|roles",
        shape=Shape.WORDS,
        weight=2.0,
    ),
    Field(
        "name",
        "actor|performer|artist|talent|name|actress|actor name|cast name|cast member|played by|"
        "performer name|talent name|artist name|actor actress|comedien|acteur|darsteller|"
        "schauspieler|full name|actors",
        shape=Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "first_name",
        "first name|first|given name|prenom|vorname",
        shape=Shape.WORDS,
    ),
    Field(
        "last_name",
        "last name|last|surname|family name|nachname|apellido",
        shape=Shape.WORDS,
    ),
    Field(
        "agent",
        "agent|agency|rep|representation|agent manager|agent contact|manager|agents|agentur|"
        "agent agency|reps|agentes",
        private=True,
    ),
    Field("union", "union|guild|union status|affiliation|sag|sag status|actra|equity"),
    Field(
        "start_date",
        "start date|start|deal start|on|first day|start work|work start|from|debut|beginn|inicio|"
        "date in|contract start",
        Shape.DATE,
    ),
    Field(
        "end_date",
        "end date|end|finish|finish date|wrap|wrap date|deal end|off|last day|to|until|fin|ende|"
        "date out|contract end",
        Shape.DATE,
    ),
    Field(
        "deal",
        "deal|rate|deal terms|terms|salary|contract|fee|daily rate|weekly rate|day rate|pay|"
        "compensation|deal rate|pay rate|rate per day|rate per week|deal summary|daily|weekly|"
        "rate day|rate week|cachet|gage",
    ),
    Field("rate_unit", "rate unit|per|rate type|pay type|deal type|basis"),
    Field("episodes", "episodes|eps|episode|ep|ep #|episode #|folgen|episodios"),
    Field(
        "deal_memo",
        "deal memo|memo|deal memo signed|signed|deal memo received|contract signed|deal signed|dm|"
        "deal memo status|signed deal memo",
        Shape.MARK,
    ),
    Field("phone", "phone|cell|mobile|tel|telephone|phone #|cell phone|phone number", private=True),
    Field("email", "email|e mail|email address|courriel|mail", private=True),
    Field("status", "status|confirmed|booking|booking status"),
    Field("notes", "notes|note|comments|comment|remarks|notes comments"),
)

COLUMNS = (*(field.name for field in FIELDS), "rate")

SCHEMA = pa.DataFrameSchema(
    {"rate": people.column(people.RATE), "email": people.column(people.EMAIL)},
    index=pa.Index(int, unique=True),
)


def enough(_: Sheet, header: Header) -> bool:
    """A cast list names roles, and who plays them or under which number they are scheduled."""
    fields = set(header.columns)
    named = fields & {"name", "last_name", "element_id"}
    further = fields & {"element_id", "agent", "start_date", "deal", "episodes", "union", "email"}
    role = "role" in fields or "role" in header.quality
    return role and bool(named) and bool(further)


def settles(sheet: Sheet, header: Header) -> Header:
    """Take a role column of "1.GEORGE" for the element numbers too, where no other column does."""
    col = header.columns.get("role")
    if col is None or "element_id" in header.columns:
        return header
    texts = [sheet.text(row, col) for row in range(header.bottom + 1, sheet.height + 1)]
    numbered = [text for text in texts if text and _numbered(text)]
    if not numbered or len(numbered) * 2 < sum(map(bool, texts)):
        return header
    columns = {**header.columns, "element_id": col}
    del columns["role"]
    headings = {**header.headings, "element_id": header.headings["role"]}
    quality = {**header.quality, "element_id": header.quality["role"]}
    return Header(header.rows, columns, headings, header.others, header.repeated, quality)


def _numbered(text: str) -> tuple[str, str] | None:
    """Part "1.GEORGE" into number and role."""
    parts = codes.split(text)
    return parts if parts and any(char.isdigit() for char in parts[0]) else None


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a cast list; a rate is parsed out of the deal where the deal states one."""
    told = rows.sort(sheet, found)
    records: list[rows.Record] = []
    issues = rows.repeated_headings(sheet, found)
    for row in told.left:
        texts = rows.filled(sheet, found, row)
        if people.banner(sheet, found, row, texts) is not None:
            told.leave_out(row, "banner")
            continue
        record = rows.read(sheet, found, FIELDS, row)
        _complete(record, sheet, found)
        if not (record.values["role"] or record.values["name"]):
            told.leave_out(row, "note")
            continue
        issues += rows.fault_issues(sheet, found, FIELDS, record)
        records.append(record)
    table = rows.table("cast", COLUMNS, sheet, found, told, records)
    issues += judge(SCHEMA, table.frame, _locate(table)) + people.deal_issues(table)
    issues += _listed_twice(table)
    return table, issues + rows.notes(sheet, found, FIELDS, table)


def _complete(record: rows.Record, sheet: Sheet, found: Found) -> None:
    """Say a record's number, role, name and rate as the frame wants them, in place."""
    values = record.values
    columns = found.header.columns
    if "role" not in columns and isinstance(values["element_id"], str):
        number, role = _numbered(values["element_id"]) or (None, values["element_id"])
        values["element_id"], values["role"] = number, role
    elif isinstance(values["element_id"], str):
        values["element_id"] = values["element_id"].rstrip(".") or None
    if "last_name" in columns and not values["name"]:
        values["name"] = people.joined(*(_text(values[f]) for f in ("first_name", "last_name")))
    values["name"] = people.person(_text(values["name"]))
    read = Rate()
    if "deal" in columns:
        found_rate = rates.rate(
            sheet.grid.at(record.row, columns["deal"]),
            comma=sheet.writing(columns["deal"], Shape.RATE).comma,
        )
        if isinstance(found_rate, Rate):
            read = found_rate
        elif found_rate.code == "not-ready":
            record.faults["deal"] = found_rate
    stated = unit_in(_text(values["rate_unit"]) or "")
    heading = unit_in(found.header.headings.get("deal", ""))
    values["rate"] = read.amount
    values["rate_unit"] = (read.unit or stated or heading) if read.amount is not None else stated
    if is_open(str(values["deal"] or "")):
        values["deal"] = None


def _locate(table: Table) -> Locate:
    """Locate a rate at the deal that it was read from."""
    return lambda label, field: table.cell(label, "deal" if field == "rate" else field)


def _listed_twice(table: Table) -> list[Issue]:
    """An issue for each element number that an earlier row bears already."""
    seen: dict[str, int] = {}
    made = []
    for label, element, role in zip(
        table.frame.index, table.frame["element_id"], table.frame["role"], strict=True
    ):
        if element is None:
            continue
        if element in seen:
            made.append(
                data_issues.make(
                    "element-listed-twice",
                    f"Element number {element} stands on row {seen[element]} already.",
                    table.cell(int(label), "element_id"),
                    related=(table.cell(seen[element], "element_id"),),
                    subject=role,
                    expected="a number of its own for each element",
                    suggestion="Renumber one of the two, or delete the line that is left over.",
                )
            )
        seen.setdefault(element, int(label))
    return made


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


KIND = Kind(
    name="cast",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="cast|cast list|talent|actors|performers|besetzung|distribution|elenco|reparto",
    settles=settles,
    trade=1.0,
)
