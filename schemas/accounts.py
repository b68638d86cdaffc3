"""Account codes: what looks like one, and which category it belongs to by its own structure."""

from __future__ import annotations

import re

from schemas.headings import normal

_FIRST = re.compile(r"[A-Za-z]{0,6}\d{0,8}[A-Za-z]?|\d+[A-Za-z]{1,3}\d*")
_PART = re.compile(r"[A-Za-z]{0,2}\d{1,8}[A-Za-z]?|[A-Z]{1,2}")
_SPLIT = re.compile(r"([.\-/ ])")
SECTIONS = re.compile(
    r"(?:section )?(?:[a-z] )?(?:above (?:the )?line|atl|below (?:the )?line|btl|"
    r"(?:below the line |btl )?(?:production|post(?: ?production)?|other|shoot(?:ing)?|editing)"
    r"(?: (?:period|expenses?|costs?|charges|section))?|general(?: expenses?)?(?: section)?|"
    r"other charges|indirect(?: costs)?|pre ?production|prep|wrap|contractuals?)"
)
"""Words that announce a section of the budget."""
CONTRACTUAL = re.compile(
    r"(?:\w+ ){0,2}contingency\b.*|(?:completion|performance) (?:bond|guarant(?:ee|y|or))\b.*|"
    r"bond(?: fee| premium)?|(?:production |company |studio |general )?overheads?\b.*"
)
"""Words of lines that stand outside a budget's accounts: contingency, bond, overhead."""
FRINGES = re.compile(
    r"(?:total |section |payroll |atl |btl |above the line |below the line |labou?r )*"
    r"fringes?(?: benefits)?\b.*"
)


def is_code(text: str) -> bool:
    """Whether a text may be an account code: "2201", "10.01", "A-12", "B", "11 01"."""
    if re.fullmatch(r"[A-Z]{1,2}", text):
        return True
    first, *others = _SPLIT.split(text)[::2]
    return (
        len(text) <= 20
        and any(char.isdigit() for char in text)
        and _FIRST.fullmatch(first) is not None
        and all(_PART.fullmatch(part) for part in others)
    )


def category_of(account: str) -> str | None:
    """The category that a code belongs to by its structure: 2201 -> 2200, 10.01 -> 10.00.

    Only what is common to most charts of accounts: four digits, or two parts. ``None`` otherwise;
    a text prefix is no proof ("110" is no parent of "1101").
    """
    if re.fullmatch(r"\d{4}", account):
        return account[:2] + "00"
    parts = _SPLIT.split(account)
    if len(parts) == 3 and parts[2].isdigit():
        return parts[0] + parts[1] + "0" * len(parts[2])
    return None


def belongs(account: str, category: str) -> bool:
    """Whether an account's structure puts it under a category's code: 2201 under 2200."""
    if account == category:
        return False
    if category_of(account) == category:
        return True
    parts = _SPLIT.split(account)
    return len(parts) >= 3 and (parts[0] == category or account.startswith(category + parts[1]))


def is_section(label: str) -> bool:
    """Whether words announce a section: "ABOVE THE LINE", "Post Production"."""
    return SECTIONS.fullmatch(normal(label)) is not None


def is_contractual(label: str) -> bool:
    """Whether words name contingency, a bond or overhead."""
    return CONTRACTUAL.fullmatch(normal(label)) is not None


def is_fringes(label: str) -> bool:
    """Whether words name fringes as a line of their own."""
    return FRINGES.fullmatch(normal(label)) is not None
