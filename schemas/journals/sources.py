"""Where a ledger's postings come from: told by the codes of journals, and by no running number."""

from __future__ import annotations

import re
from itertools import pairwise

from schemas.budget.columns.settled import below
from schemas.headings import Header
from schemas.journals.ledger_fields import FIELDS
from schemas.sheet import Sheet
from schemas.values.words import listed
from schemas.vocabulary import Vocabulary

_SOURCE = Vocabulary([field for field in FIELDS if field.name == "source"])
_LEAST, _COUNTED = 3, 5
_MOST = 0.85
_CODE = re.compile(r"[A-Z]{2,4}")
_JOURNALS = listed(
    "AP AR PC JE JNL JV GJ CR CD CP CB CC PR PY PAY PI PJ SI SJ BK BNK INV CM CRN ADJ CHK "
    "ACH VTE BNQ BQ BAN CAI CA OD HA PAI SAL FRS "
    "ER BA KA GU GS UB LO KR AB SB RE ZA "
    "COM NOM CAJ FP FAC FRA PAG ING EGR"
)
"""How accounts departments shorten purchases, bank, cash, payroll and entries by hand."""


def settled(sheet: Sheet, header: Header) -> Header:
    """The header without a source that numbers the lines, and with one of journals' codes."""
    col = header.columns.get("source")
    if col is not None and _counts_on(sheet, header, col):
        header = header.without({"source"})
    if "source" in header.columns:
        return header
    found = [each for each in header.others.items() if _are_journals(sheet, header, each[1])]
    return header.with_field("source", *found[0]) if len(found) == 1 else header


def is_headed(heading: str) -> bool:
    """Whether a heading is one of entries, of their journal or their number."""
    return _SOURCE.match(heading) is not None


def _counts_on(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether each line has the next number: that says where none of them comes from."""
    texts = [text for row in below(sheet, header) if (text := sheet.text(row, col))]
    numbers = [int(text) for text in texts if text.isdecimal()]
    following = sum(after == before + 1 for before, after in pairwise(numbers))
    return len(numbers) >= _COUNTED and following >= _MOST * (len(texts) - 1)


def _are_journals(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether a column holds a few short codes over and over, most of them known for journals.

    Initials of who posted are a few letters too, and so are currencies.
    """
    texts = [text for row in below(sheet, header) if (text := sheet.text(row, col))]
    codes = [text for text in texts if _CODE.fullmatch(text)]
    known = sum(code in _JOURNALS for code in codes)
    few = len(set(codes)) * 3 <= len(texts)
    return (
        len(texts) >= _LEAST and few and len(codes) >= _MOST * len(texts) and known * 2 > len(texts)
    )
