"""Every figure of the gathered facts on agreements is in our data, or it says why it is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from transforms import agreements

FACTS = Path(__file__).parents[3] / "shared" / "facts" / "agreement-rules.csv"

SAG, TV, IA, ASA = (
    "sag-aftra-theatrical-2023",
    "sag-aftra-tv-2023",
    "iatse-basic-2024",
    "iatse-area-standards-2024",
)
T399, DGA, WTR, PACT = (
    "teamsters-399-2024",
    "dga-basic-2023",
    "uk-working-time-1998",
    "uk-pact-bectu-tv-drama-2023",
)
MINORS, ACTRA, TORONTO, PERMITS = (
    "california-minors",
    "actra-ipa-2025",
    "iatse-873-2024",
    "filmla-permits",
)
WEEKLY, DAILY = "performers by the week", "performers by the day"
CAMERA = "directors of photography and camera operators (Local 600)"

FIGURES: dict[str, list[str]] = {
    "rest.sag.daily": [
        f"{SAG} daily-rest 12",
        f"{TV} daily-rest 12",
        f"{SAG} forced-call-days 1",
        f"{SAG} forced-call-most 950",
    ],
    "rest.sag.nearby": [f"{SAG} daily-rest-nearby 10", f"{SAG} daily-rest-nearby-every 4"],
    "rest.sag.overnight": [
        f"{SAG} daily-rest-distant 11",
        f"{SAG} daily-rest-distant-reductions 2",
    ],
    "rest.sag.weekly2": [
        f"{SAG} weekly-rest-two-days 56",
        f"{SAG} weekly-rest-two-days-late-call 54",
        f"{SAG} late-call 6",
    ],
    "rest.sag.weekly1": [f"{SAG} weekly-rest-one-day 36"],
    "rest.sag.air": [f"{SAG} air-travel 4", f"{SAG} air-travel-rest 10"],
    "dpu.sag.feature": [
        f"{SAG} drop-days 10",
        f"{SAG} drop-days-abroad 14",
        f"{SAG} drops-allowed 1",
    ],
    "dpu.sag.tv": [f"{TV} drop-days 10"],
    "week.sag": [f"{SAG} workweek-days 5", f"{SAG} sixth-day 1.5", f"{SAG} seventh-day 2"],
    "ot.sag.A": [
        f"{SAG} overtime-after 8 {DAILY}",
        f"{SAG} overtime-times 1.5",
        f"{SAG} double-after 10",
        f"{SAG} overtime-step 0.1",
    ],
    "ot.sag.B": [f"{SAG} double-after 10 {WEEKLY}", f"{SAG} weekly-overtime-after 44 {WEEKLY}"],
    "meal.sag": [
        f"{SAG} meal-after 6",
        f"{SAG} meal-shortest 30",
        f"{SAG} meal-longest 60",
        f"{SAG} non-deductible-meal 15",
        f"{SAG} non-deductible-meal-within 2",
        f"{SAG} meal-penalty-first 25",
        f"{SAG} meal-penalty-second 35",
        f"{SAG} meal-penalty-later 50",
    ],
    "bg.16": [
        f"{SAG} longest-day 16 background performers",
        f"{SAG} longest-day-penalty 1 background performers",
    ],
    "rest.ia.daily": [f"{IA} daily-rest 10", f"{IA} daily-rest-distant 9", f"{IA} shifts-join 1"],
    "rest.ia.600": [f"{IA} daily-rest 11 {CAMERA}", f"{IA} daily-rest-distant 10 {CAMERA}"],
    "rest.399": [f"{T399} daily-rest 8"],
    "rest.ia.weekend5": [f"{IA} weekly-rest-two-days 54", f"{T399} weekly-rest-two-days 54"],
    "rest.ia.weekend6": [f"{IA} weekly-rest-one-day 32", f"{T399} weekly-rest-one-day 32"],
    "rest.ia.penalty24": [
        f"{IA} rest-penalty 2",
        f"{IA} rest-penalty-least 0.5",
        f"{IA} rest-penalty-step 0.1",
    ],
    "consec.asa": [
        f"{ASA} consecutive-days 14",
        f"{ASA} day-beyond-consecutive 1",
        f"{ASA} weekly-rest-one-day 32",
    ],
    "week.ia": [f"{IA} sixth-day 1.5", f"{IA} seventh-day 2", f"{IA} holiday 2"],
    "gold.studio": [
        f"{IA} double-after 12",
        f"{IA} sixth-day-double 3",
        f"{IA} seventh-day-double 4",
    ],
    "gold.loc": [f"{IA} double-after-distant 14"],
    "triple.ia": [
        f"{IA} triple-after 15",
        f"{IA} sixth-day-triple 4.5",
        f"{IA} seventh-day-triple 6",
    ],
    "ot.ia": [f"{IA} overtime-after 8", f"{IA} weekly-overtime-after 40"],
    "meal.ia": [
        f"{IA} meal-after 6",
        f"{IA} second-meal-after 6",
        f"{IA} meal-grace 12",
        f"{IA} meal-extension 30",
        f"{IA} meal-penalty-first 7.50",
        f"{IA} meal-penalty-second 10",
        f"{IA} meal-penalty-later 12.50",
        f"{IA} meal-penalties-a-week 20",
    ],
    "house.ia": [f"{IA} housing-after 14"],
    "rest.dga": [f"{DGA} daily-rest 9", f"{DGA} rest-penalty-days 0.25"],
    "rest.dga.week": [f"{DGA} weekly-rest-two-days 50", f"{DGA} weekly-rest-one-day 33"],
    "rest.dga.tvdir": [
        f"{DGA} daily-rest 11 directors (television)",
        f"{DGA} forced-call-most 750 directors (television)",
    ],
    "ext.dga": [
        f"{DGA} extended-day-first 13",
        f"{DGA} extended-day-second 15",
        f"{DGA} extended-day-later 19",
        f"{DGA} extended-day-every 4",
    ],
    "wtr.daily": [
        f"{WTR} daily-rest 11",
        f"{WTR} weekly-rest-one-day 24",
        f"{WTR} meal-shortest 20",
        f"{WTR} meal-after 6",
        f"{WTR} week-most 48",
        f"{WTR} night-most 8",
    ],
    "pact.day": [
        f"{PACT} standard-day 10",
        f"{PACT} overtime-times 1.5",
        f"{PACT} overtime-least 35",
        f"{PACT} overtime-most 70",
        f"{PACT} overtime-step 0.25",
        f"{PACT} sixth-day 1.5",
        f"{PACT} night-from 23",
        f"{PACT} weekend-notice 14",
        f"{PACT} daily-rest 11",
    ],
    "minor.ca.window": [
        f"{MINORS} minors-earliest 5",
        f"{MINORS} minors-latest 22",
        f"{MINORS} minors-latest-no-school 24.5",
        f"{MINORS} minors-week-most 48",
        f"{MINORS} minors-daily-rest 12",
    ],
    "minor.ca.staff": [f"{MINORS} teacher-school-day 10", f"{MINORS} teacher-free-day 20"],
    "rest.actra": [
        f"{ACTRA} daily-rest 11",
        f"{ACTRA} minors-daily-rest 12",
        f"{ACTRA} daily-rest 10 stunt coordinators",
        f"{ACTRA} rest-penalty 2",
    ],
    "rest.dgc.ab": ["dgc-alberta-2026 daily-rest 10"],
    "rest.ab": [
        "alberta-employment-standards daily-rest 8",
        "alberta-employment-standards longest-day 12",
        "alberta-employment-standards consecutive-days 6",
    ],
    "rest.bc": [
        "bc-employment-standards daily-rest 8",
        "bc-employment-standards weekly-rest-one-day 32",
    ],
    "ot.873": [
        f"{TORONTO} overtime-after 8",
        f"{TORONTO} double-after 12",
        f"{TORONTO} triple-after 15",
        f"{TORONTO} overtime-after 9 drivers",
        f"{TORONTO} overtime-step 0.1",
    ],
    "ot.actra": [
        f"{ACTRA} overtime-after 8",
        f"{ACTRA} double-after 12",
        f"{ACTRA} overtime-step 0.1",
    ],
    "permit.filmla": [f"{PERMITS} permit-lead 2", f"{PERMITS} permit-lead-usual 3"],
    "coi.filmla": [
        f"{PERMITS} cover-least 1000000",
        f"{PERMITS} cover-least-stills 500000",
        f"{PERMITS} cover-least-aircraft 5000000",
        f"{PERMITS} cancellation-notice 30",
    ],
}
BANDS = {
    "minor.ca.15d": ("15 days", 120, 20, 0),
    "minor.ca.6m": ("6 months", 240, 120, 0),
    "minor.ca.2": ("2 years", 360, 180, 0),
    "minor.ca.6": ("6 years", 480, 240, 360),
    "minor.ca.9": ("9 years", 540, 300, 420),
    "minor.ca.16": ("16 years", 600, 360, 480),
}
NO_FIGURE = {
    "hold.sag": "what a hold is; the days are counted from the schedule",
    "fit.sag": "what is no work day",
    "holiday.us": "lists of holidays, tested by day",
    "var.discovery": "a setting: thresholds",
    "safety.ca": "who must be there, not how much",
    "dates.deal": "no tolerance, no figure",
    "dup.person": "no tolerance, no figure",
    "grammar.dood": "grammar",
    "ticket.ca": "how long tickets are good stands on the tickets",
}


def said(line: str) -> str:
    """What our data has in place of a line "agreement figure value group"."""
    agreement_id, name, _, *group = line.split(" ", 3)
    for of, figure_name, figure in agreements.load(agreement_id).every_figure():
        if figure_name.value == name and of == "".join(group):
            return " ".join([agreement_id, name, str(figure.value), *group])
    return ""


@pytest.mark.parametrize("row", FIGURES)
def test_the_figures_of_a_row_are_ours(row: str):
    assert [said(line) for line in FIGURES[row]] == FIGURES[row]


@pytest.mark.parametrize("row", BANDS)
def test_the_hours_of_a_minors_row_are_ours(row: str):
    age, on_set, work, work_free = BANDS[row]
    (band,) = (each for each in agreements.load("california-minors").minors if each.from_age == age)
    assert (band.on_set, band.work, band.work_free) == (on_set, work, work_free)


@pytest.mark.skipif(not FACTS.exists(), reason="the gathered facts are not at hand here")
def test_every_row_of_the_facts_is_taken_up():
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = [record["id"] for record in csv.DictReader(file)]
    assert sorted(rows) == sorted([*FIGURES, *BANDS, *NO_FIGURE])
