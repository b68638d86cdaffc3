"""The Data Issues tab of a messy workbook, as whoever keeps the sheets reads it."""

from __future__ import annotations

from flows.production_run import understand
from flows.settings import ProductionSettings, SpreadsheetSettings
from reports import as_text, build
from schemas import textgrid
from tests.reports import sample
from tests.schemas.reading import book

TABS = {
    "Budget v1": """
        | Acct | Description | Budget |
        | 2201 | Designer    | lots   |
        | 2202 | Buyer       | 200    |
    """,
    "Budget v2": """
        | Acct | Description | Budget |
        | 2201 | Designer    | 100    |
        | 2201 | Designer    | 150    |
        | 2202 | Buyer       | TBD    |
        | 2203 | Draughtsman | #REF!  |
        | 2204 | Painter     | lots   |
    """,
    "People": """
        | Department | Phone | E-mail |
        | Camera     | 1     | 2      |
    """,
}


def understood():
    grids = [textgrid.parse(text, tab, book="b")[0] for tab, text in TABS.items()]
    settings = ProductionSettings(spreadsheets={"b": SpreadsheetSettings(target="b.xlsx")})
    return understand([book(*grids, name="b")], settings)


def page() -> list[str]:
    production, results = understood()
    audience = sample.audience("b", wanted=("data-issues",))
    (report,) = build(results, production, audience)
    return as_text(report).splitlines()


def test_at_the_top_stands_how_each_tab_was_read():
    assert page()[3 : page().index("")] == [
        "5 problems: 2 errors, 2 warnings, 1 for information. Mend from the top."
    ]
    read_as = [line for line in page() if line.startswith(("Pass", "- | Budget", "60%"))]
    assert read_as == [
        "Pass rate | Tab | Read as | Rows not totalled",
        "- | Budget v1 | budget, A1:C3, 2 records; replaced by Budget v2, in no sum | none",
        "60% | Budget v2 | budget, A1:C6, 5 records | 3: 4, 5, 6",
    ]


def test_what_was_not_recognised_says_what_it_comes_nearest_to():
    said = "\n".join(page())
    assert "Not recognised, and so not read: People." in said
    assert "People: row 1 has headings as on a crew list" in said


def test_what_to_mend_first_stands_first_and_nothing_of_an_older_revision():
    rows = [line.split(" | ") for line in page() if line.startswith(("error", "warning", "info"))]
    assert [(row[0].strip(), row[1].strip(), row[2].strip()) for row in rows] == [
        ("error", "Budget v2", "C5"),
        ("error", "Budget v2", "C6"),
        ("warning", "Budget v2", "C4"),  # in no sum: before the account that is listed twice
        ("warning", "Budget v2", "A3"),
        ("info", "Budget v1", "A1"),
    ]
