"""`topsheet serve`: the local Sheets server, with a page to look at."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

import localsheets
from flows.errors import TargetError
from flows.ground import import_file
from flows.targets import demand_file

IN_MEMORY = (
    "It holds its spreadsheets in memory: what is written here is gone with it (or give --store)."
)


def serve(file: Path | None, port: int, store: Path | None = None) -> None:
    """Hold a workbook (or none) and serve it until interrupted.

    With a ``store`` what is written is kept in that file, and is there again the next time; a
    workbook that it has from an earlier start is not read again.

    Raises:
        TargetError: the file or the store cannot be opened, or the port is taken.
    """
    if file is not None:
        demand_file(file, str(file))
    try:
        with localsheets.Workbooks(store) as workbooks:
            if file is not None and not (store and workbooks.holds(file)):
                import_file(workbooks, file)
            _run(workbooks, port, f"What is written is kept in {store}." if store else IN_MEMORY)
    except localsheets.StoreError as problem:
        raise TargetError(f"{problem} (--store)") from None


def _run(workbooks: localsheets.Workbooks, port: int, keeping: str) -> None:
    console = Console()

    def announce(server: localsheets.Server) -> None:
        console.print(f"[bold]Local Sheets server[/bold] at {server.url}")
        for spreadsheet_id in workbooks.ids():
            console.print(f"  {spreadsheet_id}: {server.url}/d/{spreadsheet_id}")
        console.print(keeping, highlight=False)
        console.print("Stop it with Ctrl-C.", highlight=False)

    try:
        localsheets.run(workbooks, "127.0.0.1", port, ready=announce)
    except localsheets.ServeError as problem:
        raise TargetError(f"{problem} (--port)") from None
