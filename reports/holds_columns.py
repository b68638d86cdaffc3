"""The Holds & Drops tab's columns."""

from __future__ import annotations

from collections.abc import Iterator

from model.report import Column, Role, Style

MONEY = ("daily_rate", "paid_cost", "hold_cost", "drop_saves")
"""Fields of money; :data:`FORMULA` goes with them."""
FORMULA = "formula"


def columns() -> Iterator[Column]:
    """Every column, those of money included."""
    yield Column("element_id", "ID", Style.CODE, width=45)
    yield Column("name", "Character", width=120)
    yield Column("performer", "Performer", width=120)
    yield Column("start", "Start", Style.DATE, width=85)
    yield Column("finish", "Finish", Style.DATE, width=85)
    yield Column("work", "Work Days", Style.COUNT, width=55)
    yield Column("hold", "Hold Days", Style.COUNT, width=55)
    yield Column("travel", "Travel Days", Style.COUNT, width=55)
    yield Column(
        "daily_rate", "Daily Rate", Style.MONEY, width=70, note="From the deal, as a day's pay."
    )
    yield Column(
        "paid_cost",
        "Cost of Days",
        Style.MONEY,
        width=75,
        note="Work, hold and travel days at the daily rate, without premiums and fringes; a day "
        "that is two of them counts once.",
    )
    yield Column("hold_cost", "Cost of Holds", Style.MONEY, width=75, note="The hold days of it.")
    yield from _drop_columns()
    yield Column("source", "Source", width=75, note="The performer's own row, as a link.")
    yield Column(
        "note", "Note", Style.PERSON, Role.PERSON, width=120, note="Yours: what was decided."
    )


def _drop_columns() -> Iterator[Column]:
    yield Column(
        "drop",
        "Drop After",
        Style.DATE,
        width=85,
        note="The last work day before the best drop that the agreement allows.",
    )
    yield Column("pickup", "Pick Up", Style.DATE, width=85, note="The day that ends the drop.")
    yield Column(
        "drop_days",
        "Days Dropped",
        Style.COUNT,
        width=65,
        note="Hold days between the two, which need not be paid for.",
    )
    yield Column("drop_saves", "Drop Saves", Style.MONEY, width=70, note="Those at the daily rate.")
    yield Column(
        "legal",
        "Why",
        Style.WRAPPED,
        width=190,
        note="What the agreement asks of a drop, and why there is none where somebody is held; "
        "rest on a cell for the clause.",
    )
    yield Column("formula", "How Reckoned", Style.WRAPPED, width=170, note="The money in words.")
