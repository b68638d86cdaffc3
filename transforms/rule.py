"""A rule: one file in ``transforms/rules/``, one function, one code, and a docstring for manual.

A rule looks at the facts and yields findings; what it cannot do without it says in ``on``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from inspect import cleandoc

from model.cell import Cell
from model.issue import Cost, Issue, Severity, Topic
from transforms.choices import NO_AGREEMENT, AgreedFigure, HoursFigure, MinorsLaw
from transforms.facts import Facts
from transforms.needs import Need, Sheet, WholeLedger


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: an :class:`~model.issue.Issue` but for what the rule itself knows.

    ``severity`` overrides the rule's own.
    """

    message: str
    at: Cell
    related: tuple[Cell, ...] = ()
    subject: str | None = None
    dates: tuple[date, ...] = ()
    cost: Cost | None = None
    expected: str = ""
    suggestion: str = ""
    clause: str = ""
    severity: Severity | None = None


Check = Callable[[Facts], Iterable[Finding]]


class RuleError(RuntimeError):
    """A rule crashed: a bug of ours, never a fault of somebody's sheet."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``doc`` is its file's docstring, which ``manual.rule_doc`` takes apart."""

    code: str
    severity: Severity
    topic: Topic
    needs: tuple[Need, ...]
    check: Check
    doc: str

    @property
    def title(self) -> str:
        """What the rule finds, in a line."""
        return self.doc.strip().splitlines()[0].rstrip(".")

    @property
    def documentation(self) -> str:
        """The rule's manual: why, what it looks at, what it flags and what it passes."""
        return cleandoc(self.doc)

    @property
    def on(self) -> tuple[str, ...]:
        """The kinds of sheet that it reads, and what else it asks for."""
        return tuple(need.kind for need in self.needs)

    def lacks(self, facts: Facts) -> str:
        """What the production would have to add for this rule to run; "" where it can.

        A line a thing, each "what: how"; a sheet that is there wants its columns alone.
        """
        lacking = (need for need in self.needs if not need.met(facts))
        return "\n".join(part for need in lacking for part in _told(need, facts))

    def lacks_in_part(self, facts: Facts) -> str:
        """What it would need for what it has to pass over; "" where it sees all."""
        needs = (
            need for need in self.needs if isinstance(need, Sheet | AgreedFigure | WholeLedger)
        )
        return "\n".join(part for need in needs for part in need.missing_parts(facts))

    def issues(self, facts: Facts) -> Iterator[Issue]:
        """Run the rule.

        Raises:
            RuleError: the rule crashed; the message names it.
        """
        try:
            for finding in self.check(facts):
                yield self._issue(finding)
        except Exception as error:
            raise RuleError(f"the rule {self.code} crashed: {error!r}") from error

    def _issue(self, found: Finding) -> Issue:
        """Stamp a finding with the rule's code, topic and severity."""
        return Issue(
            code=self.code,
            severity=found.severity or self.severity,
            message=found.message,
            at=found.at,
            related=found.related,
            topic=self.topic,
            subject=found.subject,
            dates=found.dates,
            cost=found.cost,
            expected=found.expected,
            suggestion=found.suggestion,
            clause=found.clause,
        )


def _told(need: Need, facts: Facts) -> list[str]:
    """What to add: columns to a sheet that is there; any agreement, where none was chosen."""
    if isinstance(need, Sheet) and (parts := need.missing_parts(facts)):
        return parts
    if isinstance(need, AgreedFigure | HoursFigure | MinorsLaw) and not facts.agreements:
        return [NO_AGREEMENT]
    return [need.words()]


def rule(
    code: str, *, on: Sequence[str | Need], severity: Severity, topic: Topic
) -> Callable[[Check], Rule]:
    """Make a function a rule. ``on`` names kinds of sheet ("dood") or other needs."""
    needs = tuple(Sheet((need,)) if isinstance(need, str) else need for need in on)

    def make(check: Check) -> Rule:
        return Rule(
            code, severity, topic, needs, check, sys.modules[check.__module__].__doc__ or ""
        )

    return make
