"""Several users: who may do what, over real HTTP, with gspread where it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gspread
import pytest
import requests
from google.oauth2.credentials import Credentials
from gspread.exceptions import APIError, SpreadsheetNotFound
from gspread.http_client import HTTPClient

import localsheets
from localsheets.access import USER
from localsheets.accounts import load

Json = dict[str, Any]
Client = Callable[[str], gspread.Client]

PEOPLE = {"ana": "owner", "wim": "writer", "kim": "commenter", "ron": "reader", "ned": "none"}
"""Name (which is the token, too) -> role on the spreadsheet "budget"."""


def address(name: str) -> str:
    return f"{name}@example.org"


@pytest.fixture
def server() -> Iterator[localsheets.Server]:
    """A server with accounts, whose spreadsheet "budget" each has another role on."""
    accounts = localsheets.Accounts()
    for name, role in PEOPLE.items():
        accounts.add(address(name), name, {"budget": role})
    workbooks = localsheets.Workbooks()
    workbooks.create("Budget")
    with localsheets.serving(workbooks, accounts=accounts) as running:
        yield running


@pytest.fixture
def client(server: localsheets.Server) -> Client:
    """gspread in somebody's name."""

    class Local(HTTPClient):
        def request(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> Any:
            for google in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
                endpoint = endpoint.replace(google, server.url)
            return super().request(method, endpoint, *args, **kwargs)

    return lambda name: gspread.Client(Credentials(token=name), http_client=Local)  # type: ignore[no-untyped-call]


@pytest.fixture
def call(server: localsheets.Server) -> Callable[..., tuple[int, Json]]:
    """``call("ana", "GET", path, body)``: (status, JSON)."""

    def send(name: str, method: str, path: str, body: Any = None) -> tuple[int, Json]:
        bearer = {"Authorization": f"Bearer {name}"} if name else {}
        answer = requests.request(method, server.url + path, json=body, headers=bearer, timeout=5)
        return answer.status_code, answer.json() if answer.content else {}

    return send


BOOK = "/v4/spreadsheets/budget"
FILTERS = {"dataFilters": [{"a1Range": "A1"}]}
VALUES = {"valueInputOption": "RAW", "data": []}
READS = [
    ("GET", BOOK, None),
    ("POST", f"{BOOK}:getByDataFilter", FILTERS),
    ("GET", f"{BOOK}/values/A1", None),
    ("GET", f"{BOOK}/values:batchGet?ranges=A1", None),
    ("POST", f"{BOOK}/values:batchGetByDataFilter", FILTERS),
    ("POST", f"{BOOK}/developerMetadata:search", FILTERS),
]
WRITES = [
    ("POST", f"{BOOK}:batchUpdate", {"requests": [{"addSheet": {}}]}),
    ("PUT", f"{BOOK}/values/A1?valueInputOption=RAW", {"values": [[1]]}),
    ("POST", f"{BOOK}/values/A1:append?valueInputOption=RAW", {"values": [[1]]}),
    ("POST", f"{BOOK}/values/A1:clear", {}),
    ("POST", f"{BOOK}/values:batchUpdate", VALUES),
    ("POST", f"{BOOK}/values:batchClear", {"ranges": ["A1"]}),
    ("POST", f"{BOOK}/values:batchUpdateByDataFilter", VALUES),
    ("POST", f"{BOOK}/values:batchClearByDataFilter", FILTERS),
    ("POST", f"{BOOK}/sheets/0:copyTo", {"destinationSpreadsheetId": "budget"}),
]
NOT_ALLOWED = {
    "error": {
        "code": 403,
        "message": "The caller does not have permission",
        "status": "PERMISSION_DENIED",
    }
}


@pytest.mark.parametrize(("method", "path", "body"), READS)
def test_readers_read(
    call: Callable[..., tuple[int, Json]], method: str, path: str, body: Any
) -> None:
    for name, role in PEOPLE.items():
        status, found = call(name, method, path, body)
        if role == "none":
            assert (status, found) == (403, NOT_ALLOWED)
        else:
            assert status == 200, (name, found)


@pytest.mark.parametrize(("method", "path", "body"), WRITES)
def test_writers_write(
    call: Callable[..., tuple[int, Json]], method: str, path: str, body: Any
) -> None:
    for name, role in PEOPLE.items():
        status, found = call(name, method, path, body)
        if role in ("owner", "writer"):
            assert status == 200, (name, found)
        else:
            assert (status, found) == (403, NOT_ALLOWED)


def test_what_does_not_exist_is_not_found(call: Callable[..., tuple[int, Json]]) -> None:
    status, found = call("ned", "GET", "/v4/spreadsheets/nothing")
    assert (status, found["error"]["message"]) == (404, "Requested entity was not found.")


@pytest.mark.parametrize("name", ["", "stranger"])
def test_a_stranger_is_not_let_in(call: Callable[..., tuple[int, Json]], name: str) -> None:
    for method, path, body in [*READS, *WRITES, ("GET", "/drive/v3/files", None)]:
        status, found = call(name, method, path, body)
        assert (status, found["error"]["code"]) == (401, 401)
        assert found["error"]["message"].startswith("Request had invalid authentication")


def test_the_token_may_stand_in_the_address(call: Callable[..., tuple[int, Json]]) -> None:
    assert call("", "GET", f"{BOOK}?access_token=ron")[0] == 200
    assert call("", "GET", f"{BOOK}?access_token=stranger")[0] == 401


def test_an_expired_token_is_refused(
    server: localsheets.Server, call: Callable[..., tuple[int, Json]]
) -> None:
    token = server.accounts.issue(address("ron"))
    assert call(token, "GET", BOOK)[0] == 200
    server.accounts.revoke(token)
    assert call(token, "GET", BOOK)[0] == 401


def test_copying_a_tab_needs_a_role_on_both(
    server: localsheets.Server, call: Callable[..., tuple[int, Json]]
) -> None:
    server.workbooks.create("Other")
    server.share("other", address("ron"), "writer")
    copy = ("POST", f"{BOOK}/sheets/0:copyTo", {"destinationSpreadsheetId": "other"})
    assert call("ron", *copy)[0] == 200, "reads one, writes the other"
    assert call("wim", *copy)[0] == 403
    assert call("ned", *copy)[0] == 403


def test_the_log_says_who(server: localsheets.Server, client: Client) -> None:
    client("ron").open_by_key("budget")
    assert server.requests[-1].account == "ron@example.org"


def test_each_user_has_a_quota(
    server: localsheets.Server, call: Callable[..., tuple[int, Json]]
) -> None:
    server.quota = localsheets.Quota(user_reads=1)
    assert [call(name, "GET", BOOK)[0] for name in ("ana", "ana", "ron", "ana")] == [
        200,
        429,
        200,
        429,
    ]


def test_a_fault_may_be_for_one_account(
    server: localsheets.Server, call: Callable[..., tuple[int, Json]]
) -> None:
    server.faults.add("503", account="ron@*")
    assert [call(name, "GET", BOOK)[0] for name in ("ana", "ron")] == [200, 503]


# -- making and sharing


def test_whoever_makes_a_spreadsheet_owns_it(client: Client) -> None:
    made = client("ned").create("Crew")
    made.sheet1.update([["mine"]], "A1")
    with pytest.raises(PermissionError):
        client("ana").open_by_key(made.id)
    assert [one["name"] for one in client("ned").list_spreadsheet_files()] == ["Crew"]
    with pytest.raises(SpreadsheetNotFound):
        client("ana").open("Crew")


def test_sharing_lets_others_in_and_out(client: Client) -> None:
    made = client("ana").create("Crew")
    made.share(address("ron"), perm_type="user", role="reader", notify=False)
    theirs = client("ron").open("Crew")
    assert theirs.sheet1.get_all_values() == [[]]
    with pytest.raises(APIError, match="The caller does not have permission"):
        theirs.sheet1.update([["no"]], "A1")
    made.share(address("ron"), perm_type="user", role="writer", notify=False)
    theirs.sheet1.update([["yes"]], "A1")
    made.remove_permissions(address("ron"), role="any")
    with pytest.raises(PermissionError):
        client("ron").open_by_key(made.id)


def test_anyone_may_read_what_is_shared_with_anyone(client: Client) -> None:
    made = client("ana").create("Crew")
    made.share(None, perm_type="anyone", role="reader")
    assert client("ned").open_by_key(made.id).title == "Crew"


def test_a_spreadsheet_made_with_the_sheets_api_is_its_makers(
    call: Callable[..., tuple[int, Json]],
) -> None:
    status, made = call("ned", "POST", "/v4/spreadsheets", {"properties": {"title": "Crew"}})
    assert status == 200
    path = f"/v4/spreadsheets/{made['spreadsheetId']}"
    assert call("ned", "GET", path)[0] == 200
    assert call("ana", "GET", path) == (403, NOT_ALLOWED)


# -- protected ranges


@pytest.fixture
def protected(client: Client) -> gspread.Worksheet:
    """The tab of "budget" as its owner sees it; B2:C3 is wim's not to edit."""
    sheet = client("ana").open_by_key("budget").sheet1
    rows = [[f"{column}{row}" for column in "ABCD"] for row in range(1, 6)]
    sheet.update(rows, "A1")
    sheet.add_protected_range("B2:C3", editor_users_emails=[])
    return sheet


@pytest.fixture
def wims(client: Client, protected: gspread.Worksheet) -> gspread.Worksheet:
    """The same tab as the writer wim sees it."""
    assert protected.id == 0
    return client("wim").open_by_key("budget").sheet1


CLOSED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner"
    " to remove protection if you need to edit."
)
AT = {"sheetId": 0}
B2 = {**AT, "startRowIndex": 1, "endRowIndex": 2, "startColumnIndex": 1, "endColumnIndex": 2}
A1 = {**AT, "startRowIndex": 0, "endRowIndex": 1, "startColumnIndex": 0, "endColumnIndex": 1}
E9 = {**AT, "startRowIndex": 8, "endRowIndex": 9, "startColumnIndex": 4, "endColumnIndex": 5}
BOLD = {"userEnteredFormat": {"textFormat": {"bold": True}}}


def rows(start: int, end: int) -> Json:
    return {**AT, "dimension": "ROWS", "startIndex": start, "endIndex": end}


def test_owner_and_editors_edit_what_is_protected(
    client: Client, protected: gspread.Worksheet
) -> None:
    protected.update([["x"]], "B2")
    protected.add_protected_range("D1:D5", editor_users_emails=[address("wim")])
    client("wim").open_by_key("budget").sheet1.update([["x"]], "D2")


@pytest.mark.parametrize(
    "request_",
    [
        {"updateCells": {"range": B2, "rows": [{"values": [{}]}], "fields": "userEnteredValue"}},
        {"repeatCell": {"range": B2, "cell": BOLD, "fields": "userEnteredFormat"}},
        {"copyPaste": {"source": A1, "destination": B2}},
        {"cutPaste": {"source": B2, "destination": {**AT, "rowIndex": 8, "columnIndex": 4}}},
        {"mergeCells": {"range": {**B2, "startRowIndex": 0}, "mergeType": "MERGE_ALL"}},
        {"insertDimension": {"range": rows(2, 3)}},
        {"deleteDimension": {"range": rows(0, 2)}},
        {"moveDimension": {"source": rows(4, 5), "destinationIndex": 2}},
        {"moveDimension": {"source": rows(1, 2), "destinationIndex": 5}},
        {
            "sortRange": {
                "range": {**B2, "endRowIndex": 5},
                "sortSpecs": [{"dimensionIndex": 1, "sortOrder": "DESCENDING"}],
            }
        },
        {"deleteSheet": {"sheetId": 0}},
        {"insertRange": {"range": B2, "shiftDimension": "ROWS"}},
        {"deleteRange": {"range": B2, "shiftDimension": "COLUMNS"}},
    ],
    ids=lambda request: next(iter(request)),
)
def test_nobody_else_edits_what_is_protected(
    server: localsheets.Server, wims: gspread.Worksheet, request_: Json
) -> None:
    before = wims.get_all_values()
    spare = {"addSheet": {}}
    with pytest.raises(APIError) as refused:
        wims.spreadsheet.batch_update({"requests": [spare, request_]})
    (kind,) = request_
    message = refused.value.error["message"]
    assert (refused.value.code, message) == (400, f"Invalid requests[1].{kind}: {CLOSED}")
    assert wims.get_all_values() == before
    assert len(server.workbooks.read("budget").sheets) == 1, "all or nothing"


def test_values_are_refused_too(wims: gspread.Worksheet) -> None:
    for write in (
        lambda: wims.update([["x", "x"]], "A2:B2"),
        lambda: wims.batch_clear(["A1:D5"]),
        lambda: wims.batch_update([{"range": "C3", "values": [["x"]]}]),
    ):
        with pytest.raises(APIError) as refused:
            write()
        assert refused.value.error["message"] == CLOSED


@pytest.mark.parametrize(
    "request_",
    [
        {"updateCells": {"range": A1, "rows": [{"values": [{}]}], "fields": "userEnteredValue"}},
        {"copyPaste": {"source": B2, "destination": E9}},
        {"insertDimension": {"range": rows(0, 1)}},
        {"insertDimension": {"range": rows(3, 4)}},
        {"deleteDimension": {"range": rows(3, 5)}},
        {"moveDimension": {"source": rows(4, 5), "destinationIndex": 0}},
        {"updateSheetProperties": {"properties": {**AT, "title": "New"}, "fields": "title"}},
        {"duplicateSheet": {"sourceSheetId": 0}},
    ],
    ids=lambda request: next(iter(request)),
)
def test_what_lies_beside_is_free(wims: gspread.Worksheet, request_: Json) -> None:
    wims.spreadsheet.batch_update({"requests": [request_]})


def test_protection_follows_its_cells(wims: gspread.Worksheet) -> None:
    wims.insert_row(["new"], 1)
    wims.update([["free now"]], "B2")
    with pytest.raises(APIError, match="protected cell"):
        wims.update([["x"]], "B3")


def test_a_warning_refuses_nobody(protected: gspread.Worksheet, wims: gspread.Worksheet) -> None:
    protected.add_protected_range("D1:D5", warning_only=True)
    wims.update([["x"]], "D2")


def test_a_tab_may_be_protected_but_for_a_part(
    protected: gspread.Worksheet, wims: gspread.Worksheet
) -> None:
    given = {"range": AT, "unprotectedRanges": [{**AT, "startColumnIndex": 3}]}
    protected.spreadsheet.batch_update(
        {"requests": [{"addProtectedRange": {"protectedRange": given}}]}
    )
    wims.update([["x"]], "D2")
    for write in (
        lambda: wims.update([["x"]], "A1"),
        lambda: wims.update_title("Other"),
        lambda: wims.insert_row(["x"], 1),
        lambda: wims.append_row(["x"]),
        lambda: wims.add_rows(1),
        lambda: wims.hide_rows(0, 1),
    ):
        with pytest.raises(APIError, match="protected cell"):
            write()


def test_protection_is_not_lifted_by_those_it_binds(wims: gspread.Worksheet) -> None:
    (part,) = parts(wims)
    number = part["protectedRangeId"]
    for change in (
        {"deleteProtectedRange": {"protectedRangeId": number}},
        {
            "updateProtectedRange": {
                "protectedRange": {"protectedRangeId": number, "warningOnly": True},
                "fields": "warningOnly",
            }
        },
    ):
        with pytest.raises(APIError, match="protected cell"):
            wims.spreadsheet.batch_update({"requests": [change]})


def parts(sheet: gspread.Worksheet) -> list[Json]:
    found: list[Json] = sheet.spreadsheet.fetch_sheet_metadata()["sheets"][0]["protectedRanges"]
    return found


def test_each_sees_what_concerns_them(
    client: Client, protected: gspread.Worksheet, wims: gspread.Worksheet
) -> None:
    (owners,) = parts(protected)
    assert owners["requestingUserCanEdit"] is True
    assert owners["editors"] == {"users": [address("ana")]}
    (theirs,) = parts(wims)
    assert "requestingUserCanEdit" not in theirs, "false, which is not sent"
    assert "editors" not in theirs
    assert theirs["range"] == owners["range"]


# -- configuration


TOML = """
[[account]]
email = "ana@example.org"
token = "a"
[account.roles]
budget = "owner"

[[account]]
email = "ron@example.org"
token = "r"
[account.roles]
"*" = "reader"
budget = "none"
"""


def test_accounts_come_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "accounts.toml"
    path.write_text(TOML, encoding="utf-8")
    workbooks = localsheets.Workbooks()
    workbooks.create("Budget")
    workbooks.create("Crew")
    with localsheets.serving(workbooks, accounts=load(path)) as running:
        found = {
            (name, book): requests.get(
                f"{running.url}/v4/spreadsheets/{book}",
                headers={"Authorization": f"Bearer {name}"},
                timeout=5,
            ).status_code
            for name in "ar"
            for book in ("budget", "crew")
        }
    assert found == {
        ("a", "budget"): 200,
        ("a", "crew"): 403,
        ("r", "budget"): 403,
        ("r", "crew"): 200,
    }


def test_json_will_do(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    path.write_text('{"account": [{"email": "ana@example.org", "token": "a"}]}', encoding="utf-8")
    assert load(path).email_of("a") == "ana@example.org"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "none is"),
        ("[[account]]", "email and token are text"),
        ('[[account]]\nemail="ana"\ntoken="a"', "'ana' has not"),
        ('[[account]]\nemail="a@b"\ntoken=""', "has not"),
        ('[[account]]\nemail="a@b"\ntoken="a"\nname="x"', "no 'name'"),
        ('[[account]]\nemail="a@b"\ntoken="a"\nroles={x="king"}', "'king' is none of"),
        (
            '[[account]]\nemail="a@b"\ntoken="a"\n[[account]]\nemail="c@b"\ntoken="a"',
            "the same token",
        ),
        ("what?", "accounts.toml: "),
    ],
)
def test_a_file_that_is_wrong_is_explained(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "accounts.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(localsheets.ServeError, match=words):
        load(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(localsheets.ServeError, match=r"Cannot read .*nothing\.toml"):
        load(tmp_path / "nothing.toml")


# -- without accounts, and with a token


def test_without_accounts_everybody_is_the_one_user() -> None:
    workbooks = localsheets.Workbooks()
    workbooks.create("Budget")
    with localsheets.serving(workbooks) as running:
        for token in ("", "Bearer anything", "Basic x"):
            answer = requests.get(
                running.url + BOOK, headers={"Authorization": token} if token else {}, timeout=5
            )
            assert answer.status_code == 200
        assert {call.account for call in running.requests} == {USER}


def test_the_servers_token_owns_everything_beside_accounts() -> None:
    accounts = localsheets.Accounts().add(address("ron"), "ron")
    workbooks = localsheets.Workbooks()
    workbooks.create("Budget")
    with localsheets.serving(workbooks, token="sesame", accounts=accounts) as running:  # noqa: S106

        def status(path: str, token: str) -> int:
            bearer = {"Authorization": f"Bearer {token}"}
            return requests.get(running.url + path, headers=bearer, timeout=5).status_code

        assert [status(BOOK, token) for token in ("sesame", "ron", "x")] == [200, 403, 401]
        assert [status("/", token) for token in ("sesame", "ron", "x")] == [200, 401, 401]
        control = "/_localsheets/faults"
        assert [status(control, token) for token in ("sesame", "ron")] == [200, 401]


def test_accounts_are_enough_to_listen_elsewhere_without_pages_or_control() -> None:
    accounts = localsheets.Accounts().add(address("ron"), "ron")
    with localsheets.serving(localsheets.Workbooks(), host="0.0.0.0", accounts=accounts) as running:  # noqa: S104
        url = running.url.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        ron = {"Authorization": "Bearer ron"}
        for path in ("/", "/_localsheets/faults", "/page/changes"):
            assert requests.get(url + path, headers=ron, timeout=5).status_code == 401
        assert requests.get(f"{url}/drive/v3/files", headers=ron, timeout=5).status_code == 200


def test_a_browser_that_showed_the_token_is_known_by_its_cookie() -> None:
    with (
        localsheets.serving(localsheets.Workbooks(), token="sesame") as running,  # noqa: S106
        requests.Session() as browser,
    ):
        assert browser.get(f"{running.url}/", timeout=5).status_code == 401
        assert browser.get(f"{running.url}/?access_token=sesame", timeout=5).ok
        assert browser.get(f"{running.url}/", timeout=5).ok
        assert browser.get(f"{running.url}/drive/v3/files", timeout=5).status_code == 401
