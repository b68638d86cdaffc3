"""Agreements are dated data: every file is whole, and a broken one is refused in plain words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from transforms import agreements
from transforms.agreements import AgreementError, FigureName, read_agreement
from transforms.citation import cite

SAG = agreements.load("sag-aftra-theatrical-2023")


@pytest.mark.parametrize("agreement_id", agreements.known())
def test_every_agreement_can_be_read_and_says_when_it_was_checked(agreement_id: str):
    agreement = agreements.load(agreement_id)
    assert agreement.id == agreement_id
    for figure in agreement.figures.values():
        assert figure.checked >= agreement.effective_from


def test_the_figures_of_a_performers_agreement():
    assert {name.value: str(figure.value) for name, figure in SAG.figures.items()} == {
        "workweek-days": "5",
        "sixth-day": "1.5",
        "seventh-day": "2",
        "holiday": "2",
        "drop-days": "10",
        "drop-days-abroad": "14",
        "drops-allowed": "1",
    }


def test_an_unknown_agreement_is_refused_with_those_that_are_known():
    with pytest.raises(AgreementError, match=r"no agreement 'sag'; known are: .*sag-aftra"):
        agreements.load("sag")


BROKEN = {
    "no TOML": "id = ",
    "body: Field required": 'id = "a"\nname = "A"\ncovers = "cast"\neffective_from = 2023-01-01',
    "wage: Extra inputs": 'id = "a"\nbody = "A"\nname = "A"\ncovers = "cast"\n'
    "effective_from = 2023-01-01\nwage = 3",
    "effective_to lies before": 'id = "a"\nbody = "A"\nname = "A"\ncovers = "cast"\n'
    "effective_from = 2023-01-01\neffective_to = 2022-01-01",
    'in quotes ("1.5")': 'id = "a"\nbody = "A"\nname = "A"\ncovers = "cast"\n'
    'effective_from = 2023-01-01\n[figures.sixth-day]\nvalue = 1.5\nunit = "x"\nclause = "c"\n'
    'source = "s"\nchecked = 2026-01-01',
    "its id is 'b'": 'id = "b"\nbody = "A"\nname = "A"\ncovers = "cast"\n'
    "effective_from = 2023-01-01",
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_refused_by_its_name(tmp_path: Path, fault: str):
    path = tmp_path / "a.toml"
    path.write_text(BROKEN[fault], encoding="utf-8")
    with pytest.raises(AgreementError) as raised:
        read_agreement(path)
    assert fault in str(raised.value)
    assert str(raised.value).startswith("a.toml")


@pytest.mark.parametrize(
    ("day", "caveat"),
    [
        (date(2025, 3, 2), ""),
        (date(2026, 6, 30), ""),
        (date(2026, 7, 1), "figure of the agreement that ended on 30 June 2026"),
        (date(2023, 11, 8), "figure of the agreement that began only on 9 November 2023"),
    ],
)
def test_a_figure_outside_its_dates_says_so(day: date, caveat: str):
    cited = cite(SAG, SAG.figures[FigureName.SIXTH_DAY], [day])
    assert cited.startswith("SAG-AFTRA Theatrical, 2023: the sixth day")
    assert "Jeffords Rules 2024" in cited
    assert (caveat in cited) if caveat else ("figure of the agreement" not in cited)
