"""The hot costs: the last day with times against its budget, and what their readers may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from model.production import Production, Sign
from model.report import Formula, Report
from reports import as_text, build
from reports.audience import Audience
from tests.reports import sample
from tests.transforms.sheets import production, read
from transforms.compute import compute
from transforms.results import Results

CREW = """
    | Department | Position | Name       | Rate    | Unit | Guaranteed Hours |
    | Grip       | Key Grip | Mel Ortega | $50     | hour | 10               |
    | Grip       | Dolly    | Ray Bloom  | $40     | hour | 10               |
    | Camera     | 1st AC   | Rui Costa  |         |      |                  |
"""
TIMES = """
    | Date       | Name       | Position | Call  | Lunch Out | Lunch In | Wrap  |
    | 2026-03-02 | Mel Ortega | Key Grip | 7:00a | 1:00p     | 1:30p    | 9:30p |
    | 2026-03-02 | Rui Costa  | 1st AC   | 7:00a | 1:00p     | 1:30p    | 7:30p |
    | 2026-03-03 | Mel Ortega | Key Grip | 6:00a | 12:45p    | 1:15p    | 7:15p |
    | 2026-03-03 | Rui Costa  | 1st AC   | 7:00a | 1:00p     | 1:30p    | 7:00p |
    | 2026-03-03 | Ray Bloom  | Dolly    | 7:00a | 1:00p     | 1:30p    | 5:30p |
    | 2026-03-03 | Jo Park    | Gaffer   | O/C   |           |          |       |
    | 2026-03-12 | Ray Bloom  | Dolly    | 7:00a | 1:00p     | 1:30p    | 5:30p |
"""
RUN = production(today="2026-03-04", agreements="iatse-basic-2024")


def _results(made: Production = RUN) -> Results:
    reading, _ = read({"Crew": CREW, "Times": TIMES}, made)
    return compute(reading.tables, reading.issues, made)


def _report(results: Results | None = None, made: Production = RUN, **apart: object) -> Report:
    audience = Audience("book", frozenset(), ("hot-costs",), sample.AS_OF)
    (report,) = build(results or _results(made), made, replace(audience, **apart))
    return report


def _row(report: Report, name: str) -> dict[str, object]:
    line = next(line for line in report.lines if line.entries["name"].content == name)
    return {
        field: entry.content.value if isinstance(entry.content, Formula) else entry.content
        for field, entry in line.entries.items()
        if field not in ("name", "source")
    }


def test_a_day_by_person_against_what_was_budgeted():
    mel = _row(_report(), "Mel Ortega")
    assert mel == {
        "position": "Key Grip",
        "call": "06:00",
        "wrap": "19:15",
        "hours": Decimal("12.75"),
        "planned": Decimal(10),
        "hours_variance": Decimal("-2.75"),
        "overtime": Decimal("3.5"),
        "double": Decimal("1.3"),
        "meals": 2,
        "rest": Decimal("1.5"),
        "hours_to_date": Decimal("-6.75"),
        "budget": Decimal(550),
        "actual": mel["actual"],
        "variance": Decimal(550) - mel["actual"],
        "to_date": mel["to_date"],
    }


def test_the_actual_day_is_the_rate_with_all_that_came_on_top():
    """Hours at 50: 12.8 paid as 8 + 3.5 x 1.5 + 1.3 x 2 (elapsed), less 11 guaranteed; meals
    7.50 + 10; 1.5 hours of rest at 2 times.
    """
    mel = _row(_report(), "Mel Ortega")
    results = _results()
    named = {(issue.code, issue.subject): issue.cost for issue in results.issues if issue.cost}
    late, forced = named["meal-late", "Mel Ortega"], named["turnaround-short", "Mel Ortega"]
    assert late.amount == Decimal("17.50")
    assert forced.amount == Decimal("150.00")
    assert mel["actual"] > 550 + late.amount + forced.amount
    assert mel["to_date"] < mel["variance"]


def test_the_last_day_up_to_today_is_told_and_what_lacks_a_time_is_named():
    text = as_text(_report())
    assert "Tue 3 Mar 2026, the last day with times" in text
    assert "Without a call or a wrap, and so not counted: Jo Park." in text
    assert "Without a rate, and so in no sum of money: Rui Costa" in text


def test_departments_have_sums_and_there_is_a_grand_total():
    report = _report()
    names = [line.entries["name"].content for line in report.lines]
    assert names == [
        *("Camera", "Rui Costa", "Total Camera"),
        *("Grip", "Mel Ortega", "Ray Bloom", "Total Grip", "Grand Total"),
    ]
    assert _row(report, "Grand Total")["hours"] == Decimal("12.75") + Decimal("11.5") + 10
    total = next(line for line in report.lines if line.key == "grand-total")
    assert isinstance(total.entries["hours"].content, Formula)


def test_an_over_may_be_positive():
    turned = _row(_report(made=replace(RUN, sign=Sign.OVER_IS_POSITIVE)), "Mel Ortega")
    assert turned["hours_variance"] == Decimal("2.75")
    assert turned["hours_to_date"] == Decimal("6.75")


def test_rates_that_are_kept_back_keep_the_money_back_and_nothing_else():
    report = _report(_with_crew_in("few"), restricted=frozenset({"few"}))
    fields = {column.field for column in report.columns}
    assert not fields & {"budget", "actual", "variance", "to_date"}
    kept = {"planned", "hours_variance", "hours_to_date"}
    assert not kept & _row(report, "Mel Ortega").keys()
    assert "Grip" not in {line.entries["name"].content for line in report.lines}
    assert "Rates come from" in as_text(report)
    assert _row(report, "Mel Ortega")["hours"] == Decimal("12.75")


def _with_crew_in(book: str) -> Results:
    """The results where the crew list stands in a book of its own."""
    tables = []
    for table in read({"Crew": CREW, "Times": TIMES}, RUN)[0].tables:
        places = [replace(place, book=book) for place in table.places]
        tables.append(replace(table, places=tuple(places)) if table.kind == "crew" else table)
    return compute(tables, (), RUN)


def test_without_times_the_tab_says_what_it_wants():
    report = _report(Results(tables=(), issues=(), not_checked=()))
    assert "No sheet of daily times was recognised" in as_text(report)


def test_today_counts_and_tomorrow_does_not():
    assert _results().hot_costs.day == date(2026, 3, 3)
    assert _results(replace(RUN, today=date(2026, 3, 2))).hot_costs.day == date(2026, 3, 2)
    assert _results(replace(RUN, today=date(2026, 3, 1))).hot_costs is None
