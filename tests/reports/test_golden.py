"""Every report of the sample as a reviewer can read it.

TOPSHEET_REFRESH=1 pytest tests/reports writes the goldens anew; read the difference before you
commit it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from model.production import Sign
from reports import NAMES, Audience, as_text, build
from tests.reports import sample
from transforms.results import Results

GOLDEN = Path(__file__).parent / "golden"
ALONE = sample.results()
APART = sample.results("budget", "schedule")
CASES: dict[str, tuple[Results, Audience]] = {
    "alone": (ALONE, sample.audience()),
    "schedule": (APART, sample.audience("schedule", restricted=("budget",))),
    "budget": (APART, sample.audience("budget", restricted=("budget",))),
    "empty": (Results(tables=(), issues=(), not_checked=sample.NOT_CHECKED), sample.audience()),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("case", CASES)
def test_reads_like_its_golden(case: str, name: str) -> None:
    results, audience = CASES[case]
    (report,) = build(results, sample.PRODUCTION, replace(audience, wanted=(name,)))
    compare(f"{name}.{case}.txt", as_text(report, details=case == "alone"))


def test_an_over_can_be_positive() -> None:
    production = replace(sample.PRODUCTION, sign=Sign.OVER_IS_POSITIVE)
    (report,) = build(ALONE, production, sample.audience(wanted=("variance",)))
    compare("variance.over-positive.txt", as_text(report))


def test_no_golden_is_left_over() -> None:
    known = {f"{name}.{case}.txt" for name in NAMES for case in CASES}
    assert {path.name for path in GOLDEN.iterdir()} == known | {"variance.over-positive.txt"}


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("TOPSHEET_REFRESH") == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
