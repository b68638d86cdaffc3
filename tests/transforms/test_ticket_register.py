"""Tickets on a tab of their own, in the ways in which productions keep them."""

from __future__ import annotations

from typing import Any

import pytest

from model.issue import Issue
from tests.transforms.sheets import facts
from transforms.rules import rules

CREW = """
    | Role      | Name       | Start    | End       |
    | Gaffer    | Ana Moreno | 2026-3-2 | 2026-4-10 |
    | Key Grip  | Ben Ode    | 2026-3-2 | 2026-4-3  |
    | DP        | Cleo Par   | 2026-3-2 | 2026-4-10 |
"""


def found(register: str, tab: str = "Tickets", crew: str = CREW, **settings: Any) -> list[Issue]:
    known = facts({"Crew": crew, tab: register}, **settings)
    return list(rules()["ticket-expires"].issues(known))


LAYOUTS = {
    "a line a ticket": (
        """
        | Name       | Role     | Ticket     | Card no. | Expires     | checked by |
        | Ana Moreno | Gaffer   | IPAF       | F88210   | 17-Mar-2026 | Brent      |
        | Ben Ode    | Key Grip | EWP        | E10544   | 3-Apr-2026  | Brent      |
        | Cleo Par   | DP       | Drone RPC  | 7731     | 30-Jun-2026 | self       |
        """,
        "Tickets!E2",
    ),
    "no more than who, what and when": (
        """
        | Who        | Ticket    | Exp     |
        | Ben Ode    | EWP       | 4/3/26  |
        | Ana Moreno | IPAF      | 3/17/26 |
        """,
        "Tickets!C3",
    ),
    "the name once above its tickets": (
        """
        | TICKETS + LICENCES rev 3/1 |
        | Name       | Licence     | Lic no. | Valid until |
        | Ana Moreno | First aid   | 1       | 12/31/2026  |
        |            | IPAF        | 2       | 3/17/2026   |
        | Ben Ode    | Forklift    | 3       | 4/3/2026    |
        """,
        "Tickets!D4",
    ),
    "banners of tickets": (
        """
        | Holder     | No.   | Expiry    | Notes |
        | FIRST AID  |
        | Ana Moreno | A1    | 3/17/2026 |       |
        | Cleo Par   | A2    | 9/9/2027  |       |
        | FORKLIFT   |
        | Ben Ode    | B1    | 4/3/2026  |       |
        """,
        "Tickets!C3",
    ),
    "banners of names": (
        """
        | Name | Certificate | Issued    | Good thru |
        | Ana Moreno |
        |      | IPAF        | 3/17/2021 | 3/17/2026 |
        |      | PASMA       | 4/1/2024  | 4/1/2029  |
        | Ben Ode |
        |      | Forklift    | 4/3/2023  | 4/3/2026  |
        """,
        "Tickets!D3",
    ),
    "a column a ticket": (
        """
        | TRAINING MATRIX - dates are expiry dates |
        | Last   | First | First Aid | Forklift  | IPAF      |
        | Moreno | Ana   | 12/1/2026 |           | 3/17/2026 |
        | Ode    | Ben   | 4/3/2026  | 6/30/2026 |           |
        | Par    | Cleo  | n/a       |           | 1/31/2028 |
        """,
        "Tickets!E3",
    ),
    "French": (
        """
        | Nom         | Habilitation | Délivré le | Valable jusqu'au |
        | MORENO Ana  | CACES R486   | 17/03/2021 | 17/03/2026       |
        | ODE Ben     | SST          | 03/04/2024 | 03/04/2026       |
        """,
        "Tickets!D2",
    ),
    "German": (
        """
        | Name        | Nachweis     | gültig bis |
        | Moreno, Ana | Ersthelfer   | 17.03.2026 |
        | Ode, Ben    | Staplerschein | 03.04.2026 |
        """,
        "Tickets!C2",
    ),
}
LOCALES = {"French": "fr_FR", "German": "de_DE"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_whose_ticket_runs_out_before_the_last_day(layout: str):
    register, at = LAYOUTS[layout]
    (issue,) = found(register, locale=LOCALES.get(layout, "en_US"))
    assert (issue.subject, str(issue.at), str(issue.related[0])) == ("Ana Moreno", at, "Crew!D2")
    assert [day.isoformat() for day in issue.dates] == ["2026-03-17", "2026-04-10"]


def test_the_message_says_which_ticket():
    (issue,) = found(LAYOUTS["a line a ticket"][0])
    assert issue.message == (
        "Ana Moreno's ticket (IPAF) expires on Tue 17 March, and works until Fri 10 April"
    )


@pytest.mark.parametrize(
    ("expires", "flagged"), [("", True), ("n/a", False), ("no expiry", False), ("12/1/2026", False)]
)
def test_a_ticket_without_a_day_counts_as_expired(expires: str, flagged: bool):
    register = f"""
        | Name       | Ticket | Card no. | Expires   |
        | Ana Moreno | IPAF   | F1       | {expires} |
        | Ben Ode    | EWP    | E1       | 6/30/2026 |
    """
    assert bool(found(register)) is flagged


STRANGERS = LAYOUTS["a line a ticket"][0]
for one, other in (("Ana Moreno", "Uma Vale"), ("Ben Ode", "Ivo Kern"), ("Cleo Par", "Lia Rusk")):
    STRANGERS = STRANGERS.replace(one, other)


@pytest.mark.parametrize(
    "register",
    [
        STRANGERS,
        """
        | Name       | Training | Completed |
        | Ana Moreno | Fire     | 3/17/2025 |
        | Ben Ode    | Fire     | 3/1/2025  |
        """,
        """
        | Name       | Book      | Due       |
        | Ana Moreno | Moby Dick | 3/17/2026 |
        | Ben Ode    | Emma      | 3/1/2026  |
        """,
    ],
    ids=["of others", "of days of issue", "of a library"],
)
def test_what_is_no_register_of_the_crews_tickets(register: str):
    assert found(register) == []


def test_a_ticket_of_somebody_who_declined_is_nobodys_matter():
    crew = CREW.replace("End       |\n", "End       | Status   |\n").replace(
        "Ana Moreno | 2026-3-2 | 2026-4-10 |", "Ana Moreno | 2026-3-2 | 2026-4-10 | declined |"
    )
    assert found(LAYOUTS["a line a ticket"][0], crew=crew) == []


def test_of_a_ticket_and_its_renewal_the_later_counts():
    register = """
        | Name       | Ticket       | Issued    | Expires   | Sighted                    |
        | Ana Moreno | First Aid L2 | 18/2/2024 | 17/3/2026 | old card, see next line    |
        | Ana Moreno | First Aid L2 | 16/3/2026 | 16/3/2028 | KB                         |
        | Ben Ode    | First Aid L2 | 18/2/2024 | 17/3/2026 | KB                         |
    """
    assert [issue.subject for issue in found(register, locale="en_GB")] == ["Ben Ode"]


def test_a_crew_grid_says_until_when_the_holders_work():
    grid = """
        | A TEAM CREW GRID |
        | Name       | Position    | 3/16 | 3/17 | 3/18 | 3/19 |
        | Ana Moreno | Gaffer      | W    | W    |      |      |
        | Ben Ode    | Drone Pilot |      |      | W    | W    |
        | Cleo Par   | DP          | W    | W    | W    | W    |
    """
    register = """
        | Name       | Ticket       | Expiry    |
        | Ana Moreno | IPAF         | 3/17/2026 |
        | Ben Ode    | FAA Part 107 | 3/17/2026 |
    """
    known = facts({"A Team": grid, "Plan": PLAN, "Tickets": register})
    (issue,) = rules()["ticket-expires"].issues(known)
    assert (issue.at.a1, issue.subject, issue.dates[-1].day) == ("C3", "Ben Ode", 19)


PLAN = """
    | Date      | Scene | I/E | Set     | D/N | Pages | Cast | Location |
    | 3/16/2026 | 1     | INT | KITCHEN | D   | 1     | 1    | House    |
    | 3/17/2026 | 2     | EXT | YARD    | D   | 1     | 1    | House    |
"""


@pytest.mark.parametrize(
    "heads",
    [
        "| Name | Position | Ticket | Issued | Expires |",
        "| Name | Position | Ticket | Card # | Expiry Date |",
    ],
)
def test_days_of_issue_are_no_deals_and_numbers_of_cards_no_money(heads: str):
    issued = ("2023-03-20", "2024-05-11") if "Issued" in heads else ("956126", "342712")
    register = f"""
        | SAFETY TICKETS - grip and lift crew |
        {heads}
        | Moreno, Ana | Gaffer   | AWP | {issued[0]} | 2026-03-20 |
        | Ode, Ben    | Key Grip | WAH | {issued[1]} | 2027-05-11 |
        | Par, Cleo   | DP       | WAH | {issued[1]} | 2027-05-11 |
    """
    (issue,) = found(register)
    assert (issue.subject, issue.at.tab, issue.at.row) == ("Ana Moreno", "Tickets", 3)
