"""What a line of a crew grid says of itself: how firmly it is booked, and that it is for many."""

from __future__ import annotations

import pytest

from model.issue import Severity
from tests.transforms.test_lent import MAIN, OTHER, clashes


@pytest.mark.parametrize(
    ("status", "found"),
    [("Confirmed", Severity.ERROR), ("", Severity.ERROR), ("Pencil", Severity.INFO),
     ("angefragt", Severity.INFO), ("released", None)],
)  # fmt: skip
def test_a_line_of_a_grid_says_how_firmly_it_is_booked(status: str, found: Severity | None):
    other = f"""
        | 2ND UNIT |
        | Position | Name         | Status   | 3/3 | 3/4 | Remarks |
        | Key Grip | Tom Okafor   | Confirmed |    | x   |         |
        | Boom Op  | Ida Lindgren | {status} | x   | x   | if the tracking shot stays |
    """
    issues = clashes({"Main Unit": MAIN, "2nd Unit": other})
    assert [issue.severity for issue in issues] == ([found] if found else [])


@pytest.mark.parametrize(
    "many",
    [
        "SUPPORTING ARTISTES (x25)",
        "Extras",
        "COPS (x4)",
        "Komparsen",
        "Figurants x 12",
        "Addl grip (dayplayer)",
        "Additional Camera",
        "Dayplayers",
        "DAILIES",
    ],
)
def test_a_line_for_many_is_nobody_who_is_in_two_places(many: str):
    main = MAIN + f"| Crowd | {many} | x | x | x | x |"
    other = OTHER.format("") + f"| Crowd | {many} | x | x | x | x |"
    assert clashes({"Main Unit": main, "2nd Unit": other}) == []
