"""The tables of examples/README.md, written from the truth so that they cannot grow old."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

_BEGIN, _END = "<!-- {name}: written by make_demo.py -->", "<!-- end of {name} -->"
Found = Sequence[Mapping[str, Any]]


def refresh(readme: Path, truth: Mapping[str, Any]) -> None:
    """Rewrite the tables between their markers.

    Raises:
        ValueError: a marker is missing.
    """
    text = readme.read_text(encoding="utf-8")
    for name, table in tables(truth).items():
        begin, end = _BEGIN.format(name=name), _END.format(name=name)
        if begin not in text or end not in text:
            raise ValueError(f"{readme.name}: expected the lines {begin!r} and {end!r}")
        head, rest = text.split(begin, 1)
        text = f"{head}{begin}\n\n{table}\n{end}{rest.split(end, 1)[1]}"
    readme.write_text(text, encoding="utf-8")


def tables(truth: Mapping[str, Any]) -> dict[str, str]:
    """Each table's name and its Markdown."""
    return {
        "tabs": _tabs(truth["tabs"]),
        "planted": _findings(truth["problems"]),
        "look-alikes": _findings(truth["calm"]),
        "untidy cells": _mess(truth["mess"]),
    }


def _tabs(tabs: Found) -> str:
    lines = [
        (tab["tab"], tab["kind"] or "nothing", str(tab.get("records", "")), _budget(tab))
        for tab in tabs
    ]
    return _table(("Tab", "Kind", "Records", "Sums to"), lines)


def _budget(tab: Mapping[str, Any]) -> str:
    amount = tab.get("totals", {}).get("budget") or tab.get("totals", {}).get("amount")
    return f"{float(amount):,.2f}" if amount else ""


def _findings(findings: Found) -> str:
    lines = [
        (f"`{one['rule']}`", f"{one['tab']}!{one['cell']}", one["subject"], one["why"])
        for one in findings
    ]
    return _table(("Rule", "Cell", "Who or what", "Why"), lines)


def _mess(mess: Found) -> str:
    lines = [
        (f"{one['tab']}!{one['cell']}", one["what"], one["reads"] or "nothing") for one in mess
    ]
    return _table(("Cell", "What stands there", "Reads as"), lines)


def _table(heading: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    rows = [heading, ["---"] * len(heading), *lines]
    return "".join("| " + " | ".join(row) + " |\n" for row in rows)
