"""Any results, over up to three spreadsheets: what hypothesis draws the properties from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from model.cell import Cell
from model.issue import Cost, Issue, Severity, Topic
from reports import NAMES, Audience
from tests.reports import sample, sample_cost, strategies_history
from transforms.costs.lines import AccountLine, Category, CostReport, EfcRule, Figures, Section
from transforms.days.drop_words import NO_AGREEMENT
from transforms.results import Ahead, Happening, HoldLine, Results

BOOKS = ("budget", "schedule", "crew")
TABS = ("Budget", "DOOD", "Crew")

books = st.sampled_from(BOOKS)
cells = st.builds(Cell, st.sampled_from(TABS), st.integers(1, 9), st.integers(1, 5), books)
some_cells = st.lists(cells, max_size=3).map(tuple)
amounts = st.decimals(-90_000, 90_000, places=2)
names = st.sampled_from(["ANA", "BO", "=SUM(A1:A9)", "2201", "1400", ""])
dates = st.integers(-5, 20).map(lambda days: sample.TODAY + timedelta(days=days))
costs = st.builds(Cost, amounts, st.just("days x rate"), some_cells)
issues = st.builds(
    Issue,
    st.sampled_from(["double-booked", "account-over-budget", "unreadable-amount"]),
    st.sampled_from(Severity),
    st.sampled_from(["one thing", "another thing"]),
    cells,
    some_cells,
    st.sampled_from(Topic),
    st.none() | names,
    st.lists(dates, max_size=3).map(tuple),
    st.none() | costs,
    st.sampled_from(["", "an amount"]),
    st.sampled_from(["", "Mend it."]),
)


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """Figures of one account as the computation gives them, or such as only a sheet could state."""
    original, approved, actual, commitments, etc = (draw(amounts) for _ in range(5))
    revised = original + approved
    own = Figures(
        original=original,
        approved=approved,
        revised=revised,
        actual_period=draw(st.none() | amounts),
        actual=actual,
        commitments=commitments,
        total_cost=actual + commitments,
        etc=etc,
        efc=actual + commitments + etc,
        variance=revised - (actual + commitments + etc),
    )
    odd = draw(st.sampled_from(["", "revised", "total_cost", "etc", "efc", "variance"]))
    return replace(own, **{odd: draw(amounts)}) if odd else own


@st.composite
def accounts(draw: st.DrawFn, books: st.SearchStrategy[str]) -> AccountLine:
    at = draw(cells)
    here = draw(books)
    return AccountLine(
        account=draw(st.sampled_from(["2201", "2202", "010"])),
        description=draw(names),
        figures=draw(figures()),
        efc_rule=draw(st.sampled_from(EfcRule)),
        at=replace(at, book=here),
        sources={"actual": tuple(replace(c, book=draw(books)) for c in draw(some_cells))},
        explanation_wanted=draw(st.booleans()),
        budgeted=draw(st.booleans()),
    )


@st.composite
def cost_reports(draw: st.DrawFn) -> CostReport:
    from_books = draw(st.sampled_from([st.just("budget"), books]))
    categories = []
    for code in draw(st.lists(st.sampled_from(["1400", "2200", ""]), max_size=3)):
        lines = tuple(draw(st.lists(accounts(from_books), max_size=3)))
        section = draw(st.sampled_from(Section))
        own = sample_cost.add([line.figures for line in lines])
        categories.append(Category(code, "Cast", section, lines, own, draw(st.booleans())))
    return CostReport(
        categories=tuple(categories),
        sections={
            section: sample_cost.add([c.figures for c in categories if c.section is section])
            for section in Section
        },
        grand=sample_cost.add([each.figures for each in categories]),
        contingency_left=draw(st.none() | amounts),
        rows_not_totalled=tuple(draw(st.lists(cells, max_size=2))),
    )


holds = st.builds(
    HoldLine,
    element_id=st.sampled_from(["1", "2", ""]),
    name=names,
    performer=st.none() | names,
    work=st.integers(0, 9),
    hold=st.integers(0, 9),
    travel=st.integers(0, 3),
    start=st.none() | dates,
    finish=st.none() | dates,
    at=cells,
    daily_rate=st.none() | amounts,
    rate_sources=some_cells,
    hold_cost=st.none() | costs,
    drop=st.none() | st.just((date(2026, 3, 3), date(2026, 3, 20))),
    drop_days=st.integers(0, 9),
    drop_saves=st.none() | costs,
    drop_legal=st.sampled_from(["", "picked up 12 days after"]),
    no_drop=st.sampled_from(["", NO_AGREEMENT, "longest gap 3 days"]),
    paid=st.integers(0, 9),
    paid_cost=st.none() | costs,
    no_rate=st.sampled_from(["", "a flat deal has no day rate"]),
)


happenings = st.builds(
    Ahead,
    dates,
    st.sampled_from(Happening),
    names,
    st.sampled_from(["", "City"]),
    cells,
    some_cells,
)


@st.composite
def results(draw: st.DrawFn) -> Results:
    found = draw(st.lists(issues, max_size=6, unique_by=lambda issue: issue.order))
    report = draw(st.none() | cost_reports())
    return Results(
        tables=(sample.budget_table(draw(books)), sample.dood_table(draw(books))),
        issues=tuple(sorted(found, key=lambda issue: issue.order)),
        not_checked=sample.NOT_CHECKED,
        cost_report=report,
        holds=tuple(draw(st.lists(holds, max_size=3))),
        schedule=sample.results().schedule,
        holidays=draw(st.dictionaries(dates, st.just("Easter Monday"), max_size=2)),
        ahead=tuple(
            sorted(draw(st.lists(happenings, max_size=3)), key=lambda each: (each.day, each.at))
        ),
        unrecognised=tuple(draw(st.lists(cells, max_size=2))),
        present=draw(strategies_history.present(report)),
        memories=draw(strategies_history.memories),
    )


audiences = st.builds(
    Audience,
    book=books,
    restricted=st.frozensets(books),
    wanted=st.just(NAMES),
    as_of=st.just(sample.AS_OF),
    allowed=st.frozensets(books, max_size=1),
)


def altered(original: Results, hidden: frozenset[str]) -> Results:
    """The same results, with everything told differently that comes from the hidden books."""
    return replace(
        original,
        issues=tuple(_issue(issue, hidden) for issue in original.issues),
        cost_report=_cost_report(original.cost_report, hidden),
        holds=tuple(_hold(hold, hidden) for hold in original.holds),
        schedule=_schedule(original, hidden),
        ahead=tuple(_ahead(each, hidden) for each in original.ahead),
        present=tuple(strategies_history.hidden_present(e, hidden) for e in original.present),
        memories={
            book: strategies_history.hidden_memory(memory, hidden)
            for book, memory in original.memories.items()
        },
        unrecognised=tuple(
            replace(cell, tab="Secret") if cell.book in hidden else cell
            for cell in original.unrecognised
        ),
    )


def _from(cells: tuple[Cell, ...], hidden: frozenset[str]) -> bool:
    return any(cell.book in hidden for cell in cells)


def _cost(cost: Cost | None, hidden: frozenset[str]) -> Cost | None:
    if cost is None or not _from(cost.sources, hidden):
        return cost
    return replace(cost, amount=cost.amount + Decimal("12345.67"), formula="a secret rate")


def _issue(issue: Issue, hidden: frozenset[str]) -> Issue:
    told = replace(issue, cost=_cost(issue.cost, hidden))
    if not issue.books & hidden:
        return told
    return replace(told, message="a secret", subject="SECRET", expected="s", clause="secret")


def _hold(hold: HoldLine, hidden: frozenset[str]) -> HoldLine:
    told = replace(
        hold,
        hold_cost=_cost(hold.hold_cost, hidden),
        drop_saves=_cost(hold.drop_saves, hidden),
        paid_cost=_cost(hold.paid_cost, hidden),
    )
    if hold.daily_rate is not None and _from(hold.rate_sources, hidden):
        told = replace(told, daily_rate=hold.daily_rate + 1)
    return replace(told, name="SECRET", work=99) if hold.at.book in hidden else told


def _ahead(each: Ahead, hidden: frozenset[str]) -> Ahead:
    secret = _from((each.at, *each.related), hidden)
    return replace(each, who="SECRET", detail="a secret") if secret else each


def _cost_report(report: CostReport | None, hidden: frozenset[str]) -> CostReport | None:
    if report is None:
        return None
    lines = [line for each in report.categories for line in each.accounts]
    cells = [cell for line in lines for found in line.sources.values() for cell in found]
    if not _from((*cells, *(line.at for line in lines), *report.rows_not_totalled), hidden):
        return report
    secret = Decimal("98765.43")
    grand = replace(report.grand, efc=report.grand.efc + secret)
    return replace(report, grand=grand, contingency_left=secret)


def _schedule(original: Results, hidden: frozenset[str]) -> object:
    dood = original.tables[1]
    if dood.place.book in hidden:
        return replace(original.schedule, shoot_days=999, shoot_day=998)
    return original.schedule
