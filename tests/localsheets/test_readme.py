"""The README says of every request kind and method what it is worth, and says it truly."""

from __future__ import annotations

import re
from pathlib import Path

import localsheets
from localsheets.api.routes import ROUTES
from localsheets.requests import HANDLERS
from localsheets.wire import schema
from tests.localsheets import recordings as recorded
from tests.localsheets.test_recordings import EXCLUDED

README = (Path(localsheets.__file__).parent / "README.md").read_text(encoding="utf-8")


def kinds(heading: str) -> set[str]:
    """The request kinds listed under a heading."""
    section = README.split(f"## {heading}")[1].split("\n## ")[0]
    listed = section.split("Request kinds:")[1].split("\n\n")[0].split("In the recordings")[0]
    return set(re.findall(r"`(\w+)`", listed))


def test_every_request_kind_stands_under_one_heading() -> None:
    verified = kinds("Verified against recordings of Google")
    documented = kinds("Implemented by the documentation")
    refused = kinds("Refused, with a 501 that names it")
    assert verified | documented == set(HANDLERS)
    assert not verified & documented
    assert refused == schema.fields_of("Request").keys() - HANDLERS.keys()


def test_what_is_called_verified_is_in_the_recordings() -> None:
    files = [path for path in recorded.recordings() if path.stem not in EXCLUDED]
    if not files:
        return
    sent = {
        kind
        for path in files
        for interaction in recorded.interactions(path)
        if isinstance(interaction["body"], dict)
        for request in interaction["body"].get("requests", [])
        for kind in request
    }
    assert kinds("Verified against recordings of Google") == sent & HANDLERS.keys()


def test_every_method_is_named() -> None:
    for route in ROUTES:
        if route.name.startswith("spreadsheets."):
            assert route.name.rsplit(".", 1)[-1] in README, route.name
