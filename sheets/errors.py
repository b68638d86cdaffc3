"""What can go wrong between us and Google, each with a message that says what to do.

These are troubles of the world (access, network, quota), never of a production's data.
"""

# ruff: noqa: N818  # NoAccess says what happened; NoAccessError says it twice

from __future__ import annotations


class SheetsError(Exception):
    """Any trouble with Google Sheets, or with the local server in its place."""


class BadCredentials(SheetsError):
    """There are no usable credentials, or Google does not accept them."""


class NoAccess(SheetsError):
    """The account may not see or edit the spreadsheet (403)."""


class NoSuchSpreadsheet(SheetsError):
    """No spreadsheet has that id (404)."""


class QuotaExhausted(SheetsError):
    """Google's quota stayed used up for as long as we were willing to wait (429)."""


class Unreachable(SheetsError):
    """No connection: the network, a proxy, or a server that does not run."""


class Refused(SheetsError):
    """Google understood the request and refused it (400); the message carries its text."""


class Unavailable(SheetsError):
    """The service kept failing on its side (5xx), after every try."""


class AnswerLost(SheetsError):
    """A write was sent and its answer never came: it may or may not have been applied.

    Only a look at the spreadsheet can tell, so the request is never simply sent again.
    """


class Superseded(SheetsError):
    """Another run wrote first, or ours did not land: read the spreadsheet again and plan afresh."""
