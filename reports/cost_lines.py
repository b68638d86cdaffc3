"""The lines of the cost report: accounts, subtotals and totals, with live formulas.

Each formula is kept within its line or sums lines of the same column, so that an accountant who
clicks it sees where the figure comes from. None takes two arguments: what parts arguments differs
by a spreadsheet's locale.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from model.cell import Cell
from model.money import ZERO, total
from model.production import Sign
from model.report import Content, Entry, Formula, Line, LineStyle, Ref
from model.trail import firsts
from reports import words
from reports.entries import from_cells, live, one_a_tab, place_entry
from reports.other_currencies import said
from reports.withheld import account_cells
from transforms.costs.lines import AccountLine, Category, EfcRule, Figures

AMOUNTS = (
    "original",
    "approved",
    "revised",
    "actual_period",
    "actual",
    "commitments",
    "total_cost",
    "etc",
    "efc",
    "variance",
)
"""The money columns, in the order in which they stand."""

SHORT_RULE = {
    EfcRule.ETC_GIVEN: "ETC given",
    EfcRule.EFC_GIVEN: "EFC given",
    EfcRule.CLOSED: "Closed",
    EfcRule.AT_LEAST_BUDGET: "Budget or cost",
}
"""How the EFC column's neighbour names the rule that produced the figure."""

_FEW = 50
"""Cells that a figure names each of, to whoever asks; of more, the first one of each tab."""
_VARIANCE = {Sign.OVER_IS_NEGATIVE: "={0}-{1}", Sign.OVER_IS_POSITIVE: "={1}-{0}"}


def shown(figures: Figures, field: str, sign: Sign) -> Decimal | None:
    """A figure as its column shows it: the variance turned the way the production reads it."""
    amount: Decimal | None = getattr(figures, field)
    turned = field == "variance" and sign is Sign.OVER_IS_POSITIVE
    return -amount if turned and amount is not None else amount


def account_line(key: str, line: AccountLine, todo: Entry, sign: Sign, book: str) -> Line:
    """One account: what the sheets say as figures, what follows from it as formulas."""
    contents = {**_given(line.figures), **_followed(key, line, sign)}
    entries = {field: _amount(field, content, line) for field, content in contents.items()}
    entries |= {
        "account": from_cells(line.account, line.at),
        "description": from_cells(line.description, line.at, note=line.sheet_notes),
        "efc_rule": from_cells(SHORT_RULE[line.efc_rule], line.at),
        "source": place_entry(line.at, book),
        "todo": todo,
    }
    return Line(key, _said(entries), level=1)


def _given(figures: Figures) -> dict[str, Content]:
    """The figures as the sheets give them."""
    return {field: getattr(figures, field) for field in AMOUNTS}


def _followed(key: str, line: AccountLine, sign: Sign) -> dict[str, Content]:
    """The figures that follow from others of the same line."""
    own = line.figures
    original, approved, revised, actual, open_pos, cost, etc, efc = (
        Ref(key, field)
        for field in (
            "original",
            "approved",
            "revised",
            "actual",
            "commitments",
            "total_cost",
            "etc",
            "efc",
        )
    )
    variance = shown(own, "variance", sign) or ZERO
    difference = own.revised - own.efc
    computed = difference if sign is Sign.OVER_IS_NEGATIVE else -difference
    return {
        "revised": live("={0}+{1}", (original, approved), own.original + own.approved, own.revised),
        "total_cost": live(
            "={0}+{1}", (actual, open_pos), own.actual + own.commitments, own.total_cost
        ),
        **_estimate(line, revised, cost, etc, efc),
        "variance": live(_VARIANCE[sign], (revised, efc), computed, variance),
        "percent_used": _percent(key, own),
    }


def _estimate(line: AccountLine, revised: Ref, cost: Ref, etc: Ref, efc: Ref) -> dict[str, Content]:
    """ETC and EFC, the one that the rule gives as it is, the other as a formula of it."""
    own = line.figures
    etc_left = live("={0}-{1}", (efc, cost), own.efc - own.total_cost, own.etc)
    efc_sum = live("={0}+{1}", (cost, etc), own.total_cost + own.etc, own.efc)
    if line.efc_rule is EfcRule.ETC_GIVEN:
        return {"etc": own.etc, "efc": efc_sum}
    if line.efc_rule is EfcRule.EFC_GIVEN:
        return {"etc": etc_left, "efc": own.efc}
    if line.efc_rule is EfcRule.CLOSED:
        return {"etc": etc_left, "efc": live("={0}", (cost,), own.total_cost, own.efc)}
    left = own.revised - own.total_cost
    budget_left = live("={0}-{1}", (revised, cost), left, own.etc) if left > 0 else own.etc
    return {"etc": budget_left, "efc": efc_sum}


def _percent(key: str, figures: Figures) -> Content:
    used = figures.percent_used
    if used is None:
        return None
    return Formula("={0}/{1}", (Ref(key, "total_cost"), Ref(key, "revised")), used)


def _amount(field: str, content: Content, line: AccountLine) -> Entry:
    """A figure with the cells behind it, and a note where they are several or another tab's."""
    if content is None:
        return Entry()
    cells = line.sources.get(field, ())
    others = [said(other) for other in line.abroad if other.figure == field]
    if isinstance(content, Formula) or not cells:
        return from_cells(content, *one_a_tab(account_cells(line)), note="\n".join(others))
    first = firsts(cells)
    elsewhere = len(cells) > 1 or first[0].tab != line.at.tab
    note = [words.sources(cells)] if elsewhere else []
    named = cells if len(cells) <= _FEW else first
    return from_cells(content, *named, note="\n".join([*note, *others]))


def subtotal(key: str, category: Category, lines: Sequence[Line], todo: Entry, sign: Sign) -> Line:
    """A category's sum over its own account lines."""
    cells = category_cells(category)
    parts = [line.figures for line in category.accounts]
    entries = {
        "account": from_cells(category.code, *cells),
        "description": from_cells(f"Total {category.name}".rstrip(), *cells),
        "todo": todo,
    }
    for field in AMOUNTS:
        refs = (Ref(lines[0].key, field), Ref(lines[-1].key, field)) if lines else ()
        content = _sum("=SUM({0}:{1})", refs, field, category.figures, parts, sign)
        entries[field] = from_cells(content, *cells)
    entries["percent_used"] = from_cells(_percent(key, category.figures), *cells)
    return Line(key, _said(entries), LineStyle.SUBTOTAL)


def sum_of_lines(
    key: str,
    name: str,
    figures: Figures,
    parts: Iterable[tuple[str, Figures]],
    cells: Sequence[Cell],
    sign: Sign,
    style: LineStyle = LineStyle.SUBTOTAL,
) -> Line:
    """A total: the sum of other lines, by their keys."""
    parts = list(parts)
    text = "=" + "+".join(f"{{{number}}}" for number in range(len(parts)))
    entries = {"description": Entry(name)}
    for field in AMOUNTS:
        refs = tuple(Ref(part, field) for part, _ in parts)
        content = _sum(text, refs, field, figures, [own for _, own in parts], sign)
        entries[field] = from_cells(content, *cells)
    entries["percent_used"] = from_cells(_percent(key, figures), *cells)
    return Line(key, _said(entries), style)


def _sum(
    text: str,
    refs: tuple[Ref, ...],
    field: str,
    figures: Figures,
    parts: Sequence[Figures],
    sign: Sign,
) -> Content:
    amount = shown(figures, field, sign)
    if amount is None or not refs:
        return amount
    return live(text, refs, total(shown(part, field, sign) for part in parts), amount)


def _said(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """The cells that say something: an unknown figure (the period's) may have no column."""
    return {field: entry for field, entry in entries.items() if entry.content not in (None, "")}


def category_cells(category: Category) -> tuple[Cell, ...]:
    """Where a category's figures come from, one cell a tab."""
    return one_a_tab(cell for line in category.accounts for cell in account_cells(line))
