"""The budget's own chart of accounts: which of its lines a cost belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from model.production import SubAccounts
from model.table import Table
from schemas.budget import accounts
from transforms.records import records

_SEPARATOR = re.compile(r"[.\-/ ]+")


@dataclass(frozen=True, slots=True)
class Chart:
    """The codes that the budget has lines for. Codes are text: "10.1" is not "10.10"."""

    lines: frozenset[str]
    within: Mapping[str, str] = field(default_factory=dict)
    """A code that a finer level of the budget lists -> the line that it stands under there."""
    by_category: bool = False
    """Whether the lines are categories: then 2201 is 2200's, as charts have it."""
    sub_accounts: SubAccounts = SubAccounts.IN_THEIR_ACCOUNT
    bare: Mapping[str, str] = field(default_factory=dict)
    """A line's code without its separators -> the line, where no other line is written so."""

    def line_of(self, code: str) -> str | None:
        """The budget's line that a posting's account belongs to; ``None`` where it has none.

        The code itself; else, where sub-accounts count in their account, the nearest of its parents
        ("2201-05-1" -> "2201-05" -> "2201"), or the account that the budget's detail puts it under.
        A text that only begins like an account is none of its: "22011" is not under "2201".
        One that has the same letters and digits is it: "22-01".
        """
        if code in self.lines:
            return code
        if self.sub_accounts is SubAccounts.APART:
            return self.bare.get(_SEPARATOR.sub("", code))
        for own in (code, *parents(code)):
            for line in (own, self.within.get(own), self._category(own)):
                if line in self.lines:
                    return line
        return self.bare.get(_SEPARATOR.sub("", code))

    def _category(self, code: str) -> str | None:
        return accounts.category_of(code) if self.by_category else None


def parents(code: str) -> Iterator[str]:
    """The codes that a code is a part of by its separators, the nearest first."""
    for mark in reversed(list(_SEPARATOR.finditer(code))):
        if mark.start():
            yield code[: mark.start()]


def chart(
    lines: Iterable[str],
    details: Sequence[Table],
    sub_accounts: SubAccounts,
    *,
    by_category: bool = False,
) -> Chart:
    """The chart of a budget's lines, with what its detail says of finer codes."""
    known = frozenset(line for line in lines if line)
    within = {}
    for table in details:
        for _, record in records(table.frame):
            code, head = (str(record.get(name) or "") for name in ("account", "category_code"))
            if code and code not in known and head in known:
                within[code] = head
    return Chart(known, within, by_category, sub_accounts, _bare(known))


def _bare(lines: Iterable[str]) -> Mapping[str, str]:
    """The lines by their letters and digits alone, as far as those tell them apart."""
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(_SEPARATOR.sub("", line), []).append(line)
    return {bare: own[0] for bare, own in found.items() if len(own) == 1}
