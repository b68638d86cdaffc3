"""The corpus: every workbook of tests/fixtures is understood as its truth says.

A fixture that does not pass yet stands in tests/fixtures/pending.txt; whoever makes it pass deletes
its line. The truth is written by hand from the sheet alone, never from what was read.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

import reports
from flows.production_run import understand
from tests.schemas import fixtures
from tests.schemas.fixture_truth import differences

TEMPLATE = """# A sheet
Locale: fr_FR · Currency: EUR · Dates: 2026-02-01 to 2026-05-30
## Tab: Budget
| Compte | Montant |
| 100    | 5       |
Merged: A1:B1, C1:D4        Hidden rows: 7, 9
Hidden columns: F
Format: B2:B3 = 0 %
## Truth
```json
{"tabs": [{"tab": "Budget", "kind": null}], "issues": []}
```
"""


@pytest.mark.parametrize("path", list(fixtures.marked(fixtures.paths())))
def test_a_workbook_is_understood_as_a_person_reads_it(path):
    fixture = fixtures.load(path)
    production, results = understand([fixture.book], fixture.settings)
    found = reports.check_json(fixture.name, production.locale, production.currency, results)
    told = differences(found, fixture.truth, [grid.tab for grid in fixture.grids])
    assert not told, "\n" + "\n".join(told)


SETTINGS_ALONE_TELL = {
    "logs/ar_ultimo_tren_caja_chica.md": "a bare $ with decimal commas is any of several pesos",
    "books/mx_largometraje_istmo.md": "dollars are foreign only where the settings say pesos",
    "books/ch_foehnsturm.md": "one amount of the book alone bears its currency, beside a title",
    "books/uk_harrow_fell.md": "one amount of the book alone bears its currency",
    "books/es_serie_marea_baja.md": "one amount of the book alone bears its currency",
    "books/fr_heures_creuses_long_metrage.md": "one amount of the book alone bears its currency",
    "books/fr_marees_basses.md": "one amount of the book alone bears its currency",
    "books/fr_publicite_devis_et_paie.md": "two amounts of the book alone bear its currency",
    "books/si_volta_service_job.md": "one amount and some headings alone bear its currency",
    "books/uk_saltholme_drama.md": "one amount of the book alone bears its currency",
}

EVERYDAY = 4
"""One of so many is read without its settings every day, all of them in the slow suite."""


def _abroad():
    """Fixtures whose settings name a locale or a currency, that pass."""
    for number, path in enumerate(fixtures.paths()):
        if fixtures.name_of(path) not in {*fixtures.pending(), *SETTINGS_ALONE_TELL}:
            fixture = fixtures.load(path)
            marks = [pytest.mark.slow] if number % EVERYDAY else []
            if {"Locale", "Currency"} & set(fixture.says):
                yield pytest.param(fixture, id=fixture.name, marks=marks)


@pytest.mark.parametrize("fixture", list(_abroad()))
def test_a_file_without_settings_is_understood_from_itself(fixture):
    """An .xlsx file has no locale: `topsheet check FILE.xlsx` has only the sheets to go by."""
    book = replace(fixture.book, locale="en_US")
    settings = fixture.settings.model_copy(update={"locale": None, "currency": None})
    production, results = understand([book], settings)
    found = reports.check_json(fixture.name, production.locale, production.currency, results)
    told = differences(found, fixture.truth, [grid.tab for grid in fixture.grids])
    assert not told, "\n" + "\n".join(told)


def test_what_is_pending_exists():
    names = {fixtures.name_of(path) for path in (*fixtures.paths(), *fixtures.conflict_paths())}
    assert fixtures.pending() <= names


def test_what_a_fixture_says_of_its_look_and_production():
    fixture = fixtures.parse(TEMPLATE, "area/a.md")
    (grid,) = fixture.grids
    assert [block.a1 for block in grid.merges] == ["A1:B1", "C1:D4"]
    assert (grid.hidden_rows, grid.hidden_cols) == ({7, 9}, {6})
    assert grid.formats == {(2, 2): "0 %", (3, 2): "0 %"}
    assert (fixture.settings.locale, fixture.settings.currency) == ("fr_FR", "EUR")
    assert fixture.settings.dates.end.isoformat() == "2026-05-30"


def test_differences_are_told_in_words():
    issue = {"rule": "not-ready", "severity": "error", "tab": "B", "a1": "C2", "message": "Hm."}
    found = {"tabs": [{"tab": "B", "kind": "crew", "range": "A1:B2"}], "issues": [issue]}
    truth = {"tabs": [{"tab": "B", "kind": None}], "issues": [["unknown-code", "B!A1"]]}
    assert differences(found, truth, ["B"]) == [
        "B: is None, was taken for crew A1:B2",
        "issue missed: unknown-code at B!A1",
        "false alarm: not-ready at B!C2: Hm.",
    ]
