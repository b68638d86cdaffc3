"""Columns beside a crew grid's days that say who it is: by headings, then by their values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schemas.dood.dates import Heading
from schemas.dood.view import View
from schemas.people import departments, film_jobs
from schemas.people.shoot_units import is_unit
from schemas.planning import crew_grid_names
from schemas.planning.crew_grid_fields import FIELDS
from schemas.vocabulary import Vocabulary

NAMING = ("name", "first_name", "last_name")
"""The columns that name people; nothing past the days does."""
_LETTERS = frozenset(("A", "B", "C"))
"""What a column of units may hold besides their names."""
MARK = 4
"""Letters that a mark has at most."""
_VOCABULARY = Vocabulary(FIELDS)


def headed(view: View, row: int, days: Mapping[int, Heading]) -> dict[str, int]:
    """The fields that a row's texts outside of the days name."""
    found: dict[str, int] = {}
    for col, text in view.filled(row).items():
        if col in days or (match := _VOCABULARY.match(text)) is None:
            continue
        name = match[0]
        if name == "total" and _counts_a_letter(view, row, col):
            continue
        if (name == "total") == (col > min(days)) or name not in ("total", *NAMING):
            found.setdefault(name, col)
    return found


def _counts_a_letter(view: View, row: int, col: int) -> bool:
    """Whether "days" stands below a letter, and so heads the days of that letter alone."""
    above = view.text(row - 1, col) if row > 1 else ""
    return 0 < len(above) <= MARK and above.isalpha() and _VOCABULARY.match(above) is None


def _is_with_name(text: str) -> bool:
    """Whether a job stands beside a name in one cell: "Ana - DP"."""
    return crew_grid_names.named({"name": text})[1] is not None


def by_values(
    view: View, rows: Sequence[int], days: Mapping[int, Heading], columns: Mapping[str, int]
) -> dict[str, int]:
    """Complete the columns by what stands in those before the days that have no heading.

    One of a film's jobs is the positions, one of departments or units alone is theirs; of the
    others the one with most words is the names.
    """
    texts = {
        col: {text for row in rows if any(map(str.isalpha, text := view.text(row, col)))}
        for col in range(1, min(days))
        if col not in columns.values()
    }
    told = dict(columns)
    for col, words in texts.items():
        jobs = sum(film_jobs.is_film_job(text) and not _is_with_name(text) for text in words)
        if "position" not in told and jobs * 3 >= len(words) > 0 and (jobs > 1 or len(words) == 1):
            told["position"] = col
    for col, words in texts.items():
        free = "department" not in told and col not in told.values()
        if (
            free
            and words
            and all(
                departments.is_department(text) or text in _LETTERS or is_unit(text)
                for text in words
            )
        ):
            told["department"] = col
    left = {col: len(words) for col, words in texts.items() if words and col not in told.values()}
    if not told.keys() & set(NAMING) and left:
        told["name"] = max(left, key=lambda col: (left[col], -col))
    return told
