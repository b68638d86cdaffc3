"""Pages that are open hear of changes: server-sent events, one stream a browser."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable

from localsheets.workbooks import Workbooks

HEARTBEAT = 15.0
"""Seconds after which a quiet stream says that it lives; a dead connection shows then."""
GATHER = 0.05
"""Seconds in which changes become one message."""


class Listener:
    """One open stream: the ids of spreadsheets that changed and were not told yet."""

    def __init__(self, may_read: Callable[[str], bool]) -> None:
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self._ids: set[str] = set()
        self._may_read = may_read
        self.closed = False

    def tell(self, spreadsheet_id: str | None) -> None:
        """Take up a change, or (``None``) the end; from any thread."""
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody is left to hear it
            self._loop.call_soon_threadsafe(self._take, spreadsheet_id)

    def _take(self, spreadsheet_id: str | None) -> None:
        if spreadsheet_id is None:
            self.closed = True
        else:
            self._ids.add(spreadsheet_id)
        self._news.set()

    async def message(self) -> str:
        """The next message, in the form of server-sent events."""
        try:
            await asyncio.wait_for(self._news.wait(), HEARTBEAT)
        except TimeoutError:
            return ": still here\n\n"
        if not self.closed:
            await asyncio.sleep(GATHER)
        self._news.clear()
        ids, self._ids = self._ids, set()
        return "".join(f"data: {json.dumps(one)}\n\n" for one in sorted(ids) if self._may_read(one))


class Live:
    """Every open stream of a server."""

    def __init__(self, workbooks: Workbooks) -> None:
        self._listeners: set[Listener] = set()
        self._stop_watching = workbooks.watch(self._heard)

    def __len__(self) -> int:
        return len(self._listeners)

    def _heard(self, spreadsheet_id: str) -> None:
        for listener in tuple(self._listeners):
            listener.tell(spreadsheet_id)

    def close(self) -> None:
        """End every stream, so that the server can end."""
        self._stop_watching()
        for listener in tuple(self._listeners):
            listener.tell(None)

    async def stream(self, may_read: Callable[[str], bool]) -> AsyncIterator[str]:
        """Ids of changed spreadsheets, one an event, until the page or the server goes."""
        listener = Listener(may_read)
        self._listeners.add(listener)
        try:
            yield "retry: 1500\n\n"
            while not listener.closed:
                yield await listener.message()
        finally:
            self._listeners.discard(listener)
