"""Number formats: value, pattern, what the cell shows."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formats.palette import colour
from localsheets.formats.shown import colour_of, shown

MONEY = "#,##0;(#,##0);-"
DAY = 42465.6728417593  # Tuesday, April 5, 2016, 4:08:53.528 PM
LAPSE = (3 * 3600 + 13 * 60 + 41.255) / 86400
CASES = [
    (1234.5, MONEY, "1,235"),
    (-1234.5, MONEY, "(1,235)"),
    (0, MONEY, "-"),
    (-0.4, MONEY, "(0)"),
    (1234567.891, "#,##0.00", "1,234,567.89"),
    (-5.255, "#,##0.00", "-5.26"),
    (2.675, "0.00", "2.68"),
    (1.005, "0.00", "1.01"),
    (-2.5, "0", "-3"),
    (999.995, "#,##0.00", "1,000.00"),
    (-0.001, "0.00", "-0.00"),
    (0.256, "0%", "26%"),
    (0.2565, "0.0%", "25.7%"),
    (0.07, "0%", "7%"),
    (12.5, "#,##0%", "1,250%"),
    (1234.5, '"$"#,##0.00', "$1,234.50"),
    (-1234.5, '"$"#,##0.00', "-$1,234.50"),
    (1200, "[$€]#,##0", "€1,200"),
    (1200, "#,##0\\ [$€-407]", "1,200 €"),
    (1200, '_("$"* #,##0_)', " $1,200 "),
    (7, "0000", "0007"),
    (1234, "00,000", "01,234"),
    (5551234, "000-0000", "555-1234"),
    (0.5, "#.##", ".5"),
    (3, "#0.#", "3."),
    (12.4, "???.???", " 12.4  "),
    (0, "#", ""),
    (12345678, '0.0,,"M"', "12.3M"),
    (12200000, "#0.0,,", "12.2"),
    (12345, "0,", "12"),
    (10, "\\#0", "#10"),
    (12345, "0.00E+00", "1.23E+04"),
    (0.00012, "0.0E+00", "1.2E-04"),
    (0.0000001, "##0.00#E+##", "100.00E-9"),
    (9.999, "0.00E+00", "1.00E+01"),
    (-12345, "0.00e-00", "-1.23e04"),
    (0, "0.00E+00", "0.00E+00"),
    (1.25, "# ?/?", "1 1/4"),
    (23.25, "0 #/#", "23 1/4"),
    (23.25, "0 #/8", "23 2/8"),
    (23.1, "0 #/3", "23"),
    (0.5, "# ?/?", "1/2"),
    (0, "# ?/?", "0"),
    (-1.5, "0 #/#", "-1 1/2"),
    (1.5, "?/?", "3/2"),
    (-3, "[Red]0.0;[Blue]-0.0", "-3.0"),
    (-1234, "[Blue]#,##0;[Red]#,##0;[Green]0.0;[Magenta]_(@_)", "1,234"),
    (0, "[Blue]#,##0;[Red]#,##0;[Green]0.0;[Magenta]_(@_)", "0.0"),
    ("MyText", "[Blue]#,##0;[Red]#,##0;[Green]0.0;[Magenta]_(@_)", " MyText "),
    (150, '[>=100]"big" 0;0', "big 150"),
    (50, '[<100]"Low";[>1000]"High";000', "Low"),
    (5000, '[<100]"Low";[>1000]"High";000', "High"),
    (500, '[<100]"Low";[>1000]"High";000', "500"),
    (500, '[<100]"Low";[>1000]"High"', "###"),
    (32, '[>1000]"HIGH";[Color43][<=200]"LOW";0000', "LOW"),
    (527, '[>1000]"HIGH";[Color43][<=200]"LOW";0000', "0527"),
    (12345.125, "####.#", "12345.1"),
    (12.34, "000.0000", "012.3400"),
    (12, "#.0#", "12.0"),
    (5.125, "# ???/???", "5   1/8  "),
    (1234500000, "0.00e+00", "1.23e+09"),
    (123114.15115, '###0.000;"TEXT: "_(@_)', "123114.151"),
    ("MyText", '###0.000;"TEXT: "_(@_)', "TEXT:  MyText "),
    (-5, "0.0;@", "-5.0"),
    (46000, "m/d/yyyy", "12/9/2025"),
    (46000, "ddd d mmm", "Tue 9 Dec"),
    (46000, "dddd, mmmm dd, yy", "Tuesday, December 09, 25"),
    (46000, "mmmmm d y yyy", "D 9 25 2025"),
    (46000, "[$-407]mmmm", "Dezember"),
    (46000.75, "yyyy-mm-dd hh:mm", "2025-12-09 18:00"),
    (46000.75, "h:mm AM/PM", "6:00 PM"),
    (46000.75, "MM/dd HH:MM", "12/09 18:00"),
    (46000.75, "h:M", "18:12"),
    (46000.999999, "yyyy-mm-dd", "2025-12-09"),
    (DAY, "h:mm:ss.00 a/p", "4:08:53.53 p"),
    (DAY, 'hh:mm A/P".M."', "04:08 P.M."),
    (DAY, "mmmm d \\[dddd\\]", "April 5 [Tuesday]"),
    (DAY, "h PM, ddd mmm dd", "4 PM, Tue Apr 05"),
    (DAY, "dddd, m/d/yy at h:mm", "Tuesday, 4/5/16 at 16:08"),
    (LAPSE, "[hh]:[mm]:[ss].000", "03:193:11621.255"),
    (LAPSE, "[hh]", "03"),
    (LAPSE, "[mmmm]", "0193"),
    (LAPSE, "[ss]", "11621"),
    (1.5, "[h]:mm:ss", "36:00:00"),
    (-0.25, "[h]:mm", "-6:00"),
    (0.5, "mm:ss", "00:00"),
    (0.999999999, "h:mm:ss", "0:00:00"),
    (2, "m/d/yyyy", "1/1/1900"),
    (60, "m/d/yyyy", "2/28/1900"),
    (61, "m/d/yyyy", "3/1/1900"),
    (-1, "yyyy-mm-dd", "1899-12-29"),
    (-45103, "yyyy-mm-dd", "1776-07-04"),
    (3000000, "yyyy-mm-dd", "3000000"),
    ("note", "@", "note"),
    ("note", '0;0;0;"<"@">"', "<note>"),
    ("note", "#,##0", "note"),
    (5.5, "@", "5.5"),
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
        (-0.0, "0"),
        (1 / 1024, "0.0009765625"),
        (1 / 3, "0.3333333333"),
        (1000 / 3, "333.3333333"),
        (123456789012, "123456789012"),
        (123456789012345, "123456789012345"),
        (1e14 + 0.5, "100000000000001"),
        (0.1 + 0.2, "0.3"),
        (1e15, "1E+15"),
        (1e20, "1E+20"),
        (123456789012345678, "1.23457E+17"),
        (1.5e-12, "1.5E-12"),
        (-0.00001, "-0.00001"),
    ],
)
def test_a_number_without_a_format(value: float, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("locale", "kind", "value", "text"),
    [
        ("en_US", "NUMBER", 1234.5, "1,234.50"),
        ("de_DE", "NUMBER", 1234.5, "1.234,50"),
        ("fr_FR", "NUMBER", 1234.5, "1\u202f234,50"),
        ("fr_CA", "NUMBER", 1234.5, "1\u00a0234,50"),
        ("de_CH", "NUMBER", 1234.5, "1’234.50"),
        ("ja_JP", "NUMBER", 1234.5, "1,234.50"),
        ("en_US", "PERCENT", 0.5, "50.00%"),
        ("de_DE", "PERCENT", 0.5, "50,00%"),
        ("en_US", "CURRENCY", -5, "-$5.00"),
        ("en_GB", "CURRENCY", 5, "£5.00"),
        ("de_DE", "CURRENCY", 5, "5,00 €"),
        ("nl_NL", "CURRENCY", 5, "€ 5,00"),
        ("pt_BR", "CURRENCY", 5, "R$5,00"),
        ("sv_SE", "CURRENCY", 5, "5,00 kr"),
        ("en_US", "DATE", 46085, "3/4/2026"),
        ("en_GB", "DATE", 46085, "04/03/2026"),
        ("en_CA", "DATE", 46085, "2026-03-04"),
        ("de_DE", "DATE", 46085, "04.03.2026"),
        ("fr_FR", "DATE", 46085, "04/03/2026"),
        ("es_ES", "DATE", 46085, "4/3/2026"),
        ("nl_NL", "DATE", 46085, "4-3-2026"),
        ("sv_SE", "DATE", 46085, "2026-03-04"),
        ("ja_JP", "DATE", 46085, "2026/03/04"),
        ("en_US", "TIME", 0.75, "6:00:00 PM"),
        ("de_DE", "TIME", 0.75, "18:00:00"),
        ("en_US", "DATE_TIME", 46085.75, "3/4/2026 18:00:00"),
        ("de_DE", "DATE_TIME", 46085.75, "04.03.2026 18:00:00"),
        ("en_US", "SCIENTIFIC", 12345, "1.23E+04"),
        ("de_DE", "SCIENTIFIC", 12345, "1,23E+04"),
        ("en_US", "TEXT", 12345.5, "12345.5"),
        ("de_DE", "", 0.5, "0,5"),
        ("de_DE", "", True, "WAHR"),
        ("fr_FR", "", False, "FAUX"),
        ("en_GB", "", True, "TRUE"),
    ],
)
def test_a_type_shows_by_the_locale(locale: str, kind: str, value: float, text: str) -> None:
    assert shown(value, {"type": kind} if kind else None, locale) == text


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_US", "Wed Wednesday Mar March"),
        ("fr_FR", "mer. mercredi mars mars"),
        ("de_DE", "Mi. Mittwoch März März"),
        ("es_ES", "mié miércoles mar marzo"),
        ("it_IT", "mer mercoledì mar marzo"),
        ("pt_BR", "qua. quarta-feira mar. março"),
        ("nl_NL", "wo woensdag mrt maart"),
        ("sv_SE", "ons onsdag mars mars"),
        ("ja_JP", "水 水曜日 3月 3月"),
    ],
)
def test_months_and_weekdays_are_named_by_the_locale(locale: str, text: str) -> None:
    assert shown(46085, {"type": "DATE", "pattern": "ddd dddd mmm mmmm"}, locale) == text


@pytest.mark.parametrize(
    ("value", "pattern", "name"),
    [
        (-1, "0;[Red]-0", "red"),
        (1, "0;[Red]-0", None),
        (32, "[>1000]0;[Color43][<=200]0;0000", "color43"),
        ("x", "0;0;0;[Magenta]@", "magenta"),
        (-1, "0;[Color 5]0", "color5"),
        (None, "[Red]0", None),
    ],
)
def test_a_pattern_colours(value: object, pattern: str, name: str | None) -> None:
    assert colour_of(value, pattern) == name  # type: ignore[arg-type]


def test_colours_by_name_and_number() -> None:
    assert colour("red") == {"red": 1}
    assert colour("black") == {}
    assert colour("color43") == {"red": 0.6, "green": 0.8}
    assert [colour("color0"), colour("color57"), colour(None)] == [None, None, None]


@given(st.decimals(-(10**9), 10**9, places=2))
def test_two_decimals_show_every_cent(amount: object) -> None:
    text = shown(float(str(amount)), {"type": "NUMBER", "pattern": "0.00"})
    assert text.lstrip("-") == f"{abs(float(str(amount))):.2f}"


@given(
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12) | st.text('0#?.,%E+-_*"\\@$;[]<>=hmsdyaAPM/ ', max_size=14),
)
def test_no_pattern_makes_it_fail(value: float, pattern: str) -> None:
    assert isinstance(shown(value, {"type": "NUMBER", "pattern": pattern}), str)


@given(st.integers(-(10**14), 10**14))
def test_grouping_changes_no_digit(value: int) -> None:
    text = shown(value, {"type": "NUMBER", "pattern": "#,##0"})
    assert int(text.replace(",", "")) == value
    assert math.isclose(float(text.replace(",", "")), value)
