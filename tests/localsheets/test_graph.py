"""What must be computed anew: no more than depends on a change, and never less."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from localsheets.formulas.dependencies import Names
from localsheets.formulas.engine import compute
from localsheets.formulas.graph import Graph
from localsheets.state.book import Book
from localsheets.state.cell import Cell, Value
from localsheets.state.changes import Changes, Places
from localsheets.state.move import move, settle
from localsheets.wire.axis import Delete, Insert, MoveTo
from tests.localsheets.grids import book_of

CHAIN = """
    | 1 | =A1*2 | =B1+1 |
    | 2 | =A2*2 | =B2+1 |
    | 3 | =A3*2 | =SUM(B1:B3) |
    | 4 | =A4*2 | =SUM(A:A) |
"""


def outdated(book: Book, *changed: str) -> list[str]:
    """The formulas that a change of some cells ("A1") makes out of date."""
    graph, cells = Graph(), Places()
    graph.follow(book, Names(book))
    for name in changed:
        column, row = ord(name[0]) - 65, int(name[1:]) - 1
        cells.setdefault(0, {}).setdefault(column, set()).add(row)
    return [f"{chr(65 + f.column)}{f.row + 1}" for f in graph.outdated(Changes(cells))]


def test_only_what_depends_on_a_change_is_out_of_date() -> None:
    book = book_of(Tab=CHAIN)
    assert outdated(book, "A1") == ["B1", "C1", "C3", "C4"]
    assert outdated(book, "A4") == ["B4", "C4"]
    assert outdated(book, "B2") == ["B2", "C2", "C3"]
    assert outdated(book, "J9") == []


def test_a_formula_that_is_replaced_no_longer_looks() -> None:
    book = book_of(Tab=CHAIN)
    graph, names = Graph(), Names(book)
    graph.follow(book, names)
    book.put(book.sheets[0], 0, 1, Cell(formula="=A2"))
    book.put(book.sheets[0], 1, 1, Cell(7))
    graph.follow(book, names)
    assert [f.text for f in graph.outdated(Changes({0: {0: {0}}}))] == ["=SUM(A:A)"]
    assert [f.text for f in graph.outdated(Changes({0: {0: {1}}}))][:2] == ["=A2", "=B1+1"]


def test_rows_that_did_not_change_are_not_read_again() -> None:
    book = book_of(Tab=CHAIN)
    graph, names = Graph(), Names(book)
    graph.follow(book, names)
    before = dict(graph.formulas)
    book.put(book.sheets[0], 0, 1, Cell(formula="=A1*3"))
    graph.follow(book, names)
    again = {place for place, formula in graph.formulas.items() if formula is not before[place]}
    assert again == {(0, 0, 1)}


HEIGHT, WIDTH = 6, 4
rows, columns = st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1)


@st.composite
def formulas(draw: st.DrawFn, column: int) -> str:
    """A formula that looks to its left, so that none looks at itself."""
    left = chr(65 + draw(st.integers(0, column - 1)))
    one, two = sorted((draw(rows) + 1, draw(rows) + 1))
    return draw(
        st.sampled_from(
            [
                f"={left}{one}+1",
                f"=SUM({left}{one}:{left}{two})",
                f"=SUM({left}:{left})",
                f"=SUM({left}{one}:{left})",
                f"=INDEX({left}:{left},{one})",
                f"=SUM(A{one}:{left}{one})",
                f"=SUBTOTAL(9,{left}1:{left}{two})",
                f"=SUM(Other!{left}{one}:{left}{two})",
                f'=IF(SUM({left}1:{left}20)>9,"much",Other!A{one})',
            ]
        )
    )


@st.composite
def writes(draw: st.DrawFn) -> tuple[int, int, int, Cell]:
    column = draw(columns)
    value = st.one_of(st.none(), st.integers(0, 9), st.sampled_from(["x"])).map(Cell)
    content = value if column == 0 else st.one_of(value, formulas(column).map(_formula))
    return draw(st.integers(0, 1)), draw(rows), column, draw(content)


def _formula(text: str) -> Cell:
    return Cell(formula=text)


shifts = st.one_of(
    st.builds(Insert, st.just(True), rows, st.just(1)),
    st.builds(lambda start: Delete(True, start, start + 1), rows),
    st.builds(lambda start: MoveTo(True, start, start + 1, 0), st.integers(1, HEIGHT)),
    st.builds(Insert, st.just(False), columns, st.just(1)),
)
steps = st.one_of(writes(), writes(), writes(), shifts)


def values(book: Book) -> list[tuple[int, int, Value]]:
    return [(r, c, cell.value) for sheet in book.sheets for r, c, cell in sheet.cells()]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(steps, min_size=1, max_size=6), max_size=6))
def test_after_any_changes_everything_is_as_if_computed_anew(
    batches: list[list[tuple[int, int, int, Cell] | Insert | Delete | MoveTo]],
) -> None:
    book = book_of(Tab="| 1 | =A1+1 |", Other="| 2 |")
    for batch in batches:
        book = book.copy()
        for step in batch:
            if isinstance(step, tuple):
                book.put(book.sheets[step[0]], *step[1:])
            else:
                move(book, book.sheets[0], step)
        settle(book)
        compute(book)
        fresh = book.copy()
        fresh.formula_graph, fresh.changes.everything = None, True
        compute(fresh)
        assert values(book) == values(fresh)
