"""The page that says what is covered is the code's, and its figures are those of the replay."""

from __future__ import annotations

import re

from localsheets import coverage
from localsheets.wire import schema
from tests.localsheets import discovery


def test_the_page_is_current() -> None:
    assert coverage.PAGE.read_text(encoding="utf-8") == coverage.page(), (
        "write it anew: python -m localsheets.coverage"
    )


def test_every_method_and_every_kind_of_google_is_on_the_page() -> None:
    listed = set(re.findall(r"^\| `([\w.]+)` \|", coverage.page(), re.M))
    assert listed >= discovery.methods().keys()
    assert listed >= set(discovery.request_kinds())
    assert len(discovery.methods()) == 17
    assert set(discovery.request_kinds()) == set(schema.fields_of("Request"))
