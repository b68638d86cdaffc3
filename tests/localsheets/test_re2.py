"""RE2's regular expressions: pattern, text, what is found first; and what RE2 does not take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.formats.re2 import BadPattern, compiled
from localsheets.formulas.functions import patterns
from tests.localsheets.test_functions import given_by


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("(?i)N", "ana", "n"),
        ("a(?i)b|c", "xC", "C"),
        ("(?i:a(?-i)b|c)D", "AbD", "AbD"),
        ("(?i:a(?-i)b|c)D", "ABD", None),
        (r"\pL+", "12éa", "éa"),
        (r"\p{Greek}\P{Greek}", "xαb", "αb"),
        (r"[\pN_]+", "a1_", "1_"),
        (r"\d+", "٣4", "4"),
        (r"[^\D]+", "a12", "12"),
        ("[[:^alpha:]]+", "ab12", "12"),
        (r"[\w.]+@", "é.b@", ".b@"),
        (r"\bo\b", "éo o", "o"),
        ("a{,2}", "aa a{,2}", "a{,2}"),
        ("x{e<=1}", "x{e<=1}", "x{e<=1}"),
        ("a$", "a\n", None),
        ("(?m)a$", "a\nb", "a"),
        (r"a\z", "a", "a"),
        ("(?s)a.", "a\n", "a\n"),
        ("a.", "a\n", None),
        ("(?U)a+", "aaa", "a"),
        ("(?U)a+?", "aaa", "aaa"),
        (r"\Qa.b*\E", "a.b*", "a.b*"),
        (r"\x{1F600}", "😀", "😀"),
        ("[]a]+", "x]a", "]a"),
        ("[a&&~~||]+", "&~|", "&~|"),
        ("", "a", ""),
    ],
)
def test_a_pattern_finds(pattern: str, text: str, found: str | None) -> None:
    match = compiled(pattern).search(text)
    assert (None if match is None else match[0]) == found


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(a)\1", "a(?=b)", "a(?!b)", "(?<=a)b", "(?<!a)b", "(?>a)", "(?P=n)", r"\k<n>"),
        *("(?#x)", "a++", "a**", "*a", "|*", "(", ")", "[a", "[z-a]", "(?i", "(?)", "\\"),
        *(r"\Z", r"\u0041", r"\h", r"\pX", "a{2000}", "a{3,2}", "[[:nothing:]]"),
    ],
)
def test_what_re2_does_not_take_is_refused(pattern: str) -> None:
    with pytest.raises(BadPattern):
        compiled(pattern)


@given(st.text(st.sampled_from(r"ab^$.|()[]{}?*+\-:,imsUPdwpL<>=!&10"), max_size=12))
def test_a_pattern_is_read_or_refused(pattern: str) -> None:
    try:
        compiled(pattern).search("ab-1", timeout=1)
    except BadPattern:
        return


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ('=REGEXREPLACE("abxd","x*","-")', "-a-b-d-"),
        ('=REGEXREPLACE("Ana Bo","(\\w+) (\\w+)","$2 \\1$3")', "Bo Ana"),
        ('=REGEXREPLACE("","^$","x")', "x"),
        ('=REGEXEXTRACT("12 kg","(?P<n>\\d+) ?(?P<x>z)?")', "| 12 |  |"),
        ('=REGEXMATCH("é","\\w")', False),
    ],
)
def test_functions_of_patterns(formula: str, value: object) -> None:
    assert given_by(formula) == value


def test_a_pattern_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "LONGEST", 0.05)
    found = given_by('=REGEXMATCH("' + "a" * 40 + 'b","(a|aa)+$")')
    assert "takes too long" in getattr(found, "message", "")
