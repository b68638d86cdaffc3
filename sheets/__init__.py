"""Google Sheets: pull (read), plan (what to write, as data), push (send it).

The only room with gspread, and it knows nothing of film: it moves grids in and reports out.
"""

from sheets.address import address_of, spreadsheet_id
from sheets.answer import Mismatch
from sheets.client import Client, connect
from sheets.credentials import Account
from sheets.credentials import load as load_credentials
from sheets.errors import (
    AnswerLost,
    BadCredentials,
    NoAccess,
    NoSuchSpreadsheet,
    QuotaExhausted,
    Refused,
    SheetsError,
    Superseded,
    Unavailable,
    Unreachable,
)
from sheets.own_lines import OwnLine, own_lines
from sheets.patience import Patience
from sheets.plan import Plan, plan
from sheets.planning.summary import Summary
from sheets.pull import pull
from sheets.push import Outcome, push
from sheets.write import write

__all__ = [
    "Account",
    "AnswerLost",
    "BadCredentials",
    "Client",
    "Mismatch",
    "NoAccess",
    "NoSuchSpreadsheet",
    "Outcome",
    "OwnLine",
    "Patience",
    "Plan",
    "QuotaExhausted",
    "Refused",
    "SheetsError",
    "Summary",
    "Superseded",
    "Unavailable",
    "Unreachable",
    "address_of",
    "connect",
    "load_credentials",
    "own_lines",
    "plan",
    "pull",
    "push",
    "spreadsheet_id",
    "write",
]
