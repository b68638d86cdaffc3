"""What any spreadsheets may remember of any earlier runs, and what stands today beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from model.cell import Cell
from model.history import Fact, History, Kind, Memory, Money, Record, history_of
from model.issue import Cost
from tests.reports import sample
from transforms.costs.lines import CostReport
from transforms.history.present import accounts
from transforms.results import Present

BOOKS = ("budget", "schedule", "crew")
books = st.frozensets(st.sampled_from(BOOKS), min_size=1, max_size=2)
names = st.sampled_from(["ANA", "BO", "=SUM(A1:A9)", "2201", ""])
days = st.lists(
    st.tuples(
        st.integers(0, 9).map(lambda number: sample.TODAY + timedelta(days=number)),
        st.sampled_from(["W", "H", "TR", "R", "FT"]),
    ),
    max_size=5,
    unique_by=lambda pair: pair[0],
).map(lambda found: tuple(sorted(found)))
amounts = st.decimals(-90_000, 90_000, places=4)
money = st.builds(Money, amounts, amounts, amounts, amounts)
rates = st.builds(
    Cost,
    st.decimals(1, 900, places=2),
    st.just("day rate"),
    st.lists(st.builds(Cell, st.just("Cast"), st.just(5), st.just(8), st.sampled_from(BOOKS))).map(
        tuple
    ),
)


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    kind = draw(st.sampled_from(Kind))
    dated = kind in (Kind.SHOOT, Kind.PERFORMER)
    return Fact(
        kind,
        draw(st.sampled_from(["1", "2", "2201", "x: y"])),
        draw(names),
        money=draw(money) if kind is Kind.ACCOUNT else None,
        days=draw(days) if dated else (),
        role="" if dated else draw(names),
        books=draw(books),
    )


records = st.builds(
    Record,
    st.integers(-30, 0).map(lambda number: sample.TODAY + timedelta(days=number)),
    facts(),
    st.booleans(),
)
histories = st.lists(records, max_size=8).map(history_of)
memories = st.fixed_dictionaries(
    {book: st.builds(Memory, histories, st.frozensets(st.just("account:2201"))) for book in BOOKS}
)


@st.composite
def present(draw: st.DrawFn, report: CostReport | None) -> tuple[Present, ...]:
    """The cost report's own accounts, and anything else."""
    others = draw(
        st.lists(
            facts().filter(lambda fact: fact.kind is not Kind.ACCOUNT),
            max_size=4,
            unique_by=lambda fact: fact.thing,
        )
    )
    rate = draw(st.none() | rates)
    made = []
    for fact in others:
        cells = tuple(Cell("DOOD", 3, 1, book) for book in sorted(fact.books))
        made.append(Present(fact, cells[0], cells, rate))
    return (*(accounts(report) if report else ()), *made)


def hidden_present(each: Present, hidden: frozenset[str]) -> Present:
    """The same thing, told differently where it comes from a hidden book."""
    rate = each.rate
    if rate is not None and any(cell.book in hidden for cell in rate.sources):
        rate = replace(rate, amount=rate.amount + 1, formula="a secret rate")
    own = replace(each, rate=rate)
    if not any(cell.book in hidden for cell in each.sources):
        return own
    return replace(own, fact=replace(each.fact, name="SECRET", role="SECRET"))


def hidden_memory(memory: Memory, hidden: frozenset[str]) -> Memory:
    """The same memory, every record of a hidden book's told differently."""
    return replace(memory, history=_altered(memory.history, hidden))


def _altered(history: History, hidden: frozenset[str]) -> History:
    return history_of(
        replace(record, fact=replace(record.fact, name="SECRET"))
        if record.fact.books & hidden
        else record
        for record in history.records
    )
