"""The cost report's columns, with the notes that explain them."""

from __future__ import annotations

from collections.abc import Iterator

from model.production import Sign
from model.report import Column, Role, Style


def variance_heading(sign: Sign) -> str:
    """The variance column's heading, which always says which way round it is."""
    if sign is Sign.OVER_IS_NEGATIVE:
        return "Variance (Over)/Under"
    return "Variance Over/(Under)"


def columns(sign: Sign, *, period: bool) -> list[Column]:
    """The cost report's columns; the period's own cost only where a sheet tells it."""
    period_column = Column(
        "actual_period",
        "Actual This Period",
        Style.MONEY,
        width=78,
        note="Cost posted in the current period: the budget's own column, or what is dated in it.",
    )
    return [
        Column("account", "Account", Style.CODE, width=65),
        Column("description", "Description", width=215),
        *_budget_columns(),
        *([period_column] if period else []),
        *_cost_columns(sign),
        *_people_columns(),
    ]


def _budget_columns() -> Iterator[Column]:
    yield Column("original", "Original Budget", Style.MONEY, width=78)
    yield Column(
        "approved",
        "Approved Changes",
        Style.MONEY,
        width=78,
        note="Approved overages and transfers. They change the budget, never the EFC.",
    )
    yield Column(
        "revised",
        "Revised Budget",
        Style.MONEY,
        width=78,
        note="Original budget + approved changes.",
    )


def _cost_columns(sign: Sign) -> Iterator[Column]:
    yield Column("actual", "Actual to Date", Style.MONEY, width=78)
    yield Column(
        "commitments",
        "Commitments",
        Style.MONEY,
        width=100,
        note="Open purchase orders: what is ordered and not yet invoiced.",
    )
    yield Column(
        "total_cost", "Total Cost", Style.MONEY, width=78, note="Actual to date + commitments."
    )
    yield Column("etc", "ETC", Style.MONEY, width=78, note="Estimate to complete.")
    yield Column(
        "efc",
        "EFC",
        Style.MONEY,
        width=78,
        note="Estimated final cost: total cost + estimate to complete.",
    )
    yield Column(
        "variance", variance_heading(sign), Style.VARIANCE, width=100, note=variance_note(sign)
    )
    yield from _change_columns(sign)
    yield Column(
        "percent_used",
        "% Used",
        Style.PERCENT,
        width=60,
        note="Total cost as a share of the revised budget. Blank where there is no budget.",
    )
    yield Column(
        "efc_rule",
        "EFC by",
        width=90,
        note=(
            "Which rule gave the EFC. ETC given: total cost + the sheet's own ETC. "
            "EFC given: the sheet's own EFC. Closed: the account is closed, so its total cost. "
            "Budget or cost: the sheet gives neither, so the larger of revised budget and "
            "total cost."
        ),
    )


def _change_columns(sign: Sign) -> Iterator[Column]:
    """How the variance moved; since when, the sentences above the heading say."""
    yield Column(
        "change_run",
        f"Change Since Last Run {sign.value.title()}",
        Style.VARIANCE,
        width=92,
        note="How the variance moved on the last day on which anything did.",
    )
    yield Column(
        "change_period",
        f"Change Since Last Period {sign.value.title()}",
        Style.VARIANCE,
        width=92,
        note="How the variance moved since the last closed period ended.",
    )


def _people_columns() -> Iterator[Column]:
    yield Column(
        "source", "Source", width=92, note="The account's own line, as a link.", paper=False
    )
    yield Column(
        "todo",
        "To Do",
        Style.WRAPPED,
        width=110,
        note=(
            "An explanation is wanted where a line is over or under by more than the thresholds, "
            "or its variance moved by that since the last closed period."
        ),
        paper=False,
    )
    yield Column(
        "explanation",
        "Explanation",
        Style.PERSON,
        Role.PERSON,
        width=190,
        note="Yours to type in: it stays with its account from run to run.",
    )
    yield Column(
        "owner", "Owner", Style.PERSON, Role.PERSON, width=70, note="Yours: who looks after it."
    )


def variance_note(sign: Sign) -> str:
    """Which way round the variance is, in words."""
    if sign is Sign.OVER_IS_NEGATIVE:
        return "Revised budget - EFC: an over is negative, in parentheses."
    return "EFC - revised budget: an over is positive; an under is in parentheses."
