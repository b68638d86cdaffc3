"""Equipment hired twice for the same days.

Why: one item cannot be on two trucks; and an item that two lines hire from one house for the same
days is paid twice.

Looked at: lines of the equipment list whose days overlap, with one serial number, plate or asset
tag, in a column of its own or in the description ("FX9 body, s/n 2001457"). Without a number, the
same words from the same vendor are worth knowing where two departments, or two orders, each have
one, and one of a model ("EZ-1 zoom") where two houses do; two of a thing on one order, "or
similar", and more than one a line are two things. The day on which one hire ends and the next
begins is no overlap, unless both go out on it.

Flags:
    Equipment:
    | Description  | Vendor | Serial # | Qty | Pickup       | Return     | Day Rate |
    | Fisher dolly | Gripco | FD-1030  | 1   | 2026-03-02   | 2026-03-06 | 1300     |
    | Fisher dolly | Gripco | FD-1030  | 1   | *2026-03-05* | 2026-03-09 | 1300     |

Flags:
    Equipment:
    | Description  | Vendor | Department | Qty | Pickup       | Return     | Day Rate |
    | Technocrane  | Gripco | Grip       | 1   | 2026-03-02   | 2026-03-06 | 1300     |
    | Technocrane  | Gripco | Camera     | 1   | *2026-03-05* | 2026-03-09 | 1300     |

Flags:
    Equipment:
    | Description         | Vendor     | Qty | Pickup       | Return     | Day Rate |
    | Angenieux EZ-1 zoom | Lensworks  | 1   | 2026-03-02   | 2026-03-13 | 175      |
    | Angenieux EZ-1 zoom | Northlight | 1   | *2026-03-09* | 2026-03-20 | 160      |

Passes:
    Equipment:
    | Description         | Vendor     | Qty | Pickup     | Return     | Day Rate |
    | Aputure 600d        | Lensworks  | 2   | 2026-03-02 | 2026-03-13 | 60       |
    | Aputure 600d        | Northlight | 1   | 2026-03-09 | 2026-03-20 | 60       |
    | 15-passenger van    | Hertz      | 1   | 2026-03-02 | 2026-03-13 | 90       |
    | 15-passenger van    | Wheels     | 1   | 2026-03-02 | 2026-03-13 | 95       |
    | Generator           | Lumos      | 1   | 2026-03-02 | 2026-03-13 | 85       |
    | Generator           | Gripco     | 1   | 2026-03-02 | 2026-03-13 | 85       |

Passes:
    Equipment:
    | Description         | Vendor | Serial # | Department | Qty | Pickup     | Return     | PO # |
    | Fisher dolly        | Gripco | FD-1030  | Grip       | 1   | 2026-03-02 | 2026-03-06 | 101  |
    | Fisher dolly        | Gripco | FD-1030  | Grip       | 1   | 2026-03-06 | 2026-03-09 | 102  |
    | Alexa 35 body       | Lumos  |          | Camera     | 1   | 2026-03-02 | 2026-03-06 | 103  |
    | Alexa 35 body       | Lumos  |          | Camera     | 1   | 2026-03-02 | 2026-03-06 | 103  |
    | Walkies             | Lumos  |          | Camera     | 10  | 2026-03-02 | 2026-03-06 | 104  |
    | Walkies             | Lumos  |          | Grip       | 12  | 2026-03-02 | 2026-03-06 | 105  |
    | HMI 18k or similar  | Lumos  |          | Electric   | 1   | 2026-03-02 | 2026-03-06 | 106  |
    | HMI 18k or similar  | Lumos  |          | Grip       | 1   | 2026-03-02 | 2026-03-06 | 107  |

Passes:
    Equipment:
    | Description  | Vendor | Serial # | Department | Qty | Hire From  | Hire To    | Due Back   |
    | Fisher dolly | Gripco | FD-1030  | Grip       | 1   | 2026-03-02 | 2026-03-06 | 2026-03-10 |
    | Fisher dolly | Gripco | FD-1030  | Grip       | 1   | 2026-03-08 | 2026-03-09 | 2026-03-10 |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from model.issue import Severity, Topic
from transforms import words
from transforms.facts import Facts
from transforms.people import names
from transforms.planning.hires import Hire, hires
from transforms.rule import Finding, rule
from transforms.words import plain

_SIMILAR = re.compile(
    r"\b(?:or (?:similar|equal|equivalent)|similar|equiv\w*|additional|extra|spare|2nd|second|"
    r"another|various|assorted|misc\w*|expendables?|consumables?|package|kit|cards?|o ?\. ?a)\b"
)

_MANY = re.compile(
    r"\b(?:vans?|cars?|trucks?|trailers?|buses|minibus\w*|suvs?|cubes?|pickups?|lorr\w+|walkies?|"
    r"radios?|monitors?|stands?|carts?|heaters?|tents?|tables?|chairs?|cases?|batter\w+|pax|seats?|"
    r"seater|kw|k|ft|m|ton|tonne|pass|passenger|inch)\b"
)
"""What a production has several of, from whoever has one left."""
_MODEL = re.compile(r"(?=.*[A-Za-z])(?=.*\d)(?!.*\dx\d)[\w/.-]{3,}")
_LONG = 4


@rule(
    "equipment-double-booked",
    on=("equipment",),
    severity=Severity.WARNING,
    topic=Topic.CONFLICT,
)
def equipment_double_booked(facts: Facts) -> Iterator[Finding]:
    """One finding for each two lines, at the later one's first day."""
    lines: dict[tuple[str, ...], list[Hire]] = defaultdict(list)
    for hire in facts.once(hires):
        if hire.start is None or hire.end is None:
            continue
        if any(map(str.isdigit, hire.serial)):
            # "Unit 1" is a number of many things; a long one is one thing's own.
            what = names.fold(hire.what) if len(hire.serial) < _LONG else ""
            lines["serial", names.fold(hire.serial), names.fold(hire.vendor), what].append(hire)
        elif not hire.serial and not _SIMILAR.search(plain(f"{hire.what} {hire.notes}")):
            lines["words", names.fold(hire.what), names.fold(hire.vendor)].append(hire)
            if _is_one_model(hire):
                lines["model", names.fold(hire.what)].append(hire)
    for (by, *_), own in lines.items():
        if by != "model":
            yield from _clashes(own, sure=by == "serial")
        elif len({names.fold(hire.vendor) for hire in own}) == len(own):
            yield from _clashes(own, sure=False)


def _is_one_model(hire: Hire) -> bool:
    """Whether a line hires one of a model, by its number, as no two are wanted by chance."""
    modelled = any(map(_MODEL.fullmatch, hire.what.split()))
    return (
        bool(hire.vendor) and hire.quantity == 1 and modelled and not _MANY.search(plain(hire.what))
    )


def _clashes(own: Sequence[Hire], *, sure: bool) -> Iterator[Finding]:
    """Each line of one item against the earlier one that lasts longest, so that it is told once."""
    ordered = sorted(own, key=lambda hire: (hire.start or date.min, hire.label))
    longest = ordered[0]
    for hire in ordered[1:]:
        days = _overlap(longest, hire)
        if days and (sure or _are_two_hires(longest, hire)):
            yield _describe(longest, hire, days, sure=sure)
        longest = max(longest, hire, key=lambda each: each.end or date.min)


def _overlap(one: Hire, other: Hire) -> Sequence[date]:
    """First and last of the days that two hires share; the day of a change-over is none.

    Two that go out on one day change over nothing.
    """
    starts = [hire.start for hire in (one, other) if hire.start is not None]
    ends = [end for hire in (one, other) if (end := hire.used_to or hire.end) is not None]
    first, last = max(starts), min(ends)
    together = one.start == other.start
    return (first, last) if first < last or (first == last and together) else ()


def _are_two_hires(one: Hire, other: Hire) -> bool:
    """Whether two departments, or two orders, each hire one of a thing, or it is of two houses."""
    if any(hire.quantity is not None and hire.quantity > 1 for hire in (one, other)):
        return False
    said = (
        (one.vendor, other.vendor),
        (one.department, other.department),
        (one.po_number, other.po_number),
    )
    return any(all(pair) and names.fold(pair[0]) != names.fold(pair[1]) for pair in said)


def _describe(one: Hire, other: Hire, days: Sequence[date], *, sure: bool) -> Finding:
    span = words.span(days[0], days[1])
    told = other.serial in other.what
    what = f"{other.called}, no. {other.serial}," if sure and not told else other.called
    aside = "" if sure else "; they may be two of the kind"
    return Finding(
        message=f"{what} is hired twice for {span}{aside}",
        at=other.cell("start_date"),
        related=(
            one.cell("end_date"),
            other.cell("serial" if sure and not told else "description"),
        ),
        subject=other.what,
        dates=(days[0],) if days[0] == days[1] else (days[0], days[1]),
        severity=None if sure else Severity.INFO,
        suggestion="Take one of the lines off, or hire a second one.",
    )
