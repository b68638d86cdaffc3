"""Files are there whole or not at all, and every name that people have makes a file's name."""

from __future__ import annotations

from datetime import date

import pytest

import exports
from exports.files import FolderError, demand_folder, file_name, written_whole
from exports.words import with_words
from exports.workbook import write_workbook
from model.report import Column, Role, Style
from tests.exports.paper import COLUMNS, COVER, account, variance

REPORT = variance(account("2201 900 950"))


def test_a_pair_of_files_is_left_and_nothing_else(tmp_path):
    done = exports.export([REPORT], COVER, tmp_path / "new" / "folder", "Reports")
    assert (done.workbook, done.pdf) == (
        tmp_path / "new" / "folder" / "Reports.xlsx",
        tmp_path / "new" / "folder" / "Reports.pdf",
    )
    assert sorted((tmp_path / "new" / "folder").iterdir()) == [done.pdf, done.workbook]


def test_a_hidden_report_is_our_own_memory_and_left_out(tmp_path):
    hidden = variance(account("1 2 3"), name="history", title="History", hidden=True)
    done = exports.export([REPORT, hidden], COVER, tmp_path, "Reports")
    assert b"History" not in done.pdf.read_bytes()


def test_a_failure_leaves_the_old_files_and_no_drafts(tmp_path):
    for name in ("a.xlsx", "a.pdf"):
        (tmp_path / name).write_text("yesterday's")
    with pytest.raises(FolderError, match="No space left"):
        _fail_half_way(tmp_path / "a.xlsx", tmp_path / "a.pdf")
    assert {path.read_text() for path in tmp_path.iterdir()} == {"yesterday's"}
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_vanishes_while_the_workbook_is_written_is_said_in_words(tmp_path):
    with pytest.raises(FolderError, match=r"nothing can be written there \(No such file"):
        _write_into(tmp_path / "gone")


def _write_into(folder):
    with written_whole(folder / "a.xlsx") as (draft,):
        write_workbook([REPORT], COVER, draft)


def _fail_half_way(*paths):
    with written_whole(*paths) as (book, _):
        book.write_text("half")
        raise OSError(28, "No space left on device")


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path):
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(FolderError, match="is no folder"):
            demand_folder(folder)


def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    with pytest.raises(FolderError, match="nothing can be written there"):
        demand_folder(tmp_path)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["Saltglass", "", "2026-03-16"], "Saltglass 2026-03-16"),
        (["../../etc/passwd"], "etc passwd"),
        (['Who\'s "Next"?: A/B\n'], "Who's Next A B"),
        (["CON"], "CON reports"),
        (["...", "\x00"], "reports"),
        (["\u202egpj.exe"], "gpj.exe"),
        (["刘洋"], "刘洋"),
    ],
)
def test_any_name_makes_a_files_name(parts, name):
    assert file_name(*parts) == name


def test_what_people_typed_is_in_the_export():
    first = Column("seen", "First Seen", Style.DATE, Role.ONCE)
    report = variance(account("2201 900 950"), columns=(*COLUMNS, first))
    told = with_words(report, {"2201": {"why": "Rain", "seen": 46000, "efc": 1.0}, "gone": {}})
    line = told.lines[1]
    assert line.entries["why"].content == "Rain"
    assert line.entries["seen"].content == date(2025, 12, 9)
    assert line.entries["efc"] == report.lines[1].entries["efc"]  # a figure of ours stays ours
