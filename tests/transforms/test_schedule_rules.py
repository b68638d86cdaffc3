"""What the schedule's rules say beyond the cells of their manuals: words, days, money, calm."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from model.cell import Cell
from model.issue import Issue, Severity
from tests.transforms.sheets import facts
from transforms.rules import rules

SAG = "sag-aftra-theatrical-2023"
WEEK = """
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 |
    |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon |
"""


def cast(deal: str, union: str = "SAG-AFTRA", number: str = "1") -> str:
    return f"""
        | No.      | Role | Performer  | Union   | Deal   |
        | {number} | ANA  | Ana Moreno | {union} | {deal} |
    """


def found(code: str, tabs: dict[str, str], **settings: Any) -> list[Issue]:
    return list(rules()[code].issues(facts(tabs, **settings)))


def test_a_sixth_day_in_plain_words_with_what_it_costs():
    (issue,) = found(
        "sixth-consecutive-day",
        {"DOOD": WEEK + "| 1.ANA | SW | W | W | W | W | W |", "Cast": cast("$1,200/day")},
        agreements=SAG,
    )
    assert issue.message == "ANA works 6 days in a row, Mon 2 to Sat 7 March"
    assert len(issue.dates) == 6
    assert issue.cost is not None
    assert issue.cost.amount == 600
    assert issue.cost.formula == "1 6th day at 1.5 times: 0.5 more x day rate USD 1,200"
    assert issue.cost.sources == (Cell("Cast", 2, 5, "book"),)
    assert "1.5" not in issue.message
    assert issue.clause.startswith("SAG-AFTRA Theatrical, 2023: the sixth day")


def test_a_week_rate_is_divided_by_the_agreements_workweek():
    (issue,) = found(
        "seventh-consecutive-day",
        {"DOOD": WEEK + "| 1.ANA | SW | W | W | W | W | W | W | WF |", "Cast": cast("5,000/week")},
        agreements=SAG,
    )
    assert issue.message == "ANA works 8 days in a row, Mon 2 to Mon 9 March"
    assert issue.cost is not None
    assert issue.cost.amount == 1500
    assert issue.cost.formula == (
        "1 6th day at 1.5 times: 0.5 more + 1 7th day at 2 times: 1 more "
        "x week rate USD 5,000 / 5 days"
    )


@pytest.mark.parametrize(
    ("deal", "union", "agreement"),
    [
        ("see agent", "SAG-AFTRA", SAG),
        ("$1,200/day", "Non-union", SAG),
        ("$1,200/day", "SAG-AFTRA", ""),
        ("$1,200/day", "ACTRA", SAG),
    ],
)
def test_no_rate_or_no_agreement_no_cost(deal: str, union: str, agreement: str):
    (issue,) = found(
        "sixth-consecutive-day",
        {"DOOD": WEEK + "| 1.ANA | SW | W | W | W | W | W |", "Cast": cast(deal, union)},
        agreements=agreement or (),
    )
    assert issue.cost is None
    assert bool(issue.clause) is (union == "SAG-AFTRA" and bool(agreement))


def test_a_figure_after_its_agreement_ended_says_so():
    (issue,) = found(
        "sixth-consecutive-day",
        {
            "DOOD": """
                | Cast  | 7/6 | 7/7 | 7/8 | 7/9 | 7/10 | 7/11 |
                |       | Mon | Tue | Wed | Thu | Fri  | Sat  |
                | 1.ANA | SW  | W   | W   | W   | W    | W    |
            """
        },
        agreements=SAG,
    )
    assert "figure of the agreement that ended on 30 June 2026" in issue.clause


def test_days_in_a_row_count_over_units_and_roles():
    tabs = {
        "Main Unit": WEEK + "| 1.ANA | SW | W | W | | | |",
        "2nd Unit": WEEK + "| 1.ANA | | | | W | W | WF |",
    }
    (issue,) = found("sixth-consecutive-day", tabs)
    assert str(issue.at) == "2nd Unit!G3"
    assert [str(cell) for cell in issue.related] == ["Main Unit!B3", "2nd Unit!E3"]
    other_role = WEEK + "| 1.ANA | SW | W | W | | | |\n| 8.OLD ANA | | | | SW | W | WF |"
    assert found("sixth-consecutive-day", {"DOOD": other_role}) == []
    roles = """
        | No. | Role    | Performer  |
        | 1   | ANA     | Ana Moreno |
        | 8   | OLD ANA | Ana Moreno |
    """
    assert len(found("sixth-consecutive-day", {"DOOD": other_role, "Cast": roles})) == 1


@pytest.mark.parametrize("between", ["H", "TR", "R", "FT", "/", ""])
def test_whatever_is_not_work_breaks_the_row(between: str):
    row = f"| 1.ANA | SW | W | {between} | W | W | W | W | WF |"
    assert found("sixth-consecutive-day", {"DOOD": WEEK + row}) == []


def test_a_day_that_the_sheet_leaves_out_breaks_the_row():
    assert (
        found(
            "sixth-consecutive-day",
            {
                "DOOD": """
                    | Cast  | 3/4 | 3/5 | 3/6 | 3/9 | 3/10 | 3/11 |
                    |       | Wed | Thu | Fri | Mon | Tue  | Wed  |
                    | 1.ANA | SW  | W   | W   | W   | W    | WF   |
                """
            },
        )
        == []
    )


def test_cars_do_not_need_a_day_off():
    row = "| 1.TAXI | SW | W | W | W | W | W | W | WF |"
    assert found("seventh-consecutive-day", {"Picture Vehicles": WEEK + row}) == []


def two_units(first: str, second: str, **more: str) -> dict[str, str]:
    return {"Main Unit": WEEK + first, "2nd Unit": WEEK + second, **more}


def test_a_clash_of_several_days_is_one_finding():
    tabs = two_units("| 1.ANA | SW | W | W | | W | WF |", "| 1.ANA | | SW | W | | WF | |")
    first, second = found("double-booked", tabs)
    assert first.message == "ANA works on Main Unit and 2nd Unit on Tue 3 to Wed 4 March"
    assert str(first.at) == "Main Unit!C3"
    assert [str(cell) for cell in first.related] == ["Main Unit!D3", "2nd Unit!C3", "2nd Unit!D3"]
    assert [when.day for when in first.dates] == [3, 4]
    assert [when.day for when in second.dates] == [6]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("| 1.ANA | SW | H | WF |", "| 1.ANA | | SWF | |"),
        ("| 1.ANA | SW | W | WF |", "| 7.ANA | SW | W | WF |"),
        ("| 1.ANA | SW | W | WF |", "| 1.ANNA | SW | W | WF |"),
        ("| 1.ANA MORENO | SW | W |", "| ANA | SW | W |"),
        ("| 1.ANA | TR | SW |", "| 1.ANA | TR | |"),
        ("| 1.ANA | FT | SW |", "| 1.ANA | WF | |"),
    ],
)
def test_what_only_looks_like_a_clash(first: str, second: str):
    assert found("double-booked", two_units(first, second)) == []


@pytest.mark.parametrize(
    ("first", "second", "severity"),
    [
        ("| 1.ANA | SW |", "| 1.ANA | SW |", Severity.ERROR),
        ("| ANA MORENO | SW |", "| ANA MORENO | SW |", Severity.ERROR),
        ("| 1.ANA | TR | SW |", "| 1.ANA | SWF | |", Severity.INFO),
        ("| ANA | SW |", "| ANA | SW |", Severity.WARNING),
    ],
)
def test_a_clash_weighs_what_is_certain(first: str, second: str, severity: Severity):
    (issue,) = found("double-booked", two_units(first, second))
    assert issue.severity is severity


def test_two_roles_of_one_performer_clash_only_between_units():
    roles = """
        | No. | Role    | Performer  | Status    |
        | 1   | ANA     | Ana Moreno | Confirmed |
        | 8   | OLD ANA | Ana Moreno | Pencilled |
    """
    both = "| 1.ANA | SW | W |\n| 8.OLD ANA | SW | W |"
    assert found("double-booked", {"DOOD": WEEK + both, "Cast": roles}) == []
    (issue,) = found(
        "double-booked", two_units("| 1.ANA | SW | |", "| 8.OLD ANA | SW | |", Cast=roles)
    )
    assert issue.message.startswith("ANA (as ANA and OLD ANA) works on Main Unit and 2nd Unit")
    assert issue.severity is Severity.INFO, "one of the two is only pencilled"


def test_one_element_on_two_rows_of_a_tab_clashes():
    rows = "| 1.ANA | SW | W |\n| 1.ANA | | W |"
    (issue,) = found("double-booked", {"DOOD": WEEK + rows})
    assert issue.message == "ANA works on two rows on Tue 3 March"


def test_namesakes_on_the_crew_list_are_told_apart_by_their_phones_which_stay_unsaid():
    list_ = """
        | Position | Name         | Phone    | Unit | Start Date | End Date   |
        | Operator | Ida Lindgren | 555-0101 | Main | 2026-03-02 | 2026-03-20 |
        | Grip     | Ida Lindgren | 555-0199 | 2nd  | 2026-03-02 | 2026-03-20 |
    """
    assert found("double-booked", {"Crew": list_}) == []
    (issue,) = found("double-booked", {"Crew": list_.replace("0199", "0101")})
    assert "555" not in str(issue)


def test_deal_dates_of_both_sides_with_the_deals_own_cells():
    tabs = {
        "DOOD": WEEK + "| 1.ANA | H | TR | SW | W | WF | TR |",
        "Cast": """
            | No. | Role | Performer  | Start Date | End Date   |
            | 1   | ANA  | Ana Moreno | 2026-03-04 | 2026-03-05 |
        """,
    }
    before, after = found("outside-deal-dates", tabs)
    assert before.message == (
        "ANA travels on Mon 2 to Tue 3 March, before the deal starts on Wed 4 March"
    )
    assert [str(cell) for cell in before.related] == ["Cast!D2", "DOOD!C3"]
    assert after.message == "ANA works on Fri 6 to Sat 7 March, after the deal ends on Thu 5 March"
    assert after.related[0] == Cell("Cast", 2, 5, "book")


@pytest.mark.parametrize(
    ("deal", "notes", "flagged"),
    [
        ("Daily - 2 days + travel", "", []),
        ("", "travels 3/3, day before start - OK per deal", []),
        ("", "voyage 03/03 hors contrat, défrayé (accord agent) – pas de lien avec Jo", []),
        ("", "Flies in Tues, travel day is in her deal", []),
        ("", "voyage la veille (03/03), prévu au contrat", []),
        ("", "Anreise 3.3. ist im Vertrag", []),
        ("", "deal incl. travel day 3/3 at no pay", []),
        ("", "travel day - not in deal, extend", ["DOOD!C3"]),
        ("", "hors voyage", ["DOOD!C3"]),
        ("", "Travel: no", ["DOOD!C3"]),
        ("", "travel - TBC", ["DOOD!C3"]),
        ("", "no travel, local hire", ["DOOD!C3"]),
        ("", "travel TBC", ["DOOD!C3"]),
        ("", "local", ["DOOD!C3"]),
    ],
)
def test_travel_that_the_deals_notes_speak_of_is_in_the_deal(
    deal: str, notes: str, flagged: list[str]
):
    tabs = {
        "DOOD": WEEK + "| 1.ANA |  | TR | SW | WF |",
        "Cast": f"""
            | No. | Role | Performer  | Start Date | End Date   | Deal   | Notes   |
            | 1   | ANA  | Ana Moreno | 2026-03-04 | 2026-03-05 | {deal} | {notes} |
        """,
    }
    assert [str(issue.at) for issue in found("outside-deal-dates", tabs)] == flagged


def test_work_before_the_deal_is_outside_whatever_the_notes_say_of_travel():
    tabs = {
        "DOOD": WEEK + "| 1.ANA | TR | SW | W | WF |",
        "Cast": """
            | No. | Role | Performer  | Start Date | End Date   | Notes           |
            | 1   | ANA  | Ana Moreno | 2026-03-04 | 2026-03-05 | travels 3/3 OK  |
        """,
    }
    (issue,) = found("outside-deal-dates", tabs)
    assert str(issue.at) == "DOOD!C3"


def test_a_hold_outside_the_deal_weighs_less():
    tabs = {
        "DOOD": WEEK + "| 1.ANA | SW | H | WF |",
        "Cast": """
            | No. | Role | Performer  | Start Date | End Date   |
            | 1   | ANA  | Ana Moreno | 2026-03-02 | 2026-03-02 |
            | 1   | ANA  | Ana Moreno | 2026-03-04 | 2026-03-04 |
        """,
    }
    assert found("outside-deal-dates", tabs) == [], "between two deals of one engagement"
    one_deal = tabs | {"Cast": tabs["Cast"].replace("2026-03-02 |\n", "2026-03-04 |\n")}
    assert found("outside-deal-dates", one_deal) == []


def test_a_crew_members_dates_are_found_by_the_full_name():
    tabs = {
        "Crew DOOD": WEEK + "| Ida Lindgren | SW | W | WF |\n| Tom | SW | W | WF |",
        "Crew": """
            | Position | Name         | Start Date | End Date   |
            | Operator | Ida LINDGREN | 2026-03-02 | 2026-03-03 |
            | Grip     | Tom Okafor   | 2026-03-02 | 2026-03-03 |
        """,
    }
    (issue,) = found("outside-deal-dates", tabs)
    assert issue.subject == "Ida Lindgren"


HOLIDAY = """
    | Cast   | 5/22 | 5/25 | 5/26 |
    |        | Fri  | Mon  | Tue  |
    | 1.ANA  | SW   | W    | WF   |
    | 2.BEN  | SW   | W    | WF   |
    | 3.CARL | SW   | R    | WF   |
"""


def test_a_holiday_is_one_finding_with_what_all_cost_together():
    (issue,) = found(
        "holiday-work", {"DOOD": HOLIDAY, "Cast": cast("$1,200/day")}, agreements=SAG, holidays="US"
    )
    assert issue.message == (
        "ANA and BEN work on Memorial Day, Mon 25 May (SAG-AFTRA and public holiday in US)"
    )
    assert issue.subject == "Memorial Day"
    assert issue.cost is not None
    assert issue.cost.amount == 1200
    assert issue.cost.formula.endswith("; 1 without a rate")


JUNETEENTH = """
    | Cast  | 6/18 | 6/19 | 6/22 |
    |       | Thu  | Fri  | Mon  |
    | 1.ANA | SW   | W    | WF   |
    | 2.BEN | SW   | W    | WF   |
"""


def test_a_holiday_is_kept_by_those_whose_body_keeps_it():
    both = "sag-aftra-theatrical-2023, actra-ipa-2025"
    roles = cast("$1,200/day") + "| 2 | BEN | Ben Roy | ACTRA | $900/day |"
    (issue,) = found("holiday-work", {"DOOD": JUNETEENTH, "Cast": roles}, agreements=both)
    assert issue.message == "ANA works on Juneteenth, Fri 19 June (SAG-AFTRA)"
    # Whose union nobody named keeps what all that it may be keep: here only SAG-AFTRA's do.
    assert found("holiday-work", {"DOOD": JUNETEENTH}, agreements=both) == []
    assert found("holiday-work", {"DOOD": JUNETEENTH}, agreements=both, holidays="US") != []


def test_a_public_holiday_costs_nothing_that_anybody_agreed():
    (issue,) = found("holiday-work", {"DOOD": HOLIDAY, "Cast": cast("$1,200/day")}, holidays="US")
    assert issue.cost is None
    assert issue.clause == ""


DROPPED = """
    | Cast  | 3/2 | 3/3 | 3/9 | 3/10 | 3/12 | 3/13 |
    |       | Mon | Tue | Mon | Tue  | Thu  | Fri  |
    | 1.ANA | SW  | WD  |     |      | {}   | {}   |
    | 2.BEN | SW  | W   | W   | W    | W    | WF   |
"""


def test_a_short_drop_costs_the_companys_days_between():
    tabs = {"DOOD": DROPPED.format("PWF", ""), "Cast": cast("$1,200/day")}
    (issue,) = found("short-drop", tabs, agreements=SAG)
    assert issue.severity is Severity.WARNING
    assert issue.cost is not None
    assert issue.cost.amount == 2400
    assert issue.cost.formula == "2 work days between x day rate USD 1,200"
    assert [str(cell) for cell in issue.related] == ["DOOD!C3"]


@pytest.mark.parametrize(("holidays", "flagged"), [("US", False), ("CA-BC", True), ((), False)])
def test_a_shoot_abroad_wants_longer_drops(holidays: Any, flagged: bool):
    dood = DROPPED.replace("3/13 |", "3/14 |").replace("Fri  |", "Sat  |").format("", "PWF")
    assert bool(found("short-drop", {"DOOD": dood}, agreements=SAG, holidays=holidays)) is flagged


def test_a_weeklys_short_drop_is_only_worth_knowing():
    tabs = {"DOOD": DROPPED.format("PWF", ""), "Cast": cast("5,000/week")}
    (issue,) = found("short-drop", tabs, agreements=SAG)
    assert issue.severity is Severity.INFO


def test_what_a_drop_would_save():
    days = " | ".join(f"3/{day}" for day in range(2, 21))
    names = " | ".join(
        [["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(day - 2) % 7] for day in range(2, 21)]
    )
    row = " | ".join(["SW", *["H"] * 4, "", "", *["H"] * 5, "", "", "W", "H", "H", "H", "WF"])
    tabs = {
        "DOOD": f"| Cast | {days} |\n| | {names} |\n| 1.ANA | {row} |",
        "Cast": cast("$1,200/day"),
    }
    (issue,) = found("hold-cost", tabs, agreements=SAG)
    assert issue.message == (
        "ANA is held for 9 days between Mon 2 March and Mon 16 March: a drop would save them"
    )
    assert (str(issue.at), str(issue.related[0])) == ("DOOD!C3", "DOOD!P3")
    assert issue.cost is not None
    assert issue.cost.amount == Decimal(10800)
    assert issue.cost.formula == "9 hold days saved x day rate USD 1,200"
    assert "1,200" not in issue.message


def test_two_versions_of_one_schedule_are_one_finding():
    people = [f"{number}.PERSON {number}" for number in range(1, 7)]
    white = WEEK + "\n".join(f"| {name} | SW | W | WF |" for name in people)
    blue = WEEK + "\n".join(f"| {name} | SW | H | WF |" for name in people)
    (issue,) = found("double-booked", {"Ann": white, "Jo": blue})
    assert issue.severity is Severity.WARNING
    assert issue.message.startswith("Jo looks like another version of Ann")
    assert (str(issue.at), str(issue.related[0])) == ("Jo!A3", "Ann!A3")


def test_a_busy_second_unit_is_no_second_version():
    main = WEEK + "\n".join(f"| {number}.P {number} | SW | W | WF |" for number in range(1, 21))
    second = WEEK + "\n".join(f"| {number}.P {number} | | SWF | |" for number in range(18, 25))
    issues = found("double-booked", {"Main Unit": main, "2nd Unit": second})
    assert [issue.subject for issue in issues] == ["P 18", "P 19", "P 20"]


def fifteen_days(union: str) -> dict[str, str]:
    dates = [date(2026, 3, 2) + timedelta(day) for day in range(17)]
    marks = ["SW", *["W"] * 15, "WF"]
    return {
        "Crew Days": f"| Crew | {' | '.join(f'{when.month}/{when.day}' for when in dates)} |\n"
        f"| | {' | '.join(f'{when:%a}' for when in dates)} |\n"
        f"| Tom Okafor | {' | '.join(marks)} |",
        "Crew": f"""
            | Department | Position | Name         | Union   | Rate | Rate Unit |
            | Grip       | Key Grip | Tom Okafor   | {union} | 600  | day       |
            | Camera     | DP       | Ida Lindgren | {union} | 900  | day       |
        """,
    }


def test_seventeen_days_in_a_row_are_one_finding_with_all_that_they_cost():
    tabs = fifteen_days("IATSE 491")
    assert found("seventh-consecutive-day", tabs, agreements="iatse-area-standards-2024") == []
    (issue,) = found("fifteenth-consecutive-day", tabs, agreements="iatse-area-standards-2024")
    assert issue.message == ("Tom Okafor works 17 days in a row, Mon 2 to Wed 18 March")
    assert issue.cost is not None
    assert "3 days beyond 14 in a row: 3 more" in issue.cost.formula
    assert "fifteenth and each later day" in issue.clause


def test_the_days_beyond_as_many_as_are_allowed_are_no_ones_where_none_are_agreed():
    (issue,) = found("fifteenth-consecutive-day", fifteen_days("Non-union"))
    assert (issue.cost, issue.clause) == (None, "")


def test_a_rest_too_short_is_told_once_up_to_the_next_rest():
    tabs = {"DOOD": """
        | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | 3/7 | 3/8 | 3/9 | 3/10 | 3/11 | 3/12 | 3/13 | 3/16 |
        |       | Mon | Tue | Wed | Thu | Fri | Sat | Sun | Mon | Tue  | Wed  | Thu  | Fri  | Mon  |
        | 1.ANA | SW  | W   | W   | W   | W   |     | W   | W   | W    |      | W    | W    | WF   |
    """}  # fmt: skip
    (issue,) = found("no-weekly-rest", tabs, agreements=SAG)
    assert issue.message == (
        "ANA works 8 of 9 days, Mon 2 to Tue 10 March, without 2 days off in a week: "
        "check the hours of rest"
    )
    assert [str(cell) for cell in (issue.at, *issue.related)] == [
        "DOOD!H3",
        "DOOD!F3",
        "DOOD!B3",
        "DOOD!J3",
    ]
    assert "two days off" in issue.clause
    assert found("no-weekly-rest", tabs, agreements="uk-working-time-1998") == []


def test_a_double_who_finishes_on_each_of_two_units_is_judged_line_by_line():
    double = """
        | Cast      | 3/2 | 3/3 | 3/4 |
        |           | Mon | Tue | Wed |
        | 1.ANA     | SW  | W   | WF  |
        | 2.BEN     | SW  | WF  |     |
        | 31.DOUBLE | SWF |     |     |
        | 31.DOUBLE |     | {} |
    """
    rule = rules()["finish-not-last-work"]
    assert list(rule.issues(facts({"DOOD": double.format("SW | WF")}))) == []
    (issue,) = rule.issues(facts({"DOOD": double.format("W | W")}))
    assert issue.at.a1 == "B5"
