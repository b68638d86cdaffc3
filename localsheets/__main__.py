"""``python -m localsheets``: serve workbooks until Ctrl-C or SIGTERM.

Prints one line, the server's address, once clients may call. Exit codes: 0 ended, 1 could not
start (why stands on standard error), 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from pathlib import Path

from localsheets.accounts import load
from localsheets.errors import ServeError, WorkbookError
from localsheets.faults import Fault, Quota
from localsheets.faults.fault import KINDS, read
from localsheets.keys import service_account_key
from localsheets.log import Logged
from localsheets.serve import run
from localsheets.server import Server
from localsheets.workbooks import Workbooks


def parser() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    made = argparse.ArgumentParser(
        prog="python -m localsheets",
        description="Serve .xlsx files as Google Sheets would: API, Drive's files, and a page.",
    )
    add = made.add_argument
    add("files", nargs="*", type=Path, metavar="FILE.xlsx", help="served; never changed")
    add("--host", default="127.0.0.1", help="where to listen (%(default)s)")
    add("--port", type=int, default=8484, help="%(default)s; 0 picks a free one")
    bearer = "bearer token of whoever owns everything (or LOCALSHEETS_TOKEN in the environment)"
    add("--token", default=os.environ.get("LOCALSHEETS_TOKEN"), help=bearer)
    add("--accounts", type=Path, metavar="FILE", help="accounts, .toml or .json")
    add("--store", type=Path, metavar="FILE", help="keep spreadsheets there, not in memory alone")
    add("--quota", action="store_true", help="count calls as Google does")
    fault = f"{', '.join(KINDS)}; with more: slow,seconds=0.15"
    add("--fault", type=_fault, action="append", default=[], metavar="KIND", help=fault)
    add("--key", type=Path, metavar="FILE", help="write a service account's key file")
    add("--log", action="store_true", help="a line for each call, on standard error")
    add("--quiet", action="store_true", help="no warnings of what cannot be computed")
    return made


def _fault(text: str) -> Fault:
    kind, *more = text.split(",")
    given: dict[str, object] = {"kind": kind}
    for part in more:
        name, _, value = part.partition("=")
        try:
            given[name] = json.loads(value)
        except ValueError:
            given[name] = value
    try:
        return read(given)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def main(arguments: list[str] | None = None) -> int:
    """Serve as the command line says; answers the exit code."""
    wanted = parser().parse_args(arguments)
    if not wanted.quiet:
        logging.basicConfig(format="%(message)s", level=logging.WARNING)
    try:
        with Workbooks(wanted.store) as workbooks:
            _take_in(workbooks, wanted.files, kept=wanted.store is not None)
            _serve(workbooks, wanted)
    except KeyboardInterrupt:
        return 0
    except (ServeError, WorkbookError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _take_in(workbooks: Workbooks, files: list[Path], *, kept: bool) -> None:
    """Read the files; one that the store has from an earlier start is not read again."""
    for file in files:
        if not (kept and workbooks.holds(file)):
            workbooks.import_xlsx(file)


def _serve(workbooks: Workbooks, wanted: argparse.Namespace) -> None:
    def ready(server: Server) -> None:
        for fault in wanted.fault:
            server.faults.put(fault)
        if wanted.log:
            server.requests.heard = _tell
        if wanted.key is not None:
            _write_key(server, wanted.key)
        print(server.url, flush=True)

    run(
        workbooks,
        wanted.host,
        wanted.port,
        wanted.token,
        ready,
        accounts=None if wanted.accounts is None else load(wanted.accounts),
        quota=Quota() if wanted.quota else None,
    )


def _write_key(server: Server, path: Path) -> None:
    try:
        service_account_key(server, path)
    except OSError as error:
        raise ServeError(f"Cannot write {path}: {error.strerror or error}.") from error


def _tell(call: Logged) -> None:
    fault = f" ({call.fault})" if call.fault else ""
    status = call.status or "cut"
    text = f"{call.method} {call.path} {status}{fault} {call.seconds * 1000:.0f} ms"
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
