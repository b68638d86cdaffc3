"""Which scene is shot on which day: banners above or below the scenes, or columns of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from model.issue import Issue
from model.money import total
from model.table import Stated
from schemas import issues
from schemas.dood.dates import Hints, settle
from schemas.planning.day_banners import Banner
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import pages
from schemas.values.dates import Written
from schemas.values.words import fold


@dataclass(frozen=True, slots=True)
class Total:
    """A line that states pages of the scenes above it and names no day."""

    row: int
    col: int
    pages: Decimal


@dataclass(slots=True)
class Day:
    """The scenes between two banners, and what the banners say of them."""

    number: int | None = None
    unit: str = ""
    said: str = ""
    date: date | None = None
    dated_by: Banner | None = None
    scenes: list[Record] = field(default_factory=list)
    stated: list[Total] = field(default_factory=list)


Line = Record | Banner | Total


def in_eighths(line: Banner | Total | None, counted_at: int) -> Banner | Total | None:
    """The same line, its pages taken for eighths where they stand in a column that counts those."""
    if isinstance(line, Total) and line.col == counted_at:
        return replace(line, pages=pages.with_eighths(None, line.pages) or line.pages)
    if isinstance(line, Banner) and line.pages is not None and line.pages_col == counted_at:
        return replace(line, pages=pages.with_eighths(None, line.pages))
    return line


def days(lines: Sequence[Line]) -> list[Day]:
    """Part a one-liner's lines into days. A banner that ends a day tells of the scenes above it.

    So does one that names the same day again, as a line of its pages or the next printed page does.
    """
    made = [Day()]
    ends = _end_alike(lines)
    for line in lines:
        if isinstance(line, Record):
            made[-1].scenes.append(line)
        elif isinstance(line, Banner):
            if line.ends or (ends and line.number is None and line.day is not None):
                _tell(made[-1], line)
                made.append(Day())
            elif _is_same_day(made[-1], line):
                _tell(made[-1], line)
            else:
                made.append(_tell(Day(), line))
    return [day for day in made if day.scenes or day.dated_by or day.stated]


def _end_alike(lines: Sequence[Line]) -> bool:
    """Whether the numbered days all end with their banner: so does then what has a date alone.

    "2nd Unit -- Sat, Aug 23 -- 2 7/8" stands below its scenes, where "End of Day 6 -- Mon, Aug 25"
    stands below the next ones.
    """
    numbered = [line for line in lines if isinstance(line, Banner) and line.number is not None]
    return len(numbered) > 1 and all(line.ends for line in numbered)


def _is_same_day(day: Day, banner: Banner) -> bool:
    """Whether a banner names the day again that it stands in; two units have days of one number."""
    same = banner.number is not None and banner.number == day.number
    return same and banner.unit in ("", day.unit)


def _tell(day: Day, banner: Banner) -> Day:
    """Put what a banner says into its day; what is known already stays."""
    day.number = banner.number if day.number is None else day.number
    day.unit = day.unit or banner.unit
    day.said = day.said or banner.said
    if day.dated_by is None and banner.day is not None:
        day.dated_by = banner
    if banner.pages is not None:
        day.stated.append(Total(banner.row, banner.pages_col, banner.pages))
    return day


def date_days(sheet: Sheet, made: Sequence[Day]) -> list[Issue]:
    """Settle the banners' dates together, in place; an issue where nothing settles them.

    Each unit's days follow each other for themselves: two units may shoot on one day.
    """
    dated = [(day, day.dated_by) for day in made if day.dated_by is not None]
    found = []
    for unit in dict.fromkeys(day.unit for day, _ in dated):
        found += _date_unit(sheet, [pair for pair in dated if pair[0].unit == unit])
    return found


def _date_unit(sheet: Sheet, dated: Sequence[tuple[Day, Banner]]) -> list[Issue]:
    """Settle the dates of one unit's banners."""
    headings = [banner.day for _, banner in dated if banner.day is not None]
    weekdays = {
        place: frozenset({heading.weekday})
        for place, heading in enumerate(headings)
        if isinstance(heading, Written) and heading.weekday is not None
    }
    settled = settle(headings, Hints(weekdays), sheet.dates)
    if settled is None:
        return [_unsettled(sheet, dated[0][1])]
    found = []
    for (day, banner), when in zip(dated, settled.days, strict=True):
        day.date = when
        weekday = banner.day.weekday if isinstance(banner.day, Written) else None
        if weekday is not None and when is not None and weekday != when.weekday():
            found.append(_other_weekday(sheet, banner, when))
    return found


def tell_scenes(made: Sequence[Day]) -> None:
    """Give each scene the shooting day and date of its banner, where it has no column's own.
    What it calls its unit is what they stand under, where no banner without a day says more;
    what else it says goes along.

    A column of days that is filled on the first scene of each day alone goes on downwards.
    """
    scenes = [scene for day in made for scene in day.scenes]
    own = [scene for scene in scenes if scene.values["shoot_day"] is not None]
    sparse = 0 < len(own) * 2 <= len(scenes)
    for day in made:
        number, when = day.number, day.date
        for scene in day.scenes:
            values = scene.values
            values["under"] = values["under"] or day.unit or None
            values["day_says"] = day.said or None
            if values["shoot_day"] is not None and sparse:
                number, when = int(str(values["shoot_day"])), None
            if values["shoot_day"] is None:
                values["shoot_day"] = number
            if values["date"] is None:
                values["date"] = when
            elif sparse and isinstance(values["date"], date):
                when = values["date"]
            if values["date"] is not None:
                scene.faults.pop("date", None)


def check_pages(
    sheet: Sheet, made: Sequence[Day], totals: Sequence[Total]
) -> tuple[tuple[Stated, ...], list[Issue]]:
    """The pages that the sheet states, and an issue for each that its scenes do not add up to."""
    stated: list[Stated] = []
    found: list[Issue] = []
    for words, line, counted in _claims(made, totals):
        at = sheet.cell(line.row, line.col)
        own = (part for part in _of_units(counted) if _sum(part) == line.pages)
        scenes = counted if _sum(counted) == line.pages else next(own, counted)
        stated.append(Stated(at, "pages", line.pages, tuple(scene.row for scene in scenes)))
        known = all("pages" not in scene.faults for scene in scenes) and any(
            scene.values["pages"] is not None for scene in scenes
        )
        if scenes and known and line.pages not in (_sum(scenes), _sum(_once(scenes))):
            found.append(
                issues.make(
                    "stated-total-differs",
                    f"{words} {pages.spoken(line.pages)} pages; {_scenes(len(scenes))} "
                    f"up to {pages.spoken(_sum(scenes))}.",
                    at,
                    expected=f"{pages.spoken(_sum(scenes))} pages",
                    suggestion="Mend the stated pages, or the scene whose pages are wrong.",
                )
            )
    return tuple(stated), found


def _claims(
    made: Sequence[Day], totals: Sequence[Total]
) -> Iterator[tuple[str, Total, list[Record]]]:
    """Every count of pages that the sheet states, with the scenes that it is meant to count."""
    for day in made:
        for line in day.stated:
            yield f"Day {day.number} states", line, day.scenes
    scenes = sorted((scene for day in made for scene in day.scenes), key=lambda scene: scene.row)
    since = 0
    for line in totals:
        above = [scene for scene in scenes if scene.row < line.row]
        days_own = next(
            (day.scenes for day in reversed(made) if day.scenes and day.scenes[0].row < line.row),
            [],
        )
        options = [[scene for scene in above if scene.row > since], above, days_own]
        yield "The total states", line, min(options, key=lambda part: abs(_sum(part) - line.pages))
        since = line.row


def _sum(scenes: Sequence[Record]) -> Decimal:
    counts = (scene.values["pages"] for scene in scenes)
    return total(count for count in counts if isinstance(count, Decimal))


def _of_units(scenes: Sequence[Record]) -> list[list[Record]]:
    """The scenes of each of several units, whose pages a day may count: "2 7/8 pgs (main)"."""
    units: dict[str, list[Record]] = {}
    for scene in scenes:
        unit = scene.values["unit"] or scene.values["under"] or ""
        units.setdefault(fold(str(unit)), []).append(scene)
    return list(units.values()) if len(units) > 1 else []


def _once(scenes: Sequence[Record]) -> list[Record]:
    """The scenes without those that repeat an earlier one whole, which is a fault of its own."""
    kept: list[Record] = []
    for scene in scenes:
        if not any(scene.values == other.values for other in kept):
            kept.append(scene)
    return kept


def _scenes(count: int) -> str:
    return "its one scene adds" if count == 1 else f"its {count} scenes add"


def _unsettled(sheet: Sheet, banner: Banner) -> Issue:
    return issues.make(
        "date-not-settled",
        "The banners of the shooting days do not say which year they are in, so no scene is dated.",
        sheet.cell(banner.row, banner.col),
        expected="dates with a year or a weekday, or the production's first and last date",
        suggestion="Set the production's start and end in the settings, or add the years.",
    )


def _other_weekday(sheet: Sheet, banner: Banner, when: date) -> Issue:
    return issues.make(
        "weekday-differs",
        f"The banner's weekday is not that of its date: {when:%Y-%m-%d} is a {when:%A}.",
        sheet.cell(banner.row, banner.col),
        expected=f"{when:%A}, or the date of the weekday that is meant",
        suggestion="Mend the weekday or the date.",
    )
