"""What the documents state is so."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

import reports
import schemas
from flows.cli import app
from flows.money_settings import CostSettings
from flows.settings import (
    REPORT_NAMES,
    CredentialSettings,
    Dates,
    ExportSettings,
    PeriodSettings,
    ProductionSettings,
    SpreadsheetSettings,
    TabSettings,
    ThresholdSettings,
)
from model.production import Production
from transforms import rules
from transforms.results import Results

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")])
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert broken == []


def test_every_verb_is_in_the_readme_and_every_verb_in_the_readme_exists():
    verbs = {command.name or command.callback.__name__ for command in app.registered_commands}
    documented = set(re.findall(r"`topsheet ([a-z]+)", read("README.md")))
    assert documented == verbs


@pytest.mark.parametrize(
    "model",
    [
        ProductionSettings,
        Dates,
        ThresholdSettings,
        PeriodSettings,
        SpreadsheetSettings,
        ExportSettings,
        TabSettings,
        CredentialSettings,
        CostSettings,
    ],
)
def test_every_setting_is_documented(model: type[BaseModel]):
    for field in model.model_fields:
        assert re.search(rf"^(\[+)?([\w.]+\.)?{field}\b", SETTINGS, re.MULTILINE), field


def test_the_documented_settings_are_valid():
    example = re.search(r"```toml\n(.*?)```", SETTINGS, re.DOTALL)
    assert example
    content = tomllib.loads(example[1])
    content["credentials"].pop("block")  # the page says that the two exclude each other
    ProductionSettings.model_validate(content)


def test_every_report_is_named_where_the_settings_say_what_goes_where():
    for report in REPORT_NAMES:
        assert f"`{report}`" in SETTINGS


def test_the_deployments_are_those_that_the_readme_names():
    deployments = yaml.safe_load(read("prefect.yaml"))["deployments"]
    assert [deployment["name"] for deployment in deployments] == ["nightly", "on-demand"]
    assert "deployment run production-report/on-demand" in read("README.md")
    for deployment in deployments:
        target = deployment["parameters"]["request"]["target"]
        assert (ROOT / target).exists()


def test_the_readme_names_the_exit_codes():
    assert "Exit codes: 0 ran; 1 could\nnot run; 2 wrong usage; 3 with" in read("README.md")


GUIDES = {
    "accountant.md": ("variance", "hot-costs"),
    "coordinator.md": ("conflicts", "look-ahead", "holds-and-drops", "dood-view", "changes"),
}


@pytest.mark.parametrize("guide", GUIDES)
def test_every_column_of_a_report_is_explained_in_its_guide(guide):
    production = Production(name="Saltglass", today=date(2026, 3, 16))
    results = Results(tables=(), issues=(), not_checked=())
    audience = reports.Audience("budget", frozenset(), GUIDES[guide], datetime.now(UTC))
    text = read(f"docs/{guide}")
    for report in reports.build(results, production, audience):
        missing = [column.heading for column in report.columns if column.heading not in text]
        assert missing == [], report.title


def test_every_rule_is_in_the_coordinators_guide_and_none_that_there_is_not():
    guide = read("docs/coordinator.md")
    assert [code for code in rules.rules() if f"`{code}`" not in guide] == []
    tables = guide[guide.index("## The rules, one by one") : guide.index("## How the day")]
    named = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", tables)
    assert [code for code in named if code not in rules.rules()] == []


def test_every_check_is_in_the_manual():
    for page, codes in {"rules": rules.rules(), "issues": schemas.ISSUES}.items():
        manual = read(f"docs/{page}.md")
        assert [code for code in codes if code not in manual] == []
