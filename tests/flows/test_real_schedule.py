"""A real schedule's day-out-of-days with a budget and cast list of our own, end to end."""

from __future__ import annotations

from pathlib import Path

import pytest

import reports
from examples.from_schedule import build
from flows.ground import open_ground
from flows.targets import settings_for
from schemas.dood.totals import element_totals
from tests.flows.plainly import run_plainly

ROOT = Path(__file__).parents[2]
FILM = ROOT.parent / "shared" / "film"

pytestmark = pytest.mark.skipif(
    not FILM.exists(), reason="the real schedule is not here: ../shared/film"
)


@pytest.fixture(params=["first_pass", "rev_white"])
def workbook(request, tmp_path):
    path = tmp_path / "wonderful.xlsx"
    build(FILM / f"dood_{request.param}.csv", FILM / f"oneliner_{request.param}.csv", path)
    return path


def test_it_runs_and_its_own_totals_agree_with_ours_for_every_element(workbook):
    settings = settings_for(str(workbook))
    with open_ground(settings) as ground:
        results, outcomes = run_plainly(settings, ground, "run-1")
        copies = ground.copies(None)
        ground.save(copies)
    assert {table.kind for table in results.tables} >= {"dood", "budget", "cast"}
    dood = next(table for table in results.tables if table.kind == "dood")
    totals = element_totals(dood)
    for name in ("work", "hold", "holiday", "total"):
        stated = dood.elements[f"stated_{name}"].fillna(0).astype(int)
        assert (totals[name].astype(int) == stated).all(), name
    assert not [issue for issue in results.issues if issue.code == "dood-total-differs"]
    assert len(outcomes["workbook"].plan.titles) == len(reports.NAMES) - 1, (
        "all but Hot Costs: no times"
    )
    assert copies["workbook"].exists()
