"""`topsheet serve`: the local Sheets server, with a page to look at."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

import localsheets
from flows.errors import TargetError
from flows.ground import import_file
from flows.targets import demand_file


def serve(file: Path | None, port: int) -> None:
    """Hold a workbook (or none) and serve it until interrupted.

    Raises:
        TargetError: the file cannot be opened, or the port is taken.
    """
    console = Console()
    workbooks = localsheets.Workbooks()
    if file is not None:
        demand_file(file, str(file))
        import_file(workbooks, file)

    def announce(server: localsheets.Server) -> None:
        console.print(f"[bold]Local Sheets server[/bold] at {server.url}")
        for spreadsheet_id in workbooks.ids():
            console.print(f"  {spreadsheet_id}: {server.url}/d/{spreadsheet_id}")
        console.print("It holds its spreadsheets in memory: what is written here is gone with it.")
        console.print("Stop it with Ctrl-C.", highlight=False)

    try:
        localsheets.run(workbooks, "127.0.0.1", port, ready=announce)
    except localsheets.ServeError as problem:
        raise TargetError(f"{problem} (--port)") from None
