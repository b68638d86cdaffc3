"""A row of a one-liner read as a scene: its numbers as text, its heading taken apart."""

from __future__ import annotations

from decimal import Decimal

from model.issue import Issue, Severity
from schemas import issues, rows
from schemas.dood import heads as dood_heads
from schemas.kind import Found
from schemas.planning import day_banners, sluglines
from schemas.planning.one_liner_fields import FIELDS
from schemas.planning.one_liner_heads import counts_eighths
from schemas.sheet import Sheet
from schemas.values import elements, pages
from schemas.values.words import clean

_SIDES = ("INT", "EXT", "INT/EXT", "EXT/INT")


def read(sheet: Sheet, found: Found, row: int) -> rows.Record:
    """Read a row as a scene: numbers as text, the heading taken apart, pages put together."""
    record = rows.read(sheet, found, FIELDS, row)
    values, columns = record.values, found.header.columns
    month_first = sheet.dates.month_first
    for name in ("scene", "cast"):
        col = columns.get(name)
        raw, pattern = (sheet.grid.at(row, col), sheet.pattern(row, col)) if col else (None, "")
        if name == "scene":
            values[name] = elements.scene(raw, pattern, month_first=month_first) or None
        else:
            listed = elements.cast(raw, pattern, comma=sheet.comma, month_first=month_first)
            values[name] = ", ".join(listed) or None
    values["shoot_day"] = dood_heads.shoot_day(str(values["shoot_day"] or ""))
    eighths = values.pop("eighths")
    if eighths is not None and (values["pages"] is not None or "pages" not in columns):
        values["pages"] = pages.with_eighths(values["pages"], eighths)
    elif isinstance(values["pages"], Decimal) and counts_eighths(sheet, found.header):
        values["pages"] = pages.with_eighths(None, values["pages"])
    _with_synopsis(sheet, found, record)
    _take_apart(values)
    return record


def _with_synopsis(sheet: Sheet, found: Found, record: rows.Record) -> None:
    """Take a cell's further lines for the synopsis: "INT. HALL - DAY", below it what happens."""
    col = found.header.columns.get("set")
    raw = sheet.grid.at(record.row, col) if col else None
    lines = [clean(line) for line in str(raw).splitlines()] if isinstance(raw, str) else []
    head, *rest = [line for line in lines if line] or [""]
    if rest:
        record.values["set"] = head
        record.values["synopsis"] = record.values["synopsis"] or " ".join(rest)


def _take_apart(values: dict[str, object]) -> None:
    """Fill side and time of day from the set's heading, where they have no cell of their own."""
    slug = sluglines.split(str(values["set"] or ""))
    side, when = sluglines.effect(str(values["int_ext"] or ""))
    values["int_ext"] = side or slug.int_ext
    timed = values["day_night"] or when
    values["day_night"] = timed or slug.day_night
    if slug.int_ext or not timed:
        dropped = slug.day_night and timed and slug.day_night != timed
        values["set"] = f"{slug.set} - {slug.day_night}" if dropped and slug.set else slug.set


def is_scene(record: rows.Record, found: Found, texts: dict[int, str]) -> bool:
    """Whether a row is surely a scene: its number and more, or its set, side and pages."""
    values = record.values
    further = [values[name] for name in ("set", "pages", "int_ext", "cast", "day_night")]
    if values["set"] and values["pages"] is not None and values["int_ext"] in _SIDES:
        return True
    number = texts.get(found.header.columns.get("scene", 0), "")
    if not any(map(str.isdigit, number)) or not any(further) or rows.is_total(number):
        return False
    return len(number) <= 24 and day_banners.read(0, {1: number}, {1: number}, None) is None


def turned(sheet: Sheet, found: Found, scene: rows.Record) -> list[Issue]:
    """A note for each cell that a spreadsheet turned into a date: 3/8 of a page, scenes 1-3."""
    made = []
    for name in ("pages", "scene", "cast"):
        col = found.header.columns.get(name)
        if col is None:
            continue
        typed = _typed(sheet, scene.row, col, is_pages=name == "pages")
        if typed:
            made.append(
                issues.make(
                    "turned-into-date",
                    f"The spreadsheet has turned what was typed into a date; it is read"
                    f" as {typed}.",
                    sheet.cell(scene.row, col),
                    severity=None if name == "pages" else Severity.WARNING,
                    subject=str(scene.values["scene"] or "") or None,
                    expected=typed,
                    suggestion="Format the column as plain text and type it again.",
                )
            )
    return made


def _typed(sheet: Sheet, row: int, col: int, *, is_pages: bool) -> str:
    """What was typed into a cell that has become a date; "" where it has not."""
    raw, month_first = sheet.grid.at(row, col), sheet.dates.month_first
    if is_pages:
        turned = pages.redated(raw, month_first=month_first)
        return turned.typed if turned else ""
    return elements.redated(raw, sheet.pattern(row, col), month_first=month_first)
