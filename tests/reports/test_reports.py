"""What each report says to its readers, beyond what the goldens show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from model.cell import Cell
from model.issue import Cost, Issue, Severity, Topic
from model.report import Entry, Formula, LineStyle, Report, Role, Style
from reports import NAMES, build
from tests.reports import sample
from transforms.results import Results


def make(name: str, results: Results | None = None, **more: object) -> Report:
    audience = sample.audience(wanted=(name,), **more)  # type: ignore[arg-type]
    (report,) = build(results or sample.results(), sample.PRODUCTION, audience)
    return report


def content(entry: Entry) -> object:
    return entry.content.value if isinstance(entry.content, Formula) else entry.content


def column(report: Report, field: str) -> list[object]:
    return [content(line.entries.get(field, Entry())) for line in report.lines]


def sentences(report: Report) -> str:
    lines = (*report.preamble, *report.lines)
    return "\n".join(
        str(entry.content)
        for line in lines
        if line.style is LineStyle.NOTE
        for entry in line.entries.values()
    )


def test_reports_come_in_their_order_whatever_is_asked_first() -> None:
    audience = sample.audience(wanted=tuple(reversed(NAMES)))
    reports = build(sample.results(), sample.PRODUCTION, audience)
    assert [report.title for report in reports] == [
        "Summary",
        "Variance",
        "Hot Costs",
        "Conflicts",
        "Look-ahead",
        "Holds & Drops",
        "DOOD View",
        "Data Issues",
        "Changes",
        "Topsheet History",
    ]


def test_a_report_that_there_is_not_is_a_wrong_setting() -> None:
    with pytest.raises(ValueError, match="no such report: weather; there are summary, "):
        make("weather")


class TestConflicts:
    def test_money_and_data_stand_elsewhere(self) -> None:
        rules = set(column(make("conflicts"), "rule"))
        assert rules & {"account-over-budget", "unreadable-amount"} == set()
        assert "double-booked" in rules

    def test_soonest_first_among_the_equally_grave(self) -> None:
        def clash(day: date | None) -> Issue:
            dates = (day,) if day else ()
            name = str(day)
            at = Cell("DOOD", 8, 3, "production")
            return Issue("double-booked", Severity.ERROR, name, at, (), Topic.CONFLICT, name, dates)

        days = [date(2026, 3, 1), None, date(2026, 3, 20), date(2026, 3, 4), date(2026, 2, 1)]
        results = replace(sample.results(), issues=tuple(clash(day) for day in days))
        report = make("conflicts", results)
        assert column(report, "days") == [0, 16, None, -31, -3]

    def test_a_date_still_to_come_bites_before_one_that_is_past(self) -> None:
        issue = next(i for i in sample.results().issues if i.code == "hold-cost")
        spread = replace(issue, dates=(date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 9)))
        report = make("conflicts", replace(sample.results(), issues=(spread,)))
        assert column(report, "days") == [2]

    def test_first_seen_is_written_once_and_people_own_their_columns(self) -> None:
        roles = {each.field: each.role for each in make("conflicts").columns}
        assert roles["first_seen"] is Role.ONCE
        assert {field for field, role in roles.items() if role is Role.PERSON} == {
            "owner",
            "acknowledged",
            "note",
        }

    def test_hidden_conflicts_are_counted_and_hidden_money_is_left_out(self) -> None:
        apart = sample.results("budget", "schedule")
        report = make("conflicts", apart, book="schedule", restricted=("budget",))
        assert "rate-over-budget" not in column(report, "rule")
        assert column(report, "money") == [None] * 4
        assert (
            "1 more conflict involves the restricted spreadsheet 'budget' and is listed there."
            in sentences(report)
        )

    def test_the_settings_may_allow_a_restricted_book_by_name(self) -> None:
        apart = sample.results("budget", "schedule")
        report = make(
            "conflicts", apart, book="schedule", restricted=("budget",), allowed=("budget",)
        )
        assert Decimal(1500) in column(report, "money")
        assert "restricted" not in sentences(report)

    def test_money_of_unknown_origin_is_kept_back_where_anything_is(self) -> None:
        issue = next(i for i in sample.results().issues if i.code == "hold-cost")
        bare = replace(issue, cost=Cost(Decimal(5), "somehow"))
        results = replace(sample.results(), issues=(bare,))
        assert column(make("conflicts", results), "money") == [Decimal(5)]
        kept = make("conflicts", results, restricted=("budget",))
        assert column(kept, "money") == [None]

    def test_silence_is_never_no_problem(self) -> None:
        nothing = replace(sample.results(), issues=())
        said = sentences(make("conflicts", nothing))
        assert "No conflicts found in what could be checked; 3 rules could not run" in said
        everything = replace(nothing, not_checked=())
        assert "No conflicts found; every rule could run." in sentences(
            make("conflicts", everything)
        )


class TestDoodView:
    def test_today_stands_out_and_weekends_and_holidays_are_shaded(self) -> None:
        results = replace(sample.results(), holidays={date(2026, 3, 6): "Shoot-free Friday"})
        report = make("dood-view", results)
        head = next(line for line in report.preamble if line.key == "head:weekday")
        assert [field for field, entry in head.entries.items() if entry.style is Style.TODAY] == [
            "2026-03-04"
        ]
        assert {each.field: each.shade for each in report.columns if each.shade} == {
            "2026-03-06": "holiday"
        }

    def test_a_conflict_frames_its_day_and_what_clashes_with_it_on_that_day(self) -> None:
        framed = {
            (line.key, field): entry.outline
            for line in make("dood-view").lines
            for field, entry in line.entries.items()
            if entry.outline
        }
        assert framed == {
            ("element:DOOD:1", "2026-03-02"): "error",
            ("element:DOOD:1", "2026-03-09"): "warning",
            ("element:DOOD:2", "2026-03-13"): "error",
        }

    def test_what_is_for_information_only_frames_nothing(self) -> None:
        found = [issue for issue in sample.results().issues if issue.severity is Severity.INFO]
        report = make("dood-view", replace(sample.results(), issues=tuple(found)))
        assert not [e for line in report.lines for e in line.entries.values() if e.outline]

    def test_a_conflict_with_a_hidden_sheet_frames_nothing(self) -> None:
        apart = sample.results("budget", "schedule")
        hidden = replace(apart.issues[0], related=(Cell("Deals", 5, 7, "budget"),))
        results = replace(apart, issues=(hidden,))
        report = make("dood-view", results, book="schedule", restricted=("budget",))
        assert not [e for line in report.lines for e in line.entries.values() if e.outline]


class TestLookAhead:
    def test_a_line_a_day_and_thing_and_conflicts_at_the_day_on_which_they_bite(self) -> None:
        report = make("look-ahead")
        told = zip(*(column(report, field) for field in ("date", "what", "who")), strict=True)
        assert list(told)[-2:] == [
            (date(2026, 3, 6), "Due back", "Lumen Co"),
            (date(2026, 3, 9), "Conflict", "HELEN"),
        ]
        assert "for information" not in sentences(report)

    def test_a_quiet_week_is_one_sentence(self) -> None:
        quiet = replace(sample.results(), ahead=(), issues=())
        report = make("look-ahead", quiet)
        assert list(report.lines) == []
        assert sentences(report) == (
            "Nothing happens in the next seven days that the sheets tell of."
        )

    def test_what_a_conflict_says_is_not_said_again(self) -> None:
        at = Cell("Permits", 4, 6, "production")
        found = Issue(
            "permit-expires",
            Severity.WARNING,
            "The permit for Harbour ends before the shoot there.",
            at,
            topic=Topic.CONFLICT,
            subject="Harbour",
            dates=(date(2026, 3, 6),),
        )
        report = make("look-ahead", replace(sample.results(), issues=(found,)))
        assert column(report, "what").count("Permit") == 1
        assert "Expires" not in column(report, "what")

    def test_a_hold_keeps_its_line_and_its_words_while_it_lasts(self) -> None:
        (hold,) = (each for each in sample.results().ahead if each.what == "On hold")
        later = replace(hold, day=date(2026, 3, 5), detail="6 hold days")
        one, other = (
            make("look-ahead", replace(sample.results(), ahead=(each,), issues=())).lines[0].key
            for each in (hold, later)
        )
        assert one == other


class TestVariance:
    def test_the_period_has_a_column_only_where_a_sheet_gives_it(self) -> None:
        fields = [each.field for each in make("variance").columns]
        assert "actual_period" not in fields
        results = sample.results()
        assert results.cost_report is not None
        grand = replace(results.cost_report.grand, actual_period=Decimal(1200))
        known = replace(results, cost_report=replace(results.cost_report, grand=grand))
        assert "actual_period" in [each.field for each in make("variance", known).columns]

    def test_a_figure_that_its_columns_do_not_add_up_to_is_shown_as_stated(self) -> None:
        results = sample.results()
        assert results.cost_report is not None
        first = results.cost_report.categories[0]
        odd = replace(first, figures=replace(first.figures, efc=Decimal(231_801)))
        report = replace(results.cost_report, categories=(odd, *results.cost_report.categories[1:]))
        lines = {
            line.key: line for line in make("variance", replace(results, cost_report=report)).lines
        }
        assert lines["subtotal:1400"].entries["efc"].content == Decimal(231_801)
        assert isinstance(lines["subtotal:1400"].entries["revised"].content, Formula)

    def test_an_account_listed_twice_has_two_lines(self) -> None:
        results = sample.results()
        assert results.cost_report is not None
        design = results.cost_report.categories[1]
        twice = replace(design, accounts=(*design.accounts, design.accounts[0]))
        report = replace(results.cost_report, categories=(twice,))
        keys = [line.key for line in make("variance", replace(results, cost_report=report)).lines]
        assert "account:2201" in keys
        assert "account:2201#2" in keys

    def test_what_wants_an_explanation_is_named_on_top(self) -> None:
        """The ones without; 1402 has its explanation in the tab."""
        said = sentences(make("variance"))
        assert "Explanations missing: 2203; as a whole 2200." in said
        assert "1 line wants one and has it." in said

    def test_a_figure_from_several_cells_says_which(self) -> None:
        lines = {line.key: line for line in make("variance").lines}
        note = lines["account:1402"].entries["commitments"].note
        assert note == "From 2 cells: PO Log!F7, PO Log!F27"

    def test_nothing_is_shown_where_the_budget_is_kept_from_the_readers(self) -> None:
        apart = sample.results("budget", "schedule")
        report = make("variance", apart, book="schedule", restricted=("budget",))
        assert not report.lines
        assert "restricted spreadsheet 'budget'" in sentences(report)


class TestDataIssues:
    def test_each_spreadsheet_gets_its_own(self) -> None:
        apart = sample.results("budget", "schedule")
        report = make("data-issues", apart, book="budget")
        assert set(column(report, "tab")) == {"Budget"}
        assert "1 more problem is in the spreadsheet 'schedule' and listed there." in sentences(
            report
        )

    def test_rows_that_no_sum_counts_come_first_among_equals(self) -> None:
        issue = next(i for i in sample.results().issues if i.code == "unreadable-amount")
        earlier = replace(issue, code="unreadable-date", at=Cell("Budget", 6, 2, "production"))
        report = make("data-issues", replace(sample.results(), issues=(earlier, issue)))
        assert column(report, "cell") == ["C12", "B6"]

    def test_the_pass_rate_counts_records_not_problems(self) -> None:
        issue = next(i for i in sample.results().issues if i.code == "unknown-code")
        again = replace(issue, at=Cell("DOOD", 10, 5, "production"))
        warning = replace(issue, at=Cell("DOOD", 9, 5, "production"), severity=Severity.WARNING)
        outside = replace(issue, at=Cell("DOOD", 2, 1, "production"))
        results = replace(sample.results(), issues=(issue, again, warning, outside))
        rates = [
            line.entries["severity"].content
            for line in make("data-issues", results).preamble
            if line.key.startswith("sheet:DOOD")
        ]
        assert rates == ["66%"]  # two of three, rounded down: 100% only where all pass


class TestHoldsAndDrops:
    def test_rates_and_costs_have_no_column_where_all_are_restricted(self) -> None:
        apart = sample.results("budget", "schedule")
        report = make("holds-and-drops", apart, book="schedule", restricted=("budget",))
        fields = {each.field for each in report.columns}
        assert not fields & {"daily_rate", "hold_cost", "drop_saves"}
        assert "Rates and costs come from the restricted spreadsheet 'budget'" in sentences(report)

    def test_a_performers_name_is_left_out_where_the_cast_list_is_restricted(self) -> None:
        cast = replace(sample.budget_table("people"), kind="cast", excluded={}, special_totals={})
        results = replace(
            sample.results(schedule="schedule"),
            tables=(*sample.results(schedule="schedule").tables, cast),
        )
        report = make("holds-and-drops", results, book="schedule", restricted=("people",))
        assert set(column(report, "performer")) == {None}

    def test_a_cost_that_is_not_days_by_rate_is_no_formula(self) -> None:
        hold = sample.holds("production", "production")[1]
        assert hold.hold_cost is not None
        flat = replace(hold, hold_cost=replace(hold.hold_cost, amount=Decimal(6500)))
        report = make("holds-and-drops", replace(sample.results(), holds=(hold, flat)))
        costs = [line.entries["hold_cost"].content for line in report.lines]
        assert [isinstance(each, Formula) for each in costs] == [True, False, True]
        assert column(report, "hold_cost") == [7000, 6500, 13500]


class TestSummary:
    def test_seven_gravest_things_and_no_more(self) -> None:
        issue = next(i for i in sample.results().issues if i.code == "double-booked")
        many = tuple(
            replace(issue, subject=f"P{number:02}", severity=Severity.WARNING)
            for number in range(12)
        )
        results = replace(sample.results(), issues=(*many, issue))
        report = make("summary", results)
        shown = [line for line in report.lines if line.key.startswith("first:")]
        assert len(shown) == 7
        assert shown[0].entries["item"].content == "HELEN"

    def test_no_figure_of_a_restricted_budget(self) -> None:
        apart = sample.results("budget", "schedule")
        report = make("summary", apart, book="schedule", restricted=("budget",))
        amounts = [
            entry.content
            for line in report.lines
            for entry in line.entries.values()
            if isinstance(entry.content, Decimal | Formula) and entry.style is not Style.COUNT
        ]
        assert amounts == []
        assert report.charts == ()

    def test_the_charts_show_the_categories_and_what_is_remembered(self) -> None:
        report = make("summary")
        keys = [line.key for line in report.lines]
        shown = []
        for chart in report.charts:
            covered = report.lines[keys.index(chart.first) : keys.index(chart.last) + 1]
            shown.append([line.entries[chart.labels].content for line in covered])
        periods = ["28 Feb", "now"]
        categories = ["1400", "2200", "5000", "Not in the budget", "Contingency"]
        assert shown == [categories, periods, periods]
        efc = [line.entries["when_efc"].content for line in report.lines[:2]]
        assert efc == [Decimal(325450), Decimal(329000)]

    def test_what_changed_since_the_last_run_and_the_last_closed_period(self) -> None:
        lines = {line.key: line for line in make("summary").lines}
        efc, paid = (
            [lines[key].entries[field].content for field in ("first", "second", "third")]
            for key in ("changed:efc", "changed:paid")
        )
        assert efc == [Decimal(329000), Decimal(1550), Decimal(3550)]
        assert paid == [20, 1, 1]

    def test_without_an_earlier_run_it_says_since_when(self) -> None:
        first = make("summary", replace(sample.results(), memories={}))
        assert "Changes are told since Wed 4 Mar 2026, the first run here" in sentences(first)
        assert [chart.title for chart in first.charts] == ["Budget against EFC by category"]

    def test_the_next_seven_days_begin_today(self) -> None:
        report = make("summary")
        days = [line.key for line in report.lines if line.key.startswith("ahead:")]
        assert days == [f"ahead:2026-03-{day:02}" for day in (4, 5, 6, 9, 10)]

    def test_what_is_lacking_is_a_line_with_how_to_add_it_and_the_rules_that_want_it(self) -> None:
        lines = {line.key: line for line in make("summary").lines}
        told = lines["unchecked:call and wrap times"].entries
        assert {field: entry.content for field, entry in told.items()} == {
            "item": "Call and wrap times",
            "first": "Add a tab with Date, Name, Call and Wrap. For forced-call, meal-penalty.",
        }
