"""Cover below the minimum.

Why: locations, rental houses and the bond say how high a cover must be; one that is lower is a
breach of contract before anything has happened.

Looked at: the limits of the insurance log's covers against the minimum that the settings give for
each (`[minimum_cover]`): a cover is one of them where its words are all in the cover's. Quotes,
cancelled lines and those that have ended do not count; a limit in words ("statutory") is left
alone.

Flags:
    Settings: minimum_cover = General Liability: 2000000

    Insurance:
    | Policy #  | Cover                        | Insurer | Limit       | Effective  | Expires    |
    | GL-448100 | Commercial General Liability | Bayline | *1,000,000* | 2026-01-01 | 2026-12-31 |
    | HA-448101 | Hired Auto                   | Bayline | 500,000     | 2026-01-01 | 2026-12-31 |

Passes:
    Settings: minimum_cover = General Liability: 2000000, Workers Comp: 1000000

    Insurance:
    | Policy #  | Cover             | Insurer | Limit     | Effective  | Expires    | Status |
    | GL-448100 | General Liability | Bayline | 2,000,000 | 2026-01-01 | 2026-12-31 | Bound  |
    | GL-448099 | General Liability | Bayline | 1,000,000 | 2025-01-01 | 2025-12-31 | Bound  |
    | GL-448055 | General Liability | Crest   | 1,000,000 | 2026-01-01 | 2026-12-31 | Quoted |
    | WC-009    | Workers Comp      | Bayline | Statutory | 2026-01-01 | 2026-12-31 | Bound  |
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from model.issue import Severity, Topic
from model.money import spoken
from transforms.choices import MinimumCover
from transforms.facts import Facts
from transforms.needs import Sheet
from transforms.planning.policies import Policy, covered, policies
from transforms.rule import Finding, rule


@rule(
    "cover-below-minimum",
    on=(Sheet(("insurance",), fields=("limit",)), MinimumCover()),
    severity=Severity.ERROR,
    topic=Topic.CONFLICT,
)
def cover_below_minimum(facts: Facts) -> Iterator[Finding]:
    """One finding for each cover that is too low, at its limit."""
    for policy in facts.once(policies):
        least = _least(facts, policy)
        ended = policy.end is not None and policy.end < facts.production.today
        if least is None or policy.limit is None or ended or not policy.is_in_force:
            continue
        if policy.limit < least:
            wanted = spoken(least, facts.production.currency)
            yield Finding(
                message=f"{policy.called} covers {spoken(policy.limit, facts.production.currency)}"
                f", less than the {wanted} that the settings ask for",
                at=policy.cell("limit"),
                related=(policy.cell("cover"),),
                subject=policy.called,
                expected=f"at least {wanted}",
                suggestion="Have the limit raised, or add the umbrella that makes it up.",
            )


def _least(facts: Facts, policy: Policy) -> Decimal | None:
    """The highest minimum that the settings give for a cover; ``None`` where they give none."""
    given = facts.production.minimum_cover.items()
    return max((least for name, least in given if covered(name) <= policy.words), default=None)
