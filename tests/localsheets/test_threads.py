"""Several threads at one store: nobody sees half a batch, no change is lost, nobody waits long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from localsheets import Workbooks
from localsheets.state.book import Book
from localsheets.state.cell import Cell
from localsheets.state.move import move
from localsheets.wire.axis import Insert
from localsheets.wire.errors import ApiError

HEIGHT, WIDTH, TURNS = 40, 5, 30
PATIENCE = 30.0


def fill(number: int) -> Callable[[Book], None]:
    """A batch that writes one number to every cell of a block, and a row before it."""

    def work(book: Book) -> None:
        sheet = book.sheets[0]
        for row in range(HEIGHT):
            for column in range(WIDTH):
                book.put(sheet, row, column, Cell(number))
        book.put(sheet, 0, WIDTH, Cell(formula=f"=A{HEIGHT}"))

    return work


def add_one(book: Book) -> None:
    """A batch that reads what it writes."""
    sheet = book.sheets[0]
    value = sheet.at(0, 0).value
    book.put(sheet, 0, 0, Cell((value if isinstance(value, int) else 0) + 1))


def numbers(book: Book) -> set[object]:
    """All values of the block, and of the formula that looks at its last row."""
    return {cell.value for _, _, cell in book.sheets[0].cells()}


def test_a_reader_never_sees_half_a_batch() -> None:
    workbooks = Workbooks()
    own_id = workbooks.create("Budget").id
    workbooks.change(own_id, fill(0))
    done = threading.Event()

    def read() -> list[set[object]]:
        seen = []
        while not done.is_set():
            seen.append(numbers(workbooks.read(own_id)))
        return seen

    with ThreadPoolExecutor(3) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        for number in range(TURNS):
            workbooks.change(own_id, fill(number))
        done.set()
        seen = [found for reader in readers for found in reader.result(PATIENCE)]
    assert seen
    assert {len(found) for found in seen} == {1}


def test_what_was_read_stays_as_it_was() -> None:
    workbooks = Workbooks()
    own_id = workbooks.create("Budget").id
    workbooks.change(own_id, fill(1))
    before = workbooks.read(own_id)
    workbooks.change(own_id, fill(2))
    workbooks.change(own_id, lambda book: move(book, book.sheets[0], Insert(True, 0, 1)))
    assert numbers(before) == {1}
    assert before.sheets[0].extent() == (HEIGHT, WIDTH + 1)


def test_no_change_is_lost_between_two_writers() -> None:
    workbooks = Workbooks()
    own_id = workbooks.create("Budget").id
    with ThreadPoolExecutor(4) as pool:
        for turn in [pool.submit(workbooks.change, own_id, add_one) for _ in range(100)]:
            turn.result(PATIENCE)
    assert workbooks.read(own_id).sheets[0].at(0, 0).value == 100


def test_each_change_is_answered_with_what_it_made() -> None:
    workbooks = Workbooks()
    own_id = workbooks.create("Budget").id
    with ThreadPoolExecutor(4) as pool:
        turns = [pool.submit(workbooks.changed, own_id, add_one) for _ in range(50)]
        made = [turn.result(PATIENCE)[1].sheets[0].at(0, 0).value for turn in turns]
    assert sorted(map(str, made)) == sorted(map(str, range(1, 51)))


def test_a_slow_change_holds_up_no_reader_and_no_other_spreadsheet() -> None:
    workbooks = Workbooks()
    slow, other = workbooks.create("Slow").id, workbooks.create("Other").id
    begun, finish = threading.Event(), threading.Event()

    def wait(book: Book) -> None:
        add_one(book)
        begun.set()
        assert finish.wait(PATIENCE)

    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(workbooks.change, slow, wait)
        assert begun.wait(PATIENCE)
        assert workbooks.read(slow).sheets[0].at(0, 0).value is None
        workbooks.change(other, add_one)
        workbooks.create("A third")
        assert len(workbooks.files()) == 3
        finish.set()
        turn.result(PATIENCE)
    assert workbooks.read(slow).sheets[0].at(0, 0).value == 1


def test_a_change_that_waited_while_its_spreadsheet_was_deleted_finds_nothing() -> None:
    workbooks = Workbooks()
    own_id = workbooks.create("Budget").id
    waiting = threading.Event()

    class Lock:
        """Tells when the change has come as far as the lock, and lets others delete meanwhile."""

        def __enter__(self) -> None:
            waiting.set()
            assert deleted.wait(PATIENCE)

        def __exit__(self, *_: object) -> None:
            pass

    deleted = threading.Event()
    entry = workbooks.entry(own_id)
    lock, entry.lock = entry.lock, Lock()  # type: ignore[assignment]
    with ThreadPoolExecutor(1) as pool:
        change = pool.submit(workbooks.change, own_id, add_one)
        assert waiting.wait(PATIENCE)
        entry.lock = lock
        workbooks.delete(own_id)
        workbooks.create("Another", own_id)
        deleted.set()
        with pytest.raises(ApiError, match="not found"):
            change.result(PATIENCE)
    assert workbooks.read(own_id).sheets[0].extent() == (0, 0)


def test_a_refused_change_leaves_nothing_and_holds_nothing() -> None:
    workbooks = Workbooks()
    own_id = workbooks.create("Budget").id

    def refuse(book: Book) -> None:
        add_one(book)
        raise ApiError(400, "refused")

    with pytest.raises(ApiError, match="refused"):
        workbooks.change(own_id, refuse)
    assert workbooks.read(own_id).sheets[0].extent() == (0, 0)
    workbooks.change(own_id, add_one)
