"""What moved since the last run, as far as a spreadsheet's readers may see it."""

from __future__ import annotations

from dataclasses import dataclass

from model.history import Kind
from model.production import Production
from reports.audience import Audience
from reports.remembered import Remembered, knew, remembered
from transforms.history.changes import Change, changes
from transforms.results import Results


@dataclass(frozen=True, slots=True)
class Moved:
    """What is remembered, and what of it moved since the last run."""

    remembered: Remembered
    changes: tuple[Change, ...]
    first_known: tuple[Kind, ...]
    """Kinds of thing of which nothing was known before that run."""


def moved(results: Results, production: Production, audience: Audience) -> Moved:
    """Compare what stands with what stood before the latest day on which anything moved."""
    own = remembered(results, production, audience)
    if own.last_run is None:
        return Moved(own, (), ())
    kinds = [kind for kind in Kind if kind in own.known]
    return Moved(
        own,
        changes(own.last_run, own.present, kinds),
        tuple(kind for kind in kinds if not knew(own.last_run, kind) and _any(own, kind)),
    )


def _any(own: Remembered, kind: Kind) -> bool:
    return any(thing[0] is kind for thing in own.present)
