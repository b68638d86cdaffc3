"""The role that a file's permissions give an account."""

from __future__ import annotations

import pytest

from localsheets.access import USER, owned_by, permission, role_of

SHARED = [
    *owned_by("ana@example.com"),
    permission("user", "reader", "Bo@example.com"),
    permission("group", "writer", "crew@example.com"),
    permission("domain", "commenter", "studio.example"),
]


@pytest.mark.parametrize(
    ("account", "role"),
    [
        ("ana@example.com", "owner"),
        ("bo@EXAMPLE.com", "reader"),
        ("crew@example.com", "writer"),
        ("cy@studio.example", "commenter"),
        ("cy@notstudio.example", None),
        ("di@example.com", None),
    ],
)
def test_the_role_of_an_account(account: str, role: str | None) -> None:
    assert role_of(SHARED, account) == role


def test_the_strongest_role_counts() -> None:
    public = [permission("anyone", "writer"), permission("user", "reader", "bo@example.com")]
    assert role_of(public, "bo@example.com") == "writer"


def test_a_new_file_is_its_makers() -> None:
    assert role_of(owned_by(), USER) == "owner"
    assert role_of(owned_by(), "ana@example.com") is None


def test_an_accounts_permission_has_one_id_everywhere() -> None:
    ids = {permission("user", role, "ana@example.com")["id"] for role in ("reader", "writer")}
    assert len(ids) == 1
    assert ids != {permission("user", "reader", "bo@example.com")["id"]}
