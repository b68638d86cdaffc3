"""Cast lists: element numbers, roles, performers and their deals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import currencies, date_checks, rows
from schemas import issues as data_issues
from schemas.headings import Header, Shape, normal
from schemas.judge import Locate, judge
from schemas.kind import Found, Kind
from schemas.people import (
    call_sheets,
    cast_heads,
    engaged,
    film_jobs,
    minors,
    papers,
    people,
    twice,
    unions,
)
from schemas.people.birth_fields import FIELDS as BIRTH
from schemas.people.cast_fields import FIELDS as CAST
from schemas.remarks import is_note
from schemas.sheet import Sheet
from schemas.values import rates
from schemas.values.rates import Rate, unit_headed, unit_in
from schemas.values.words import fold, is_open

FIELDS = (*CAST, engaged.FIELD, *papers.FIELDS, *BIRTH)
COLUMNS = (*(field.name for field in FIELDS), "rate", "loan_out")

SCHEMA = pa.DataFrameSchema(
    {"rate": people.column(people.RATE), "email": people.column(people.EMAIL)},
    index=pa.Index(int, unique=True),
)


def enough(sheet: Sheet, header: Header) -> bool:
    """A cast list names roles, and who plays them or under which number they are scheduled.

    A project's team has roles and names too: headings such as "Character" or "Actor" tell, or a
    cast list's title; jobs of a crew in place of roles tell against it.
    """
    fields = set(header.columns)
    named = fields & {"name", "last_name", "element_id"}
    further = fields & {"element_id", "agent", "start_date", "deal", "episodes", "union", "email"}
    role = "role" in fields or "role" in header.quality
    told = [normal(header.headings.get(name, "")) for name in ("role", "name", "element_id")]
    telling = _OF_CAST.search(told[1]) is not None and _titled(sheet, header)
    if not (role and named and (further or telling)):
        return False
    return not (_is_crew(sheet, header) or _is_call(sheet, header)) and (
        any(_OF_CAST.search(text) for text in told)
        or "episodes" in fields
        or _titled(sheet, header)
    )


_CALLED = re.compile(
    r"pick ?up|p u|pu|leave|makeup|make up|m u|mu|h m u?|hmu|hair and makeup|on set|set|set call|"
    r"call|"
    r"call time|rehearse|report|remarks"
)


def _is_call(sheet: Sheet, header: Header) -> bool:
    """Whether the headings are a call sheet's: who is picked up, made up, on set at which hour."""
    texts = (normal(text) for text in sheet.line(header.bottom))
    if call_sheets.is_one(sheet, header):
        return True
    return sum(_CALLED.fullmatch(text) is not None for text in texts) >= 2


_OF_CAST = re.compile(
    r"char(?:acter)?\b|\bact(?:or|ress|eur|riz)|performer|talent|\bcast\b|played by|artist|"
    r"personnage|comedien|interprete|personaje|darsteller|schauspieler|rolle|besetzung|\bpapel\b"
)
_TITLE = re.compile(
    r"\bcast\b|\btalent\b|\bactors\b|besetzung|darsteller|distribution|comediens|reparto|elenco|"
    r"liste artistique"
)


def _titled(sheet: Sheet, header: Header) -> bool:
    """Whether the tab's title, or a line above the headings, calls it a cast list."""
    top = min(header.rows, default=1)
    lines = [text for row in range(max(1, top - 8), top) for text in sheet.line(row) if text]
    return any(_TITLE.search(fold(text)) for text in (sheet.grid.tab, *lines))


def _is_crew(sheet: Sheet, header: Header) -> bool:
    """Whether what stands as roles are a crew's jobs."""
    return _jobs(sheet, header, header.columns.get("role", 0)) >= 0.5


def _has_jobs(sheet: Sheet, header: Header) -> bool:
    """Whether some column holds a crew's jobs: a list of everybody, called by its artists."""
    columns = (header.columns.get("role", 0), *header.others.values())
    return any(_jobs(sheet, header, col) >= 0.3 for col in columns)


def _jobs(sheet: Sheet, header: Header, col: int) -> float:
    """Which share of a column's texts are jobs of a film's crew."""
    below = range(header.bottom + 1, min(sheet.height, header.bottom + 60) + 1)
    texts = [text for row in below if (text := sheet.text(row, col))]
    return sum(map(film_jobs.is_film_job, texts)) / max(len(texts), 1)


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a cast list; a rate is parsed out of the deal where the deal states one."""
    found = engaged.located(found)
    told = rows.sort(sheet, found)
    records: list[rows.Record] = []
    issues = rows.repeated_headings(sheet, found)
    last, end = 0, _end(sheet, found, told.left)
    for row in told.left:
        texts = rows.filled(sheet, found, row)
        if people.banner(sheet, found, row, texts) is not None:
            told.leave_out(row, "banner")
            continue
        record = rows.read(sheet, found, FIELDS, row)
        if records and people.goes_on(record, records[-1], last):
            people.join(record, records[-1])
            last = row
        engaged.take(record, sheet, found)
        papers.take(record, sheet, found)
        _complete(record, sheet, found)
        role = record.values["role"]
        is_remark = len(texts) == 1 and (
            is_note(*texts.values())
            or people.is_listed_remark(*texts.values())
            or people.is_said_below(records, row >= end, *texts.values())
        )
        named = role or record.values["name"]
        if is_remark or last == row or not named or rows.is_total(str(role or "")):
            told.leave_out(row, "note")
            continue
        issues += rows.fault_issues(sheet, found, FIELDS, record)
        records.append(record)
        last = row
    table = rows.table("cast", COLUMNS, sheet, found, told, records)
    lines = [record.row for record in records]
    table = replace(table, currencies=currencies.of_rates(sheet, found, "deal", lines))
    issues += judge(SCHEMA, table.frame, _locate(table))
    again = twice.listed_twice(table, "role")
    lines_again = {issue.at.row for issue in again}  # their number stands twice because they do
    issues += again + [one for one in _listed_twice(table) if one.at.row not in lines_again]
    far = date_checks.outside_production(sheet, found, FIELDS, table)
    noted = [*far, *rows.notes(sheet, found, engaged.dated(found, FIELDS), table)]
    return table, issues + noted + people.deal_issues(table, noted)


def _end(sheet: Sheet, found: Found, left: Sequence[int]) -> int:
    """The row from which on a list's last rows hold one text each."""
    end = max(left, default=0)
    for row in sorted(left, reverse=True):
        if len(rows.filled(sheet, found, row)) > 1:
            break
        end = row
    return end


def _complete(record: rows.Record, sheet: Sheet, found: Found) -> None:
    """Say a record's number, role, name and rate as the frame wants them, in place."""
    values = record.values
    columns = found.header.columns
    number = _text(values["element_id"])
    if "role" not in columns and number:
        values["element_id"], values["role"] = cast_heads.numbered(number) or (None, number)
    elif number:
        values["element_id"] = number.strip("#. ") or None
    _part_performer(values, columns)
    whole, *parts = (_text(values[name]) for name in ("name", "first_name", "last_name"))
    people.take_name(values, [whole] if whole else parts)
    _take_rate(record, sheet, found)
    unions.complete(values, found.header.headings)
    minors.take(record, sheet, found)


def _part_performer(values: dict[str, object], columns: Mapping[str, int]) -> None:
    """Part "GEORGE / Tom Hart" into role and performer, where no column has performers."""
    role = _text(values["role"])
    if role is None or {"name", "last_name"} & set(columns):
        return
    first, mark, second = role.partition(" / ")
    if mark and second.strip():
        values["role"], values["name"] = first.strip(), second.strip()


def _take_rate(record: rows.Record, sheet: Sheet, found: Found) -> None:
    """Take the rate out of the deal's words, in place."""
    values, columns, read = record.values, found.header.columns, Rate()
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
    heading = unit_headed(found.header.headings.get("deal", ""))
    values["rate"] = read.amount
    values["rate_unit"] = (read.unit or stated or heading) if read.amount is not None else stated
    if is_open(str(values["deal"] or "")):
        values["deal"] = None


def _locate(table: Table) -> Locate:
    """Locate a rate at the deal that it was read from."""
    return lambda label, field: table.cell(label, "deal" if field == "rate" else field)


def _listed_twice(table: Table) -> list[Issue]:
    """An issue for each element number that an earlier row bears already.

    Two performers who share a role share its number (twins), and so does one role in several
    episodes.
    """
    seen: dict[str, list[int]] = {}
    made = []
    for label, element in zip(table.frame.index.tolist(), table.frame["element_id"], strict=True):
        if element is None:
            continue
        earlier = [row for row in seen.get(element, []) if not _share_role(table, row, label)]
        seen.setdefault(element, []).append(label)
        if earlier:
            made.append(
                data_issues.make(
                    "element-listed-twice",
                    f"Element number {element} stands on row {earlier[0]} already.",
                    table.cell(label, "element_id"),
                    related=(table.cell(earlier[0], "element_id"),),
                    subject=str(table.frame.at[label, "role"] or "") or None,
                    expected="a number of its own for each element",
                    suggestion="Renumber one of the two, or delete the line that is left over.",
                )
            )
    return made


def _share_role(table: Table, first: int, second: int) -> bool:
    """Whether two lines are one role with two performers, or in different episodes."""
    role, name, episodes = (
        [fold(str(table.frame.at[row, field] or "")) for row in (first, second)]
        for field in ("role", "name", "episodes")
    )
    if role[0] != role[1] or not role[0]:
        return False
    return any(all(pair) and pair[0] != pair[1] for pair in (name, episodes))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


KIND = Kind(
    name="cast",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="cast|cast list|talent|actors|performers|besetzung|distribution|elenco|reparto|"
    "liste artistique|comediens|darsteller",
    settles=cast_heads.settles,
    trade=1.0,
    core=("role", "name last_name element_id"),
    called="artistes?|artists?|players|principals|day players|supporting|interpretes?|acteurs|"
    "schauspieler\\w*|actores|actrices|personajes|personnages|rollen\\w*|roles|characters",
    refused=lambda sheet, header: _has_jobs(sheet, header) or _is_call(sheet, header),
)
