"""The whole computation: a production's tables in, everything that reports are made of out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from model.cell import Cell
from model.history import Memory
from model.issue import Issue
from model.production import Production
from model.table import Table
from transforms.ahead import ahead
from transforms.days.holds import holds
from transforms.days.schedule import schedule
from transforms.facts import Facts
from transforms.history.present import present
from transforms.results import NotChecked, Results, Schedule
from transforms.rule import Rule
from transforms.rules import rules
from transforms.times.hot_costs import hot_costs


def compute(
    tables: Sequence[Table],
    issues: Sequence[Issue],
    production: Production,
    unrecognised: Sequence[Cell] = (),
    memories: Mapping[str, Memory] | None = None,
) -> Results:
    """Work out the cost report, the holds and the schedule, and run every rule that can run.

    Superseded tables are handed on but enter nothing. ``issues`` are those of reading; they are
    put together with the rules', sorted, each once. ``memories`` say what each spreadsheet
    remembers of earlier runs; readers of one never meet another's.

    Raises:
        AgreementError: the production chose an agreement or a calendar that is unknown.
        RuleError: a rule crashed (a bug of ours).
    """
    facts = Facts(tables, production)
    found, not_checked = run_rules(facts, rules().values())
    has_dood = facts.table("dood") is not None
    return Results(
        tables=tuple(tables),
        issues=in_order([*issues, *found]),
        not_checked=not_checked + beyond_reach(),
        cost_report=facts.cost_report,
        holds=holds(facts) if has_dood else (),
        schedule=schedule(facts.dood, production.today) if has_dood else Schedule(),
        ahead=ahead(facts),
        hot_costs=hot_costs(facts),
        holidays={
            when: f"{holiday.name} ({', '.join(holiday.kept_by)})"
            for when, holiday in (facts.holidays if has_dood else {}).items()
        },
        unrecognised=tuple(unrecognised),
        present=present(facts),
        memories=dict(memories or {}),
    )


def run_rules(facts: Facts, chosen: Iterable[Rule]) -> tuple[list[Issue], tuple[NotChecked, ...]]:
    """Run the rules that have what they need; say what the others lack, or lack in part."""
    issues: list[Issue] = []
    not_checked = []
    for rule in chosen:
        lacks = rule.lacks(facts)
        if not lacks:
            issues.extend(rule.issues(facts))
        if missing := lacks or rule.lacks_in_part(facts):
            not_checked.append(NotChecked(rule.code, missing))
    return issues, tuple(not_checked)


def in_order(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Issues in their total order, each once."""
    return tuple(sorted(dict.fromkeys(issues), key=lambda issue: issue.order))


def beyond_reach() -> tuple[NotChecked, ...]:
    """What no sheet that is read so far can answer."""
    path = Path(__file__).with_name("not_checked.toml")
    needs = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(NotChecked(rule, words) for rule, words in needs.items())
