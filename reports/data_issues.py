"""The Data Issues tab: what is wrong in this spreadsheet's own sheets, for whoever keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.cell import Cell
from model.issue import Issue, Topic
from model.production import Production
from model.report import Column, Entry, Line, LineStyle, Report, Style
from reports import words
from reports.audience import Audience
from reports.entries import as_of, banner, from_cells, note, notes, spacer, title
from reports.explained import near, replaced_by
from reports.keys import keyed
from reports.kinds import kind_words
from reports.sheet_health import SheetHealth, health, mend_first, record_count
from reports.withheld import left_out, visible
from transforms.results import Results

NAME = "data-issues"
_FIELD = "severity"
"""The first column, where sentences of the preamble stand."""


def build(results: Results, production: Production, audience: Audience) -> Report:
    """Every problem of this spreadsheet's own tabs, what to mend first on top."""
    data = [issue for issue in results.issues if issue.topic is Topic.DATA]
    own = [issue for issue in data if issue.at.book == audience.book]
    sheets = [
        health(table, own, results) for table in results.tables if table.place.book == audience.book
    ]
    shown = visible(own, audience)
    sentences = [
        _how_many(shown, sheets),
        *left_out(own, audience, "problem"),
        *_elsewhere(data, audience),
    ]
    return Report(
        name=NAME,
        title="Data Issues",
        columns=list(_columns()),
        lines=_lines(shown, sheets),
        preamble=[
            title(_FIELD, f"{production.name}: Data Issues"),
            as_of(_FIELD, audience.as_of),
            *notes("found", _FIELD, sentences),
            *_sheets(sheets, results, audience),
        ],
        frozen_columns=3,
        fold_after=production.thresholds.resolved_days,
        tab_color="#b06000",
    )


def _columns() -> Iterator[Column]:
    yield Column(
        "severity",
        "Severity",
        Style.SEVERITY,
        width=75,
        note=(
            "An error changes a figure or hides a conflict, a warning may; info is worth knowing."
        ),
    )
    yield Column("tab", "Tab", width=120)
    yield Column("cell", "Cell", width=60, note="The cell, as a link.")
    yield Column("what", "What Is There", Style.WRAPPED, width=330)
    yield Column("expected", "Expected", Style.WRAPPED, width=190)
    yield Column("suggestion", "Suggestion", Style.WRAPPED, width=220)
    yield Column(
        "rule",
        "Rule",
        width=140,
        note="The rule's name: `topsheet rules NAME` explains it.",
    )


def _lines(shown: Sequence[Issue], sheets: Sequence[SheetHealth]) -> list[Line]:
    """What to mend first on top."""
    keys = {issue: key for key, issue in keyed(shown, data=True)}
    return [_line(keys[issue], issue) for issue in mend_first(keys, sheets)]


def _line(key: str, issue: Issue) -> Line:
    cells = (issue.at, *issue.related)
    contents = {
        "severity": issue.severity.value,
        "tab": issue.at.tab,
        "what": issue.message,
        "expected": issue.expected,
        "suggestion": issue.suggestion,
        "rule": issue.code,
    }
    entries = {field: from_cells(content, *cells) for field, content in contents.items() if content}
    entries["cell"] = Entry(issue.at.a1, link=issue.at, sources=(issue.at,))
    return Line(key, entries)


def _how_many(shown: Sequence[Issue], sheets: Sequence[SheetHealth]) -> str:
    if not sheets and not shown:
        return "No tab of this spreadsheet was recognised, so there was nothing to check."
    if not shown:
        return "Nothing to mend: every sheet could be read without a problem."
    return f"{words.count(len(shown), 'problem')}: {words.severities(shown)}. Mend from the top."


def _elsewhere(data: Sequence[Issue], audience: Audience) -> Iterator[str]:
    """Say where the problems of the production's other spreadsheets are listed."""
    books = sorted({issue.at.book for issue in data} - {audience.book})
    for book in books:
        number = sum(issue.at.book == book for issue in data)
        things = words.count(number, "more problem")
        verb = "is" if number == 1 else "are"
        yield f"{things} {verb} in the spreadsheet '{book}' and listed there."


def _sheets(sheets: Sequence[SheetHealth], results: Results, audience: Audience) -> Iterator[Line]:
    """What each tab was read as, how much of it could be read, and what was taken for nothing."""
    unknown = [cell for cell in results.unrecognised if cell.book == audience.book]
    replaced = replaced_by(results.issues)
    yield spacer("sheets")
    if sheets:
        headings = {
            "severity": "Pass rate",
            "tab": "Tab",
            "what": "Read as",
            "expected": "Rows not totalled",
        }
        yield banner("sheets", headings)
    for number, sheet in enumerate(sheets, 1):
        newer = replaced.get(sheet.corner)
        yield _sheet(f"sheet:{sheet.corner.tab}:{number}", sheet, newer)
    if unknown:
        names = words.listed([cell.tab for cell in unknown])
        text = f"Not recognised, and so not read: {names}."
        yield note("unrecognised", _FIELD, text, unknown)
    for cell in unknown:
        if guess := results.guesses.get(cell):
            yield note(f"near:{cell.tab}", _FIELD, f"{cell.tab}: {near(guess)}.", [cell])
    yield spacer("issues")


def _sheet(key: str, sheet: SheetHealth, newer: Cell | None) -> Line:
    rows = [str(row) for row in sheet.not_totalled]
    table = sheet.table
    read_as = (
        f"{kind_words(table.kind)}, {table.block.a1}, {words.count(record_count(table), 'record')}"
    )
    if table.superseded:
        by = f"replaced by {newer.tab}" if newer else "an older revision"
        read_as += f"; {by}, in no sum"
    elif newer:
        read_as += f"; counted on {newer.tab}"
    where = sheet.corner
    entries = {
        "severity": from_cells(sheet.rate or "-", where),
        "tab": Entry(where.tab, link=where, sources=(where,)),
        "what": from_cells(read_as, where, style=Style.WRAPPED),
        "expected": from_cells(f"{len(rows)}: {words.listed(rows)}" if rows else "none", where),
    }
    return Line(key, entries, LineStyle.NOTE)
