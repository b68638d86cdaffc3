"""The plan of one tab that a write of ours left astray."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.grid import OwnTab
from model.report import Report
from sheets.attic.copies import Write
from sheets.attic.keeping import told_of_healing
from sheets.attic.mending import Mended, mended
from sheets.planning.links import Links
from sheets.planning.metadata import read_layout
from sheets.planning.slots import slots
from sheets.planning.standing import read_standing
from sheets.planning.tabplan import TabPlan, update_tab
from sheets.planning.wire import Request
from sheets.planning.withdrawn import withdrawn_tab


def heal(
    report: Report, own: OwnTab, astray: Sequence[Write], links: Links, day: str
) -> TabPlan | None:
    """Bring a tab back to what people made of it, and from there to what the report says.

    ``None`` where people had taken its key column away by then: it is put back and then aside, like
    any such tab.
    """
    back = mended(astray, own, [slot.name for slot in slots(report)])
    standing = read_standing(back.own)
    if standing is None:
        return None
    was = read_layout(astray[0].told.layout)
    state = replace(back.own, layout=own.layout)
    plan = update_tab(report, state, standing, links, day, healed=was)
    return _put_right(own, astray, back, plan)


def heal_withdrawn(own: OwnTab, astray: Sequence[Write], day: str) -> TabPlan | None:
    """The same for a tab whose report is withdrawn from the spreadsheet."""
    back = mended(astray, own)
    standing = read_standing(back.own)
    if standing is None:
        return None
    return _put_right(own, astray, back, withdrawn_tab(back.own, standing, day))


def put_back(own: OwnTab, astray: Sequence[Write]) -> tuple[Request, ...]:
    """Bring a tab back to what people made of it, and nothing more."""
    return mended(astray, own).requests


def _put_right(own: OwnTab, astray: Sequence[Write], back: Mended, plan: TabPlan) -> TabPlan:
    told = told_of_healing(own, astray[0].told, astray[-1].told.number + 1)
    return replace(
        plan,
        requests=(*back.requests, *plan.requests),
        summary=replace(plan.summary, tabs_healed=1),
        told=told,
    )
