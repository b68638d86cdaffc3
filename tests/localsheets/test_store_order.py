"""What of a sequence, and of a tab's rows, is written when it changes: enough, and no more."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from localsheets.state.cells import NO_ROW, Row
from localsheets.store import order, rows
from localsheets.store.order import STEP, STRIDE


class Item:
    """Told from all others by identity."""


def test_what_is_inserted_lies_between_its_neighbours() -> None:
    one, two, new = Item(), Item(), Item()
    made = order.plan([one, two], [STRIDE, 2 * STRIDE], [one, new, two])
    assert made.places == [STRIDE, STRIDE + STRIDE // 2, 2 * STRIDE]
    assert (made.gone, made.written) == ([], [1])


def test_what_is_replaced_takes_its_place_and_what_is_gone_goes() -> None:
    one, two, three, new = Item(), Item(), Item(), Item()
    made = order.plan([one, two, three], [10, 20, 30], [one, new])
    assert made == order.Plan([10, 20], [30], [1])


def test_many_insertions_above_a_total_and_below_a_heading_find_room() -> None:
    head, total = Item(), Item()
    items, places = [head, total], order.fresh(2)
    for at in [-1] * 150 + [1] * 150:
        new = [*items]
        new.insert(len(items) + at if at < 0 else at, Item())
        made = order.plan(items, places, new)
        assert len(made.written) == 1
        items, places = new, made.places
    assert places == sorted(set(places))
    assert places[-1] - places[-2] > STEP


@st.composite
def histories(draw: st.DrawFn) -> list[list[Row]]:
    """Versions of a tab's rows, each made from the one before as requests do."""
    versions: list[list[Row]] = [[]]
    for number in range(draw(st.integers(1, 8))):
        now = list(versions[-1])
        for _ in range(draw(st.integers(1, 3))):
            at = draw(st.integers(0, len(now)))
            end = draw(st.integers(at, min(len(now), at + 4)))
            kind = draw(st.sampled_from(["put", "insert", "delete", "move", "clear", "far"]))
            if kind == "put":
                now[at:end] = [Row([number]) for _ in range(at, end)]
            elif kind == "insert":
                gap = draw(st.booleans())
                now[at:at] = [NO_ROW if gap else Row([number])] * 1 + [Row([number, 1])]
            elif kind == "delete":
                del now[at:end]
            elif kind == "move":
                band = now[at:end]
                del now[at:end]
                to = draw(st.integers(0, len(now)))
                now[to:to] = band
            elif kind == "clear":
                now[at:end] = [NO_ROW] * (end - at)
            else:
                now += [NO_ROW] * draw(st.integers(0, 5)) + [Row([number, "far"])]
        while now and not now[-1]:
            now.pop()
        versions.append(now)
    return versions


@settings(max_examples=60, deadline=None)
@given(histories())
def test_the_file_has_every_version_and_no_row_is_written_twice(versions: list[list[Row]]) -> None:
    file: dict[int, tuple[int, Row]] = {}
    held = rows.Rows()
    for before, now in pairwise(versions):
        made = rows.change(held, now)
        for place in made.gone:
            del file[place]
        file.update({place: (gap, row) for place, gap, row in made.written})
        held = made.now
        found, places = rows.assembled((p, *file[p]) for p in sorted(file))
        assert len(found) == len(now)
        assert all(one is other for one, other in zip(found, now, strict=True))
        assert places == held.places
        filled, known = [row for row in now if row], {id(row) for row in before}
        assert len(made.written) <= len(filled)
        if all(row is one for row, one in zip(now, before, strict=False)):  # only the end changed
            fresh = sum(id(row) not in known for row in filled)
            assert len(made.written) == fresh


def test_one_row_among_many_is_written_alone() -> None:
    many = [Row([number]) for number in range(1000)]
    held = rows.change(rows.Rows(), many).now
    changed = [*many]
    changed[3] = Row(["new"])
    changed[900] = NO_ROW
    made = rows.change(held, changed)
    assert [row for _, _, row in made.written] == [changed[3], changed[901]]
    assert len(made.gone) == 1
    below = [many[0], Row(["inserted"]), *many[1:]]
    made = rows.change(held, below)
    assert [row for _, _, row in made.written] == [("inserted",)]


def test_where_there_is_no_room_everything_is_numbered_anew() -> None:
    one, two = Row([1]), Row([2])
    held = rows.change(rows.Rows(), [one, two]).now
    held.places[1] = held.places[0] + 1
    made = rows.change(held, [one, Row([3]), two])
    assert made.everything
    assert [row for _, _, row in made.written] == [(1,), (3,), (2,)]
