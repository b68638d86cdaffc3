"""Columns of a table already found, told by the workbook's other tabs and by a word of the heading.

What a table is, its own headings have said. A column left over is its account where it holds the
codes that the budget or the ledger has, whatever stands above it ("Nominal", "Line", "Pos."); who
spent the petty cash where it holds people of the crew; and it is another field that the table lacks
where a word of its heading and its values both say so. Remarks at the right under a mere "?" are
its notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from schemas.budget.accounts import category_of, is_letter
from schemas.finding import by_hints, evidence
from schemas.finding.company import Tab
from schemas.finding.part import masked
from schemas.headings import Header, normal
from schemas.kind import Found, Kind
from schemas.sheet import Sheet
from schemas.values import marks, names

_KNOWN, _LEAST = 0.8, 3
"""Share of a column's values that are known accounts, and how many different ones are proof."""
_LETTERS = 5
"""Different letters of a bid's sections that are no marks: of these a list has fewer."""
_BUDGETS = frozenset(("budget", "budget_topsheet"))
_SHORT = 3
"""Digits below which a code may be a count as well."""


def accounts(tabs: Iterable[Tab]) -> frozenset[str]:
    """The codes that stand in the account columns of some tabs; of a bid, its sections' letters."""
    return frozenset(
        code
        for sheet, found in tabs
        for one in found
        if (col := one.header.columns.get("account", 0)) and one.layout is None
        for code in sheet.codes(col, one.header.bottom + 1, one.block.bottom)
        if any(map(str.isdigit, code)) or (one.kind in _BUDGETS and is_letter(code))
    )


def completed(
    sheet: Sheet, found: Found, kind: Kind, known: frozenset[str], crew: frozenset[frozenset[str]]
) -> Found:
    """A table with the fields that its other columns plainly hold.

    ``known`` are accounts, ``crew`` the words of each name on the crew lists.
    """
    if found.layout is not None or not found.header.others or not kind.core:
        return found
    view = masked(sheet, found.block)
    header = _with_account(view, kind, found, known)
    header = _with_spender(view, kind, found, header, crew)
    header = by_hints.by_words(view, kind, header, found.block.bottom)
    header = _with_remarks(view, kind, found, header)
    return found if header is found.header else replace(found, header=header)


def _with_account(view: Sheet, kind: Kind, found: Found, known: frozenset[str]) -> Header:
    """The header with the one other column that holds known accounts, where it has none."""
    header = found.header
    if "account" in header.columns or "account" not in kind.vocabulary.fields or not known:
        return header
    fitting = [
        (heading, col)
        for heading, col in header.others.items()
        if col not in header.repeated.values() and _are_accounts(view, found, heading, known)
    ]
    return header.with_field("account", *fitting[0]) if len(fitting) == 1 else header


def _with_spender(
    view: Sheet, kind: Kind, found: Found, header: Header, crew: frozenset[frozenset[str]]
) -> Header:
    """The header with the one other column that holds people of the crew, left of what they bought.

    Right of it stands who signed for it.
    """
    if "custodian" in header.columns or "custodian" not in kind.vocabulary.fields or not crew:
        return header
    bought = [header.columns[name] for name in ("vendor", "description") if name in header.columns]
    fitting = [
        (heading, col)
        for heading, col in header.others.items()
        if col < min(bought, default=0) and _are_of_the_crew(view, found, col, crew)
    ]
    return header.with_field("custodian", *fitting[0]) if len(fitting) == 1 else header


def _with_remarks(view: Sheet, kind: Kind, found: Found, header: Header) -> Header:
    """The header with the last column for its notes, where a "?" or a "!" stands above remarks.

    Answers are none: those say yes or no, or the same few words on most lines.
    """
    last = max(header.columns.values(), default=0)
    fitting = [
        (heading, col)
        for heading, col in header.others.items()
        if not normal(heading) and col > last and _are_remarks(view, found, col)
    ]
    lacking = "notes" in kind.vocabulary.fields and "notes" not in header.columns
    return header.with_field("notes", *fitting[0]) if lacking and len(fitting) == 1 else header


def _are_remarks(view: Sheet, found: Found, col: int) -> bool:
    """Whether a column's texts are remarks: words, of several here and there, and not the same."""
    rows = evidence.sample(view, found.header, col, found.block.bottom)
    texts = [view.text(row, col) for row in rows]
    said = [text for text in texts if not isinstance(marks.mark(text), bool)]
    return (
        len(texts) >= _LEAST
        and len(said) >= _KNOWN * len(texts)
        and all(any(map(str.isalpha, text)) for text in said)
        and any(" " in text for text in said)
        and len(set(said)) * 2 > len(said)
    )


def _are_of_the_crew(view: Sheet, found: Found, col: int, crew: frozenset[frozenset[str]]) -> bool:
    """Whether nearly all names of a column, two at the least, are some of the crew's."""
    rows = evidence.sample(view, found.header, col, found.block.bottom)
    said = {names.words(view.text(row, col)) for row in rows}
    known = [words for words in said if words and any(words <= one for one in crew)]
    return len(known) > 1 and len(known) >= _KNOWN * len(said)


def _are_accounts(view: Sheet, found: Found, heading: str, known: frozenset[str]) -> bool:
    """Whether a column holds known accounts, and no counts that happen to be some."""
    col = found.header.others[heading]
    rows = evidence.sample(view, found.header, col, found.block.bottom)
    codes = [view.code(row, col) for row in rows]
    if all(map(is_letter, codes)):
        return len(set(codes)) >= _LETTERS and known.issuperset(codes)
    good = [code for code in codes if known & {code, category_of(code)}]
    long = all(len(code) >= _SHORT or not code.isdigit() for code in good)
    return (
        len(set(good)) >= _LEAST
        and len(good) >= _KNOWN * len(codes)
        and (long or by_hints.names("account", heading))
    )
