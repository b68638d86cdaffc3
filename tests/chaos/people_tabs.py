"""What people do to whole tabs: sort, filter, move, rename, copy, delete; and in their own tabs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from localsheets.state.cells import whole
from tests.chaos.people import BUDGET, Deed, Person, Request, nothing, type_in
from tests.chaos.productions import CODES
from tests.chaos.sight import Seen, our_report

_COPIES, _NEW = 900_000, 700_000
"""Ids of tabs that people make begin here; the number of the word follows."""


def sort_lines(person: Person, left: int = 0) -> Deed | None:
    """Sort the lines of one block, whole rows of them."""
    tab = person.tab()
    block = person.pick(_blocks(tab), 1) if tab else None
    if tab is None or block is None:
        return None
    return _sort(person, tab, block[0], block[1], left)


def sort_visible_columns(person: Person) -> Deed | None:
    """Select what one sees of the lines and sort that: the hidden column stays as it was."""
    tab = person.tab()
    return sort_lines(person, max(tab.hidden_cols, default=-1) + 1) if tab else None


def sort_all_below(person: Person) -> Deed | None:
    """Sort everything below the headings, totals and all, as the menu of a column does."""
    tab = person.tab()
    if tab is None or tab.heading is None:
        return None
    return _sort(person, tab, tab.heading + 1, len(tab.rows), 0)


def sort_everything(person: Person) -> Deed | None:
    """Select the whole tab and sort it, headings and all."""
    tab = person.tab()
    return _sort(person, tab, 0, len(tab.rows), 0) if tab else None


def hide_by_filter(person: Person) -> Deed | None:
    """Filter an account out."""
    tab = person.tab()
    col = tab.col("Account") if tab else None
    if tab is None or tab.heading is None or col is None:
        return None
    box = _box(tab, tab.heading, len(tab.rows), 0)
    criteria = {str(col): {"hiddenValues": [person.pick(CODES)]}}
    return [{"setBasicFilter": {"filter": {"range": box, "criteria": criteria}}}], nothing


def clear_filter(person: Person) -> Deed | None:
    """Take the filter away."""
    tab = person.tab()
    return ([{"clearBasicFilter": {"sheetId": tab.id}}], nothing) if tab else None


def move_column(person: Person) -> Deed | None:
    """Drag a column to another place."""
    tab = person.tab()
    if tab is None or tab.sheet.column_count < 4:
        return None
    frozen = tab.sheet.grid.get("frozenColumnCount", 0)
    places = list(range(max(1, frozen), tab.sheet.column_count))
    source, before = person.pick(places, 0), person.pick(places, 1)
    if source is None or before in (source, source + 1):
        return None
    span = {"sheetId": tab.id, "dimension": "COLUMNS", "startIndex": source}
    moved = {"source": {**span, "endIndex": source + 1}, "destinationIndex": before}
    return [{"moveDimension": moved}], nothing


def widen(person: Person) -> Deed | None:
    """Make a column wider."""
    tab = person.tab()
    col = tab.col(person.pick(("Explanation", "Description", "EFC"))) if tab else None
    if tab is None or col is None:
        return None
    span = {"sheetId": tab.id, "dimension": "COLUMNS", "startIndex": col, "endIndex": col + 1}
    size = {"range": span, "properties": {"pixelSize": 333}, "fields": "pixelSize"}
    return [{"updateDimensionProperties": size}], nothing


def rename_tab(person: Person) -> Deed | None:
    """Give one of our tabs another name."""
    tab = person.tab()
    if tab is None:
        return None
    title = f"Renamed {person.act.word}"
    change = {"properties": {"sheetId": tab.id, "title": title}, "fields": "title"}
    return (
        [{"updateSheetProperties": change}],
        lambda: person.memory.titles.update({tab.id: title}),
    )


def duplicate_tab(person: Person) -> Deed | None:
    """Copy one of our tabs."""
    tab = person.tab()
    report = our_report(person.book, tab.sheet) if tab else None
    if tab is None or report is None or tab.id in person.memory.copies:
        return None
    copy = _COPIES + person.number
    made = {"sourceSheetId": tab.id, "newSheetId": copy, "newSheetName": f"Copy {copy}"}
    return [{"duplicateSheet": made}], lambda: person.memory.copy(tab, copy, report)


def delete_copy(person: Person) -> Deed | None:
    """Delete a copy that people made."""
    copy = person.pick(sorted(person.memory.copies))
    return _delete(person, copy) if copy is not None else None


def delete_tab(person: Person) -> Deed | None:
    """Delete a tab of ours."""
    tab = person.tab()
    return _delete(person, tab.id) if tab else None


def new_tab(person: Person) -> Deed | None:
    """Make a tab of their own, often under a name that we would like."""
    title = person.pick((f"Own {person.act.word}", "Notes", "Summary", "Variance"))
    if person.book.titled(title):
        return None
    sheet = _NEW + person.number
    text: dict[str, Any] = {"userEnteredValue": {"stringValue": person.act.word}}
    made = [
        {"addSheet": {"properties": {"sheetId": sheet, "title": title}}},
        type_in(sheet, person.act.dice[1] % 9, person.act.dice[2] % 9, text),
    ]
    theirs = person.memory.theirs
    return made, lambda: theirs.update({sheet: person.book.sheets[0]})


def change_the_budget(person: Person) -> Deed | None:
    """Change an amount of the budget."""
    height = len(person.book.sheet(BUDGET).row_objects())
    if height < 2:
        return None
    row, col = 1 + person.act.dice[0] % (height - 1), 2 + person.act.dice[1] % 5
    amount = person.pick((0, 250.25, 4000, 15000), 2)
    return [type_in(BUDGET, row, col, {"userEnteredValue": {"numberValue": amount}})], nothing


def insert_row_in_the_budget(person: Person) -> Deed | None:
    """Insert an account that the budget has not got."""
    budget = person.book.sheet(BUDGET)
    height = len(budget.row_objects())
    codes = {whole(row[0]).value for row in budget.row_objects() if row}
    code = next((code for code in CODES if code not in codes), None)
    if code is None or height < 2:
        return None
    row = 1 + person.act.dice[0] % height
    span = {"sheetId": BUDGET, "dimension": "ROWS", "startIndex": row, "endIndex": row + 1}
    cells: list[dict[str, Any]] = [{"stringValue": code}, {"stringValue": "New"}]
    cells += [{"numberValue": amount} for amount in (500, 0, 100, 0, 900)]
    typed = [type_in(BUDGET, row, col, {"userEnteredValue": c}) for col, c in enumerate(cells)]
    return [{"insertDimension": {"range": span}}, *typed], nothing


def delete_row_in_the_budget(person: Person) -> Deed | None:
    """Delete an account of the budget, but not the last two."""
    height = len(person.book.sheet(BUDGET).row_objects())
    if height < 4:
        return None
    row = 1 + person.act.dice[0] % (height - 1)
    span = {"sheetId": BUDGET, "dimension": "ROWS", "startIndex": row, "endIndex": row + 1}
    return [{"deleteDimension": {"range": span}}], nothing


def sort_the_budget(person: Person) -> Deed | None:
    """Sort the budget by a column."""
    height = len(person.book.sheet(BUDGET).row_objects())
    box = {"sheetId": BUDGET, "startRowIndex": 1, "endRowIndex": max(2, height)}
    by = [{"dimensionIndex": person.act.dice[0] % 7, "sortOrder": "DESCENDING"}]
    return [{"sortRange": {"range": box, "sortSpecs": by}}], nothing


def _sort(person: Person, tab: Seen, top: int, bottom: int, left: int) -> Deed | None:
    col = tab.col(person.pick(("Account", "Description", "EFC", "Explanation")))
    if col is None or col < left:
        return None
    order = person.pick(("ASCENDING", "DESCENDING"), 1)
    by = [{"dimensionIndex": col, "sortOrder": order}]
    step: Request = {"sortRange": {"range": _box(tab, top, bottom, left), "sortSpecs": by}}
    return [step], nothing


def _blocks(tab: Seen) -> list[tuple[int, int]]:
    """Runs of neighbouring lines, half-open."""
    found: list[tuple[int, int]] = []
    for row in tab.accounts:
        if found and found[-1][1] == row:
            found[-1] = (found[-1][0], row + 1)
        else:
            found.append((row, row + 1))
    return found


def _box(tab: Seen, top: int, bottom: int, left: int) -> dict[str, int]:
    return {
        "sheetId": tab.id,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": tab.sheet.column_count,
    }


def _delete(person: Person, sheet: int) -> Deed:
    return [{"deleteSheet": {"sheetId": sheet}}], lambda: person.memory.forget(sheet)


ACTS: dict[str, Callable[[Person], Deed | None]] = {
    "sort lines": sort_lines,
    "sort visible columns": sort_visible_columns,
    "sort all below": sort_all_below,
    "sort everything": sort_everything,
    "filter": hide_by_filter,
    "clear filter": clear_filter,
    "move column": move_column,
    "widen": widen,
    "rename tab": rename_tab,
    "duplicate tab": duplicate_tab,
    "delete copy": delete_copy,
    "delete tab": delete_tab,
    "new tab": new_tab,
    "change the budget": change_the_budget,
    "insert row in the budget": insert_row_in_the_budget,
    "delete row in the budget": delete_row_in_the_budget,
    "sort the budget": sort_the_budget,
}
