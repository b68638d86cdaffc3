"""Play the history of a seed and tell what happens in it: ``python -m tests.chaos SEED...``."""

from __future__ import annotations

import logging
import sys

from localsheets import Workbooks, serving
from tests.chaos.play import play
from tests.chaos.story import history
from tests.chaos.world import Broken


def main(seeds: list[int]) -> int:
    """Tell each history; the first that ends badly ends with its trouble."""
    logging.disable(logging.CRITICAL)
    with serving(Workbooks()) as server:
        for seed in seeds:
            tale = history(seed)
            print(f"seed {seed}: {tale.kind}, people type during runs: {tale.in_between}")
            told: list[str] = []
            try:
                play(server, seed, told)
            except Broken as trouble:
                print("\n".join(told), f"\nBROKEN: {trouble}", sep="\n")
                return 1
            print(*told, "as it should be", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main([int(seed) for seed in sys.argv[1:]]))
