"""Make the invented production: the workbook, the three spreadsheets, and the truth about them.

Run it as ``.venv/bin/python examples/make_demo.py [FOLDER]``. It draws on no clock and no chance
but its own seed, so it makes the same again every time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from openpyxl.workbook import Workbook
from saltglass import (
    board,
    budget_tab,
    calendar,
    cast_tab,
    crew_tab,
    dood_tab,
    finding,
    handbook,
    harmless,
    history_tab,
    locations_tab,
    noise_tabs,
    one_liner_tab,
    orders_tab,
    planted,
    restricted,
    times_tab,
)
from saltglass.layout import Layout
from saltglass.page import Page, new_workbook, save

HERE = Path(__file__).parent
Written = tuple[Page, Layout]
Writer = Callable[[Workbook], Written]


def writers() -> dict[str, Writer]:
    """Tab -> what writes it, in the order of the one workbook."""
    main, second = board.main_unit(), board.second_unit()
    spans = board.engagements(main, second)
    elements = names()
    return {
        "Budget": budget_tab.write,
        "Crew": crew_tab.write,
        "Cast": lambda workbook: cast_tab.write(workbook, spans),
        finding.MAIN: lambda workbook: dood_tab.write(
            workbook, finding.MAIN, main, elements, as_text=False
        ),
        finding.SECOND: lambda workbook: dood_tab.write(
            workbook, finding.SECOND, second, elements, as_text=True
        ),
        one_liner_tab.TAB: one_liner_tab.write,
        locations_tab.TAB: locations_tab.write,
        times_tab.TAB: times_tab.write,
        "PO Log": orders_tab.write,
        "Notes": noise_tabs.notes,
        "Lookbook links": noise_tabs.links,
    }


def names() -> dict[int, str]:
    """Element id -> its name on the board."""
    listed = {int(entry["id"]): entry["element"] for entry in cast_tab.entries()}
    return listed | {board.NOT_LISTED: "CHOIRMASTER"}


def make(folder: Path) -> None:
    """Write everything into ``folder``."""
    tabs = writers()
    layouts = _workbook(folder / "saltglass.xlsx", list(tabs.values()))
    _with_past(folder, list(tabs.values()))
    apart = folder / "three-books"
    apart.mkdir(parents=True, exist_ok=True)
    for book, titles in finding.BOOKS.items():
        _workbook(apart / f"{book}.xlsx", [tabs[title] for title in titles])
    known = _truth(layouts)
    text = json.dumps(known, indent=2, ensure_ascii=False)
    (folder / "saltglass.truth.json").write_text(text + "\n", encoding="utf-8")
    if (readme := folder / "README.md").exists():
        handbook.refresh(readme, known)


def _with_past(folder: Path, tabs: list[Writer]) -> None:
    """The same workbook as four Fridays' runs left it: what they saw is in its hidden tab."""
    report = history_tab.report_for(folder / "saltglass.xlsx")
    workbook = new_workbook()
    pages = [write(workbook)[0] for write in tabs]
    pages.append(history_tab.write(workbook, report))
    save(workbook, pages, folder / "saltglass-week-3.xlsx")


def _workbook(path: Path, tabs: list[Writer]) -> dict[str, Layout]:
    workbook = new_workbook()
    written = [write(workbook) for write in tabs]
    save(workbook, [page for page, _ in written], path)
    return {layout.tab: layout for _, layout in written}


def _truth(layouts: dict[str, Layout]) -> dict[str, object]:
    """Everything that a reader of the workbook must find, and nothing else."""
    sheets = finding.Sheets(layouts, names())
    return {
        "title": calendar.TITLE,
        "workbook": "saltglass.xlsx",
        "today": calendar.TODAY.isoformat(),
        "locale": "en_US",
        "currency": "USD",
        "books": {book: list(titles) for book, titles in finding.BOOKS.items()},
        "tabs": [layout.describe() for layout in layouts.values()],
        "problems": [one.describe() for one in planted.problems(sheets)],
        "calm": [one.describe() for one in harmless.calm(sheets)],
        "mess": harmless.mess(sheets),
        "restricted": restricted.restricted(),
    }


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
