"""The manual of rules and issues, from their own words: ``python -m transforms.rules_doc``."""

from __future__ import annotations

from pathlib import Path

from model.issue import Topic
from transforms import issues_doc
from transforms.agreements import known, load
from transforms.compute import beyond_reach
from transforms.rule import Rule
from transforms.rule_doc import Case, parse
from transforms.rules import rules
from transforms.words import full_date

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"

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
    parts.extend(_agreements())
    return "\n".join(parts).rstrip() + "\n"


_HEAD = """<!-- Written by `python -m transforms.rules_doc` from transforms/rules/: edit those. -->
# Rules

What Topsheet looks for once the sheets are read. In the grids, *stars* mark the cells that a rule
flags. A rule that lacks a sheet, a column or a setting is listed in the reports as *not checked*.
"""
_READING = "What is found before any rule runs is listed in [Data issues](issues.md).\n"
_NOT_CHECKED = "These need sheets that are not read yet, and are always listed as not checked.\n"
_AGREEMENTS = (
    "A production chooses its agreements in the settings; figures of no other are used. A finding "
    "on dates outside an agreement's own says so.\n"
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


def _agreements() -> list[str]:
    """A table of each agreement's figures with clause, source and day of check."""
    lines = []
    for agreement in (load(agreement_id) for agreement_id in known()):
        ends = full_date(agreement.effective_to) if agreement.effective_to else "open"
        lines += [
            f"### {agreement.id}\n",
            f"{agreement.name}, for {agreement.covers}; from {full_date(agreement.effective_from)} "
            f"to {ends}. {agreement.successor}".rstrip()
            + "\n",
        ]
        if agreement.figures:
            lines += ["| figure | value | clause | source | checked |", "|---|---|---|---|---|"]
            lines += [
                f"| {name.value} | {figure.value} {figure.unit} | {figure.clause} "
                f"| {figure.source} | {figure.checked} |"
                for name, figure in agreement.figures.items()
            ]
            lines.append("")
        if agreement.holidays is not None:
            names = ", ".join(day.name for day in agreement.holidays.days)
            lines += [
                f"Holidays: {names}. {agreement.holidays.clause} ({agreement.holidays.source}, "
                f"checked {agreement.holidays.checked}).\n"
            ]
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    issues_doc.PAGE.write_text(issues_doc.page(), encoding="utf-8")
