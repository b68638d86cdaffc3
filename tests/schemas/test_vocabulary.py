"""Which field a heading names, however it is written."""

from __future__ import annotations

import pytest

from schemas import KINDS

KIND = {kind.name: kind for kind in KINDS}


@pytest.mark.parametrize(
    ("kind", "heading", "field"),
    [
        ("purchase_orders", "P.O. No.", "po_number"),
        ("purchase_orders", "Est. Amt.", "amount"),
        ("purchase_orders", "Inv. Amt", "invoiced"),
        ("purchase_orders", "Amount (USD)", "amount"),
        ("purchase_orders", "Vendors", "vendor"),
        ("ledger", "Partner", "vendor"),
        ("budget", "Acct. No", "account"),
        ("budget", "Orig. Bdgt", "budget"),
        ("budget", "Rev. Bud.", "revised_budget"),
        ("crew", "Dept.", "department"),
        ("crew", "Poste / Position", "position"),
    ],
)
def test_a_heading_names_a_field_in_full_or_shortened(kind, heading, field):
    match = KIND[kind].vocabulary.match(heading)
    assert match is not None
    assert match[0] == field


def test_a_shortened_heading_is_less_sure_than_one_in_full():
    vocabulary = KIND["purchase_orders"].vocabulary
    full, short = vocabulary.match("Invoice Amount"), vocabulary.match("Invc Amt")
    assert full is not None
    assert short is not None
    assert full[0] == short[0]
    assert short[1] < full[1]


@pytest.mark.parametrize("heading", ["", "Amt of rainfall", "Rec room", "x" * 61])
def test_other_words_name_nothing(heading):
    assert KIND["purchase_orders"].vocabulary.match(heading) is None


@pytest.mark.parametrize("heading", ["Cur", "Curr."])
def test_a_currency_is_nothing_current(heading):
    assert KIND["budget"].vocabulary.match(heading) is None


def test_a_heading_may_name_its_field_twice_in_two_languages():
    """Of one that names two fields neither is meant."""
    cast = KIND["cast"].vocabulary
    match = cast.match("Performer\nComédien(ne)")
    assert match is not None
    assert match[0] == "name"
    assert cast.match("Performer\nPremier jour") is None
