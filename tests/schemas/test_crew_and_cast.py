"""Crew and cast lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reading import issues, reading


def only(text: str, **kwargs: object):
    (table,) = reading(text, **kwargs).tables
    return table


CREW = """
| A LONG NIGHT - CREW LIST                |
| Updated:     | 2026-02-20 |
|              |            |
| Position     | Name         | Cell         | Email         | Start    | End       | Rate      | Guar. | Acct | Deal Memo | Start Paperwork |
| CAMERA DEPARTMENT |
| DP           | Moreno, Ana  | 555-0100     | ana@x.example | 3/2      | 4/10      | $5,000/wk | 60    | 3301 | x         | 3/1             |
| 1st AC       | Ben Ode      |              |               | 3/2      | 4/10      | 650/day   | 12    | 0330 | pending   | no              |
| GRIP         |
| Key Grip     | TBD          |              |               |          |           | TBD       |       |      |           |                 |
"""  # noqa: E501


def test_a_crew_list_with_banner_rows():
    table = only(CREW)
    assert table.kind == "crew"
    assert table.header_rows == (4,)
    assert dict(table.excluded) == {"banner": (5, 8)}
    ana, ben, grip = table.frame.to_dict("records")
    assert ana["name"] == "Ana Moreno"
    assert ana["department"] == "CAMERA DEPARTMENT"
    assert (ana["rate"], ana["rate_unit"]) == (Decimal(5000), "week")
    assert (ana["start_date"], ana["end_date"]) == (date(2026, 3, 2), date(2026, 4, 10))
    assert (ana["deal_memo"], ana["start_paperwork"]) == (True, True)
    assert (ben["deal_memo"], ben["start_paperwork"]) == (False, False)
    assert ben["account"] == "0330"
    assert ben["guarantee_hours"] == Decimal(12)
    assert grip["department"] == "GRIP"
    assert grip["name"] is None
    assert table.cell(6, "rate").a1 == "G6"


def test_an_open_rate_is_noted_and_private_cells_are_never_quoted():
    found = reading(CREW.replace("ana@x.example", "ana at home"))
    assert issues(found) == [("email-malformed", "D6"), ("amount-open", "G9")]
    assert not any("ana" in issue.message.lower() for issue in found.issues)


def test_first_and_last_name_columns():
    table = only(
        """
        | Dept   | Title | First Name | Last Name | Phone    |
        | Camera | DP    | Ana        | Moreno    | 555-0100 |
        """
    )
    assert list(table.frame["name"]) == ["Ana Moreno"]
    assert list(table.frame["department"]) == ["Camera"]


def test_deals_that_cannot_be():
    found = reading(
        """
        | Name | Position | Start | End  | Rate   | Hours |
        | Ana  | DP       | 3/20  | 3/2  | 0      | 12    |
        | Ben  | Gaffer   | 3/2x  | 3/40 | abc    | 500   |
        """
    )
    assert issues(found) == [
        ("end-before-start", "D2"),
        ("rate-not-positive", "E2"),
        ("unreadable-date", "C3"),
        ("unreadable-date", "D3"),
        ("unreadable-rate", "E3"),
        ("hours-implausible", "F3"),
    ]


def test_a_cast_list():
    table = only(
        """
        | CAST LIST |
        | #    | Character | Actor      | Agent    | Start | Finish | Deal            | Eps   |
        | 1    | GEORGE    | Ana Moreno | Big Talk | 3/2   | 4/10   | $1,204/day      | 101-3 |
        | 1.10 | MARY      | Ode, Ben   |          | 3/2   | 4/10   | SAG scale + 10  |       |
        """
    )
    assert table.kind == "cast"
    george, mary = table.frame.to_dict("records")
    assert (george["element_id"], mary["element_id"]) == ("1", "1.10")
    assert (george["rate"], george["rate_unit"]) == (Decimal(1204), "day")
    assert (mary["rate"], mary["deal"]) == (None, "SAG scale + 10")
    assert mary["name"] == "Ben Ode"


def test_number_and_role_in_one_cell():
    table = only(
        """
        | Cast     | Actor      | Rate |
        | 1.GEORGE | Ana Moreno | 500  |
        | 2.MARY   | Ben Ode    | 600  |
        """
    )
    assert list(table.frame["element_id"]) == ["1", "2"]
    assert list(table.frame["role"]) == ["GEORGE", "MARY"]
    assert table.place.columns["element_id"] == 1


def test_an_element_number_twice():
    found = reading(
        """
        | #  | Character | Actor | Rate |
        | 1  | GEORGE    | Ana   | 500  |
        | 1  | MARY      | Ben   | 500  |
        """
    )
    assert issues(found) == [("element-listed-twice", "A3")]
    assert [cell.a1 for cell in found.issues[0].related] == ["A2"]
