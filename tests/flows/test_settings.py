"""A production's settings: what is wrong is said by file, key, found and expected."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from flows.errors import SettingsError
from flows.settings import load
from model.grid import Book
from model.periods import Periods
from model.production import Accruals, Costing, Rate, Sign, SubAccounts

WHOLE = """
name = "Saltglass"
time_zone = "America/New_York"
locale = "en_US"
currency = "USD"
sign = "over/(under)"
today = 2026-03-16
closed_accounts = ["1101"]

[dates]
start = 2026-03-02
end = 2026-05-15

[thresholds]
percent = 5
floor = 1000
deal_memo_days = 3

[costs]
accruals = "cost to date"
sub_accounts = "apart"

[currencies]
CAD = { rate = 0.7312, date = 2026-03-02 }

[periods]
end = "friday"

[spreadsheets.budget]
target = "1BudgetBudgetBudgetBudgetBudgetBudgetBudgetBud"
restricted = true

[spreadsheets.schedule]
target = "1ScheduleScheduleScheduleScheduleScheduleSche"
reports = ["conflicts"]

[sheets.schedule."DOOD 2nd Unit"]
kind = "dood"
header_rows = [4, 5]
columns = { name = "A" }
legend = { T = "TR" }
locale = "de_DE"
superseded = false
"""

BOOK = Book("budget", "id", "Saltglass Budget", "en_GB", "Europe/London", ())


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "production.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_says_everything(tmp_path):
    settings = load(written(tmp_path, WHOLE))
    production = settings.production(BOOK)
    assert (production.name, production.today) == ("Saltglass", date(2026, 3, 16))
    assert production.sign is Sign.OVER_IS_POSITIVE
    assert production.thresholds.percent == Decimal(5)
    assert production.closed_accounts == {"1101"}
    assert production.costing == Costing(
        Accruals.IN_COST_TO_DATE,
        SubAccounts.APART,
        {"CAD": Rate(Decimal("0.7312"), date(2026, 3, 2))},
    )
    assert production.periods == Periods(weekday=4)
    override = production.override("schedule", "DOOD 2nd Unit")
    assert override
    assert (override.kind, override.header_rows, override.legend) == ("dood", (4, 5), {"T": "TR"})
    assert (override.locale, override.superseded) == ("de_DE", False)
    assert settings.hidden_from("schedule") == {"budget"}
    assert settings.hidden_from("budget") == frozenset()


def test_periods_end_on_saturday_or_on_the_days_listed(tmp_path):
    plain = '[spreadsheets.budget]\ntarget = "abc"\n'
    assert load(written(tmp_path, plain)).production(BOOK).periods == Periods(weekday=5)
    listed = load(written(tmp_path, f"{plain}[periods]\nend = [2026-03-31, 2026-02-28]"))
    ends = (date(2026, 2, 28), date(2026, 3, 31))
    assert listed.production(BOOK).periods == Periods(ends=ends)
    assert listed.model_validate(listed.model_dump()) == listed


def test_what_a_file_leaves_open_comes_from_the_first_spreadsheet(tmp_path):
    settings = load(written(tmp_path, '[spreadsheets.budget]\ntarget = "abc"'))
    production = settings.production(BOOK, today=date(2026, 1, 2))
    assert production.name == "Saltglass Budget"
    assert (production.locale, production.currency) == ("en_GB", "GBP")
    assert (production.time_zone, production.today) == ("Europe/London", date(2026, 1, 2))


def test_a_restricted_spreadsheet_may_be_shown_where_the_settings_say_so(tmp_path):
    text = WHOLE.replace("restricted = true", 'restricted = true\nshow_in = ["schedule"]')
    assert load(written(tmp_path, text)).hidden_from("schedule") == frozenset()


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("currancy", "currency", "currancy: no such setting; did you mean currency?"),
        ('"America/New_Yorc"', '"America/New_York"', "did you mean America/New_York?"),
        ('"USDollar"', '"USD"', "currency: string should match pattern"),
        ("percent = -5", "percent = 5", "thresholds.percent: input should be greater than or"),
        ("restrict =", "restricted =", "spreadsheets.budget.restrict: no such setting; did you"),
        ('"conflict"', '"conflicts"', "spreadsheets.schedule.reports.0: input should be"),
        ("end = 2026-01-15", "end = 2026-05-15", "end (2026-01-15) is before start (2026-03-02)"),
        ('end = "fryday"', 'end = "friday"', "no such weekday: expected one of monday"),
        ("end = 5", 'end = "friday"', 'expected a weekday such as "saturday", or a list of dates'),
        ('kind = "doood"', 'kind = "dood"', "no such kind of sheet: expected one of"),
        ("[sheets.crew.", "[sheets.schedule.", "sheets names the spreadsheet 'crew'; there is"),
        (
            '{ nam = "A" }',
            '{ name = "A" }',
            "no field 'nam'; did you mean name? (dood has",
        ),
        ('{ name = "A", total = "A" }', '{ name = "A" }', "columns: A is named for name and total"),
        ('locale = "german"', 'locale = "de_DE"', "DOOD 2nd Unit.locale: string should match"),
        ('accruals = "both"', 'accruals = "cost to date"', "costs.accruals: input should be"),
        ("rate = 0", "rate = 0.7312", "currencies.CAD.rate: input should be greater than 0"),
        (
            "rate = 0.7312 }",
            "rate = 0.7312, date = 2026-03-02 }",
            "currencies.CAD.date: is missing",
        ),
        ("Dollar = {", "CAD = {", "string should match pattern"),
        ('today = "soon"', "today = 2026-03-16", "today: input should be a valid date"),
    ],
)
def test_a_wrong_key_is_named_with_what_was_expected(tmp_path, wrong, right, said):
    assert right in WHOLE
    path = written(tmp_path, WHOLE.replace(right, wrong, 1))
    with pytest.raises(SettingsError) as problem:
        load(path)
    assert str(path) in str(problem.value)
    assert said in str(problem.value)


def test_several_wrong_keys_are_all_named(tmp_path):
    path = written(tmp_path, 'colour = "red"\nsign = "up"\n[spreadsheets.a]\n')
    with pytest.raises(SettingsError) as problem:
        load(path)
    lines = str(problem.value).splitlines()
    assert len(lines) == 3
    assert any("spreadsheets.a.target: is missing" in line for line in lines)


def test_a_missing_file_and_a_file_that_is_no_toml_are_named(tmp_path):
    with pytest.raises(SettingsError, match="no such settings file"):
        load(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match="is not valid TOML"):
        load(written(tmp_path, "name = "))


def test_an_agreement_that_is_not_known_is_answered_with_those_that_are(tmp_path):
    with pytest.raises(SettingsError, match=r"agreements.0: no such agreement: expected one of"):
        load(written(tmp_path, 'agreements = ["sag"]\n[spreadsheets.a]\ntarget = "abc"'))
