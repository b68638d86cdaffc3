"""The recorded exchanges with Google, replayed: same status, same JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

import localsheets
from tests.localsheets import recordings as recorded

EXCLUDED = {
    "ClientTest.test_access_private_spreadsheet": "a spreadsheet of another user: one user here",
    "ClientTest.test_import_csv": "Drive v2's upload is refused with a 501",
    "ClientTest.test_openall": "lists leftovers of earlier runs that no recording created",
    "WorksheetTest.test_auto_resize_columns": "widths come from Google's fonts, to the pixel",
}
FILES = list(recorded.recordings())


@pytest.mark.skipif(not FILES, reason="the recordings lie beside the project, and are not here")
def test_the_recordings_are_many_and_the_exclusions_are_real() -> None:
    names = {path.stem for path in FILES}
    assert len(names) > 90
    assert names >= EXCLUDED.keys()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_google_answered_the_same(path: Path, server: localsheets.Server) -> None:
    replay = recorded.Replay(server.url)
    replay.run(recorded.interactions(path))
    if path.stem in EXCLUDED:
        assert replay.differences, "this recording agrees by now: take it off the exclusions"
    else:
        assert not replay.differences, "\n".join(replay.differences)
