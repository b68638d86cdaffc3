"""From what a person pastes to a spreadsheet's id."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from sheets.client import Client
from sheets.transport import GOOGLE

_IN_PATH = re.compile(r"/d/([A-Za-z0-9_-]+)(?:/|$)")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_PUBLISHED = re.compile(r"/d/e/")


def spreadsheet_id(target: str) -> str:
    """Find the id in a spreadsheet's address, or take a bare id as it is.

    Addresses look like ``https://docs.google.com/spreadsheets/d/ID/edit#gid=0``; the local
    server's page (``http://127.0.0.1:8000/d/ID``) is read alike.

    Raises:
        ValueError: there is no id in ``target``.
    """
    text = target.strip()
    if "/" not in text:
        if _BARE.fullmatch(text):
            return text
        raise ValueError(f"{target!r} is no spreadsheet id: {_WANTED}")
    path = urlsplit(text if "://" in text else f"https://{text}").path
    if _PUBLISHED.search(path):
        raise ValueError(
            f"{target!r} is a page published to the web, which has no spreadsheet id: open the "
            f"spreadsheet itself and copy its address ({_WANTED})"
        )
    found = _IN_PATH.search(path)
    if found is None:
        raise ValueError(f"{target!r} is no spreadsheet's address: {_WANTED}")
    return found[1]


def address_of(client: Client, spreadsheet_id: str) -> str:
    """Where a person opens a spreadsheet: at Google, or on a local server's page."""
    name = quote(spreadsheet_id, safe="")
    if client.server == GOOGLE:
        return f"https://docs.google.com/spreadsheets/d/{name}/edit"
    return f"{client.server}/d/{name}"


_WANTED = (
    "expected an address such as https://docs.google.com/spreadsheets/d/ID/edit, or the ID alone"
)
