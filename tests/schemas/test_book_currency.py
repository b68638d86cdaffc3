"""The currency that a production's own amounts are in, where no settings say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schemas import currency_of, textgrid
from tests.schemas.reading import book

EUROS = "| Acct | Budget |\n| 1 | 100 € |\n| 2 | 5 € |\n| 3 | EUR 7 |"
GERMAN = "| Konto | Summe |\n| 1 | 100,00 € |\n| 2 | 1.000,50 € |\n| 3 | 7 |\n| 4 | 7 |\n| 5 | 9 |"
BILLS = "| Acct | Budget |\n| 1 | 100 |\n| 2 | 5 |\n| 3 | EUR 7 |\n| 4 | EUR 9 |\n| 5 | 7 |"
DOLLARS = EUROS + "\n| 4 | $100 |\n| 5 | $9 |"
HEADED = "| Name | Rate £ |\n| Jo | 100 |\n| Al | £95 |\n| Di | 70 |\n| Bo | 90 |"
ABROAD = "| Name | Local € | Cost |\n| Jo | 100 | 110 |\n| Al | 95 | 105 |\n| Di | 70 | 77 |"
MIXED = "| Name | Local € | Cost $ |\n| Jo | €100 | 110 |\n| Al | 95 | 105 |\n| Di | 70 | 77 |"
LABEL = "| Title | Low Tide |\n| Currency: | CAD |\n| Acct | Budget |\n| 1 | 100 |"


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        *((EUROS, "EUR"), (GERMAN, "EUR"), (LABEL, "CAD"), (BILLS, None), (DOLLARS, None)),
        *((HEADED, "GBP"), (ABROAD, None), (MIXED, None), ("", None)),
    ],
)
def test_what_amounts_say(text, currency):
    assert currency_of([book(textgrid.parse(text)[0])]) == currency


@pytest.mark.parametrize(
    ("pattern", "currency"),
    [("[$£-809]#,##0.00", "GBP"), ('#,##0.00 "€"', "EUR"), ("$#,##0", None), ("0.00", None)],
)
def test_what_number_formats_say(pattern, currency):
    grid, _ = textgrid.parse("| Acct | Budget |\n| 1 | 5 |\n| 2 | 6 |\n| 3 | 7 |")
    formats = dict.fromkeys([(2, 2), (3, 2), (4, 2)], pattern)
    assert currency_of([book(replace(grid, formats=formats))]) == currency
