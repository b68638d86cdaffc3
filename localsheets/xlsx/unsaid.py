"""Rules that a file does not say, or says otherwise: kept beside it in our own part.

What a worksheet says is found by reading it as an import does. Where that is not the rule that we
have (a list with commas in it, a checkbox with values of its own, a date in other words, a colour
scale's corner), both are noted. An import that reads the one puts the other in its place; a rule
that another program has changed or taken away stays as it is then.
"""

from __future__ import annotations

from typing import Any

from localsheets.requests.validation import moved_along
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import block_name, parse_block
from localsheets.xlsx import rules_in, rules_out
from localsheets.xlsx.rules_out import FAR_COLUMN, FAR_ROW
from localsheets.xlsx.styles_in import Styles

Json = dict[str, Any]


def noted(sheet: Sheet, worksheet: Any, styles: Styles, locale: str) -> Json:
    """The rules of a tab that its worksheet says otherwise, with what it says."""
    file = Sheet(sheet.properties)
    if sheet.conditional:
        rules_in.conditional_formats(file, worksheet, styles, locale)
    rules_in.validations(file, worksheet, locale)
    made: Json = {}
    if file.conditional != sheet.conditional:
        made["conditional"] = {"ours": sheet.conditional, "file": file.conditional}
    validations = _validations(sheet, file)
    return {**made, "validations": validations} if validations else made


def _validations(sheet: Sheet, file: Sheet) -> list[Json]:
    groups: dict[str, tuple[Json | None, Json | None, list[tuple[int, int]]]] = {}
    for row, column, cell in sheet.cells():
        ours, theirs = cell.validation, file.at(row, column).validation
        if ours == theirs:
            continue
        far = FAR_ROW - row, FAR_COLUMN - column
        key = repr((_along(ours, *far), _along(theirs, *far)))
        groups.setdefault(key, (ours, theirs, []))[2].append((row, column))
    return [
        {"ours": ours, "file": theirs, "blocks": [block_name(b) for b in rules_out.blocks(cells)]}
        for ours, theirs, cells in groups.values()
    ]


def _along(rule: Json | None, down: int, right: int) -> Json | None:
    return None if rule is None else moved_along(rule, down, right)


def restore(sheet: Sheet, known: Json) -> None:
    """Put our rules in the place of what the file says, where it still says so."""
    conditional = known.get("conditional")
    if conditional and sheet.conditional == conditional["file"]:
        sheet.conditional = list(conditional["ours"])
    for one in known.get("validations", []):
        rects = [rect for name in one["blocks"] if (rect := parse_block(name)) is not None]
        for rect in rects:
            for row in range(rect.top, rect.bottom or 0):
                for column in range(rect.left, rect.right or 0):
                    moved = row - rects[0].top, column - rects[0].left
                    cell = sheet.at(row, column)
                    if cell.validation == _along(one["file"], *moved):
                        sheet.put(row, column, cell.but(validation=_along(one["ours"], *moved)))
