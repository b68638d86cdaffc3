"""Text read as if typed: value, and the format that it brings along."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formats.dates import serial_of
from localsheets.formats.entered import Entered, read
from localsheets.formats.shown import shown
from localsheets.state.cell import CellError

TODAY = date(2026, 11, 22)
LOCALES = [
    *("en_US", "en_GB", "en_CA", "en_AU", "fr_FR", "fr_CA", "de_DE", "es_ES", "es_MX"),
    *("it_IT", "pt_BR", "nl_NL", "sv_SE", "ja_JP", "de_CH", "xx_YY"),
]


def typed(value: object, kind: str = "", pattern: str = "") -> Entered:
    look = {"numberFormat": {"type": kind, "pattern": pattern}} if kind else None
    return Entered(value, None, look)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12", typed(12)),
        ("-1.5", typed(-1.5)),
        ("+5", typed(5)),
        (".5", typed(0.5)),
        ("5.", typed(5)),
        ("007", typed(7)),
        ("  12  ", typed(12)),
        ("(350)", typed(-350)),
        ("1,000", typed(1000, "NUMBER", "#,##0")),
        ("2,000,000.01", typed(2000000.01, "NUMBER", "#,##0.00")),
        ("$1,200", typed(1200, "CURRENCY", '"$"#,##0')),
        ("($350.00)", typed(-350, "CURRENCY", '"$"#,##0.00')),
        ("-$5", typed(-5, "CURRENCY", '"$"#,##0')),
        ("$-5", typed(-5, "CURRENCY", '"$"#,##0')),
        ("€5.50", typed(5.5, "CURRENCY", "[$€]#,##0.00")),
        ("£5", typed(5, "CURRENCY", "[$£]#,##0")),
        ("10%", typed(0.1, "PERCENT", "0%")),
        ("10.5%", typed(0.105, "PERCENT", "0.00%")),
        ("-5 %", typed(-0.05, "PERCENT", "0%")),
        ("1e5", typed(100000, "SCIENTIFIC", "0.00E+00")),
        ("1.5E-3", typed(0.0015, "SCIENTIFIC", "0.00E+00")),
        ("true", typed(True)),
        ("FALSE", typed(False)),
        ("#N/A", typed(CellError("N_A"))),
        ("#div/0!", typed(CellError("DIVIDE_BY_ZERO"))),
        ("'007", typed("007")),
        ("'=A1", typed("=A1")),
        ("=A1+1", Entered(formula="=A1+1")),
        ("+A1", Entered(formula="=+A1")),
        ("=", typed("=")),
        ("+", typed("+")),
        ("-", typed("-")),
        ("-A1", typed("-A1")),
        ("3_1_0", typed("3_1_0")),
        ("1,2", typed("1,2")),
        ("1,00", typed("1,00")),
        ("12,34,567", typed(1234567, "NUMBER", "#,##0")),
        ("--5", typed("--5")),
        ("5-", typed("5-")),
        ("$5%", typed("$5%")),
        ("1e999", typed("1e999")),
        ("INT. HOUSE", typed("INT. HOUSE")),
        ("", typed("")),
        (" text ", typed(" text ")),
    ],
)
def test_typed_text_is_read(text: str, meant: Entered) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "day", "pattern"),
    [
        ("2020-01-01", date(2020, 1, 1), "yyyy-mm-dd"),
        ("2020/1/31", date(2020, 1, 31), "yyyy/m/d"),
        ("1/2/2020", date(2020, 1, 2), "m/d/yyyy"),
        ("01/02/2020", date(2020, 1, 2), "mm/dd/yyyy"),
        ("12/25/26", date(2026, 12, 25), "m/d/yy"),
        ("1/2/98", date(1998, 1, 2), "m/d/yy"),
        ("1-2-2026", date(2026, 1, 2), "m-d-yyyy"),
        ("1.2.2026", date(2026, 1, 2), "m.d.yyyy"),
        ("1/2", date(2026, 1, 2), "m/d"),
        ("3/2026", date(2026, 3, 1), "m/yyyy"),
        ("2026-03", date(2026, 3, 1), "yyyy-mm"),
        ("Mar 3, 2025", date(2025, 3, 3), "mmm d, yyyy"),
        ("March 3", date(2026, 3, 3), "mmmm d"),
        ("3 March", date(2026, 3, 3), "d mmmm"),
        ("3-Mar-26", date(2026, 3, 3), "d-mmm-yy"),
        ("Mar 2026", date(2026, 3, 1), "mmm yyyy"),
        ("Tuesday, March 3, 2026", date(2026, 3, 3), "dddd, mmmm d, yyyy"),
        ("1/1/1900", date(1900, 1, 1), "m/d/yyyy"),
        ("2/28/1900", date(1900, 2, 28), "m/d/yyyy"),
        ("12/29/1899", date(1899, 12, 29), "m/d/yyyy"),
        ("7/4/1776", date(1776, 7, 4), "m/d/yyyy"),
    ],
)
def test_typed_dates(text: str, day: date, pattern: str) -> None:
    assert read(text, today=TODAY) == typed(serial_of(day), "DATE", pattern)


@pytest.mark.parametrize(
    "text",
    [
        *("13/13/2020", "2/29/1900", "2/30/2026", "0/1/2026", "1/2/203", "1/2-2026", "1 2 2026"),
        *("March", "Mar Mar 2026", "32 March", "March 3 4 5", "/1/2", "1/2/", "Tue", "1/2/2026/3"),
        *("25:61", "13 PM", "0 AM", "1:2", "1:99", "24:00 PM", "1/2/2026 26:00", "²/²", "٣/٣/2026"),
    ],
)
def test_what_only_looks_like_a_date_is_text(text: str) -> None:
    assert read(text, today=TODAY) == typed(text)


@pytest.mark.parametrize(
    ("text", "value", "kind", "pattern"),
    [
        ("12:30", 12.5 / 24, "TIME", "h:mm"),
        ("09:30", 9.5 / 24, "TIME", "hh:mm"),
        ("12:30 pm", 12.5 / 24, "TIME", "h:mm am/pm"),
        ("12:30AM", 0.5 / 24, "TIME", "h:mm am/pm"),
        ("3 PM", 15 / 24, "TIME", "h am/pm"),
        ("6:00:36", 6.01 / 24, "TIME", "h:mm:ss"),
        ("0:00:00.5", 0.5 / 86400, "TIME", "h:mm:ss.0"),
        ("26:30:00", 26.5 / 24, "TIME", "[h]:mm:ss"),
        ("100:00", 100 / 24, "TIME", "[h]:mm"),
        ("1/2/2020 14:00", 43832 + 14 / 24, "DATE_TIME", "m/d/yyyy h:mm"),
        ("2020-01-02 02:00:00", 43832 + 2 / 24, "DATE_TIME", "yyyy-mm-dd hh:mm:ss"),
        ("Jan 2, 2020, 2:00 PM", 43832 + 14 / 24, "DATE_TIME", "mmm d, yyyy, h:mm am/pm"),
    ],
)
def test_typed_times(text: str, value: float, kind: str, pattern: str) -> None:
    found = read(text, today=TODAY)
    assert found.value == pytest.approx(value, abs=1e-12)
    assert found == typed(found.value, kind, pattern)


@pytest.mark.parametrize(
    ("locale", "text", "value", "pattern"),
    [
        ("de_DE", "1.234,5", 1234.5, "#,##0.00"),
        ("de_DE", "1,5", 1.5, ""),
        ("de_DE", "5,00 €", 5, '#,##0.00\\ "€"'),
        ("de_DE", "4.3.2026", 46085, "d.m.yyyy"),
        ("de_DE", "4.3.", 46085, "d.m."),
        ("de_DE", "4. März 2026", 46085, "d. mmmm yyyy"),
        ("de_DE", "wahr", True, ""),
        ("de_DE", "1.5.26 14:30", 46143 + 14.5 / 24, "d.m.yy h:mm"),
        ("fr_FR", "1 234,5", 1234.5, "#,##0.00"),
        ("fr_FR", "2 janvier 2026", 46024, "d mmmm yyyy"),
        ("fr_FR", "2 janv. 2026", 46024, "d mmm yyyy"),
        ("fr_FR", "VRAI", True, ""),
        ("fr_CA", "2026-01-02", 46024, "yyyy-mm-dd"),
        ("fr_CA", "12,50 $", 12.5, '#,##0.00\\ "$"'),
        ("en_GB", "3/4/2026", 46115, "d/m/yyyy"),
        ("en_GB", "£5", 5, '"£"#,##0'),
        ("en_US", "3/4/2026", 46085, "m/d/yyyy"),
        ("en_CA", "3/4/2026", 46085, "m/d/yyyy"),
        ("en_AU", "3/4/26", 46115, "d/m/yy"),
        ("es_ES", "2 de enero de 2026", 46024, 'd "de" mmmm "de" yyyy'),
        ("es_MX", "$1,200.50", 1200.5, '"$"#,##0.00'),
        ("it_IT", "2 gen 2026", 46024, "d mmm yyyy"),
        ("pt_BR", "R$ 1.234,50", 1234.5, '"R$"#,##0.00'),
        ("nl_NL", "€ 5,50", 5.5, '"€"\\ #,##0.00'),
        ("nl_NL", "2-1-2026", 46024, "d-m-yyyy"),
        ("sv_SE", "2 maj 2026", 46144, "d mmmm yyyy"),
        ("ja_JP", "2026年1月2日", 46024, 'yyyy"年"m"月"d"日"'),
        ("ja_JP", "2026/01/02", 46024, "yyyy/mm/dd"),
        ("xx_YY", "3/4/2026", 46085, "m/d/yyyy"),
    ],
)
def test_typed_text_is_read_by_the_locale(
    locale: str, text: str, value: float, pattern: str
) -> None:
    found = read(text, locale, TODAY)
    assert found.value == pytest.approx(value)
    assert ((found.format or {}).get("numberFormat") or {}).get("pattern", "") == pattern


@given(
    locale=st.sampled_from(LOCALES),
    kind=st.sampled_from(["", "NUMBER", "PERCENT", "CURRENCY"]),
    cents=st.integers(-(10**9), 10**9),
)
def test_a_number_as_shown_and_typed_again_is_the_same(locale: str, kind: str, cents: int) -> None:
    value = cents / 10_000 if kind == "PERCENT" else cents / 100
    text = shown(value, {"type": kind} if kind else None, locale)
    assert read(text, locale).value == pytest.approx(value, abs=1e-9)


@given(
    locale=st.sampled_from(LOCALES),
    kind=st.sampled_from(["DATE", "DATE_TIME"]),
    serial=st.integers(serial_of(date(1583, 1, 1)), serial_of(date(9999, 12, 31))),
)
def test_a_date_as_shown_and_typed_again_is_the_same(locale: str, kind: str, serial: int) -> None:
    assert read(shown(serial, {"type": kind}, locale), locale).value == serial


@given(
    st.text(max_size=30)
    | st.text("0123456789:/.,-+%$€() eEAaPpMm#'=", max_size=12)
    | st.text("0123456789²٣०:/ .Janmärz年月日", max_size=12),
    st.sampled_from(LOCALES),
)
def test_no_text_makes_it_fail(text: str, locale: str) -> None:
    found = read(text, locale, TODAY)
    assert isinstance(shown(found.value, (found.format or {}).get("numberFormat"), locale), str)
