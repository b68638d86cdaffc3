"""The server's schema is the discovery document's, distilled; every method has its route."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from localsheets.api.routes import ROUTES
from localsheets.wire import schema
from tests.localsheets import discovery

SHIPPED = Path(schema.__file__).parent


@pytest.mark.parametrize(
    ("name", "distilled"),
    [
        ("schema.json", discovery.distilled),
        ("drive.json", discovery.distilled_drive),
        ("methods.json", discovery.distilled_methods),
    ],
)
def test_what_ships_is_the_discovery_documents_distilled(
    name: str, distilled: Callable[[], str]
) -> None:
    if os.environ.get("TOPSHEET_REFRESH"):
        (SHIPPED / name).write_text(distilled(), encoding="utf-8")
    assert (SHIPPED / name).read_text(encoding="utf-8") == distilled()


def test_the_revision_is_told() -> None:
    for api in ("sheets.v4", "drive.v3"):
        assert f"revision {discovery.document(api)['revision']}" in (schema.__doc__ or "")


def test_every_method_has_its_route() -> None:
    ours = {route.name: f"{route.verb} {route.path}" for route in ROUTES}
    for name, method in discovery.methods().items():
        path = re.sub(r"\{\w+\}", "{}", f"{method['httpMethod']} /{method['path']}")
        assert re.sub(r"\{\w+\}", "{}", ours[name]) == path


def test_a_wrong_answer_would_be_noticed() -> None:
    good = {"range": "A1", "majorDimension": "ROWS", "values": [["x", 1, True, None]]}
    assert not discovery.faults("spreadsheets.values.get", good)
    assert discovery.faults("spreadsheets.values.get", {"rang": "A1"})
    assert discovery.faults("spreadsheets.values.get", {"majorDimension": "SIDEWAYS"})
    assert discovery.faults("spreadsheets.get", {"sheets": [{"properties": {"sheetId": "0"}}]})
