"""Account codes: what looks like one, and which category it belongs to by its own structure."""

from __future__ import annotations

import re

_FIRST = re.compile(r"[A-Za-z]{0,6}\d{0,8}[A-Za-z]?|\d+[A-Za-z]{1,3}\d*")
_PART = re.compile(r"[A-Za-z]{0,2}\d{1,8}[A-Za-z]?|[A-Z]{1,2}")
_LONGEST = 20
_SPLIT = re.compile(r"([.\-/ ])")


def bare(text: str) -> str:
    """A code without the mark that ends it: "A.", "III.", "1)"."""
    return text.rstrip(".):") if len(text) <= _LONGEST else text


def is_code(text: str) -> bool:
    """Whether a text may be an account code: "2201", "10.01", "A-12", "B", "11 01".

    A word before a number is none: "Total 2200", "Page 2".
    """
    marked, text = text[-1:] in ".)", bare(text)
    if re.fullmatch(r"[A-Z]{1,2}|[IVX]{1,5}", text) or (marked and re.fullmatch("[a-z]", text)):
        return True
    first, *others = _SPLIT.split(text)[::2]
    if re.match(r"[A-Za-z]{3,} ", text):
        return False
    return (
        len(text) <= _LONGEST
        and any(char.isdigit() for char in text)
        and _FIRST.fullmatch(first) is not None
        and all(_PART.fullmatch(part) for part in others)
    )


def is_letter(code: str | None) -> bool:
    """Whether a code is a bid's section: "L"."""
    return code is not None and len(code) == 1 and code.isalpha()


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


def is_category(code: str) -> bool:
    """Whether a code is a category's own: 1100, 10.00; "1202-00" is an account of 1200."""
    stem = _SPLIT.split(code)[0]
    return category_of(code) == code and category_of(stem) in (None, stem)


def belongs(account: str, category: str) -> bool:
    """Whether an account's structure puts it under a category's code: 2201 under 2200."""
    if account == category:
        return False
    if category_of(account) == category:
        return True
    parts = _SPLIT.split(account)
    return len(parts) >= 3 and (parts[0] == category or account.startswith(category + parts[1]))


def may_hold(category: str, account: str) -> bool:
    """Whether one code may head another, if the chart says so: "1" heads "11", "22" "2201"."""
    return belongs(account, category) or (
        len(account) > len(category) and account.startswith(category)
    )


def is_rounder(category: str, account: str) -> bool:
    """Whether a code of round thousands or hundreds may sum up another: 1000 over 1100 to 1900."""
    if len(category) != len(account) or not (category + account).isdigit():
        return False
    stem = category.rstrip("0")
    return len(stem) < len(account.rstrip("0")) and account.startswith(stem) and stem != ""
