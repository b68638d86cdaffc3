"""A history, drawn from its seed: what the runs want, what people do, and what goes wrong."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

FAULTS = ("429", "500", "502", "503", "401", "403", "cut", "half")
"""Answers of a bad day; each before or after the call is applied."""
MISHAPS = {"fault": 6, "death": 4, "late": 2, "other run": 3, "person": 20}
"""What may happen at a boundary between two requests of a run, and how often."""
ACTS = {
    "explain": 30,
    "retype": 4,
    "clear": 3,
    "own row": 7,
    "own row at the end": 3,
    "own column": 5,
    "type in own column": 4,
    "sort lines": 8,
    "sort visible columns": 5,
    "sort all below": 3,
    "sort everything": 1,
    "filter": 3,
    "clear filter": 2,
    "delete line": 3,
    "delete own row": 2,
    "delete own column": 1,
    "move column": 2,
    "widen": 2,
    "rename header": 3,
    "rename tab": 2,
    "duplicate tab": 2,
    "delete copy": 1,
    "delete tab": 1,
    "delete key column": 1,
    "type over a figure": 4,
    "change the budget": 10,
    "insert row in the budget": 3,
    "delete row in the budget": 2,
    "sort the budget": 2,
    "new tab": 2,
}
"""What people do, and how often."""
MOST_RUNS = 20
LAST_BOUNDARY = 5
"""A run of two requests has boundaries 0 to 3: before and after each. Tries add more, and so does
setting right what people did meanwhile."""


@dataclass(frozen=True)
class Act:
    """Something that people do. ``dice`` settle where; ``word`` is what they type."""

    kind: str
    dice: tuple[int, int, int]
    word: str


@dataclass(frozen=True)
class Mishap:
    """Something that happens at a boundary of a run: 2n before its request n, 2n + 1 after it."""

    kind: str
    at: int
    fault: str = ""
    applied: bool = False
    """Whether the faulty call is applied all the same."""
    times: int = 1
    acts: tuple[Act, ...] = ()
    run: Run | None = None
    """The second run, which runs whole at this boundary of the first."""


@dataclass(frozen=True)
class Run:
    """One run of ours. ``production`` numbers what the sheets say on its day."""

    name: str
    day: int
    production: int
    mishaps: tuple[Mishap, ...] = ()
    killed: float | None = None
    """A process of its own, which is killed: at this boundary, or in the middle of the request
    after it (.5)."""


@dataclass(frozen=True)
class History:
    """What happens to one spreadsheet: people's acts, then a run, again and again."""

    seed: int
    kind: str
    """"plain" (reports made by hand), "room" (by the reports room) or "chain" (the whole walk)."""
    in_between: bool
    """Whether people type while a run is under way."""
    steps: tuple[tuple[tuple[Act, ...], Run], ...]


def history(seed: int) -> History:
    """The history of a seed, always the same one."""
    dice = Random(f"history {seed}")  # noqa: S311 - to be the same each time
    kind = "chain" if seed % 100 == 7 else "room" if seed % 10 == 1 else "plain"
    killing = seed % 40 == 3
    in_between = seed % 3 == 0
    return History(seed, kind, in_between, _Teller(dice, in_between, killing).steps())


@dataclass
class _Teller:
    """Draws one history."""

    dice: Random
    in_between: bool
    killing: bool
    words: int = 0
    runs: int = 0
    day: int = 0

    def steps(self) -> tuple[tuple[tuple[Act, ...], Run], ...]:
        """5 to 20 runs, more often few than many."""
        count = min(self.dice.randint(5, MOST_RUNS), self.dice.randint(5, MOST_RUNS))
        made = []
        while self.runs < count:
            acts = tuple(self._act() for _ in range(self.dice.choice((0, 1, 1, 2, 3, 4))))
            made.append((acts if self.runs else (), self._run(count)))
        return tuple(made)

    def _run(self, count: int, *, nested: bool = False) -> Run:
        self.runs += 1
        self.day += self.dice.choice((0, 0, 1, 1, 7))
        name, production = f"run-{self.runs}", self.dice.randrange(24)
        day, mishaps = self.day, []
        if not nested and self.dice.random() < 0.75:
            mishaps = [self._mishap(count) for _ in range(self.dice.choice((1, 1, 2, 3)))]
        killed = self.dice.randrange(9) / 2 if self.killing and self.dice.random() < 0.3 else None
        return Run(name, day, production, tuple(mishap for mishap in mishaps if mishap), killed)

    def _mishap(self, count: int) -> Mishap | None:
        kinds = dict(MISHAPS) if self.in_between else {**MISHAPS, "person": 0}
        (kind,) = self.dice.choices(list(kinds), list(kinds.values()))
        at = self.dice.randrange(LAST_BOUNDARY + (5 if self.in_between else 1))
        if kind == "fault":
            return Mishap(
                kind,
                at // 2,
                self.dice.choice(FAULTS),
                self.dice.random() < 0.5,
                self.dice.choice((1, 1, 1, 2, 2, 9)),
            )
        if kind == "person":
            acts = tuple(self._act() for _ in range(self.dice.choice((1, 1, 2, 3))))
            return Mishap(kind, self.dice.choice((0, 1, 1, 1, 1, 2, 3, 5, 7, 9)), acts=acts)
        if kind == "other run" and self.runs < MOST_RUNS:
            return Mishap(kind, at, run=self._run(count, nested=True))
        return Mishap(kind, at)

    def _act(self) -> Act:
        self.words += 1
        (kind,) = self.dice.choices(list(ACTS), list(ACTS.values()))
        places = (self.dice.randrange(1000), self.dice.randrange(1000), self.dice.randrange(1000))
        return Act(kind, places, f"word {self.words}")
