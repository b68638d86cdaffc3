"""What each report's tab needs: to be made, brought up to date, put right or emptied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.grid import Book, OwnTab
from model.report import Report
from sheets.attic.copies import Write, writes
from sheets.attic.harm import to_heal
from sheets.attic.healing import heal, heal_withdrawn, put_back
from sheets.attic.keeping import told_of
from sheets.planning.links import Links, links_of
from sheets.planning.metadata import read_layout
from sheets.planning.names import free_id, free_title
from sheets.planning.regrow import regrown
from sheets.planning.standing import read_standing
from sheets.planning.summary import Summary
from sheets.planning.tabplan import TabPlan, make_tab, retire, update_tab
from sheets.planning.which import sheet_id, standing_tab
from sheets.planning.wire import Request
from sheets.planning.withdrawn import is_withdrawn, withdrawn_tab


def written(book: Book, reports: Sequence[Report], day: str) -> list[TabPlan]:
    """Each report's tab, names and ids handed out in order."""
    titles, ids = set(book.tab_titles), set(book.sheet_ids)
    links = links_of(book)
    made: list[TabPlan] = []
    for report in reports:
        own = standing_tab(book, report.name)
        astray = _astray(book, own)
        known = _known(report, own, astray, links, day) if own else None
        if known is None:
            known = _new_tab(report, own, titles, ids, links, day)
            back = put_back(own, astray) if own and astray else ()
            known = replace(known, requests=(*back, *known.requests))
        made.append(known)
    return made


def emptied(book: Book, withdrawn: Sequence[str], day: str) -> Iterator[TabPlan]:
    """The tabs of withdrawn reports that an earlier run has not emptied yet."""
    for name in withdrawn:
        own = standing_tab(book, name)
        if own is None:
            continue
        astray = _astray(book, own)
        standing = read_standing(own)
        healed = heal_withdrawn(own, astray, day) if astray else None
        if healed:
            yield healed
        elif standing and not is_withdrawn(own):
            yield _copied(own, withdrawn_tab(own, standing, day))
        elif not is_withdrawn(own) and (grown := regrown(own)):
            tab = withdrawn_tab(grown.own, grown.standing, day)
            yield _copied(own, replace(tab, requests=(*grown.requests, *tab.requests)))


def _known(
    report: Report, own: OwnTab, astray: Sequence[Write], links: Links, day: str
) -> TabPlan | None:
    """A report's tab that stands; ``None`` where people left too little of its skeleton."""
    if astray:
        return heal(report, own, astray, links, day)
    if standing := read_standing(own):
        return _copied(own, update_tab(report, own, standing, links, day))
    if grown := regrown(own):
        was = read_layout(own.layout)
        tab = update_tab(report, grown.own, grown.standing, links, day, healed=was)
        return _copied(own, replace(tab, requests=(*grown.requests, *tab.requests)))
    return None


def _astray(book: Book, own: OwnTab | None) -> tuple[Write, ...]:
    """The earlier writes on a tab that went astray, because people interfered."""
    return to_heal(writes(book, own.report, own.grid.sheet_id)) if own else ()


def _copied(own: OwnTab, tab: TabPlan) -> TabPlan:
    return replace(tab, told=told_of(own, tab.requests))


def _new_tab(
    report: Report, broken: OwnTab | None, titles: set[str], ids: set[int], links: Links, day: str
) -> TabPlan:
    """Make a tab, having put aside one that cannot be read any more."""
    aside: tuple[Request, ...] = ()
    if broken:
        kept = free_title(f"{broken.grid.tab} (kept)", titles)
        titles.discard(broken.grid.tab)
        titles.add(kept)
        aside = retire(broken, kept)
    sheet = free_id(sheet_id(report.name), ids)
    title = free_title(report.title, titles)
    ids.add(sheet)
    titles.add(title)
    made = make_tab(report, sheet, title, links, day)
    summary = Summary(tabs_made=1, tabs_kept=1 if broken else 0)
    return TabPlan(sheet, title, (*aside, *made.requests), summary, made.corner, made.expected)
