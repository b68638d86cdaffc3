"""setDataValidation."""

from __future__ import annotations

from typing import Any

from localsheets.requests.common import located
from localsheets.state.book import Book
from localsheets.wire.errors import bad

Json = dict[str, Any]


def set_data_validation(book: Book, request: Json) -> None:
    """Put a rule on every cell of a range; no rule takes it away."""
    sheet, rect = located(book, request.get("range"))
    rule = request.get("rule")
    if rule is not None and not rule.get("condition", {}).get("type"):
        raise bad("rule.condition must be specified.")
    for row in range(rect.top, rect.bottom or 0):
        for column in range(rect.left, rect.right or 0):
            cell = sheet.at(row, column)
            if cell.validation != rule:
                book.put(sheet, row, column, cell.but(validation=rule))


HANDLERS = {"setDataValidation": set_data_validation}
