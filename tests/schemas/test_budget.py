"""Budgets and cost reports."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from model.money import total
from schemas import read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues, overriding, production, reading

COST_REPORT = """
| A LONG NIGHT - COST REPORT |
| Period ending: | 2026-03-14 |
|                |            |
| Acct | Description           | Original Budget | Approved | Revised Budget | Actual to Date | Commitments | Total Cost | ETC  | EFC   | (Over)/Under | Notes |
| ABOVE THE LINE |
| 1100  STORY    |
| 1101 | Rights                | 1000            | 0        | 1000           | 400            | 100         | 500        | 500  | 1000  | 0            |       |
| 1102 | Script                | 2000            | 100      | 2100           | 2200           | -           | 2200       | 0    | 2200  | (100)        | late  |
|      | Total Story           | 3000            | 100      | 3100           | 2600           | 100         | 2700       | 500  | 3200  | -100         |       |
|      | TOTAL ABOVE THE LINE  | 3000            | 100      | 3100           | 2600           | 100         | 2700       | 500  | 3200  | -100         |       |
| PRODUCTION     |
| 2200 | SET DESIGN            |
| 2201 | Designer              | 4000            | 0        | 4000           | 0              | 0           | 0          | 4000 | 4000  | 0            |       |
| 2202 | ~~Assistant~~         | 500             |          |                |                |             |            |      |       |              |       |
|      | Note: see riders      |
|      | Subtotal              | 4000            | 0        | 4000           | 0              | 0           | 0          | 4000 | 4000  | 0            |       |
|      | Contingency (10%)     | 700             | 0        | 700            | 0              | 0           | 0          | 700  | 700   | 0            |       |
|      | GRAND TOTAL           | 7700            | 100      | 7800           | 2600           | 100         | 2700       | 5200 | 7900  | -100         |       |
"""  # noqa: E501


def test_a_cost_report_with_banners_subtotals_and_contingency():
    found = reading(COST_REPORT)
    (table,) = found.tables
    assert issues(found) == []
    assert table.kind == "budget"
    assert table.header_rows == (4,)
    lines = table.frame[~table.frame["special"]]
    assert list(lines["account"]) == ["1101", "1102", "2201"]
    assert list(lines["category_code"]) == ["1100", "1100", "2200"]
    assert list(lines["category"]) == ["STORY", "STORY", "SET DESIGN"]
    assert list(lines["section"]) == ["ABOVE THE LINE", "ABOVE THE LINE", "PRODUCTION"]
    assert total(lines["budget"]) == Decimal(7000)
    assert lines.at[8, "commitments"] == 0
    assert lines.at[8, "variance"] == Decimal(-100)
    assert lines.at[8, "notes"] == "late"
    assert dict(table.excluded) == {
        "banner": (5, 6, 11, 12),
        "note": (15,),
        "special": (17,),
        "struck": (14,),
        "subtotal": (9, 10, 16, 18),
    }
    assert table.special_totals["budget"] == Decimal(700)
    assert table.cell(8, "efc").a1 == "J8"


def test_what_each_stated_total_covers():
    (table,) = reading(COST_REPORT).tables
    budget = {s.cell.row: s.covers for s in table.stated if s.field == "budget"}
    assert budget == {9: (7, 8), 10: (7, 8), 16: (13,), 18: (7, 8, 13, 17)}


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        # a subtotal typed over: the totals above it still add up by their parts
        ("| Total Story           | 3000 ", "| Total Story           | 3001 ", ["C9"]),
        ("| Subtotal              | 4000 ", "| Subtotal              | 40   ", ["C16"]),
        ("| GRAND TOTAL           | 7700 ", "| GRAND TOTAL           | 7777 ", ["C18"]),
        ("| TOTAL ABOVE THE LINE  | 3000 ", "| TOTAL ABOVE THE LINE  | 9000 ", ["C10"]),
    ],
)
def test_a_total_that_is_not_the_sum_of_its_rows_is_one_issue(before, after, where):
    assert before in COST_REPORT
    found = reading(COST_REPORT.replace(before, after))
    assert issues(found) == [("stated-total-differs", a1) for a1 in where]


def test_a_differing_total_shows_both_figures():
    (issue,) = reading(
        COST_REPORT.replace("Subtotal              | 4000", "Subtotal | 4500")
    ).issues
    assert "USD 4,500" in issue.message
    assert "USD 4,000" in issue.message
    assert issue.severity == "warning"
    assert "struck-through" in issue.message


def test_rounding_is_shown_but_of_no_consequence():
    (issue,) = reading(
        COST_REPORT.replace("GRAND TOTAL           | 7700", "GRAND TOTAL | 7701")
    ).issues
    assert (issue.code, issue.severity) == ("stated-total-differs", "info")


@pytest.mark.parametrize(
    ("row", "where"),
    [
        ("| 2201 | Designer | 4000 | 0 | 4100 | 0 | 0 | 0 | 4000 | 4000 | 0 |", "E13"),
        ("| 2201 | Designer | 4000 | 0 | 4000 | 5 | 5 | 20 | 3990 | 4000 | 0 |", "H13"),
        ("| 2201 | Designer | 4000 | 0 | 4000 | 0 | 0 | 0 | 4000 | 4500 | -500 |", "J13"),
        ("| 2201 | Designer | 4000 | 0 | 4000 | 0 | 0 | 0 | 4500 | 4500 | 500 |", "K13"),
    ],
)
def test_a_broken_identity_is_one_issue_at_the_figure_that_breaks_it(row, where):
    lines = [
        row if line.strip().startswith("| 2201") else line
        for line in COST_REPORT.splitlines()
        if "Subtotal" not in line and "GRAND" not in line
    ]
    assert issues(reading("\n".join(lines))) == [("efc-identity-broken", where)]


def test_a_variance_the_other_way_round_is_no_fault():
    turned = COST_REPORT.replace("(100)", "100").replace("| -100 ", "| 100 ")
    assert issues(reading(turned)) == []


def test_an_account_twice():
    found = reading(
        """
        | Acct | Description | Budget |
        | 2201 | Designer    | 100    |
        | 2202 | Assistant   | 100    |
        | 2201 | Designer 2  | 100    |
        """
    )
    assert issues(found) == [("account-listed-twice", "A4")]
    assert found.issues[0].related[0].a1 == "A2"


def test_a_row_that_cannot_be_read_is_in_no_sum_and_reported():
    found = reading(
        """
        | Acct | Description | Budget    | Actual     |
        | 2201 | Designer    | £1,200    | (350.00)   |
        | 2202 | Assistant   | TBD       | 0          |
        | 2203 | Draughtsman | #REF!     | 0          |
        | 2204 | Model maker | lots      | 0          |
        | 2205 | Paper       | 1,200-    | GBP 2k     |
        | 2206 | Glue        | 10        | n/a        |
        |      | Total       | 99999     | 1650       |
        """,
        given=production(currency="GBP"),
    )
    (table,) = found.tables
    assert issues(found) == [
        ("amount-open", "C3"),
        ("not-ready", "C4"),
        ("unreadable-amount", "C5"),
    ]
    assert table.excluded["unreadable"] == (3, 4, 5)
    assert list(table.frame["account"]) == ["2201", "2205", "2206"]
    assert list(table.frame["budget"]) == [Decimal(1200), Decimal(-1200), Decimal(10)]
    assert list(table.frame["actual_to_date"]) == [Decimal(-350), Decimal(2000), None]


def test_codes_keep_their_zeros():
    (table,) = reading(
        """
        | Acct  | Description | Budget |
        | 10.10 | Rights      | 5      |
        | 10.1  | Options     | 6      |
        | '0100 | Fees        | 7      |
        """
    ).tables
    assert list(table.frame["account"]) == ["10.10", "10.1", "0100"]
    assert list(table.frame["category_code"]) == ["10.00", "10.0", "0100"]


def test_code_and_name_in_one_cell():
    (table,) = reading(
        """
        | Account              | Budget | Actual |
        | 111620-Bailiff Fees  | 100    | 20     |
        | 111630-Court Fees    | 50     | 0      |
        """
    ).tables
    assert list(table.frame["account"]) == ["111620", "111630"]
    assert list(table.frame["description"]) == ["Bailiff Fees", "Court Fees"]
    assert table.place.columns["account"] == 1


def test_an_account_column_without_heading_and_headings_in_two_tiers():
    (table,) = reading(
        """
        |      |             | Budget   |          | Actual      |         |
        |      | Description | Original | Revised  | This Period | To Date |
        | 2201 | Designer    | 100      | 110      | 5           | 20      |
        | 2202 | Assistant   | 50       | 50       | 5           | 10      |
        """
    ).tables
    assert table.header_rows == (1, 2)
    assert dict(table.place.columns) == {
        "description": 2,
        "budget": 3,
        "revised_budget": 4,
        "actual_period": 5,
        "actual_to_date": 6,
        "account": 1,
    }


def test_subtotals_without_a_word_and_headings_repeated_on_every_page():
    found = reading(
        """
        | Acct | Desc.     | Est. | Var. |
        | 2201 | Designer  | 100  | 0    |
        | 2202 | Assistant | 50   | 0    |
        |      |           | 150  | 0    |
        | Acct | Desc.     | Est. | Var. |
        | 2301 | Builder   | 70   | 0    |
        |      |           | 70   | 0    |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert dict(table.excluded) == {"header": (5,), "subtotal": (4, 7)}
    assert list(table.frame["account"]) == ["2201", "2202", "2301"]


def test_a_category_row_that_bears_its_sum():
    found = reading(
        """
        | Acct | Description | Budget |
        | 2200 | SET DESIGN  | 150    |
        | 2201 | Designer    | 100    |
        | 2202 | Assistant   | 50     |
        | 2300 | BUILDING    | 99     |
        | 2301 | Builder     | 99     |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.excluded == {"subtotal": (2, 5)}
    assert list(table.frame["category"]) == ["SET DESIGN", "SET DESIGN", "BUILDING"]
    assert [s.covers for s in table.stated] == [(3, 4), (6,)]


def test_coded_contingency_outside_the_lines_and_a_bond_among_them():
    (table,) = reading(
        """
        | Acct | Description     | Budget |
        | 6701 | Production pack | 100    |
        | 6704 | Completion bond | 50     |
        | 8300 | Contingency     | 15     |
        """
    ).tables
    assert table.excluded == {"special": (4,)}
    assert list(table.frame["special"]) == [False, False, True]


def test_figures_without_words_among_lines_are_not_guessed():
    found = reading(
        """
        | Acct | Description | Budget |
        | 2201 | Designer    | 100    |
        |      |             | 77     |
        | 2202 | Assistant   | 50     |
        """
    )
    assert issues(found) == [("line-not-understood", "C3")]
    assert found.tables[0].excluded == {"unreadable": (3,)}


def test_a_topsheet_is_its_own_kind():
    (table,) = reading(
        """
        | Acct# | Category Description | Page | Total |
        | 1100  | STORY & RIGHTS       | 1    | 3000  |
        | 1200  | PRODUCERS UNIT       | 1    | 4000  |
        |       | Total Above-The-Line |      | 7000  |
        """
    ).tables
    assert table.kind == "budget_topsheet"
    assert list(table.frame["budget"]) == [Decimal(3000), Decimal(4000)]


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        (("'01.01", "'01.02", "'01.03", "'02.01", "'02.02", "'02.03"), "budget"),
        (("'01", "'02", "'03", "'04", "'05", "'06"), "budget_topsheet"),
        (("1100", "1200", "1300", "1400", "2000", "2100"), "budget_topsheet"),
    ],
)
def test_a_summary_of_several_accounts_a_category_is_a_budget(codes: tuple[str, ...], kind: str):
    what = ("Guion", "Música", "Derechos", "Protagonistas", "Figuración", "Vestuario")
    lines = "\n".join(f"| {code} | {name} | 100 |" for code, name in zip(codes, what, strict=True))
    text = f"| RESUMEN DE PRESUPUESTO |\n| |\n| Cta. | Concepto | Presupuesto |\n{lines}"
    (table,) = reading(text, given=production(locale="es_ES")).tables
    assert table.kind == kind


def test_the_settings_say_where_everything_is():
    given = overriding(kind="budget", header_rows=(2,), columns={"budget": "C", "account": "A"})
    (table,) = reading(
        """
        | some | strange | words |
        | x    | y       | z     |
        | 2201 | Desk    | 10    |
        """,
        given=given,
    ).tables
    assert table.confidence == 1.0
    assert list(table.frame["budget"]) == [Decimal(10)]


def test_an_ignored_tab_and_one_that_is_not_what_the_settings_say():
    text = "| Acct | Description | Budget |\n| 2201 | Designer | 100 |"
    ignored = reading(text, given=overriding(kind="ignore"))
    assert (ignored.tables, ignored.unrecognised) == ((), ())
    wrong = reading(text, given=overriding(kind="crew"))
    assert issues(wrong) == [("headings-not-found", "A1")]
    assert [cell.a1 for cell in wrong.unrecognised] == ["A1"]


def test_the_detail_of_a_budget_is_its_own_kind():
    found = reading(
        """
        | Acct | Description   | Amount | Units | X | Rate | Subtotal | Total |
        | 1101 | Story rights  |        |       |   |      |          |       |
        |      | Option        | 1      | Allow | 1 | 5000 | 5000     | 5000  |
        |      | Extension     | 2      | Allow | 1 | 100  | 200      | 200   |
        |      | Account Total for 1101 |  |    |   |      |          | 5200  |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.kind == "budget_detail"
    assert list(table.frame["account"]) == ["1101", "1101"]
    assert list(table.frame["budget"]) == [Decimal(5000), Decimal(200)]
    assert dict(table.excluded) == {"banner": (2,), "subtotal": (5,)}


def test_a_budget_of_another_tabs_categories_is_a_topsheet():
    top, _ = textgrid.parse(
        """
        | Acct | Description | Budget |
        | 1100 | Story       | 15     |
        | 2200 | Set design  | 20     |
        """,
        "Overview",
    )
    accounts, _ = textgrid.parse(
        """
        | Acct | Description | Budget |
        | 1101 | Rights      | 15     |
        | 2201 | Designer    | 20     |
        """,
        "Accounts",
    )
    found = read(book(top, accounts), PRODUCTION)
    assert [(t.place.tab, t.kind) for t in found.tables] == [
        ("Overview", "budget_topsheet"),
        ("Accounts", "budget"),
    ]


def test_amounts_in_another_currency_are_named_and_not_converted():
    found = reading(
        """
        | Acct | Description | Budget | Actual |
        | 2201 | Designer    | £100   | GBP 5  |
        | 2202 | Assistant   | $50    | GBP 5  |
        | 2203 | Paper       | USD 5  | GBP 5  |
        """
    )
    assert issues(found) == [("other-currency", "C2"), ("other-currency", "D2")]
    assert "3 amounts" in found.issues[1].message


def test_hidden_rows_are_read_and_noted():
    grid, _ = textgrid.parse(
        """
        | Acct | Description | Budget |
        | 2201 | Designer    | 100    |
        | 2202 | Assistant   | 50     |
        | 2203 | Paper       | 5      |
        """
    )
    found = read(book(replace(grid, hidden_rows=frozenset({2, 3, 9}))), PRODUCTION)
    assert issues(found) == [("hidden-rows", "A2")]
    assert "rows 2-3" in found.issues[0].message
    assert len(found.tables[0].frame) == 3


def test_the_foot_of_a_topsheet_repeats_its_totals():
    found = reading(
        """
        | Acct# | Category Description         | Page | Total   |
        | 1100  | STORY, RIGHTS                | 1    | $12,000 |
        | 1200  | PRODUCERS                    | 1    | $20,000 |
        |       | Total Fringes                |      | $4,000  |
        |       | TOTAL ABOVE-THE-LINE         |      | 36,000  |
        | 2000  | PRODUCTION STAFF             | 2    | $50,000 |
        |       | TOTAL PRODUCTION             |      | 50,000  |
        |       | Contingency : 10.0%          |      | 8,600   |
        |       | Completion Bond : 3.0%       |      | 2,580   |
        |       | TOTAL ABOVE-THE-LINE         |      | 36,000  |
        |       | TOTAL BELOW-THE-LINE         |      | 50,000  |
        |       | TOTAL ABOVE & BELOW-THE-LINE |      | 86,000  |
        |       | GRAND TOTAL                  |      | $97,180 |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert {s.cell.row: s.covers for s in table.stated} == {
        5: (2, 3, 4),
        7: (6,),
        10: (2, 3, 4),
        11: (6,),
        12: (2, 3, 4, 6),
        13: (2, 3, 4, 6, 8, 9),
    }
    assert table.special_totals == {"budget": Decimal(15180)}


def test_a_commercials_cost_summary():
    found = reading(
        """
        | LINE | DESCRIPTION | ESTIMATED | ACTUAL | VARIANCE |
        | A. PREP |
        | 1    | Producer    | 1000      | 900    | 100      |
        | 2    | AD          | 500       | 600    | -100     |
        |      | SUB TOTAL A | 1500      | 1500   | 0        |
        | B. SHOOT |
        | 51   | Producer    | 1000      | 900    | 100      |
        |      | SUB TOTAL B | 1000      | 900    | 100      |
        |      | TOTAL A & B | 2500      | 2400   | 100      |
        """
    )
    (table,) = found.tables
    assert issues(found) == []
    assert list(table.frame["account"]) == ["1", "2", "51"]
    assert list(table.frame["category"]) == ["PREP", "PREP", "SHOOT"]


def test_totals_name_the_sections_where_no_banner_does():
    (table,) = reading(
        """
        | Acct | Description              | Budget |
        | 1101 | Rights                   | 10     |
        |      | TOTAL A - ABOVE THE LINE | 10     |
        | 2201 | Designer                 | 20     |
        |      | TOTAL PRODUCTION         | 20     |
        | 5001 | Editor                   | 30     |
        |      | TOTAL POST PRODUCTION    | 30     |
        |      | GRAND TOTAL              | 60     |
        """
    ).tables
    assert list(table.frame["section"]) == ["a - above the line", "production", "post production"]
