"""Texts made harmless: what steers a screen goes, what can be read stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text import inert


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Set Design", "Set Design"),
        ("\x1b]8;;http://evil.example\x1b\\paid", "]8;;http://evil.example\\paid"),
        ("\x1b[2Jgone\x07\x00", "[2Jgone"),
        ("invoice\u202exlsx.exe", "invoicexlsx.exe"),
        ("first\r\nsecond\rthird", "first\nsecond\nthird"),
        ("a\tb", "a\tb"),
        ("=SUM(A1)", "=SUM(A1)"),
        ("نام\u200cها", "نام\u200cها"),  # a joiner that the script is written with
        ("שלום\u200f", "שלום\u200f"),
    ],
)
def test_what_steers_goes_and_what_can_be_read_stays(text, left):
    assert inert(text) == left


@given(st.text())
def test_nothing_is_left_that_steers_and_no_letter_is_lost(text):
    left = inert(text)
    assert not [c for c in left if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert inert(left) == left
    letters = [c for c in text if unicodedata.category(c)[0] in "LNPSM"]
    assert [c for c in left if unicodedata.category(c)[0] in "LNPSM"] == letters
