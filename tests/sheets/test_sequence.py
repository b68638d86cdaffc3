"""Rows kept, moved, deleted and inserted: the requests bring about what was arranged."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheets.planning.sequence import Item, arrange, edits, follow, moves, runs


def named(items: tuple[Item[str], ...]) -> str:
    return " ".join(item.name or f"({item.old})" for item in items)


@pytest.mark.parametrize(
    ("old", "wanted", "arranged", "followed"),
    [
        ("", "a b", "a b", "a b"),
        ("a c", "a b c", "a b c", "a b c"),
        ("a b c", "a c", "a c", "a c"),
        ("c b a", "a b c", "c b a", "a b c"),
        ("c b a", "a x b y c", "c b y a x", "a x b y c"),
        ("a . b", "b a", "a (1) b", "b a (1)"),
        (". a b .", "b n a", "(0) a b n (3)", "(0) b n a (3)"),
        ("a K b", "b a", "a K b", "b a K"),
        ("a b", "", "", ""),
    ],
)
def test_arrangements(old: str, wanted: str, arranged: str, followed: str) -> None:
    """ "." is a person's own row; capitals are rows of ours that hold words."""
    standing = [None if name == "." else name for name in old.split()]

    def removable(place: int) -> bool:
        name = standing[place]
        return name is not None and name.islower()

    assert named(arrange(standing, wanted.split(), removable)) == arranged
    assert named(follow(standing, wanted.split(), removable)) == followed


def test_the_fewest_moves() -> None:
    assert moves([1, 2, 3, 0]) == [(0, 4)]
    assert moves([3, 0, 1, 2]) == [(3, 0)]
    assert moves([0, 1, 2]) == []
    assert len(moves([4, 3, 2, 1, 0])) == 4


def test_runs() -> None:
    assert runs([1, 2, 5]) == [(1, 3), (5, 6)]
    assert runs([]) == []


def performed(rows: list[Any], requests: list[dict[str, Any]]) -> list[Any]:
    """What Google's documentation says that these requests do; new rows are None."""
    for request in requests:
        ((kind, body),) = request.items()
        if kind == "deleteDimension":
            del rows[body["range"]["startIndex"] : body["range"]["endIndex"]]
        elif kind == "insertDimension":
            start, end = body["range"]["startIndex"], body["range"]["endIndex"]
            assert start < len(rows), "Google inserts before a row that there is"
            rows[start:start] = [None] * (end - start)
        elif kind == "appendDimension":
            rows += [None] * body["length"]
        else:
            source, before = body["source"]["startIndex"], body["destinationIndex"]
            row = rows[source]
            rows.insert(before, row)
            del rows[source if source < before else source + 1]
    return rows


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.lists(st.integers(0, 8), max_size=3),
    st.sampled_from([arrange, follow]),
)
def test_the_requests_bring_about_the_arrangement(
    old: list[str], wanted: list[str], own_rows: list[int], how: Any
) -> None:
    standing: list[str | None] = list(old)
    for place in own_rows:
        standing.insert(place, None)

    final = how(standing, wanted, lambda place: place % 2 == 0)

    assert performed(list(range(len(standing))), edits(1, "ROWS", len(standing), final)) == [
        item.old for item in final
    ]
    names = [item.name for item in final]
    assert all(names.count(name) == 1 for name in wanted)
    assert names.count(None) == standing.count(None), "a person's own row is never lost"
    if how is follow:
        assert [name for name in names if name in wanted] == wanted
