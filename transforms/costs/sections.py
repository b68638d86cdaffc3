"""Which part of a budget a line belongs to: first the sheet's own words, then the usual chart.

The chart is the four-digit one that most American studios share; studios differ, so it is asked
only where the sheet's banners do not say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.costs.lines import Section
from transforms.people.joining import fold

WORDS: Sequence[tuple[str, Section]] = (
    ("contingency", Section.CONTINGENCY),
    ("above the line", Section.ABOVE_THE_LINE),
    ("above line", Section.ABOVE_THE_LINE),
    ("atl", Section.ABOVE_THE_LINE),
    ("post production", Section.POST),
    ("postproduction", Section.POST),
    ("post", Section.POST),
    ("editorial", Section.POST),
    ("other", Section.OTHER),
    ("general", Section.OTHER),
    ("indirect", Section.OTHER),
    ("production", Section.PRODUCTION),
    ("shooting", Section.PRODUCTION),
    ("shoot", Section.PRODUCTION),
    ("below the line", Section.PRODUCTION),
    ("below line", Section.PRODUCTION),
    ("btl", Section.PRODUCTION),
)
"""Words of a banner or a section column, the first that occurs deciding ("post production" before
"production", "below the line - post" as post)."""

CHART: Sequence[tuple[int, int, Section]] = (
    (1000, 1999, Section.ABOVE_THE_LINE),
    (2000, 4999, Section.PRODUCTION),
    (5000, 5999, Section.POST),
    (6000, 9999, Section.OTHER),
)
"""First and last four-digit code of each section."""

_FOUR_DIGITS = re.compile(r"\d{4}")


def section_of(hint: str | None, codes: Sequence[str | None], *, contingency: bool) -> Section:
    """The section of a line by its hint, else by the first of its codes that the chart knows.

    A line of contingency is in its own section whatever banner it stands under.
    """
    if contingency:
        return Section.CONTINGENCY
    told = f" {fold(hint)} "
    for words, section in WORDS:
        if f" {words} " in told:
            return section
    for code in codes:
        if code and _FOUR_DIGITS.fullmatch(code):
            number = int(code)
            for first, last, section in CHART:
                if first <= number <= last:
                    return section
    return Section.OTHER
