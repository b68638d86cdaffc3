"""The corpus again, as .xlsx files through the whole way that a person's workbook takes."""

from __future__ import annotations

import json

import pytest

from tests.schemas import fixture_file, fixtures
from tests.schemas.fixture_truth import differences

PENDING = fixtures.pending()
READY = [path for path in fixtures.paths() if fixtures.name_of(path) not in PENDING]


@pytest.mark.slow
@pytest.mark.parametrize("path", READY, ids=fixtures.name_of)
def test_a_file_is_understood_like_its_text(path, tmp_path, topsheet):
    fixture = fixtures.load(path)
    file = tmp_path / "fixture.xlsx"
    fixture_file.write(fixture, file)
    settings = tmp_path / "production.toml"
    settings.write_text(fixture_file.settings_text(fixture, file), encoding="utf-8")
    said = topsheet("check", settings, "--json")
    assert said.code == 0, said.err
    told = differences(json.loads(said.out), fixture.truth, [grid.tab for grid in fixture.grids])
    assert not told, "\n" + "\n".join(told)
