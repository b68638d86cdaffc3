"""How one tab was read, in plain words: for whoever wants to know why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.cell import Cell, column_letters
from model.issue import Issue
from model.table import Dood, Guess, Table
from reports import words
from reports.kinds import a_kind
from reports.sheet_health import record_count

REASONS = {
    "subtotal": ("subtotal or total", "subtotals and totals"),
    "total": ("total", "totals"),
    "banner": ("banner", "banners"),
    "blank": ("blank row", "blank rows"),
    "struck": ("struck-through row", "struck-through rows"),
    "special": ("line outside the accounts", "lines outside the accounts (contingency, fringes)"),
    "unreadable": (
        "row that cannot be read whole, in no report's sums",
        "rows that cannot be read whole, in no report's sums",
    ),
    "header": ("repeated heading", "repeated headings"),
    "note": ("note", "notes"),
    "legend": ("legend", "lines of a legend"),
}
"""Why a row is no record, in words: one, several."""
_RUNS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """One column: its letter, its heading as the sheet writes it, the field that it is."""

    letter: str
    heading: str
    field: str


def sureness(table: Table) -> str:
    """How surely a tab was recognised, in a word or two."""
    if any("settings" in reason for reason in table.why):
        return "as the settings say"
    sure = table.confidence
    return "surely" if sure >= 0.8 else "probably" if sure >= 0.6 else "perhaps"


def facts(table: Table) -> str:
    """Where a table stands and how much it holds: "A6:O243, headings in row 6, 123 records"."""
    said = [table.block.a1]
    if table.header_rows:
        said.append(f"headings in {rows(table.header_rows)}")
    if isinstance(table, Dood):
        days = [day for day in table.days["date"].tolist() if day is not None]
        said.append(words.count(len(table.elements), "element"))
        if days:
            said.append(
                f"{words.count(len(table.days), 'day')}, {words.span(min(days), max(days))}"
            )
    else:
        said.append(words.count(record_count(table), "record"))
    return ", ".join(said)


def why(table: Table) -> tuple[str, ...]:
    """What a tab was recognised by; which column is which is said by :func:`columns`."""
    reasons = [reason for reason in table.why if not reason.startswith("column ")]
    headed = sum(bool(heading) for heading in table.headings.values())
    if headed:
        which = "heading names a field" if headed == 1 else "headings name fields"
        reasons.insert(0, f"{headed} {which} of {a_kind(table.kind)}")
    return tuple(reasons)


def near(guess: Guess) -> str:
    """What a tab that was taken for nothing comes nearest to, and what it lacks for that."""
    named = words.listed([f'"{heading}"' for heading in guess.headings], most=4)
    said = f"row {guess.row} has headings as on {a_kind(guess.kind)} ({named})"
    if not guess.missing:
        return f"{said}, but what stands there is not like one"
    fields = [f'"{field.replace("_", " ")}"' for field in guess.missing]
    if len(fields) == 1:
        return f"{said}, but no column for {fields[0]}"
    return f"{said}, but none for {', '.join(fields[:-1][:4])} or {fields[-1]}"


def columns(table: Table) -> tuple[ColumnRead, ...]:
    """Which column is which field, from left to right."""
    found = sorted(table.place.columns.items(), key=lambda item: item[1])
    return tuple(
        ColumnRead(column_letters(col), table.headings.get(field, ""), field.replace("_", " "))
        for field, col in found
    )


def other_columns(table: Table) -> tuple[ColumnRead, ...]:
    """The columns with a heading that fits no field: kept, and not read."""
    found = sorted(table.other_columns.items(), key=lambda item: item[1])
    return tuple(ColumnRead(column_letters(col), heading, "") for heading, col in found)


def left_out(table: Table) -> tuple[str, ...]:
    """The rows that are no records, by reason: "21 banners: rows 7, 13, 20-22"."""
    said = []
    for reason, numbers in table.excluded.items():
        if numbers:
            one, many = REASONS.get(reason, (f"{reason} row", f"{reason} rows"))
            said.append(f"{words.count(len(numbers), one, many)}: {rows(numbers)}")
    return tuple(said)


def rows(numbers: Iterable[int]) -> str:
    """Row numbers in words, neighbours as a run: "rows 4-6, 9"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    single = len(runs) == 1 and runs[0][0] == runs[0][1]
    return f"{'row' if single else 'rows'} {words.listed(shown, most=_RUNS_SHOWN)}"


def replaced_by(issues: Iterable[Issue]) -> Mapping[Cell, Cell]:
    """The first cell of each table that another is counted for -> that other's."""
    return {
        issue.at: issue.related[0]
        for issue in issues
        if issue.code in ("older-revision", "budget-repeated") and issue.related
    }


def by_tab(tables: Sequence[Table]) -> Mapping[tuple[str, str], list[Table]]:
    """The tables of each (spreadsheet, tab), in their order."""
    found: dict[tuple[str, str], list[Table]] = {}
    for table in tables:
        found.setdefault((table.place.book, table.place.tab), []).append(table)
    return found
