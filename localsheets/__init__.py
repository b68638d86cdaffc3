"""A Google Sheets API v4 server on this machine, over .xlsx files.

``Workbooks`` holds spreadsheets, ``serving`` runs the server around a block of code, ``run`` runs
it for good. Importing this costs next to nothing; what it needs is imported when it is used.
"""

from __future__ import annotations

from localsheets.errors import WorkbookError
from localsheets.serve import ServeError, Server, run, serving
from localsheets.workbooks import Workbooks

__all__ = ["ServeError", "Server", "WorkbookError", "Workbooks", "run", "serving"]
