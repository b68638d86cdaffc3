"""Tables found wherever they stand on a tab, one or several, and nothing where there is none."""

from __future__ import annotations

import pytest

from model.cell import Block
from model.grid import Grid
from model.table import Table
from schemas import Reading, read, textgrid
from tests.schemas.reading import PRODUCTION, book, issues, overriding, production, reading


def found(result: Reading) -> list[tuple[str, str, tuple[int, ...], int]]:
    """Each table as kind, range, heading rows, number of records."""
    return [(t.kind, t.block.a1, t.header_rows, len(t.frame)) for t in result.tables]


def columns(table: Table) -> dict[str, int]:
    """Field -> column."""
    return dict(table.place.columns)


def merged(text: str, *merges: Block) -> Reading:
    """Read a text grid some of whose cells are merged."""
    grid, _ = textgrid.parse(text, "Sheet")
    return read(book(Grid("Sheet", grid.rows, merges=merges)), PRODUCTION)


# Where the heading stands


def test_a_heading_below_titles_and_keys_beside_nothing():
    result = reading(
        """
        |  |                     |               |        |          |
        |  | SALTGLASS           |               |        |          |
        |  | Production No:      | 1138          | Period | 7        |
        |  | Cost Report         |               |        |          |
        |  |                     |               |        |          |
        |  | Acct.               | Description:  | Budget (USD) | Actual\u00a0to Date * |
        |  |                     |               |        |          |
        |  | 2201                | Set designer  | 100    | 50       |
        |  | 2202                | Set builder   | 200    | 60       |
        """
    )
    assert found(result) == [("budget", "B6:E9", (6,), 2)]
    assert columns(result.tables[0]) == {
        "account": 2, "description": 3, "budget": 4, "actual_to_date": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("| Acct | Description | Budget | Actual |", 1),
        ("|      |             | COSTS  |        |\n| Acct | Description | Budget | Actual |", 2),
        ("| Acct | Description | COSTS  |        |\n|      |             | Budget | Actual |", 2),
        (
            "|      |             | COSTS  |        |\n|      |             | USD    | USD    |\n"
            "| Acct | Description | Budget | Actual |",
            3,
        ),
    ],
)
def test_one_to_three_tiers_merged(head, rows):
    result = merged(head + "\n| 2201 | Set designer | 100 | 50 |", Block(1, 3, 1, 4))
    assert found(result) == [("budget", f"A1:D{rows + 1}", tuple(range(1, rows + 1)), 1)]
    assert columns(result.tables[0]) == {
        "account": 1, "description": 2, "budget": 3, "actual_to_date": 4,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("second", "rows"),
    [
        ("|      |             | Budget   | Overages | Budget  | to Date |", (1, 2)),
        ("| 2201 | Set dresser | TBD      | 0        | TBD     | 70      |", (1,)),
        ("| 2201 | Set dresser | TBD      | TBD      | TBD     | TBD     |", (1,)),
    ],
)
def test_words_that_go_on_below_headings_are_headings_though_the_first_would_do(second, rows):
    (table,) = reading(
        f"""
        | Acct | Description | Original | Approved | Revised | Actual  |
        {second}
        | 2202 | Set builder | 200      | 50       | 250     | 60      |
        | 2203 | Greens      | 300      | 0        | 300     | 10      |
        """
    ).tables
    assert table.header_rows == rows
    assert columns(table) == {
        "account": 1, "description": 2, "budget": 3, "approved_changes": 4,
        "revised_budget": 5, "actual_to_date": 6,
    }  # fmt: skip


def test_a_word_for_what_is_open_goes_on_below_headings_too():
    (table,) = reading(
        """
        | Konto | Bezeichnung | Kalkulation | Ist      | Obligo | Voraussichtlich | Abweichung |
        |       |             | genehmigt   | per KW 8 | offen  | gesamt          | +/-        |
        | 2201  | Ausstatter  | 100         | 50       | 20     | 100             | 0          |
        | 2202  | Baubühne    | 200         | 60       | 20     | 220             | -20        |
        """,
        given=production(locale="de_DE"),
    ).tables
    assert table.header_rows == (1, 2)


def test_a_heading_merged_over_a_column_without_one_heads_what_is_filled():
    result = merged(
        """
        | Acct |  | Description |        | Budget |
        |      | 2201 |          | Set designer | 100 |
        |      | 2202 |          | Set builder  | 200 |
        """,
        Block(1, 1, 1, 2),
        Block(1, 3, 1, 4),
    )
    assert columns(result.tables[0]) == {"account": 2, "description": 4, "budget": 5}


@pytest.mark.parametrize(
    ("above", "rows"),
    [
        ("| INSURANCE |         |          | (all through Bluff Agency, ask for Carol) |", (2,)),
        ("| Policies  |         | as of 03/04/2026 |                                   |", (2,)),
        ("|           |         | POLICY   |         | PERIOD |                         |", (1, 2)),
    ],
)
def test_a_title_with_a_remark_beside_it_is_no_tier_of_headings(above, rows):
    (table,) = reading(
        f"""
        {above}
        | Cover             | Company        | Policy # | Limit   | Starts | Ends    | Premium |
        | General liability | Prairie Mutual | PM-88213 | 1000000 | 2/1/26 | 5/31/26 | 2750    |
        | Rented equipment  | Prairie Mutual | PM-88214 | 250000  | 2/1/26 | 5/31/26 | 2310    |
        """,
        "Insurance",
    ).tables
    assert (table.kind, table.header_rows) == ("insurance", rows)


def test_titles_that_the_columns_below_would_explain_are_no_headings_above_the_headings():
    found = reading(
        """
        | THE LOCK-KEEPER - film |     |    |       |   |      | BUDGET DETAIL         |       |
        | Kestrel Productions Ltd |    |    |       |   |      | Draft 6 – 21 Sep 2026 |       |
        |  |
        | Code | Item                    | No. | Unit  | x | Rate £ | Budget £ | Notes          |
        | A  DEVELOPMENT & RIGHTS  |
        | A1 | Writer - script fee       | 1   | allow | 1 | 8500   | 8500     |                |
        | A2 | Memoir option             | 1   | allow | 1 | 3000   | 3000     |                |
        | A3 | Historical consultant     | 6   | day   | 1 | 275    | 1650     |                |
        |    | Total A                   |     |       |   |        | 13150    |                |
        | |
        | B  PRODUCERS & DIRECTOR  |
        | B1 | Executive producer        | 1   | allow | 1 | 6000   | 6000     |                |
        | B2 | Producer                  | 14  | week  | 1 | 1250   | 17500    | Deferred 2 wks |
        | B3 | Director                  | 11  | week  | 1 | 1500   | 16500    |                |
        |    | Total B                   |     |       |   |        | 40000    |                |
        """,
        "Detail",
    )
    (table,) = found.tables
    assert (table.kind, table.header_rows, len(table.frame)) == ("budget_detail", (4,), 6)


@pytest.mark.parametrize(
    ("above", "head"),
    [
        ("|        |          |      | Invoice |", "| Acct | Date | Vendor | # | Debit | Credit |"),
        ("|        |          | Payee  |", "| Acct | Date | name | Invoice # | Debit | Credit |"),
        ("| Account |", "| code | Date | Vendor | Invoice # | Debit | Credit |"),
    ],
)
def test_one_heading_that_is_broken_in_two_begins_on_the_row_above(above: str, head: str):
    (table,) = reading(
        f"""
        | GENERAL LEDGER |
        | |
        {above}
        {head}
        | 2201 | 3/2/2026 | Drew & Sons | 5521 | 100.00 |       |
        | 2202 | 3/3/2026 | Pier Paint  | 5522 |        | 20.00 |
        """
    ).tables
    assert table.header_rows == (3, 4)
    assert {"account": 1, "date": 2, "vendor": 3, "debit": 5}.items() <= table.place.columns.items()


@pytest.mark.parametrize("title", ["GENERAL LEDGER", "Week 12", "Acct: all", "Period to 3/31"])
def test_a_title_right_above_the_first_heading_begins_none(title: str):
    (table,) = reading(
        f"""
        | {title} |
        | Acct | Date     | Vendor      | Invoice # | Debit  | Credit |
        | 2201 | 3/2/2026 | Drew & Sons | 5521      | 100.00 |        |
        | 2202 | 3/3/2026 | Pier Paint  | 5522      |        | 20.00  |
        """
    ).tables
    assert table.header_rows == (2,)


@pytest.mark.parametrize(
    ("title", "left", "rows"),
    [
        ("LOW TIDE - Cast List (confidential)", 2, (2, 3)),
        ("LOW TIDE - Cast List (confidential)", 1, (2, 3)),
        ("PERFORMERS", 2, (1, 2, 3)),
    ],
)
def test_a_title_merged_over_the_headings_is_no_tier_of_them(title, left, rows):
    texts = ["", "", "", ""]
    texts[left - 1] = title
    (table,) = merged(
        f"""
        | {" | ".join(texts)} |
        |    |           |                | ENGAGEMENT |            |
        | #  | Character | Performer      | From       | To         |
        | 1  | NORA KEEL | Adaeze Winslow | 2026-09-13 | 2026-10-03 |
        | 2  | DALE KEEL | Thomas Ruyter  | 2026-09-14 | 2026-10-02 |
        | 3  | IVY KEEL  | Lark Pemberton | 2026-09-14 | 2026-09-30 |
        """,
        Block(1, left, 1, 5),
        Block(2, 4, 2, 5),
    ).tables
    assert (table.kind, table.header_rows) == ("cast", rows)


def test_a_group_over_some_columns_is_no_heading_of_the_first_of_them():
    result = merged(
        """
        | DEVIS RÉSUMÉ |
        |    |                | DEVIS HT (€) |          |        | %       |
        | N° | Postes         | France       | Belgique | Total  | du coût |
        | 1  | Droits         | 142500       | -        | 142500 | 0.1     |
        | 2  | Personnel      | 951400       | 135000   | 1086400 | 0.6    |
        | 3  | Interprétation | 381250       | 37500    | 418750 | 0.2     |
        | 4  | Décors         | 146970       | -        | 146970 | 0.1     |
        """,
        Block(2, 3, 2, 5),
    )
    assert found(result) == [("budget", "A2:F7", (2, 3), 4)]
    assert columns(result.tables[0]) == {"account": 1, "description": 2, "budget": 5}


# Several tables on one tab


def test_tables_one_below_another_end_above_the_next_ones_title():
    result = reading(
        """
        | CREW LIST |                   |              |          |
        | Name      | Position          | Phone        | Email    |
        | Ana Mora  | Gaffer            | 555-0100     |          |
        | Bo Lund   | Key Grip          | 555-0101     |          |
        |           |                   |              |          |
        | CAST      |                   |              |          |
        | #         | Character         | Actor        | Agent    |
        | 1         | GEORGE            | Lee Park     | Big Ten  |
        | 2         | MARTHA            | Kim Roe      | Big Ten  |
        """
    )
    assert found(result) == [("crew", "A2:D4", (2,), 2), ("cast", "A7:D9", (7,), 2)]


def test_two_blocks_of_one_kind_side_by_side():
    result = reading(
        """
        | Name     | Position | Phone    |  | Name     | Position  | Phone    |
        | Ana Mora | Gaffer   | 555-0100 |  | Cy Dunn  | Best Boy  | 555-0103 |
        | Bo Lund  | Key Grip | 555-0101 |  | Di Marsh | Dolly Grip | 555-0104 |
        | Ed Voss  | DIT      | 555-0102 |  |          |           |          |
        """
    )
    assert found(result) == [("crew", "A1:C4", (1,), 3), ("crew", "E1:G3", (1,), 2)]
    assert [list(table.frame["name"]) for table in result.tables] == [
        ["Ana Mora", "Bo Lund", "Ed Voss"],
        ["Cy Dunn", "Di Marsh"],
    ]


def test_two_blocks_of_one_kind_with_no_column_between():
    result = reading(
        """
        | ABOVE THE LINE |           |        | BELOW THE LINE |              |        |
        | Acct           | Desc      | Budget | Acct           | Desc         | Budget |
        | 1101           | Rights    | 100    | 2201           | Set designer | 70     |
        | 1102           | Writers   | 200    | 2202           | Set builder  | 30     |
        |                | Total     | 300    |                | Total        | 100    |
        """
    )
    assert found(result) == [("budget", "A2:C5", (2,), 2), ("budget", "D2:F5", (2,), 2)]
    assert issues(result) == []


def test_two_blocks_of_different_kinds_side_by_side():
    result = reading(
        """
        | PO # | Vendor   | Amount |  | Name     | Position | Phone    | Email |
        | 1001 | Lumen    | 100    |  | Ana Mora | Gaffer   | 555-0100 |       |
        | 1002 | Big Rigs | 200    |  | Bo Lund  | Key Grip | 555-0101 |       |
        | 1003 | Big Rigs | 250    |  |          |          |          |       |
        """
    )
    assert found(result) == [("purchase_orders", "A1:C4", (1,), 3), ("crew", "E1:H3", (1,), 2)]


def test_a_spacer_column_parts_no_table():
    result = reading(
        """
        | Acct | Description  |  | Budget | Actual |  | Notes     |
        | 2201 | Set designer |  | 100    | 50     |  |           |
        | 2202 | Set builder  |  | 200    | 60     |  | rush fees |
        """
    )
    assert found(result) == [("budget", "A1:G3", (1,), 2)]


BOX = """
        | PO # | Vendor   | Amount |  | {}       | {}    |
        | 1001 | Lumen    | 100    |  | {}       | {}    |
        | 1002 | Big Rigs | 200    |  | {}       | {}    |
        | 1003 | Big Rigs | 250    |  |          |       |
        | 1004 | Lumen    | 300    |  |          |       |
        | 1005 | Lumen    | 350    |  |          |       |
        | 1006 | Lumen    | 400    |  |          |       |
        | 1007 | Lumen    | 450    |  |          |       |
        """


@pytest.mark.parametrize(
    "box",
    [
        ("Status", "Count", "Open", 5, "Closed", 2),
        ("Currency", "Rate", "EUR", 1.08, "GBP", 1.27),
        ("Date", "Description", "Legend", "red", "Late", "blue"),
        ("Prepared by:", "Kim", "Date:", "3/2", "Period:", "7"),
    ],
)
def test_a_small_box_beside_a_table_does_not_disturb_it(box):
    result = reading(BOX.format(*box))
    assert found(result) == [("purchase_orders", "A1:C8", (1,), 7)]
    assert columns(result.tables[0]) == {"po_number": 1, "vendor": 2, "amount": 3}


def test_a_box_further_down_beside_a_table_does_not_disturb_it():
    result = reading(
        """
        | Acct | Description  | Budget |  |          |      |
        | 2201 | Set designer | 100    |  |          |      |
        | 2202 | Set builder  | 200    |  | Currency | Rate |
        | 2203 | Set painter  | 300    |  | EUR      | 1.08 |
        | 2204 | Set rigger   | 400    |  | GBP      | 1.27 |
        |      | Total        | 1000   |  |          |      |
        """
    )
    assert found(result) == [("budget", "A1:C6", (1,), 4)]
    assert issues(result) == []


def test_a_table_beside_the_lines_of_another():
    result = reading(
        """
        | Acct | Description   | Budget |  |          |          |          |
        | 1101 | Story rights  | 100    |  | CREW     |          |          |
        | 1102 | Writers       | 200    |  | Name     | Position | Phone    |
        | 2001 | Line producer | 300    |  | Ana Mora | Gaffer   | 555-0100 |
        | 2002 | UPM           | 300    |  | Bo Lund  | Key Grip | 555-0101 |
        | 2003 | Coordinator   | 300    |  |          |          |          |
        """
    )
    assert found(result) == [("budget", "A1:C6", (1,), 5), ("crew", "E3:G5", (3,), 2)]


def test_blocks_of_different_kinds_and_lengths_with_no_column_between():
    result = reading(
        """
        | # | Character | Actor    | Agent   | Position | Name     | Phone    |
        | 1 | GEORGE    | Lee Park | Big Ten | Gaffer   | Ana Mora | 555-0100 |
        | 2 | MARTHA    | Kim Roe  | Big Ten | Key Grip | Bo Lund  | 555-0101 |
        | 3 | TOM       | Jim Roe  | Big Ten |          |          |          |
        """
    )
    assert found(result) == [("cast", "A1:D4", (1,), 3), ("crew", "E1:G3", (1,), 2)]


DAYS = """
        | Cast     | 3/2 | 3/3 | 3/4 | 3/5 | 3/6 | Work |
        | 1.GEORGE | SW  | W   | H   | W   | WF  | 4    |
        | 2.MARTHA |     | SW  | W   | WF  |     | 3    |
"""
ROLES = """
        | CAST LIST |           |          |         |
        | #         | Character | Actor    | Agent   |
        | 1         | GEORGE    | Lee Park | Big Ten |
        | 2         | MARTHA    | Kim Roe  | Big Ten |
"""


def test_a_matrix_of_days_above_or_below_a_list():
    above = reading(f"{DAYS}\n| |\n{ROLES}")
    assert [(kind, at) for kind, at, *_ in found(above)] == [("dood", "A1:G3"), ("cast", "A6:D8")]
    below = reading(f"{ROLES}\n| |\n{DAYS}")
    assert [(kind, at) for kind, at, *_ in found(below)] == [("cast", "A2:D4"), ("dood", "A6:G8")]


# Headings that come again


def test_headings_repeated_on_every_page_begin_no_new_table():
    page = "| PO # | Vendor | Amount |\n| 100{0} | Lumen | {0}0 |\n| 200{0} | Big Rigs | {0}5 |\n"
    result = reading("| PO Log | | |\n" + "\n| | | |\n".join(page.format(n) for n in range(1, 5)))
    ((kind, where, rows, records),) = found(result)
    assert (kind, where, rows, records) == ("purchase_orders", "A2:C16", (2,), 8)
    assert result.tables[0].excluded == {"blank": (5, 9, 13), "header": (6, 10, 14)}


# Long tabs


def test_a_table_far_below_another_is_found():
    orders = [["PO #", "Vendor", "Amount"], *([1000 + n, "Lumen", 10] for n in range(900))]
    crew = [["Name", "Position", "Phone"], ["Ana Mora", "Gaffer", "555-0100"]]
    result = read(book(Grid("Log", [*orders, [], ["Crew"], *crew])), PRODUCTION)
    assert found(result) == [
        ("purchase_orders", "A1:C901", (1,), 900),
        ("crew", "A904:C905", (904,), 1),
    ]


# What the settings say


def test_heading_rows_of_several_tables_in_the_settings():
    text = """
        | things | stuff    | money |
        | PO #   | Vendor   | Amount |
        | 1001   | Lumen    | 100    |
        |        |          |        |
        | PO #   | Supplier | Description | Total |
        | 2001   | Big Rigs | trailer     | 70    |
        """
    result = reading(text, given=overriding(header_rows=(2, 5)))
    assert found(result) == [
        ("purchase_orders", "A2:C3", (2,), 1),
        ("purchase_orders", "A5:D6", (5,), 1),
    ]


def test_a_kind_in_the_settings_needs_no_more_than_two_of_its_headings():
    text = "| List | |\n| Name | Mobile |\n| Ana Mora | 555-0100 |"
    assert reading(text).tables == ()
    result = reading(text, given=overriding(kind="crew"))
    assert found(result) == [("crew", "A2:B3", (2,), 1)]


@pytest.mark.parametrize(
    ("says", "code", "words"),
    [
        ({"header_rows": (40,)}, "settings-do-not-fit", "ends at row 2"),
        ({"columns": {"budget": "ZZ"}}, "settings-do-not-fit", "column ZZ for budget"),
        ({"columns": {"bugdet": "C"}}, "settings-do-not-fit", "no field of a budget"),
        ({"header_rows": (2,)}, "headings-not-found", "in row 2"),
        ({"kind": "dood"}, "headings-not-found", "a dood"),
    ],
)
def test_settings_that_do_not_fit_say_so(says, code, words):
    text = "| Acct | Description | Budget |\n| 2201 | Set designer | 100 |"
    result = reading(text, given=overriding(**says))
    (issue,) = result.issues
    assert (issue.code, words in issue.message) == (code, True)
    assert issue.suggestion


# What columns hold


def test_columns_without_headings_are_told_by_their_values():
    (crew,) = reading(
        """
        | Position |             |          |                   | Start    |
        | Gaffer   | Mora, Ana   | 555-0100 | ana@mail.example  | 3/2/2026 |
        | Key Grip | Bo Lund     | 555-0101 | bo@mail.example   | 3/3/2026 |
        | DIT      | Cy T. Dunn  | 555-0102 |                   | 3/4/2026 |
        | Boom Op  | Di O'Marsh  |          | di@mail.example   | 3/4/2026 |
        """
    ).tables
    assert columns(crew) == {"position": 1, "name": 2, "phone": 3, "email": 4, "start_date": 5}
    (orders,) = reading(
        """
        | PO # | Vendor   |      |            | Amount |                |
        | 1001 | Lumen    | 2801 | 2026-03-02 | 100    | Camera truck   |
        | 1002 | Big Rigs | 2802 | 2026-03-03 | 200    | Crane and head |
        | 1003 | Lumen    | 2801 | 2026-03-04 | 250    | Lens hire      |
        """
    ).tables
    assert columns(orders) == {
        "po_number": 1, "vendor": 2, "account": 3, "date": 4, "amount": 5, "description": 6,
    }  # fmt: skip


def test_headings_changed_over_are_overruled_only_where_that_is_clear():
    text = """
        | Description | Account      | Budget | Actual |
        | 2201        | Set designer | 100    | 50     |
        | 2202        | Set builder  | 200    | 60     |
        | 2203        | Set painter  | 200    | 60     |
        | {}          | {}           | 200    | 60     |
        """
    (clear,) = reading(text.format("2204", "Set rigger")).tables
    assert (columns(clear)["account"], columns(clear)["description"]) == (1, 2)
    (unclear,) = reading(text.format("Set rigger", "2204")).tables
    assert (columns(unclear)["account"], columns(unclear)["description"]) == (2, 1)


def test_a_tab_that_bears_our_stamp_is_ours():
    text = """
        | Harbour Lights: Cost Report     |             |                 |                |
        | As of Wed 4 Mar 2026 18:30 PST  |             |                 |                |
        | Account                         | Description | Original Budget | Actual to Date |
        | 2201                            | Designer    | 100             | 50             |
        """
    assert reading(text).tables == ()
    assert len(reading(text.replace(" 18:30 PST", "")).tables) == 1


# What is none of ours


@pytest.mark.parametrize(
    "text",
    [
        """
        | Invoice # | Invoice Date | Customer | Description | Qty | Unit Price | Amount | Paid |
        | 1001      | 1/5/2026     | Harper   | Web design  | 10  | 95         | 950    | Yes  |
        | 1002      | 1/9/2026     | Kettle   | Hosting     | 1   | 120        | 120    | No   |
        """,
        """
        | Date     | Account | Account Name | Description     | Debit | Credit | Balance |
        | 1/5/2026 | 1000    | Cash         | Opening balance | 35.2  |        | 1200.1  |
        | 1/6/2026 | 4000    | Sales        | Invoice 12      |       | 2500   | 3700.1  |
        | 1/7/2026 | 6100    | Rent         | January rent    | 900   |        | 2800.1  |
        """,
        """
        | Employee | Week Ending | Project | Regular Hours | Total Hours | Rate | Gross Pay |
        | Ann Lee  | 1/9/2026    | Website | 40            | 42          | 25   | 1075      |
        | Bob Fox  | 1/9/2026    | App     | 38            | 38          | 30   | 1140      |
        | Cat Orr  | 1/9/2026    | App     | 40            | 40          | 28   | 1120      |
        """,
        """
        | PO Number | Supplier | Item  | SKU | Qty | Unit Price | Total | Delivery Date |
        | PO-1      | Fastco   | Bolts | A1  | 100 | 0.1        | 10    | 2026-01-15    |
        | PO-2      | Fastco   | Nuts  | A2  | 100 | 0.1        | 10    | 2026-01-15    |
        | PO-3      | Grit     | Paper | A3  | 100 | 0.1        | 10    | 2026-01-15    |
        """,
        """
        | Role            | Name     | Start Date | End Date   | Email       | Rate |
        | Project Manager | Ana Diaz | 2026-01-05 | 2026-06-05 | a@x.example | 90   |
        | Developer       | Bo Li    | 2026-01-05 | 2026-06-05 | b@x.example | 80   |
        | Tester          | Cy Moss  | 2026-01-05 | 2026-06-05 | c@x.example | 60   |
        """,
    ],
    ids=["invoices", "books", "timesheet", "purchasing", "project-team"],
)
def test_an_offices_sheet_is_taken_for_nothing(text):
    assert found(reading(text)) == []


@pytest.mark.parametrize("blank", ["", "| |"], ids=["right below", "below a blank row"])
def test_keys_and_values_above_the_headings_head_nothing(blank):
    text = f"""
    | SALT HOLLOW ROAD     |             |     |       | Shoot:       | 18 days        |
    | ULB / non-union crew |             |     |       | Prep / wrap: | 3 wks / 1 wk   |
    {blank}
    | ACCT                 | DESCRIPTION | AMT | UNITS | RATE         | BUDGET         |
    | 1101                 | Option      | 1   | Flat  | 2500         | 2500           |
    | 1205                 | UPM         | 9   | Weeks | 1400         | 12600          |
    | 1301                 | Director    | 1   | Flat  | 7500         | 7500           |
    """
    found = reading("\n".join(line for line in text.splitlines() if line.strip()), "Budget LOCKED")
    assert [table.kind for table in found.tables] == ["budget_detail"]


HOT = """
    | {title} | Mon 3/2/26 |
    |             | Bid   | Actual | Diff |
    | Crew call   | 6:00A | 6:00A  |      |
    | 1st shot    | 7:00A | 7:24A  |      |
    | Camera wrap | 6:00P | 7:06P  |      |
    |                |       |          |     |
    |                | Bid $ | Actual $ | +/- |
    | Crew OT        | 1762  | 2410     | 648 |
    | Meal penalties | 0     | 0        | 0   |
    | Catering       | 48    | 54       | 6   |
    | Talent OT      | 0     | 412      | 412 |
"""


def test_a_days_hot_cost_is_no_budget():
    assert found(reading(HOT.format(title="HOT COST - DAY 1"))) == []


def test_times_of_day_below_a_bid_are_no_amounts():
    result = reading(HOT.format(title="FILM BUDGET"), "Budget")
    assert not any(2 in table.header_rows for table in result.tables)
    assert issues(result) == []


def test_a_dated_title_begins_no_heading_below_it():
    (table,) = reading(
        """
        |           | as of 2/18/26 |            |              |       |            |
        | Character | #             | Actor      | Agent        | Union | Start Date |
        | MAREN     | 1             | Tilda Roos | Quill Agency | SAG   | 2026-03-02 |
        | JONAS     | 2             | Ned Ivory  | Quill Agency | SAG   | 2026-03-03 |
        | HELGA     | 3             | Sue Kerr   | Aster & Co   | SAG   | 2026-03-04 |
        """,
        tab="Cast List",
    ).tables
    assert table.header_rows == (2,)
