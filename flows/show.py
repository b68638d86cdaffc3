"""What a run found, for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from rich.console import Console
from rich.table import Table as Lines
from rich.text import Text

from model.issue import Issue, Severity, Topic
from model.production import Production, Sign
from reports.words import listed, severities
from transforms.how_to_add import NAME_IT
from transforms.results import NotChecked, Results, by_need

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
TOPICS = {Topic.DATA: "Data issues", Topic.CONFLICT: "Conflicts", Topic.MONEY: "Money"}
NEEDS = 6
"""How many of the things that unchecked rules would need are named in one sentence."""
WHERE = 28
"""The widest that the place of an issue may be before it is folded."""


def show_money(console: Console, production: Production, results: Results) -> None:
    """Show budget, EFC and variance in one line each."""
    report = results.cost_report
    if report is None:
        console.print("No budget was found, so there is no cost report.")
        return
    over_positive = production.sign is Sign.OVER_IS_POSITIVE
    variance = -report.grand.variance if over_positive else report.grand.variance
    lines = Lines(box=None, show_header=False, pad_edge=False)
    lines.add_column()
    lines.add_column(justify="right")
    lines.add_row("Revised budget", money(report.grand.revised, production.currency))
    lines.add_row("Estimated final cost", money(report.grand.efc, production.currency))
    over = report.grand.variance < 0
    lines.add_row(
        f"Variance {production.sign.value}",
        Text(money(variance, production.currency), style="bold red" if over else "bold"),
    )
    if report.rows_not_totalled:
        rows = len(report.rows_not_totalled)
        lines.add_row(Text(f"{rows} row(s) could not be read and are not totalled", style="red"))
    console.print(lines)


def money(amount: Decimal, currency: str) -> str:
    """Write whole units as the report does: parentheses for a negative, a dash for zero."""
    whole = f"{abs(amount):,.0f}"
    shown = f"({whole})" if amount < 0 else whole
    return f"{currency} {'-' if whole == '0' else shown}"


def show_counts(console: Console, issues: Iterable[Issue]) -> None:
    """Count issues by topic and severity."""
    counts = Counter((issue.topic, issue.severity) for issue in issues)
    severities = list(Severity)
    lines = Lines(
        "", *(severity.value.capitalize() for severity in severities), box=None, header_style="bold"
    )
    for topic, name in TOPICS.items():
        cells = [counts[topic, severity] for severity in severities]
        styled = [
            Text(str(count) if count else "-", style=COLOURS[severity] if count else "dim")
            for count, severity in zip(cells, severities, strict=True)
        ]
        lines.add_row(name, *styled)
    console.print(lines)


def show_issues(
    console: Console, name: str, issues: Sequence[Issue], most: int | None = None
) -> None:
    """List the issues of one topic in their order: where, what, what to do.

    Past ``most`` of them the others are only counted. Nothing where there are none.
    """
    if not issues:
        return
    several = len({issue.at.book for issue in issues}) > 1
    console.print(Text.assemble((name, "bold"), f": {severities(issues)}"), highlight=False)
    lines = Lines.grid(padding=(0, 2, 0, 0))
    lines.add_column(no_wrap=True)
    lines.add_column(overflow="fold", max_width=WHERE)
    lines.add_column()
    for issue in issues[:most]:
        what = Text(sentence(issue.message))
        if issue.suggestion:
            what.append(f" {sentence(issue.suggestion)}")
        what.append(f" [{issue.code}]", style="dim")
        colour = COLOURS[issue.severity]
        where = f"{issue.at.book}: {issue.at}" if several else str(issue.at)
        lines.add_row(Text(issue.severity.value, style=colour), Text(where), what)
    console.print(lines)
    rest = issues[most:] if most is not None else ()
    if rest:
        console.print(Text(f"... and {severities(rest)} more: --all lists them.", style="dim"))
    console.print()


def sentence(text: str) -> str:
    """End a sentence with a full stop, where it has no end."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def show_not_checked(
    console: Console, missing: Sequence[NotChecked], *, named: bool = False
) -> None:
    """Say how many rules could not run and for want of what; ``named``, which, and what to do."""
    if not missing:
        return
    rules = f"{len(missing)} rule{'' if len(missing) == 1 else 's'}"
    groups = by_need(missing)
    if named:
        console.print(Text.assemble(("Not checked", "bold"), f" ({rules})"))
        for need, names in groups.items():
            console.print(Text(f"  For want of {need.what}: {', '.join(names)}"))
            if need.how:
                console.print(Text(f"    {sentence(need.how[:1].upper() + need.how[1:])}"))
        console.print(Text(f"  {NAME_IT}"))
        return
    said = listed([need.what for need in groups], most=NEEDS, comma="; ")
    text = f": {rules} could not run everywhere, for want of {said}."
    console.print(Text.assemble(("Not checked", "bold"), text))
