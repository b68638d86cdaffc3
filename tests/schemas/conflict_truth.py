"""Compares the conflicts that `check --json` tells with those that a fixture's truth lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.issue import Topic
from transforms.rules import rules

Json = Mapping[str, Any]
CONFLICTS = frozenset(rule.code for rule in rules().values() if rule.topic is not Topic.DATA)
"""The rules whose every finding (of severity error or warning) a truth must know."""


@dataclass(frozen=True)
class Verdict:
    """Which conflicts of the truth were told, which were not, and which alarms are false."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    false: tuple[str, ...]


def judged(issues: Sequence[Json], truth: Sequence[Sequence[str]]) -> Verdict:
    """Hold the issues against a truth: ``[rule, cell, another cell that is as right, ...]``.

    A conflict is found where an issue of its rule stands at one of its cells. An issue that only
    points at one of them (``related``) does not find it, and is no false alarm either.
    """
    found: list[str] = []
    missed: list[str] = []
    known: set[int] = set()
    for rule, *cells in truth:
        own = [(n, issue) for n, issue in enumerate(issues) if issue["rule"] == rule]
        hit = [n for n, issue in own if f"{issue['tab']}!{issue['a1']}" in cells]
        near = [n for n, issue in own if set(issue["related"]) & set(cells)]
        known.update(hit, near)
        place = f"{rule} at {' or '.join(cells)}"
        elsewhere = [f"{issues[n]['tab']}!{issues[n]['a1']}" for n in near]
        if hit:
            found.append(place)
        else:
            missed.append(f"{place}; told at {elsewhere}" if elsewhere else place)
    false = [
        f"{issue['rule']} at {issue['tab']}!{issue['a1']}: {issue['message']}"
        for n, issue in enumerate(issues)
        if n not in known and issue["severity"] != "info" and issue["rule"] in CONFLICTS
    ]
    return Verdict(tuple(found), tuple(missed), tuple(false))
