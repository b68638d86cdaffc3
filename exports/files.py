"""Files that are there whole or not at all, named so that any machine takes the name."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from model.text import inert

_UNFIT = re.compile(r'[<>:"/\\|?*\s]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 80


class FolderError(Exception):
    """A folder cannot be written in: the message says which, why, and what to do."""


def file_name(*parts: str) -> str:
    """A file's name, without its ending, from words that may hold anything."""
    words = (_UNFIT.sub(" ", inert(part)).strip(" .") for part in parts)
    name = " ".join(word[:_LONGEST].strip(" .") for word in words if word) or "reports"
    return f"{name} reports" if _RESERVED.fullmatch(name) else name


def demand_folder(folder: Path) -> None:
    """Make sure that files can be written to a folder; it is made where it is missing.

    Raises:
        FolderError: it cannot be made, is no folder, or nothing can be written in it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".topsheet-"):
            pass
    except (FileExistsError, NotADirectoryError):
        raise FolderError(f"{folder}: is no folder. Name one for the exported files.") from None
    except OSError as problem:
        raise FolderError(_cannot(folder, problem)) from None


@contextmanager
def written_whole(*paths: Path) -> Iterator[tuple[Path, ...]]:
    """Paths to write to; their files take the wanted names together at the end, or none does.

    Raises:
        FolderError: the folder cannot be written in, or is full.
    """
    drafts = tuple(path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}") for path in paths)
    try:
        yield drafts
        for draft, path in zip(drafts, paths, strict=True):
            draft.replace(path)
    except OSError as problem:
        raise FolderError(_cannot(paths[0].parent, problem)) from None
    finally:
        for draft in drafts:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _cannot(folder: Path, problem: OSError) -> str:
    return (
        f"{folder}: nothing can be written there ({problem.strerror or problem})."
        " Choose another folder for the export, or mend its permissions."
    )
