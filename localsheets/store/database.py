"""The SQLite file: opened, locked, told apart from other files; transactions; what went wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from localsheets.errors import StoreError

APPLICATION = 0x4C53_4854
""" "LSHT": tells a store from other SQLite files."""
VERSION = 1
"""Of the tables below. A file of a newer version is refused."""
_MAGIC = b"SQLite format 3\x00"
_SCHEMA = """
CREATE TABLE owners (  -- a file, or a tab of one
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER REFERENCES owners (key) ON DELETE CASCADE,  -- NULL: this is a file
    name TEXT NOT NULL,  -- the file's id, or the tab's sheetId
    place INTEGER NOT NULL  -- of a tab among the file's
);
CREATE UNIQUE INDEX files ON owners (name) WHERE file IS NULL;
CREATE UNIQUE INDEX tabs ON owners (file, name) WHERE file IS NOT NULL;
CREATE TABLE parts (  -- a field of a file or a tab; of a list or a mapping, one item
    owner INTEGER NOT NULL REFERENCES owners (key) ON DELETE CASCADE,
    field TEXT NOT NULL,  -- "Sheet.merges"
    place INTEGER NOT NULL,  -- 0, the place in the list, or the key of the mapping
    body NOT NULL,  -- JSON, or bytes
    PRIMARY KEY (owner, field, place)
) WITHOUT ROWID;
CREATE TABLE rows (
    tab INTEGER NOT NULL REFERENCES owners (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    gap INTEGER NOT NULL,  -- empty rows before it
    cells TEXT NOT NULL,  -- JSON
    PRIMARY KEY (tab, place)
) WITHOUT ROWID;
CREATE TABLE shared (  -- formats and rules that many cells have, by the number that cells give
    file INTEGER NOT NULL REFERENCES owners (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    body TEXT NOT NULL,  -- JSON
    PRIMARY KEY (file, number)
) WITHOUT ROWID;
"""


def connect(path: Path) -> sqlite3.Connection:
    """Open a store for this process alone, making the file where there is none.

    Raises:
        StoreError: no store, of a newer version, open elsewhere, damaged, or not writable.
    """
    _check_path(path)
    try:
        database = sqlite3.connect(path, timeout=0.2, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as error:
        raise failed(path, error) from error
    try:
        _set_up(path, database)
    except sqlite3.Error as error:
        database.close()
        raise failed(path, error) from error
    except BaseException:
        database.close()
        raise
    return database


def _check_path(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder. Give the path of a file to keep spreadsheets in.")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: there is no folder {path.parent}. Make it first.")
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror or error}.") from error
    if head and head != _MAGIC:
        raise StoreError(
            f"{path} is no store of spreadsheets, and is left as it is. Give another path; an .xlsx"
            " workbook is imported, not opened as a store."
        )


def _set_up(path: Path, database: sqlite3.Connection) -> None:
    database.text_factory = bytes
    for pragma in (
        "locking_mode = EXCLUSIVE",  # before the journal's mode: the file is ours alone
        "synchronous = FULL",  # the log is flushed to the disk at each commit
        "fullfsync = ON",  # on macOS, all the way
        "checkpoint_fullfsync = ON",
        "foreign_keys = ON",
        "secure_delete = ON",  # what is deleted is overwritten
    ):
        database.execute(f"PRAGMA {pragma}")
    _check_kind(path, database)
    database.execute("PRAGMA journal_mode = WAL")
    with transaction(path, database):  # takes the lock, which is held until the file is closed
        if not _number(database, "user_version"):
            for statement in _SCHEMA.split(";\n"):
                database.execute(statement)
            database.execute(f"PRAGMA application_id = {APPLICATION}")
            database.execute(f"PRAGMA user_version = {VERSION}")


def _check_kind(path: Path, database: sqlite3.Connection) -> None:
    version = _number(database, "user_version")
    tables = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and _number(database, "application_id") != APPLICATION:
        raise StoreError(
            f"{path} is a SQLite file of another program, and is left as it is. Give another path."
        )
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer version of localsheets (format {version}; this one"
            f" knows {VERSION}). Open it with that version."
        )


def _number(database: sqlite3.Connection, pragma: str) -> int:
    return int(database.execute(f"PRAGMA {pragma}").fetchone()[0])


@contextmanager
def transaction(path: Path, database: sqlite3.Connection) -> Iterator[None]:
    """All that the block writes is on disk when it ends; nothing of it if it fails.

    Raises:
        StoreError: SQLite could not write.
    """
    try:
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("COMMIT")
    except BaseException as error:
        if database.in_transaction:
            database.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error):
            raise failed(path, error) from error
        raise


_WORDS = {
    sqlite3.SQLITE_FULL: "the disk is full. Nothing was changed. Make room, then try again.",
    sqlite3.SQLITE_BUSY: "it is open in another process. Stop that one first, or give another"
    " path.",
    sqlite3.SQLITE_READONLY: "it may not be written to. Check the rights of the file and its"
    " folder.",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened or made. Check the rights of the folder.",
    sqlite3.SQLITE_PERM: "it may not be opened. Check the rights of the file and its folder.",
    sqlite3.SQLITE_IOERR: "the disk failed. Nothing was changed.",
    sqlite3.SQLITE_NOTADB: "it is no store of spreadsheets. Give another path.",
    sqlite3.SQLITE_CORRUPT: "it is damaged. Restore it from a copy; the command sqlite3 can save"
    " what is left with .recover.",
}


def failed(path: Path, error: sqlite3.Error) -> StoreError:
    """What SQLite says, in plain words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return StoreError(f"The store {path}: {_WORDS.get(code, f'{error}.')}")
