"""Union agreements, one dated file each. A rule asks the agreement; it does not hold the number."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from transforms.agreements.agreement import (
    Agreement,
    AgreementError,
    Group,
    HolidayList,
    HolidayRule,
    read_agreement,
)
from transforms.agreements.figure import Figure, Source
from transforms.agreements.figure_names import FigureName, Unit
from transforms.agreements.minors import MinorBand, band

__all__ = [
    "Agreement",
    "AgreementError",
    "Figure",
    "FigureName",
    "Group",
    "HolidayList",
    "HolidayRule",
    "MinorBand",
    "Source",
    "Unit",
    "band",
    "chosen",
    "known",
    "load",
    "read_agreement",
]

_FOLDER = Path(__file__).parent


def known() -> tuple[str, ...]:
    """The ids that settings may choose from, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


@cache
def load(agreement_id: str) -> Agreement:
    """One agreement by its id.

    Raises:
        AgreementError: no agreement has this id, or its file is broken.
    """
    if agreement_id not in known():
        raise AgreementError(
            f"there is no agreement {agreement_id!r}; known are: {', '.join(known())}"
        )
    return read_agreement(_FOLDER / f"{agreement_id}.toml")


def chosen(ids: Iterable[str]) -> tuple[Agreement, ...]:
    """The agreements that a production chose, in its own order.

    Raises:
        AgreementError: an id is unknown.
    """
    return tuple(load(agreement_id) for agreement_id in ids)
