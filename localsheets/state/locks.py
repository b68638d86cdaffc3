"""Protected ranges, as they bind whoever is at work (``acting.py``).

The owner of a spreadsheet may edit everything. Anyone else is refused what touches a cell that is
protected and not theirs to edit, in Google's words; a range that only warns refuses nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from localsheets.acting import actor
from localsheets.wire.a1 import Rect
from localsheets.wire.axis import Band, Delete, Insert, MoveTo
from localsheets.wire.errors import ApiError, bad
from localsheets.wire.ranges import rect_of

if TYPE_CHECKING:
    from localsheets.state.sheet import Sheet

Json = dict[str, Any]


def refusal() -> ApiError:
    """Google's words for an edit of what is protected."""
    return bad(
        "You are trying to edit a protected cell or object. Please contact the spreadsheet owner"
        " to remove protection if you need to edit."
    )


def may_edit(part: Json) -> bool:
    """Whether whoever is at work may edit a protected range."""
    who = actor()
    if not who.bound or part.get("warningOnly"):
        return True
    editors = part.get("editors", {})
    if who.account.casefold() in (str(user).casefold() for user in editors.get("users", [])):
        return True
    domain = who.owner.rpartition("@")[2].casefold()
    return bool(editors.get("domainUsersCanEdit")) and who.account.casefold().endswith("@" + domain)


def seen(part: Json) -> Json:
    """A protected range as whoever is at work sees it: who else may edit is for editors."""
    if may_edit(part):
        return {**part, "requestingUserCanEdit": True}
    return {k: v for k, v in part.items() if k not in ("editors", "requestingUserCanEdit")}


def _locked(sheet: Sheet) -> Iterator[tuple[Rect, list[Rect]]]:
    """Blocks that are closed to whoever is at work, each with its exceptions."""
    for part in sheet.protected:
        if not may_edit(part):
            yield (
                rect_of(part.get("range", {})),
                [rect_of(hole) for hole in part.get("unprotectedRanges", [])],
            )


def check_cell(sheet: Sheet, row: int, column: int) -> None:
    """Refuse a change of a cell that is closed."""
    if not actor().bound:
        return
    for rect, holes in _locked(sheet):
        if rect.contains(row, column) and not any(hole.contains(row, column) for hole in holes):
            raise refusal()


def check_block(sheet: Sheet, block: Rect) -> None:
    """Refuse something that lies on a block of which a cell is closed."""
    if not actor().bound:
        return
    for rect, holes in _locked(sheet):
        open_to_all = any(hole.encloses(block) for hole in holes if _closed(hole))
        if rect.meets(block) and not open_to_all:
            raise refusal()


def _closed(rect: Rect) -> bool:
    return rect.bottom is not None and rect.right is not None


def check_tab(sheet: Sheet, *, whole: bool) -> None:
    """Refuse a change of a tab that is closed ``whole``, or (deleting it) anything on it."""
    if not actor().bound:
        return
    if any(rect == Rect() or not whole for rect, _ in _locked(sheet)):
        raise refusal()


def check_shift(sheet: Sheet, shift: Insert | Delete | MoveTo | Band) -> None:
    """Refuse rows or columns that come, go or move inside a closed block."""
    if actor().bound and any(_cuts(shift, rect) for rect, _ in _locked(sheet)):
        raise refusal()


def _cuts(shift: Insert | Delete | MoveTo | Band, rect: Rect) -> bool:
    if isinstance(shift, Band):
        return shift.moving.meets(rect)
    low, high = (rect.top, rect.bottom) if shift.rows else (rect.left, rect.right)

    def inside(index: int) -> bool:
        return low < index and (high is None or index < high)

    if isinstance(shift, Insert):
        return rect == Rect() or inside(shift.start)
    touched = low < shift.end and (high is None or shift.start < high)
    return touched or (isinstance(shift, MoveTo) and inside(shift.to))
