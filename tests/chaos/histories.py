"""The histories that are played, and how a failing one is told."""

from __future__ import annotations

import os
from itertools import islice

from localsheets import Server
from tests.chaos.play import play
from tests.chaos.story import history
from tests.chaos.world import Broken

COUNT = 2000
PLAYED = int(os.environ.get("TOPSHEET_HISTORIES", "400"))
"""How many of them the slow suite plays; all of them take ten minutes of two cores."""
FILES = 4
"""The slow ones are spread over so many files, since a file stays on one core."""
AGAIN = "Again: .venv/bin/python -m tests.chaos {}"


def of_file(number: int) -> range:
    """The seeds of one of the slow files, counted from 0."""
    return range(number, min(PLAYED, COUNT), FILES)


def everyday(count: int = 40) -> list[int]:
    """Some seeds that are soon played: few runs, reports made by hand, no process to kill."""
    quick = (seed for seed in range(COUNT) if seed % 40 != 3 and _is_short(seed))
    return list(islice(quick, count))


def _is_short(seed: int) -> bool:
    tale = history(seed)
    return tale.kind == "plain" and len(tale.steps) <= 5


def check(server: Server, seed: int) -> None:
    """Play a history; a failure tells all that happened and how to see it again."""
    told: list[str] = []
    try:
        play(server, seed, told)
    except Broken as trouble:
        story = "\n".join(told)
        raise Broken(f"{trouble}\n{story}\n{trouble}\n{AGAIN.format(seed)}") from None
    except BaseException as trouble:
        trouble.add_note(AGAIN.format(seed))
        raise
