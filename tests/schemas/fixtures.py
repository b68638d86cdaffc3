"""Reads the corpus of tests/fixtures: workbooks written as text, with the truth about them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

from flows.settings import Dates, ProductionSettings, SpreadsheetSettings
from model.cell import Block, column_number, parse_a1
from model.grid import Book, Grid, Scalar
from schemas import textgrid

FOLDER = Path(__file__).parents[1] / "fixtures"
CONFLICTS = FOLDER / "conflicts"
PENDING = FOLDER / "pending.txt"
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_JSON = re.compile(r"```json\n(.*?)```", re.DOTALL)
_PERIOD = re.compile(r"(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class Fixture:
    """One workbook of the corpus, what its production says, and what must be read of it."""

    name: str
    says: Mapping[str, str]
    """Locale, Currency, Dates, Today: the production's own words."""
    grids: tuple[Grid, ...]
    truth: Mapping[str, Any]

    def __repr__(self) -> str:
        return self.name

    @property
    def locale(self) -> str:
        """The workbook's locale and the production's."""
        return self.says.get("Locale", "en_US")

    @cached_property
    def book(self) -> Book:
        """The workbook as fetched."""
        return Book("workbook", "id", self.name, self.locale, "UTC", self.grids)

    @cached_property
    def settings(self) -> ProductionSettings:
        """The production's settings."""
        said = {
            "name": "A production",
            "spreadsheets": {"workbook": SpreadsheetSettings(target="fixture.xlsx")},
            "time_zone": "UTC",
            "locale": self.locale,
            "currency": self.says.get("Currency", "USD"),
            "today": date.fromisoformat(self.says.get("Today", "2026-02-20")),
            "dates": _dates(self.says.get("Dates")),
        }
        return ProductionSettings.model_validate(said | self.truth.get("settings", {}))


def paths() -> list[Path]:
    """Every fixture's file but those that are about conflicts alone, sorted."""
    return sorted(path for path in FOLDER.glob("*/*.md") if path.parent != CONFLICTS)


def conflict_paths() -> list[Path]:
    """The workbooks with planted conflicts, sorted."""
    return sorted(CONFLICTS.glob("*.md"))


def name_of(path: Path) -> str:
    """A fixture's name: AREA/NAME.md."""
    return path.relative_to(FOLDER).as_posix()


def marked(files: Iterable[Path]) -> Iterator[ParameterSet]:
    """Files as the parameters of a test; those that do not pass yet must fail.

    Whole workbooks and productions take a second each: of these every second one is read every day,
    and all of them in the slow suite.
    """
    waiting = pending()
    for number, path in enumerate(files):
        name = name_of(path)
        marks = [pytest.mark.xfail(strict=True, reason="pending")] if name in waiting else []
        if name.startswith(_WHOLE) and number % _EVERYDAY:
            marks.append(pytest.mark.slow)
        yield pytest.param(path, id=name, marks=marks)


_WHOLE = ("books/", "conflicts/")
_EVERYDAY = 2


def pending() -> frozenset[str]:
    """The fixtures that do not pass yet."""
    lines = PENDING.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def load(path: Path, name: str | None = None) -> Fixture:
    """Read one fixture; ``name`` is that of one that is not of the corpus.

    Raises:
        ValueError: the file has no truth, or a line of it is not understood; names the file.
    """
    text = path.read_text(encoding="utf-8")
    try:
        return parse(text, name or name_of(path))
    except ValueError as problem:
        raise ValueError(f"{path}: {problem}") from problem


def parse(text: str, name: str) -> Fixture:
    """Read a fixture's text.

    Raises:
        ValueError: as :func:`load`.
    """
    head, *parts = _SECTION.split(text)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    truth = _JSON.search(sections.pop("Truth", ""))
    if truth is None:
        raise ValueError("there is no '## Truth' with a ```json block")
    grids = tuple(_grid(title, body) for title, body in sections.items())
    if len(parts) // 2 != len(grids) + 1:
        raise ValueError("two tabs bear one name")
    return Fixture(name, _says(head), grids, json.loads(truth[1]))


def _says(head: str) -> dict[str, str]:
    """The line "Locale: fr_FR · Currency: EUR", by word."""
    lines = [
        line for line in head.splitlines() if re.match(r"(Locale|Currency|Dates|Today):", line)
    ]
    words = [part.split(":", 1) for line in lines for part in line.split("·")]
    return {key.strip(): value.strip() for key, value in words}


def _dates(period: str | None) -> Dates:
    if period is None:
        return Dates()
    match = _PERIOD.fullmatch(period)
    if match is None:
        raise ValueError(f"Dates: {period!r} is not like 2026-02-01 to 2026-05-30")
    return Dates(start=date.fromisoformat(match[1]), end=date.fromisoformat(match[2]))


def _grid(title: str, body: str) -> Grid:
    """One tab: the text grid, and the lines that say what is merged, hidden, formatted."""
    if not title.startswith("Tab: "):
        raise ValueError(f"'## {title}': expected '## Tab: ...' or '## Truth'")
    grid, _ = textgrid.parse(body, title.removeprefix("Tab: ").strip(), book="workbook")
    return replace(
        grid,
        rows=[[_broken(value) for value in row] for row in grid.rows],
        merges=tuple(_block(area) for area in _listed(body, "Merged")),
        hidden_rows=frozenset(int(row) for row in _listed(body, "Hidden rows")),
        hidden_cols=frozenset(column_number(col) for col in _listed(body, "Hidden columns")),
        formats={**grid.formats, **_formats(body)},
    )


def _broken(value: Scalar) -> Scalar:
    """A text with its line breaks, which the notation writes as ``\\n``."""
    return value.replace("\\n", "\n") if isinstance(value, str) else value


def _listed(body: str, word: str) -> list[str]:
    """What stands behind "Merged:", on a line of its own or beside others."""
    found = re.findall(rf"^(?:[^|\n]*\s)?{word}: *([^|\n]*?)(?=\s+[A-Z][a-z ]+:|$)", body, re.M)
    return [item.strip() for line in found for item in line.split(",") if item.strip()]


def _formats(body: str) -> dict[tuple[int, int], str]:
    """Lines such as "Format: C2:C9 = 0.0%": number formats that the grid does not show."""
    patterns: dict[tuple[int, int], str] = {}
    for area, pattern in re.findall(r"^Format: *(\S+) *= *(.+?) *$", body, re.M):
        block = _block(area)
        for row in range(block.top, block.bottom + 1):
            for col in range(block.left, block.right + 1):
                patterns[row, col] = pattern
    return patterns


def _block(area: str) -> Block:
    """Read "A1:D1", or one cell."""
    first, _, last = area.partition(":")
    top, left = parse_a1(first)
    bottom, right = parse_a1(last or first)
    return Block(top, left, bottom, right)
