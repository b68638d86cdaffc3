"""Details whose lines each have a total of their own: subtotal, fringes, total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def are_whole(lines: Iterable[Mapping[str, object]]) -> bool:
    """Whether every line with a subtotal states a total too, which is then the line's own.

    Where accounts have several lines and state their total on the last, some lines lack one.
    """
    subtotalled = [line for line in lines if line.get("subtotal") is not None]
    return bool(subtotalled) and all(line.get("budget") is not None for line in subtotalled)
