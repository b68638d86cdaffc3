"""Slicers: addSlicer, updateSlicerSpec. Moved and deleted like any embedded object.

A slicer is kept and answered; its criteria hide no rows of the grid.
"""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import closed_range, located, take_id, updated
from localsheets.requests.criteria import check_criteria
from localsheets.requests.embedded import find, placed
from localsheets.state.book import Book
from localsheets.wire.errors import bad

Json = dict[str, Any]


def add(book: Book, request: Json) -> Json:
    """Put a slicer over a grid."""
    given = request.get("slicer", {})
    number = take_id(book, "slicerId", given.get("slicerId"), "Slicer")
    spec = _checked(book, given.get("spec", {}))
    position = given.get("position", {})
    if "overlayPosition" not in position:
        raise bad("A slicer can be positioned only on an existing sheet.")
    sheet, position = placed(book, position)
    made = {"slicerId": number, "spec": spec, "position": position}
    sheet.slicers.append(made)
    return {"slicer": made}


def _checked(book: Book, spec: Json) -> Json:
    if "dataRange" not in spec:
        raise bad("spec.dataRange must be specified.")
    sheet, rect = located(book, spec["dataRange"], "spec.dataRange")
    column = spec.get("columnIndex", 0)
    # counted from the data's first column by the documentation, from the tab's by some clients
    if not (0 <= column < rect.width or rect.left <= column < (rect.right or 0)):
        raise bad("Slicer column must be within range bounds")
    check_criteria(book, sheet, spec.get("filterCriteria", {}))
    filled = {"applyToPivotTables": True, "horizontalAlignment": "LEFT", **spec}
    return {**filled, "dataRange": closed_range(book, spec["dataRange"])}


def update_spec(book: Book, request: Json) -> None:
    """Change a slicer's masked fields."""
    _, slicers, place = find(book, request.get("slicerId", 0), "slicer")
    old = slicers[place]
    spec = updated("SlicerSpec", old["spec"], request.get("spec", {}), request.get("fields"))
    slicers[place] = {**old, "spec": _checked(book, spec)}


HANDLERS = {"addSlicer": add, "updateSlicerSpec": update_spec}
