"""Reports too big for one request: staged in hidden tabs of ours, copied over by the last batch.

What is written is first sent, in requests of its own, to a hidden tab, at the places where it is to
stand; the final batch, small by then, has Google copy it over (``copyPaste``), so that readers see
all or nothing. An interrupted staging leaves a hidden tab, which the next run's batch deletes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sheets.planning.names import ATTIC_KEY, free_id, free_title, stable_id
from sheets.planning.wire import Request

COMFORTABLE = 2_000_000
"""Bytes; Google recommends requests of at most 2 MB."""
_WORTH = 4_000
"""Bytes; what is smaller stays in the final batch, where a copy would cost as much."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A batch brought to a comfortable size."""

    final: tuple[Request, ...]
    stages: tuple[tuple[Request, ...], ...] = ()
    """What goes before it, each a request of its own."""
    sheets: frozenset[int] = frozenset()
    """The hidden tabs that the stages make and the final batch deletes."""


@dataclass(slots=True)
class _Stage:
    """What is staged for one tab: in a hidden tab, at the places where it is to stand."""

    sheet: int
    tab: int
    title: str
    new: bool
    """Whether the batch makes the tab: then all of its cells are staged, looks and notes too."""
    moved: list[Request] = field(default_factory=list)
    paints: list[Request] = field(default_factory=list)

    def takes(self, request: Request) -> bool:
        """Whether a request's cells can stand here beside those that do already."""
        body = request["updateCells"]
        if body["range"]["sheetId"] != self.sheet:
            return False
        return self.new or not any(
            _overlap(body["range"], other["updateCells"]["range"]) for other in self.moved
        )


def size_of(requests: Sequence[Request]) -> int:
    """The requests' size on the wire, in bytes."""
    return len(json.dumps(requests, separators=(",", ":")).encode())


def staged(
    requests: Sequence[Request],
    new: Collection[int],
    run: str,
    ids: Collection[int],
    titles: Collection[str],
    limit: int = COMFORTABLE,
) -> Staged:
    """Bring a batch to a comfortable size, if it is not.

    ``new`` are the tabs that it makes. In tabs that stand only values are staged: their looks and
    notes stay in the batch, because a copy would take people's own away. ``ids`` and ``titles``
    are those that the spreadsheet's tabs have.
    """
    if size_of(requests) <= limit:
        return Staged(tuple(requests))
    stages: list[_Stage] = []
    final: list[Request] = []
    for request in requests:
        sheet = _written(request)
        if sheet is None or not (sheet in new or _is_worth(request)):
            final.append(request)
            continue
        stage = next((stage for stage in stages if stage.takes(request)), None)
        if stage is None:
            stage = _stage(sheet, sheet in new, run, ids, titles, len(stages))
            stages.append(stage)
        stage.moved.append(request)
        if not stage.new:  # values alone, so that it does not matter what is painted when
            final.append(_paste(stage, request["updateCells"]["range"]))
    for stage in stages:
        if stage.new:
            stage.paints = [request for request in final if _paints(request, stage.sheet)]
            behind = [n for n, each in enumerate(final, 1) if _is_before(each, stage.sheet)]
            final[behind[-1] : behind[-1]] = _pastes(stage)
    final += [{"deleteSheet": {"sheetId": stage.tab}} for stage in stages]
    before = [request for stage in stages for request in _written_first(stage, limit)]
    tabs = frozenset(stage.tab for stage in stages)
    return Staged(tuple(final), tuple(_packed(before, limit)), tabs)


def _overlap(one: dict[str, int], other: dict[str, int]) -> bool:
    return all(
        one[f"start{side}Index"] < other[f"end{side}Index"]
        and other[f"start{side}Index"] < one[f"end{side}Index"]
        for side in ("Row", "Column")
    )


def _written(request: Request) -> int | None:
    """The tab whose cells a request writes one by one."""
    body = request.get("updateCells")
    return None if body is None else int(body["range"]["sheetId"])


def _is_worth(request: Request) -> bool:
    values = request["updateCells"]["fields"] == "userEnteredValue"
    return values and size_of([request]) >= _WORTH


def _paints(request: Request, sheet: int) -> bool:
    body = request.get("repeatCell")
    return body is not None and body["range"]["sheetId"] == sheet


def _is_before(request: Request, sheet: int) -> bool:
    """Whether a request has to be done before a new tab's cells are pasted: it is made, painted."""
    made = request.get("addSheet", {}).get("properties", {})
    return made.get("sheetId") == sheet or _paints(request, sheet)


def _stage(
    sheet: int, new: bool, run: str, ids: Collection[int], titles: Collection[str], number: int
) -> _Stage:
    tab = free_id(stable_id("staging", run, str(number)), ids)
    return _Stage(sheet, tab, free_title(f"Topsheet staging {number + 1}", titles), new)


def _written_first(stage: _Stage, limit: int) -> Iterator[Request]:
    """The hidden tab with everything that is to be copied from it, at the places of the other."""
    boxes = [request["updateCells"]["range"] for request in stage.moved]
    boxes += [request["repeatCell"]["range"] for request in stage.paints]
    grid = {
        "rowCount": max(box["endRowIndex"] for box in boxes),
        "columnCount": max(box["endColumnIndex"] for box in boxes),
    }
    properties = {"sheetId": stage.tab, "title": stage.title, "hidden": True}
    yield {"addSheet": {"properties": {**properties, "gridProperties": grid}}}
    yield {
        "createDeveloperMetadata": {
            "developerMetadata": {
                "metadataKey": ATTIC_KEY,
                "metadataValue": "staging",
                "location": {"sheetId": stage.tab},
                "visibility": "DOCUMENT",
            }
        }
    }
    for request in stage.paints:
        body = request["repeatCell"]
        yield {"repeatCell": {**body, "range": {**body["range"], "sheetId": stage.tab}}}
    for request in stage.moved:
        yield from _parts(request, stage.tab, limit // 2)


def _parts(request: Request, tab: int, limit: int) -> Iterator[Request]:
    """The same cells in the hidden tab, in requests that are each well below the limit."""
    body = request["updateCells"]
    top = body["range"]["startRowIndex"]
    start, size = 0, 0
    sizes = [size_of([row]) for row in body["rows"]]
    for number, each in enumerate(sizes):
        if size and size + each > limit:
            yield _part(body, tab, top, start, number)
            start, size = number, 0
        size += each
    yield _part(body, tab, top, start, len(sizes))


def _part(body: dict[str, Any], tab: int, top: int, start: int, end: int) -> Request:
    span = {"sheetId": tab, "startRowIndex": top + start, "endRowIndex": top + end}
    rows = body["rows"][start:end]
    return {"updateCells": {**body, "range": {**body["range"], **span}, "rows": rows}}


def _pastes(stage: _Stage) -> list[Request]:
    boxes = {tuple(sorted(request["updateCells"]["range"].items())) for request in stage.moved}
    return [_paste(stage, dict(box)) for box in sorted(boxes)]


def _paste(stage: _Stage, box: dict[str, int]) -> Request:
    """In a tab that the batch makes, cells as they are; in one that stands, values alone."""
    return {
        "copyPaste": {
            "source": {**box, "sheetId": stage.tab},
            "destination": box,
            "pasteType": "PASTE_NORMAL" if stage.new else "PASTE_FORMULA",
        }
    }


def _packed(requests: Sequence[Request], limit: int) -> Iterator[tuple[Request, ...]]:
    """Requests in batches below the limit, in their order."""
    batch: list[Request] = []
    size = 0
    for request in requests:
        each = size_of([request])
        if batch and size + each > limit:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(request)
        size += each
    if batch:
        yield tuple(batch)
