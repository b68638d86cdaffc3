"""`topsheet demo`: a made-up production, end to end, with no account and no network."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from flows.commands.run import run_shown

ROOT = Path(__file__).parents[2]


def demo(output: Path | None) -> None:
    """Run the demo production's settings against the local server and say where to look."""
    console = Console()
    settings = ROOT / "examples" / "productions" / "saltglass-week-3.toml"
    outcome = run_shown(console, str(settings), output or Path.cwd() / "demo.topsheet.xlsx", None)
    copy = outcome.written[0].file
    console.print(f"\nLook at it:  ./topsheet serve {copy}", highlight=False, soft_wrap=True)
