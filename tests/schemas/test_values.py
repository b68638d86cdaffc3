"""Every form in which people type amounts, dates, rates, codes and marks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.values import amounts, codes, rates, words
from schemas.values.dates import EPOCH, Dates
from schemas.values.rates import Rate
from schemas.values.words import Fault
from tests.schemas.reading import PRODUCTION, production


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


US = Dates.of(PRODUCTION)
UK = Dates.of(production(locale="en_GB"))
UNDATED = Dates.of(production(start=None, end=None))


@pytest.mark.parametrize(
    "typed",
    [
        46083,
        46083.75,
        20260302,
        "2026-03-02",
        "2026-03-02T10:00",
        "3/2/2026",
        "03/02/26",
        "3//2/2026",
        "3/2/2026 7:00 AM",
        "Mon 3/2",
        "Monday, March 2, 2026",
        "March 2nd, 2026",
        "2-Mar-26",
        "2 Mar",
        "Mon Mar 2",
        "2. März 2026",
        "lundi 2 mars 2026",
        "lunes 2 marzo",
        "3/2",
        "3-2",
    ],
)
def test_a_date_in_every_form(typed):
    assert US.read(typed) == date(2026, 3, 2)


@pytest.mark.parametrize("typed", ["2/3", "02.03.2026", "Mon 2/3", "Mon 3/2"])
def test_day_first_by_locale_or_month_first_by_weekday(typed):
    assert UK.read(typed) == date(2026, 3, 2)


def test_a_date_without_year_takes_the_productions_also_past_new_year():
    winter = Dates.of(production(start=date(2026, 11, 2), end=date(2027, 1, 30)))
    assert winter.read("12/25") == date(2026, 12, 25)
    assert winter.read("1/15") == date(2027, 1, 15)
    assert winter.read("10/20") == date(2026, 10, 20)  # prep, before the first day


def test_without_production_dates_a_weekday_settles_the_year():
    assert UNDATED.read("Mon 3/2") == date(2026, 3, 2)
    assert isinstance(UNDATED.read("3/2"), Fault)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("3/2-3/5", "unreadable-date"),
        ("13/32", "unreadable-date"),
        ("next week", "unreadable-date"),
        (5, "unreadable-date"),
        (True, "unreadable-date"),
        ("#N/A", "not-ready"),
        ("8/1", "date-not-settled"),  # August before, or August after? and not 8 January
        ("2/29", "date-not-settled"),
    ],
)
def test_what_is_no_date(typed, code):
    far = Dates.of(production(start=date(2026, 1, 5), end=date(2026, 1, 30)))
    read = far.read(typed)
    assert isinstance(read, Fault)
    assert read.code == code


@given(st.dates(date(1950, 1, 2), date(2069, 12, 31)))
def test_a_date_written_any_common_way_is_read_back(day):
    ways = [(day - EPOCH).days, day.isoformat(), f"{day:%B} {day.day}, {day.year}"]
    ways += [f"{day:%a} {day.month}/{day.day}/{day.year}", f"{day.day}-{day:%b}-{day.year}"]
    assert [US.read(way) for way in ways] == [day] * len(ways)


@given(st.integers(0, 118))
def test_a_date_of_the_production_needs_no_year(offset):
    day = date(2026, 2, 1) + timedelta(offset)
    assert US.read(f"{day.month}/{day.day}") == day
    assert UK.read(f"{day.day}.{day.month}.") == day


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("$2,000/wk", Rate(Decimal(2000), "week")),
        ("2000 weekly", Rate(Decimal(2000), "week")),
        ("2000 p/w", Rate(Decimal(2000), "week")),
        ("$65/hr", Rate(Decimal(65), "hour")),
        ("$1,204/day", Rate(Decimal(1204), "day")),
        ("£350 a day", Rate(Decimal(350), "day")),
        ("Day rate 500", Rate(Decimal(500), "day")),
        ("$2,500 flat", Rate(Decimal(2500), "flat")),
        ("$2k/wk", Rate(Decimal(2000), "week")),
        ("$3,500/wk + $500 box", Rate(Decimal(3500), "week")),
        ("1200", Rate(Decimal(1200))),
        ("SAG scale + 10", Rate()),
        ("n/a", Rate()),
        (None, Rate()),
    ],
)
def test_rates(typed, rate):
    assert rates.rate(typed) == rate


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("TBD", "amount-open"),
        ("60/5", "unreadable-rate"),
        ("50/hr/day", "unreadable-rate"),
        ("ask", "unreadable-rate"),
        ("#REF!", "not-ready"),
    ],
)
def test_what_is_no_rate(typed, code):
    read = rates.rate(typed)
    assert isinstance(read, Fault)
    assert read.code == code


@pytest.mark.parametrize(
    ("yes", "no", "neither"),
    [
        (
            ["yes", "X", "✓", True, "3/2/2026", 46083, "Signed 3/2", "Rec'd"],
            ["no", "pending", "Sent", "Sent 3/2", False, "✗", "missing"],
            [None, "", "n/a", "-"],
        )
    ],
)
def test_marks(yes, no, neither):
    assert [rates.mark(value) for value in yes] == [True] * len(yes)
    assert [rates.mark(value) for value in no] == [False] * len(no)
    assert [rates.mark(value) for value in neither] == [None] * len(neither)
    assert isinstance(rates.mark("maybe"), Fault)


@pytest.mark.parametrize(
    ("value", "pattern", "code"),
    [
        (10.1, "0.00", "10.10"),
        (100, "0000", "0100"),
        (1101, "00-00", "11-01"),
        (111620, '0000"-"00', "1116-20"),
        (10.1, "", "10.1"),
        (1100.0, "#,##0", "1100"),
        (1200, "$#,##0.00", "1200"),
        ("'0100", "", "0100"),
        (" 10.10\u00a0", "", "10.10"),
    ],
)
def test_codes_are_text_as_the_sheet_shows_them(value, pattern, code):
    assert codes.code(value, pattern) == code


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("111620-Bailiff Fees", ("111620", "Bailiff Fees")),
        ("1.GEORGE", ("1", "GEORGE")),
        ("1.10.BEN", ("1.10", "BEN")),
        ("2200  SET DESIGN".replace("  ", " "), ("2200", "SET DESIGN")),
        ("A. Story", ("A", "Story")),
        ("2nd Unit", None),
        ("2200", None),
        ("GEORGE", None),
    ],
)
def test_code_and_name_in_one_cell(text, parts):
    assert codes.split(text) == parts


def test_text_is_cleaned_of_what_cannot_be_seen():
    assert words.clean(" Ana\u00a0 \u200bMoreno\ufeff\n") == "Ana Moreno"
    assert words.clean(5.0) == "5"
