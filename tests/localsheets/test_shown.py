"""Number formats: value, pattern, what the cell shows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formats.shown import colour_of, shown

MONEY = "#,##0;(#,##0);-"
CASES = [
    (1234.5, MONEY, "1,235"),
    (-1234.5, MONEY, "(1,235)"),
    (0, MONEY, "-"),
    (-0.4, MONEY, "(0)"),
    (1234567.891, "#,##0.00", "1,234,567.89"),
    (-5.255, "#,##0.00", "-5.26"),
    (2.675, "0.00", "2.68"),
    (999.995, "#,##0.00", "1,000.00"),
    (0.256, "0%", "26%"),
    (0.2565, "0.0%", "25.7%"),
    (1234.5, '"$"#,##0.00', "$1,234.50"),
    (-1234.5, '"$"#,##0.00', "-$1,234.50"),
    (1200, "[$€]#,##0", "€1,200"),
    (7, "0000", "0007"),
    (5551234, "000-0000", "555-1234"),
    (0.5, "#.##", ".5"),
    (0, "#", ""),
    (12345678, '0.0,,"M"', "12.3M"),
    (12345, "0.00E+00", "1.23E+04"),
    (0.00012, "0.0E+00", "1.2E-04"),
    (1.25, "# ?/?", "1 1/4"),
    (-3, "[Red]0.0;[Blue]-0.0", "-3.0"),
    (150, '[>=100]"big" 0;0', "big 150"),
    (46000, "m/d/yyyy", "12/9/2025"),
    (46000, "ddd d mmm", "Tue 9 Dec"),
    (46000, "dddd, mmmm dd, yy", "Tuesday, December 09, 25"),
    (46000.75, "yyyy-mm-dd hh:mm", "2025-12-09 18:00"),
    (46000.75, "h:mm AM/PM", "6:00 PM"),
    (46000.999999, "yyyy-mm-dd", "2025-12-09"),
    (1.5, "[h]:mm:ss", "36:00:00"),
    (0.5, "mm:ss", "00:00"),
    (2, "m/d/yyyy", "1/1/1900"),
    (60, "m/d/yyyy", "2/28/1900"),
    (61, "m/d/yyyy", "3/1/1900"),
    ("note", "@", "note"),
    ("note", '0;0;0;"<"@">"', "<note>"),
    ("note", "#,##0", "note"),
    (True, "0.00", "TRUE"),
    (None, "0", ""),
]


@pytest.mark.parametrize(("value", "pattern", "text"), CASES)
def test_a_pattern_shows(value: object, pattern: str, text: str) -> None:
    assert shown(value, {"type": "NUMBER", "pattern": pattern}) == text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.0, "2"),
        (1 / 1024, "0.0009765625"),
        (1 / 3, "0.3333333333"),
        (1000 / 3, "333.3333333"),
        (123456789012, "123456789012"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1E+20"),
        (1.5e-12, "1.5E-12"),
        (-0.00001, "-0.00001"),
    ],
)
def test_a_number_without_a_format(value: float, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("locale", "text", "day"),
    [
        ("en_US", "1,234.50", "3/4/2026"),
        ("de_DE", "1.234,50", "04.03.2026"),
        ("fr_FR", "1\u202f234,50", "04/03/2026"),
        ("en_GB", "1,234.50", "04/03/2026"),
    ],
)
def test_separators_and_dates_follow_the_locale(locale: str, text: str, day: str) -> None:
    assert shown(1234.5, {"type": "NUMBER", "pattern": "#,##0.00"}, locale) == text
    assert shown(46085, {"type": "DATE"}, locale) == day


def test_a_pattern_colours() -> None:
    assert colour_of(-1, "0;[Red]-0") == "red"
    assert colour_of(1, "0;[Red]-0") is None


@given(st.decimals(-(10**9), 10**9, places=2))
def test_two_decimals_show_every_cent(amount: object) -> None:
    text = shown(float(str(amount)), {"type": "NUMBER", "pattern": "0.00"})
    assert text.lstrip("-") == f"{abs(float(str(amount))):.2f}"


@given(st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=12))
def test_no_pattern_makes_it_fail(value: float, pattern: str) -> None:
    assert isinstance(shown(value, {"type": "NUMBER", "pattern": pattern}), str)


@given(st.integers(-(10**14), 10**14))
def test_grouping_changes_no_digit(value: int) -> None:
    text = shown(value, {"type": "NUMBER", "pattern": "#,##0"})
    assert int(text.replace(",", "")) == value
    assert math.isclose(float(text.replace(",", "")), value)
