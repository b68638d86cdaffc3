"""Addresses as people paste them."""

from __future__ import annotations

import pytest

import sheets

ID = "1SJ0vcFodHxZBuOHPaBUke9uXAgMgVBL873OHLPF_1xE"


@pytest.mark.parametrize(
    "target",
    [
        ID,
        f"  {ID}\n",
        f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0",
        f"https://docs.google.com/spreadsheets/d/{ID}",
        f"https://docs.google.com/spreadsheets/u/1/d/{ID}/edit?usp=sharing",
        f"docs.google.com/spreadsheets/d/{ID}/edit",
        f"http://127.0.0.1:8484/d/{ID}",
        f"http://127.0.0.1:8484/d/{ID}#gid=5",
    ],
)
def test_an_id_is_found(target: str) -> None:
    assert sheets.spreadsheet_id(target) == ID


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "expected an address"),
        ("my budget", "is no spreadsheet id"),
        ("https://docs.google.com/document/", "is no spreadsheet's address"),
        ("https://example.com/budget.xlsx", "is no spreadsheet's address"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX-1v/pubhtml", "published to the web"),
    ],
)
def test_what_is_no_address_is_said(target: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        sheets.spreadsheet_id(target)


def test_where_a_person_opens_it() -> None:
    client = sheets.connect("http://127.0.0.1:8484/")

    assert sheets.address_of(client, "budget") == "http://127.0.0.1:8484/d/budget"
    assert sheets.spreadsheet_id(sheets.address_of(client, "budget")) == "budget"
