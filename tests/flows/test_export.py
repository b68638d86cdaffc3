"""The files of a run: where they go, what their readers may see, and people's words in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from pypdf import PdfReader
from rich.console import Console

import exports
import sheets
from flows import exporting
from flows.commands import run
from flows.errors import SettingsError, TargetError
from flows.ground import open_ground
from flows.production_run import reports_for, understand
from flows.targets import settings_for
from tests.flows.plainly import MORNING, run_plainly

APART = Path(__file__).parents[2] / "examples" / "productions" / "saltglass-apart.toml"
BUDGET = [
    ["Account", "Description", "Original Budget", "Actual to Date", "ETC"],
    ["2200", "SET DESIGN", None, None, None],
    ["2201", "Designer", 24000, 20000, 4000],
    ["2203", "Model Makers", 8000, 9400, 7600],
    [None, "Total Set Design", 32000, 29400, 11600],
]


@pytest.fixture
def small(tmp_path):
    """A workbook with a budget of two accounts."""
    book = Workbook()
    book.active.title = "Budget"
    for row in BUDGET:
        book.active.append(row)
    book.save(tmp_path / "small.xlsx")
    return tmp_path / "small.xlsx"


def exported(settings, folders):
    """The results of a run, and the files of each spreadsheet."""
    with open_ground(settings) as ground:
        reaches = ground.reaches.items()
        books = [sheets.pull(reach.client, reach.id, name) for name, reach in reaches]
    production, results = understand(books, settings)
    files = {}
    for book in books:
        made = reports_for(book.name, results, production, settings, MORNING)
        folder = folders[book.name]
        files[book.name] = exporting.export_book(book, made, production, settings, MORNING, folder)
    return results, files


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    settings = settings_for(str(APART))
    folder = tmp_path_factory.mktemp("apart")
    return exported(settings, exporting.folders(settings, str(folder)))


def cells(path):
    for tab in load_workbook(path, data_only=True):
        for row in tab.iter_rows():
            yield from (cell.value for cell in row)
            yield from (cell.comment.text for cell in row if cell.comment)


def page_texts(path):
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.slow
def test_each_spreadsheet_has_its_own_files_named_by_it(apart):
    _, files = apart
    assert {name: each.pdf.name for name, each in files.items()} == {
        name: f"Saltglass {name} 2026-03-16.pdf" for name in ("budget", "crew", "schedule")
    }


@pytest.mark.slow
def test_what_is_restricted_is_in_no_other_files(apart):
    results, files = apart
    efc = results.cost_report.grand.efc
    assert float(efc) in list(cells(files["budget"].workbook))
    assert f"{efc:,.0f}" in page_texts(files["budget"].pdf)
    for other in ("crew", "schedule"):
        assert "Variance" not in load_workbook(files[other].workbook).sheetnames
        assert float(efc) not in list(cells(files[other].workbook))
        assert f"{efc:,.0f}" not in page_texts(files[other].pdf)


def test_what_people_typed_is_exported_with_its_line(small, tmp_path):
    settings = settings_for(str(small))
    with open_ground(settings) as ground:
        run_plainly(settings, ground, "first")
        ground.save({"workbook": tmp_path / "first.xlsx"})
    typed = load_workbook(tmp_path / "first.xlsx")
    variance = typed["Variance"]
    row = next(row[0].row for row in variance.iter_rows() if row[1].value == "2203")
    heads = {cell.value: cell.column for line in variance.iter_rows() for cell in line}
    variance.cell(row, heads["Explanation"]).value = "Glass broke in transit"
    typed.save(tmp_path / "typed.xlsx")
    again = settings_for(str(tmp_path / "typed.xlsx"))
    _, files = exported(again, exporting.folders(again, str(tmp_path / "out")))
    tab = load_workbook(files["workbook"].workbook)["Variance"]
    (line,) = [row for row in tab.iter_rows(values_only=True) if "Glass broke in transit" in row]
    assert line[0] == "2203"
    assert "Glass broke in transit" in page_texts(files["workbook"].pdf).replace("\n", " ")


def settings_file(path, **export):
    lines = [f"{key} = {value!r}" for key, value in export.items()]
    text = '[spreadsheets.budget]\ntarget = "small.xlsx"\n[spreadsheets.budget.export]\n'
    (path / "production.toml").write_text(text + "\n".join(lines))
    return str(path / "production.toml")


def test_a_nightly_run_leaves_the_files_that_the_settings_name(small, tmp_path):
    settings = settings_for(settings_file(small.parent, folder="nightly", reports=["variance"]))
    folders = exporting.folders(settings, None)
    assert folders == {"budget": tmp_path / "nightly"}  # beside the settings file
    _, files = exported(settings, folders)
    assert load_workbook(files["budget"].workbook).sheetnames == ["Variance"]


def test_without_a_folder_no_files_are_made(small):
    settings = settings_for(settings_file(small.parent))
    assert exporting.folders(settings, None) == {}


def test_a_mistyped_key_is_answered_with_the_nearest(small):
    with pytest.raises(SettingsError, match=r"export\.foldr: no such setting; did you mean folder"):
        settings_for(settings_file(small.parent, foldr="nightly"))


def test_a_bad_folder_stops_the_run_before_anything_is_read(topsheet, small, tmp_path):
    (tmp_path / "file").write_text("")
    said = topsheet("run", small, "--export", tmp_path / "file")
    assert said.code == 1
    assert said.err.startswith(f"topsheet: {tmp_path / 'file'}: is no folder")
    assert not (tmp_path / "small.topsheet.xlsx").exists()


def test_letters_that_the_pdf_has_no_type_for_are_named(small, tmp_path, capsys):
    files = exports.Exported(small, tmp_path / "a.pdf", frozenset("\U0001f3ac"))
    run.show_exported(Console(width=200), files)
    assert "the PDF has no letters for: \U0001f3ac" in capsys.readouterr().out


def test_a_folder_that_fills_up_says_that_the_tabs_are_written(small, tmp_path, monkeypatch):
    settings = settings_for(str(small))

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("exports.pdf.write_pdf", full)
    with pytest.raises(TargetError, match=r"are written; their files are not.*No space left"):
        exported(settings, {"workbook": tmp_path / "out"})
    assert list((tmp_path / "out").iterdir()) == []
