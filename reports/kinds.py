"""Kinds of sheet in the trade's words."""

from __future__ import annotations

_WORDS = {
    "dood": "day-out-of-days",
    "crew": "crew list",
    "cast": "cast list",
    "crew_grid": "crew days (people by dates)",
    "budget_topsheet": "budget topsheet",
    "budget_detail": "budget detail",
    "one_liner": "one-line schedule",
    "ledger": "general ledger",
    "equipment": "equipment list",
}


def kind_words(kind: str) -> str:
    """Name a kind of sheet for people: "dood" -> "day-out-of-days"."""
    return _WORDS.get(kind, kind.replace("_", " "))
