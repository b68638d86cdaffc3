"""One-liners: the scenes in shooting order, each with its set, pages and cast, day by day."""

from __future__ import annotations

from dataclasses import replace

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import issues, rows
from schemas.judge import judge
from schemas.kind import Found, Kind
from schemas.planning import day_banners, one_liner_days, one_liner_scenes, weekday_column
from schemas.planning.day_banners import Banner
from schemas.planning.one_liner_days import Line, Total
from schemas.planning.one_liner_fields import COLUMNS, FIELDS
from schemas.planning.one_liner_heads import counts_eighths, enough, is_another, settles
from schemas.sheet import Sheet

SCHEMA = pa.DataFrameSchema(
    {
        "pages": pa.Column(object, nullable=True),
        "shoot_day": pa.Column(object, nullable=True),
        "date": pa.Column(object, nullable=True),
    },
    index=pa.Index(int, unique=True),
)
_ABOVE = 3
"""Rows above the headings where the first day's banner is looked for."""
_DAY = ("shoot_day", "date")
_TOTAL = 2
"""Cells of a line that states a day's pages, and names the day: "Total jornada 6"."""
_SENTENCE = 5
"""Words from which a text below everything is a sentence rather than a heading."""
_ALIKE = tuple(name for name in COLUMNS if name not in ("notes", *_DAY))


def read(sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
    """Read a one-liner. ``pages`` are exact to the eighth; ``cast`` is "1, 2, 5A"; ``shoot_day``
    is a number and ``date`` a date, from their columns or from the banners of the days. ``under``
    has the words of the banner that a scene stands under, where that names no day, else the unit
    that the day's banner names; ``day_says`` has what else that says, a place maybe."""
    told = rows.sort(sheet, found)
    lines = _lines(sheet, found, told)
    scenes = [line for line in lines if isinstance(line, rows.Record)]
    days = one_liner_days.days(lines)
    made = rows.repeated_headings(sheet, found) + one_liner_days.date_days(sheet, days)
    made += weekday_column.check(sheet, found, scenes)
    one_liner_days.tell_scenes(days)
    totals = [line for line in lines if isinstance(line, Total)]
    stated, differing = one_liner_days.check_pages(sheet, days, totals)
    for scene in scenes:
        made += rows.fault_issues(sheet, found, FIELDS, scene)
        made += one_liner_scenes.turned(sheet, found, scene)
    columns = (*COLUMNS, "under", "day_says")
    table = replace(rows.table("one_liner", columns, sheet, found, told, scenes), stated=stated)
    made += differing + judge(SCHEMA, table.frame, table.cell) + _listed_twice(table)
    return table, made + rows.note_hidden(sheet, found, [scene.row for scene in scenes])


def _lines(sheet: Sheet, found: Found, told: rows.Sorted) -> list[Line]:
    """Tell scenes, banners and totals apart, in order; the rest is left out with its reason."""
    lines: list[Line] = [*_announced(sheet, found)]
    counts = counts_eighths(sheet, found.header)
    above: rows.Record | None = None
    under = ""
    for row in told.left:
        texts = rows.filled(sheet, found, row)
        line = _line(sheet, found, row, texts)
        if counts and not isinstance(line, rows.Record):
            line = one_liner_days.in_eighths(line, found.header.columns["pages"])
        if isinstance(line, rows.Record):
            line.values["under"] = under or None
            above = line
        elif isinstance(line, Banner):
            told.leave_out(row, "banner")
            above, under = None, ""
        elif isinstance(line, Total) or any(map(rows.is_total, list(texts.values())[:3])):
            told.leave_out(row, "subtotal")
        elif above is not None and _is_synopsis(texts):
            above.values["synopsis"] = above.values["synopsis"] or next(iter(texts.values()))
            told.leave_out(row, "note")
        else:
            told.leave_out(row, "banner")
            under = next(iter(texts.values()))
        if line is not None:
            lines.append(line)
    _remarks_below(sheet, found, told, max((line.row for line in lines), default=0))
    return lines


def _remarks_below(sheet: Sheet, found: Found, told: rows.Sorted, last: int) -> None:
    """Take a sentence below all scenes and days for a remark: "Wk 3 to follow on PINK"."""
    heading = told.excluded.get("banner", [])
    said = {row: " ".join(rows.filled(sheet, found, row).values()) for row in heading if row > last}
    remarks = [
        row
        for row, text in said.items()
        if len(text.split()) >= _SENTENCE and not day_banners.begins_with_day(text)
    ]
    if remarks:
        told.excluded["banner"] = [row for row in heading if row not in remarks]
        for row in remarks:
            told.leave_out(row, "note")


def _announced(sheet: Sheet, found: Found) -> list[Banner]:
    """The banner of the first day, where it stands above the headings."""
    top = found.block.top
    for row in range(top - 1, max(0, top - 1 - _ABOVE), -1):
        texts = {col: text for col, text in enumerate(sheet.line(row), start=1) if text}
        raw = {col: sheet.grid.at(row, col) for col in texts}
        banner = day_banners.read(row, texts, raw, None) if texts else None
        if banner is not None and banner.number is not None and not banner.ends:
            return [banner]
    return []


def _line(sheet: Sheet, found: Found, row: int, texts: dict[int, str]) -> Line | None:
    """What a row is: a scene, the banner of a day, a total of pages, or nothing of these."""
    raw = {col: sheet.grid.at(row, col) for col in texts}
    counted_at = found.header.columns.get("pages")
    record = one_liner_scenes.read(sheet, found, row)
    if one_liner_scenes.is_scene(record, found, texts):
        return record
    summed = any(map(rows.is_total, list(texts.values())[:1])) and not record.values["scene"]
    banner = day_banners.read(row, texts, raw, counted_at)
    if banner is not None and not (summed and counted_at in texts and len(texts) == _TOTAL):
        return banner
    wordless = set(texts) == {counted_at}
    if wordless or (
        any(map(rows.is_total, list(texts.values())[:3])) and not record.values["scene"]
    ):
        counted, col = day_banners.stated(texts, raw, counted_at)
        return Total(row, col, counted) if counted is not None else None
    values = record.values
    placed = values["set"] and (values["int_ext"] or "pages" in record.faults)
    return record if (values["set"] and values["pages"]) or placed else None


def _is_synopsis(texts: dict[int, str]) -> bool:
    """Whether a row below a scene goes on with it: words in one cell, not in capitals alone.

    What begins with a day says what that one is: "Jeudi 14 mai : ASCENSION - récupération".
    """
    text = next(iter(texts.values()))
    if day_banners.begins_with_day(text):
        return False
    return len(texts) == 1 and any(map(str.islower, text)) and text[0].isalnum()


def _listed_twice(table: Table) -> list[Issue]:
    """An issue for each line that an earlier one of the same day repeats whole.

    A scene on two days is a conflict, which a rule tells.
    """
    seen: dict[tuple[object, ...], int] = {}
    made = []
    frame = table.frame
    lines = frame[list(_ALIKE)].itertuples(index=False, name=None)
    days = frame[list(_DAY)].itertuples(index=False, name=None)
    for label, line, day in zip(frame.index, lines, days, strict=True):
        key = (*line, *day)
        first = seen.setdefault(key, int(label))
        if key[0] is not None and first != label:
            made.append(
                issues.make(
                    "scene-listed-twice",
                    f"Scene {key[0]} stands on row {first} already, the same in every column.",
                    table.cell(int(label), "scene"),
                    related=(table.cell(first, "scene"),),
                    subject=str(key[0]),
                    expected="one line a scene and day",
                    suggestion="Delete the line that is left over.",
                )
            )
    return made


KIND = Kind(
    name="one_liner",
    fields=FIELDS,
    enough=enough,
    read=read,
    titles="one ?liners?|one line(?: schedule)?|shooting schedule|strip ?board|strip schedule|"
    "plan de travail|drehplan|plan de rodaje|schedule",
    settles=settles,
    core=("scene", "set location synopsis", "int_ext day_night pages cast"),
    called="one ?line|oneline|one ?liner sched\\w*|shoot(?:ing)? plan|strips?|pdt|pdr|sched|"
    "planning|"
    "minutage|drehubersicht|drehablauf|cronograma|guion tecnico",
    refused=is_another,
)
