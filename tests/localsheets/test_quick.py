"""The quick way to show plain numbers gives what the slow way gives, or leaves it to that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formats import numbers, quick, shown
from localsheets.formats.locales import locale

PLAIN = [
    "0",
    "0.00",
    "0.000000",
    "#,##0",
    "#,##0.00",
    "0%",
    "0.0%",
    "#,##0.00%",
    '"$"#,##0.00',
    "#,##0.00 [$€-407]",
    "#,##0;(#,##0);-",
    '"$"#,##0.00;[Red]-"$"#,##0.00',
    '"none"',
]
OTHER = [
    "",
    "#.##",
    "00",
    "0,,",
    "m/d/yyyy",
    "0.00E+00",
    "# ?/?",
    "[<5]0;0.0",
    "0;-0;0;@",
    "@",
    "0%%",
]
LOCALES = ["en_US", "de_DE", "fr_FR", "de_CH"]


def decimals(places: int) -> st.SearchStrategy[float]:
    """Floats of few decimals, among them those that end in a 5."""
    return st.integers(-(10**9), 10**9).map(lambda digits: digits / 10**places)


figures = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.floats(-1e6, 1e6),
    st.floats(0, 1),
    st.integers(-(10**16), 10**16),
    st.integers(1, 8).flatmap(decimals),
)


@given(figures, st.sampled_from(PLAIN), st.sampled_from(LOCALES))
def test_both_ways_agree(value: float, pattern: str, name: str) -> None:
    place = locale(name)
    show = quick.by_pattern(pattern, place)
    assert show is not None
    text = show(value)
    assert text is None or text == shown._number(value, pattern, place)


broken = st.one_of(
    st.floats(-1e10, 1e10),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(1, 14).flatmap(decimals),
).filter(lambda value: not value.is_integer())
whole = st.one_of(st.integers(-(10**17), 10**17), st.integers(-(10**70), 10**70))


@given(st.lists(broken | whole), st.sampled_from([".", ","]))
def test_both_ways_agree_without_a_format(values: list[int | float], point: str) -> None:
    place = locale("en_US" if point == "." else "de_DE")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quick, "general", lambda *_: None)
        slow = [numbers.general(value, place) for value in values]
    assert list(numbers.generals(values, place)) == slow
    assert [numbers.general(value, place) for value in values] == slow


@pytest.mark.parametrize("pattern", OTHER)
def test_other_patterns_are_left_to_the_slow_way(pattern: str) -> None:
    assert quick.by_pattern(pattern, locale("en_US")) is None


def test_ordinary_figures_go_the_quick_way() -> None:
    place = locale("en_US")
    some = [1234.56, -0.07, 19, 0, -1_234_567, 0.1 + 0.2]
    shows = [show for pattern in PLAIN if (show := quick.by_pattern(pattern, place))]
    assert len(shows) == len(PLAIN)
    assert all(show(1234.56) for show in shows[1:6])
    assert quick.generals([1234.56, -0.07, 0.1 + 0.2], ".") == ["1234.56", "-0.07", "0.3"]
    assert [shows[4](figure) for figure in some] == [
        "1,234.56",
        "-0.07",
        "19.00",
        "0.00",
        "-1,234,567.00",
        "0.30",
    ]
