"""Which account and category of the budget somebody's pay would hit: from the deal, or not at all.

The deal's own account counts. Without one, the budget's only account that has a line of the same
name as the role or position does. Nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from model.cell import Cell
from transforms.costs.budget_lines import text
from transforms.costs.levels import KINDS
from transforms.facts import Facts
from transforms.people.deals import Deal
from transforms.people.names import fold
from transforms.records import records


@dataclass(frozen=True, slots=True)
class Charge:
    """An account and its category, and the cells that say so."""

    account: str
    category: str
    sources: tuple[Cell, ...]


def charge(facts: Facts, deal: Deal) -> Charge | None:
    """What somebody's pay would hit; ``None`` where neither deal nor budget says."""
    if deal.account:
        return _under(facts, deal.account, (deal.cell("account"),))
    lines = facts.once(_lines_by_name)
    found = {line for name in deal.roles if (line := lines.get(fold(name))) is not None}
    if len(found) != 1:
        return None
    account, cell = found.pop()
    return _under(facts, account, (cell,))


def _under(facts: Facts, account: str, sources: tuple[Cell, ...]) -> Charge:
    """An account with its category, where the budget has both."""
    category, at = facts.once(_categories).get(facts.chart.line_of(account) or "", ("", None))
    cells = (*sources, at) if at and category else sources
    return Charge(account, category, tuple(dict.fromkeys(cells)))


def _categories(facts: Facts) -> Mapping[str, tuple[str, Cell]]:
    """Each account's category, by the sheet's own words, and the line that is in it."""
    return {
        line.account: (text(line.record, "category") or text(line.record, "category_code"), line.at)
        for line in reversed(facts.budget[0])
        if line.account
    }


def _lines_by_name(facts: Facts) -> Mapping[str, tuple[str, Cell]]:
    """What the budget's lines are called, where all lines of that name are of one account."""
    named: defaultdict[str, dict[str, Cell]] = defaultdict(dict)
    for kind in KINDS:
        for table in facts.tables(kind):
            for label, record in records(table.frame):
                if (account := text(record, "account")) and not record.get("special"):
                    cells = named[fold(record.get("description"))]
                    cells.setdefault(account, table.cell(label, "account"))
    return {
        name: next(iter(cells.items())) for name, cells in named.items() if name and len(cells) == 1
    }
