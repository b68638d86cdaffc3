"""What a tab says, typed: records with a way back to every cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pandas as pd

from model.cell import Block, Cell


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: its tab and which 1-based column holds which field.

    ``rows`` says so of a table whose records stand in columns, a day-out-of-days with dates down,
    and of a record whose fields stand below each other.
    """

    tab: str
    columns: Mapping[str, int]
    book: str = ""
    rows: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that the sheet itself states for a group of its rows: a subtotal or a total.

    ``covers`` are the sheet's rows that the sheet means to add up.
    """

    cell: Cell
    field: str
    amount: Decimal
    covers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """Typed records of one kind.

    ``frame`` has a column a field. On a table read from one tab its index is the sheet's own row
    number. A table merged from several tabs has labels of its own and the columns ``place`` (an
    index into ``places``) and ``row``. Missing values are ``None`` in object columns. Money is
    ``Decimal``, dates are ``datetime.date``, the rest text or ``bool``.
    """

    kind: str
    frame: pd.DataFrame
    places: tuple[Place, ...]
    block: Block = field(default_factory=lambda: Block(1, 1, 1, 1))
    header_rows: tuple[int, ...] = ()
    confidence: float = 1.0
    excluded: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Rows left out, by reason: subtotal, banner, blank, struck, special, unreadable, ..."""
    half_read: Mapping[int, Mapping[str, Decimal]] = field(default_factory=dict)
    """Rows excluded as "unreadable" that are true lines -> field -> the amounts that can be read.

    They count among the sheet's lines and in its columns' sums. Reports leave the line out whole:
    an account whose ETC is "#REF!" has no EFC, and its budget alone would look like money saved.
    """
    special_totals: Mapping[str, Decimal] = field(default_factory=dict)
    """Field -> sum over the rows excluded as "special" (contingency, section fringes)."""
    stated: tuple[Stated, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    """Field -> the heading as the sheet writes it."""
    currencies: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    """Field -> a record's label -> ISO code, of amounts that state another currency than the
    production's."""
    other_columns: Mapping[str, int] = field(default_factory=dict)
    """Heading -> column, for columns that fit no field: kept, since a person may want them."""
    why: tuple[str, ...] = ()
    """What the kind was recognised by, for people."""
    superseded: bool = False
    repeated: bool = False
    """Whether another tab says all that this one says, and more: that one is counted alone."""

    @property
    def place(self) -> Place:
        """The only place of a table read from one tab (the first, of a merged one)."""
        return self.places[0]

    def cell(self, label: int, field: str) -> Cell:
        """Locate a record's field: the one way from a figure back to its cell.

        A field that the tab has no column for is located at the record's first column.
        """
        place = self.places[_number(self.frame, label, "place")] if self._merged else self.place
        row = _number(self.frame, label, "row") if self._merged else label
        first = min(place.columns.values(), default=1)
        row = place.rows.get(field, row)
        return Cell(place.tab, row, place.columns.get(field, first), place.book)

    def has(self, *fields: str) -> bool:
        """Whether any of the tabs has a column for each of these fields."""
        return all(any(name in place.columns for place in self.places) for name in fields)

    @property
    def _merged(self) -> bool:
        return len(self.places) > 1 or "place" in self.frame


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dood(Table):
    """A day-out-of-days: a matrix of codes, elements by days.

    ``frame`` is its long form, one record a filled cell: ``element`` and ``day`` (labels of the two
    frames below), ``row``, ``col``, ``place``, ``element_id``, ``name``, ``date``, ``text`` (as
    typed), ``code`` (as Movie Magic writes it: "SW", "H", "/", or None where unknown) and one
    boolean column for each of :data:`ATOMS`.
    """

    elements: pd.DataFrame
    """Index: a label an element row. Columns: element_id, name, performer (who plays it, where the
    sheet says), section (the banner above it, or None), row, col (of the name), place, and the
    sheet's own stated totals: stated_travel, stated_work, stated_hold, stated_rehearse,
    stated_holiday, stated_total (numbers), stated_start, stated_finish (dates); None where blank.
    """
    days: pd.DataFrame
    """Index: a label a day. Columns: date (None where its heading is wrong and its neighbours do
    not settle it), row, col (of the date's cell), place, weekday (as the sheet states it, or None),
    weekday_means (the weekdays that this may be, Monday 0, in the sheet's language), weekday_row,
    weekday_col, shoot_day (likewise), shoot_day_row, shoot_day_col, unit_day (whether another unit
    than the one that is counted shoots)."""

    def cell(self, label: int, field: str = "code") -> Cell:
        """Locate a mark of the matrix (``field`` "code"), or its element's other field."""
        if field == "code":
            return self._at(self.frame, label, "row", "col")
        return self.element_cell(_number(self.frame, label, "element"), field)

    def element_cell(self, label: int, field: str = "name") -> Cell:
        """Locate an element's name, or the total that the sheet states for it ("stated_work")."""
        name = self._at(self.elements, label, "row", "col")
        place = self.places[_number(self.elements, label, "place")]
        wanted = field.removeprefix("stated_")
        row, col = place.rows.get(wanted, name.row), place.columns.get(wanted, name.col)
        return Cell(name.tab, row, col, name.book)

    def day_cell(self, label: int, field: str = "date") -> Cell:
        """Locate a day's date, or its stated "weekday" or "shoot_day"."""
        prefix = "" if field == "date" else f"{field}_"
        return self._at(self.days, label, f"{prefix}row", f"{prefix}col")

    def _at(self, frame: pd.DataFrame, label: int, row: str, col: str) -> Cell:
        place = self.places[_number(frame, label, "place")]
        return Cell(place.tab, _number(frame, label, row), _number(frame, label, col), place.book)


def unsure(marks: pd.DataFrame) -> pd.Series[bool]:
    """Which marks of a day-out-of-days may come to anything: unknown ones, and options, "(W)"."""
    codes = marks["code"]
    return codes.isin([code for code in codes.unique() if code is None or code.startswith("(")])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CrewGrid(Table):
    """People by dates: who is available or has worked on which day.

    ``frame`` has a record a person: ``name``, ``position``, ``department``, ``total`` (as the sheet
    states it), ``notes``. Where dates stand down and people across, its index is the sheet's column
    and ``rows`` say which row holds which field.
    """

    marks: pd.DataFrame
    """One record a filled cell of the matrix: ``person`` (label of ``frame``), ``date``, ``row``,
    ``col``, ``text`` (as typed), ``state`` (work, half, hours, travel, hold, available, off, or
    None), ``amount`` (days, or hours where the state is hours; ``Decimal``) and ``booked`` (the
    mark, or what the sheet explains it by, says in so many words that it is confirmed)."""
    rows: Mapping[str, int] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    """What stands above the grid: its own titles, not those of a grid further up the tab."""
    days_off: frozenset[date] = frozenset()
    """The days that the headings call off."""

    def cell(self, label: int, field: str) -> Cell:
        """Locate a person's field."""
        if not self.rows:
            return Table.cell(self, label, field)
        row = self.rows.get(field, min(self.rows.values()))
        return Cell(self.place.tab, row, label, self.place.book)


def _number(frame: pd.DataFrame, label: int, column: str) -> int:
    """A whole number out of a frame (pandas types what ``.at`` answers too widely)."""
    return int(str(frame.at[label, column]))


ATOMS = (
    "start",
    "work",
    "finish",
    "hold",
    "drop",
    "pickup",
    "travel",
    "fitting",
    "rehearsal",
    "off",
    "move",
)
"""What a day-out-of-days code may be made of; "off" is "/", the company's holiday."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a tab that was taken for nothing comes nearest to, and what it lacks for that."""

    at: Cell
    """The tab's first cell."""
    kind: str
    row: int
    """The row that reads like headings."""
    headings: tuple[str, ...]
    """The headings in it that name fields of the kind."""
    missing: tuple[str, ...]
    """Fields of which one more would do; none where it is the values below that do not fit."""


def merge(tables: Sequence[Table]) -> Table:
    """Put tables of one kind together, each record keeping the way back to its cell.

    Raises:
        ValueError: there is no table, or they are of different kinds.
    """
    if not tables or len({table.kind for table in tables}) > 1:
        raise ValueError("merge needs tables, all of one kind")
    if len(tables) == 1:
        return tables[0]
    places: list[Place] = []
    frames: list[pd.DataFrame] = []
    for table in tables:
        frames.append(
            table.frame.assign(
                place=table.frame["place"] + len(places) if "place" in table.frame else len(places),
                row=table.frame.get("row", table.frame.index),
            )
        )
        places.extend(table.places)
    merged = pd.concat(frames, ignore_index=True)
    if not isinstance(tables[0], Dood):
        return Table(
            kind=tables[0].kind,
            frame=merged,
            places=tuple(places),
            currencies=_merged_currencies(tables),
        )
    doods = [table for table in tables if isinstance(table, Dood)]
    return _merge_doods(doods, merged, tuple(places))


def _merged_currencies(tables: Sequence[Table]) -> Mapping[str, Mapping[int, str]]:
    """The records' other currencies, by the labels that they have once merged."""
    merged: dict[str, dict[int, str]] = {}
    before = 0
    for table in tables:
        for name, stated in table.currencies.items():
            places = table.frame.index.get_indexer(pd.Index(list(stated)))
            numbers = (before + place for place in places.tolist())
            merged.setdefault(name, {}).update(zip(numbers, stated.values(), strict=True))
        before += len(table.frame)
    return merged


def _merge_doods(doods: list[Dood], frame: pd.DataFrame, places: tuple[Place, ...]) -> Dood:
    """Renumber elements and days so that labels stay unique across the tabs."""
    elements: list[pd.DataFrame] = []
    days: list[pd.DataFrame] = []
    marks: dict[str, list[int]] = {"element": [], "day": []}
    places_before = 0
    for dood in doods:
        for column, own, gathered in (
            ("element", dood.elements, elements),
            ("day", dood.days, days),
        ):
            before = sum(len(earlier) for earlier in gathered)
            numbers = {label: before + number for number, label in enumerate(own.index)}
            marks[column].extend(dood.frame[column].map(numbers))
            gathered.append(own.assign(place=own["place"] + places_before))
        places_before += len(dood.places)
    return Dood(
        kind="dood",
        frame=frame.assign(**marks),
        places=places,
        elements=pd.concat(elements, ignore_index=True),
        days=pd.concat(days, ignore_index=True),
    )
