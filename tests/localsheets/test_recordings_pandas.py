"""gspread-pandas' recorded exchanges with Google, replayed on what was there before they began.

They are about files that were there: folders, and somebody else's spreadsheet with protected tabs.
What these were is in the recordings' own first answers, and is made again from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

import localsheets
from tests.localsheets import recordings as recorded

Json = dict[str, Any]

FOLDER = recorded.FOLDER.parent / "gspread-pandas"
FILES = sorted(FOLDER.glob("*.json"))
OWNER, TESTER = "owner@example.org", "tester@example.org"
LEFT_OUT = {
    429: "the quota is tested by itself",
    "/userinfo/v2/me": "who the account is",
}
"""Exchanges that are not replayed, and why."""
THEMELESS = ".spreadsheetTheme: not recorded"
"""The spreadsheet is older than themes."""


@pytest.fixture
def server() -> Iterator[localsheets.Server]:
    """A server with the two accounts of the recordings: the spreadsheet's owner, and the tester."""
    accounts = localsheets.Accounts().add(OWNER, "owner").add(TESTER, "tester")
    with localsheets.serving(localsheets.Workbooks(), accounts=accounts) as running:
        yield running


class Stage:
    """Makes again what a recording's answers show."""

    def __init__(self, server: localsheets.Server) -> None:
        self.server = server
        self.ids: dict[Any, Any] = {"root": "root"}

    def send(self, method: str, path: str, body: Any, who: str = "owner", **params: Any) -> Json:
        answer = requests.request(
            method,
            self.server.url + path,
            json=body,
            params=params,
            headers={"Authorization": f"Bearer {who}"},
            timeout=10,
        )
        answer.raise_for_status()
        found: Json = answer.json()
        return found

    def spreadsheet(self, known: Json, values: dict[str, list[list[str]]]) -> None:
        """The owner's spreadsheet, shared with the tester, its tabs' ids the recorded ones."""
        wanted = {name: known[name] for name in ("properties", "sheets")}
        made = self.send("POST", "/v4/spreadsheets", wanted)
        number = self.ids[known["spreadsheetId"]] = made["spreadsheetId"]
        self.ids |= {
            each["properties"]["sheetId"]: each["properties"]["sheetId"] for each in known["sheets"]
        }
        blocks = [{"range": f"'{title}'!A1", "values": rows} for title, rows in values.items()]
        typed = {"valueInputOption": "USER_ENTERED", "data": blocks}
        self.send("POST", f"/v4/spreadsheets/{number}/values:batchUpdate", typed)
        share = {"role": "writer", "type": "user", "emailAddress": TESTER}
        self.send("POST", f"/drive/v3/files/{number}/permissions", share)

    def files(self, files: list[Json], kind: str) -> None:
        """The tester's files, the newest first, as Drive lists them. A folder that no answer shows
        is Drive's own, and so is here."""
        for file in reversed(files):
            (parent,) = file["parents"]
            body = {"name": file["name"], "mimeType": kind}
            body |= {"parents": [self.ids[parent]]} if parent in self.ids else {}
            made = self.send("POST", "/drive/v3/files", body, "tester")
            self.ids[file["id"]] = made["id"]


def prepared(stage: Stage, exchanges: list[Json]) -> None:
    """What must have been there for these exchanges, by the first answers that show it."""
    seen: set[str] = set()
    for each in exchanges:
        answer, url = each["response"], each["url"]
        if "sheets" in answer and "sheet" not in seen:
            seen.add("sheet")
            stage.spreadsheet(answer, typed(exchanges))
        for kind in ("folder", "spreadsheet"):
            if answer.get("files") and f".{kind}%27" in url and kind not in seen:
                seen.add(kind)
                stage.files(answer["files"], f"application/vnd.google-apps.{kind}")


def typed(exchanges: list[Json]) -> dict[str, list[list[str]]]:
    """What the tabs of the first answer hold: values, and formulas where they were asked for."""
    found: dict[str, list[list[str]]] = {}
    first = next(each["response"] for each in exchanges if "sheets" in each["response"])
    titles = {sheet["properties"]["title"] for sheet in first["sheets"]}
    for each in exchanges:
        block = each["response"].get("range", "").replace("'", "").partition("!")[0]
        if block in titles and block not in found:
            found[block] = [list(row) for row in each["response"]["values"]]
        for part in each["response"].get("valueRanges", []):
            (column,) = part["values"]
            tab = part["range"].replace("'", "").partition("!")[0]
            place = ord(part["range"].partition("!")[2][0]) - ord("A")
            for row, formula in enumerate(column):
                if formula.startswith("="):
                    found[tab][row][place] = formula
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_google_answered_the_same(path: Path, server: localsheets.Server) -> None:
    exchanges = [each for each in recorded.interactions(path) if not left_out(each)]
    stage = Stage(server)
    prepared(stage, exchanges)
    replay = recorded.Replay(server.url, ids=stage.ids)
    replay.session.headers["Authorization"] = "Bearer tester"
    outcomes = replay.run(exchanges)
    differences = [line for line in replay.differences if THEMELESS not in line]
    assert not differences, "\n".join(differences)
    assert not any(outcome.left_out for outcome in outcomes)


def left_out(exchange: Json) -> bool:
    return exchange["status"] in LEFT_OUT or any(
        part in exchange["url"] for part in LEFT_OUT if isinstance(part, str)
    )
