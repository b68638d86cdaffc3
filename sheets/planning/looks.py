"""What of a cell its value does not show, and a fingerprint of it for each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from model.report import Column, Entry, Formula, LineStyle, Style, says_over_is_positive
from sheets.planning.links import Links
from sheets.planning.marks import Kind, Mark
from sheets.planning.names import fingerprint
from sheets.planning.slots import Slot, words_of
from sheets.planning.styles import (
    Format,
    cell_format,
    content_format,
    link_format,
    mask_of,
    merged,
    outline_format,
)


@dataclass(frozen=True, slots=True)
class Special:
    """A cell's own look, and which fields of its format that is."""

    format: Format
    fields: str


@dataclass(frozen=True, slots=True)
class Looks:
    """How the rows of one report look: its columns, and the spreadsheet that links point into."""

    columns: tuple[Column, ...]
    links: Links

    def mark(self, slot: Slot) -> Mark:
        """The mark of a row that applies."""
        kind, key = slot.name
        if slot.line is None:
            return Mark(kind, key)
        words = words_of(slot, self.columns) if kind is Kind.LINE else ()
        return Mark(kind, key, self._fingerprint(slot), fingerprint(words) if words else "")

    def special(self, slot: Slot, column: Column) -> Special | None:
        """What a cell has that its column and line do not give it."""
        entry = slot.entry(column.field)
        extra = self._extra(slot, column, entry)
        if slot.line is None:
            return None
        if entry.style in (None, column.style):
            return Special(extra, mask_of(extra)) if extra else None
        made = cell_format(
            column.style, column.role, slot.line.style, entry.style, shade=column.shade
        )
        return Special(merged(made, extra), "userEnteredFormat")

    def _extra(self, slot: Slot, column: Column, entry: Entry) -> Format:
        """What the entry itself adds: a frame, a link, a severity's colours, red for an over."""
        style = entry.style or column.style
        extra: Format = {}
        ruled = style is column.style and style in (Style.VARIANCE, Style.DAY)
        if not ruled:  # the columns of these are coloured by rules, live
            extra = content_format(style, entry.content, self._over_is_positive(slot, column))
        if entry.outline:
            extra = merged(extra, outline_format(entry.outline))
        uri = self.links.uri(entry)
        return merged(extra, link_format(uri)) if uri else extra

    def _over_is_positive(self, slot: Slot, column: Column) -> bool:
        """What the words beside an amount say of its sign: the line's own, or the heading."""
        texts = [column.heading]
        if slot.line:
            texts += [e.content for e in slot.line.entries.values() if isinstance(e.content, str)]
        return any(says_over_is_positive(text) for text in texts)

    def _fingerprint(self, slot: Slot) -> str:
        line_style = slot.line.style if slot.line else LineStyle.RECORD
        seen: list[Any] = [line_style]
        for column in self.columns:
            entry = slot.entry(column.field)
            told = _told(entry, self.special(slot, column))
            if told:
                seen.append([column.field, told])
        return fingerprint(seen)


def _told(entry: Entry, special: Special | None) -> Mapping[str, Any]:
    """The parts of a cell that a fingerprint watches."""
    told: dict[str, Any] = {}
    if special:
        told["special"] = special.format
    if entry.note:
        told["note"] = entry.note
    if isinstance(entry.content, Formula):
        formula = entry.content
        told["formula"] = [formula.text, [[ref.key, ref.field] for ref in formula.refs]]
    return told
