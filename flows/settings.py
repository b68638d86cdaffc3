"""The settings of a production: one TOML file, checked, with plain words for what is wrong."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    Field,
    ValidationError,
    model_validator,
)

from flows.errors import SettingsError
from flows.hours_settings import HoursSettings
from flows.money_settings import CostSettings, Currencies, RateSettings, costing
from flows.period_settings import PeriodSettings
from flows.report_names import REPORT_NAMES as REPORT_NAMES
from flows.report_names import ReportName
from flows.tab_settings import Locale, Section, TabSettings
from model.grid import Book
from model.production import Hours, Override, Production, Sign, Thresholds
from transforms import agreements
from transforms.people.governed import NO_AGREEMENT

CURRENCY_OF_LOCALE = {
    "en_US": "USD",
    "en_CA": "CAD",
    "fr_CA": "CAD",
    "en_GB": "GBP",
    "en_AU": "AUD",
    "en_NZ": "NZD",
    "en_IE": "EUR",
    "fr_FR": "EUR",
    "de_DE": "EUR",
    "es_ES": "EUR",
    "it_IT": "EUR",
}
"""What a spreadsheet's locale says of its money where the settings say nothing; else USD."""


def _time_zone(name: str) -> str:
    if name not in available_timezones():
        near = difflib.get_close_matches(name, available_timezones(), 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ValueError(f"no such time zone: expected a name such as America/New_York{hint}")
    return name


def _agreement(name: str) -> str:
    known = sorted(agreements.known())
    if name not in known:
        raise ValueError(f"no such agreement: expected one of {', '.join(known)}")
    return name


TimeZone = Annotated[str, AfterValidator(_time_zone)]
Agreement = Annotated[str, AfterValidator(_agreement)]


class Dates(Section):
    """The dates that the production's schedule may bear."""

    start: date | None = None
    end: date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Dates:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"end ({self.end}) is before start ({self.start})")
        return self


class ThresholdSettings(Section):
    """When a line wants an explanation, and how early paperwork is asked for."""

    percent: Decimal = Field(default=Decimal(10), ge=0)
    floor: Decimal = Field(default=Decimal(2500), ge=0)
    deal_memo_days: int = Field(default=7, ge=0)
    resolved_days: int = Field(default=14, ge=0)


class ExportSettings(Section):
    """Files of a spreadsheet's reports, left by every run."""

    folder: Path | None = None
    """Where the .xlsx and the PDF go; none are made without it."""
    reports: tuple[ReportName, ...] | None = None
    """Which of the spreadsheet's reports the files hold; else all."""


class SpreadsheetSettings(Section):
    """One spreadsheet of the production."""

    target: str
    restricted: bool = False
    reports: tuple[ReportName, ...] | None = None
    show_in: tuple[str, ...] = ()
    """Other spreadsheets in which this restricted one's contents may be shown all the same."""
    export: ExportSettings = ExportSettings()


class CredentialSettings(Section):
    """Where the key is: never the key itself."""

    file: Path | None = None
    """A service account's JSON file."""
    block: str | None = None
    """The name of a Prefect Secret block that holds a service account's JSON."""

    @model_validator(mode="after")
    def _one_place(self) -> CredentialSettings:
        if self.file and self.block:
            raise ValueError("name either a file or a block, not both")
        return self


class ProductionSettings(Section):
    """One production's file of settings. Everything but its spreadsheets has a default."""

    name: str | None = Field(default=None, min_length=1)
    """What reports are headed by; else the first spreadsheet's title."""
    spreadsheets: dict[str, SpreadsheetSettings] = Field(min_length=1)
    time_zone: TimeZone | None = None
    locale: Locale | None = None
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    agreements: tuple[Agreement, ...] = ()
    department_agreements: dict[str, str] = Field(default_factory=dict)
    """Department -> the agreement that governs it where its people name no union, or "none"."""
    holidays: tuple[str, ...] = ()
    minimum_cover: dict[str, Annotated[Decimal, Field(gt=0)]] = Field(default_factory=dict)
    """Cover ("General Liability") -> the least that its limit must be."""
    sign: Sign = Sign.OVER_IS_NEGATIVE
    today: date | None = None
    api: str | None = Field(default=None, pattern=r"^https?://")
    """A Sheets server other than Google's: what `topsheet serve` prints."""
    closed_accounts: frozenset[str] = frozenset()
    dates: Dates = Dates()
    thresholds: ThresholdSettings = ThresholdSettings()
    hours: HoursSettings = HoursSettings()
    costs: CostSettings = CostSettings()
    currencies: Currencies = Field(default_factory=dict)
    periods: PeriodSettings = PeriodSettings()
    credentials: CredentialSettings = CredentialSettings()
    sheets: dict[str, dict[str, TabSettings]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _departments_have_chosen_agreements(self) -> ProductionSettings:
        for department, said in self.department_agreements.items():
            if said not in (*self.agreements, NO_AGREEMENT):
                raise ValueError(
                    f"department_agreements.{department} names {said!r}: expected "
                    f"{NO_AGREEMENT!r}, or what 'agreements' names: {', '.join(self.agreements)}"
                )
        return self

    @model_validator(mode="after")
    def _names_agree(self) -> ProductionSettings:
        named = {
            "sheets": self.sheets,
            "spreadsheets.*.show_in": [
                book for own in self.spreadsheets.values() for book in own.show_in
            ],
        }
        for where, books in named.items():
            for book in books:
                if book not in self.spreadsheets:
                    known = ", ".join(self.spreadsheets)
                    raise ValueError(f"{where} names the spreadsheet {book!r}; there is {known}")
        return self

    @property
    def restricted(self) -> frozenset[str]:
        """The spreadsheets whose contents stay in them."""
        return frozenset(name for name, book in self.spreadsheets.items() if book.restricted)

    def allowed_in(self, book: str) -> frozenset[str]:
        """The restricted spreadsheets that the settings allow, by name, to be shown in another."""
        return frozenset(
            name for name in self.restricted if book in self.spreadsheets[name].show_in
        )

    def hidden_from(self, book: str) -> frozenset[str]:
        """The restricted spreadsheets that may not be shown in another one."""
        return self.restricted - self.allowed_in(book) - {book}

    def production(self, first: Book, today: date | None = None) -> Production:
        """The facts of one run; what the file leaves open comes from the first spreadsheet."""
        zone = self.time_zone or first.time_zone
        spoken = self.locale or first.locale or "en_US"
        return Production(
            name=self.name or first.title,
            today=today or self.today or now_in(zone).date(),
            currency=self.currency or CURRENCY_OF_LOCALE.get(spoken, "USD"),
            locale=spoken,
            time_zone=zone,
            start=self.dates.start,
            end=self.dates.end,
            agreements=self.agreements,
            department_agreements=self.department_agreements,
            holidays=self.holidays,
            minimum_cover=self.minimum_cover,
            sign=self.sign,
            thresholds=Thresholds(**self.thresholds.model_dump()),
            hours=Hours(**self.hours.model_dump()),
            closed_accounts=self.closed_accounts,
            costing=costing(self.costs, self.currencies),
            periods=self.periods.periods,
            overrides=self._overrides(),
        )

    def _overrides(self) -> Mapping[tuple[str, str], Override]:
        return {
            (book, tab): Override(
                tab,
                own.kind,
                own.header_rows,
                own.columns,
                own.legend,
                own.locale,
                own.superseded,
            )
            for book, tabs in self.sheets.items()
            for tab, own in tabs.items()
        }


def now_in(time_zone: str) -> datetime:
    """This moment in a time zone; UTC where the spreadsheet names a zone that we do not know."""
    known = time_zone if time_zone in available_timezones() else "UTC"
    return datetime.now(ZoneInfo(known))


def load(path: Path) -> ProductionSettings:
    """Read a production's settings.

    Raises:
        SettingsError: the file is missing, is no TOML, or a key is wrong: says file, key, what
            was found, what was expected.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"{path}: there is no such settings file") from None
    except (OSError, UnicodeDecodeError) as problem:
        raise SettingsError(f"{path}: cannot be read: {problem}") from None
    except tomllib.TOMLDecodeError as problem:
        raise SettingsError(f"{path}: is not valid TOML: {problem}") from None
    try:
        return ProductionSettings.model_validate(content)
    except ValidationError as problems:
        lines = [_in_plain_words(problem) for problem in problems.errors(include_url=False)]
        raise SettingsError("\n".join(f"{path}: {line}" for line in lines)) from None


def _in_plain_words(problem: Mapping[str, Any]) -> str:
    """One line for one wrong key: which, what was found, what was expected."""
    key = ".".join(str(part) for part in problem["loc"]) or "the file"
    if problem["type"] == "extra_forbidden":
        return f"{key}: no such setting{_near(problem['loc'])}"
    if problem["type"] == "missing":
        return f"{key}: is missing"
    message = str(problem["msg"]).removeprefix("Value error, ")
    found = problem["input"]
    shown = f" (found {found!r})" if isinstance(found, str | int | float | date) else ""
    return f"{key}: {message[0].lower()}{message[1:]}{shown}"


def _near(place: tuple[str | int, ...]) -> str:
    """What a mistyped key may have meant, and what there is."""
    sections: Mapping[str, type[BaseModel]] = {
        "dates": Dates,
        "thresholds": ThresholdSettings,
        "hours": HoursSettings,
        "costs": CostSettings,
        "currencies": RateSettings,
        "periods": PeriodSettings,
        "spreadsheets": SpreadsheetSettings,
        "sheets": TabSettings,
        "credentials": CredentialSettings,
    }
    model = sections.get(str(place[0]) if len(place) > 1 else "", ProductionSettings)
    if "export" in place[:-1]:
        model = ExportSettings
    near = difflib.get_close_matches(str(place[-1]), model.model_fields, 1)
    meant = f"; did you mean {near[0]}?" if near else ""
    return f"{meant} (settings here: {', '.join(model.model_fields)})"
