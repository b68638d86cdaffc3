"""The page of rules, from their own docstrings; `python -m transforms.manual` writes it."""

from __future__ import annotations

from pathlib import Path

from model.issue import Topic
from transforms.compute import beyond_reach
from transforms.manual.rule_doc import Case, parse
from transforms.rule import Rule
from transforms.rules import rules

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"

_TOPICS = {
    Topic.CONFLICT: "Schedule and deals",
    Topic.MONEY: "Money",
    Topic.DATA: "The day-out-of-days itself",
}


def page() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD]
    for topic, heading in _TOPICS.items():
        parts.append(f"## {heading}\n")
        parts.extend(_rule(rule) for rule in rules().values() if rule.topic is topic)
    parts += ["## While reading\n", _READING]
    parts += ["## Not checked\n", _NOT_CHECKED, *_beyond_reach(), "## Agreements\n", _AGREEMENTS]
    return "\n".join(parts).rstrip() + "\n"


_HEAD = """<!-- Written by `python -m transforms.manual` from transforms/rules/: edit those. -->
# Rules

What Topsheet looks for once the sheets are read. In the grids, *stars* mark the cells that a rule
flags. A rule that lacks a sheet, a column or a setting is listed in the reports as *not checked*.
"""
_READING = "What is found before any rule runs is listed in [Data issues](issues.md).\n"
_NOT_CHECKED = "These need sheets that are not read yet, and are always listed as not checked.\n"
_AGREEMENTS = (
    "A production chooses its agreements in the settings; figures of no other are used. "
    "[Agreements](agreements.md) has them all, with their clauses and sources.\n"
)


def _rule(rule: Rule) -> str:
    """One rule's entry."""
    doc = parse(rule.doc)
    lines = [
        f"### {rule.code}\n",
        f"**{doc.title}.** {doc.why[:1].upper()}{doc.why[1:]}\n",
        f"*Looks at:* {doc.looked_at}\n",
        f"*Needs:* {', '.join(rule.on)}. *Severity:* {rule.severity}.\n",
    ]
    for case in doc.cases:
        lines += [f"{'Flags' if case.flags else 'Passes'}:\n", _case(case)]
    return "\n".join(lines)


def _case(case: Case) -> str:
    """One case as a block of text, as the rule's file has it."""
    blocks = [f"{title}\n{grid}" for title, grid in case.tabs]
    if case.settings:
        blocks.insert(0, "\n".join(f"{name} = {value}" for name, value in case.settings.items()))
    return "```text\n" + "\n\n".join(blocks) + "\n```\n"


def _beyond_reach() -> list[str]:
    return [f"- `{entry.rule}`: {entry.needs}" for entry in beyond_reach()] + [""]
