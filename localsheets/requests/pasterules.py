"""Conditional formats that are pasted with their cells: ranges grow, other tabs get a rule."""

from __future__ import annotations

from typing import Any

from localsheets.state.references import copied
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.ranges import grid_range, mapped, rect_of

Json = dict[str, Any]


def paste_rules(
    source: Sheet, rect: Rect, target: Sheet, area: Rect, tiles: list[Rect], *, cut: bool = False
) -> None:
    """Give an area the conditional formats of a block; it loses those that it had.

    ``tiles`` are where the block lands; with ``cut`` the block itself loses its own.
    """
    brought = [(rule, _brought(rule, rect, area, tiles)) for rule in source.conditional]
    if cut:
        source.conditional = _without(source, rect, keep=target is source)
    rules = _without(target, area, keep=True)
    for number, (rule, parts) in enumerate(brought):
        if not parts:
            continue
        if target is source:
            ranges = joined([rect_of(part) for part in rules[number]["ranges"]] + parts)
            rules[number] = _at(rules[number], target, ranges)
        else:
            rules.append(_along(rule, target, joined(parts)))
    target.conditional = [rule for rule in rules if rule["ranges"]]
    source.conditional = [rule for rule in source.conditional if rule["ranges"]]


def _brought(rule: Json, rect: Rect, area: Rect, tiles: list[Rect]) -> list[Rect]:
    """Where a rule of the block's tab comes to lie by pasting the block."""
    found: list[Rect] = []
    for part in rule["ranges"]:
        shared = rect_of(part).common(rect)
        if shared == rect:
            return [area]
        if shared is not None:
            found.extend(_within(shared, rect, tile) for tile in tiles)
    return found


def _within(part: Rect, rect: Rect, tile: Rect) -> Rect:
    """A part of a block in one of its copies, which may be turned on its side."""
    down, right, high, wide = (
        part.top - rect.top,
        part.left - rect.left,
        part.height,
        part.width,
    )
    if (tile.height, tile.width) != (rect.height, rect.width):
        down, right, high, wide = right, down, wide, high
    top, left = tile.top + down, tile.left + right
    return Rect(top, left, top + high, left + wide)


def _without(sheet: Sheet, hole: Rect, *, keep: bool) -> list[Json]:
    """A tab's rules without an area; ``keep`` those that have no range left, for the moment."""
    rules = []
    for rule in sheet.conditional:
        parts = [piece for part in rule["ranges"] for piece in rect_of(part).without(hole)]
        touched = any(rect_of(part).meets(hole) for part in rule["ranges"])
        rules.append(_at(rule, sheet, parts) if touched else rule)
    return [rule for rule in rules if keep or rule["ranges"]]


def _at(rule: Json, sheet: Sheet, rects: list[Rect]) -> Json:
    return {**rule, "ranges": [grid_range(sheet.id, rect) for rect in rects]}


def _along(rule: Json, target: Sheet, rects: list[Rect]) -> Json:
    """A rule for another tab: its formulas, meant for its first cell, are copied along."""
    old, new = min(rect_of(part) for part in rule["ranges"]), min(rects)

    def change(_: str, value: Json) -> Json:
        text = value.get("userEnteredValue", "")
        if not text.startswith(("=", "+")):
            return value
        moved = copied(text, new.top - old.top, new.left - old.left)
        return {**value, "userEnteredValue": moved}

    moved = mapped("ConditionalFormatRule", rule, change, ("ConditionValue",)) or rule
    return _at(moved, target, rects)


def joined(rects: list[Rect]) -> list[Rect]:
    """Blocks that together are a larger block become one, time and again."""
    left = list(dict.fromkeys(rects))
    for one in left:
        for other in left:
            both = _joined_pair(one, other)
            if both is not None:
                rest = [rect for rect in left if rect not in (one, other)]
                return joined([*rest, both])
    return sorted(left)


def _joined_pair(one: Rect, other: Rect) -> Rect | None:
    if one == other:
        return None
    if (one.left, one.right) == (other.left, other.right) and one.bottom == other.top:
        return Rect(one.top, one.left, other.bottom, one.right)
    if (one.top, one.bottom) == (other.top, other.bottom) and one.right == other.left:
        return Rect(one.top, one.left, one.bottom, other.right)
    return one if one.encloses(other) else None
