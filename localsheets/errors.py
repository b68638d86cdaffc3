"""What can be wrong with a file, or with starting."""

from __future__ import annotations


class WorkbookError(Exception):
    """A file that cannot be taken for a workbook, or a spreadsheet that cannot be written."""


class StoreError(WorkbookError):
    """The store cannot be opened, read or written; the message says why and what to do.

    Over the wire it is a 503: nothing was applied, and the same call may be sent again.
    """


class ServeError(Exception):
    """The server cannot be started; the message says why and what to do."""
