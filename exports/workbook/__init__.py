"""The reports as one .xlsx: live formulas with their figures, set up to be printed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from exports.cover import Cover
from exports.layout import Layout
from exports.workbook.charts import draw
from exports.workbook.formats import Formats
from exports.workbook.printing import set_up_print
from exports.workbook.sheet import write_lines
from exports.workbook.view import furnish
from model import palette
from model.report import Report
from model.text import inert

_OPTIONS = {
    # A text is a text, whatever it looks like: no formula, number or link is made of one.
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_format_properties": {"font_name": palette.FONT, "font_size": palette.SIZE},
}
_LONGEST_TITLE = 31
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


def write_workbook(reports: Sequence[Report], cover: Cover, path: Path) -> None:
    """Write the reports' tabs, one each, in their order.

    Raises:
        OSError: the file cannot be written.
    """
    book = Workbook(str(path), _OPTIONS)
    book.set_properties(
        {"title": inert(cover.production), "created": cover.as_of.replace(tzinfo=None)}
    )
    formats = Formats(book)
    titles: set[str] = set()
    for report in reports:
        layout = Layout(report)
        sheet = book.add_worksheet(_title(report, titles))
        write_lines(sheet, layout, formats)
        furnish(sheet, layout, formats)
        set_up_print(sheet, layout, cover)
        draw(book, sheet, layout)
    try:
        book.close()
    except FileCreateError as problem:  # holds the OSError that it was
        raise OSError(*problem.args[0].args) from None


def _title(report: Report, taken: Collection[str]) -> str:
    """A tab's title as Excel allows it: 31 characters, none of ``[]:*?/\\``, each once."""
    wanted = inert(report.title).translate(_FORBIDDEN).strip("'")[:_LONGEST_TITLE] or "Report"
    title, number = wanted, 1
    while title.casefold() in {each.casefold() for each in taken}:
        number += 1
        mark = f" {number}"
        title = wanted[: _LONGEST_TITLE - len(mark)] + mark
    if isinstance(taken, set):
        taken.add(title)
    return title
