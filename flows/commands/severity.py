"""`--fail-on SEVERITY`, as `run` and `check` take it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import typer

from model.issue import Issue, Severity

ISSUES_EXIST = 3


def severity_of(text: str | None) -> Severity | None:
    """Understand the option.

    Raises:
        typer.BadParameter: it is no severity (exit code 2).
    """
    if text is None:
        return None
    try:
        return Severity(text.lower())
    except ValueError:
        known = ", ".join(severity.value for severity in Severity)
        raise typer.BadParameter(f"{text!r} is no severity: expected one of {known}") from None


def exit_if_any(issues: Iterable[Issue], threshold: Severity | None) -> None:
    """Leave with 3 where an issue is as grave as asked about, or graver."""
    if threshold and any(issue.severity.rank <= threshold.rank for issue in issues):
        sys.exit(ISSUES_EXIST)
