"""What of Google's API is here, and how it is known: ``python -m localsheets.coverage`` writes it.

``coverage.json`` holds what replaying the recorded exchanges showed: for each method and each kind
of request how many exchanges there are and in how many the answer was the same. The tests measure
it wherever the recordings are at hand, and write it anew under ``TOPSHEET_REFRESH=1``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from localsheets.api.routes import ROUTES, Route
from localsheets.requests import HANDLERS
from localsheets.wire import schema

PAGE = Path(__file__).parents[1] / "docs" / "localsheets-coverage.md"
MEASURED = Path(__file__).parent / "coverage.json"

Measured = dict[str, tuple[int, int]]

_HEAD = """<!-- Written by `python -m localsheets.coverage`. -->
# What of the Google Sheets API the local server has

*Verified*: recorded exchanges with Google were replayed, and the local server answered with the
same status and the same JSON; {same} of {all} exchanges do. *Documented*: built from Google's
documentation, with no recording to hold it against. *Refused*: answered with a 501 that names it;
nothing is passed over in silence. How each behaves, and what is doubtful,
stands in [localsheets/README.md](../localsheets/README.md).
"""


def measured() -> Measured:
    """Method or kind -> (exchanges that agree, exchanges replayed)."""
    loaded = json.loads(MEASURED.read_text(encoding="utf-8"))
    return {name: (agree, made) for name, (agree, made) in loaded.items()}


def page() -> str:
    """The whole page, as Markdown."""
    counts = measured()
    same, made = counts["exchanges"]
    sheets = [route for route in ROUTES if route.name.startswith("spreadsheets.")]
    drive = [route for route in ROUTES if not route.name.startswith("spreadsheets.")]
    kinds = sorted(schema.fields_of("Request"))
    parts = [
        _HEAD.format(same=same, all=made),
        f"## Methods of Sheets v4: {_share(_methods(sheets, counts))}\n",
        *_table("Method", _methods(sheets, counts)),
        f"\n## Methods of Drive: {_share(_methods(drive, counts))}\n",
        *_table("Method", _methods(drive, counts)),
        f"\n## Kinds of batchUpdate request: {_share(_kinds(kinds, counts))}\n",
        *_table("Request", _kinds(kinds, counts)),
    ]
    return "\n".join(parts) + "\n"


def _methods(routes: list[Route], counts: Measured) -> list[tuple[str, str]]:
    handled = {route.name: route.handler is not None for route in routes}
    return [(name, _how(name, here, counts)) for name, here in sorted(handled.items())]


def _kinds(kinds: list[str], counts: Measured) -> list[tuple[str, str]]:
    return [(kind, _how(kind, kind in HANDLERS, counts)) for kind in kinds]


def _how(name: str, here: bool, counts: Measured) -> str:
    if not here:
        return "refused"
    agree, made = counts.get(name, (0, 0))
    if not made:
        return "documented"
    if agree == made:
        return f"verified ({made})"
    return f"verified ({agree} of {made})"


def _share(rows: list[tuple[str, str]]) -> str:
    how = [state.split()[0] for _, state in rows]
    return ", ".join(
        f"{how.count(state)} {state}"
        for state in ("verified", "documented", "refused")
        if state in how
    )


def _table(what: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    yield f"| {what} | |\n| --- | --- |"
    for name, state in rows:
        yield f"| `{name}` | {state} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
