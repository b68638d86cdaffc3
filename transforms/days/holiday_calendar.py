"""Holidays that count for a production: its agreements' bodies', and public ones that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

from transforms.agreements import Agreement, AgreementError, HolidayList, HolidayRule

_SATURDAY, _SUNDAY = 5, 6
_USUAL = {"GB": "ENG"}
"""Countries that keep few holidays as a whole: whose calendar is meant where none is named."""
_PROVINCES = {"CA": ("CA-ON", "CA-AB", "CA-BC", "CA-QC")}
"""Whose common holidays are meant where a production names the country alone: Victoria Day is no
federal holiday, and kept wherever Canada shoots most.
"""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that is a holiday to some: who keeps it, and what each calls it."""

    day: date
    name: str
    kept_by: tuple[str, ...]
    agreements: tuple[Agreement, ...] = ()
    countries: tuple[str, ...] = ()
    """Those whose public holiday it is, by ISO code."""

    @property
    def public(self) -> tuple[str, ...]:
        """Those who keep it by no agreement: for them it is everybody's."""
        bodies = {agreement.body for agreement in self.agreements}
        return tuple(keeper for keeper in self.kept_by if keeper not in bodies)


def between(
    first: date, last: date, agreements: Sequence[Agreement], countries: Sequence[str]
) -> Mapping[date, Holiday]:
    """The holidays from ``first`` to ``last``, one entry a day whoever keeps it.

    ``countries`` are public calendars by ISO code, a subdivision after a hyphen: "US", "CA-BC".

    Raises:
        AgreementError: a calendar or a holiday in it is unknown.
    """
    found: dict[date, list[tuple[str, str, Agreement | str]]] = {}
    # A holiday of the next or last year may be kept in this one (New Year's Day on a Saturday).
    years = tuple(range(first.year - 1, last.year + 2))
    for agreement in agreements:
        if agreement.holidays is not None:
            for when, name in kept(agreement.holidays, years):
                found.setdefault(when, []).append((name, agreement.body, agreement))
    for country in countries:
        for when, name in _meant(country, years):
            found.setdefault(when, []).append((name, f"public holiday in {country}", country))
    return {
        when: _joined(when, entries)
        for when, entries in sorted(found.items())
        if first <= when <= last
    }


def kept(calendar: HolidayList, years: Sequence[int]) -> list[tuple[date, str]]:
    """The days on which a body keeps its holidays, weekends moved where it moves them."""
    days = list(_public(calendar.public, tuple(years), observed=True)) if calendar.public else []
    for rule in calendar.days:
        for when in _falls_on(rule, tuple(years)):
            if rule.effective_from is None or when >= rule.effective_from:
                days.append((_moved(when) if calendar.move_weekends else when, rule.name))
    return days


def _moved(when: date) -> date:
    """Saturday's holiday is kept on Friday, Sunday's on Monday."""
    return when + timedelta(days={_SATURDAY: -1, _SUNDAY: 1}.get(when.weekday(), 0))


def _falls_on(rule: HolidayRule, years: tuple[int, ...]) -> list[date]:
    """The days, before any move, on which a holiday falls in these years."""
    days = [
        when + timedelta(days=rule.days_after)
        for when, name in _public(rule.calendar, years, observed=False)
        if rule.known_as in name.split("; ")
    ]
    if not days:
        raise AgreementError(
            f"the calendar {rule.calendar!r} knows no {rule.known_as!r}: correct 'known_as'"
        )
    return days


def _meant(country: str, years: tuple[int, ...]) -> list[tuple[date, str]]:
    """The public holidays of a country that a production names."""
    calendars = [
        dict(_public(part, years, observed=True)) for part in _PROVINCES.get(country, (country,))
    ]
    first = calendars[0]
    return [day for day in first.items() if all(day[0] in other for other in calendars)]


@cache
def _public(
    country: str, years: tuple[int, ...], *, observed: bool
) -> tuple[tuple[date, str], ...]:
    """A country's (or subdivision's) public holidays, by their English names where it has them."""
    code, _, subdivision = country.partition("-")
    subdivision = subdivision or _USUAL.get(code, "")
    try:
        calendar = holidays.country_holidays(
            code, subdiv=subdivision or None, years=years, observed=observed, language="en_US"
        )
    except NotImplementedError:
        raise AgreementError(
            f"holidays: {country!r} is no country that has a calendar here; "
            "expected an ISO code such as US, GB-ENG or CA-BC"
        ) from None
    return tuple(sorted(calendar.items()))


def _joined(when: date, entries: Iterable[tuple[str, str, Agreement | str]]) -> Holiday:
    """One holiday of a day's several: the first name counts, every keeper is told."""
    entries = list(entries)
    return Holiday(
        day=when,
        name=entries[0][0],
        kept_by=tuple(dict.fromkeys(keeper for _, keeper, _ in entries)),
        agreements=tuple(by for _, _, by in entries if isinstance(by, Agreement)),
        countries=tuple(by for _, _, by in entries if isinstance(by, str)),
    )
