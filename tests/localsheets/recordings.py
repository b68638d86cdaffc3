"""Replays recorded exchanges with Google: the same calls, the same answers, ids mapped."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests

from localsheets.api import routes

FOLDER = Path(__file__).parents[3] / "shared" / "google-traffic" / "gspread"
IDS = {"id", "spreadsheetId", "sheetId", "sheet_id", "namedRangeId", "protectedRangeId"}
LEFT_OUT = {"createdTime", "modifiedTime"} | {
    "createdDate",
    "modifiedDate",
    "modifiedByMeDate",
    "lastViewedByMeDate",
    "etag",
    "thumbnailLink",
}
"""Times, and seals made of times, are never the same twice."""
FILE = re.compile(r"/(?:spreadsheets|files)/([^/:]+)")
OWNERS = {"users"} | {
    "displayName",
    "emailAddress",
    "embedLink",
    "lastModifyingUserName",
    "ownerNames",
    "permissionId",
}
"""Who made a protected range, or a file: Google's tester there, our one user here."""


@dataclass
class Outcome:
    """How one exchange went: what it was, what differs, or why it is left out."""

    where: str
    about: list[str]
    """The method's name, and for a batchUpdate the kinds of its requests."""
    differences: list[str] = field(default_factory=list)
    left_out: str = ""


@dataclass
class Replay:
    """One recording under replay: recorded ids -> ours, and how each exchange went."""

    url: str
    ids: dict[Any, Any] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    session: requests.Session = field(default_factory=requests.Session)

    def run(self, interactions: list[dict[str, Any]]) -> list[Outcome]:
        with self.session:
            for number, interaction in enumerate(interactions):
                self.step(number, interaction)
        return self.outcomes

    @property
    def differences(self) -> list[str]:
        return [line for outcome in self.outcomes for line in outcome.differences]

    def step(self, number: int, interaction: dict[str, Any]) -> None:
        parts = urlsplit(interaction["url"])
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        where = f"{number} {interaction['method']} {path}"
        outcome = Outcome(where, about(interaction), left_out=self.nobody_made(interaction))
        self.outcomes.append(outcome)
        if outcome.left_out:
            return
        body = self.mapped(interaction["body"])
        answer = self.session.request(
            interaction["method"],
            self.url + self.renamed(path),
            data=body.encode() if isinstance(body, str) else body and json.dumps(body),
            timeout=10,
        )
        if answer.status_code != interaction["status"]:
            recorded = interaction["status"]
            outcome.differences.append(
                f"{where}: status {answer.status_code}, recorded {recorded}: {answer.text[:300]}"
            )
            return
        expected = interaction["response"]
        found = outcome.differences
        if isinstance(expected, (dict, list)):
            self.compare(where, expected, answer.json(), found)
        elif expected is not None and answer.text != expected:
            found.append(f"{where}: {answer.text!r}, recorded {expected!r}")

    def nobody_made(self, interaction: dict[str, Any]) -> str:
        """Why an exchange cannot be replayed: it is about a file that no exchange created."""
        if interaction["status"] == 404:
            return ""
        named = FILE.search(urlsplit(interaction["url"]).path)
        if named is not None and named[1] not in self.ids:
            return "a spreadsheet that no recording created"
        answer = interaction["response"]
        files = answer.get("files", []) if isinstance(answer, dict) else []
        if any(file["id"] not in self.ids for file in files):
            return "a list with spreadsheets that no recording created"
        return ""

    def renamed(self, text: str) -> str:
        for recorded, own in self.ids.items():
            if isinstance(recorded, str) and len(recorded) > 16:
                text = text.replace(recorded, own)
        return text

    def mapped(self, value: Any, key: str = "") -> Any:
        """A recorded body with our ids in the place of the recorded ones."""
        if isinstance(value, dict):
            return {name: self.mapped(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [self.mapped(part, key) for part in value]
        return self.ids.get(value, value) if key in IDS else value

    def compare(
        self, where: str, expected: Any, actual: Any, found: list[str], key: str = ""
    ) -> None:
        if isinstance(expected, dict) and isinstance(actual, dict):
            for name in sorted((expected.keys() | actual.keys()) - LEFT_OUT - OWNERS):
                if name not in expected or name not in actual:
                    side = "not recorded" if name in actual else "missing"
                    shown = actual.get(name, expected.get(name))
                    found.append(f"{where} .{name}: {side}: {shown!r:.200}")
                else:
                    self.compare(f"{where} .{name}", expected[name], actual[name], found, name)
        elif isinstance(expected, list) and isinstance(actual, list):
            if len(expected) != len(actual):
                found.append(f"{where}: {actual!r:.300}, recorded {expected!r:.300}")
                return
            for place, (one, two) in enumerate(zip(expected, actual, strict=True)):
                self.compare(f"{where}[{place}]", one, two, found, key)
        elif key in IDS:
            if self.ids.setdefault(expected, actual) != actual:
                found.append(f"{where}: {actual!r}, recorded {expected!r}")
        elif self.same(expected, actual) is False:
            found.append(f"{where}: {actual!r:.300}, recorded {expected!r:.300}")

    def same(self, expected: Any, actual: Any) -> bool:
        if isinstance(expected, str) and isinstance(actual, str):
            return self.renamed(expected) == actual
        if isinstance(expected, bool) or isinstance(actual, bool):
            return expected is actual
        return bool(expected == actual)


def about(interaction: dict[str, Any]) -> list[str]:
    """What an exchange is about: its method, and the kinds of request in it."""
    found = routes.find(interaction["method"], urlsplit(interaction["url"]).path)
    name = found[0].name if found else "unknown path"
    body = interaction["body"]
    sent = body.get("requests", []) if isinstance(body, dict) else []
    batch = name == "spreadsheets.batchUpdate"
    return [name, *sorted({next(iter(one)) for one in each_request(sent) if batch})]


def each_request(sent: Any) -> Iterator[dict[str, Any]]:
    """The requests of a body, where one may stand for a list, and a list within a list."""
    if isinstance(sent, dict):
        yield sent
    else:
        for part in sent:
            yield from each_request(part)


def recordings() -> Iterator[Path]:
    """Every recording, sorted; none where the folder is absent."""
    return iter(sorted(FOLDER.glob("*.json")))


def interactions(path: Path) -> list[dict[str, Any]]:
    """The exchanges of one recording, in the order in which they were sent."""
    loaded: list[dict[str, Any]] = json.loads(path.read_text())["interactions"]
    return loaded
