"""Formulas of Google's that ironcalc does not know, or means otherwise: formula, what it gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formats.cell import hyperlink
from localsheets.formulas.conditions import fulfilling
from localsheets.formulas.engine import compute
from localsheets.formulas.syntax import canonical
from localsheets.state.book import Book
from localsheets.state.cell import Cell, CellError, Value
from tests.localsheets.grids import book_of, lines_of, table

DATA = """
    | 1 | ana  | x,y | 10 |
    | 3 | bo   | 1,2 | 20 |
    | 2 | Cleo | z   |    |
    |   | di   |     | 5  |
"""


def given_by(formula: str, locale: str = "en_US") -> str | Value:
    """What a formula in F1 gives: a value, or the text grid of an array; "·" is a blank cell."""
    book = book_of(Data=DATA)
    book.locale = locale
    sheet = book.sheets[0]
    book.put(sheet, 0, 5, Cell(formula=formula))
    compute(book)
    cell = sheet.at(0, 5)
    height, width = cell.outcome.size if cell.outcome else (1, 1)
    if (height, width) == (1, 1) or isinstance(cell.value, CellError):
        return cell.value
    rows = [[sheet.at(row, 5 + col).value for col in range(width)] for row in range(height)]
    return table([["·" if v is None else v for v in row] for row in rows])


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=LET(a,2,b,a*3,a+b)", 8),
        ("=LAMBDA(x,x+1)(4)", 5),
        ("=REDUCE(0,A1:A4,LAMBDA(total,each,total+each))", 6),
        ('=JOIN("-",A1:A3)', "1-3-2"),
        ('=TEXTJOIN(", ",TRUE,UNIQUE(A1:A4))', "1, 3, 2"),
        ('=REGEXMATCH(B1,"^[a-c]n")', True),
        ('=REGEXMATCH(B1,"N")', False),
        ('=REGEXMATCH(B1,"(?i)N")', True),
        ('=REGEXEXTRACT("INT. HOUSE - DAY","- (.*)$")', "DAY"),
        ('=REGEXEXTRACT("page 12a","[0-9]+[a-z]?")', "12a"),
        ('=REGEXREPLACE("1 2 3","([0-9]) ","$1,")', "1,2,3"),
        ("=COUNTUNIQUE(A1:B4)", 7),
        ("=ISBETWEEN(2,1,3)", True),
        ("=ISBETWEEN(3,1,3,TRUE,FALSE)", False),
        ("=ADD(1,2)&CONCAT(3,4)", "334"),
        ("=EQ(1,1)", True),
        ('=TEXT(1234.5,"#,##0.00")', "1,234.50"),
        ('=TEXT(46000,"ddd d mmm yyyy")', "Tue 9 Dec 2025"),
        ('=TEXT(0.256,"0%")', "26%"),
        ('=TEXT("abc","0")', "abc"),
        ("=TO_TEXT(A2)", "3"),
        ("=DOLLAR(-1234.5)", "-$1,234.50"),
        ('=VALUE("$1,200")', 1200),
        ('=DATEVALUE("Jan 2, 2026")', 46024),
        ('=TIMEVALUE("1/2/2026 6:00")', 0.25),
        ('=ISDATE("1/2/2026")', True),
        ('=ISEMAIL("a@b.org")', True),
        ('=ISURL("www.b.org/x")', True),
        ("=EPOCHTODATE(86400)", 25570),
        ('=SWITCH(A2,1,"one",3,"three")', "three"),
        ('=IFS(A1>5,"x",TRUE,"y")', "y"),
        ("=IFERROR(1/0)", None),
        ('=IFERROR(REGEXEXTRACT("a","b"),"none")', "none"),
        ("=IF(A4>0,1,)", None),
        ("=ISERROR(1/0)", True),
        ("=SUM(FILTER(D1:D4,A1:A4>1))", 20),
        ("=SUMPRODUCT((A1:A4>1)*D1:D4)", 20),
        ("=SUMPRODUCT(LEN(B1:B4))", 11),
        ("=INDEX(A1:B4,2,2)", "bo"),
        ("=INDEX(SORT(A1:B4),1,2)", "ana"),
        ('=INDIRECT("B"&2)', "bo"),
        ("=SUM(OFFSET(A1,0,0,3,1))", 6),
        ("=A1:A4*2", 2),
        ("=LEFT(B1:B4,1)", "a"),
        ("=-2^2", 4),
        ("=5%", 0.05),
        ('="a"="A"', True),
        ("=A4=0", True),
        ('=A4=""', True),
        ("=A4", None),
        ("=VLOOKUP(2,A1:D4,4,FALSE)", None),
        ("=VLOOKUP(3,A:D,4,FALSE)", 20),
        ("=N(A4)", 0),
        ("=SPARKLINE(A1:A3)", None),
        ("=AVERAGE.WEIGHTED(A1:A2,A1:A2)", 2.5),
        ('=COUNTIF(B1:B4,"*o")', 2),
        ("=SUM(A1:A;D1:D)", 41),
    ],
)
def test_a_function_gives_a_value(formula: str, value: Value) -> None:
    found = given_by(formula)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("formula", "array"),
    [
        ("=ARRAYFORMULA(A1:A4*2)", "| 2 |\n| 6 |\n| 4 |\n| 0 |"),
        ('=ARRAYFORMULA(IF(A1:A4="","none",ROUND(A1:A4/3,2)))', "|0.33|\n|1|\n|0.67|\n|none|"),
        ("=ARRAYFORMULA(A1:A3&B1:B3)", "|1ana|\n|3bo|\n|2Cleo|"),
        ("=ARRAYFORMULA(LEFT(B1:B3,1))", "|a|\n|b|\n|C|"),
        ('=ARRAYFORMULA(TEXT(A1:A3,"00"))', "|01|\n|03|\n|02|"),
        ("=ARRAYFORMULA(VLOOKUP(A1:A3,A1:B4,2,FALSE))", "|ana|\n|bo|\n|Cleo|"),
        ("=ARRAYFORMULA(SUMIF(A1:A4,A1:A3,D1:D4))", "|10|\n|20|\n|0|"),
        ('=ARRAYFORMULA(IFERROR(1/(A1:A3-1),"-"))', "|-|\n|0.5|\n|1|"),
        ("=ARRAYFORMULA(ROW(A1:A3))", "|1|\n|2|\n|3|"),
        ('=ARRAYFORMULA(SPLIT(C1:C3,","))', "|x|y|\n|1|2|\n|z|·|"),
        ('=SPLIT("a, b;3",",;")', "|a| b|3|"),
        ('=SPLIT("a,,b",",",TRUE,FALSE)', "| a | | b |"),
        ('=REGEXEXTRACT("12-34","([0-9]+)-([0-9]+)")', "|12|34|"),
        ("=FILTER(A1:B4,A1:A4>1)", "|3|bo|\n|2|Cleo|"),
        ("=FILTER(B1:B4,A1:A4>1,D1:D4>0,A1:A4<9)", None),
        ("=UNIQUE(A1:A4)", "|1|\n|3|\n|2|\n|·|"),
        ("=SORT(A1:B4)", "|1|ana|\n|2|Cleo|\n|3|bo|\n|·|di|"),
        ("=SORT(A1:B4,1,FALSE)", "|3|bo|\n|2|Cleo|\n|1|ana|\n|·|di|"),
        ("=SORTN(B1:B4,2,0,1,TRUE)", "|ana|\n|bo|"),
        ("=TRANSPOSE(A1:A3)", "|1|3|2|"),
        ("=FLATTEN(A1:B2)", "|1|\n|ana|\n|3|\n|bo|"),
        ("={1,2;3,4}", "|1|2|\n|3|4|"),
        ("={A1:A2,B1:B2}", "|1|ana|\n|3|bo|"),
        ("={A1:A2;A4}", "|1|\n|3|\n|·|"),
        ("=MAP(A1:A3,LAMBDA(x,x*x))", "|1|\n|9|\n|4|"),
        ("=BYROW(A1:B2,LAMBDA(r,COUNTA(r)))", "|2|\n|2|"),
        ("=BYCOL(A1:B2,LAMBDA(c,COUNT(c)))", "|2|0|"),
        ("=SCAN(0,A1:A3,LAMBDA(t,x,t+x))", "|1|\n|4|\n|6|"),
        ("=MAKEARRAY(2,2,LAMBDA(r,c,r*10+c))", "|11|12|\n|21|22|"),
        ("=SEQUENCE(2,2)", "|1|2|\n|3|4|"),
        ("=INDEX(A1:B4,2)", "|3|bo|"),
        ("=INDEX(A1:B3,0,2)", "|ana|\n|bo|\n|Cleo|"),
        ("=XLOOKUP(3,A1:A4,B1:D4)", "|bo|1,2|20|"),
        ("=HSTACK(A1:A2,D1:D2)", "|1|10|\n|3|20|"),
        ("=CHOOSECOLS(A1:D2,-1,1)", "|10|1|\n|20|3|"),
        ("=ARRAY_CONSTRAIN(A1:D4,1,2)", "|1|ana|"),
        ("=WRAPROWS(A1:A3,2,0)", "|1|3|\n|2|0|"),
        ("=TOROW(A1:A4,1)", "|1|3|2|"),
    ],
)
def test_a_function_gives_an_array(formula: str, array: str | None) -> None:
    found = given_by(formula)
    if array is None:
        assert found == "bo"
    else:
        assert lines_of(str(found)) == lines_of(array)


@pytest.mark.parametrize(
    ("formula", "kind", "message"),
    [
        ("=1/0", "DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero."),
        ("=SUM(A1,1/0)", "DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero."),
        ("=AVERAGE(C1:C2)", "DIVIDE_BY_ZERO", "Evaluation of function AVERAGE caused"),
        ('="x"+1', "VALUE", "Function ADD parameter 1 expects number values. But 'x' is a text"),
        ("=B1*2", "VALUE", "Function MULTIPLY parameter 1 expects number values. But 'ana'"),
        ("=VLOOKUP(9,A1:B4,2,FALSE)", "N_A", "Did not find value '9' in VLOOKUP evaluation."),
        ("=MATCH(9,A1:A4,0)", "N_A", "Did not find value '9' in MATCH evaluation."),
        ("=FILTER(A1:A4,A1:A4>9)", "N_A", "No matches are found in FILTER evaluation."),
        ('=REGEXEXTRACT("a","b")', "N_A", "Function REGEXEXTRACT parameter 2 value"),
        ('=REGEXMATCH("a","(")', "REF", "is not a valid regular expression"),
        ('=REGEXMATCH(5,"5")', "VALUE", "expects text values"),
        ("=IF(1)", "N_A", "Wrong number of arguments to IF. Expected between 2 and 3"),
        ("=SQRT(-1)", "NUM", "Function SQRT parameter 1 value is -1."),
        ("=FOO(1)", "NAME", "Unknown function: 'FOO'."),
        ("=foo", "NAME", "Unknown range name: 'FOO'."),
        ("=Gone!A1", "REF", "Unresolved sheet name 'Gone'."),
        ("=#REF!+1", "REF", "Reference does not exist."),
        ("=SUM(", "ERROR", "Formula parse error."),
        ("=1 2", "ERROR", "Formula parse error."),
        ("=F1", "REF", "Circular dependency detected. To resolve with iterative calculation"),
        ("=SUM(F1:F3)", "REF", "Circular dependency detected."),
        ('=SPLIT(F1,",")', "REF", "Circular dependency detected."),
        ("={1,2;3}", "VALUE", "In ARRAY_LITERAL, an Array Literal was missing values"),
        ('=IMPORTRANGE("a","b")', "NAME", "localsheets cannot compute IMPORTRANGE"),
        ('=GOOGLEFINANCE("X")', "NAME", "localsheets cannot compute GOOGLEFINANCE"),
        ("=SEQUENCE(500)", "REF", "please insert more rows (480)."),
        ("=SEQUENCE(1,20)", "REF", "please insert more columns (15)."),
        ("=LET(f,LAMBDA(x,f(x)),f(1))", "NAME", ""),
        ("=CHOOSE(9,1,2)", "NUM", "Function CHOOSE parameter 1 value is 9."),
    ],
)
def test_an_error_says_what_google_says(formula: str, kind: str, message: str) -> None:
    found = given_by(formula)
    assert isinstance(found, CellError)
    assert (found.type, message in found.message) == (kind, True), found


@pytest.mark.parametrize(
    ("locale", "formula", "value"),
    [
        ("de_DE", "=SUM(A1;A2)", 4),
        ("de_DE", "=1,5*2", 3),
        ("de_DE", "=ROUND(2,345;1)", 2.3),
        ("de_DE", "=SUM(1,2)", 1.2),
        ("de_DE", '=IF(A1=1;"a;b,c";"x")', "a;b,c"),
        ("de_DE", '=SUM(A1,A2)&"1,5"', "41,5"),
        ("fr_FR", '=TEXT(1234,5;"0.0")', "1234,5"),
        ("fr_FR", '="1,5"+1', 2.5),
        ("de_DE", "=SUM({1\\2;3\\4})", 10),
        ("en_US", "=SUM(A1;A2)", 4),
    ],
)
def test_formulas_are_read_by_the_locale(locale: str, formula: str, value: Value) -> None:
    assert given_by(formula, locale) == value


def test_a_formula_is_kept_as_it_was_typed() -> None:
    book = book_of(Data=DATA)
    book.locale = "de_DE"
    book.put(book.sheets[0], 0, 5, Cell(formula='=SPLIT("1;2";";")'))
    compute(book)
    assert book.sheets[0].at(0, 5).formula == '=SPLIT("1;2";";")'


def array_book() -> Book:
    book = book_of(Tab="| 1 |\n| 2 |\n| 3 |")
    book.put(book.sheets[0], 0, 2, Cell(formula="=ARRAYFORMULA(A1:A3*2)"))
    book.put(book.sheets[0], 0, 4, Cell(formula="=SUM(C1:C9)"))
    compute(book)
    return book


def column(book: Book, number: int, height: int = 5) -> list[Value]:
    return [book.sheets[0].at(row, number).value for row in range(height)]


def test_an_array_spreads_and_formulas_see_it() -> None:
    book = array_book()
    assert column(book, 2) == [2, 4, 6, None, None]
    assert book.sheets[0].at(0, 4).value == 12
    assert [book.sheets[0].at(row, 2).entered for row in range(3)] == [True, False, False]
    book.put(book.sheets[0], 1, 0, Cell(10))
    compute(book)
    assert column(book, 2) == [2, 20, 6, None, None]
    assert book.sheets[0].at(0, 4).value == 28


def test_an_array_shrinks_and_grows() -> None:
    book = array_book()
    sheet = book.sheets[0]
    book.put(sheet, 0, 2, Cell(formula="=FILTER(A1:A3,A1:A3>1)"))
    compute(book)
    assert column(book, 2) == [2, 3, None, None, None]
    assert sheet.at(0, 4).value == 5
    book.put(sheet, 0, 0, Cell(7))
    compute(book)
    assert column(book, 2) == [7, 2, 3, None, None]
    assert sheet.at(0, 4).value == 12
    book.put(sheet, 0, 2, Cell("gone"))
    compute(book)
    assert column(book, 2) == ["gone", None, None, None, None]
    assert sheet.at(0, 4).value == 0


def test_an_array_overwrites_nothing() -> None:
    book = array_book()
    sheet = book.sheets[0]
    book.put(sheet, 1, 2, sheet.at(1, 2).but(value="mine"))
    compute(book)
    found = sheet.at(0, 2).value
    assert isinstance(found, CellError)
    assert (found.type, found.message) == (
        "REF",
        "Array result was not expanded because it would overwrite data in C2.",
    )
    assert column(book, 2)[1:] == ["mine", None, None, None]
    book.put(sheet, 1, 2, Cell())
    compute(book)
    assert column(book, 2) == [2, 4, 6, None, None]


def test_formulas_that_look_at_each_other_are_computed_in_turn() -> None:
    book = book_of(Tab="| 4 |")
    sheet = book.sheets[0]
    book.put(sheet, 0, 1, Cell(formula='=TEXT(C1,"0.0")'))
    book.put(sheet, 0, 2, Cell(formula="=D1*2"))
    book.put(sheet, 0, 3, Cell(formula="=VALUE(TO_TEXT(A1))+LET(a,1,a)"))
    book.put(sheet, 0, 4, Cell(formula='=B1&"!"'))
    compute(book)
    assert [sheet.at(0, col).value for col in range(1, 5)] == ["10.0", 10, 5, "10.0!"]


LOOKS = """
    | $1,200 | 1/2/2026 | 10% | 5 | 1/5/2026 |
    | $300   | 12:30    |     | 6 |          |
"""


@pytest.mark.parametrize(
    ("formula", "pattern"),
    [
        ("=A1", '"$"#,##0'),
        ("=A1+D1", '"$"#,##0'),
        ("=D1+A1", '"$"#,##0'),
        ("=A1*D1", '"$"#,##0'),
        ("=A1/D1", '"$"#,##0'),
        ("=A1/A2", ""),
        ("=-A1", '"$"#,##0'),
        ("=SUM(A1:A2)", '"$"#,##0'),
        ("=SUMIF(D1:D2,5,A1:A2)", '"$"#,##0'),
        ('=IF(D1>1,A1,"")', '"$"#,##0'),
        ("=B1", "m/d/yyyy"),
        ("=B1+7", "m/d/yyyy"),
        ("=E1-B1", ""),
        ("=C1", "0%"),
        ("=TODAY()", "m/d/yyyy"),
        ("=NOW()", "m/d/yyyy h:mm:ss"),
        ("=DATE(2026,1,2)", "m/d/yyyy"),
        ("=EDATE(B1,1)", "m/d/yyyy"),
        ("=TIME(1,2,3)", "h:mm:ss am/pm"),
        ("=TO_PERCENT(D1)", "0.00%"),
        ("=TO_DOLLARS(D1)", '"$"#,##0.00'),
        ("=COUNT(A1:A2)", ""),
        ("=D1*2", ""),
        ('=A1&""', ""),
    ],
)
def test_a_result_takes_over_a_number_format(formula: str, pattern: str) -> None:
    book = book_of(Tab=LOOKS)
    book.put(book.sheets[0], 5, 5, Cell(formula=formula))
    compute(book)
    outcome = book.sheets[0].at(5, 5).outcome
    look = (outcome.look if outcome else None) or {}
    assert look.get("pattern", "") == pattern
    assert book.sheets[0].at(5, 5).format is None


@given(st.text("=(){}[]\"'+-*/^&<>%,;:!$#ABab12. \\\x01SUMIF", max_size=25), st.sampled_from(",."))
def test_no_formula_makes_it_fail(text: str, point: str) -> None:
    assert isinstance(canonical(f"={text}", point), str)
    found = given_by(f"={text}")
    assert found is None or isinstance(found, (str, int, float, bool, CellError))


@pytest.mark.parametrize(
    ("formula", "link"),
    [
        ('=HYPERLINK("https://e.org/a","A")', "https://e.org/a"),
        ('=HYPERLINK("https://e.org/"&B1,B1)', "https://e.org/ana"),
        ('=HYPERLINK(JOIN("/","https:","",B1))', "https://ana"),
        ('=HYPERLINK(CONCATENATE("https://e.org/",LOWER(B3)))', "https://e.org/cleo"),
        ("=HYPERLINK(A4)", None),
        ("=HYPERLINK(1/0)", None),
    ],
)
def test_a_computed_address_is_followed(formula: str, link: str | None) -> None:
    book = book_of(Data=DATA)
    sheet = book.sheets[0]
    book.put(sheet, 0, 5, Cell(formula=formula))
    compute(book)
    assert hyperlink(sheet.at(0, 5)) == link


def test_a_computed_address_changes_with_its_cells() -> None:
    book = book_of(Data='| x | =A1&"y" | =HYPERLINK("https://e.org/"&B1,"there") |')
    sheet = book.sheets[0]
    book.put(sheet, 0, 0, Cell("z"))
    compute(book)
    assert hyperlink(sheet.at(0, 2)) == "https://e.org/zy"
    assert sheet.at(0, 2).value == "there"


def test_a_condition_knows_its_own_place() -> None:
    book = book_of(Data=DATA)
    condition = {
        "type": "CUSTOM_FORMULA",
        "values": [{"userEnteredValue": "=AND(ISEVEN(ROW()),COLUMN()=2)"}],
    }
    places = [(row, column) for row in range(4) for column in range(3)]
    assert fulfilling(book, book.sheets[0], condition, places, (0, 0)) == {(1, 1), (3, 1)}
