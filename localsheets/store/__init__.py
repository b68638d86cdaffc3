"""Spreadsheets in one SQLite file: what is acknowledged is on disk, whatever happens next.

A change is written in one transaction before anybody sees it, and what is written grows with the
change, not with the spreadsheet. The file belongs to one process at a time.
"""

from __future__ import annotations

from localsheets.store.store import Store

__all__ = ["Store"]
