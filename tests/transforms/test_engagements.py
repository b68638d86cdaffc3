"""Starts and finishes in a day-out-of-days: who must have them, and what an option may be."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts
from transforms.rules import rules

TABS = """
| #  | Cast  | 3/2 | 3/3 | 3/4 | 3/5 | Work |
|    |       | Mon | Tue | Wed | Thu |      |
| 1  | ANA   | SW  | W   | W   | WF  | 4    |
| 2  | BEN   | SW  | H   | W   | WF  | 3    |
"""


def codes(rows: str, cast: str = "", tab: str = "DOOD") -> list[str]:
    known = facts({tab: TABS + rows} | ({"Cast": cast} if cast else {}))
    found = ("start-not-first-work", "finish-not-last-work", "dood-total-differs")
    return [issue.code for code in found for issue in rules()[code].issues(known)]


NEITHER = ["start-not-first-work", "finish-not-last-work"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| ST1 | STUDIO TEACHER | | W | W | | 2 |", []),
        ("|     | Animal wrangler | | W | W | | 2 |", []),
        ("|     | BUSTER (DOG)   | | W | W | | 2 |", []),
        ("|     | ANA STAND-IN   | | W | W | | 2 |", []),
        ("| 11  | ANA STUNT DBL  | | W | W | | 2 |", NEITHER),
        ("|     | ANA DOUBLE     | | W | W | | 2 |", []),
        ("| 3   | CARL           | | W | W | | 2 |", NEITHER),
        ("| 3A  | YOUNG CARL     | | W | W | | 2 |", NEITHER),
        ("| ST1 | STUDIO TEACHER | | SW | W | | 2 |", ["finish-not-last-work"]),
    ],
)
def test_who_is_no_cast_comes_and_goes(row: str, found: list[str]):
    assert codes(row) == found


@pytest.mark.parametrize(
    ("banner", "found"), [("ANIMALS", []), ("OTHERS", []), ("DAY PLAYERS", NEITHER)]
)
def test_what_stands_below_a_banner_for_others_has_neither(banner: str, found: list[str]):
    assert codes(f"| {banner} |\n| 30 | BISCUIT | | W | W | | 2 |") == found


def test_whom_the_cast_list_has_must_start_though_without_a_number():
    cast = "| No. | Role | Performer |\n| 1 | ANA | A. Roe |\n| 2 | BEN | B. Lee |\n"
    cast += "|  | CARL | C. Poe |"
    assert codes("|  | CARL | | W | W | | 2 |", cast) == NEITHER


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ("SW | W | (W) | WF | 3", []),
        ("SW | W | (W) | WF | 4", []),
        ("SW | W | (W) | WF | 2", ["dood-total-differs"]),
        ("SW | W | W | (WF) | 3", []),
        ("SW | W | W |  | 3", ["finish-not-last-work"]),
    ],
)
def test_an_option_may_be_what_lacks(marks: str, found: list[str]):
    assert codes(f"| 3 | CARL | {marks} |") == found


PROBES = """
| Nr. | Rolle | 02.03. | 03.03. | 04.03. | 05.03. | Drehtage | Probe |
|     |       | Mo     | Di     | Mi     | Do     |
| 1   | MARET | KP     | SW     | W      | WF     | 3        | {0}   |
| 2   | JULE  | SW     | W      | WF     |        | 3        |       |
| 3   | TOMMA | {1}    | KP     | SW     | WF     | 2        | {2}   |
| KP = Kostümprobe | R = Leseprobe |
"""


@pytest.mark.parametrize(
    ("first", "mark", "second", "wrong"),
    [
        ("1", "", "1", 0),
        ("1", "", "", 0),
        ("1", "R", "2", 0),
        ("", "R", "1", 0),
        ("2", "", "1", 1),
    ],
)
def test_a_total_of_probes_may_count_fittings(first: str, mark: str, second: str, wrong: int):
    known = facts({"DOOD": PROBES.format(first, mark, second)})
    assert len(list(rules()["dood-total-differs"].issues(known))) == wrong
