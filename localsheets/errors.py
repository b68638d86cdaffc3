"""What can be wrong with a file."""

from __future__ import annotations


class WorkbookError(Exception):
    """A file that cannot be taken for a workbook, or a spreadsheet that cannot be written."""
