"""How well workbooks are understood that nobody has looked at while writing Topsheet.

    python -m tests.first_sight FOLDER [FILE.md ...] [--words]

Each workbook is written in the corpus's notation (tests/fixtures/README.md). Whoever writes one
must not have seen the program; what is measured before anything is mended is the measure.
``--words`` also says every difference.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import reports
from flows.production_run import understand
from tests.schemas import fixtures
from tests.schemas.conflict_truth import judged
from tests.schemas.fixture_truth import CANON, DATA_CODES

Json = Mapping[str, Any]
MEASURES = ("tabs", "header rows", "records", "columns", "sums", "faults", "conflicts")


def main(arguments: Sequence[str]) -> int:
    """Print the measure of every workbook and of all together."""
    words = "--words" in arguments
    places = [Path(one) for one in arguments if one != "--words"]
    files = [file for place in places for file in _files(place)]
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for file in files:
        own_right, own_asked, said = measure(file)
        print(f"{file.name:44} {_line(own_right, own_asked)}")
        print(*(f"    {word}\n" for word in said if words), sep="", end="")
        right += own_right
        asked += own_asked
    print(f"{'all':44} {_line(right, asked)}")
    return 0


def measure(file: Path) -> tuple[Counter[str], Counter[str], list[str]]:
    """One workbook: what is right, what was asked, and every difference in words."""
    fixture = fixtures.load(file, name=f"{file.parent.name}/{file.name}")
    production, results = understand([fixture.book], fixture.settings)
    found = reports.check_json(fixture.name, production.locale, production.currency, results)
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    said: list[str] = []
    for measure_, good, word in _verdicts(found, fixture):
        asked[measure_] += 1
        right[measure_] += good
        if not good:
            said.append(f"{measure_}: {word}")
    return right, asked, said


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("*.md")) if place.is_dir() else [place]


def _line(right: Counter[str], asked: Counter[str]) -> str:
    parts = [f"{name} {right[name]}/{asked[name]}" for name in MEASURES if asked[name]]
    wrong = f"wrong tabs {asked['wrong tab']}" if asked["wrong tab"] else ""
    alarms = f"false {asked['false alarm']}" if asked["false alarm"] else ""
    return " · ".join(filter(None, [*parts, wrong, alarms]))


def _verdicts(found: Json, fixture: fixtures.Fixture) -> Iterator[tuple[str, bool, str]]:
    """(measure, whether right, what differs); a wrong tab or false alarm is never right."""
    truth = fixture.truth
    if "tabs" in truth:
        for grid in fixture.grids:
            read = [one for one in found["tabs"] if one["tab"] == grid.tab]
            yield from _tab(
                grid.tab, read, [one for one in truth["tabs"] if one["tab"] == grid.tab]
            )
        yield from _issues(found["issues"], truth.get("issues", []))
    if "conflicts" in truth:
        verdict = judged(found["issues"], truth["conflicts"])
        for right in verdict.found:
            yield "conflicts", True, right
        for missed in verdict.missed:
            yield "conflicts", False, missed
        for alarm in verdict.false:
            yield "false alarm", False, alarm


def _tab(tab: str, read: list[Json], wanted: list[Json]) -> Iterator[tuple[str, bool, str]]:
    for number, truth in enumerate(wanted):
        one = read[number] if number < len(read) else {"kind": None}
        kinds = (truth["kind"], truth.get("kind_or", truth["kind"]))
        good = one["kind"] in kinds
        yield "tabs", good, f"{tab}: is {truth['kind']}, taken for {one['kind']}"
        if not good and one["kind"] is not None:
            yield "wrong tab", False, f"{tab}: is {truth['kind']}, taken for {one['kind']}"
        if good and one["kind"] is not None and truth["kind"] is not None:
            yield from _table(tab, one, truth)
    for one in read[len(wanted) :]:
        yield "wrong tab", False, f"{tab}: another table, {one['kind']} {one.get('range')}"


def _table(tab: str, read: Json, truth: Json) -> Iterator[tuple[str, bool, str]]:
    for key in ("header_rows", "records"):
        if key in truth:
            good = read[key] in (truth[key], truth.get(f"{key}_or", truth[key]))
            measure_ = key.replace("_", " ")
            excluded = read.get("excluded_rows") if key == "records" else ""
            yield measure_, good, f"{tab}: {key} {truth[key]}, read {read[key]} {excluded}"
    columns = truth.get("columns", {})
    canon = CANON.get(read["kind"], set())
    for field in sorted({*columns, *(set(read["columns"]) & canon)}):
        is_, was = columns.get(field), read["columns"].get(field)
        yield "columns", is_ == was, f"{tab} ({read['kind']}): {field} is {is_}, read {was}"
    for name, value in truth.get("totals", {}).items():
        was = read.get("totals", {}).get(name)
        good = was is not None and round(float(was), 2) == round(float(value), 2)
        yield "sums", good, f"{tab}: {name} adds up to {value}, read {was}"


def _issues(found: Sequence[Json], wanted: Sequence[Any]) -> Iterator[tuple[str, bool, str]]:
    left = {(one["rule"], f"{one['tab']}!{one['a1']}"): one for one in found}
    grave = {key for key, one in left.items() if one["severity"] != "info"}
    told: set[tuple[str, str]] = set()
    for rule, *cells in wanted:
        hit = [(rule, cell) for cell in cells if (rule, cell) in left]
        told.update(hit)
        yield "faults", bool(hit), f"missed {rule} at {' or '.join(cells)}"
    for rule, cell in sorted(grave - told):
        if rule in DATA_CODES:
            yield "false alarm", False, f"{rule} at {cell}: {left[rule, cell]['message']}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
