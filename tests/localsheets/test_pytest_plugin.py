"""The fixtures for people who test their own code, as they would use them."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]

THEIR_CODE = '''
def record(client, what):
    """Somebody's own code."""
    client.open("Costs").sheet1.append_row([what, 1])
'''
THEIR_TESTS = """
import gspread, pytest
from costs import record

def test_it_records(gspread_client, localsheets_server):
    sheet = gspread_client.create("Costs").sheet1
    record(gspread_client, "lamp")
    assert sheet.get_all_values() == [["lamp", "1"]]
    assert localsheets_server.requests[-1].status == 200
    localsheets_server.faults.add("503")
    localsheets_server.share(sheet.spreadsheet_id, "ana@example.org", "reader")

def test_nothing_is_left_of_the_test_before(gspread_client, localsheets_server):
    assert not localsheets_server.requests
    assert gspread_client.list_spreadsheet_files() == []
    with pytest.raises(gspread.SpreadsheetNotFound):
        record(gspread_client, "lamp")
"""


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A project of somebody's, with this one on its path."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeconftest('pytest_plugins = ["localsheets.pytest_plugin"]')
    pytester.makepyfile(costs=THEIR_CODE, test_costs=THEIR_TESTS)
    return pytester


def test_the_fixtures_serve_somebodys_tests(project: pytest.Pytester) -> None:
    project.runpytest_subprocess("-q", "-p", "no:cacheprovider").assert_outcomes(passed=2)


@pytest.mark.slow
def test_without_gspread_the_tests_are_skipped(project: pytest.Pytester) -> None:
    missing = "raise ModuleNotFoundError('not installed')"
    tests = THEIR_TESTS.replace("import gspread, pytest", "import pytest")
    project.makepyfile(gspread=missing, test_costs=tests)
    project.runpytest_subprocess("-q").assert_outcomes(skipped=2)
