"""Whatever stands in a sheet, reading it raises nothing and says where its trouble is."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from model.cell import Block
from model.grid import Grid
from schemas import ISSUES, KINDS, Reading, read
from schemas.headings import Shape
from tests.schemas.reading import PRODUCTION, book, overriding, production

WORKBOOKS = Path(__file__).parents[3] / "shared" / "workbooks"
WORDS = sorted({words for kind in KINDS for f in kind.fields for words in f.headings.split("|")})
VALUES = [
    "2201", "2200 SET DESIGN", "10.10", "1.ANA", "SW", "W", "H", "WF", "/", "Q", "3/2", "Mon",
    "TBD",
    "Tue 3/3", "#REF!", "Loading...", "(350.00)", "1,200-", "GBP 2k", "-", "Total", "GRAND TOTAL",
    "ABOVE THE LINE", "Contingency", "Moreno, Ana", "$2,000/wk", "x", "pending", "a@b.example",
    "\u00a0", "\u200b", "CAMERA DEPARTMENT", "Fringes", "T = Travel", "Legend", "March", "Co.", "",
]  # fmt: skip
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.integers(0, 40),
    st.integers(46000, 46100),
    st.floats(allow_nan=True, allow_infinity=True),
    st.text(max_size=12),
    st.sampled_from(VALUES),
    st.sampled_from(WORDS),
)
GRIDS = st.lists(st.lists(SCALARS, max_size=9), max_size=12)
HEADED = st.builds(
    lambda heading, rows: [heading, *rows],
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=9),
    st.lists(
        st.lists(st.one_of(SCALARS, st.sampled_from(VALUES)), min_size=1, max_size=9), max_size=10
    ),
)
DAYS = st.builds(
    lambda first, rows: [["Cast", *[f"3/{first + n}" for n in range(6)], "Work", "Start"], *rows],
    st.integers(1, 20),
    st.lists(st.lists(st.sampled_from(VALUES), min_size=1, max_size=9), max_size=8),
)


def sound(found: Reading, grid: Grid) -> None:
    """What must hold of any reading."""
    for issue in found.issues:
        assert issue.code in ISSUES
        assert issue.at.tab == grid.tab
        assert issue.message
        assert issue.message.endswith(".")
    for table in found.tables:
        rows = [row for out in table.excluded.values() for row in out]
        assert len(rows) == len(set(rows))
        if table.kind != "dood":
            kept = set(rows) - set(table.excluded.get("special", ()))
            assert not kept & set(table.frame.index)
            assert table.frame.index.is_unique
        for stated in table.stated:
            assert set(stated.covers) <= set(table.frame.index)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(GRIDS, HEADED, DAYS), st.sampled_from(["en_US", "de_DE"]), st.booleans())
def test_no_grid_of_scalars_raises(rows, locale, dated):
    given_ = production(locale=locale) if dated else production(start=None, end=None)
    grid = Grid(
        "Sheet",
        rows,
        merges=(Block(1, 1, 1, 3),),
        hidden_rows=frozenset({2}),
        struck=frozenset({(3, 1), (3, 2)}),
        formats={(2, 1): "0.00", (3, 1): "00-00", (1, 2): "m/d"},
    )
    sound(read(book(grid), given_), grid)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from([kind for kind in KINDS if kind.find is None]))
def test_no_cell_below_a_kinds_own_headings_raises(data, kind):
    heading = [field.headings.split("|")[0] for field in kind.fields]
    cells = st.one_of(SCALARS, st.sampled_from(VALUES))
    row = st.lists(cells, min_size=1, max_size=len(heading))
    rows = data.draw(st.lists(row, min_size=1, max_size=12))
    grid = Grid("Sheet", [heading, *rows], formats={(2, 1): "0.00"})
    found = read(book(grid), overriding(kind=kind.name, header_rows=(1,)))
    assert [table.kind for table in found.tables] == [kind.name]
    sound(found, grid)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(GRIDS, HEADED, DAYS),
    st.sampled_from([None, *(kind.name for kind in KINDS)]),
    st.lists(st.integers(1, 20), max_size=3).map(tuple),
    st.dictionaries(
        st.sampled_from(["account", "name", "element_id", "budget", "total", "nonsense"]),
        st.sampled_from(["A", "B", "C", "ZZ"]),
        max_size=3,
    ),
)
def test_no_settings_of_a_tab_raise(rows, kind, header_rows, columns):
    given_ = overriding(kind=kind, header_rows=header_rows, columns=columns, legend={"T": "TR"})
    grid = Grid("Sheet", rows)
    sound(read(book(grid), given_), grid)


@pytest.mark.parametrize("rows", [[], [[]], [[], [], [None]], [[""]], [["\u200b"]]])
def test_empty_tabs_are_taken_for_nothing(rows):
    found = read(book(Grid("Sheet", rows)), PRODUCTION)
    assert found.tables == ()
    assert [cell.a1 for cell in found.unrecognised] == ["A1"]


def grids(path: Path) -> list[Grid]:
    """A workbook's tabs, as fetched."""
    try:
        workbook = load_workbook(BytesIO(path.read_bytes()), data_only=True)
    except Exception as problem:
        pytest.skip(f"openpyxl does not open it: {type(problem).__name__}")
    return [
        Grid(
            sheet.title,
            [
                [v if isinstance(v, str | int | float | bool | None) else str(v) for v in row]
                for row in sheet.iter_rows(
                    values_only=True,
                    max_row=min(sheet.max_row or 1, 1500),
                    max_col=min(sheet.max_column or 1, 200),
                )
            ],
        )
        for sheet in workbook.worksheets
    ]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(not WORKBOOKS.exists(), reason="the sample workbooks are not on this machine")
@pytest.mark.parametrize("path", sorted(WORKBOOKS.rglob("*.xlsx")), ids=lambda path: path.name)
def test_workbooks_of_other_trades_are_claimed_by_no_kind(path):
    tabs = grids(path)
    found = read(book(*tabs), production(start=date(2026, 1, 1), end=date(2026, 12, 31)))
    assert [(table.kind, table.place.tab) for table in found.tables] == []
    assert len(found.unrecognised) == len(tabs)


def test_every_field_has_headings_and_a_known_shape():
    for kind in KINDS:
        assert len({field.name for field in kind.fields}) == len(kind.fields)
        for field in kind.fields:
            assert isinstance(field.shape, Shape)


def test_reading_refuses_while_pandera_is_switched_off(monkeypatch):
    monkeypatch.setenv("PANDERA_VALIDATION_ENABLED", "False")
    with pytest.raises(RuntimeError, match="PANDERA_VALIDATION_ENABLED"):
        read(book(), PRODUCTION)
