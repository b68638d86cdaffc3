"""What an account's role lets it do with the Sheets API. Drive's methods ask for themselves."""

from __future__ import annotations

from localsheets.access import USER, owner_of, role_of
from localsheets.api.request import Call
from localsheets.methods import counted, writes
from localsheets.wire.errors import forbidden

WRITERS = ("writer", "owner")


def check(name: str, verb: str, call: Call) -> None:
    """Refuse a call to a spreadsheet that the caller may not read, or not write.

    As recorded, a spreadsheet that is not shared is a 403, one that does not exist a 404.
    """
    if call.account == USER or not counted(name):
        return
    if "id" in call.path:
        _check(call, call.path["id"], write=writes(name, verb) and name != COPY_TO)
    if name == COPY_TO:
        body = call.body()
        target = body.get("destinationSpreadsheetId") if isinstance(body, dict) else None
        if isinstance(target, str):
            _check(call, target, write=True)


COPY_TO = "spreadsheets.sheets.copyTo"
"""Reads one spreadsheet and writes another."""


def _check(call: Call, spreadsheet_id: str, *, write: bool) -> None:
    role = role_of(call.workbooks.file(spreadsheet_id).permissions, call.account)
    if role is None or (write and role not in WRITERS):
        raise forbidden()


def owner(name: str, call: Call) -> str:
    """Who owns the spreadsheet that a call works on; of a new one it is the caller."""
    if call.account == USER or not counted(name) or "id" not in call.path:
        return call.account
    return owner_of(call.workbooks.file(call.path["id"]).permissions)
