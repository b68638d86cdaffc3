"""Holds every answer that any test here receives against Google's own schema."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from localsheets.api.request import Call
from localsheets.api.routes import Route
from localsheets.wire.answer import Answer
from localsheets.wire.encoding import encode
from tests.localsheets import discovery

LARGEST = 2_000_000
"""Bytes; larger answers, of the tests of size, are not judged."""


@pytest.fixture(autouse=True)
def _every_answer_is_as_the_schema_says(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Any test fails whose server answered what Google's schema does not know.

    Answers that a ``fields`` mask of the call narrowed are judged too: narrowing adds nothing.
    """
    wrong: list[str] = []
    answered = Route.answer

    def judged(self: Route, call: Call) -> Answer:
        answer = answered(self, call)
        if self.name in discovery.methods() and answer.status == 200:
            content = answer.content
            if not isinstance(content, (bytes, str)):
                content = encode(content)
            content = json.loads(content) if len(content) < LARGEST else {}
            wrong.extend(discovery.faults(self.name, content))
        return answer

    monkeypatch.setattr(Route, "answer", judged)
    yield
    assert not wrong, "\n".join(wrong[:10])
