"""Every form in which people type amounts of money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.values import amounts, separators
from schemas.values.words import Fault
from tests.schemas.reading import issues, reading


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (1200, "1200"),
        (1234.5600000000001, "1234.56"),
        ("$1,200", "1200"),
        ("$1,200.50", "1200.50"),
        ("(350.00)", "-350"),
        ("$(350)", "-350"),
        ("($350)", "-350"),
        ("-$350", "-350"),
        ("\u2212350", "-350"),
        ("1,200-", "-1200"),
        ("350 CR", "-350"),
        ("GBP 2k", "2000"),
        ("2.5k", "2500"),
        ("$1.25M", "1250000"),
        ("1,200 USD", "1200"),
        ("€ 1 200", "1200"),
        ("1'200.50", "1200.50"),
        ("1,20,000", "120000"),
        ("1.234,56", "1234.56"),
        ("1 200,00 €", "1200"),
        ("1200.-", "1200"),
        ("\u00a0 7\u200b", "7"),
        ("-", "0"),
        ("\u2014", "0"),
        ("$ -", "0"),
        (".5", "0.5"),
    ],
)
def test_amounts_where_the_point_is_the_decimal_mark(typed, read):
    assert amounts.amount(typed) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1.200", "1200"),
        ("1.200,50", "1200.50"),
        ("12,50", "12.50"),
        ("1,234.56", "1234.56"),
        ("(1.200,00 €)", "-1200"),
        ("1.200,-", "1200"),
        (1200.5, "1200.5"),
    ],
)
def test_amounts_where_the_comma_is(typed, read):
    assert amounts.amount(typed, comma=True) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.200", "unreadable-amount"),  # twelve hundred, or one point two? no money is either
        ("12,50", "unreadable-amount"),
        ("1,2,3", "unreadable-amount"),
        ("500/day", "unreadable-amount"),
        ("10%", "unreadable-amount"),
        ("1e5", "unreadable-amount"),
        ("see Bob", "unreadable-amount"),
        (True, "unreadable-amount"),
        (float("nan"), "unreadable-amount"),
        (1e300, "unreadable-amount"),
        ("TBD", "amount-open"),
        ("n/a", "amount-open"),
        ("see agent", "amount-open"),
        ("à confirmer", "amount-open"),
        ("noch offen", "amount-open"),
        ("por definir", "amount-open"),
        ("à chiffrer", "amount-open"),
        ("por cotizar", "amount-open"),
        ("noch zu kalkulieren", "amount-open"),
        ("to be priced", "amount-open"),
        ("à déf.", "amount-open"),
        ("noch zu kalk.", "amount-open"),
        ("por conf.", "amount-open"),
        ("a bender", "unreadable-amount"),
        ("zu Fuß", "unreadable-amount"),
        ("à 12.", "unreadable-amount"),
        ("#REF!", "not-ready"),
        ("#N/A", "not-ready"),
        ("Loading...", "not-ready"),
    ],
)
def test_what_is_no_amount_is_never_zero(typed, code):
    read = amounts.amount(typed)
    assert isinstance(read, Fault)
    assert read.code == code


def test_blank_is_nothing():
    assert [amounts.amount(v) for v in (None, "", " ", "\u200b\u00a0")] == [None] * 4


@given(st.decimals(-(10**9), 10**9, places=2), st.booleans())
def test_an_amount_written_any_common_way_is_read_back(value, comma):
    plain = f"{abs(value):,.2f}"
    if comma:
        plain = plain.translate(str.maketrans(",.", ".,"))
    written = f"({plain})" if value < 0 else plain
    assert amounts.amount(written, comma=comma) == value
    assert amounts.amount(f"EUR {written}", comma=comma) == value


def test_which_locales_write_a_decimal_comma():
    comma = ("de_DE", "fr_CA", "es_ES", "pt_BR", "nl-NL")
    point = ("en_US", "en_GB", "es_MX", "de_CH", "ja_JP")
    assert all(map(amounts.decimal_comma, comma))
    assert not any(map(amounts.decimal_comma, point))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1\u202f200,50 $", "1200.50"),
        ("1'200.00 CHF", "1200"),
        ("Fr. 1'200.--", "1200"),
        ("12 000", "12000"),
        ("$-5", "-5"),
        ("- $ 5", "-5"),
        ("(USD 350.00)", "-350"),
        ("<350>", "-350"),
        ("($2k)", "-2000"),
        ("1,200 DR", "1200"),
        ("'1200", "1200"),
        ("1,200/-", "1200"),
        ("1,200*", "1200"),
        ("$1,200 CAD", "1200"),
        ("1 200 $ CA", "1200"),
        ("nil", "0"),
        ("-0-", "0"),
        ("€ -", "0"),
        ("No charge", "0"),
    ],
)
def test_amounts_as_the_trade_writes_them(typed, read):
    assert amounts.amount(typed) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "says", "suggests"),
    [
        ("1O0", "letters among its figures", "Type 100"),
        ("l,2OO", "letters among its figures", "Type 1200"),
        ("~1200", "only about", "Type 1200"),
        ("approx $500", "only about", "Type 500"),
        ("1.234", "could be 1234 or 1.234", "Type 1234"),
        ("10%", "a percentage", "plain number"),
        ("1200 + HST", "no amount", "plain number"),
    ],
)
def test_a_fault_says_what_was_probably_meant(typed, says, suggests):
    read = amounts.amount(typed)
    assert isinstance(read, Fault)
    assert says in read.found
    assert suggests in read.suggestion


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("$1,200", None),
        ("US $1,200", "USD"),
        ("$1,200 CAD", "CAD"),
        ("1 200 $ CA", "CAD"),
        ("1'200 CHF", "CHF"),
        ("1.200 kr", None),
        ("100 euros", "EUR"),
        (1200, None),
    ],
)
def test_the_currency_that_an_amount_states(typed, code):
    assert amounts.currency(typed) == code


@pytest.mark.parametrize(
    ("texts", "comma"),
    [
        (["1.234,56", "1.234"], True),
        (["12,50", "100,00"], True),
        (["12,50"], None),  # perhaps a slip for 12,500
        (["129,90 €"], True),
        (["€ 12,50"], None),
        (["1,234.56", "1.234"], False),
        (["12,50", "99,90", "1,234.56"], None),
        (["see Bob", "1,234"], None),
    ],
)
def test_a_column_tells_its_decimal_mark(texts, comma):
    assert separators.told(texts) is comma


def test_what_is_ambiguous_is_read_as_the_column_writes_it():
    found = reading(
        """
        | PO # | Vendor | Acct | Amount     |
        | 1    | Lamps  | 3201 | '1.234,56  |
        | 2    | Cranes | 3202 | '2.000     |
        """
    )
    assert issues(found) == []
    assert list(found.tables[0].frame["amount"]) == [Decimal("1234.56"), Decimal(2000)]


LOCALES = {
    "en_US": (",", "."),
    "de_DE": (".", ","),
    "fr_CA": ("\u00a0", ","),
    "fr_FR": ("\u202f", ","),
    "de_CH": ("'", "."),
    "es_ES": (".", ","),
    "en_IN": (",", "."),
}
SIGNS = ["-{}", "({})", "{}-", "- {}", "{} CR", "(${})", "-€{}", "{} USD-", "<{}>"]


@given(
    st.decimals(-(10**9), 10**9, places=2),
    st.sampled_from(sorted(LOCALES)),
    st.sampled_from(SIGNS),
    st.sampled_from(["{}", "${}", "{} €", "GBP {}", "{}\u00a0$", "CHF {}"]),
)
def test_what_a_form_writes_is_read_back_for_any_amount_and_locale(value, locale, sign, form):
    group, point = LOCALES[locale]
    plain = f"{abs(value):,.2f}".translate(str.maketrans(",.", group + point))
    written = sign.format(plain) if value < 0 else form.format(plain)
    comma = amounts.decimal_comma(locale)
    assert amounts.amount(written, comma=comma) == value
