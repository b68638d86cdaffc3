"""Formula templates resolved to A1, against the rows and columns as they will stand.

Reports never part arguments by commas, because what parts them differs by the spreadsheet's locale
(in Germany a semicolon). Nor does this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from model.report import Formula, Ref
from sheets.planning.placement import Placement
from sheets.planning.sequence import runs

_SUM = re.compile(r"SUM\(\{(\d+)\}:\{(\d+)\}\)", re.IGNORECASE)
_RANGE = re.compile(r"\{(\d+)\}:\{(\d+)\}")
_REF = re.compile(r"\{(\d+)\}")


def resolve(formula: Formula, place: Placement) -> str | None:
    """Write a formula's text with cells in place of its refs: ``=SUM(B5:B9)-B12``.

    ``{0}:{1}`` in one column means those lines *of the report*, the two named and all between.
    Where people sorted the tab or put rows of their own in between, a ``SUM`` over them becomes the
    sum of the runs in which they stand: ``(SUM(B5:B7)+SUM(B9:B9))``. Any other function over lines
    that stand apart cannot be said without parting arguments: ``None``, and the figure is written.

    Raises:
        KeyError: a ref names a line or column that the report lacks.
        IndexError: the template has more numbers than refs.
    """
    refs = formula.refs

    def summed(match: re.Match[str]) -> str:
        parts = _blocks(refs[int(match[1])], refs[int(match[2])], place)
        sums = "+".join(f"SUM({part})" for part in parts)
        return sums if len(parts) == 1 else f"({sums})"

    text = _SUM.sub(summed, formula.text)
    for match in _RANGE.finditer(text):
        parts = _blocks(refs[int(match[1])], refs[int(match[2])], place)
        if len(parts) > 1:
            return None
        text = text.replace(match[0], parts[0])
    return _REF.sub(lambda match: place.a1(refs[int(match[1])]), text)


def _blocks(first: Ref, last: Ref, place: Placement) -> list[str]:
    """The blocks in which the lines from ``first`` to ``last`` stand."""
    if first.field != last.field:
        return [f"{place.a1(first)}:{place.a1(last)}"]
    column = place.letters(first.field)
    rows = _rows_between(first.key, last.key, place)
    return [f"{column}{start + 1}:{column}{end}" for start, end in runs(rows)]


def _rows_between(first: str, last: str, place: Placement) -> Sequence[int]:
    """The rows of the lines between two keys of the report's own order, ascending."""
    ends = sorted(place.order.index(place.name_of(key)) for key in (first, last))
    return sorted(place.rows[name] for name in place.order[ends[0] : ends[1] + 1])
