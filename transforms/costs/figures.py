"""The cost report's arithmetic: one account's figures by the trade's rules, and their sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from model.money import ZERO, total
from model.production import Thresholds
from transforms.costs.lines import EfcRule, Figures


def figures_of(given: Mapping[str, Decimal | None], *, closed: bool) -> tuple[Figures, EfcRule]:
    """The cost report's columns from what the sheets give, and the rule that gave the EFC.

    original + approved = revised; actual + commitments = total cost; total cost + ETC = EFC.
    """
    original, approved, revised = _budget(given)
    actual, commitments = _cost(given)
    spent = actual + commitments
    etc, efc = given["etc"], given["efc"]
    if etc is not None:
        rule, efc = EfcRule.ETC_GIVEN, spent + etc
    elif efc is not None:
        rule = EfcRule.EFC_GIVEN
    elif closed:
        rule, efc = EfcRule.CLOSED, spent
    else:
        rule, efc = EfcRule.AT_LEAST_BUDGET, max(revised, spent)
    figures = Figures(
        original=original,
        approved=approved,
        revised=revised,
        actual_period=given["actual_period"],
        actual=actual,
        commitments=commitments,
        total_cost=spent,
        etc=efc - spent,
        efc=efc,
        variance=revised - efc,
    )
    return figures, rule


def _cost(given: Mapping[str, Decimal | None]) -> tuple[Decimal, Decimal]:
    """Actual to date and commitments: a total cost gives the one that is missing."""
    actual, commitments, spent = (
        given["actual_to_date"],
        given["commitments"],
        given["total_cost"],
    )
    if spent is not None and actual is None:
        return spent - (commitments or ZERO), commitments or ZERO
    if spent is not None and commitments is None:
        return actual or ZERO, spent - (actual or ZERO)
    return actual or ZERO, commitments or ZERO


def _budget(given: Mapping[str, Decimal | None]) -> tuple[Decimal, Decimal, Decimal]:
    """Original, approved and revised budget: any two of them give the third."""
    original, approved, revised = (
        given["budget"],
        given["approved_changes"],
        given["revised_budget"],
    )
    if revised is None:
        return original or ZERO, approved or ZERO, (original or ZERO) + (approved or ZERO)
    if original is None:
        return revised - (approved or ZERO), approved or ZERO, revised
    return original, revised - original if approved is None else approved, revised


def add_up(figures: Iterable[Figures]) -> Figures:
    """The sum of several figures. The period's actuals are unknown only where nobody has any."""
    parts = list(figures)
    periods = [part.actual_period for part in parts if part.actual_period is not None]
    return Figures(
        original=total(part.original for part in parts),
        approved=total(part.approved for part in parts),
        revised=total(part.revised for part in parts),
        actual_period=total(periods) if periods else None,
        actual=total(part.actual for part in parts),
        commitments=total(part.commitments for part in parts),
        total_cost=total(part.total_cost for part in parts),
        etc=total(part.etc for part in parts),
        efc=total(part.efc for part in parts),
        variance=total(part.variance for part in parts),
    )


def explanation_wanted(figures: Figures, thresholds: Thresholds) -> bool:
    """Whether a variance, over or under, is past the percentage *and* past the floor."""
    variance = abs(figures.variance)
    share = abs(figures.revised) * thresholds.percent / 100
    return bool(variance) and variance >= share and variance >= thresholds.floor


def large_change(change: Decimal, figures: Figures, thresholds: Thresholds) -> bool:
    """Whether a variance moved by the percentage of the budget *and* the floor, either way."""
    moved, share = abs(change), abs(figures.revised) * thresholds.percent / 100
    return bool(moved) and moved >= share and moved >= thresholds.floor
