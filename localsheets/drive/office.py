"""LibreOffice, without a window, for the kinds of file that only it can write or read.

Each conversion has a profile of its own, so that neither a running LibreOffice nor another
conversion is in its way, and ends after :data:`SECONDS`.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from localsheets.wire.errors import ApiError, DriveError

SECONDS = 120
PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


def program() -> str | None:
    """Where LibreOffice is, if it is installed."""
    return next((found for name in PROGRAMS if (found := shutil.which(name))), None)


def converted(data: bytes, source: str, target: str) -> bytes:
    """A file's content in another format, both named by their endings ("xlsx" -> "pdf").

    Raises:
        ApiError: 501 where there is no LibreOffice, 500 where it fails or takes too long.
    """
    found = program()
    if found is None:
        raise DriveError(
            501,
            f"Making .{target} of .{source} needs LibreOffice, which is not on this machine."
            " Install it (https://www.libreoffice.org, or the package libreoffice-calc) so that"
            " the command soffice is found.",
            "notImplemented",
        )
    with tempfile.TemporaryDirectory(prefix="localsheets-") as folder:
        given = Path(folder) / f"file.{source}"
        given.write_bytes(data)
        made = Path(folder) / "out" / f"file.{target}"
        _run(found, given, target, made.parent, Path(folder) / "profile")
        if not made.is_file():
            raise ApiError(500, f"LibreOffice could not make .{target} of this file.")
        return made.read_bytes()


def _run(found: str, given: Path, target: str, out: Path, profile: Path) -> None:
    command = [
        found,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        target,
        "--outdir",
        str(out),
        str(given),
    ]
    try:
        subprocess.run(  # noqa: S603 - a fixed program; every argument is ours
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ApiError(500, f"LibreOffice failed: {error}") from error
