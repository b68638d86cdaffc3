"""Every form in which people type dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.values.dates import EPOCH, Dates
from schemas.values.words import Fault
from tests.schemas.reading import PRODUCTION, issues, production, reading

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
    "typed",
    [
        "lundi 2 mars 2026",
        "Mo, 02.03.2026",
        "2 mar. 2026",
        "2 de marzo de 2026",
        "Montag, den 2. März 2026",
        "lun. 2 mars",
        "3/2/26 @ 7am",
        "w/e 3/2/26",
        "Week of March 2",
        "2026-03-02T09:00",
        "2026/03/02",
        "20260302",
    ],
)
def test_a_date_in_four_languages_and_with_what_stands_about_it(typed):
    locale = "de_DE" if "02.03" in typed else "en_US"
    assert Dates.of(production(locale=locale)).read(typed) == date(2026, 3, 2)


@pytest.mark.parametrize("typed", ["mar. 3/3", "mar 3 mars 2026", "mardi 3 mars", "martes 3/3"])
def test_a_tuesday_that_looks_like_march(typed):
    french = Dates.of(production(locale="fr_FR"))
    assert french.read(typed) == date(2026, 3, 3)
    assert french.read("mar. 7/4") == date(2026, 4, 7)


@pytest.mark.parametrize(
    ("typed", "says", "suggests"),
    [
        ("31/02/2026", "February 2026 has no day 31", "February 28"),
        ("2/30/26", "February 2026 has no day 30", "February 28"),
        ("Feb 29, 2026", "February 2026 has no day 29", "February 28"),
        ("April 31", "April has no day 31", "April 30"),
        ("20260231", "February 2026 has no day 31", "February 28"),
        ("2026-06-31", "June 2026 has no day 31", "June 30"),
    ],
)
def test_a_day_that_no_month_has_is_a_fault_with_what_was_meant(typed, says, suggests):
    read = US.read(typed)
    assert isinstance(read, Fault)
    assert (read.code, says in read.found, suggests in read.suggestion) == (
        "unreadable-date",
        True,
        True,
    )


@pytest.mark.parametrize(
    ("column", "third_of_april"),
    [
        (["4/3/2026"], False),
        (["13/2/2026"], True),
        (["13/2/2026", "Fri 27/2/2026"], True),
        (["Mon 2/3/2026"], True),  # the second of March was a Monday, the third of February none
        (["2/13/2026", "2/14/2026", "13/3/2026"], False),  # the locale and most of the column
        (["2/13/2026", "13/3/2026"], None),
    ],
)
def test_one_date_settles_its_column(column, third_of_april):
    read = US.among(column).read("3/4/2026")
    if third_of_april is None:
        assert isinstance(read, Fault)
        assert read.code == "date-not-settled"
    else:
        assert read == (date(2026, 4, 3) if third_of_april else date(2026, 3, 4))


def test_a_crew_list_from_abroad_in_an_american_workbook():
    found = reading(
        """
        | Position | Name | Start      | Wrap       |
        | Gaffer   | A B  | 02/03/2026 | 10/04/2026 |
        | Grip     | C D  | 16/03/2026 | 24/04/2026 |
        """
    )
    assert issues(found) == []
    assert list(found.tables[0].frame["start_date"]) == [date(2026, 3, 2), date(2026, 3, 16)]
    assert list(found.tables[0].frame["end_date"]) == [date(2026, 4, 10), date(2026, 4, 24)]


def test_one_date_of_another_column_tells_the_order_if_it_puts_all_among_the_productions():
    typed = """
        | Location | Permit No. | Issued by | From       | Expires    |
        | Beach    | HCC-271    | Council   | 03/03/2026 | 05/03/2026 |
        | Incline  | 108812     | DOC       | 10/03/2026 | {}         |
        """
    turned = reading(typed.format("13/03/2026"))
    as_the_locale = reading(typed.format("12/11/2026"))

    assert list(turned.tables[0].frame["start_date"]) == [date(2026, 3, 3), date(2026, 3, 10)]
    assert list(as_the_locale.tables[0].frame["start_date"]) == [
        date(2026, 3, 3),
        date(2026, 10, 3),
    ]


FORMS = {
    "en_US": ["{m}/{d}/{y}", "{m}-{d}-{yy}", "{a} {m}/{d}/{y}", "{B} {d}, {y}", "{b}. {d} {y}"],
    "en_GB": ["{d}/{m}/{y}", "{d}.{m}.{yy}", "{a}, {d}/{m}/{y}", "{d} {B} {y}", "{d}-{b}-{yy}"],
    "de_DE": ["{d}.{m}.{y}", "{d}. {m}. {yy}", "{d}-{m}-{y}"],
    "fr_CA": ["{d}/{m}/{y}", "{y}-{m}-{d}", "{d}.{m}.{yy}"],
    "ja_JP": ["{y}/{m}/{d}", "{y}.{m}.{d}"],
}


@given(st.dates(date(2000, 1, 1), date(2068, 12, 31)), st.sampled_from(sorted(FORMS)), st.data())
def test_what_a_form_writes_is_read_back_for_any_day_and_locale(day, locale, data):
    form = data.draw(st.sampled_from(FORMS[locale]))
    parts = {"d": day.day, "m": day.month, "y": day.year, "yy": f"{day:%y}"}
    parts |= {"a": f"{day:%a}", "b": f"{day:%b}", "B": f"{day:%B}"}
    assert Dates.of(production(locale=locale)).read(form.format(**parts)) == day


def test_a_weekday_that_is_not_the_dates_own():
    found = reading(
        """
        | Position | Name | Start         | Wrap         |
        | Gaffer   | A B  | Mon 3/2/2026  | Fri 4/10     |
        | Grip     | C D  | Mon 3/3/2026  | Sat 4/11     |
        """
    )
    assert issues(found) == [("weekday-differs", "C3")]
    assert found.tables[0].frame.at[3, "start_date"] == date(2026, 3, 3)


CREW_OF_2026 = """
    | Position | Name | Start      |
    | Gaffer   | A B  | 2026-03-02 |
    | Grip     | C D  | 2062-03-09 |
    | DP       | E F  | 2026-02-16 |
    | 1st AC   | G H  | 2026-03-02 |
    | 2nd AC   | I J  | 2026-03-02 |
"""


@pytest.mark.parametrize("dates", [{}, {"start": None, "end": None}])
def test_a_slip_in_the_year_is_told_by_the_others_of_its_column(dates):
    """Also where the settings say when the production is: one fault a cell."""
    found = reading(CREW_OF_2026, given=production(**dates))
    assert issues(found) == [("date-far-off", "C3")]
    assert "2026-03-09" in found.issues[0].suggestion


def test_a_date_that_lies_outside_the_production_without_being_years_away_is_told_as_such():
    found = reading(CREW_OF_2026.replace("2062", "2028"))
    assert issues(found) == [("date-outside-production", "C3")]


def test_of_few_dates_the_one_that_is_years_away_is_told_where_the_others_are_the_productions():
    text = "\n".join(CREW_OF_2026.splitlines()[:5])
    assert issues(reading(text)) == [("date-far-off", "C3")]
    assert issues(reading(text, given=production(start=None, end=None))) == []


@pytest.mark.parametrize("year", ["1926", "2126"])
def test_a_date_of_another_century_is_one_all_the_same(year):
    """The sheet shows it as a date, and that is what is told of it."""
    found = reading(CREW_OF_2026.replace("2062", year))
    assert issues(found) == [("date-far-off", "C3")]
    assert f"{year}-03-09" in found.issues[0].message


def test_a_number_among_dates_is_no_date():
    found = reading(CREW_OF_2026.replace("2062-03-09", "9693"))
    assert issues(found) == [("unreadable-date", "C3")]


def test_until_further_notice_is_no_slip():
    text = """
    | Policy No. | Insurer | Coverage  | Effective  | Expires    |
    | A1         | Globe   | Cast      | 2026-01-05 | 2026-12-31 |
    | A2         | Globe   | Equipment | 2026-01-05 | 2026-12-31 |
    | A3         | Globe   | Liability | 2026-01-05 | 2099-12-31 |
    | A4         | Globe   | Negative  | 2026-01-05 | 2026-12-31 |
    | A5         | Globe   | Vehicles  | 2026-01-05 | 2026-12-31 |
    """
    assert issues(reading(text, tab="Insurance")) == []


@pytest.mark.parametrize(
    "typed", ["n/a - public road", "TBC (Sam asks)", "ongoing - see lease", "N/A, private land"]
)
def test_no_day_is_none_with_a_remark_too(typed):
    assert US.read(typed) is None


@pytest.mark.parametrize("typed", ["n/a - after day 12", "soon - see Sam", "Main St. (north)"])
def test_words_that_may_be_a_day_are_a_fault(typed):
    assert isinstance(US.read(typed), Fault)


def test_a_day_just_before_the_shoot_is_none_in_the_spring_where_its_end_tells_the_order():
    november = production(start=date(2026, 11, 9), end=date(2026, 11, 21))
    dates = Dates.of(november).among(["04/11/2026"], ["22/11/2026"])
    assert dates.read("04/11/2026") == date(2026, 11, 4)
    assert Dates.of(november).among(["04/11/2026"]).read("04/11/2026") == date(2026, 4, 11)


@pytest.mark.parametrize(
    ("elsewhere", "meant"),
    [
        (["30/4/26"], date(2026, 5, 1)),
        (["4/30/26"], date(2026, 1, 5)),
        (["30/4/26", "4/30/26"], date(2026, 1, 5)),
        ([], date(2026, 1, 5)),
    ],
)
def test_other_tabs_tell_how_a_date_without_a_year_is_written(elsewhere, meant):
    assert US.among(["1/5"], [], elsewhere).read("1/5") == meant


def test_what_stands_beside_a_date_tells_before_other_tabs_do():
    assert US.among(["1/5"], ["4/30/26"], ["30/4/26"]).read("1/5") == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("3//5/2026", date(2026, 3, 5)),  # among the others: readable
        ("12//3/2026", "unreadable-date"),  # which of its numbers slipped too?
        ("5/20/2026", date(2026, 5, 20)),  # no slip, so a day of its own
    ],
)
def test_a_slip_of_the_keys_outside_of_all_other_dates_is_no_date(typed, read):
    others = (46083, 46090, "3/12/2026", 42430)  # the last is of 2016
    found = US.beside([typed, *others]).read(typed)
    assert (found.code if isinstance(found, Fault) else found) == read
