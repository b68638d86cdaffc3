"""The cells of a tab: versions that share rows, and never see each other's changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from localsheets import requests
from localsheets.state.book import Book, grid_sheet
from localsheets.state.cell import EMPTY, Cell, CellError
from localsheets.state.cells import NO_ROW, Step
from localsheets.state.sheet import Sheet
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Delete, Insert, MoveTo

Model = dict[tuple[int, int], Cell]


def shown(sheet: Sheet) -> Model:
    return {(row, column): cell for row, column, cell in sheet.cells()}


def same(one: Model, two: Model) -> bool:
    """Equal to the type: 1 is not True."""
    return one == two and all(type(one[at].value) is type(two[at].value) for at in one)


def filled(*rows: str) -> Sheet:
    """A tab from rows of words; "." is an empty cell."""
    sheet = grid_sheet(0, "Sheet1", 100, 26)
    for number, row in enumerate(rows):
        for column, word in enumerate(row.split()):
            if word != ".":
                sheet.put(number, column, Cell(word))
    return sheet


def text(sheet: Sheet) -> list[str]:
    """Back to rows of words."""
    height, width = sheet.extent()
    return [
        " ".join(str(sheet.at(row, column).value or ".") for column in range(width))
        for row in range(height)
    ]


places = st.integers(0, 6)
contents = st.sampled_from(
    [
        EMPTY,
        Cell("text"),
        Cell(""),
        Cell(1),
        Cell(1.5),
        Cell(True),
        Cell(CellError("REF")),
        Cell(2, format={"wrapStrategy": "WRAP"}),
        Cell(note="a note"),
        Cell(3, "=1+2"),
    ]
)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    rows, start, size = draw(st.booleans()), draw(places), draw(st.integers(1, 3))
    kind = draw(st.sampled_from(["insert", "delete", "move"]))
    if kind == "insert":
        return Insert(rows, start, size)
    if kind == "delete":
        return Delete(rows, start, start + size)
    to = draw(st.sampled_from([0, start, start + size, start + size + 2]))
    return MoveTo(rows, start, start + size, to)


changes = st.one_of(st.tuples(places, places, contents), steps())


def model_after(model: Model, change: tuple[int, int, Cell] | Step) -> Model:
    """The same change, on a plain dictionary."""
    if isinstance(change, tuple):
        row, column, cell = change
        return {**model, (row, column): cell} if cell is not EMPTY else without(model, row, column)
    moved = {}
    for (row, column), cell in model.items():
        at = change.point(row if change.rows else column)
        if at is not None:
            moved[(at, column) if change.rows else (row, at)] = cell
    return moved


def without(model: Model, row: int, column: int) -> Model:
    return {at: cell for at, cell in model.items() if at != (row, column)}


@given(st.lists(st.tuples(st.integers(0, 3), changes), max_size=40))
def test_versions_never_see_each_others_changes(
    script: list[tuple[int, tuple[int, int, Cell] | Step]],
) -> None:
    versions: list[tuple[Sheet, Model]] = [(grid_sheet(0, "Sheet1", 100, 26), {})]
    for which, change in script:
        sheet, model = versions[which % len(versions)]
        if len(versions) < 4:
            sheet = sheet.copy()
            versions.append((sheet, model))
        if isinstance(change, tuple):
            sheet.put(*change)
        else:
            sheet.move_cells(change)
        place = next(n for n, (known, _) in enumerate(versions) if known is sheet)
        versions[place] = (sheet, model_after(model, change))
    for sheet, model in versions:
        assert same(shown(sheet), model)
        assert sheet.extent() == (
            max((row + 1 for row, _ in model), default=0),
            max((column + 1 for _, column in model), default=0),
        )
        assert sheet.last_filled_row() == max(
            (r + 1 for (r, _), c in model.items() if c.filled), default=0
        )
        assert [(r, c) for r, c, _ in sheet.formula_cells()] == sorted(
            at for at, cell in model.items() if cell.formula
        )


def test_only_rows_that_are_written_to_are_new_objects() -> None:
    before = filled("a b", "c d", "e f")
    after = before.copy()
    after.put(1, 0, Cell("changed"))
    old, new = before.row_objects(), after.row_objects()
    assert [new[n] is old[n] for n in range(3)] == [True, False, True]
    assert text(before) == ["a b", "c d", "e f"]
    assert text(after) == ["a b", "changed d", "e f"]


def test_rows_that_move_stay_the_same_objects() -> None:
    before = filled("a b", "c d", "e f")
    after = before.copy()
    after.move_cells(Insert(True, 1, 2))
    old, new = before.row_objects(), after.row_objects()
    expected = (old[0], NO_ROW, NO_ROW, old[1], old[2])
    assert all(row is wanted for row, wanted in zip(new, expected, strict=True))


def test_inserted_columns_leave_shorter_rows_as_they_are() -> None:
    before = filled("a b", "c", "d e f")
    after = before.copy()
    after.move_cells(Insert(False, 1, 1))
    assert text(after) == ["a . b .", "c . . .", "d . e f"]
    assert after.row_objects()[1] is before.row_objects()[1]


def test_an_original_that_is_written_to_after_a_copy_leaves_the_copy_alone() -> None:
    original = filled("a b")
    twin = original.copy()
    original.put(0, 0, Cell("changed"))
    original.put(4, 4, Cell("new"))
    assert text(twin) == ["a b"]


def test_a_cell_with_only_a_value_is_held_as_that_value() -> None:
    sheet = grid_sheet(0, "Sheet1", 10, 10)
    for column, cell in enumerate([Cell("a"), Cell(2.5), Cell(True), Cell(1, note="n")]):
        sheet.put(0, column, cell)
    assert sheet.row_objects()[0] == ("a", 2.5, True, Cell(1, note="n"))


def test_rows_are_lists_only_while_they_are_written_to() -> None:
    sheet = filled("a b", "c")
    assert all(type(line) is tuple for line in sheet.row_objects())
    sheet.put(1, 1, Cell("d"))
    twin = sheet.copy()
    assert [line for _, line in twin.lines(Rect())] == [("a", "b"), ("c", "d")]
    sheet.put(1, 1, Cell("e"))
    sheet.move_cells(Insert(True, 0, 1))
    assert [line for _, line in sheet.lines(Rect())] == [(), ("a", "b"), ("c", "e")]


def test_a_whole_number_is_held_as_one() -> None:
    sheet = grid_sheet(0, "Sheet1", 10, 10)
    bold = {"textFormat": {"bold": True}}
    for column, cell in enumerate([Cell(2.0), Cell(-0.0), Cell(3.0, format=bold), Cell(1e15)]):
        sheet.put(0, column, cell)
    assert repr([cell.value for _, _, cell in sheet.cells()]) == "[2, 0, 3, 1000000000000000.0]"


def test_lines_are_the_parts_of_rows_within_a_block() -> None:
    sheet = filled("a b c", ". . .", "d")
    assert [(n, list(line)) for n, line in sheet.lines(Rect(0, 1, None, 3))] == [
        (0, ["b", "c"]),
        (1, []),
        (2, []),
    ]


def test_a_whole_row_is_replaced() -> None:
    sheet = filled("a b", "c d")
    sheet.put_row(3, ["x", None, "z", None])
    sheet.put_row(0, [])
    assert text(sheet) == [". . .", "c d .", ". . .", "x . z"]
    sheet.put_row(3, [])
    assert sheet.extent() == (2, 2)


def test_writing_one_cell_to_a_copy_of_a_book_copies_one_row() -> None:
    book = Book("id", "Title", sheets=[filled("a b", "c d"), filled("e")])
    version = book.copy()
    version.put(version.sheets[0], 0, 0, Cell("changed"))
    assert version.sheets[1].row_objects() is book.sheets[1].row_objects()
    assert version.sheets[0].row_objects()[1] is book.sheets[0].row_objects()[1]
    assert text(book.sheets[0]) == ["a b", "c d"]


def test_true_is_not_taken_for_one() -> None:
    book = Book("id", "Title", sheets=[grid_sheet(0, "Sheet1", 9, 9)])
    sheet = book.sheets[0]
    book.put(sheet, 0, 0, Cell(1))
    book.put(sheet, 0, 0, Cell(True))
    assert sheet.at(0, 0).value is True


def test_true_and_one_change_places_when_they_are_sorted() -> None:
    book = Book("id", "Title", sheets=[grid_sheet(0, "Sheet1", 9, 9)])
    sheet = book.sheets[0]
    for row, value in enumerate([True, 1]):
        book.put(sheet, row, 0, Cell(value))
    area = {"sheetId": 0, "endRowIndex": 2, "endColumnIndex": 1}
    requests.apply(book, [{"sortRange": {"range": area, "sortSpecs": [{"dimensionIndex": 0}]}}])
    assert [repr(sheet.at(row, 0).value) for row in (0, 1)] == ["1", "True"]


def test_writing_what_is_there_changes_nothing() -> None:
    book = Book("id", "Title", sheets=[filled("a b")])
    version = book.copy()
    version.put(version.sheets[0], 0, 0, Cell("a"))
    version.seal()
    assert version.sheets[0].row_objects() is book.sheets[0].row_objects()
    assert not version.changes
