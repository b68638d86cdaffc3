"""Which cells of a tab are to be written, and with what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from model.grid import Scalar
from model.report import AS_OF, Column, Content, Formula, Role
from sheets.planning.formulas import resolve
from sheets.planning.headers import field_text
from sheets.planning.marks import Kind
from sheets.planning.notes import to_write
from sheets.planning.slots import Slot
from sheets.planning.styles import Format
from sheets.planning.tab import Tab
from sheets.planning.values import plain, same, typed
from sheets.planning.wire import Place, Request, replace_text, update_cells

STAMP = (Kind.PREAMBLE, AS_OF)
"""The row that every run rewrites; it counts for no change.

It is found by its text, not by its place: a run on unchanged sheets then writes nothing that people
could shift out of its place between our reading and our writing, and needs no copy of the tab.
"""


STAMPED = "As of "
"""How a stamp begins."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A formula's cell and the value that we computed for it. Counted from 0."""

    sheet: int
    row: int
    col: int
    value: Scalar


@dataclass(slots=True)
class Writes:
    """Cells to write, each as a ``CellData``, and what was counted on the way."""

    values: dict[Place, dict[str, Any]] = field(default_factory=dict)
    formats: dict[str, dict[Place, Format]] = field(default_factory=dict)
    """By which fields of the format they are."""
    notes: dict[Place, str] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)
    stamps: list[tuple[str, str]] = field(default_factory=list)
    """The stamp's text as it stands, and as it is to be."""
    changed: int = 0
    """Cells of standing rows that say something else; a formula that only moved does not."""

    def value(self, place: Place, extended: dict[str, Any]) -> None:
        """Write a cell's content, and nothing of its look."""
        self.values[place] = {"userEnteredValue": extended} if extended else {}

    def requests(self, sheet: int) -> tuple[list[Request], list[Request]]:
        """What to send before the rows are painted, and what after."""
        looks: list[Request] = []
        for fields, formats in sorted(self.formats.items()):
            cells = {place: {"userEnteredFormat": look} for place, look in formats.items()}
            looks += update_cells(sheet, cells, fields)
        notes = {place: {"note": note} for place, note in self.notes.items()}
        values = update_cells(sheet, self.values, "userEnteredValue")
        values += [replace_text(sheet, old, new) for old, new in self.stamps]
        return values, looks + update_cells(sheet, notes, "note")


def cell_writes(tab: Tab) -> Writes:
    """Every cell that differs from what the report wants, and is ours to write."""
    writes = Writes()
    for name, mark in tab.marks.items():
        row = tab.old_rows.get(name)
        standing = tab.standing.value(row, tab.standing.key_col) if row is not None else None
        if standing != mark.text:
            writes.value((tab.place.rows[name], tab.place.key_col), typed(mark.text))
    for slot in tab.slots:
        for column in tab.columns:
            _cell(tab, slot, column, writes)
    _clear_past(tab, writes)
    return writes


def _clear_past(tab: Tab, writes: Writes) -> None:
    """Blank our lines in a computed column that is past and stays for a person's words in it."""
    wanted = {column.field for column in tab.columns}
    for past in tab.standing.fields:
        if not past or past.role is Role.PERSON or past.name in wanted:
            continue
        for name, row in tab.old_rows.items():
            stays = past.name in tab.place.cols and name in tab.place.rows
            standing = tab.standing.value(row, tab.old_cols[past.name])
            if stays and name[0] is Kind.LINE and standing is not None:
                writes.value((tab.place.rows[name], tab.place.cols[past.name]), {})


def _cell(tab: Tab, slot: Slot, column: Column, writes: Writes) -> None:
    """Write one cell where it has to be."""
    place = tab.place.rows[slot.name], tab.place.cols[column.field]
    content = _content(slot, column)
    extended, formula = _resolved(tab, content)
    if formula:
        writes.expected.append(Expected(tab.sheet, *place, plain(content)))
    fresh = slot.name not in tab.old_rows or column.field not in tab.old_cols
    ours = not fresh and _is_ours(tab, slot, column)
    says = ours and _says_otherwise(tab, slot, column, computed=formula)
    changed = says or (ours and isinstance(content, Formula) and _reads(tab, slot, content))
    stamp = _stamp(tab, slot, column) if says else None
    if stamp:
        writes.stamps.append(stamp)
    elif fresh or changed:
        writes.value(place, extended)
        writes.changed += says and slot.name != STAMP
    _look(tab, slot, column, writes, painted=fresh or slot.name in tab.repainted, changed=changed)


def _look(
    tab: Tab, slot: Slot, column: Column, writes: Writes, *, painted: bool, changed: bool
) -> None:
    """Write a cell's own look and note; a link again with its text, which Google may unlink."""
    place = tab.place.rows[slot.name], tab.place.cols[column.field]
    if painted:
        _note(tab, slot, column, writes)
    if slot.line is None:
        return
    special = tab.looks.special(slot, column) if painted or changed else None
    if special:
        writes.formats.setdefault(special.fields, {})[place] = special.format


def _note(tab: Tab, slot: Slot, column: Column, writes: Writes) -> None:
    """Write a cell's note, or take away one of ours that no longer applies."""
    row, col = tab.old_rows.get(slot.name), tab.old_cols.get(column.field)
    standing = tab.standing.note(row, col) if row is not None and col is not None else ""
    heading = slot.name[0] is Kind.HEADING
    note = to_write(standing, column.note if heading else slot.entry(column.field).note)
    if note is not None:
        writes.notes[tab.place.rows[slot.name], tab.place.cols[column.field]] = note


def _stamp(tab: Tab, slot: Slot, column: Column) -> tuple[str, str] | None:
    """The stamp's old and new text, where both are: a replaced text is read as if typed.

    Only texts that begin as a stamp does are: they are never a date, a number or a formula.
    """
    new = _content(slot, column)
    if slot.name != STAMP or not isinstance(new, str):
        return None
    old = tab.standing.value(tab.old_rows[slot.name], tab.old_cols[column.field])
    stamps = isinstance(old, str) and old.startswith(STAMPED) and new.startswith(STAMPED)
    return (str(old), new) if stamps else None


def _content(slot: Slot, column: Column) -> Content:
    kind = slot.name[0]
    if kind is Kind.FIELDS:
        return field_text(column)
    if kind is Kind.HEADING:
        return column.heading
    return slot.entry(column.field).content


def _is_ours(tab: Tab, slot: Slot, column: Column) -> bool:
    """Whether a cell that stands may be written: people's words never, headings seldom."""
    if slot.name[0] is Kind.FIELDS:
        return True
    if slot.name[0] is Kind.HEADING:
        return tab.layout_changed
    return column.role is Role.COMPUTED


def _says_otherwise(tab: Tab, slot: Slot, column: Column, *, computed: bool) -> bool:
    """Whether a standing cell shows something else than it should."""
    found = tab.standing.value(tab.old_rows[slot.name], tab.old_cols[column.field])
    return not same(found, plain(_content(slot, column)), computed=computed)


def _reads(tab: Tab, slot: Slot, formula: Formula) -> bool:
    """Whether a formula's text is, or may be, another than the one that stands."""
    if tab.moved or slot.name in tab.repainted:
        return True
    try:
        return resolve(formula, tab.old_place) != resolve(formula, tab.place)
    except KeyError:  # it refers to a row or column that is not there yet
        return True


def _resolved(tab: Tab, content: Content) -> tuple[dict[str, Any], bool]:
    """A content as an ``ExtendedValue``, and whether that is a formula."""
    if isinstance(content, Formula):
        text = resolve(content, tab.place)
        if text is not None:
            return {"formulaValue": text}, True
    return typed(plain(content)), False
