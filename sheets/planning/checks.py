"""What is demanded of every plan before it leaves: our tabs only, nothing restricted.

A breach is a bug of ours, so it raises; nothing has been sent by then.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.cell import Cell
from model.report import Report
from sheets.planning.names import METADATA_KEY
from sheets.planning.wire import Request


class TouchesOthers(AssertionError):  # noqa: N818 - it says what the plan does
    """A bug: a plan names something that is not ours."""


class LeaksRestricted(AssertionError):  # noqa: N818
    """A bug: a report for this spreadsheet holds what comes from a restricted one."""


@dataclass(frozen=True, slots=True)
class Ours:
    """Everything that a plan may name, by id."""

    sheets: Collection[int]
    """Our tabs, those that the plan makes included."""
    new_sheets: Collection[int]
    charts: Collection[int]
    """Our charts, new ones included."""
    guards: Collection[int]
    """The markers that the plan may delete."""
    protections: Collection[int] = ()
    """Our warnings over computed columns."""
    attic: Collection[int] = ()
    """Our hidden copies of our tabs, which the plan may delete."""


def check_plan(requests: Sequence[Request], ours: Ours) -> frozenset[int]:
    """Demand that a plan touches only our tabs; the ids of those that it touches.

    Raises:
        TouchesOthers: it does not, or has a kind of request that this check does not know.
    """
    touched: set[int] = set()
    for number, request in enumerate(requests):
        for sheet in _sheets_named(request, number, ours):
            if sheet not in ours.sheets:
                raise TouchesOthers(f"requests[{number}] {_kind(request)} names sheet {sheet}")
            touched.add(sheet)
    return frozenset(touched)


def check_restricted(reports: Sequence[Report], restricted: Collection[str]) -> None:
    """Demand that nothing in the reports comes from, or links into, a restricted spreadsheet.

    Raises:
        LeaksRestricted: naming the report, the line and the column, never the content.
    """
    for report in reports:
        for line in (*report.preamble, *report.lines):
            for field, entry in line.entries.items():
                cells = [*entry.sources, *([entry.link] if isinstance(entry.link, Cell) else [])]
                books = {cell.book for cell in cells} & set(restricted)
                if books:
                    raise LeaksRestricted(
                        f"report {report.name!r}, line {line.key!r}, column {field!r} holds what "
                        f"comes from {', '.join(sorted(books))}, which may not appear here"
                    )


def _kind(request: Request) -> str:
    return next(iter(request), "(empty)")


def _sheets_named(request: Request, number: int, ours: Ours) -> Iterator[int]:
    """Every sheet that a request names, once it is sure that it names what it must."""
    kind = _kind(request)
    if len(request) != 1 or kind not in _KINDS:
        raise TouchesOthers(f"requests[{number}]: {kind} is no kind that plans are made of")
    body = request[kind]
    _KINDS[kind](body, ours, f"requests[{number}] {kind}")
    yield from _everywhere(body)


def _everywhere(value: Any) -> Iterator[int]:
    """The sheet ids anywhere within a request."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "sheetId":
                yield inner
            else:
                yield from _everywhere(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _everywhere(inner)


_Check = Callable[[Mapping[str, Any], Ours, str], None]


def _at(*path: str) -> _Check:
    """Demand a sheet id at this path: where one is left out, Google takes the first sheet."""

    def check(body: Mapping[str, Any], _ours: Ours, where: str) -> None:
        found: Any = body
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        if not isinstance(found, int):
            raise TouchesOthers(f"{where} lacks {'.'.join(path)}: Google would take sheet 0")

    return check


def _add_sheet(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    if body.get("properties", {}).get("sheetId") not in ours.new_sheets:
        raise TouchesOthers(f"{where} makes a tab under an id that is taken or not its own")


def _metadata_lookup(body: Mapping[str, Any], _ours: Ours, where: str) -> None:
    for found in body.get("dataFilters") or [{}]:
        lookup = found.get("developerMetadataLookup", {})
        exact = lookup.get("locationMatchingStrategy") == "EXACT_LOCATION"
        _at("metadataLocation", "sheetId")(lookup, _ours, where)
        if lookup.get("metadataKey") != METADATA_KEY or not exact:
            raise TouchesOthers(f"{where} may change metadata that is not ours")


def _rule(body: Mapping[str, Any], _ours: Ours, where: str) -> None:
    for found in body.get("rule", {}).get("ranges") or [{}]:
        _at("sheetId")(found, _ours, where)


def _chart(field: str) -> _Check:
    def check(body: Mapping[str, Any], ours: Ours, where: str) -> None:
        if body.get(field) not in ours.charts:
            raise TouchesOthers(f"{where} names a chart that is not ours")
        _sources(body, ours, where)

    return check


def _add_chart(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    chart = body.get("chart", {})
    _at("position", "overlayPosition", "anchorCell", "sheetId")(chart, ours, where)
    _chart("chartId")(chart, ours, where)


def _sources(value: Any, ours: Ours, where: str) -> None:
    """Demand a sheet id in every range that a chart draws from."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "sources":
                for found in inner:
                    _at("sheetId")(found, ours, where)
            else:
                _sources(inner, ours, where)
    elif isinstance(value, list):
        for inner in value:
            _sources(inner, ours, where)


def _duplicate(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    if (
        body.get("sourceSheetId") not in ours.sheets
        or body.get("newSheetId") not in ours.new_sheets
    ):
        raise TouchesOthers(f"{where} copies a tab that is not ours, or under an id not its own")


def _delete_sheet(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    if body.get("sheetId") not in ours.attic:
        raise TouchesOthers(f"{where} deletes a tab that is no copy of ours")


def _copy_paste(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    _at("source", "sheetId")(body, ours, where)
    _at("destination", "sheetId")(body, ours, where)


def _find_replace(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    _at("sheetId")(body, ours, where)
    if body.get("allSheets") or not body.get("matchEntireCell"):
        raise TouchesOthers(f"{where} may change more than the cell that it means")


def _delete_guard(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    ident = body.get("protectedRangeId")
    if ident is None or ident not in (*ours.guards, *ours.protections):
        raise TouchesOthers(f"{where} deletes a protected range that is not our marker")


def _update_protection(body: Mapping[str, Any], ours: Ours, where: str) -> None:
    _at("protectedRange", "range", "sheetId")(body, ours, where)
    if body["protectedRange"].get("protectedRangeId") not in ours.protections:
        raise TouchesOthers(f"{where} changes a protected range that is not ours")


_KINDS: Mapping[str, _Check] = {
    "addSheet": _add_sheet,
    "duplicateSheet": _duplicate,
    "deleteSheet": _delete_sheet,
    "updateSheetProperties": _at("properties", "sheetId"),
    "createDeveloperMetadata": _at("developerMetadata", "location", "sheetId"),
    "updateDeveloperMetadata": _metadata_lookup,
    "updateCells": _at("range", "sheetId"),
    "findReplace": _find_replace,
    "repeatCell": _at("range", "sheetId"),
    "copyPaste": _copy_paste,
    "insertDimension": _at("range", "sheetId"),
    "deleteDimension": _at("range", "sheetId"),
    "appendDimension": _at("sheetId"),
    "moveDimension": _at("source", "sheetId"),
    "updateDimensionProperties": _at("range", "sheetId"),
    "addDimensionGroup": _at("range", "sheetId"),
    "updateDimensionGroup": _at("dimensionGroup", "range", "sheetId"),
    "setBasicFilter": _at("filter", "range", "sheetId"),
    "addConditionalFormatRule": _rule,
    "addChart": _add_chart,
    "updateChartSpec": _chart("chartId"),
    "deleteEmbeddedObject": _chart("objectId"),
    "addProtectedRange": _at("protectedRange", "range", "sheetId"),
    "updateProtectedRange": _update_protection,
    "deleteProtectedRange": _delete_guard,
}
"""Every kind of request that a plan may hold, and what it must name."""
