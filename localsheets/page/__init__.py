"""The page: a spreadsheet as Sheets would show it."""

from __future__ import annotations

from localsheets.api.request import Answer
from localsheets.workbooks import Workbooks


def answer(workbooks: Workbooks, path: str, params: dict[str, str]) -> tuple[str, Answer]:
    """Answer a page's address: (the spreadsheet's id, the page)."""
    raise NotImplementedError
