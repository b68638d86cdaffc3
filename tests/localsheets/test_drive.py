"""Drive as gspread uses it, and its rougher edges by raw calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gspread
import pytest
import requests
from gspread.exceptions import APIError
from gspread.utils import ExportFormat, ValueRenderOption

import localsheets
from localsheets.access import USER

Json = dict[str, Any]
Send = Callable[..., Json]
FILES = "/drive/v3/files"
FOLDER = "application/vnd.google-apps.folder"
SHEETS = "application/vnd.google-apps.spreadsheet"
BO = "bo@example.com"


@pytest.fixture
def folder(api: Send) -> str:
    """The id of a folder, "Films"."""
    return str(api("POST", FILES, {"name": "Films", "mimeType": FOLDER})["id"])


# -- files, through gspread


def test_a_spreadsheet_is_created_in_a_folder(
    google: gspread.Client, api: Send, folder: str
) -> None:
    made = google.create("Budget", folder_id=folder)
    google.create("Crew")
    assert [file["name"] for file in google.list_spreadsheet_files(folder_id=folder)] == ["Budget"]
    assert google.open("Budget", folder_id=folder).id == made.id
    assert api("GET", f"{FILES}/{made.id}", fields="parents,name") == {
        "name": "Budget",
        "parents": [folder],
    }


def test_files_are_listed_the_newest_first(google: gspread.Client) -> None:
    first = google.create("Budget")
    again = google.create("Budget")
    assert [file["id"] for file in google.list_spreadsheet_files()] == [again.id, first.id]
    assert google.open("Budget").id == again.id
    first.sheet1.update([["changed"]])
    assert google.open("Budget").id == first.id


def test_a_spreadsheet_is_copied(google: gspread.Client, api: Send, folder: str) -> None:
    original = google.create("Budget", folder_id=folder)
    original.sheet1.update([["Account", 1100]], "A1")
    original.sheet1.add_protected_range("A1", BO)
    original.share(BO, perm_type="user", role="writer")
    api("POST", f"{FILES}/{original.id}/comments", {"content": "Over?"}, fields="id")
    copy = google.copy(original.id, copy_permissions=False, copy_comments=False)
    assert copy.title == "Copy of Budget"
    assert copy.id != original.id
    assert copy.sheet1.get("A1:B1") == [["Account", "1100"]]
    assert api("GET", f"{FILES}/{copy.id}", fields="parents") == {"parents": [folder]}
    assert [item["role"] for item in copy.list_permissions()] == ["owner"]
    (protected,) = copy.list_protected_ranges(0)
    assert protected["editors"]["users"] == [USER]
    copy.sheet1.update_acell("A1", "changed")
    assert original.sheet1.acell("A1").value == "Account"


def test_a_copy_with_title_folder_permissions_and_comments(
    google: gspread.Client, api: Send, folder: str
) -> None:
    original = google.create("Budget")
    original.share(BO, perm_type="user", role="reader")
    original.share("studio.example", perm_type="domain", role="reader")
    original.share("", perm_type="anyone", role="reader")
    for text in ("Over?", "Under"):
        api("POST", f"{FILES}/{original.id}/comments", {"content": text}, fields="id")
    copy = google.copy(original.id, "Twin", copy_permissions=True, folder_id=folder)
    assert copy.title == "Twin"
    assert {(p["type"], p["role"]) for p in copy.list_permissions()} == {
        ("user", "owner"),
        ("user", "reader"),
        ("domain", "reader"),
        ("anyone", "reader"),
    }
    comments = api("GET", f"{FILES}/{copy.id}/comments", fields="comments/content")
    assert {comment["content"] for comment in comments["comments"]} == {"Over?", "Under"}
    assert [f["name"] for f in google.list_spreadsheet_files(folder_id=folder)] == ["Twin"]


def test_a_csv_is_imported_in_the_place_of_everything(google: gspread.Client) -> None:
    budget = google.create("Budget")
    budget.add_worksheet("Old", 5, 5)
    google.import_csv(budget.id, 'Account,Spent\n1100,"1,200"\nLength,=LEN(A2)\n"Ana ""A""",é')
    (tab,) = google.open_by_key(budget.id).worksheets()
    assert (tab.title, tab.row_count, tab.col_count) == ("Budget", 1000, 26)
    assert tab.get_all_values() == [
        ["Account", "Spent"],
        ["1100", "1,200"],
        ["Length", "4"],
        ['Ana "A"', "é"],
    ]
    assert tab.get("B2", value_render_option=ValueRenderOption.unformatted) == [[1200]]
    assert budget.title == "Budget"


def test_a_spreadsheet_is_deleted_for_good(google: gspread.Client) -> None:
    made = google.create("Budget")
    google.del_spreadsheet(made.id)
    assert google.list_spreadsheet_files() == []
    with pytest.raises(gspread.SpreadsheetNotFound):
        google.open_by_key(made.id)
    with pytest.raises(APIError):
        google.del_spreadsheet(made.id)


def test_times_move(google: gspread.Client) -> None:
    made = google.create("Budget")
    before = made.get_lastUpdateTime()
    made.sheet1.update_acell("A1", "x")
    made.update_drive_metadata()
    assert made.creationTime <= before < made.get_lastUpdateTime()


# -- sharing, through gspread


def test_sharing_and_its_end(google: gspread.Client) -> None:
    budget = google.create("Budget")
    budget.share(BO, perm_type="user", role="reader")
    budget.share("crew@example.com", perm_type="group", role="writer")
    budget.share(BO, perm_type="user", role="writer")
    listed = budget.list_permissions()
    shared = [(p["emailAddress"], p["type"], p["role"]) for p in listed]
    assert shared == [
        (USER, "user", "owner"),
        (BO, "user", "writer"),
        ("crew@example.com", "group", "writer"),
    ]
    assert budget.remove_permissions(BO, role="reader") == []
    (gone,) = budget.remove_permissions(BO)
    assert gone not in [p["id"] for p in budget.list_permissions()]


def test_ownership_is_offered_and_taken(google: gspread.Client) -> None:
    budget = google.create("Budget")
    made = budget.share(BO, perm_type="user", role="writer").json()
    budget.transfer_ownership(made["id"])
    assert {p["emailAddress"]: p["pendingOwner"] for p in budget.list_permissions()} == {
        USER: False,
        BO: True,
    }
    budget.accept_ownership(made["id"])
    assert {p["emailAddress"]: p["role"] for p in budget.list_permissions()} == {
        USER: "writer",
        BO: "owner",
    }


@pytest.mark.parametrize(
    ("body", "code", "reason"),
    [
        ({"role": "reader"}, 400, "required"),
        ({"type": "user", "emailAddress": BO}, 400, "required"),
        ({"type": "user", "role": "reader"}, 400, "invalid"),
        ({"type": "domain", "role": "reader", "emailAddress": BO}, 400, "invalid"),
        ({"type": "user", "role": "boss", "emailAddress": BO}, 400, "invalid"),
        ({"type": "user", "role": "owner", "emailAddress": BO}, 403, "forbidden"),
    ],
)
def test_a_share_that_makes_no_sense_is_refused(
    batch: Send, api: Send, body: Json, code: int, reason: str
) -> None:
    error = api("POST", f"{FILES}/book/permissions", body)["error"]
    assert (error["code"], error["errors"][0]["reason"]) == (code, reason)
    assert len(api("GET", f"{FILES}/book/permissions")["permissions"]) == 1


def test_the_owner_stays(batch: Send, api: Send) -> None:
    (owner,) = api("GET", f"{FILES}/book/permissions")["permissions"]
    assert owner.keys() == {"id", "type", "kind", "role"}
    path = f"{FILES}/book/permissions/{owner['id']}"
    for error in (api("DELETE", path), api("PATCH", path, {"role": "reader"})):
        assert error["error"]["errors"][0]["reason"] == "cannotRemoveOwner"
    missing = api("GET", f"{FILES}/book/permissions/77")["error"]
    assert missing["message"] == "Permission not found: 77."


# -- files, by raw calls


def test_a_file_is_renamed_starred_and_described(batch: Send, api: Send) -> None:
    body = {
        "name": "Budget",
        "starred": True,
        "description": "Locked",
        "properties": {"film": "Ana", "unit": "2"},
    }
    assert api("PATCH", f"{FILES}/book", body)["name"] == "Budget"
    assert api("GET", "/v4/spreadsheets/book", fields="properties.title") == {
        "properties": {"title": "Budget"}
    }
    api("PATCH", f"{FILES}/book", {"properties": {"unit": None, "day": "3"}})
    fields = "starred,description,properties"
    assert api("GET", f"{FILES}/book", fields=fields) == {
        "starred": True,
        "description": "Locked",
        "properties": {"film": "Ana", "day": "3"},
    }


def test_the_trash(batch: Send, api: Send, folder: str) -> None:
    api("PATCH", f"{FILES}/book", None, addParents=folder, removeParents="root")
    api("PATCH", f"{FILES}/{folder}", {"trashed": True})
    assert api("GET", FILES, q="trashed = false")["files"] == []
    trashed = api("GET", FILES, q="trashed = true", orderBy="folder", fields="files(name)")
    assert trashed["files"] == [{"name": "Films"}, {"name": "book"}]
    assert api("GET", f"{FILES}/book", fields="trashed,explicitlyTrashed") == {
        "trashed": True,
        "explicitlyTrashed": False,
    }
    assert "sheets" in api("GET", "/v4/spreadsheets/book")
    api("PATCH", f"{FILES}/{folder}", {"trashed": False})
    assert len(api("GET", FILES, q="trashed = false")["files"]) == 2
    api("PATCH", f"{FILES}/book", {"trashed": True})
    api("DELETE", f"{FILES}/trash")
    assert [file["name"] for file in api("GET", FILES)["files"]] == ["Films"]


def test_a_folder_goes_with_all_that_is_in_it(batch: Send, api: Send, folder: str) -> None:
    inner = api("POST", FILES, {"name": "In", "mimeType": FOLDER, "parents": [folder]})["id"]
    api("PATCH", f"{FILES}/book", None, addParents=inner)
    api("DELETE", f"{FILES}/{folder}")
    assert api("GET", FILES)["files"] == []


def test_a_folder_is_no_spreadsheet(api: Send, folder: str, server: localsheets.Server) -> None:
    error = api("GET", f"/v4/spreadsheets/{folder}")["error"]
    assert (error["code"], error["status"]) == (400, "INVALID_ARGUMENT")
    assert folder not in server.workbooks.ids()


def test_my_drive(api: Send) -> None:
    root = api("GET", f"{FILES}/root", fields="name,id")
    assert root["name"] == "My Drive"
    made = api("POST", FILES, {"name": "A", "mimeType": SHEETS}, fields="parents")
    assert made == {"parents": [root["id"]]}


def test_pages(api: Send) -> None:
    for number in range(5):
        api("POST", FILES, {"name": f"Week {number}", "mimeType": SHEETS})
    names, token = [], ""
    for _ in range(3):
        more = {"pageToken": token} if token else {}
        page = api("GET", FILES, None, orderBy="name", pageSize="2", **more)
        names.append([file["name"] for file in page["files"]])
        token = page.get("nextPageToken", "")
    assert names == [["Week 0", "Week 1"], ["Week 2", "Week 3"], ["Week 4"]]
    assert token == ""


@pytest.mark.parametrize(
    ("method", "path", "body", "params", "code", "reason", "location"),
    [
        ("GET", f"{FILES}/none", None, {}, 404, "notFound", "fileId"),
        ("GET", FILES, None, {"q": "title = 'a'"}, 400, "invalid", "q"),
        ("GET", FILES, None, {"orderBy": "size"}, 400, "invalid", "orderBy"),
        ("GET", FILES, None, {"pageToken": "x"}, 400, "invalid", "pageToken"),
        ("GET", FILES, None, {"pageSize": "0"}, 400, "invalidParameter", "pageSize"),
        ("GET", FILES, None, {"fields": "files(id,nme)"}, 400, "invalidParameter", "fields"),
        ("GET", f"{FILES}/book", None, {"alt": "media"}, 403, "fileNotDownloadable", "alt"),
        ("GET", f"{FILES}/book/export", None, {}, 400, "required", "mimeType"),
        (
            "GET",
            f"{FILES}/book/export",
            None,
            {"mimeType": "image/png"},
            400,
            "badRequest",
            "convertTo",
        ),
        ("GET", f"{FILES}/book/comments", None, {}, 400, "required", "fields"),
        ("GET", "/drive/v3/about", None, {}, 400, "required", "fields"),
        ("PATCH", f"{FILES}/book", {"parents": ["x"]}, {}, 403, "fieldNotWritable", "parents"),
        ("PATCH", f"{FILES}/book", {"id": "x"}, {}, 403, "fieldNotWritable", "id"),
        ("PATCH", f"{FILES}/book", {"trashed": "yes"}, {}, 400, "invalid", "trashed"),
        (
            "POST",
            FILES,
            {"mimeType": SHEETS, "parents": ["none"]},
            {},
            404,
            "notFound",
            "fileId",
        ),
        ("POST", FILES, {"mimeType": SHEETS, "id": "book"}, {}, 409, "fileIdInUse", "file.id"),
        ("POST", FILES, {"mimeType": "text/plain"}, {}, 501, "notImplemented", None),
        (
            "POST",
            FILES,
            {"mimeType": SHEETS, "parents": ["book"]},
            {},
            403,
            "parentNotAFolder",
            None,
        ),
    ],
)
def test_refusals(
    batch: Send,
    api: Send,
    method: str,
    path: str,
    body: Json | None,
    params: Json,
    code: int,
    reason: str,
    location: str | None,
) -> None:
    error = api(method, path, body, **params)["error"]
    (only,) = error["errors"]
    assert (error["code"], only["reason"], only.get("location")) == (code, reason, location)
    assert only["message"] == error["message"]
    assert len(api("GET", FILES)["files"]) == 1


def test_a_chosen_id(api: Send) -> None:
    (chosen,) = api("GET", f"{FILES}/generateIds", None, count="1")["ids"]
    assert api("POST", FILES, {"name": "A", "mimeType": SHEETS, "id": chosen})["id"] == chosen


def test_who_i_am(api: Send) -> None:
    about = api("GET", "/drive/v3/about", None, fields="user(emailAddress,me),exportFormats")
    assert about["user"] == {"emailAddress": USER, "me": True}
    assert "application/pdf" in about["exportFormats"][SHEETS]
    assert api("GET", "/userinfo/v2/me")["email"] == USER


# -- comments


def test_comments_and_replies(batch: Send, api: Send) -> None:
    path = f"{FILES}/book/comments"
    made = api("POST", path, {"content": "Over <budget>?"}, fields="*")
    assert made["htmlContent"] == "Over &lt;budget&gt;?"
    assert made["author"]["displayName"] == USER
    own = f"{path}/{made['id']}"
    assert api("PATCH", own, {"content": "Over?"}, fields="content") == {"content": "Over?"}
    reply = api("POST", f"{own}/replies", {"content": "No", "action": "resolve"}, fields="id")
    whole = api("GET", own, None, fields="content,resolved,replies(content,action)")
    assert whole == {
        "content": "Over?",
        "resolved": True,
        "replies": [{"content": "No", "action": "resolve"}],
    }
    api("DELETE", f"{own}/replies/{reply['id']}")
    assert api("GET", f"{own}/replies", None, fields="replies") == {"replies": []}
    api("DELETE", own)
    assert api("GET", path, None, fields="comments") == {"comments": []}
    (gone,) = api("GET", path, None, fields="comments", includeDeleted="true")["comments"]
    assert gone["deleted"]
    assert "content" not in gone
    assert api("GET", own, None, fields="id")["error"]["code"] == 404


# -- content out


def test_exports(google: gspread.Client) -> None:
    budget = google.create("Budget")
    budget.sheet1.update([["Account", "a,b"], ["two\nlines", "tab\there"]], "A1")
    assert budget.export(ExportFormat.CSV) == b'Account,"a,b"\r\n"two\nlines",tab\there'
    assert budget.export(ExportFormat.TSV) == b"Account\ta,b\r\ntwo lines\ttab here"
    assert budget.export(ExportFormat.EXCEL).startswith(b"PK")
    with pytest.raises(APIError, match="not made by localsheets"):
        budget.export(ExportFormat.ZIPPED_HTML)


def test_the_link_that_exports(
    google: gspread.Client, server: localsheets.Server, batch: Send
) -> None:
    sheet = google.open_by_key("book")
    sheet.sheet1.update([["a", "b"], ["c", "d"]], "A1")
    other = sheet.add_worksheet("Other", 5, 5)
    other.update([["x"]], "A1")
    link = f"{server.url}/spreadsheets/d/book/export"

    def got(**params: Any) -> requests.Response:
        return requests.get(link, params=params, timeout=10)

    assert got(format="csv").text == "a,b\r\nc,d"
    assert got(format="csv", gid=other.id).text == "x"
    assert got(format="tsv", gid=0, range="B1:B2").text == "b\r\nd"
    named = got(format="xlsx").headers["content-disposition"]
    assert named == 'attachment; filename="book.xlsx"'
    assert got(format="csv", gid=7).status_code == 400
    assert got(format="exe").status_code == 400
