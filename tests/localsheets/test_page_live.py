"""Open pages hear of writes, and hold up nothing."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator

import pytest
import requests

import localsheets
from localsheets.page.live import Live


@pytest.fixture
def workbooks() -> localsheets.Workbooks:
    made = localsheets.Workbooks()
    made.create("book")
    made.create("other")
    return made


@pytest.fixture
def running(workbooks: localsheets.Workbooks) -> Iterator[localsheets.Server]:
    with localsheets.serving(workbooks) as server:
        yield server


def listen(url: str) -> Iterator[str]:
    """What a page hears, event by event; the first one says that it is connected."""
    with requests.get(f"{url}/page/changes", stream=True, timeout=10) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        for line in answer.iter_lines(chunk_size=1, decode_unicode=True):
            if line:
                yield line


def write(url: str, spreadsheet_id: str, value: str) -> None:
    address = f"{url}/v4/spreadsheets/{spreadsheet_id}/values/A1?valueInputOption=RAW"
    assert requests.put(address, json={"values": [[value]]}, timeout=10).ok


def test_a_page_is_told_which_spreadsheet_changed(running: localsheets.Server) -> None:
    heard = listen(running.url)
    assert next(heard).startswith("retry:")
    write(running.url, "other", "x")
    assert next(heard) == 'data: "other"'
    write(running.url, "book", "y")
    assert next(heard) == 'data: "book"'


def test_a_refused_write_is_no_change(running: localsheets.Server) -> None:
    heard = listen(running.url)
    next(heard)
    refused = {"requests": [{"deleteSheet": {"sheetId": 99}}]}
    address = f"{running.url}/v4/spreadsheets/book:batchUpdate"
    assert requests.post(address, json=refused, timeout=10).status_code == 400
    write(running.url, "other", "x")
    assert next(heard) == 'data: "other"'


def test_the_server_ends_with_pages_open(workbooks: localsheets.Workbooks) -> None:
    ended = []

    def page(url: str) -> None:
        ended.extend(listen(url))

    with localsheets.serving(workbooks) as server:
        pages = [threading.Thread(target=page, args=(server.url,)) for _ in range(30)]
        for each in pages:
            each.start()
        while len(ended) < len(pages):
            time.sleep(0.01)
        write(server.url, "book", "still answered")
    for each in pages:
        each.join(5)
    assert not any(each.is_alive() for each in pages)


def test_a_page_that_goes_is_forgotten(workbooks: localsheets.Workbooks) -> None:
    async def come_and_go() -> tuple[int, int]:
        live = Live(workbooks)
        stream = live.stream(lambda _: True)
        await anext(stream)
        during = len(live)
        await stream.aclose()  # type: ignore[attr-defined]
        return during, len(live)

    assert asyncio.run(come_and_go()) == (1, 0)


def test_nothing_is_heard_of_what_one_may_not_read(workbooks: localsheets.Workbooks) -> None:
    async def hear() -> str:
        stream = Live(workbooks).stream(lambda spreadsheet_id: spreadsheet_id == "book")
        await anext(stream)
        workbooks.change("other", lambda _: None)
        workbooks.change("book", lambda _: None)
        return await anext(stream)

    assert asyncio.run(hear()) == 'data: "book"\n\n'
