"""One report tab between what it is and what it is to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from model.report import AS_OF, Column, Report
from sheets.planning.folding import folded, folded_below
from sheets.planning.links import Links
from sheets.planning.looks import Looks
from sheets.planning.marks import FIELDS_ROW, Kind, Mark, Name
from sheets.planning.names import fingerprint
from sheets.planning.placement import Placement
from sheets.planning.remembered import Remembered, remember_rows
from sheets.planning.resolution import words_after
from sheets.planning.sequence import Item, arrange, follow
from sheets.planning.slots import Slot, slots, word_columns, words_of
from sheets.planning.standing import Standing, is_word, order_of, sequence_of


@dataclass(frozen=True)
class Tab:
    """A report, its tab as it stands (:func:`~sheets.planning.standing.new_tab` where there is
    none), and the arrangement of rows and columns that the tab is to have.
    """

    report: Report
    sheet: int
    standing: Standing
    links: Links
    day: str
    """The run's date (ISO), or "-"."""
    layout_changed: bool
    """The tab was made with other columns or another look: paint all of it again."""
    moved: bool
    """People moved rows or columns since we wrote: no formula can be trusted to read as written."""
    repaint: bool
    """Whether all of it is to be painted again, whatever its marks say."""
    slots: tuple[Slot, ...]
    final_rows: tuple[Item[Name], ...]
    final_cols: tuple[Item[str], ...]

    @property
    def is_new(self) -> bool:
        """Whether the tab has to be made."""
        return not self.standing.marks

    @property
    def shifts(self) -> bool:
        """Whether rows or columns come, go or move."""
        return not all(
            [item.old for item in final] == list(range(len(old)))
            for final, old in (
                (self.final_rows, self.standing.marks),
                (self.final_cols, self.standing.fields),
            )
        )

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The report's columns."""
        return tuple(self.report.columns)

    @cached_property
    def looks(self) -> Looks:
        """How its rows look."""
        return Looks(self.columns, self.links)

    @cached_property
    def old_rows(self) -> Mapping[Name, int]:
        """Where rows of ours stand now."""
        return self.standing.rows

    @cached_property
    def old_cols(self) -> Mapping[str, int]:
        """Where columns of ours stand now."""
        return self.standing.cols

    @cached_property
    def place(self) -> Placement:
        """Where everything will stand."""
        rows = {item.name: row for row, item in enumerate(self.final_rows) if item.name}
        cols = {item.name: col for col, item in enumerate(self.final_cols) if item.name}
        key_col = cols.pop(KEY_COLUMN)
        return Placement(self.sheet, rows, cols, [slot.name for slot in self.slots], key_col)

    @cached_property
    def old_place(self) -> Placement:
        """Where everything stands now."""
        order = [slot.name for slot in self.slots]
        return Placement(self.sheet, self.old_rows, self.old_cols, order, self.standing.key_col)

    @cached_property
    def marks(self) -> Mapping[Name, Mark]:
        """The marks as they will be: the wanted rows', then those of rows kept for their words."""
        wanted = {slot.name: self.looks.mark(slot) for slot in self.slots}
        wanted[FIELDS_ROW] = Mark(Kind.FIELDS, report=self.report.name)
        old = {mark.name: mark for mark in self.standing.marks if mark}
        kept = {
            item.name: old[item.name]
            for item in self.final_rows
            if item.name and item.name not in wanted
        }
        return wanted | {name: self._resolved(mark) for name, mark in kept.items()}

    def _resolved(self, mark: Mark) -> Mark:
        if mark.resolved:
            return folded(mark, self.day, self.report.fold_after)
        row = self.old_rows[mark.name]
        return mark.since(self.day, words_after(self.standing, row, self.columns, self.day))

    @cached_property
    def newly_resolved(self) -> tuple[Name, ...]:
        """Lines that no longer apply since this run, kept for people's words."""
        old = {mark.name: mark for mark in self.standing.marks if mark}
        return tuple(
            name for name, mark in self.marks.items() if mark.resolved and not old[name].resolved
        )

    @cached_property
    def newly_folded(self) -> tuple[Name, ...]:
        """Lines that no longer apply since long, and are put away with this run."""
        old = {mark.name: mark for mark in self.standing.marks if mark}
        return tuple(
            name for name, mark in self.marks.items() if mark.folded and not old[name].folded
        )

    @cached_property
    def back_again(self) -> tuple[Name, ...]:
        """Lines that were put away and apply again."""
        old = [mark for mark in self.standing.marks if mark and mark.folded]
        kept = [mark.name for mark in old if mark.name in self.marks]
        return tuple(name for name in kept if not self.marks[name].folded)

    @cached_property
    def repainted(self) -> frozenset[Name]:
        """Rows whose look is to be written: new ones, changed ones, or all."""
        old = {mark.name: mark for mark in self.standing.marks if mark}
        changed = {
            name
            for name, mark in self.marks.items()
            if name not in old or _look(old[name]) != _look(mark)
        }
        return frozenset(self.marks if self.layout_changed or self.repaint else changed)

    @cached_property
    def remembered(self) -> Remembered:
        """What the rows say once this is written, in their order."""
        fields = [column.field for column in word_columns(self.columns)]
        said = {slot.name: slot for slot in self.slots if slot.name[1] != AS_OF}
        marks = [self.marks[item.name] for item in self.final_rows if item.name]
        return remember_rows(fields, [self._with_words(mark, said) for mark in marks])

    def _with_words(self, mark: Mark, said: Mapping[Name, Slot]) -> Mark:
        """A mark of the preamble with its words too, which only this needs; the stamp has none."""
        words = words_of(said[mark.name], self.columns) if mark.name in said else []
        above = mark.kind is Kind.PREAMBLE and words
        return replace(mark, words=fingerprint(words)) if above else mark

    @cached_property
    def order(self) -> str:
        """The fingerprint of where rows and columns will stand."""
        return order_of(self.place.rows, self.place.cols)

    @cached_property
    def sequence(self) -> str:
        """The fingerprint of the rows' sequence, if it is the report's; else ""."""
        names = [item.name for item in self.final_rows]
        wanted = {slot.name for slot in self.slots}
        as_wanted = [name for name in names if name in wanted] == self.place.order
        return sequence_of(names) if as_wanted else ""


KEY_COLUMN = "\x00key"
"""The key column's name among the columns; no field can be called so."""


def arranged(
    report: Report,
    sheet: int,
    standing: Standing,
    links: Links,
    *,
    day: str,
    layout_changed: bool,
    moved: bool,
    sorted_by_people: bool,
    repaint: bool,
) -> Tab:
    """Work out which rows and columns stay, move, go and come."""
    wanted = slots(report)
    arrangement = arrange if sorted_by_people else follow
    rows = arrangement(
        [mark.name if mark else None for mark in standing.marks],
        [slot.name for slot in wanted],
        lambda row: not standing.has_words(row),
    )
    names = {slot.name for slot in wanted}
    past = {
        mark.name
        for mark in standing.marks
        if mark and mark.name not in names and folded(mark, day, report.fold_after).folded
    }
    return Tab(
        report,
        sheet,
        standing,
        links,
        day,
        layout_changed,
        moved,
        repaint,
        wanted,
        folded_below(rows, past) if past else rows,
        _columns(report, standing),
    )


def _columns(report: Report, standing: Standing) -> tuple[Item[str], ...]:
    """The columns to be; one that the report no longer has stays if it is people's and in use."""
    old: list[str | None] = [field.name if field else None for field in standing.fields]
    if old:
        old[standing.key_col] = KEY_COLUMN
    wanted: Sequence[str] = [KEY_COLUMN, *(column.field for column in report.columns)]
    return arrange(old, wanted, lambda col: _is_unused(standing, col))


def _is_unused(standing: Standing, col: int) -> bool:
    """Whether a column of ours can go: computed, or a column for people that is blank.

    A computed one stays where a person's own row has words in it: a day that left a calendar.
    """
    if col not in standing.peoples_cols:
        return not any(
            mark is None and is_word(standing.value(row, col))
            for row, mark in enumerate(standing.marks)
        )
    heads = {row for (kind, _), row in standing.rows.items() if kind in ("F", "H")}
    return all(
        row in heads or not is_word(standing.value(row, col)) for row in range(standing.grid.height)
    )


def _look(mark: Mark) -> tuple[str, bool]:
    return mark.looks, bool(mark.resolved)
