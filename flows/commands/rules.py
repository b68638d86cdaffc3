"""`topsheet rules [CODE]`: rules, what reading checks, agreements; and what each says."""

from __future__ import annotations

import difflib

import typer
from rich.console import Console
from rich.table import Table as Lines

from schemas import ISSUES
from transforms import agreements
from transforms.manual import agreements_doc
from transforms.rules import rules as catalogue


def rules(code: str | None) -> None:
    """List every check and agreement, or print what one says.

    Raises:
        typer.BadParameter: there is no such check or agreement (exit code 2).
    """
    known = catalogue()
    if code is None:
        _list(Console())
    elif code in known:
        print(f"{code} ({known[code].severity}; needs {', '.join(known[code].on)})\n")
        print(known[code].documentation)
    elif code in ISSUES:
        severity, meaning = ISSUES[code]
        print(f"{code} ({severity}; found while reading)\n\n{meaning}")
    elif code in agreements.known():
        print(f"{code}\n")
        print("\n".join(agreements_doc.in_words(agreements.load(code))))
    else:
        near = difflib.get_close_matches(code, [*known, *ISSUES, *agreements.known()], 1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise typer.BadParameter(f"there is no rule {code!r}.{meant} `topsheet rules` lists them.")


def _list(console: Console) -> None:
    lines = Lines("Rule", "What it finds", "Needs", box=None, header_style="bold")
    for code, rule in sorted(catalogue().items()):
        lines.add_row(code, rule.title, ", ".join(rule.on))
    console.print(lines)
    reading = Lines("While reading", "What it means", box=None, header_style="bold")
    for code, (_severity, meaning) in sorted(ISSUES.items()):
        if code not in catalogue():
            reading.add_row(code, meaning)
    console.print()
    console.print(reading)
    agreed = Lines("Agreement", "What it is", "Holds", box=None, header_style="bold")
    for each in map(agreements.load, agreements.known()):
        agreed.add_row(each.id, each.name, agreements_doc.term(each))
    console.print()
    console.print(agreed)
    console.print("\nOne rule's or agreement's documentation: topsheet rules NAME")
