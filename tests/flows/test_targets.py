"""Targets as people give them."""

from __future__ import annotations

import pytest
import tzlocal

from flows.errors import SettingsError, TargetError
from flows.targets import ONLY_BOOK, is_file_target, settings_for

GOOGLE = "https://docs.google.com/spreadsheets/d/1AbC-dEf/edit#gid=0"


def test_an_address_or_id_is_a_production_of_one_spreadsheet():
    for target in (GOOGLE, "1AbC-dEf_0123456789012345678901234567890123"):
        settings = settings_for(target)
        assert settings.spreadsheets[ONLY_BOOK].target == target
        assert settings.api is None


def test_an_address_of_the_local_servers_page_names_its_server():
    settings = settings_for("http://127.0.0.1:8787/d/saltglass")
    assert settings.api == "http://127.0.0.1:8787"


@pytest.mark.parametrize(
    ("name", "said"),
    [("none.xlsx", "no such file"), ("old.xls", "Save it as an Excel workbook"), ("dir", "folder")],
)
def test_what_is_no_workbook_is_named_with_what_to_do(tmp_path, name, said):
    (tmp_path / "old.xls").touch()
    (tmp_path / "dir").mkdir()
    with pytest.raises(TargetError, match=said):
        settings_for(str(tmp_path / name))


def test_files_of_a_settings_file_are_taken_from_beside_it(tmp_path, monkeypatch):
    (tmp_path / "budget.xlsx").touch()
    settings_file = tmp_path / "production.toml"
    settings_file.write_text('[spreadsheets.budget]\ntarget = "budget.xlsx"')
    monkeypatch.chdir("/")
    settings = settings_for(str(settings_file))
    assert settings.spreadsheets["budget"].target == str(tmp_path / "budget.xlsx")


def test_files_run_in_this_machines_time_zone_unless_the_settings_say_another(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    tzlocal.reload_localzone()
    (tmp_path / "budget.xlsx").touch()
    assert settings_for(str(tmp_path / "budget.xlsx")).time_zone == "America/Los_Angeles"
    settings_file = tmp_path / "production.toml"
    said = 'time_zone = "Europe/Oslo"\n[spreadsheets.budget]\ntarget = "budget.xlsx"'
    settings_file.write_text(said)
    assert settings_for(str(settings_file)).time_zone == "Europe/Oslo"
    assert settings_for(GOOGLE).time_zone is None


@pytest.fixture(autouse=True)
def _zone_as_it_was():
    yield
    tzlocal.reload_localzone()


def test_a_missing_file_of_a_settings_file_is_named(tmp_path):
    settings_file = tmp_path / "production.toml"
    settings_file.write_text('[spreadsheets.budget]\ntarget = "budget.xlsx"')
    with pytest.raises(TargetError, match=r"budget\.xlsx: there is no such file"):
        settings_for(str(settings_file))


def test_a_missing_settings_file_is_named():
    with pytest.raises(SettingsError, match=r"none\.toml: there is no such settings file"):
        settings_for("none.toml")


def test_an_id_is_no_file():
    assert not is_file_target("1AbC-dEf_0123456789012345678901234567890123")
    assert not is_file_target(GOOGLE)
    assert is_file_target("Some Budget.xlsx")
