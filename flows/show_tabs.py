"""How tabs were read, for a person at a terminal: an overview, and one tab explained."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table as Lines
from rich.text import Text

from flows.targets import ONLY_BOOK, is_file_target
from model.cell import Cell
from model.table import Guess, Table
from reports import explained, pins
from reports.kinds import a_kind, kind_words
from reports.sheet_health import SheetHealth, health, record_count
from reports.words import listed
from transforms.results import Results

NAMED = 6
"""Tabs taken for nothing that have a line each; more are named in one."""
LABEL = 10
"""Width of the labels of an explanation."""


def healths(results: Results) -> list[SheetHealth]:
    """How well each table could be read, in the results' order."""
    return [health(table, results.issues, results) for table in results.tables]


def show_overview(console: Console, results: Results) -> None:
    """List what each tab was taken for, and how much of it could be read."""
    several = len({key[0] for key in explained.by_tab(results.tables)}) > 1
    replaced = explained.replaced_by(results.issues)
    lines = Lines(box=None, header_style="bold", padding=(0, 2, 0, 0), pad_edge=False)
    for heading in ("Tab", "Taken for", "Where"):
        lines.add_column(heading, overflow="fold")
    for heading in ("Records", "Pass rate", "Not totalled"):
        lines.add_column(heading, justify="right")
    for sheet in healths(results):
        table = sheet.table
        lines.add_row(
            Text(_tab(sheet.corner, several)),
            _taken_for(table, replaced.get(sheet.corner)),
            Text(table.block.a1, style="dim"),
            f"{record_count(table):,}",
            sheet.rate or "-",
            Text(str(len(sheet.not_totalled)), style="red") if sheet.not_totalled else "-",
            style="dim" if table.superseded or table.repeated else "",
        )
    unknown = [_tab(cell, several) for cell in results.unrecognised]
    many = len(unknown) > NAMED
    for tab in [] if many else unknown:
        lines.add_row(Text(tab), Text("nothing that Topsheet knows", style="dim"))
    console.print(lines)
    if many:
        said = f"{len(unknown)} tabs are nothing that Topsheet knows: {listed(unknown)}."
        console.print(Text(said, style="dim"))


def _tab(cell: Cell, several: bool) -> str:
    return f"{cell.book}: {cell.tab}" if several else cell.tab


def _taken_for(table: Table, newer: Cell | None) -> Text:
    """The kind, how surely where it is not sure, and what replaces it."""
    said = Text(kind_words(table.kind))
    if (sure := explained.sureness(table)) != "surely":
        said.append(f" ({sure})", style="yellow" if sure == "perhaps" else "dim")
    if table.superseded:
        said.append(f", replaced by {newer.tab}" if newer else ", an older revision")
    elif newer:
        said.append(f", counted on {newer.tab}")
    return said


def show_tabs(console: Console, results: Results) -> None:
    """Explain tabs one by one: what, why, which column is which, what was left out, settings."""
    replaced = explained.replaced_by(results.issues)
    found = explained.by_tab(results.tables)
    for sheet in healths(results):
        own = found[sheet.corner.book, sheet.corner.tab]
        _show_table(console, sheet, replaced.get(sheet.corner))
        if sheet.table is own[-1]:
            _settings(console, pins.of_tab(own, console.width))
        else:
            console.print()
    for cell in results.unrecognised:
        _show_nothing(console, cell, results.guesses.get(cell))


def show_where(console: Console, target: str) -> None:
    """Say where settings lines go: into the settings file, or into one made for the target."""
    if Path(target).suffix.lower() == ".toml":
        console.print(Text(f"The settings lines go into {target}.", style="dim"), soft_wrap=True)
        return
    _line(console, "Settings", ["go into a file of their own, say topsheet.toml, beginning so:"])
    name = Path(target).name if is_file_target(target) else target
    for line in (f"[spreadsheets.{ONLY_BOOK}]", f"target = {pins.quoted(name)}"):
        console.print(Text(line), soft_wrap=True)
    beside = ", beside the workbook" if is_file_target(target) else ""
    _line(console, "", [f"Save it{beside}, then: topsheet check topsheet.toml"])


def _show_table(console: Console, sheet: SheetHealth, newer: Cell | None) -> None:
    table = sheet.table
    _head(console, table.place.tab, f"{explained.sureness(table)} {a_kind(table.kind)}")
    _line(console, "Found", [explained.facts(table)])
    if table.superseded:
        _line(console, "Replaced", [_replaced(newer)])
    elif newer:
        _line(console, "Counted", [f'on "{newer.tab}", which has its lines and more columns'])
    _line(console, "Why", explained.why(table))
    _columns(console, explained.columns(table))
    others = explained.other_columns(table)
    _line(console, "No field", [", ".join(f'{each.letter} "{each.heading}"' for each in others)])
    _line(console, "Left out", explained.left_out(table))
    if sheet.rate:
        _line(console, "Pass rate", [_read(sheet)])


def _show_nothing(console: Console, cell: Cell, guess: Guess | None) -> None:
    _head(console, cell.tab, "nothing that Topsheet knows, so it is not read")
    if guess is None:
        _settings(console, pins.of_nothing(cell))
        return
    _line(console, "Nearest", [explained.near(guess)])
    _settings(console, pins.of_nothing(cell, guess.kind, [guess.row]))


def _replaced(newer: Cell | None) -> str:
    by = f'"{newer.tab}" replaces it' if newer else "the settings call it an older revision"
    return f"{by}; nothing of this tab is added up or checked"


def _read(sheet: SheetHealth) -> str:
    said = f"{sheet.rate} of the records without an error"
    rows = f"; not totalled: {explained.rows(sheet.not_totalled)}" if sheet.not_totalled else ""
    return said + rows


def _head(console: Console, tab: str, said: str) -> None:
    console.print(Text.assemble((tab, "bold"), ": ", said))


def _line(console: Console, label: str, said: Sequence[str]) -> None:
    """A label and what it says, wrapped beside it; nothing where nothing is said."""
    grid = _grid()
    for number, sentence in enumerate(text for text in said if text):
        grid.add_row(Text(label if number == 0 else "", style="dim"), Text(sentence))
    if grid.row_count:
        console.print(grid)


def _columns(console: Console, columns: Sequence[explained.ColumnRead]) -> None:
    inner = Lines.grid(padding=(0, 2, 0, 0))
    for each in columns:
        heading = Text(f'"{each.heading}"' if each.heading else "-")
        inner.add_row(Text(each.letter, style="bold"), heading, Text(each.field, style="cyan"))
    if columns:
        grid = _grid()
        grid.add_row(Text("Columns", style="dim"), inner)
        console.print(grid)


def _settings(console: Console, lines: Sequence[str]) -> None:
    """Lines to paste: never wrapped, so that what is copied is what was meant."""
    _line(console, "To overrule", ["change what is wrong, and paste into the settings:"])
    for line in lines:
        console.print(Text(line), soft_wrap=True)
    console.print()


def _grid() -> Lines:
    grid = Lines.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=LABEL + 1, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid
