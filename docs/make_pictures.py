"""The pictures of the documents: the demo's report tabs as the local server's page shows them.

Run it as ``.venv/bin/python docs/make_pictures.py`` after a change of how a report looks. It wants
Chromium and pdftoppm (on Debian: ``apt install chromium poppler-utils``).
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.text import Text

import exports
import localsheets
import sheets
from flows.ground import open_ground
from flows.production_run import reports_for, understand
from flows.targets import settings_for
from model.production import Production
from model.report import Report

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SETTINGS = ROOT / "examples" / "productions" / "saltglass-week-3.toml"
AS_OF = datetime(2026, 3, 16, 7, 30, tzinfo=ZoneInfo("America/New_York"))
TABS = {
    "Summary": (1180, 900),
    "Variance": (1640, 900),
    "Conflicts": (1900, 720),
    "Look-ahead": (1460, 620),
    "Data Issues": (1180, 640),
    "Holds & Drops": (1740, 640),
    "DOOD View": (1900, 900),
    "Hot Costs": (1800, 720),
    "Changes": (1400, 760),
}
"""Tab -> width and height of its picture, in pixels."""
TERMINAL = 100
"""Columns of the terminal's picture."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]


def main() -> None:
    """Write the demo's report tabs to a copy, serve the copy, and take a picture of each tab."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium was not found: on Debian, apt install chromium")
    settings = settings_for(str(SETTINGS))
    with tempfile.TemporaryDirectory() as folder:
        with open_ground(settings) as ground:
            ((name, reach),) = ground.reaches.items()
            book = sheets.pull(reach.client, reach.id, name)
            production, results = understand([book], settings)
            reports = reports_for(name, results, production, settings, AS_OF)
            outcome = sheets.write(
                reach.client, book, reports, "pictures", frozenset(), today=production.today
            )
            copies = ground.copies(str(Path(folder) / "saltglass.xlsx"))
            ground.save(copies)
        _take_page(reports, production, Path(folder))
        workbooks = localsheets.Workbooks()
        workbooks.import_xlsx(copies[name])
        gids = {title: gid for gid, title in outcome.plan.titles}
        with localsheets.serving(workbooks) as server, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
            for tab, size in TABS.items():
                address = f"{server.url}/d/saltglass?gid={gids[tab]}"
                _take(browser, address, size, PICTURES / f"{_slug(tab)}.png")
            _take_check(browser)
            browser.close()


def _take_page(reports: Sequence[Report], production: Production, folder: Path) -> None:
    """A picture of the PDF: the first page of the cost report."""
    cover = exports.Cover(production.name, AS_OF, production.currency, production.locale)
    variance = [report for report in reports if report.name == "variance"]
    pdf = exports.export(variance, cover, folder, "export").pdf
    picture = PICTURES / "export"
    call = ["pdftoppm", "-r", "110", "-f", "1", "-singlefile", "-png", str(pdf), str(picture)]
    subprocess.run(call, check=True)  # noqa: S603
    print((PICTURES / "export.png").relative_to(ROOT))


def _take_check(browser: Browser) -> None:
    """A picture of the terminal: what `topsheet check` says of one tab."""
    call = [sys.executable, "-m", "flows.cli", "check", str(SETTINGS.relative_to(ROOT))]
    call += ["--explain", "PO Log"]
    width = {"COLUMNS": str(TERMINAL), "FORCE_COLOR": "1"}
    env = os.environ | width
    said = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, check=True)  # noqa: S603
    console = Console(record=True, width=TERMINAL, file=io.StringIO())
    console.print(Text.from_ansi(said.stdout.decode()))
    title = "topsheet check saltglass.toml --explain 'PO Log'"
    page = browser.new_page(viewport={"width": 1180, "height": 900})
    page.set_content(console.export_svg(title=title))
    picture = PICTURES / "check.png"
    page.locator("svg").screenshot(path=picture)
    page.close()
    print(picture.relative_to(ROOT))


def _take(browser: Browser, address: str, size: tuple[int, int], picture: Path) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address)
    page.wait_for_selector("html[data-ready]")
    page.wait_for_function("document.getElementById('when').textContent.includes('live')")
    page.screenshot(path=picture)
    page.close()
    print(picture.relative_to(ROOT))


def _slug(tab: str) -> str:
    return tab.lower().replace(" & ", "-and-").replace(" ", "-")


if __name__ == "__main__":
    main()
