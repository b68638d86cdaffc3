"""The recorded exchanges with Google, replayed: same status, same JSON."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

import localsheets
from localsheets import coverage
from tests.localsheets import recordings as recorded

NAMED = {
    "WorksheetTest.test_auto_resize_columns": "widths come from Google's fonts, to the pixel",
}
"""Recordings with an exchange that may differ, and why."""
FILES = list(recorded.recordings())
absent = pytest.mark.skipif(
    not FILES, reason="the recordings lie beside the project, and are not here"
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_google_answered_the_same(path: Path, server: localsheets.Server) -> None:
    replay = recorded.Replay(server.url)
    replay.run(recorded.interactions(path))
    if path.stem in NAMED:
        assert replay.differences, "this recording agrees by now: take it off the list"
    else:
        assert not replay.differences, "\n".join(replay.differences)


@absent
def test_nearly_every_exchange_agrees_whatever_it_is_about(server: localsheets.Server) -> None:
    counts, left_out = replay_all(server)
    agree, made = counts["exchanges"]
    assert made > 1400
    assert left_out < 0.07 * made
    assert agree >= 0.995 * made
    assert [
        kind for kind, (same, all_) in counts.items() if all_ >= 10 and same < 0.98 * all_
    ] == []
    if os.environ.get("TOPSHEET_REFRESH"):
        lines = [f"{json.dumps(name)}: {json.dumps(counts[name])}" for name in sorted(counts)]
        coverage.MEASURED.write_text("{\n" + ",\n".join(lines) + "\n}\n")
    assert coverage.measured() == counts, "measured anew: run with TOPSHEET_REFRESH=1"


def replay_all(server: localsheets.Server) -> tuple[dict[str, tuple[int, int]], int]:
    """(about what -> (how many agree, how many there are), how many are left out)."""
    agree: Counter[str] = Counter()
    made: Counter[str] = Counter()
    left_out = 0
    for path in FILES:
        for spreadsheet_id in server.workbooks.ids():
            server.workbooks.delete(spreadsheet_id)
        for outcome in recorded.Replay(server.url).run(recorded.interactions(path)):
            left_out += bool(outcome.left_out)
            for kind in () if outcome.left_out else ("exchanges", *outcome.about):
                made[kind] += 1
                agree[kind] += not outcome.differences
    return {kind: (agree[kind], made[kind]) for kind in made}, left_out
