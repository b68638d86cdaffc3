"""`topsheet rules [CODE]`: the rules and their documentation."""

from __future__ import annotations

import difflib

import typer
from rich.console import Console
from rich.table import Table as Lines

from transforms import rules as catalogue


def rules(code: str | None) -> None:
    """List the rules, or print one rule's documentation.

    Raises:
        typer.BadParameter: there is no such rule (exit code 2).
    """
    console = Console()
    known = catalogue.rules()
    if code is None:
        lines = Lines("Rule", "What it finds", "From", box=None, header_style="bold")
        for name, rule in sorted(known.items()):
            lines.add_row(name, rule.title, ", ".join(rule.on))
        console.print(lines)
        console.print("\nA rule's documentation: topsheet rules RULE")
        return
    if code not in known:
        near = difflib.get_close_matches(code, known, 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise typer.BadParameter(f"there is no rule {code!r}.{meant} `topsheet rules` lists them.")
    console.print(f"[bold]{code}[/bold]", highlight=False)
    console.print(known[code].documentation, markup=False, highlight=False)
