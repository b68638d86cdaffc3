"""findReplace: what is found, what it becomes, what is counted."""

from __future__ import annotations

import pytest
import regex
import requests

import localsheets
from localsheets.formats import javaregex
from localsheets.state.cell import Cell
from tests.localsheets.batches import Json, area, refusal, send
from tests.localsheets.grids import book_of, grid_of, tidy

GRID = """
    | Cat | cat food | 42        |
    | dog | =A1&"cat" | 1/2/2024 |
"""


def replaced(grid: str, **request: object) -> tuple[str, Json]:
    book = book_of(Tab=grid, Other="| cat |")
    scope = request.keys() & {"range", "sheetId", "allSheets"}
    wanted = {**({} if scope else {"sheetId": 0}), **request}
    (reply,) = send(book, {"findReplace": wanted})
    return grid_of(book, book.sheets[0], formulas=True), reply["findReplace"]


@pytest.mark.parametrize(
    ("request_", "expected", "counts"),
    [
        (
            {"find": "cat", "replacement": "cow"},
            '| cow | cow food | 42 |\n| dog | =A1&"cat" | 1/2/2024 |',
            {"valuesChanged": 2, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 2},
        ),
        (
            {"find": "cat", "replacement": "cow", "matchCase": True, "includeFormulas": True},
            '| Cat | cow food | 42 |\n| dog | =A1&"cow" | 1/2/2024 |',
            {
                "valuesChanged": 1,
                "formulasChanged": 1,
                "rowsChanged": 2,
                "sheetsChanged": 1,
                "occurrencesChanged": 2,
            },
        ),
        (
            {"find": "cat", "replacement": "cow", "matchEntireCell": True, "allSheets": True},
            '| cow | cat food | 42 |\n| dog | =A1&"cat" | 1/2/2024 |',
            {"valuesChanged": 2, "rowsChanged": 2, "sheetsChanged": 2, "occurrencesChanged": 2},
        ),
        (
            {"find": "(\\w+) food", "replacement": "food for a $1", "searchByRegex": True},
            '| Cat | food for a cat | 42 |\n| dog | =A1&"cat" | 1/2/2024 |',
            {"valuesChanged": 1, "rowsChanged": 1, "sheetsChanged": 1, "occurrencesChanged": 1},
        ),
        (
            {"find": "2", "replacement": "3", "range": area("C1:C2")},
            '| Cat | cat food | 43 |\n| dog | =A1&"cat" | 1/3/3034 |',
            {"valuesChanged": 2, "rowsChanged": 2, "sheetsChanged": 1, "occurrencesChanged": 4},
        ),
        ({"find": "bird", "replacement": "x"}, GRID, {}),
        ({"find": "c.t", "replacement": "x"}, GRID, {}),
    ],
    ids=[
        "any case",
        "case and formulas",
        "whole cells",
        "regex",
        "numbers and dates",
        "none",
        "a dot",
    ],
)
def test_what_is_found_is_replaced_and_counted(request_: Json, expected: str, counts: Json) -> None:
    assert replaced(GRID, **request_) == (tidy(expected), counts)


def test_googles_own_example_of_a_regular_expression() -> None:
    found, _ = replaced(
        "| Google Sheets |\n| Google Docs |",
        find="o.* (.*)",
        replacement="$1 Rocks",
        searchByRegex=True,
    )
    assert found == tidy("| GSheets Rocks |\n| GDocs Rocks |")


def test_a_text_that_becomes_a_number_is_one() -> None:
    book = book_of(Tab="| 1,200 USD |")
    send(book, {"findReplace": {"find": " USD", "sheetId": 0}})
    assert book.sheets[0].at(0, 0).value == 1200


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        ({"find": "", "allSheets": True}, "must not be empty"),
        ({"find": "a"}, "Exactly one of range, sheetId and allSheets"),
        ({"find": "a", "allSheets": True, "sheetId": 0}, "Exactly one of"),
        ({"find": "(", "searchByRegex": True, "allSheets": True}, "Invalid regular expression"),
        ({"find": "a", "sheetId": 7}, "No grid with id: 7"),
        (
            {"find": "a", "replacement": "b" * 50_001, "allSheets": True},
            "more than the maximum of 50000 characters",
        ),
        (
            {"find": "a", "replacement": "$3", "searchByRegex": True, "allSheets": True},
            "Invalid replacement",
        ),
    ],
)
def test_refused(request_: Json, words: str) -> None:
    message = refusal(book_of(Tab="| a |"), {"findReplace": request_})
    assert message.startswith("Invalid requests[0].findReplace: ")
    assert words in message


@pytest.mark.parametrize(
    ("java", "text", "found"),
    [
        (r"(?<year>\d{4})", "in 2024", "2024"),
        (r"\Qa.b\E+", "a.bb", "a.bb"),
        (r"\p{Lu}\p{L}+", "an Anna", "Anna"),
        (r"\p{Punct}", "a-b", "-"),
        (r"\p{IsL}+", "1ab2", "ab"),
        (r"[A-Z]++\z", "abCD", "CD"),
    ],
)
def test_java_patterns(java: str, text: str, found: str) -> None:

    match = regex.search(javaregex.pattern(java), text)
    assert match is not None
    assert match[0] == found


def test_java_replacements() -> None:

    pattern = regex.compile(r"(\w)(?P<rest>\w+)")
    for java, expected in (
        ("$2$1", "bca"),
        ("${rest}!", "bc!"),
        (r"\$1", "$1"),
        ("$10", "a0"),
        (r"a\\b", r"a\b"),
    ):
        assert pattern.sub(javaregex.replacement(java, pattern), "abc") == expected


def test_a_pattern_that_never_ends_is_given_up() -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("book")
    text = "a" * 40 + "b"
    workbooks.change("book", lambda copy: copy.put(copy.sheets[0], 0, 0, Cell(text)))
    find = {"find": "(a|aa)+$", "replacement": "", "searchByRegex": True, "allSheets": True}
    with localsheets.serving(workbooks, limits=localsheets.Limits(seconds=0.5)) as running:
        address = f"{running.url}/v4/spreadsheets/book:batchUpdate"
        late = requests.post(address, json={"requests": [{"findReplace": find}]}, timeout=9)
    assert late.status_code == 504
    assert workbooks.read("book").sheets[0].at(0, 0).value == text
