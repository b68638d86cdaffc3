"""A file as Drive sees it: a spreadsheet or a folder, with its times, permissions and comments."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from localsheets.access import owned_by
from localsheets.state.book import Book

Json = dict[str, Any]

FOLDER = "application/vnd.google-apps.folder"


@dataclass(slots=True)
class Entry:
    """A file in the store: a spreadsheet (or a folder, whose book has no tabs), as Drive sees it.

    Its JSON parts are plain JSON in Drive's form; they are replaced, never changed in place.
    """

    book: Book
    original: bytes | None = None
    """The imported file's content, so that a copy can be made even if the file is gone."""
    source_ids: dict[str, int] = field(default_factory=dict)
    """Title of a tab in the file -> its sheetId here, so that an export finds it again."""
    created: datetime = field(default_factory=lambda: datetime.now(UTC))
    modified: datetime = field(default_factory=lambda: datetime.now(UTC))
    permissions: list[Json] = field(default_factory=owned_by)
    """Drive's permissions: ``{"id", "type", "role", "emailAddress" or "domain"}``. An account's
    role is :func:`localsheets.access.role_of` of this list and the account's address: the
    strongest role (owner, writer, commenter, reader) of all that match it, or ``None``."""
    drive: Json = field(default_factory=dict)
    """What else was written of Drive's File: mimeType (of a folder), parents, starred, trashed,
    description, properties, appProperties."""
    comments: list[Json] = field(default_factory=list)
    """Drive's comments, oldest first."""
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    """Held by whoever changes the file; the same for all versions of an entry."""

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.drive.get("mimeType") == FOLDER
