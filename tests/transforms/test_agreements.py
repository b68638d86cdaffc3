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
    for _, _, figure in agreement.every_figure():
        assert figure.source.checked <= date(2026, 11, 22)
    assert agreement.figures or agreement.minors or agreement.holidays


def test_every_figure_of_somebodys_says_who_that_is():
    weekly = [name.value for of, name, _ in SAG.every_figure() if of == "performers by the week"]
    assert weekly == ["double-after", "weekly-overtime-after"]


def test_the_figures_of_a_performers_agreement():
    said = {name.value: str(figure.value) for name, figure in SAG.figures.items()}
    days = ["workweek-days", "sixth-day", "seventh-day", "holiday", "days-off"]
    assert [said[name] for name in days] == ["5", "1.5", "2", "2", "2"]
    drops = ["drop-days", "drop-days-abroad", "drops-allowed"]
    assert [said[name] for name in drops] == ["10", "14", "1"]
    rests = ["daily-rest", "weekly-rest-two-days", "weekly-rest-one-day", "forced-call-most"]
    assert [said[name] for name in rests] == ["12", "56", "36", "950"]
    meals = ["meal-after", "meal-penalty-first", "meal-penalty-second", "meal-penalty-later"]
    assert [said[name] for name in meals] == ["6", "25", "35", "50"]


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
    'effective_from = 2023-01-01\n[sources.s]\ntitle = "S"\nchecked = 2026-01-01\n'
    '[figures]\nsixth-day = { value = 1.5, clause = "c", source = "s" }',
    "figures.sixth-day.source": 'id = "a"\nbody = "A"\nname = "A"\ncovers = "cast"\n'
    "effective_from = 2023-01-01\n"
    '[figures]\nsixth-day = { value = 1, clause = "c", source = "s" }',
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


def test_a_figure_that_only_others_tell_of_says_so():
    cited = cite(SAG, SAG.figures[FigureName.SIXTH_DAY], [])
    assert "not checked against the agreement's own text" in cited
    own = cite(SAG, SAG.figures[FigureName.MEAL_AFTER], [])
    assert own == (
        "SAG-AFTRA Theatrical, 2023: the first meal within six hours of the call "
        "(sagaftra.org, Meal Periods)"
    )


@pytest.mark.parametrize("name", FigureName)
def test_every_figure_has_a_unit(name: FigureName):
    assert name.unit


CALIFORNIA = agreements.load("california-minors")


@pytest.mark.parametrize(
    ("born", "day", "work", "free"),
    [
        (date(2026, 3, 1), date(2026, 3, 15), None, None),
        (date(2026, 3, 1), date(2026, 3, 16), 20, 0),
        (date(2025, 9, 2), date(2026, 3, 1), 20, 0),
        (date(2025, 9, 1), date(2026, 3, 1), 120, 0),
        (date(2020, 3, 2), date(2026, 3, 1), 180, 0),
        (date(2020, 3, 1), date(2026, 3, 1), 240, 360),
        (date(2016, 3, 1), date(2026, 3, 1), 300, 420),
        (date(2008, 3, 2), date(2026, 3, 1), 360, 480),
        (date(2008, 3, 1), date(2026, 3, 1), None, None),
        # Somebody born on a leap day has a birthday in every year.
        (date(2020, 2, 29), date(2026, 2, 27), 180, 0),
        (date(2020, 2, 29), date(2026, 2, 28), 240, 360),
    ],
)
def test_a_minors_hours_by_age(born: date, day: date, work: int | None, free: int | None):
    found = agreements.band(CALIFORNIA.minors, born, day)
    assert (found and found.work, found and found.work_free) == (work, free)


def test_the_bands_of_minors_follow_each_other_without_a_gap():
    bands = CALIFORNIA.minors
    assert [band.until_age for band in bands[:-1]] == [band.from_age for band in bands[1:]]


@pytest.mark.parametrize("agreement_id", agreements.known())
def test_an_agreement_names_no_source_that_it_does_not_use(agreement_id: str):
    agreement = agreements.load(agreement_id)
    used = [figure.source for _, _, figure in agreement.every_figure()]
    used += [band.source for band in agreement.minors]
    used += [agreement.holidays.source] if agreement.holidays else []
    assert {each.title for each in agreement.sources.values()} == {each.title for each in used}


def test_a_figure_that_was_only_carried_over_is_not_sure_even_where_the_source_is_the_bodys():
    lead = agreements.load("filmla-permits").figures[FigureName.PERMIT_LEAD]
    assert lead.source.own_text
    assert not lead.source.is_sure
