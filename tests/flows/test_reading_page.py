"""docs/reading.md: what it says is so, and what it shows of `check` is what `check` prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

import schemas
from flows.tab_settings import TabSettings
from schemas import textgrid
from schemas.revisions.words import COLOURS

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reading.md").read_text(encoding="utf-8")


@pytest.fixture
def workbook(tmp_path):
    """The page's own example, as a file."""
    grid = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    parsed, _ = textgrid.parse(grid[1])
    book = Workbook()
    book.active.title = "Budget v2"
    for row in parsed.rows:
        book.active.append(list(row))
    path = tmp_path / "my-budget.xlsx"
    book.save(path)
    return path


def test_the_example_is_what_check_prints(topsheet, workbook, monkeypatch):
    shown = re.search(r"```console\n(.*?)```", PAGE, re.DOTALL)[1]
    monkeypatch.setattr("tests.flows.command_line.COLUMNS", "100")
    printed = topsheet("check", workbook, "--explain", "Budget v2").out
    assert "\n".join(line.rstrip() for line in printed.splitlines()).strip() == shown.strip()


def test_every_kind_is_in_the_table():
    kinds = set(re.findall(r"^\| `(\w+)`", PAGE, re.MULTILINE))
    assert kinds >= set(schemas.FIELDS)


def test_the_colours_stand_in_their_order():
    assert ", ".join(COLOURS) in " ".join(PAGE.split())


def test_every_key_of_a_tabs_section_is_in_its_table():
    table = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) >= set(TabSettings.model_fields)
