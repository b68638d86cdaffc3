"""The page of data issues, from :data:`schemas.ISSUES` and the rules that look at the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from model.issue import Severity, Topic
from schemas import ISSUES
from transforms.manual.rule_doc import parse
from transforms.rules import rules

PAGE = Path(__file__).parents[2] / "docs" / "issues.md"

_HEAD = """<!-- Written by `python -m transforms.manual` from schemas/issues.py: edit that. -->
# Data issues

What can be wrong in the sheets themselves. `topsheet check` and the tab **Data Issues** list it in
the same order: what to mend first on top. Each entry names the exact cell, what is there, what was
expected and what probably was meant. `topsheet rules NAME` prints one entry of this page.

The names are stable: filter by them, or stop a script with `topsheet check TARGET --fail-on error`.
"""
_SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: "Errors: a figure is wrong or missing, or a conflict cannot be seen",
    Severity.WARNING: "Warnings: a figure may be wrong",
    Severity.INFO: "For information: nothing is counted wrong",
}
_DOOD = """## The day-out-of-days' own rules

They look at the grammar of the day-out-of-days; [Rules](rules.md) shows what each flags.
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD]
    for severity, heading in _SEVERITIES.items():
        parts += [f"## {heading}\n", *_issues(severity), ""]
    parts += [_DOOD, *_rules()]
    return "\n".join(parts).rstrip() + "\n"


def _issues(severity: Severity) -> Iterator[str]:
    for code, (usual, words) in sorted(ISSUES.items()):
        if usual is severity and code not in rules():
            yield f"- `{code}`: {words}"


def _rules() -> Iterator[str]:
    for code, rule in sorted(rules().items()):
        if rule.topic is Topic.DATA:
            yield f"- [`{code}`](rules.md#{code}): {parse(rule.doc).title}."
