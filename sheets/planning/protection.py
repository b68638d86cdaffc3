"""A warning before a person types over what is computed; the columns for people are free.

Protected ranges that only warn, one for each run of neighbouring columns of ours. They never keep
anybody from anything: a figure that somebody types over all the same is replaced by the next run.
"""

from __future__ import annotations

from model.grid import OwnTab, Protection
from model.report import Role
from sheets.planning.names import stable_id
from sheets.planning.sequence import runs
from sheets.planning.tab import Tab
from sheets.planning.wire import Request

WARNING = "Computed by Topsheet: what is typed here is replaced by the next run"
_MOST = 12
"""Runs of columns in one tab; people may put columns of theirs between ours."""


def protection_ids(report: str) -> list[int]:
    """The ids of a report's protected ranges, the same in every spreadsheet and run."""
    return [stable_id("protection", report, str(number)) for number in range(_MOST)]


def protect(tab: Tab, standing: tuple[Protection, ...]) -> list[Request]:
    """What is to be done so that every computed column warns, wherever it stands now.

    Where the batch shifts rows or columns the ranges shift along, each edge by Google's own rules;
    so they are set again.

    Where a person took all of our warnings away, they stay away until the report's columns change.
    """
    ours = {found.id: found for found in standing if found.id in protection_ids(tab.report.name)}
    if not (tab.is_new or tab.layout_changed or ours):
        return []
    wanted = _wanted(tab)
    requests = [
        _request(tab, protection, standing=protection.id in ours)
        for protection in wanted
        if tab.shifts or ours.get(protection.id) != protection
    ]
    kept = {protection.id for protection in wanted}
    past = [ident for ident in ours if ident not in kept]
    return requests + [{"deleteProtectedRange": {"protectedRangeId": ident}} for ident in past]


def unprotect(own: OwnTab) -> list[Request]:
    """Take the warnings away, where nothing is computed any more."""
    ours = protection_ids(own.report)
    return [
        {"deleteProtectedRange": {"protectedRangeId": found.id}}
        for found in own.protections
        if found.id in ours
    ]


def _wanted(tab: Tab) -> list[Protection]:
    cols = sorted(
        tab.place.cols[column.field] for column in tab.columns if column.role is not Role.PERSON
    )
    idents = protection_ids(tab.report.name)
    return [
        Protection(ident, tab.place.top, start, end)
        for ident, (start, end) in zip(idents, runs(cols), strict=False)
    ]


def _request(tab: Tab, protection: Protection, *, standing: bool) -> Request:
    span = {
        "sheetId": tab.sheet,
        "startRowIndex": protection.top,
        "startColumnIndex": protection.left,
        "endColumnIndex": protection.right,
    }
    made = {"protectedRangeId": protection.id, "range": span}
    if standing:
        return {"updateProtectedRange": {"protectedRange": made, "fields": "range"}}
    return {
        "addProtectedRange": {
            "protectedRange": {**made, "description": WARNING, "warningOnly": True}
        }
    }
