"""The Hot Costs tab's columns."""

from __future__ import annotations

from collections.abc import Iterator

from model.production import Sign
from model.report import Column, Role, Style

MONEY = ("budget", "actual", "variance", "to_date")
"""Fields of money."""


def columns(sign: Sign) -> Iterator[Column]:
    """Every column, those of money included."""
    way = "(Over)/Under" if sign is Sign.OVER_IS_NEGATIVE else "Over/(Under)"
    yield Column("name", "Name", width=130)
    yield Column("position", "Position or Role", width=130)
    yield Column("call", "Call", width=52)
    yield Column("wrap", "Wrap", width=56)
    yield Column("hours", "Hours", Style.HOURS, width=55, note="Call to wrap, less the meals.")
    yield Column(
        "planned",
        "Budgeted Hours",
        Style.HOURS,
        width=84,
        note="As the sheet of times plans them, else the deal's guaranteed hours of a day.",
    )
    yield Column("hours_variance", f"Hours {way}", Style.HOURS, width=98)
    yield Column("overtime", "Overtime", Style.HOURS, width=84, note="Hours below double time.")
    yield Column("double", "Double Time", Style.HOURS, width=70)
    yield Column("triple", "Triple Time", Style.HOURS, width=66)
    yield Column(
        "meals",
        "Meal Penalties",
        Style.COUNT,
        width=84,
        note="Half-hours, or parts of one, by which meals were late.",
    )
    yield Column(
        "rest", "Forced Call", Style.HOURS, width=70, note="Hours of rest that the call took."
    )
    yield from _money_columns(way)
    yield Column("source", "Source", width=120, note="The person's call, as a link.", paper=False)
    yield Column("note", "Note", Style.PERSON, Role.PERSON, width=130, note="Yours.")


def _money_columns(way: str) -> Iterator[Column]:
    yield Column(
        "budget",
        "Budgeted Day",
        Style.MONEY,
        width=85,
        note="The day's rate, with the overtime of the budgeted hours.",
    )
    yield Column(
        "actual",
        "Actual Day",
        Style.MONEY,
        width=75,
        note="The day's rate, with overtime, meal penalties and forced call. Without fringes, and "
        "without premiums of sixth and seventh days and holidays.",
    )
    yield Column("variance", f"Variance {way}", Style.VARIANCE, width=98)
    yield Column(
        "hours_to_date",
        f"Hours to Date {way}",
        Style.HOURS,
        width=98,
        note="Of all days with times up to this one, against the budgeted hours.",
    )
    yield Column(
        "to_date",
        f"To Date {way}",
        Style.VARIANCE,
        width=98,
        note="The variances of all days with times up to this one.",
    )
