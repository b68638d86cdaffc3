"""Notes on cells: ours are signed, so that they are told from people's, which are never touched."""

from __future__ import annotations

SIGNATURE = "\n\N{EN DASH} Topsheet"


def signed(note: str) -> str:
    """A note of ours as it is written; "" for none."""
    return f"{note}{SIGNATURE}" if note else ""


def to_write(standing: str, wanted: str) -> str | None:
    """What a cell's note has to become; ``None`` where it stays.

    A note that does not bear our signature is a person's: it stays, and ours gives way.
    """
    ours = not standing or standing.endswith(SIGNATURE)
    new = signed(wanted)
    return new if ours and new != standing else None
