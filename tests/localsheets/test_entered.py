"""Text read as if typed: value, and the format that it brings along."""

from __future__ import annotations

import pytest

from localsheets.formats.entered import Entered, read


def typed(value: object, kind: str = "", pattern: str = "") -> Entered:
    look = {"numberFormat": {"type": kind, "pattern": pattern}} if kind else None
    return Entered(value, None, look)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12", typed(12)),
        ("-1.5", typed(-1.5)),
        ("2,000,000.01", typed(2000000.01, "NUMBER", "#,##0.00")),
        ("$1,200", typed(1200, "CURRENCY", '"$"#,##0')),
        ("($350.00)", typed(-350, "CURRENCY", '"$"#,##0.00')),
        ("-$5", typed(-5, "CURRENCY", '"$"#,##0')),
        ("10%", typed(0.1, "PERCENT", "0%")),
        ("10.5%", typed(0.105, "PERCENT", "0.00%")),
        ("1e5", typed(100000.0, "SCIENTIFIC", "0.00E+00")),
        ("2020-01-01", typed(43831, "DATE", "yyyy-mm-dd")),
        ("1/2/2020", typed(43832, "DATE", "m/d/yyyy")),
        ("Mar 3, 2025", typed(45719, "DATE", "mmm d, yyyy")),
        ("12:30", typed(0.5208333333333334, "TIME", "h:mm")),
        ("1/2/2020 14:00", typed(43832 + 14 / 24, "DATE_TIME", "m/d/yyyy h:mm")),
        ("true", typed(True)),
        ("'007", typed("007")),
        ("=A1+1", Entered(formula="=A1+1")),
        ("=", typed("=")),
        ("3_1_0", typed("3_1_0")),
        ("13/13/2020", typed("13/13/2020")),
        ("1,2", typed("1,2")),
        ("-", typed("-")),
        ("", typed("")),
    ],
)
def test_typed_text_is_read(text: str, meant: Entered) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("de_DE", "1.234,5", 1234.5),
        ("de_DE", "1,5", 1.5),
        ("fr_FR", "1 234,5", 1234.5),
        ("en_GB", "3/4/2026", 46115),
        ("en_US", "3/4/2026", 46085),
        ("de_DE", "4.3.2026", 46085),
    ],
)
def test_typed_text_is_read_by_the_locale(locale: str, text: str, value: float) -> None:
    assert read(text, locale).value == value
