"""Workbooks of other trades, through the whole way: none crashes it, none is taken for ours.

Old formats are turned into .xlsx by LibreOffice first, as a person would save them anew.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

import sheets
from flows.ground import open_ground
from flows.production_run import understand
from flows.targets import settings_for

WORKBOOKS = Path(__file__).parents[3] / "shared" / "workbooks"
FORMATS = (".xlsx", ".xlsm", ".xls", ".ods")
FILES = sorted(path for path in WORKBOOKS.rglob("*") if path.suffix.lower() in FORMATS)
OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not FILES, reason="the sample workbooks are not on this machine"),
]


@pytest.fixture(scope="module")
def saved_anew(tmp_path_factory):
    """Where each workbook of an old format lies as .xlsx."""
    if OFFICE is None:
        return {}
    folder = tmp_path_factory.mktemp("anew")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    groups: dict[Path, list[Path]] = {}
    for path in FILES:
        if path.suffix.lower() != ".xlsx":  # a folder for each: names repeat
            groups.setdefault(folder / path.parent.name / path.suffix[1:], []).append(path)
    for out, paths in groups.items():
        command = [OFFICE, "--headless", profile, "--convert-to", "xlsx", "--outdir", out, *paths]
        subprocess.run(command, check=False, capture_output=True, timeout=600)
    return {path: out / f"{path.stem}.xlsx" for out, paths in groups.items() for path in paths}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_read_and_taken_for_nothing(path, saved_anew):
    file = path if path.suffix == ".xlsx" else saved_anew.get(path)
    if file is None or not file.exists():
        pytest.skip("LibreOffice is not here, or does not open it")
    settings = settings_for(str(file))
    with open_ground(settings) as ground:
        (reach,) = ground.reaches.values()
        book = sheets.pull(reach.client, reach.id, "workbook")
    _, results = understand([book], settings)
    assert [(table.kind, table.place.tab) for table in results.tables] == []
    assert len(results.unrecognised) == len(book.grids)
