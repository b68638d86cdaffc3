"""Functions that give places rather than values: INDEX, OFFSET, INDIRECT, ROW, COLUMN; and those
that look at a cell's format: TO_TEXT, ISDATE."""

from __future__ import annotations

from localsheets.formats.entered import read_value
from localsheets.formats.shown import pattern_of, section_of, shown
from localsheets.formulas.functions.logic import Lazy, Nodes, quiet
from localsheets.formulas.functions.own import check_count
from localsheets.formulas.syntax import Call, Literal
from localsheets.formulas.values import Array, FormulaError, broadcast, number, text, truth
from localsheets.formulas.world import Area, Found, Scope, Walker
from localsheets.state.cell import Cell, CellError, Value
from localsheets.state.references import Reference, cut
from localsheets.wire.a1 import Rect


def _whole(at: Walker, nodes: Nodes, place: int, scope: Scope, name: str) -> int:
    """A number among the arguments, 0 where it is left out."""
    if place >= len(nodes) or nodes[place] == Literal(None):
        return 0
    return int(number(at.single(nodes[place], scope), at.world.place, name, place + 1))


def _index(at: Walker, nodes: Nodes, scope: Scope) -> Found:

    check_count("INDEX", len(nodes), 1, 3)
    block = at.found(nodes[0], scope.within_array(), block=True)
    row, column = (_whole(at, nodes, place, scope, "INDEX") for place in (1, 2))
    if isinstance(block, Area):
        height, width = block.rect.height or 0, block.rect.width or 0
    else:
        block = at.array(nodes[0], scope.within_array())
        height, width = block.height, block.width
    if len(nodes) == 2 and height == 1 and width > 1:
        row, column = 0, row
    if not (0 <= row <= height and 0 <= column <= width):
        raise FormulaError("NUM", _outside(row, height, column, width))
    top, bottom = (row - 1, row) if row else (0, height)
    left, right = (column - 1, column) if column else (0, width)
    if isinstance(block, Area):
        rect = block.rect
        found = Rect(rect.top + top, rect.left + left, rect.top + bottom, rect.left + right)
        area = Area(block.sheet, found)
        return area.sheet.at(found.top, found.left).value if row and column else _spread(area)
    values = Array([line[left:right] for line in block.rows[top:bottom]])
    return values.first if values.height == values.width == 1 else values


def _spread(area: Area) -> Found:
    """A row or column of a block: INDEX gives all of it; one cell is its value."""
    if area.rect.height == area.rect.width == 1:
        return area.sheet.at(area.rect.top, area.rect.left).value
    return area.array()


def _outside(row: int, height: int, column: int, width: int) -> str:
    if not 0 <= row <= height:
        return _limits(2, row, height)
    return _limits(3, column, width)


def _limits(place: int, value: int, most: int) -> str:
    return (
        f"Function INDEX parameter {place} value is {value}. Valid values are between 0 and {most}"
        " inclusive."
    )


def _block(at: Walker, nodes: Nodes, scope: Scope) -> Area:

    found = at.found(nodes[0], scope, block=True)
    if not isinstance(found, Area):
        raise FormulaError("N_A", "Argument must be a range.")
    return found


def _offset(at: Walker, nodes: Nodes, scope: Scope) -> Found:

    check_count("OFFSET", len(nodes), 3, 5)
    area = _block(at, nodes, scope)
    down, right, height, width = (_whole(at, nodes, n, scope, "OFFSET") for n in range(1, 5))
    rect = area.rect
    top, left = rect.top + down, rect.left + right
    moved = Rect(top, left, top + (height or rect.height or 1), left + (width or rect.width or 1))
    sheet = area.sheet
    if (
        top < 0
        or left < 0
        or (moved.bottom or 0) > sheet.row_count
        or (moved.right or 0) > sheet.column_count
    ):
        raise FormulaError("REF", "Function OFFSET evaluates to an out of bounds range.")
    return Area(sheet, moved)


def _indirect(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("INDIRECT", len(nodes), 1, 2)
    name = text(at.single(nodes[0], scope), at.world.place).strip()
    if len(nodes) > 1 and not truth(at.single(nodes[1], scope), "INDIRECT", 2):
        raise FormulaError("NAME", "localsheets cannot compute INDIRECT with R1C1 references.")
    pieces = cut(f"={name}")
    if len(pieces) == 2 and isinstance(pieces[1], Reference):
        return at.area(pieces[1])
    named = at.world.names.ranges.get(name.casefold())
    if named is None:
        raise FormulaError(
            "REF",
            f"Function INDIRECT parameter 1 value is '{name}'. It is not a valid cell/range"
            " reference.",
        )

    sheet, rect = named
    return Area(sheet, rect.clamp(sheet.row_count, sheet.column_count))


def _axis(name: str, *, rows: bool) -> Lazy:
    def function(at: Walker, nodes: Nodes, scope: Scope) -> Found:
        check_count(name, len(nodes), 0, 1)
        if not nodes:
            return (at.row if rows else at.column) + 1
        rect = _block(at, nodes, scope).rect
        if not scope.array:
            return (rect.top if rows else rect.left) + 1
        if rows:
            return Array([[row + 1] for row in range(rect.top, rect.bottom or 0)])
        return Array([[column + 1 for column in range(rect.left, rect.right or 0)]])

    return function


def _cells(at: Walker, nodes: Nodes, scope: Scope) -> list[list[Cell]] | None:
    """The cells that an argument names, ``None`` where it is no reference."""

    found = at.found(nodes[0], scope, block=True)
    if not isinstance(found, Area):
        return None
    rect = found.rect
    if not scope.array:
        row = rect.top if rect.height == 1 else at.row
        column = rect.left if rect.width == 1 else at.column
        rect = Rect(row, column, row + 1, column + 1)
    return [
        [found.sheet.at(row, column) for column in range(rect.left, rect.right or 0)]
        for row in range(rect.top, rect.bottom or 0)
    ]


def _xlookup(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    """XLOOKUP that gives a whole row or column; ironcalc finds the place."""
    check_count("XLOOKUP", len(nodes), 3, 6)
    match = (*nodes[:2], *(nodes[4:] or ()))
    try:
        found = at.single(Call("XMATCH", match), scope)
    except FormulaError as error:
        if error.error.type == "N_A" and len(nodes) > 3 and nodes[3] != Literal(None):
            return at.found(nodes[3], scope)
        if error.error.type == "N_A":
            wanted = text(at.single(nodes[0], scope), at.world.place)
            words = f"Did not find value '{wanted}' in XLOOKUP evaluation."
            raise FormulaError("N_A", words) from None
        raise
    place = int(number(found, at.world.place, "XLOOKUP", 1)) - 1
    block, keys = at.array(nodes[2], scope), at.array(nodes[1], scope)
    lines = (
        [[value] for value in block.columns()[place]] if keys.height == 1 else [block.rows[place]]
    )
    made = Array(lines)
    return made.first if made.height == made.width == 1 else made


def _to_text(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("TO_TEXT", len(nodes), 1, 1)
    cells = _cells(at, nodes, scope)
    if cells is None:
        return broadcast(lambda v: _as_text(at, v, None), [quiet(at, nodes[0], scope)])
    made = Array([[_as_text(at, c.value, c) for c in row] for row in cells])
    return made if scope.array else made.first


def _as_text(at: Walker, value: Value, cell: Cell | None) -> Value:
    if isinstance(value, CellError):
        return value
    look = (cell.format or {}).get("numberFormat") if cell else None
    return shown(value, look, at.world.book.locale)


def _isdate(at: Walker, nodes: Nodes, scope: Scope) -> Found:
    check_count("ISDATE", len(nodes), 1, 1)
    cells = _cells(at, nodes, scope)
    if cells is None:
        return broadcast(lambda v: _is_date(at, v, None), [quiet(at, nodes[0], scope)])
    made = Array([[_is_date(at, c.value, c) for c in row] for row in cells])
    return made if scope.array else made.first


def _is_date(at: Walker, value: Value, cell: Cell | None) -> bool:
    if isinstance(value, str):
        found = read_value(value, at.world.place) if value else None
        kind = ((found.format if found else None) or {}).get("numberFormat", {}).get("type")
        return kind in ("DATE", "DATE_TIME")
    look = (cell.format or {}).get("numberFormat") if cell else None
    section = section_of(value, pattern_of(look, at.world.place))
    return section is not None and section.is_date


LAZY: dict[str, Lazy] = {
    "INDEX": _index,
    "OFFSET": _offset,
    "INDIRECT": _indirect,
    "ROW": _axis("ROW", rows=True),
    "COLUMN": _axis("COLUMN", rows=False),
    "XLOOKUP": _xlookup,
    "TO_TEXT": _to_text,
    "ISDATE": _isdate,
}
