"""What holds of every report, whatever was found and whoever reads it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from model.grid import Scalar
from model.history import Memory, history_of
from model.production import Sign
from model.report import AS_OF, Entry, Formula, Line, Report, Role
from reports import Audience, as_text, build, history
from sheets.planning.values import plain
from tests.reports import sample, strategies
from tests.reports.formulas import evaluate, formulas
from transforms.results import Results

SIGNS = st.sampled_from(Sign)
WHATEVER = settings(
    max_examples=60,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def entries(report: Report) -> Iterator[Entry]:
    for line in (*report.preamble, *report.lines):
        yield from line.entries.values()


@WHATEVER
@given(strategies.results(), strategies.audiences)
def test_nothing_comes_from_a_forbidden_book(results: Results, audience: Audience) -> None:
    for report in build(results, sample.PRODUCTION, audience):
        for entry in entries(report):
            assert not {cell.book for cell in entry.sources} & audience.forbidden
            assert getattr(entry.link, "book", "") not in audience.forbidden


@WHATEVER
@given(strategies.results(), strategies.audiences)
def test_what_forbidden_books_say_changes_nothing(results: Results, audience: Audience) -> None:
    """Stronger than the sources, which a builder could forget: secrets change no report."""
    told = build(results, sample.PRODUCTION, audience)
    other = build(strategies.altered(results, audience.forbidden), sample.PRODUCTION, audience)
    assert told == other


@WHATEVER
@given(strategies.results(), strategies.audiences, SIGNS)
def test_formulas_give_the_figures_that_we_computed(
    results: Results, audience: Audience, sign: Sign
) -> None:
    for report in build(results, replace(sample.PRODUCTION, sign=sign), audience):
        for where, formula in formulas(report):
            assert evaluate(report, formula) == formula.value, (where, formula.text)


@WHATEVER
@given(strategies.results(), strategies.audiences)
def test_every_line_can_be_found_and_written(results: Results, audience: Audience) -> None:
    for report in build(results, sample.PRODUCTION, audience):
        lines = (*report.preamble, *report.lines)
        keys = [line.key for line in lines]
        assert len(keys) == len(set(keys))
        assert sum(key == AS_OF for key in keys) == (0 if report.name == "history" else 1)
        fields = {column.field: column.role for column in report.columns}
        for line in lines:
            assert set(line.entries) <= set(fields)
            assert not any(fields[field] is Role.PERSON for field in line.entries)
        for chart in report.charts:
            assert {chart.first, chart.last, chart.at_key} <= set(keys)
        as_text(report, details=True)


@WHATEVER
@given(strategies.results(), st.randoms())
def test_the_order_of_what_was_found_does_not_matter(
    results: Results, chance: random.Random
) -> None:
    shuffled, present = list(results.issues), list(results.present)
    records = list(results.memories["schedule"].history.records)
    for found in (shuffled, present, records):
        chance.shuffle(found)  # type: ignore[arg-type]
    other = replace(
        results,
        issues=tuple(sorted(shuffled, key=lambda issue: issue.order)),
        present=tuple(present),
        memories={"schedule": replace(results.memories["schedule"], history=history_of(records))},
    )
    audience = sample.audience("schedule")
    assert build(other, sample.PRODUCTION, audience) == build(results, sample.PRODUCTION, audience)


@WHATEVER
@given(strategies.results(), strategies.audiences)
def test_history_is_read_back_as_it_was_written(results: Results, audience: Audience) -> None:
    """Through the cells as Google gives them back, with nothing of a forbidden book in them; and
    what was written says nothing new."""
    report = next(r for r in build(results, sample.PRODUCTION, audience) if r.name == "history")
    for line in report.lines:
        assert not set(str(line.entries["books"].content).split(" | ")) & audience.forbidden
    written, damaged = history.read(cells_of(line) for line in report.lines)
    assert damaged == 0
    memories = {**results.memories, audience.book: Memory(written)}
    again = build(replace(results, memories=memories), sample.PRODUCTION, audience)
    assert next(each for each in again if each.name == "history") == report


def cells_of(line: Line) -> dict[str, Scalar]:
    """A line's cells as a spreadsheet gives them back: amounts and dates as numbers."""
    return {field: plain(entry.content) for field, entry in line.entries.items()}


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    """Only a Formula is a formula; a ``str`` is text, always."""
    hold = replace(sample.holds("production", "production")[0], name="=HYPERLINK(1)")
    results = replace(sample.results(), holds=(hold,))
    (report,) = build(results, sample.PRODUCTION, sample.audience(wanted=("holds-and-drops",)))
    content = report.lines[0].entries["name"].content
    assert content == "=HYPERLINK(1)"
    assert not isinstance(content, Formula)
