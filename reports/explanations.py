"""Which lines of the cost report want an explanation, and which of them have none yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from model.production import Production
from reports import words
from transforms.costs.figures import large_change
from transforms.costs.lines import AccountLine, Category


class Why(StrEnum):
    """What an explanation is wanted for."""

    VARIANCE = "over or under"
    CHANGE = "changed"


Explainable = tuple[str, str, AccountLine | Category, Decimal | None]
"""A line's key and name, its account or category, its change since the last closed period."""

EXPLAIN, EXPLAIN_CHANGE, EXPLAINED = "Explanation wanted", "Explain the change", "Explained"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line that wants an explanation."""

    name: str
    why: Why
    explained: bool
    whole: bool
    """Whether it is a category as a whole."""

    @property
    def asked(self) -> str:
        """What the column To Do says."""
        if self.explained:
            return EXPLAINED
        return EXPLAIN if self.why is Why.VARIANCE else EXPLAIN_CHANGE


def wanted(
    lines: Iterable[Explainable],
    production: Production,
    explained: frozenset[str],
) -> dict[str, Wanted]:
    """Which lines want one, by key; ``explained`` are the keys of those that have one."""
    found = {}
    for key, name, line, change in lines:
        why = _why(line, change, production)
        if why is not None:
            whole = isinstance(line, Category)
            found[key] = Wanted(name, why, key in explained, whole)
    return found


def _why(
    line: AccountLine | Category, change: Decimal | None, production: Production
) -> Why | None:
    if line.explanation_wanted:
        return Why.VARIANCE
    if change is not None and large_change(change, line.figures, production.thresholds):
        return Why.CHANGE
    return None


def sentences(
    found: Mapping[str, Wanted], production: Production, since: date | None
) -> Iterator[str]:
    """Which lines want an explanation, to be seen first: those without one, then the others."""
    limit = production.thresholds
    past = f"{limit.percent.normalize():f}% and {words.money(limit.floor, production.currency)}"
    changed = f", or changed by that since {words.short_day(since)}" if since else ""
    if not found:
        yield f"No line wants an explanation: none is over or under by {past} or more{changed}."
        return
    missing = [each for each in found.values() if not each.explained]
    if missing:
        yield f"Explanations missing: {_named(missing)}. Over or under by {past} or more{changed}."
    given = len(found) - len(missing)
    if given:
        verb = "wants one and has it" if given == 1 else "want one and have it"
        yield f"{words.count(given, 'line')} {verb}."


def _named(missing: Iterable[Wanted]) -> str:
    """The lines by name; categories as a whole behind them."""
    missing = list(missing)
    lines = [each.name for each in missing if not each.whole]
    wholes = [each.name for each in missing if each.whole]
    said = [words.listed(lines)] if lines else []
    if wholes:
        said.append(f"as a whole {words.listed(wholes)}")
    return "; ".join(said)
