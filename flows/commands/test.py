"""`topsheet test`: the project's own checks, as its continuous integration runs them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).parents[2]
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = {
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "format": ("-m", "ruff", "format", "--check", "--quiet", "."),
    "types": ("-m", "mypy", "--no-error-summary"),
    "imports": ("-c", LINT_IMPORTS),
}
# A file stays on one core: its fixtures (a server, the demo whole) are made once.
ON_EVERY_CORE = ("-n", "auto", "--dist", "loadfile")


def test(arguments: Sequence[str]) -> None:
    """Run the checks, then the tests: the fast ones, or the slow ones with ``--slow``.

    Any other argument goes to pytest, and then only the tests run.
    """
    console = Console()
    slow = "--slow" in arguments
    rest = [argument for argument in arguments if argument != "--slow"]
    checks = {} if slow or rest else CHECKS
    failed = [name for name, command in checks.items() if not _passes(console, name, command)]
    marked = ["-m", "slow" if slow else "not slow"] if slow or not rest else []
    spread = [] if rest else ON_EVERY_CORE
    tests = _python("-m", "pytest", "-q", *marked, *spread, *rest).returncode
    if failed:
        console.print(f"[red]Failed:[/red] {', '.join(failed)}")
    sys.exit(tests or (1 if failed else 0))


def _passes(console: Console, name: str, command: Sequence[str]) -> bool:
    """Run one check; what it says is shown only where it fails."""
    done = _python(*command, capture=True)
    console.print(f"{name:8} {'ok' if done.returncode == 0 else '[red]failed[/red]'}")
    if done.returncode:
        console.print(done.stdout + done.stderr, markup=False, highlight=False)
    return done.returncode == 0


def _python(*arguments: str, capture: bool = False) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False, text=True, capture_output=capture)  # noqa: S603
