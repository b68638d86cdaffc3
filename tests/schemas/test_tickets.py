"""Until when tickets, certificates and licences are good, in whichever way a crew list says it."""

from __future__ import annotations

from datetime import date

import pytest

from schemas import read, textgrid
from schemas.people.tickets import WANTED
from tests.schemas.reading import PRODUCTION, book, issues, production, reading

JULY = date(2026, 7, 31)


def only(text: str, **kwargs: object):
    found = reading(text, **kwargs)
    assert issues(found) == []
    (table,) = found.tables
    return table


def one_column(heading: str, cell: str, before: str = "Ticket", locale: str = "en_US"):
    return only(
        f"""
        | Dept   | Position | Name       | Start    | End       | {before} | {heading} |
        | Grip   | Key Grip | Ana Moreno | 2026-3-2 | 2026-4-10 | AWP      | {cell}    |
        | Grip   | Best Boy | Ben Ode    | 2026-3-2 | 2026-4-10 |          |           |
        | Camera | DP       | Cleo Par   | 2026-3-2 | 2026-4-10 |          | n/a       |
        """,
        given=production(locale=locale),
    )


@pytest.mark.parametrize(
    ("before", "heading", "cell", "locale"),
    [
        ("Ticket", "Expires", "2026-07-31", "en_US"),
        ("Lic / cert", "Exp", "7/31/26", "en_US"),
        ("Licence", "Valid until", "31 Jul 2026", "en_GB"),
        ("Cell", "Med card exp.", "Jul 2026", "en_US"),
        ("Cell", "CDL expires", "07/2026", "en_US"),
        ("Cell", "First Aid valid to", "31/7/26", "en_GB"),
        ("Schein", "gültig bis", "31.07.2026", "de_DE"),
        ("CACES", "Valable jusqu'au", "31/07/2026", "fr_FR"),
        ("Carnet", "Caduca", "31/07/2026", "es_ES"),
        ("Cell", "Tickets / certs", "IPAF exp 31 Jul 2026", "en_GB"),
        ("Cell", "Certs", "AWP (exp. 7/31/26); CPR exp 1/2/28", "en_US"),
        ("Cell", "Schein", "Hubarbeitsbühne gültig bis 31.07.2026", "de_DE"),
        ("Cell", "Kenya Work Permit Exp.", "7/31/26", "en_US"),
        ("Cell", "Work visa valid to", "31/7/26", "en_GB"),
        ("Cell", "Passport exp.", "7/31/2026", "en_US"),
        ("Cell", "Arbeitserlaubnis bis", "gültig bis 31.07.2026", "de_DE"),
        ("Cell", "Habilitations", "B1V valable jusqu'au 31/07/2026", "fr_FR"),
    ],
)
def test_the_last_day_of_a_ticket(before: str, heading: str, cell: str, locale: str):
    table = one_column(heading, cell, before, locale)
    assert list(table.frame["ticket_expires"]) == [JULY, None, None]
    assert table.cell(2, "ticket_expires").a1 == "G2"


@pytest.mark.parametrize(
    ("before", "heading", "cell"),
    [
        ("Hold", "Expires", "7/31/26"),
        ("Visa", "Option exp", "7/31/26"),
        ("Cell", "Tickets", "AWP, issued 7/31/24"),
        ("Cell", "Certs", "first aid"),
        ("Hotel", "Exp", "7/31/26"),
    ],
)
def test_columns_that_say_nothing_of_a_tickets_end(before: str, heading: str, cell: str):
    assert not one_column(heading, cell, before).has("ticket_expires")


LISTED = """
    | Role   | Name       | Start    | End       | First Aid Exp. | CDL exp   |
    | Gaffer | Ana Moreno | 2026-3-2 | 2026-4-10 | 2027-1-31      |           |
    | Grip   | Ben Ode    | 2026-3-2 | 2026-4-10 |                | 2027-1-31 |
    | DP     | Cleo Par   | 2026-3-2 | 2026-4-10 | n/a            |           |
"""


@pytest.mark.parametrize(
    ("note", "columns"),
    [
        ("* First aid REQUIRED by insurer for everyone in the field.", {"ticket_expires"}),
        ("All crew must have a current first aid ticket", {"ticket_expires"}),
        ("No card, no set: first aid mandatory for all personnel", {"ticket_expires"}),
        ("CDL required for all drivers", set()),
        ("First aid required on the boat", set()),
        ("All crew must wear hi-vis", set()),
        ("first aid kits in every truck", set()),
    ],
)
def test_a_note_says_which_ticket_everybody_must_have(note: str, columns: set[str]):
    for text in (f"| CREW LIST |\n| {note} |{LISTED}", f"{LISTED}\n|  |\n| {note} |\n"):
        table = only(text)
        asked = {name for name, at in WANTED.items() if table.frame[at].iloc[0]}
        assert asked == columns


def test_several_tickets_have_columns_of_their_own():
    table = only(
        """
        | Dept | Position | Name       | Start    | Licence | Lic exp   | Cert | Cert exp  | Med exp   |
        | Grip | Key Grip | Ana Moreno | 2026-3-2 | CDL A   | 7/31/2026 | AWP  | 1/31/2027 | 8/2/2026  |
        | Grip | Best Boy | Ben Ode    | 2026-3-2 | CDL B   | 9/30/2026 |      |           | 9/30/2026 |
        """  # noqa: E501
    )
    names = ("ticket_expires", "ticket_expires_2", "ticket_expires_3")
    read = {table.cell(2, name).a1: table.frame.at[2, name] for name in names}
    assert read == {"F2": JULY, "H2": date(2027, 1, 31), "I2": date(2026, 8, 2)}


def test_a_column_of_words_is_kept_whatever_else_stands_in_it():
    lines = [
        "| Grip | Key Grip | Ana Moreno | AWP exp 7/31/26 |",
        "| Grip | Grip     | Ben Ode    | CPR exp 1/2/2028, AWP exp 8/1/27 |",
        "| Grip | Best Boy | Cleo Par   | first aid |",
        "| Grip | Dolly Grip | Di Sow   | on file |",
    ]
    table = only("| Dept | Position | Name | Tickets |\n" + "\n".join(lines))
    assert list(table.frame["ticket_expires"]) == [JULY, date(2027, 8, 1), None, None]
    assert list(table.frame["ticket_said"])[2:] == ["first aid", "on file"]


def test_the_other_dates_of_a_column_settle_the_order_of_its_tickets():
    table = only(
        """
        | Dept | Position | Name       | Cert Expires |
        | Grip | Key Grip | Ana Moreno | 03/08/2026   |
        | Grip | Best Boy | Ben Ode    | 28/02/2027   |
        | Grip | Grip     | Cleo Par   | 46234        |
        """
    )
    assert table.frame["ticket_expires"].iloc[0] == date(2026, 8, 3)


@pytest.mark.parametrize(
    ("named", "must"), [("AWP", True), ("n/a", False), ("-", False), ("", False)]
)
def test_a_ticket_that_is_named_beside_its_day_must_have_one(named: str, must: bool):
    table = only(
        f"""
        | Position | Name       | Start      | End        | Ticket req'd    | Expires    |
        | Key Grip | Ana Moreno | 2026-03-02 | 2026-04-10 | Fall protection | 2027-07-31 |
        | Best Boy | Ben Ode    | 2026-03-02 | 2026-04-10 | {named}         |            |
        """
    )
    assert list(table.frame[WANTED["ticket_expires"]]) == [True, must]


@pytest.mark.parametrize(
    ("others", "must"),
    [(("n/a", "n/a", "n/a"), True), (("s.o.", "s.o.", "s.o."), True), (("", "", "n/a"), False)],
)
def test_where_those_who_need_no_ticket_say_so_a_blank_is_one_that_lacks(
    others: tuple[str, ...], must: bool
):
    table = only(
        f"""
        | Position | Name       | Start      | End        | Lift ticket exp. |
        | Key Grip | Ana Moreno | 2026-03-02 | 2026-04-10 | 2027-07-31       |
        | Best Boy | Ben Ode    | 2026-03-02 | 2026-04-10 |                  |
        | Gaffer   | Ida Holm   | 2026-03-02 | 2026-04-10 | 2027-05-31       |
        | DP       | Cleo Par   | 2026-03-02 | 2026-04-10 | {others[0]}      |
        | 1st AC   | Dov Maltby | 2026-03-02 | 2026-04-10 | {others[1]}      |
        | 2nd AC   | Jo Quill   | 2026-03-02 | 2026-04-10 | {others[2]}      |
        """
    )
    assert bool(table.frame[WANTED["ticket_expires"]].iloc[1]) is must


def test_the_end_in_a_tickets_heading_is_the_day_on_which_it_expires():
    table = one_column("CACES (fin)", "2026-07-31", before="Cell")
    assert table.frame["ticket_expires"].iloc[0] == JULY


@pytest.mark.parametrize(
    ("heading", "others", "is_one"),
    [
        ("Working at Heights exp.", "", True),
        ("Chainsaw exp.", "n/a", True),
        ("Chainsaw exp.", "", False),
        ("Exp.", "n/a", False),
        ("Hotel exp.", "n/a", False),
        ("Deal exp.", "n/a", False),
    ],
)
def test_whatever_some_do_not_need_is_a_ticket(heading: str, others: str, is_one: bool):
    table = only(
        f"""
        | Position | Name       | Start      | End        | {heading}  |
        | Key Grip | Ana Moreno | 2026-03-02 | 2026-04-10 | 2026-07-31 |
        | DP       | Cleo Par   | 2026-03-02 | 2026-04-10 | {others}   |
        | 1st AC   | Dov Maltby | 2026-03-02 | 2026-04-10 | {others}   |
        """
    )
    assert table.has("ticket_expires") is is_one


def test_a_matrix_of_tickets_spells_out_who_needs_none():
    """Most need none; one licence has run out, and no other of its column is good."""
    crew = """
    | Name         | Position  | Start    | End       |
    | Jack Treloar | Key Grip  | 2026-3-2 | 2026-4-10 |
    | Sam Birch    | Best Boy  | 2026-3-2 | 2026-4-10 |
    | Paolo Rossi  | Unit Mgr  | 2026-3-2 | 2026-4-10 |
    | Noel Abbott  | Driver    | 2026-3-2 | 2026-4-10 |
    """
    matrix = """
    | TICKETS & LICENCES |
    | Name         | Role      | White Card | First Aid  | HR Licence | EWP / Yellow Card |
    | Jack Treloar | Key Grip  | no expiry  | n/a        | n/a        | 2027-02-11        |
    | Sam Birch    | Best Boy  | no expiry  | n/a        | n/a        | 2026-03-06        |
    | Paolo Rossi  | Unit Mgr  | no expiry  | 2027-05-02 |            | n/a               |
    | Noel Abbott  | Driver    | no expiry  | n/a        | 2026-02-05 | n/a               |
    """
    tabs = (textgrid.parse(text, tab)[0] for text, tab in ((crew, "Crew"), (matrix, "Tickets")))
    tables = read(book(*tabs), PRODUCTION).tables
    (register,) = (table for table in tables if table.kind == "tickets")
    assert register.header_rows == (2,)
    columns = [col for name, col in register.place.columns.items() if "ticket" in name]
    assert sorted(columns) == [4, 5, 6]
