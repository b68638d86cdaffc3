"""Replays recorded exchanges with Google: the same calls, the same answers, ids mapped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests

FOLDER = Path(__file__).parents[3] / "shared" / "google-traffic" / "gspread"
IDS = {"id", "spreadsheetId", "sheetId", "namedRangeId", "protectedRangeId"}
LEFT_OUT = {"createdTime", "modifiedTime"}
"""Times are never the same twice."""
OWNERS = {"users"}
"""A protected range names the account that made it: Google's tester there, our one user here."""


@dataclass
class Replay:
    """One recording under replay: recorded ids -> ours, and the differences found."""

    url: str
    ids: dict[Any, Any] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)
    session: requests.Session = field(default_factory=requests.Session)

    def run(self, interactions: list[dict[str, Any]]) -> None:
        with self.session:
            for number, interaction in enumerate(interactions):
                self.step(f"{number}", interaction)

    def step(self, where: str, interaction: dict[str, Any]) -> None:
        parts = urlsplit(interaction["url"])
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        body = self.mapped(interaction["body"])
        answer = self.session.request(
            interaction["method"],
            self.url + self.renamed(path),
            data=None if body is None else json.dumps(body),
            timeout=10,
        )
        where = f"{where} {interaction['method']} {path}"
        if answer.status_code != interaction["status"]:
            self.differences.append(
                f"{where}: status {answer.status_code}, recorded {interaction['status']}:"
                f" {answer.text[:300]}"
            )
            return
        expected = interaction["response"]
        if isinstance(expected, (dict, list)):
            self.compare(where, expected, answer.json())
        elif expected is not None and answer.text != expected:
            self.differences.append(f"{where}: {answer.text!r}, recorded {expected!r}")

    def renamed(self, text: str) -> str:
        for recorded, own in self.ids.items():
            if isinstance(recorded, str) and len(recorded) > 20:
                text = text.replace(recorded, own)
        return text

    def mapped(self, value: Any, key: str = "") -> Any:
        """A recorded body with our ids in the place of the recorded ones."""
        if isinstance(value, dict):
            return {name: self.mapped(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [self.mapped(part, key) for part in value]
        return self.ids.get(value, value) if key in IDS else value

    def compare(self, where: str, expected: Any, actual: Any, key: str = "") -> None:
        if isinstance(expected, dict) and isinstance(actual, dict):
            for name in sorted((expected.keys() | actual.keys()) - LEFT_OUT - OWNERS):
                if name not in expected or name not in actual:
                    side = "not recorded" if name in actual else "missing"
                    shown = actual.get(name, expected.get(name))
                    self.differences.append(f"{where} .{name}: {side}: {shown!r:.200}")
                else:
                    self.compare(f"{where} .{name}", expected[name], actual[name], name)
        elif isinstance(expected, list) and isinstance(actual, list):
            if len(expected) != len(actual):
                self.differences.append(f"{where}: {actual!r:.300}, recorded {expected!r:.300}")
                return
            for place, (one, two) in enumerate(zip(expected, actual, strict=True)):
                self.compare(f"{where}[{place}]", one, two, key)
        elif key in IDS:
            if self.ids.setdefault(expected, actual) != actual:
                self.differences.append(f"{where}: {actual!r}, recorded {expected!r}")
        elif self.same(expected, actual) is False:
            self.differences.append(f"{where}: {actual!r:.300}, recorded {expected!r:.300}")

    def same(self, expected: Any, actual: Any) -> bool:
        if isinstance(expected, str) and isinstance(actual, str):
            return self.renamed(expected) == actual
        if isinstance(expected, bool) or isinstance(actual, bool):
            return expected is actual
        return bool(expected == actual)


def recordings() -> Iterator[Path]:
    """Every recording, sorted; none where the folder is absent."""
    return iter(sorted(FOLDER.glob("*.json")))


def interactions(path: Path) -> list[dict[str, Any]]:
    """The exchanges of one recording, in the order in which they were sent."""
    loaded: list[dict[str, Any]] = json.loads(path.read_text())["interactions"]
    return loaded
