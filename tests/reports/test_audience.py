"""What readers may see of the money at stake."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from model.cell import Cell
from model.issue import Cost
from reports.audience import Audience

SCHEDULE = Audience("schedule", frozenset({"budget"}), (), datetime.now(UTC))
RATE = Cell("Crew", 2, 4, "schedule")
LINE = Cell("Budget", 9, 1, "budget")


def test_an_account_that_only_the_budget_knows_is_kept_back_where_the_rate_is_not():
    cost = Cost(Decimal(600), "day rate USD 600", (RATE,), "2501", "GRIP", (LINE,))
    assert cost.explained == "day rate USD 600; would hit 2501, GRIP"
    shown = SCHEDULE.cost(cost)
    assert shown == Cost(Decimal(600), "day rate USD 600", (RATE,))
    assert shown is not None
    assert shown.explained == "day rate USD 600"


def test_an_account_that_a_deal_names_is_shown_without_its_category():
    own = Cell("Crew", 2, 7, "schedule")
    cost = Cost(Decimal(600), "day rate USD 600", (RATE,), "2501", "GRIP", (own, LINE))
    shown = SCHEDULE.cost(cost)
    assert shown == Cost(Decimal(600), "day rate USD 600", (RATE,), "2501", "", (own,))


def test_money_from_a_restricted_sheet_is_not_shown_at_all():
    assert SCHEDULE.cost(Cost(Decimal(600), "day rate", (LINE,))) is None
