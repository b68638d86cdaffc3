"""`topsheet check`: the demo production's truth, found again through the whole chain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import schemas

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
TRUTH = json.loads((EXAMPLES / "saltglass.truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    """What `check --json` prints for the demo production."""
    monkeypatch = pytest.MonkeyPatch()
    import contextlib
    import io
    import sys

    from flows import cli

    printed = io.StringIO()
    monkeypatch.setattr(
        sys,
        "argv",
        ["topsheet", "check", str(EXAMPLES / "productions" / "saltglass.toml"), "--json"],
    )
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        cli.main()
    monkeypatch.undo()
    return json.loads(printed.getvalue())


def test_the_object_has_exactly_the_keys_of_its_description(found):
    assert set(found) == {"workbook", "locale", "currency", "tabs", "issues", "not_checked"}
    for tab in found["tabs"]:
        assert set(tab) >= {
            "tab",
            "kind",
            "range",
            "confidence",
            "header_rows",
            "records",
            "columns",
            "totals",
            "excluded_rows",
        }
        assert {"subtotal", "banner", "blank", "struck", "special", "unreadable"} <= set(
            tab["excluded_rows"]
        )
    for issue in found["issues"]:
        assert set(issue) == {
            "rule",
            "severity",
            "tab",
            "a1",
            "message",
            "related",
            "subject",
            "dates",
            "cost",
        }


@pytest.mark.parametrize("tab", TRUTH["tabs"], ids=lambda tab: tab["tab"])
def test_each_tab_is_understood(found, tab):
    understood = [entry for entry in found["tabs"] if entry["tab"] == tab["tab"]]
    assert len(understood) == 1
    for key in ("kind", "header_rows", "records", "columns", "totals"):
        wanted = tab.get(key, understood[0][key])
        if key == "columns":  # what is read beside the canonical fields is none of them
            further = schemas.FURTHER.get(tab["kind"], frozenset())
            wanted = {field: col for field, col in wanted.items() if field not in further}
        assert understood[0][key] == wanted, key


@pytest.mark.parametrize(
    "problem", TRUTH["problems"], ids=lambda p: f"{p['rule']}-{p['tab']}-{p['cell']}"
)
def test_each_planted_problem_is_found_at_its_cell(found, problem):
    wanted = (problem["rule"], problem["tab"], problem["cell"])
    at = {(issue["rule"], issue["tab"], issue["a1"]): issue for issue in found["issues"]}
    assert wanted in at
    assert set(problem["related"]) <= set(at[wanted]["related"])
    if problem["dates"]:
        assert set(problem["dates"]) <= set(at[wanted]["dates"])


@pytest.mark.parametrize("calm", TRUTH["calm"], ids=lambda c: f"{c['rule']}-{c['tab']}-{c['cell']}")
def test_no_look_alike_is_flagged(found, calm):
    flagged = {(issue["rule"], issue["tab"], issue["a1"]) for issue in found["issues"]}
    assert (calm["rule"], calm["tab"], calm["cell"]) not in flagged


def test_nothing_private_is_printed(found):
    said = json.dumps(found)
    assert "555-01" not in said
    assert "@example.com" not in said


def test_fail_on_a_severity_is_exit_code_3(topsheet):
    said = topsheet("check", EXAMPLES / "saltglass.xlsx", "--fail-on", "error")
    assert said.code == 3
    assert "not-ready" in said.out or "error" in said.out
