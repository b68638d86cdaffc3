"""The server's schema is the discovery document's, distilled; every method has its route."""

from __future__ import annotations

import os
import re
from pathlib import Path

from localsheets.api.routes import ROUTES
from localsheets.wire import schema
from tests.localsheets import discovery

SHIPPED = Path(schema.__file__).parent / "schema.json"


def test_the_shipped_schema_is_the_discovery_document_distilled() -> None:
    if os.environ.get("TOPSHEET_REFRESH"):
        SHIPPED.write_text(discovery.distilled(), encoding="utf-8")
    assert SHIPPED.read_text(encoding="utf-8") == discovery.distilled()


def test_the_revision_is_told() -> None:
    assert f"revision {discovery.document()['revision']}" in (schema.__doc__ or "")


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
