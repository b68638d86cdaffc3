"""Drive's search language, on the files

| name          | kind        | in     | starred | modified   | shared with        |
| Budget 2026   | spreadsheet | root   | yes     | 2026-03-01 |                    |
| Crew's list   | spreadsheet | films  | no      | 2026-02-01 | bo (reader)        |
| Films         | folder      | root   | no      | 2026-01-01 | everyone with link |
"""

from __future__ import annotations

from typing import Any

import pytest

from localsheets.access import owned_by, permission
from localsheets.drive import query, resource
from localsheets.drive.listing import ordered
from localsheets.state.book import Book
from localsheets.state.entry import FOLDER, Entry
from localsheets.wire.errors import DriveError

Json = dict[str, Any]
ME, BO = "ana@example.com", "bo@example.com"


def entry(file_id: str, title: str, modified: str, drive: Json, *shared: Json) -> Entry:
    moment = query.moment(modified)
    return Entry(
        Book(file_id, title),
        created=moment,
        modified=moment,
        drive=drive,
        permissions=[*owned_by(ME), *shared],
    )


FOR_BO = permission("user", "reader", BO)
FILES = [
    entry("budget", "Budget 2026", "2026-03-01", {"starred": True, "properties": {"film": "Ana"}}),
    entry(
        "crew",
        "Crew's list",
        "2026-02-01",
        {"parents": ["films"]},
        permission("user", "reader", BO),
    ),
    entry("films", "Films", "2026-01-01", {"mimeType": FOLDER}, permission("anyone", "reader")),
]


def found(text: str, account: str = ME) -> list[str]:
    match = query.parse(text)
    files = [resource.file(each, account) for each in FILES]
    said = "the text of a file, with SAG rates"
    return [file["id"] for file in files if match(query.Found(file, account, lambda: said))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["budget", "crew", "films"]),
        ("name = 'Budget 2026'", ["budget"]),
        ('name = "budget 2026"', ["budget"]),
        ("name != 'Films'", ["budget", "crew"]),
        ("name = 'Crew\\'s list'", ["crew"]),
        ('name = "Crew\'s list"', ["crew"]),
        ("name contains 'bud'", ["budget"]),
        ("name contains '2026'", ["budget"]),
        ("name contains 'udget'", []),
        ("name contains 'crew\\'s l'", ["crew"]),
        ("fullText contains 'sag rates'", ["budget", "crew", "films"]),
        ("fullText contains 'weather'", []),
        ("mimeType='application/vnd.google-apps.folder'", ["films"]),
        ("mimeType != 'application/vnd.google-apps.folder'", ["budget", "crew"]),
        ("mimeType contains 'application/vnd.google-apps.s'", ["budget", "crew"]),
        ("trashed = false", ["budget", "crew", "films"]),
        ("trashed=true", []),
        ("trashed != true", ["budget", "crew", "films"]),
        ("starred = true", ["budget"]),
        ("not starred = true", ["crew", "films"]),
        ("modifiedTime > '2026-01-31T12:00:00'", ["budget", "crew"]),
        ("modifiedTime <= '2026-02-01T01:00:00+01:00'", ["crew", "films"]),
        ("createdTime = '2026-02-01'", ["crew"]),
        ("createdTime < '2026-02-01T00:00:00Z'", ["films"]),
        ("'films' in parents", ["crew"]),
        ("parents in 'films'", ["crew"]),
        ("'root' in parents", ["budget", "films"]),
        ("'me' in owners", ["budget", "crew", "films"]),
        (f"'{BO}' in owners", []),
        (f"'{BO}' in readers", ["crew"]),
        (f"'{BO}' in writers", []),
        (f"'{ME}' in writers and '{BO}' in readers", ["crew"]),
        ("properties has { key='film' and value='Ana' }", ["budget"]),
        ("properties has {key='film' and value='Bo'}", []),
        ("visibility = 'limited'", ["budget", "crew"]),
        ("visibility = 'anyoneWithLink'", ["films"]),
        ("name = 'Films' or starred = true and trashed = true", []),
        ("name = 'Films' or (starred = true and trashed = false)", ["budget", "films"]),
        ("not (name = 'Films' or name = 'Budget 2026')", ["crew"]),
        ("sharedWithMe", []),
    ],
)
def test_what_a_query_finds(text: str, ids: list[str]) -> None:
    assert found(text) == ids


def test_what_others_share_with_me() -> None:
    assert found("sharedWithMe", BO) == ["crew"]
    assert found("sharedWithMe = true and 'me' in readers", BO) == ["crew"]
    assert found("sharedWithMe = false", BO) == ["budget", "films"]


@pytest.mark.parametrize(
    "text",
    [
        "name",
        "name =",
        "name = Budget",
        "name = 'Budget",
        "name like 'Budget'",
        "title = 'Budget'",
        "name = 'a' and",
        "name = 'a' name = 'b'",
        "(name = 'a'",
        "name = 'a')",
        "trashed",
        "trashed = 'false'",
        "trashed > false",
        "modifiedTime > 'yesterday'",
        "modifiedTime contains '2026'",
        "'a' in names",
        "properties has { key='a' }",
        "id = 'budget'",
        "fullText = 'a'",
        "not",
        "#",
    ],
)
def test_what_is_no_query_is_refused(text: str) -> None:
    with pytest.raises(DriveError) as refused:
        query.parse(text)
    (error,) = refused.value.body()["error"]["errors"]
    assert (error["message"], error["location"]) == ("Invalid Value", "q")


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("", ["budget", "crew", "films"]),
        ("name", ["budget", "crew", "films"]),
        ("name desc", ["films", "crew", "budget"]),
        ("modifiedTime", ["films", "crew", "budget"]),
        ("createdTime desc", ["budget", "crew", "films"]),
        ("folder,name", ["films", "budget", "crew"]),
        ("starred,modifiedTime", ["budget", "films", "crew"]),
    ],
)
def test_the_order_of_a_list(order: str, ids: list[str]) -> None:
    files = [resource.file(each, ME) for each in FILES]
    assert [file["id"] for file in ordered(files, order)] == ids


def test_numbers_within_names_count_as_numbers() -> None:
    files = [{"name": f"Week {number}"} for number in (10, 9, 1)]
    assert [file["name"] for file in ordered(files, "name_natural")] == [
        "Week 1",
        "Week 9",
        "Week 10",
    ]


@pytest.mark.parametrize("order", ["size", "name asc", "name desc more"])
def test_an_order_that_drive_has_not_is_refused(order: str) -> None:
    with pytest.raises(DriveError, match="Invalid Value"):
        ordered([{"name": "a"}], order)
