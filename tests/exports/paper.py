"""What the tests of this room export: a report of accounts made from text, and files read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from pypdf import PdfReader

from exports import Cover
from exports.pdf import write_pdf
from exports.workbook import write_workbook
from model.report import (
    AS_OF,
    Chart,
    Column,
    Entry,
    Formula,
    Line,
    LineStyle,
    Ref,
    Report,
    Role,
    Series,
    Style,
)

COVER = Cover(
    "Harbour Lights",
    datetime(2026, 3, 4, 18, 30, tzinfo=ZoneInfo("America/Los_Angeles")),
    "USD",
    "en_US",
    "Week ending Sat 28 Feb 2026",
)
COLUMNS = (
    Column("account", "Account", Style.CODE, width=70),
    Column("description", "Description", width=200, note="As the budget has it."),
    Column("source", "Source", width=90, paper=False),
    Column("budget", "Budget", Style.MONEY),
    Column("efc", "EFC", Style.MONEY),
    Column("variance", "Variance (Over)/Under", Style.VARIANCE),
    Column("why", "Explanation", Style.PERSON, Role.PERSON, width=220),
)


def account(text: str, description: str = "") -> Line:
    """A line from "2201 900 950" (account, budget, EFC)."""
    code, *amounts = text.split()
    budget, efc = map(Decimal, amounts)
    refs = Ref(code, "budget"), Ref(code, "efc")
    return Line(
        code,
        {
            "account": Entry(code),
            "description": Entry(description or f"Account {code}"),
            "source": Entry("Budget!A7"),
            "budget": Entry(budget),
            "efc": Entry(efc),
            "variance": Entry(Formula("={0}-{1}", refs, budget - efc)),
        },
        level=1,
    )


def total(lines: Sequence[Line]) -> Line:
    """The sum of lines, as live formulas."""
    entries: dict[str, Entry] = {"description": Entry("Total")}
    for field in ("budget", "efc", "variance"):
        contents = [line.entries[field].content for line in lines]
        amounts = [each.value if isinstance(each, Formula) else each for each in contents]
        figure = sum((each for each in amounts if isinstance(each, Decimal)), Decimal(0))
        ends = Ref(lines[0].key, field), Ref(lines[-1].key, field)
        entries[field] = Entry(Formula("=SUM({0}:{1})", ends, figure))
    return Line("total", entries, LineStyle.TOTAL)


def variance(*lines: Line, **other: Any) -> Report:
    """A report of accounts with its total below."""
    made: dict[str, Any] = {
        "name": "variance",
        "title": "Variance",
        "columns": COLUMNS,
        "lines": (Line("b", {"account": Entry("2200 SET")}, LineStyle.BANNER), *lines, total(lines))
        if lines
        else (),
        "preamble": (
            Line("title", {"account": Entry("Harbour Lights: Cost Report")}, LineStyle.TITLE),
            Line(AS_OF, {"account": Entry("As of now")}, LineStyle.SUBTITLE),
            Line("note", {"account": Entry("USD, in whole units.")}, LineStyle.NOTE),
        ),
        "frozen_columns": 2,
    }
    return Report(**{**made, **other})


def charted(*lines: Line, kind: str = "bar") -> Report:
    """The same with a chart of its accounts."""
    series = (Series("budget", "Budget"), Series("efc", "EFC"))
    chart = Chart(
        "Budget against EFC", kind, "account", series, lines[0].key, lines[-1].key, "b", "why"
    )
    return variance(*lines, charts=(chart,))


def as_workbook(folder: Path, *reports: Report, cover: Cover = COVER) -> Workbook:
    """Reports written as an .xlsx and read back, formulas as formulas."""
    path = folder / "reports.xlsx"
    write_workbook(reports, cover, path)
    return load_workbook(path)


def as_pdf(folder: Path, *reports: Report, cover: Cover = COVER) -> PdfReader:
    """Reports written as a PDF and read back."""
    path = folder / "reports.pdf"
    write_pdf(reports, cover, path)
    return PdfReader(path)


def texts(reader: PdfReader) -> list[str]:
    """Each page's text, in the order in which it was written."""
    return [page.extract_text() for page in reader.pages]
