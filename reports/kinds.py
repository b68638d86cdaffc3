"""Kinds of sheet in the trade's words."""

from __future__ import annotations

_WORDS = {
    "dood": "day-out-of-days",
    "crew": "crew list",
    "cast": "cast list",
    "crew_grid": "grid of crew days",
    "budget_topsheet": "budget topsheet",
    "budget_detail": "budget detail",
    "one_liner": "one-line schedule",
    "ledger": "general ledger",
    "equipment": "equipment list",
    "purchase_orders": "PO log",
    "petty_cash": "petty cash log",
    "payroll": "payroll journal",
    "permits": "list of permits",
    "insurance": "list of insurance",
    "times": "sheet of daily times",
    "tickets": "register of tickets",
}


def kind_words(kind: str) -> str:
    """Name a kind of sheet for people: "dood" -> "day-out-of-days"."""
    return _WORDS.get(kind, kind.replace("_", " "))


def a_kind(kind: str) -> str:
    """The same with its article: "a day-out-of-days", "an equipment list"."""
    said = kind_words(kind)
    return f"{'an' if said[0] in 'aei' else 'a'} {said}"
