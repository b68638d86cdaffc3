"""A cost report with quantities and rates beside its accounts: what it budgets for people."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts, production, read
from transforms.rules import rules

REPORT = """
    | Konto | Bezeichnung    | Anz. | Einheit | Satz | Kalkulation | Ist  | Noch zu erw | Prognose |
    | 1401  | Maret – S. Tho | 3    | DT      | 2100 | 6300        | 2100 | 4200        | 6300     |
    | 1402  | Hinrich        | 2    | DT      | 1900 | 3800        | 1900 | 1900        | 3800     |
    | 2510  | Oberbeleuchter | 5    | Wochen  | 1750 | 8750        | 5250 | 3500        | 8750     |
    | 2520  | Best Boy       | 4    | Wochen  | 1500 | {}        | 3000 | 3000        | 6000     |
    | 2530  | Kamerabühne    | 4    | Wochen  | 1600 | {}        | 3200 | 3200        | 6400     |
"""
TRUE, OTHER = REPORT.format(6000, 6400), REPORT.format(9999, 9999).replace("1750 |", "1 |")
CREW = """
    | Position       | Name         | Start Date | Rate | Unit  |
    | Oberbeleuchter | Gerdes, Udo  | 2026-03-02 | 1900 | Woche |
    | Best Boy       | Mensah, Kofi | 2026-03-02 | 1500 | Woche |
"""
DAYS = """
    | Drehtage | Mo  | Di  | Mi  | Do  |
    | Rolle    | 02.03. | 03.03. | 04.03. | 05.03. |
    | Maret    | SW  | W   | WF  |     |
    | Hinrich  | SW  | W   | W   | WF  |
"""


def of_report(text):
    (table,) = read({"Kostenstand": text}, production(locale="de_DE"))[0].tables
    return table


def test_it_is_a_budget_with_what_its_lines_count():
    table = of_report(TRUE)
    assert table.kind == "budget"
    assert list(table.frame["unit"]) == ["DT", "DT", "Wochen", "Wochen", "Wochen"]
    assert [int(rate) for rate in table.frame["rate"]] == [2100, 1900, 1750, 1500, 1600]


def test_columns_that_do_not_make_the_budget_are_left_to_people():
    table = of_report(OTHER.replace("3800        | 1900", "1          | 1900"))
    assert not table.has("rate")
    assert {"Anz.", "Einheit", "Satz"} <= table.other_columns.keys()


@pytest.mark.parametrize(
    ("code", "tabs", "at"),
    [
        ("rate-over-budget", {"Stab": CREW}, "Stab!D2"),
        ("days-over-budget", {"Drehtage Darsteller": DAYS}, "Drehtage Darsteller!D4"),
    ],
)
def test_people_are_held_to_it_as_to_a_detail(code, tabs, at):
    known = facts({"Kostenstand": TRUE, **tabs}, locale="de_DE")
    assert rules()[code].lacks(known) == ""
    (issue,) = rules()[code].issues(known)
    assert str(issue.at) == at
