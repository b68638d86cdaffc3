"""QUERY: what is asked of a table of people, and the grid that comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formulas.engine import compute
from localsheets.formulas.query.reader import read
from localsheets.formulas.values import FormulaError
from localsheets.state.cell import Cell, CellError
from tests.localsheets.grids import book_of, lines_of, table

PEOPLE = """
    | Name | Dept    | Pay  | Since      | Full  |
    | Ana  | Camera  | 1000 | 2020-03-05 | TRUE  |
    | Bo   | Sound   | 600  | 2021-07-01 | FALSE |
    | Cleo | Camera  | 800  | 2019-12-31 | TRUE  |
    | di   | Sound   |      | 2021-07-01 | TRUE  |
    | Eve  |         | 400  |            | FALSE |
"""


def asked(query: str, data: str = "A1:E6", headers: str = "") -> str | CellError:
    """The grid that a query gives; "·" is a blank cell. Quotation marks in it are single ones."""
    book = book_of(Data=PEOPLE)
    sheet = book.sheets[0]
    book.put(sheet, 0, 5, Cell(formula=f'=QUERY({data},"{query}"{headers})'))
    compute(book)
    cell = sheet.at(0, 5)
    if isinstance(cell.value, CellError):
        return cell.value
    height, width = cell.outcome.size if cell.outcome else (1, 1)
    rows = [[sheet.at(row, 5 + col).value for col in range(width)] for row in range(height)]
    return table([["·" if v is None or v == "" else v for v in row] for row in rows])


@pytest.mark.parametrize(
    ("query", "grid"),
    [
        ("select A, C where C >= 800", "|Name|Pay|\n|Ana|1000|\n|Cleo|800|"),
        ("SELECT Col1 WHERE Col3 < 800 ORDER BY Col1 DESC", "|Name|\n|Eve|\n|Bo|"),
        ("select `A` where B is null", "|Name|\n|Eve|"),
        ("select A where B is not null and not C > 700", "|Name|\n|Bo|\n|di|"),
        ("select A where B = 'Sound' or C = 400", "|Name|\n|Bo|\n|di|\n|Eve|"),
        ("select A where B <> 'Sound'", "|Name|\n|Ana|\n|Cleo|"),
        ("select A where (B = 'Sound' or C > 900) and E = true", "|Name|\n|Ana|\n|di|"),
        ("select A where (C + 100) / 2 = 350", "|Name|\n|Bo|"),
        ("select A where A contains 'e'", "|Name|\n|Cleo|\n|Eve|"),
        ("select A where A starts with 'C'", "|Name|\n|Cleo|"),
        ("select A where A ends with 'a'", "|Name|\n|Ana|"),
        ("select A where A matches '[A-C].*'", "|Name|\n|Ana|\n|Bo|\n|Cleo|"),
        ("select A where A like '_o%'", "|Name|\n|Bo|"),
        ("select A where A = 'ana'", "|Name|"),
        ("select A where lower(A) = 'ana'", "|Name|\n|Ana|"),
        ("select A where D > date '2020-12-31'", "|Name|\n|Bo|\n|di|"),
        ("select A where D = datetime '2019-12-31 00:00:00'", "|Name|\n|Cleo|"),
        ("select A where year(D) = 2019 and month(D) = 11", "|Name|\n|Cleo|"),
        ("select A where C > 'x'", "|Name|"),
        ("select A order by C", "|Name|\n|di|\n|Eve|\n|Bo|\n|Cleo|\n|Ana|"),
        ("select A order by B desc, A desc", "|Name|\n|di|\n|Bo|\n|Cleo|\n|Ana|\n|Eve|"),
        ("select A limit 2 offset 1", "|Name|\n|Bo|\n|Cleo|"),
        ("select A limit 0", "|Name|"),
        ("limit 1", "|Name|Dept|Pay|Since|Full|\n|Ana|Camera|1000|43895|True|"),
        ("select sum(C), avg(C), count(C), max(C), min(A)",
         "|sum Pay|avg Pay|count Pay|max Pay|min Name|\n|2800|700|4|1000|Ana|"),
        ("select B, count(A), sum(C) group by B",
         "|Dept|count Name|sum Pay|\n|·|1|400|\n|Camera|2|1800|\n|Sound|2|600|"),
        ("select B, max(C) - min(C) group by B order by B desc label max(C)-min(C) 'gap'",
         "|Dept|gap|\n|Sound|0|\n|Camera|200|\n|·|0|"),
        ("select B where B is not null group by B pivot E", None),
        ("select B, sum(C) where B is not null group by B pivot E",
         "|Dept|FALSE|TRUE|\n|Camera|·|1800|\n|Sound|600|·|"),
        ("select sum(C), count(A) pivot E",
         "|FALSE sum Pay|FALSE count Name|TRUE sum Pay|TRUE count Name|\n|1000|2|1800|3|"),
        ("select A, C*2 where C > 900 label A 'who', C*2 'twice'", "|who|twice|\n|Ana|2000|"),
        ("select A where C > 900 label A ''", "Ana"),
        ("select year(D), count(A) where D is not null group by year(D)",
         "|year(Since)|count Name|\n|2019|1|\n|2020|1|\n|2021|2|"),
    ],
)  # fmt: skip
def test_a_query_gives(query: str, grid: str | None) -> None:
    found = asked(query)
    if grid is None:
        assert isinstance(found, CellError)
    else:
        assert not isinstance(found, CellError), found
        assert lines_of(found) == lines_of(grid)


@pytest.mark.parametrize(
    ("data", "headers", "query", "grid"),
    [
        ("A1:C3", ",1", "select A", "|Name|\n|Ana|\n|Bo|"),
        ("A1:B3", "", "select A order by A", "|Ana|\n|Bo|\n|Name|"),
        ("A1:B3", ",0", "select A where A = 'Bo'", "Bo"),
        ("A1:C3", ",2", "select A", "|Name Ana|\n|Bo|"),
        ("A2:C3", "", "select C, A", "|1000|Ana|\n|600|Bo|"),
        ("A2:C3", "", "select sum(C)", "|sum|\n|1600|"),
        ("B1:C3", "", "select C where B = 'Sound'", "|Pay|\n|600|"),
        ("{A1:A3,C1:C3}", "", "select Col2 where Col1 = 'Bo'", "|Pay|\n|600|"),
        ("FILTER(A2:C6,C2:C6>700)", ",0", "select Col1 order by Col3", "|Cleo|\n|Ana|"),
        ("D1:D3", "", "select D", "|Since|\n|43895|\n|44378|"),
    ],
)
def test_headers_and_names(data: str, headers: str, query: str, grid: str) -> None:
    found = asked(query, data, headers)
    assert not isinstance(found, CellError), found
    assert lines_of(found) == lines_of(grid)


def test_what_is_not_of_a_columns_type_is_blank() -> None:
    """The type that most values have is the column's, as Google documents it."""
    assert asked("select C where C is null", "C1:C6", ",0") is not None
    found = asked("select Col1", "{1;2;TRUE;3}", ",0")
    assert lines_of(str(found)) == lines_of("|1|\n|2|\n|·|\n|3|")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("select Z", "NO_COLUMN: Z"),
        ("select a", "NO_COLUMN: a"),
        ("select A where Z = 1", "NO_COLUMN: Z"),
        ("select A, sum(C)", "ADD_COL_TO_GROUP_BY_OR_AGG: A"),
        ("select A group by A", "CANNOT_GROUP_WITHOUT_AGG"),
        ("select sum(A)", "AVG_SUM_ONLY_NUMERIC"),
        ("select A where sum(C) > 1", "CANNOT_BE_IN_WHERE: sum(C)"),
        ("select sum(C) group by sum(C)", "CANNOT_BE_IN_GROUP_BY: sum(C)"),
        ("select B, sum(C) group by B order by A", "COL_IN_ORDER_MUST_BE_IN_SELECT: A"),
        ("select A label B 'x'", "LABEL_COL_NOT_IN_SELECT: B"),
        ("select", "PARSE_ERROR"),
        ("select A where", "PARSE_ERROR"),
        ("select A where B", "PARSE_ERROR"),
        ("select A limit x", "PARSE_ERROR"),
        ("select A; drop", "PARSE_ERROR"),
        ("where A = 1 select A", "PARSE_ERROR"),
        ("select A where D > date '1.2.2020'", "Invalid date literal [1.2.2020]"),
        ("select upper(C)", "upper"),
    ],
)
def test_what_google_refuses_is_refused(query: str, words: str) -> None:
    found = asked(query)
    assert isinstance(found, CellError)
    assert found.type == "VALUE"
    assert found.message.startswith("Unable to parse query string for Function QUERY parameter 2: ")
    assert words in found.message


@pytest.mark.parametrize(
    "query", ["select A format C '0.0'", "select A skipping 2", "options no_values",
              "select millisecond(D)"],
)  # fmt: skip
def test_what_is_not_known_says_so(query: str) -> None:
    found = asked(query)
    assert isinstance(found, CellError)
    assert found.type == "NAME"
    assert "localsheets cannot compute this QUERY" in found.message


def test_no_rows_and_no_labels_are_an_error() -> None:
    found = asked("select A where A = 'nobody'", "A2:C6", ",0")
    assert found == CellError("N_A", "Query completed with an empty output.")


def test_a_query_follows_its_data() -> None:
    book = book_of(Data=PEOPLE)
    sheet = book.sheets[0]
    book.put(sheet, 0, 6, Cell(formula='=QUERY(A:C,"select A where C > 700",1)'))
    compute(book)
    assert [sheet.at(row, 6).value for row in range(4)] == ["Name", "Ana", "Cleo", None]
    book.put(sheet, 2, 2, Cell(900))
    compute(book)
    assert [sheet.at(row, 6).value for row in range(4)] == ["Name", "Ana", "Bo", "Cleo"]


WORDS = [
    *("select", "where", "group", "by", "order", "A", "B", "sum(", ")", "(", ",", "'x'", "1"),
    *("-", "+", "=", "<", "is", "not", "null", "and", "or", "*"),
]


@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=14,
    )
)
def test_any_text_is_read_or_refused(words: list[str]) -> None:
    try:
        read(" ".join(words))
    except FormulaError:
        return


def test_a_query_nested_too_deeply_is_refused() -> None:
    found = asked("select A where " + "(" * 5000 + "A = 1" + ")" * 5000)
    assert isinstance(found, CellError)
