"""Records told apart from what stands between them: blanks, struck-through rows, headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import pandas as pd

from model.cell import column_letters
from model.issue import Issue
from model.table import Place, Table
from schemas import currencies, date_checks, issues
from schemas.headings import Field, normal
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import Fault, fold

_TOTAL = re.compile(
    r"(?:(?:grand|sub|category|account|section|net|sum|dept|department|running|page)[ -]?)*"
    r"(?:totals?|totales|totaux)\b.*|.*\b(?:sub[ -]?)?totals?(?: \d[\w .-]*)?|(?:zwischen|"
    r"gesamt)?summe\b.*|gesamt\b.*"
    r"|all (?:envelopes|floats|receipts|accounts)|(?:ausgaben|einnahmen|kosten) gesamt"
    r"|sous[ -]total\b.*|sub ?total\b.*|sumas?\b.*|somme\b.*"
)
_NAMES = ("description", "name", "role")


@dataclass(slots=True)
class Sorted:
    """A table's rows as they are told apart: ``left`` are still to be read by the kind."""

    left: list[int] = field(default_factory=list)
    excluded: dict[str, list[int]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def leave_out(self, row: int, reason: str) -> None:
        """Leave a row out of the records, for a reason that is counted."""
        self.excluded.setdefault(reason, []).append(row)

    def reasons(self) -> Mapping[str, tuple[int, ...]]:
        """Rows left out, by reason, in the sheet's order."""
        return {reason: tuple(sorted(rows)) for reason, rows in sorted(self.excluded.items())}


def sort(sheet: Sheet, found: Found) -> Sorted:
    """Leave out what is no record in any kind of sheet, and keep the rest for the kind to tell."""
    result = Sorted()
    for row in range(found.header.bottom + 1, found.block.bottom + 1):
        texts = filled(sheet, found, row)
        if not texts:
            result.leave_out(row, "blank")
        elif is_struck(sheet, found, row):
            result.leave_out(row, "struck")
        elif repeats_heading(sheet, found, row):
            result.leave_out(row, "header")
        else:
            result.left.append(row)
    return result


def filled(sheet: Sheet, found: Found, row: int) -> dict[int, str]:
    """Column -> text of a row's cells that hold something, within the table."""
    texts = sheet.line(row)
    return {
        col: texts[col - 1]
        for col in range(found.block.left, min(found.block.right, len(texts)) + 1)
        if texts[col - 1]
    }


def is_struck(sheet: Sheet, found: Found, row: int) -> bool:
    """Whether a row is struck through: its name is, or half of its filled cells or more are."""
    if not sheet.grid.struck:
        return False
    cells = filled(sheet, found, row)
    names = [col for name in _NAMES if (col := found.header.columns.get(name)) in cells]
    if names and all((row, col) in sheet.grid.struck for col in names):
        return True
    struck = sum((row, col) in sheet.grid.struck for col in cells)
    return struck > 0 and struck * 2 >= len(cells)


def repeats_heading(sheet: Sheet, found: Found, row: int) -> bool:
    """Whether a row repeats the heading, as at the top of every printed page."""
    cells = filled(sheet, found, row)
    for top in found.header.rows:
        heading = sheet.texts[top - 1]
        said = {col: words for col, text in cells.items() if (words := normal(text))}
        same = sum(words == normal(heading[col - 1]) for col, words in said.items())
        if same >= 2 and same * 2 > len(cells):
            return True
    return False


def is_total(text: str) -> bool:
    """Whether words head a subtotal or total: "Total 2200", "Sub-total", "Grand total"."""
    return _TOTAL.fullmatch(fold(text).strip(" :-.*=")) is not None


def note_hidden(sheet: Sheet, found: Found, rows: Sequence[int]) -> list[Issue]:
    """One note on the hidden rows among a table's records, which count like the others."""
    if not sheet.grid.hidden_rows:
        return []
    hidden = sorted(set(rows) & sheet.grid.hidden_rows)
    if not hidden:
        return []
    count = f"{len(hidden)} hidden rows hold" if len(hidden) > 1 else "A hidden row holds"
    return [
        issues.make(
            "hidden-rows",
            f"{count} records that are counted: {_ranges(hidden)}.",
            sheet.cell(hidden[0], found.block.left),
            suggestion="Delete or strike through the rows if they should not count.",
        )
    ]


def notes(sheet: Sheet, found: Found, fields: Sequence[Field], table: Table) -> list[Issue]:
    """What is worth knowing of a table's records: hidden ones, other currencies, odd dates."""
    numbers = [int(row) for row in table.frame.index]
    return [
        *currencies.check(sheet, found, fields, numbers),
        *date_checks.check(sheet, found, fields, table),
        *note_hidden(sheet, found, numbers),
    ]


def _ranges(numbers: Sequence[int]) -> str:
    """Row numbers in words: "rows 4-6, 9"."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    shown = (f"{part[0]}-{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts)
    return f"row{'s' if len(numbers) > 1 else ''} " + ", ".join(shown)


@dataclass(frozen=True, slots=True)
class Record:
    """A row read: field -> value, and what could not be read."""

    row: int
    values: dict[str, object]
    faults: dict[str, Fault]


def read(sheet: Sheet, found: Found, fields: Sequence[Field], row: int) -> Record:
    """Read a row's cells, each as its field's shape; a cell that cannot be read is ``None``."""
    values: dict[str, object] = {}
    faults: dict[str, Fault] = {}
    for this in fields:
        col = found.header.columns.get(this.name)
        value = sheet.value(row, col, this) if col else None
        if isinstance(value, Fault):
            faults[this.name] = value
            value = None
        values[this.name] = value
    return Record(row, values, faults)


def leave_open(record: Record, field: str) -> None:
    """Take "TBD" for no fault where a deal is still to be made, in place."""
    fault = record.faults.get(field)
    if fault is not None and fault.code == "amount-open":
        del record.faults[field]


def leave_in_words(record: Record, field: str, text: str) -> None:
    """Take words without a figure for no fault where an amount may be told elsewhere, in place.

    A premium is "see cost report" or "in the package".
    """
    fault = record.faults.get(field)
    if fault is not None and fault.code == "unreadable-amount" and not any(map(str.isdigit, text)):
        del record.faults[field]


def fault_issues(
    sheet: Sheet, found: Found, fields: Sequence[Field], record: Record
) -> list[Issue]:
    """An issue for each cell of a record that could not be read; private cells go unquoted."""
    by_name = {this.name: this for this in fields}
    made = []
    for name, fault in record.faults.items():
        this, col = by_name[name], found.header.columns[name]
        if stray := date_checks.out_of_reach(sheet, record.row, col, fault):
            made.append(stray)
            continue
        heading = found.header.headings.get(name) or this.words
        words = "cannot be read" if this.private else fault.found
        made.append(
            issues.make(
                fault.code,
                f'The cell under "{heading}" {words}.',
                sheet.cell(record.row, col),
                expected=fault.expected,
                suggestion=fault.suggestion,
            )
        )
    return made


def amounts(values: Mapping[str, object]) -> dict[str, Decimal]:
    """The amounts among a row's fields."""
    return {name: value for name, value in values.items() if isinstance(value, Decimal)}


def repeated_headings(sheet: Sheet, found: Found) -> list[Issue]:
    """A note for each column whose heading is the same, word for word, as an earlier one's."""
    header = found.header
    made = []
    for name, col in header.repeated.items():
        read = header.columns.get(name)
        if read is None or read == col or not header.rows:
            continue
        heading = sheet.text(header.bottom, col)
        whole = next((text for text, at in header.others.items() if at == col), heading)
        if fold(heading) != fold(sheet.text(header.bottom, read)) or (
            name in header.headings and fold(whole) != fold(header.headings[name])
        ):
            continue
        made.append(
            issues.make(
                "heading-repeated",
                f"Columns {column_letters(read)} and {column_letters(col)} are both headed "
                f'"{heading}"; only {column_letters(read)} is read.',
                sheet.cell(header.bottom, col),
                related=(sheet.cell(header.bottom, read),),
                suggestion="Rename one of the headings, or name the column in the settings.",
            )
        )
    return made


def frame(
    columns: Sequence[str], records: Sequence[Mapping[str, object]], rows: Sequence[int]
) -> pd.DataFrame:
    """Records as a frame of objects, labelled by the sheet's row numbers; missing is ``None``."""
    index = pd.Index(list(rows), dtype="int64", name="row_number")
    data = {
        column: pd.Series([record.get(column) for record in records], index=index, dtype=object)
        for column in columns
    }
    return pd.DataFrame(data, index=index)


def table(
    kind: str,
    columns: Sequence[str],
    sheet: Sheet,
    found: Found,
    told: Sorted,
    records: Sequence[Record],
) -> Table:
    """A table of records read from one tab."""
    if kind != "one_liner":  # where days end in words
        _tell_remarks_at_the_end(sheet, found, told, [record.row for record in records])
    return Table(
        kind=kind,
        frame=frame(columns, [this.values for this in records], [this.row for this in records]),
        places=(place(sheet, found),),
        block=found.block,
        header_rows=found.header.rows,
        confidence=found.confidence,
        excluded=told.reasons(),
        headings=dict(found.header.headings),
        other_columns=dict(found.header.others),
        why=found.why,
    )


def _tell_remarks_at_the_end(
    sheet: Sheet, found: Found, told: Sorted, records: Sequence[int]
) -> None:
    """Take banners below all records that say a sentence for what they are, in place."""
    banners = told.excluded.get("banner", [])
    for row in [row for row in banners if row > max(records, default=row)]:
        (said, *more) = filled(sheet, found, row).values()
        if not more and len(said.split()) >= _SENTENCE and _SAID.search(said):
            banners.remove(row)
            told.leave_out(row, "note")
    if not banners:
        told.excluded.pop("banner", None)


_SENTENCE = 4
"""Words from which what stands below all records is a remark, if it is made as one."""
_SAID = re.compile(r"\w ?: ?\w|, \w|[.!?]$")


def place(sheet: Sheet, found: Found) -> Place:
    """Where a found table stands."""
    return Place(sheet.grid.tab, dict(found.header.columns), sheet.grid.book)
