"""Which headings are a one-liner's: told by the scenes, sets, times and pages that stand below."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from schemas.headings import Header, normal
from schemas.people import call_sheets
from schemas.planning import day_banners, sluglines
from schemas.sheet import Sheet
from schemas.values import pages

_SAMPLE = 60
_EIGHTHS = re.compile(r"\b(?:8ths?|eighths?|8emes?|huitiemes?|8tel|achtel|octavos?)\b")
_MOST = 0.7
_SHOTS = re.compile(
    r"\b(?:shots?|set ?ups?|lens|angles?|movement|shot size|shot type|frame rate|plans?|objectif|"
    r"einstellung|plano|takes?)\b"
)
_SCENE = re.compile(r"(?:[A-Z]{0,2}\d{1,4}[A-Za-z]{0,2}|\d{1,3}-\d{1,3}[A-Z]?)(?: ?pt\.? ?\d)?")
_SEVERAL = re.compile(r"\d[A-Za-z]?\s*[,;]\s*\d")
_LIST = re.compile(r"\d+[A-Za-z]?(?:\s*[,;/ ]\s*\d+[A-Za-z]?)*\.?")


def enough(sheet: Sheet, header: Header) -> bool:
    """A one-liner has scenes and sets, and two more things that no other list has.

    Those are: inside or outside, day or night, pages in eighths, headings such as "INT. KITCHEN -
    DAY" (which say two of them), banners of shooting days, lists of cast numbers. A list of shots
    has the like, but is none; nor is a calendar that lists the scenes of each day.
    """
    fields = header.columns
    if "scene" not in fields or not fields.keys() & {"set", "location", "synopsis"}:
        return False
    if is_another(sheet, header):
        return False
    if not fields.keys() & {"int_ext", "day_night", "set"} and _holds(
        sheet, header, "scene", lambda text: "," in text
    ):
        return False
    told = sum(_holds(sheet, header, name, test) for name, test in _TESTS.items())
    told += 2 * _holds(sheet, header, "set", _is_slugline)
    told += any(
        isinstance(pages_in, Decimal) and pages_in % 1 for pages_in in _pages(sheet, header)
    )
    return told + _has_banners(sheet, header) >= 3 - ("pages" in fields or "int_ext" in fields)


def is_another(sheet: Sheet, header: Header) -> bool:
    """Whether a list is a call sheet's, or one of shots."""
    shots = any(_SHOTS.search(normal(heading)) for heading in header.others)
    return shots or call_sheets.is_one(sheet, header)


def settles(sheet: Sheet, header: Header) -> Header:
    """Take columns without a telling heading for what stands in them: sides, times, headings."""
    header = _lit(sheet, header)
    header = _timed(sheet, _placed(_slugged(sheet, _numbered(sheet, header))))
    if "eighths" in header.columns and "pages" not in header.columns:
        header = header.renamed("eighths", "pages")
    for name, test in (
        ("int_ext", _is_side),
        ("day_night", sluglines.is_time),
        ("pages", _in_eighths),
    ):
        if name not in header.columns and "scene" in header.columns:
            fitting = [
                (_share(sheet, header, col, test), heading, col)
                for heading, col in (*header.others.items(), *_nameless(header))
            ]
            share, heading, col = max(fitting, default=(0.0, "", 0), key=lambda found: found[0])
            if share >= _MOST:
                header = header.with_field(name, heading, col)
    return _with_cast(sheet, _between(sheet, header))


def _timed(sheet: Sheet, header: Header) -> Header:
    """Of two columns headed as day or night the one that holds such: "J. n°" counts the days."""
    first, further = header.columns.get("day_night"), header.repeated.get("day_night")
    if first is None or further is None or further in header.columns.values():
        return header
    shares = [_share(sheet, header, col, sluglines.is_time) for col in (first, further)]
    if shares[0] >= _MOST or shares[1] < _MOST:
        return header
    heading = next((text for text, col in header.others.items() if col == further), "")
    return header.without({"day_night"}).with_field("day_night", heading, further)


def _lit(sheet: Sheet, header: Header) -> Header:
    """Take "Day" over "D1, N3, DUSK" for day or night: a shooting day is never a night."""
    col = header.columns.get("shoot_day")
    if col is None or "day_night" in header.columns:
        return header
    if _share(sheet, header, col, sluglines.is_time) < _MOST:
        return header
    texts = (sheet.text(row, col) for row in _rows(sheet, header))
    kinds = {normal(text).rstrip("0123456789 ") for text in texts if sluglines.is_time(text)}
    return header.renamed("shoot_day", "day_night") if len(kinds) > 1 else header


_PLACES = frozenset(("motiv", "motive", "decor et lieu", "set location"))
"""What heads the set, but where it is filmed beside a column that the set has for itself."""


def _placed(header: Header) -> Header:
    """Take "Motiv" beside "Dekoration" for the location: the set is the other one."""
    further = header.repeated.get("set")
    if "location" in header.columns or further is None:
        return header
    own = header.headings.get("set", "")
    other = next((text for text, col in header.others.items() if col == further), "")
    if (normal(own) in _PLACES) is (normal(other) in _PLACES):
        return header
    if normal(other) in _PLACES:
        return header.with_field("location", other, further)
    return header.renamed("set", "location").with_field("set", other, further)


def _between(sheet: Sheet, header: Header) -> Header:
    """Take the words that stand alone between side and time for the set, whatever heads them.

    A scene's heading is written in this order everywhere: INT. KITCHEN - DAY.
    """
    columns = header.columns
    if "set" in columns or not columns.keys() >= {"scene", "int_ext", "day_night"}:
        return header
    sides = range(columns["int_ext"] + 1, columns["day_night"])
    own = [
        (heading, col)
        for heading, col in (*header.others.items(), *_nameless(header))
        if col in sides and _share(sheet, header, col, _are_words) >= _MOST
    ]
    return header.with_field("set", *own[0]) if len(own) == 1 else header


def _with_cast(sheet: Sheet, header: Header) -> Header:
    """Take the one column of lists of numbers ("1, 2, 8") for the cast, whatever heads it."""
    if "cast" in header.columns or "set" not in header.columns:
        return header
    own = [
        (heading, col)
        for heading, col in (*header.others.items(), *_nameless(header))
        if _share(sheet, header, col, _is_list) >= _MOST
        and 3 * _share(sheet, header, col, _has_several) >= 1
    ]
    return header.with_field("cast", *own[0]) if len(own) == 1 else header


def _numbered(sheet: Sheet, header: Header) -> Header:
    """Take the numbers right before the sides for the scenes, be they headed "#" or by nothing."""
    columns = header.columns
    if "scene" in columns or not columns.keys() >= {"int_ext", "day_night", "pages"}:
        return header
    before = columns["int_ext"] - 1
    heading = next((text for text, col in header.others.items() if col == before), "")
    free = before > 0 and before not in columns.values()
    if free and _share(sheet, header, before, _is_scene) >= _MOST:
        return header.with_field("scene", heading, before)
    return header


def _nameless(header: Header) -> Iterator[tuple[str, int]]:
    """The columns without a heading among those that have one."""
    headed = {*header.columns.values(), *header.others.values()}
    return (("", col) for col in range(min(headed), max(headed)) if col not in headed)


def counts_eighths(sheet: Sheet, header: Header) -> bool:
    """Whether the column of pages counts eighths: headed so, and without a fraction in it."""
    col = header.columns.get("pages")
    if col is None or _EIGHTHS.search(normal(header.headings.get("pages", ""))) is None:
        return False
    return all(
        sheet.text(row, col).isdigit() for row in _rows(sheet, header) if sheet.text(row, col)
    )


def _slugged(sheet: Sheet, header: Header) -> Header:
    """The column of scene headings is the set, whatever it is called: "Scene", "Location"."""
    columns = header.columns
    if "set" in columns or "scene" not in columns:
        return header
    for name in ("location", "synopsis", "scene"):
        col = columns.get(name)
        if col is None or _share(sheet, header, col, _is_slugline) < _MOST:
            continue
        if name == "scene" and "scene" not in header.repeated:
            return header
        moved = {other: at for other, at in columns.items() if other != name} | {"set": col}
        headings = {**header.headings, "set": header.headings.get(name, "")}
        quality = {**header.quality, "set": header.quality.get(name, 0.7)}
        if name == "scene":
            moved["scene"] = header.repeated["scene"]
        return replace(header, columns=moved, headings=headings, quality=quality)
    for heading, col in header.others.items():
        if _share(sheet, header, col, _is_slugline) >= _MOST:
            return header.with_field("set", heading, col)
    return header


def _holds(sheet: Sheet, header: Header, name: str, test: Callable[[str], bool]) -> bool:
    """Whether most of a field's cells pass a test."""
    col = header.columns.get(name)
    return col is not None and _share(sheet, header, col, test) >= _MOST


def _share(sheet: Sheet, header: Header, col: int, test: Callable[[str], bool]) -> float:
    """The share of a column's cells that pass a test; banners do not count."""
    texts = [
        text
        for row in _rows(sheet, header)
        if (text := sheet.text(row, col)) and not _is_banner(sheet.line(row))
    ]
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def _is_banner(line: Sequence[str]) -> bool:
    """Whether a row's words stand alone, or begin as a shooting day's banner does."""
    texts = [text for text in line if text]
    if len(texts) < 2:
        return True
    return len(texts) < 4 and day_banners.read(0, {1: texts[0]}, {}, None) is not None


def _rows(sheet: Sheet, header: Header) -> range:
    return range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)


def _pages(sheet: Sheet, header: Header) -> list[object]:
    """What the cells of pages hold, read."""
    col = header.columns.get("pages")
    return [pages.read(sheet.grid.at(row, col)) for row in _rows(sheet, header)] if col else []


def _has_banners(sheet: Sheet, header: Header) -> bool:
    """Whether a line below the headings is a shooting day's banner."""
    for row in _rows(sheet, header):
        texts = {col: text for col, text in enumerate(sheet.line(row), start=1) if text}
        if 0 < len(texts) <= 3 and day_banners.read(row, texts, dict(texts), None):
            return True
    return False


def _is_slugline(text: str) -> bool:
    slug = sluglines.split(text)
    return slug.int_ext is not None and slug.set is not None


def _is_side(text: str) -> bool:
    return sluglines.effect(text)[0] is not None


def _in_eighths(text: str) -> bool:
    """Whether a text counts pages as nothing else is counted: "1 6/8", "7/8"."""
    return _COUNT.fullmatch(text) is not None


_COUNT = re.compile(r"(?:\d+[ +-]+)?[1-7] ?/ ?8")


def _are_words(text: str) -> bool:
    return sum(map(str.isalpha, text)) * 2 > len(text)


def _is_scene(text: str) -> bool:
    return _SCENE.fullmatch(text) is not None


def _is_list(text: str) -> bool:
    return _LIST.fullmatch(text) is not None


def _has_several(text: str) -> bool:
    return _SEVERAL.search(text) is not None


_TESTS: dict[str, Callable[[str], bool]] = {
    "int_ext": _is_side,
    "day_night": sluglines.is_time,
    "cast": _is_list,
}
