"""What the methods of Google's are to each other, told by their names."""

from __future__ import annotations

ASKED_BY_POST = {
    "spreadsheets.getByDataFilter",
    "spreadsheets.values.batchGetByDataFilter",
    "spreadsheets.developerMetadata.search",
}
"""These read; the question is too long for an address."""


def writes(name: str, verb: str) -> bool:
    """Whether a method changes something."""
    return verb != "GET" and name not in ASKED_BY_POST


def counted(name: str) -> bool:
    """Whether the quota of Sheets counts a method; Drive has its own, far wider."""
    return name.startswith("spreadsheets.")
