"""Compares what `check --json` prints with a fixture's truth; tells differences in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.issue import Topic
from schemas import ISSUES
from transforms.rules import rules

Json = Mapping[str, Any]
DATA_CODES = frozenset(ISSUES) | {
    rule.code for rule in rules().values() if rule.topic is Topic.DATA
}
"""What is wrong in the sheets themselves; conflicts and overages are judged elsewhere."""

_BUDGET = {
    *("account", "description", "budget", "approved_changes", "revised_budget", "actual_period"),
    *("actual_to_date", "commitments", "total_cost", "etc", "efc", "variance", "notes"),
}
CANON: Mapping[str, set[str]] = {
    "budget": _BUDGET,
    "budget_topsheet": _BUDGET,
    "budget_detail": _BUDGET | {"quantity", "unit", "times", "rate", "subtotal"},
    "crew": {
        *("department", "position", "name", "first_name", "last_name", "phone", "email", "union"),
        *("start_date", "end_date", "rate", "rate_unit", "guarantee_hours", "account"),
        *("deal_memo", "start_paperwork", "unit", "status", "notes"),
    },
    "cast": {
        *("element_id", "role", "name", "agent", "union"),
        *("start_date", "end_date", "deal", "episodes"),
    },
    "dood": {"element_id", "name"},
    "purchase_orders": {
        *("po_number", "vendor", "account", "date"),
        *("description", "amount", "invoiced", "status"),
    },
    "petty_cash": {
        *("envelope", "custodian", "date", "vendor", "description", "account", "amount", "tax"),
    },
    "payroll": {"week_ending", "name", "position", "account", "hours", "gross", "fringe"},
    "ledger": {
        *("account", "date", "source", "invoice", "po_number"),
        *("vendor", "description", "debit", "credit"),
    },
    "one_liner": {"scene", "int_ext", "set", "day_night", "pages", "cast", "location"},
    "equipment": {
        *("description", "vendor", "quantity", "start_date", "end_date", "rate", "po_number"),
    },
}
"""Kind -> the fields that every such sheet is asked for. What a kind reads beyond them (a cast
list's phones, a permit's dates) is judged only where a truth speaks of it."""


def differences(found: Json, truth: Json, tabs: Sequence[str]) -> list[str]:
    """Everything in which the JSON is not the truth, a sentence each.

    ``tabs`` are the workbook's tabs in their order.
    """
    said = list(_unknown_tabs(truth, tabs))
    for tab in tabs:
        said += _tab(tab, _entries(found, tab), _entries(truth, tab))
    return said + list(_issues(found["issues"], truth.get("issues", [])))


def _entries(json: Json, tab: str) -> list[Json]:
    return [entry for entry in json["tabs"] if entry["tab"] == tab]


def _unknown_tabs(truth: Json, tabs: Sequence[str]) -> Iterator[str]:
    """Faults of the fixture itself."""
    for entry in truth["tabs"]:
        if entry["tab"] not in tabs:
            yield f"the truth speaks of a tab {entry['tab']!r} that the fixture lacks"
    for tab in tabs:
        if not _entries(truth, tab):
            yield f"the truth says nothing of the tab {tab!r}"


def _tab(tab: str, found: list[Json], wanted: list[Json]) -> Iterator[str]:
    """One tab's tables, in reading order."""
    pairs = list(zip(found, wanted, strict=False))
    alike = [_is_or(read, truth, "kind") for read, truth in pairs]
    if len(found) != len(wanted) or not all(alike):
        yield f"{tab}: is {_kinds(wanted)}, was taken for {_kinds(found)}"
    for (read, truth), same in zip(pairs, alike, strict=True):
        if same and truth["kind"] is not None:
            for line in _table(read, truth):
                yield f"{tab} ({read['kind']} at {read['range']}): {line}"


def _is_or(read: Json, truth: Json, key: str) -> bool:
    """Whether a value is the truth's, or the other one that the truth allows ("kind_or")."""
    return read[key] == truth[key] or read[key] == truth.get(f"{key}_or", truth[key])


def _kinds(entries: list[Json]) -> str:
    kinds = [f"{entry['kind']} {entry.get('range', '')}".strip() for entry in entries]
    return ", ".join(kinds) or "not mentioned"


def _table(read: Json, truth: Json) -> Iterator[str]:
    """One table's figures."""
    for key in ("header_rows", "records"):
        if not _is_or(read, truth, key):
            yield f"{key} are {truth[key]}, read {read[key]}"
    judged = {*truth.get("columns", {}), *(set(read["columns"]) & CANON.get(read["kind"], set()))}
    for field in sorted(judged):
        is_, was = truth.get("columns", {}).get(field), read["columns"].get(field)
        if is_ != was:
            yield f"column {field}: {is_ or 'none'}, read {was or 'none'}"
    for key in ("totals", "excluded_rows", "special_totals"):
        for name, value in truth.get(key, {}).items():
            if not _same(key, read[key].get(name), value):
                yield f"{key} {name}: {value}, read {read[key].get(name)}"
    if bool(read.get("superseded")) != truth.get("superseded", bool(read.get("superseded"))):
        yield f"superseded: {truth['superseded']}, read {bool(read.get('superseded'))}"


def _same(key: str, read: Any, truth: Any) -> bool:
    """Money is compared by value: "1200" is "1200.00"."""
    if key == "excluded_rows" or read is None:
        return bool(read == truth)
    return float(read) == float(truth)


def _issues(found: Sequence[Json], wanted: Sequence[Sequence[str]]) -> Iterator[str]:
    """Data issues that a person would call missing or false."""
    raised = Counter((issue["rule"], f"{issue['tab']}!{issue['a1']}") for issue in found)
    messages = {(i["rule"], f"{i['tab']}!{i['a1']}"): i["message"] for i in found}
    grave = {
        (issue["rule"], f"{issue['tab']}!{issue['a1']}")
        for issue in found
        if issue["severity"] != "info" and issue["rule"] in DATA_CODES
    }
    listed = Counter(_place(code, cells, raised) for code, *cells in wanted)
    for fault in sorted(listed - raised):
        yield f"issue missed: {fault[0]} at {fault[1]}"
    for alarm in sorted((raised - listed).keys() & grave):
        yield f"false alarm: {alarm[0]} at {alarm[1]}: {messages[alarm]}"


def _place(code: str, cells: Sequence[str], raised: Counter[tuple[str, str]]) -> tuple[str, str]:
    """Of several cells that are as right, the one at which the fault was told; else the first."""
    told = (cell for cell in cells if (code, cell) in raised)
    return code, next(told, cells[0])
