"""What comes next in a list of values: numbers, dates, texts that end in a number, months, days.

Pure. What Google does in the middle of a drag is nowhere written down; this is what people see:
numbers go on in steps, one number alone is repeated, one date goes on by a day, names of months and
days go round, "Day 1" counts on, anything else repeats. The alternate series is the other choice:
copies where there would be a series, a series by one for a single number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from localsheets.formats.words import Words
from localsheets.state.cell import Value

_COUNTED = re.compile(r"(.*?)(\d{1,15})(\D*)", re.S)
_CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.capitalize)
Next = Callable[[int], Value]
"""The value so many places after the first of the list; negative before it."""


def continued(
    values: Sequence[Value], dates: Sequence[bool], alternate: bool, words: Words
) -> Next:
    """How a list goes on. ``dates`` says which numbers are shown as dates."""
    if not values:
        return lambda _: None
    series = _series(values, all(dates), alternate, words)
    return series or (lambda place: values[place % len(values)])


def _series(values: Sequence[Value], dates: bool, alternate: bool, words: Words) -> Next | None:
    if all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values):
        numbers = [float(v) for v in values if isinstance(v, (int, float))]
        wanted = dates or len(numbers) > 1
        return _numbers(numbers) if wanted != alternate else None
    texts = [v for v in values if isinstance(v, str)]
    if alternate or len(texts) != len(values):
        return None
    return _names(texts, words) or _counted(texts)


def _numbers(numbers: list[float]) -> Next:
    """The straight line through the numbers, by least squares as Google's and others' is."""
    count = len(numbers)
    if count == 1:
        first, step = numbers[0], 1.0
    else:
        middle, mean = (count - 1) / 2, sum(numbers) / count
        spread = sum((n - middle) ** 2 for n in range(count))
        step = sum((n - middle) * (x - mean) for n, x in enumerate(numbers)) / spread
        first = mean - step * middle

    def following(place: int) -> Value:
        number = round(first + step * place, 10)
        return int(number) if number.is_integer() else number

    return following


@cache
def _cycles(words: Words) -> list[tuple[str, ...]]:
    names = (words.months, words.months_short, words.days, words.days_short)
    return [tuple(change(name) for name in cycle) for cycle in names for change in _CASES]


def _names(texts: list[str], words: Words) -> Next | None:
    for cycle in _cycles(words):
        if all(text in cycle for text in texts):
            places = [cycle.index(text) for text in texts]
            step = (places[1] - places[0]) % len(cycle) if len(places) > 1 else 1
            even = all((b - a) % len(cycle) == step for a, b in pairwise(places))
            if even and step:
                start, size = places[0], len(cycle)
                return lambda place: cycle[(start + step * place) % size]
    return None


def _counted(texts: list[str]) -> Next | None:
    """ "Day 1", "Day 2"... A single one counts on by one."""
    found = [_COUNTED.fullmatch(text) for text in texts]
    parts = [match.groups() for match in found if match]
    if len(parts) < len(texts) or len({(head, tail) for head, _, tail in parts}) > 1:
        return None
    numbers = [int(digits) for _, digits, _ in parts]
    line = _numbers([float(number) for number in numbers])
    head, first, tail = parts[0]
    width = len(first) if first.startswith("0") else 0

    def following(place: int) -> Value:
        number = line(place)
        shown = abs(int(number)) if isinstance(number, (int, float)) else 0
        return f"{head}{shown:0{width}d}{tail}"

    return following
