"""Requests out of nowhere: valid by the schema, or broken, drawn at random from the schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from localsheets.wire import schema

Json = dict[str, Any]

DEEPEST = 5
SEED_SHEETS = [0, 0, 7, 99, 7, 0]
"""Ids of tabs: the first two exist in the spreadsheet that is asked."""
SEED_OBJECTS = [11, 21, 22, 12, 0, 23, 11]
"""Ids of charts, bands, rules...: the first exists for every kind of object."""
SELDOM = ("dataSource", "dataExecution", "pivotTable", "chipRuns", "filterCriteria")
"""Fields that begin like these are refused whole, and would drown the rest."""


def often(values: Sequence[Any]) -> st.SearchStrategy[Any]:
    """One of the values; one that stands there several times comes up as often."""
    return st.integers(0, len(values) - 1).map(lambda place: values[place])


INDEXES = often([0, 0, 1, 1, 2, 3, 4, 5, 8, 12, 20, -1, 26, 1000, 2**31 - 1])
TEXTS = st.sampled_from(
    [
        *(
            "",
            "a",
            "Sheet1",
            "Data",
            "named",
            "A1",
            "B2:C3",
            "Data!A1:B2",
            "Data!A:A",
            "=A1",
            "=1/0",
        ),
        *("=SUM(A1:A9)", "=Data!B2*2", "=(", "1", "-2.5", "12%", "$3", "2026-03-01", "TRUE", "'x"),
        *(
            "yyyy-mm-dd",
            "#,##0.00;(#,##0)",
            "[Red]0",
            "[",
            "en_US",
            "xx",
            "Etc/GMT",
            "é😀",
            "x" * 300,
        ),
    ]
)
MASKS = often(
    ["*", "*", "title", "userEnteredValue", "userEnteredFormat.textFormat.bold", "nope", "*", "*"]
)
NUMBERS = st.sampled_from([0, 1, -1, 0.5, 1e9, -2.5, 46082, 1e308])
_PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10**10),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXTS,
)
_NESTED = st.lists(_PLAIN, max_size=3) | st.dictionaries(TEXTS, _PLAIN, max_size=3)
ANYTHING = _PLAIN | _NESTED | st.lists(_NESTED, max_size=2)


def message(name: str, depth: int = 0) -> st.SearchStrategy[Json]:
    """A message with some of its fields, each of its type."""
    if name in PLACES:
        return PLACES[name]
    fields = {
        field: kind
        for field, kind in schema.fields_of(name).items()
        if not field.startswith(SELDOM) and (depth < DEEPEST or not _is_deep(kind))
    }
    parts = {field: typed(field, kind, depth + 1) for field, kind in fields.items()}
    one_of = [field for field in UNIONS.get(name, ()) if field in parts]
    likely = {
        field: part
        for field, part in parts.items()
        if field not in one_of and (depth == 0 or field in NEEDED or field.endswith("Id"))
    }
    rest = {field: part for field, part in parts.items() if field not in {*likely, *one_of}}
    return st.builds(
        lambda needed, more, one, left_out: {
            field: part for field, part in {**more, **needed, **one}.items() if field != left_out
        },
        st.fixed_dictionaries(likely),
        _some(rest, 3),
        _one({field: parts[field] for field in one_of}),
        often([*_MOSTLY_NOTHING, *likely, *_MOSTLY_NOTHING]),
    )


_MOSTLY_NOTHING = [""] * 15
"""At both ends: the ends of what is sampled come up more often."""


def _one(parts: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Json]:
    """Exactly one of the fields, now and then two."""
    if not parts:
        return st.just({})
    count = often([1] * 8 + [2] + [1] * 8)
    return count.flatmap(
        lambda size: st.lists(
            st.sampled_from(sorted(parts)), min_size=size, max_size=size, unique=True
        ).flatmap(lambda some: st.fixed_dictionaries({field: parts[field] for field in some}))
    )


def _some(parts: dict[str, st.SearchStrategy[Any]], most: int) -> st.SearchStrategy[Json]:
    if not parts:
        return st.just({})
    names = st.lists(st.sampled_from(sorted(parts)), max_size=most, unique=True)
    return names.flatmap(
        lambda some: st.fixed_dictionaries({field: parts[field] for field in some})
    )


def _is_deep(kind: str) -> bool:
    return schema.is_message(schema.item_of(kind))


NEEDED = {
    *("range", "ranges", "sheetId", "dimension", "spec", "values", "condition", "type", "fields"),
    *("name", "title", "metadataKey", "visibility", "location", "source", "destination", "sources"),
    *("domains", "series", "domain", "sourceRange", "depth", "find", "dataRange", "labels", "data"),
    *("columnIndex", "newSheetName"),
}
"""Fields without which most messages mean nothing."""


UNIONS = {
    "ExtendedValue": ("numberValue", "stringValue", "boolValue", "formulaValue", "errorValue"),
    "ChartSpec": tuple(f for f in schema.fields_of("ChartSpec") if f.endswith("Chart")),
    "ConditionalFormatRule": ("booleanRule", "gradientRule"),
    "DataFilter": ("a1Range", "gridRange", "developerMetadataLookup"),
    "EmbeddedObjectPosition": ("newSheet", "overlayPosition", "sheetId"),
    "DeveloperMetadataLocation": ("spreadsheet", "sheetId", "dimensionRange"),
    "FindReplaceRequest": ("range", "sheetId", "allSheets"),
    "BasicFilter": ("range", "tableId"),
    "FilterView": ("range", "namedRangeId", "tableId"),
    "ProtectedRange": ("range", "namedRangeId", "tableId"),
    "AppendCellsRequest": ("sheetId", "tableId"),
    "AutoFillRequest": ("range", "sourceAndDestination"),
    "BandedRange": ("rowProperties", "columnProperties"),
    "ConditionValue": ("userEnteredValue", "relativeDate"),
}
"""Fields of which just one may be set."""


def _span(low: str, high: str) -> st.SearchStrategy[Json]:
    return st.tuples(st.integers(0, 6), st.integers(1, 5)).map(
        lambda at: {low: at[0], high: at[0] + at[1]}
    )


_TAB = often(SEED_SHEETS).map(lambda number: {"sheetId": number})
_SIDES = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
_WILD = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"), INDEXES
    ),
)
PLACES: dict[str, st.SearchStrategy[Json]] = {
    "GridRange": st.builds(
        lambda tab, rows, columns, wild, odd: {
            **tab,
            **(wild if odd == 3 else {**rows, **columns}),
        },
        _TAB,
        _span("startRowIndex", "endRowIndex"),
        _span("startColumnIndex", "endColumnIndex"),
        _WILD,
        st.integers(0, 7),
    ),
    "DimensionRange": st.builds(
        lambda tab, dimension, span: {**tab, **dimension, **span},
        _TAB,
        st.sampled_from(["ROWS", "COLUMNS"]).map(lambda name: {"dimension": name}),
        _span("startIndex", "endIndex"),
    ),
}
"""Places on the grid, most of which exist."""


def typed(field: str, kind: str, depth: int) -> st.SearchStrategy[Any]:
    """A value of one type, likely to mean something where it stands."""
    if kind[0] == "[":
        few = often([1, 0, 2, 1])
        item = st.deferred(lambda: typed(field, kind[1:-1], depth))
        return few.flatmap(lambda size: st.lists(item, min_size=size, max_size=size))
    if kind[0] == "{":
        inner = typed(field, kind[1:-1], depth)
        return st.dictionaries(st.sampled_from(["0", "1", "x"]), inner, max_size=2)
    if schema.is_message(kind):
        return st.deferred(lambda: message(kind, depth))
    if kind.startswith("enum "):
        names = kind.split()[1:]
        return often(names[1:] + names + names[1:])
    if kind == "int32" and field.lower().endswith("sheetid"):
        return often(SEED_SHEETS)
    if kind == "int32":
        return often(SEED_OBJECTS) if field.endswith("Id") else INDEXES
    if kind == "string" and field.endswith("Id"):
        return often(["11", "x", "11"])
    if kind == "string" and field in ("name", "title", "newSheetName", "metadataKey"):
        return often(["fresh", "a", "named", "Data", "A1", "", "newer"])
    scalars: dict[str, st.SearchStrategy[Any]] = {
        "bool": st.booleans(),
        "string": TEXTS,
        "bytes": TEXTS,
        "mask": MASKS,
        "int64": st.sampled_from(["0", "5", "x"]),
        "double": NUMBERS,
        "float": st.sampled_from([0, 0.5, 1]),
        "any": ANYTHING,
    }
    return scalars[kind]


def request(kinds: list[str]) -> st.SearchStrategy[Json]:
    """One request of one of these kinds."""
    fields = schema.fields_of("Request")
    return st.sampled_from(kinds).flatmap(
        lambda kind: message(fields[kind]).map(lambda content: {kind: content})
    )


@st.composite
def broken(draw: st.DrawFn, whole: st.SearchStrategy[Json]) -> Any:
    """The same with one place replaced, dropped or renamed."""
    value = draw(whole)
    return _spoilt(draw, value)


def _spoilt(draw: st.DrawFn, value: Any) -> Any:
    if isinstance(value, dict) and value and draw(st.integers(0, 3)):
        key = draw(st.sampled_from(sorted(value)))
        rest = {name: part for name, part in value.items() if name != key}
        how = draw(st.integers(0, 5))
        if how == 0:
            return rest
        if how == 1:
            return {**rest, draw(TEXTS): value[key]}
        return {**rest, key: _spoilt(draw, value[key])}
    if isinstance(value, list) and value and draw(st.booleans()):
        return [*value[:-1], _spoilt(draw, value[-1])]
    return draw(ANYTHING)
