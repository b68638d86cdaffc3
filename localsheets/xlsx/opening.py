"""Opens a workbook with openpyxl, its numbers left as they are."""

from __future__ import annotations

import io
import warnings
from typing import Any


def opened(data: bytes, *, rich_text: bool = False) -> Any:
    """An openpyxl workbook. Dates stay the numbers that they are in the file.

    openpyxl's own dates shift the days before March 1900 and end in 9999; a spreadsheet's numbers
    do neither. Its warnings about what it leaves out are not ours.
    """
    from openpyxl.reader.excel import ExcelReader

    class Reader(ExcelReader):
        def read_worksheets(self) -> None:
            workbook: Any = self.wb
            workbook._date_formats = workbook._timedelta_formats = set()
            super().read_worksheets()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = Reader(io.BytesIO(data), rich_text=rich_text)
        reader.read()
        return reader.wb
