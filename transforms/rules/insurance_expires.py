"""Insurance that ends before it is no longer wanted.

Why: a cover that lapses in the middle of a shoot leaves the company uninsured, and in breach of
what locations, rental houses and the bond were promised.

Looked at: each cover (and each certificate's holder) of the insurance log, all of its lines
together, so that a renewal that goes on where the old policy ends is no gap: the lines may be
marked "old" and "new", name each other's number in their remarks, or follow on each other's dates.
A cover is wanted on every shooting day of the day-out-of-days or the one-liner (where there is
neither, on the days on which the crew's sheets have a third of the busiest day's people at work,
and without such sheets, for information, on those from the settings' start to their end); a
certificate for a location or a rental house on its own days. A cover that begins after the first
day that wants it and ends before the last, or says that it is for some days only, was taken for
those (a boat's, a stunt's) and wanted on no other. Quotes, cancelled and superseded lines are not
in force; a line without a last day is a data issue (expiry-missing), and says nothing here.

Flags:
    Insurance:
    | Policy #  | Cover             | Insurer | Limit   | Effective  | Expires      |
    | GL-448100 | General Liability | Bayline | 1000000 | 2025-03-04 | *2026-03-03* |
    | WC-009    | Workers Comp      | Bayline |         | 2026-01-01 | 2026-12-31   |

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | 1.ANA | SW  | W   | W   | WF  |

Passes:
    Insurance:
    | Policy #  | Cover             | Insurer | Limit   | Effective  | Expires    | Status |
    | GL-448100 | General Liability | Bayline | 1000000 | 2025-03-04 | 2026-03-03 | Bound  |
    | GL-448177 | General Liability | Bayline | 1000000 | 2026-03-04 | 2027-03-03 | Bound  |
    | UM-1      | Umbrella          | Bayline | 1000000 | 2025-03-04 | 2026-03-03 | Quoted |
    | HA-7      | Hired auto old    | Bayline | 1000000 | 2025-03-03 | 2026-03-02 |        |
    | HA-9      | Hired Auto        | Crest   | 1000000 | 2026-03-03 | 2027-03-02 | Bound  |
    | WC-009    | Workers Comp      | Bayline |         | 2026-01-01 | 2026-12-31 | Bound  |
    | MA-2      | Safety boat       | Hiscox  | 1000000 | 2026-03-03 | 2026-03-04 | Bound  |
    | ST-1      | Stunts, 2 Mar only | Hiscox | 1000000 | 2026-03-01 | 2026-03-02 | Bound  |

    DOOD:
    | Cast  | 3/2 | 3/3 | 3/4 | 3/5 |
    |       | Mon | Tue | Wed | Thu |
    | 1.ANA | SW  | W   | W   | WF  |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from model.cell import Cell
from model.issue import Severity, Topic
from transforms import words
from transforms.choices import ProductionDates
from transforms.facts import Facts
from transforms.needs import Either, Sheet
from transforms.planning.policies import Policy, policies, renewals, wanted_days
from transforms.rule import Finding, rule
from transforms.words import plain

_ONLY = re.compile(
    r"\b(?:\d{1,2}(?: [a-z]{3,9})?|days?|dates?|weekend) only\b|\bonly (?:for|on) \d|"
    r"\bnur (?:am|vom|fur)\b|"
    r"\b(?:seulement|uniquement|solo) (?:du|le|el|del)\b"
)
"""What says that a cover is for some days."""


@rule(
    "insurance-expires",
    on=(
        Sheet(("insurance",), fields=("end_date",)),
        Either(Sheet(("dood", "one_liner"), also=("crew_grid",)), ProductionDates()),
    ),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def insurance_expires(facts: Facts) -> Iterator[Finding]:
    """One finding for each cover, at the last day of the line that ends last."""
    for own in renewals(facts.once(policies)):
        if any(policy.end is None for policy in own):
            continue
        days = wanted_days(facts, own[0].holder) or _of_production(facts)
        if _is_for_some_days(own, days):
            continue
        bare = [day for day in days if not any(_is_good(policy, day) for policy in own)]
        begun = [day for day in bare if any((policy.end or day) < day for policy in own)]
        if (begun and len(bare) < len(days)) or (begun and _ended_lately(own, days)):
            yield _describe(own, begun, days)


_Days = Mapping[date, Cell | None]


def _of_production(facts: Facts) -> _Days:
    """The days of the production by the settings, for a book without a schedule."""
    start, end = facts.production.start, facts.production.end
    if start is None or end is None:
        return {}
    return {start + timedelta(days=day): None for day in range((end - start).days + 1)}


def _is_for_some_days(own: Sequence[Policy], days: _Days) -> bool:
    """Whether a cover was never meant for the whole of the days."""
    if any(_ONLY.search(plain(f"{policy.cover} {policy.remarks}")) for policy in own):
        return True
    starts = [policy.start for policy in own if policy.start is not None]
    return bool(starts) and len(starts) == len(own) and min(starts) > min(days, default=date.max)


def _is_good(policy: Policy, day: date) -> bool:
    return (policy.start or day) <= day <= (policy.end or day)


def _ended_lately(own: Sequence[Policy], days: _Days) -> bool:
    """Whether a cover that is good on none of the days ended just before them, this year's."""
    last = max(policy.end for policy in own if policy.end is not None)
    return 0 < (min(days) - last).days <= 180


def _describe(own: Sequence[Policy], bare: Sequence[date], days: _Days) -> Finding:
    ended = [policy for policy in own if policy.end is not None and policy.end < bare[0]]
    last = max(ended, key=lambda policy: policy.end or bare[0])
    end = last.end or bare[0]
    return Finding(
        message=f"{last.called} ends on {words.day(end)} {end.year}, and is wanted on "
        f"{words.days(bare)}{'' if days[bare[0]] else ' by the dates of the settings'}",
        at=last.cell("end_date"),
        related=tuple(filter(None, (days[bare[0]],))),
        subject=last.called,
        dates=tuple(bare),
        severity=None if days[bare[0]] else Severity.INFO,
        expected=f"cover until {words.day(max(days))}",
        suggestion="Have it extended or renewed, and add the line of the renewal.",
    )
