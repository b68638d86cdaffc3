"""A Google Sheets API v4 server on this machine, over .xlsx files.

``Workbooks`` holds spreadsheets, ``serving`` runs the server around a block of code, ``run`` runs
it for good. Importing this costs next to nothing; what it needs is imported when it is used.
"""

from __future__ import annotations

import logging

from localsheets.accounts import Accounts
from localsheets.errors import ServeError, StoreError, WorkbookError
from localsheets.faults import Fault, Quota
from localsheets.keys import service_account_key
from localsheets.serve import run, serving
from localsheets.server import Limits, Server
from localsheets.workbooks import Workbooks

__all__ = [
    "Accounts",
    "Fault",
    "Limits",
    "Quota",
    "ServeError",
    "Server",
    "StoreError",
    "WorkbookError",
    "Workbooks",
    "run",
    "service_account_key",
    "serving",
]

# quiet unless the program that uses this wants to hear: what cannot be computed is logged here
logging.getLogger("localsheets").addHandler(logging.NullHandler())
