"""A report as plain text: for a terminal, and for goldens that a reviewer can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from model.cell import Cell
from model.report import Column, Content, Entry, Formula, Line, LineStyle, Report, Role, Style
from reports.words import moment

_MONEY = frozenset({Style.MONEY, Style.VARIANCE})
_RIGHT = frozenset({*_MONEY, Style.MONEY_CENTS, Style.PERCENT, Style.COUNT, Style.HOURS})
_MARKS = {LineStyle.BANNER: "# ", LineStyle.SUBTOTAL: "- ", LineStyle.TOTAL: "= "}
_ROLES = {Role.PERSON: " (people)", Role.ONCE: " (once)", Role.COMPUTED: ""}
_SEPARATOR = " | "


def as_text(report: Report, *, details: bool = False) -> str:
    """Render a report; with ``details`` also its keys, formulas, links, notes and charts.

    Lines that say one thing in their first column (titles, sentences) run on; the others stand in
    a table whose columns are as wide as their content.
    """
    columns = report.columns
    blocks = [f"[{report.title}]", *(_sentence(line, columns) for line in report.preamble)]
    blocks += ["", *_table(report)]
    if details:
        blocks += ["", *_details(report)]
    return "\n".join(block.rstrip() for block in blocks) + "\n"


def _sentence(line: Line, columns: Sequence[Column]) -> str:
    parts = [
        shown(line.entries[each.field], each.style)
        for each in columns
        if each.field in line.entries
    ]
    return _SEPARATOR.join(part for part in parts if part)


def _table(report: Report) -> Iterator[str]:
    columns = report.columns
    rows = [_cells(line, columns) for line in report.lines]
    headings = [f"{each.heading}{_ROLES[each.role]}" for each in columns]
    counted = [row for row, line in zip(rows, report.lines, strict=True) if not _runs_on(line)]
    heading = [headings] if report.heading else []
    widths = [
        max((len(row[number]) for row in [*heading, *counted]), default=0)
        for number in range(len(columns))
    ]
    if report.heading:
        yield _row(headings, columns, widths)
        yield "-+-".join("-" * width for width in widths)
    for line, row in zip(report.lines, rows, strict=True):
        if _runs_on(line):
            yield _MARKS.get(line.style, "") + next((cell for cell in row if cell), "")
        else:
            yield _row(row, columns, widths)


def _runs_on(line: Line) -> bool:
    """Whether a line says one thing, which runs on over the columns."""
    return line.style is not LineStyle.RECORD and len(line.entries) <= 1


def _cells(line: Line, columns: Sequence[Column]) -> list[str]:
    cells = [shown(line.entries.get(each.field, Entry()), each.style) for each in columns]
    mark = _MARKS.get(line.style, "")
    first = next((number for number, cell in enumerate(cells) if cell), None)
    if mark and first is not None and not _runs_on(line):
        cells[first] = mark + cells[first]
    return cells


def _row(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    aligned = [
        cell.rjust(width) if column.style in _RIGHT else cell.ljust(width)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    ]
    return _SEPARATOR.join(aligned)


def shown(entry: Entry, style: Style) -> str:
    """A cell as people see it in the spreadsheet."""
    content = entry.content
    if isinstance(content, Formula):
        content = content.value
    return _written(content, entry.style or style)


def _written(content: Content, style: Style) -> str:
    if content is None or isinstance(content, Formula):
        return ""
    if isinstance(content, bool | str):
        return str(content)
    if isinstance(content, datetime):
        return moment(content)
    if isinstance(content, date):
        return content.isoformat()
    amount = Decimal(content)
    if style is Style.PERCENT:
        return f"{(amount * 100).quantize(Decimal(1), ROUND_HALF_UP):f}%"
    return _money(amount, style) if style in _RIGHT - {Style.COUNT} else f"{amount:f}"


def _money(amount: Decimal, style: Style) -> str:
    """Parentheses for a negative, a dash for zero; cents only where the style has them."""
    fine = style in (Style.MONEY_CENTS, Style.HOURS)
    rounded = amount.quantize(Decimal("0.01") if fine else Decimal(1), ROUND_HALF_UP)
    if not rounded:
        return "-"
    text = f"{abs(rounded):,f}"
    if style is Style.HOURS:
        text = text.removesuffix("0")
    return f"({text})" if rounded < 0 else text


def _details(report: Report) -> Iterator[str]:
    """Line by line, what does not show on paper."""
    for line in [*report.preamble, *report.lines]:
        yield f"{line.key}" + (f" (level {line.level})" if line.level else "")
        for field, entry in line.entries.items():
            said = "; ".join(_hidden(entry))
            if said:
                yield f"    {field}: {said}"
    for chart in report.charts:
        series = ", ".join(f"{each.heading} ({each.field})" for each in chart.series)
        yield f"chart: {chart.title}: {chart.kind} of {series}, {chart.first} to {chart.last}"


def _hidden(entry: Entry) -> Iterator[str]:
    if isinstance(entry.content, Formula):
        refs = [f"<{ref.key} {ref.field}>" for ref in entry.content.refs]
        yield entry.content.text.format(*refs)
    if entry.link is not None:
        yield f"link {_named(entry.link)}"
    if entry.outline:
        yield f"framed as {entry.outline}"
    if entry.note:
        yield f"note {entry.note!r}"


def _named(link: Cell | str) -> str:
    return link if isinstance(link, str) else f"{link.book}:{link}".removeprefix(":")
