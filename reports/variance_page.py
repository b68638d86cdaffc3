"""What the lines of the cost report are made from: their keys, what moved, what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.production import Production, Sign
from reports import explanations
from reports.explanations import Wanted
from reports.keys import unique
from reports.money_todo import Todo, category_name
from reports.remembered import Remembered
from reports.variance_changes import PERIOD, Shifts, shifts
from transforms.costs.lines import Category, CostReport
from transforms.history.present import account_key
from transforms.results import Results


@dataclass(frozen=True, slots=True)
class Block:
    """A category with the keys of its lines: banner, accounts, subtotal."""

    category: Category
    banner: str
    accounts: tuple[str, ...]
    subtotal: str


@dataclass(frozen=True, slots=True)
class Page:
    """What the lines of the cost report are made from."""

    report: CostReport
    blocks: tuple[Block, ...]
    todo: Todo
    shifts: Shifts
    wanted: Mapping[str, Wanted]
    sign: Sign
    book: str

    def asked(self, key: str) -> str:
        """What a line is asked for, or "" where nothing is."""
        return self.wanted[key].asked if key in self.wanted else ""


def page_of(
    report: CostReport,
    own: Remembered,
    results: Results,
    todo: Todo,
    production: Production,
    book: str,
) -> Page:
    """Name the lines, and work out what moved and which of them want an explanation."""
    blocks = _blocks(report)
    accounts = [
        (key, account_key(block.category, line))
        for block in blocks
        for key, line in zip(block.accounts, block.category.accounts, strict=True)
    ]
    found = shifts(accounts, own)
    memory = results.memories.get(book)
    explained = memory.explained if memory else frozenset()
    asked = explanations.wanted(_explainable(blocks, found), production, explained)
    return Page(report, blocks, todo, found, asked, production.sign, book)


def _explainable(blocks: Sequence[Block], found: Shifts) -> Iterator[explanations.Explainable]:
    """Every account and category, with its change since the last closed period."""
    for block in blocks:
        for key, line in zip(block.accounts, block.category.accounts, strict=True):
            yield key, line.account or line.description, line, found.of(PERIOD, key)
        change = found.sum_of(PERIOD, block.accounts)
        yield block.subtotal, category_name(block.category), block.category, change


def _blocks(report: CostReport) -> tuple[Block, ...]:
    """The categories with a key for each of their lines, no two alike."""
    keys = iter(unique(_keys(report)))
    return tuple(
        Block(category, next(keys), tuple(next(keys) for _ in category.accounts), next(keys))
        for category in report.categories
    )


def _keys(report: CostReport) -> Iterator[str]:
    """The keys of banner, accounts and subtotal of each category, in order."""
    for category in report.categories:
        name = category_name(category)
        yield f"category:{name}"
        yield from (f"account:{line.account or line.description}" for line in category.accounts)
        yield f"subtotal:{name}"
