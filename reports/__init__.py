"""One file a report tab: Results -> Report values. Pure."""

from collections.abc import Callable, Mapping

from model.production import Production
from model.report import Report
from reports import (
    changes,
    conflicts,
    data_issues,
    dood_view,
    history,
    holds_and_drops,
    hot_costs,
    look_ahead,
    summary,
    variance,
)
from reports.as_json import check_json
from reports.as_text import as_text
from reports.audience import Audience
from transforms.results import Results

_REPORTS: Mapping[str, Callable[[Results, Production, Audience], Report]] = {
    each.NAME: each.build
    for each in (
        summary,
        variance,
        hot_costs,
        conflicts,
        look_ahead,
        holds_and_drops,
        dood_view,
        data_issues,
        changes,
        history,
    )
}

NAMES = tuple(_REPORTS)
"""Every report's name, in the order in which their tabs stand."""


def build(results: Results, production: Production, audience: Audience) -> tuple[Report, ...]:
    """Make the reports that one spreadsheet's readers want and may see.

    Raises:
        ValueError: ``audience.wanted`` names a report that there is not.
    """
    unknown = [name for name in audience.wanted if name not in _REPORTS]
    if unknown:
        raise ValueError(f"no such report: {', '.join(unknown)}; there are {', '.join(NAMES)}")
    return tuple(
        make(results, production, audience)
        for name, make in _REPORTS.items()
        if name in audience.wanted
    )


__all__ = ["NAMES", "Audience", "as_text", "build", "check_json", "history", "variance"]
