"""What the Changes tab says before its lines: since when, how much, and what it cannot tell."""

from __future__ import annotations

from collections.abc import Iterator

from model.history import Kind
from model.money import ZERO, total
from model.production import Production
from reports import words
from reports.audience import Audience
from reports.moved import Moved
from reports.remembered import Remembered
from reports.withheld import cost_books, tables_of
from transforms.results import Results

_THINGS = {
    Kind.SHOOT: ("unit's shooting days", "units' shooting days"),
    Kind.PERFORMER: ("performer's days", "performers' days"),
    Kind.CAST: ("line of the cast list", "lines of the cast list"),
    Kind.CREW: ("line of the crew list", "lines of the crew list"),
    Kind.ACCOUNT: ("budget line", "budget lines"),
}


def preamble(
    found: Moved, results: Results, production: Production, audience: Audience
) -> Iterator[str]:
    """The sentences above the lines."""
    yield since(found.remembered)
    if found.changes:
        yield how_much(found, production)
    elif found.remembered.last_run is not None:
        yield "Nothing moved."
    for kind in found.first_known:
        yield f"Known for the first time that day, and so not compared: {_THINGS[kind][1]}."
    yield from _hidden(results, audience)
    memory = results.memories.get(audience.book)
    if memory and memory.damaged:
        rows = words.count(memory.damaged, "row")
        yield f"{rows} of the hidden tab Topsheet History could not be read and say nothing here."


def since(own: Remembered) -> str:
    """Between which days the comparison stands."""
    if own.moved is None or own.stood is None:
        begun = own.history.since
        if begun is None:
            return "Nothing was read yet that could change."
        return f"Changes are told since {words.day(begun)}, the first run here: nothing moved."
    return (
        f"What moved on {words.day(own.moved)}, the last day on which anything did, against what"
        f" had stood since {words.day(own.stood)}."
    )


def how_much(found: Moved, production: Production) -> str:
    """How many things moved, and what they add up to."""
    parts = []
    for kind, (one, many) in _THINGS.items():
        number = sum(change.fact.kind is kind for change in found.changes)
        if number:
            parts.append(words.count(number, one, many))
    text = ", ".join(parts)
    effect = total(each.effect for each in found.changes if each.fact.kind is Kind.ACCOUNT)
    if any(each.fact.kind is Kind.ACCOUNT for each in found.changes):
        turn = "unchanged" if effect == ZERO else ("up by" if effect > ZERO else "down by")
        amount = f" {words.money(abs(effect), production.currency)}" if effect else ""
        text += f"; the EFC is {turn}{amount}"
    return f"{text[:1].upper()}{text[1:]}."


def _hidden(results: Results, audience: Audience) -> Iterator[str]:
    """Which sheets stand in spreadsheets that these readers may not see."""
    books = cost_books(results, audience)
    if books:
        yield f"Changes of budget and cost are told in {words.spreadsheets(books)}."
    for kind, name in (("dood", "day-out-of-days"), ("cast", "cast list"), ("crew", "crew list")):
        hidden = tables_of(results, audience, kind)[1]
        if hidden:
            yield f"Changes of the {name} in {words.spreadsheets(hidden)} are told there."
