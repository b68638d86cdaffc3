"""Money is exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.money import cents, exact, plain, spoken, total


def test_a_spreadsheets_binary_noise_is_taken_away():
    assert exact(0.1 + 0.2) == Decimal("0.3")
    assert exact(1234.5600000000001) == Decimal("1234.56")
    assert exact(45.0625) == Decimal("45.0625")


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_amount_is_refused(value):
    with pytest.raises(ValueError, match="no amount"):
        exact(value)


@given(st.lists(st.integers(-(10**9), 10**9)))
def test_a_total_of_cents_is_exact_in_any_order(amounts):
    money = [exact(amount / 100) for amount in amounts]
    assert total(money) == total(reversed(money)) == Decimal(sum(amounts)) / 100


def test_a_missing_amount_adds_nothing():
    assert total([Decimal(5), None]) == Decimal(5)


def test_amounts_are_written_for_programs_and_for_people():
    assert plain(Decimal("1234567.8900")) == "1234567.89"
    assert plain(Decimal("45.0625")) == "45.0625"
    assert plain(Decimal(0)) == "0.00"
    assert spoken(Decimal(1250), "USD") == "USD 1,250"
    assert spoken(Decimal("1250.5"), "GBP") == "GBP 1,250.50"


def test_half_a_cent_goes_up():
    assert cents(Decimal("0.125")) == Decimal("0.13")
