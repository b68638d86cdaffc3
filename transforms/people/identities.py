"""Who is the same person on several sheets: exactly, in spite of a difference, or perhaps.

Names that are written alike (case, accents, punctuation and "Last, First" apart) are one person.
Names that differ as people's names do (a short form, an initial, a middle name) are taken for one
where nobody else could be meant, and the join is disclosed. Names that differ by a slip of the
keys are only suggested. Two names on one sheet are two people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from model.cell import Cell
from transforms.people.names import Name, known_as, misspelt, name, why_same


@dataclass(frozen=True, slots=True)
class Mention:
    """A name on a sheet. ``sheet`` tells sheets apart; ``job`` is the position, "" if unknown."""

    text: str
    cell: Cell
    sheet: str
    job: str = ""
    list_rank: int = 0
    """Which sheet is believed: 0 a crew or cast list, more for what is filled in from them."""

    @property
    def name(self) -> Name:
        """The name as it is compared."""
        return name(self.text)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two spellings that are, or may be, one person. ``at`` is the one to look at first."""

    at: Mention
    other: Mention
    why: str = ""


@dataclass(frozen=True, slots=True)
class Identities:
    """What is known of who is who."""

    person: Mapping[str, str]
    """A name's key -> the key of the person, one for all the spellings of one person."""
    loose: tuple[Pair, ...] = ()
    """Spellings that were taken for one person."""
    suspected: tuple[Pair, ...] = ()
    """Spellings that look like one name with a slip of the keys; they are not joined."""

    def of(self, text: object) -> str:
        """The person that a name's cell names; "" where it names nobody in full."""
        if not isinstance(text, str) or not (found := name(text)).is_full:
            return ""
        return self.person.get(found.key, found.key)


_Spellings = Mapping[str, Sequence[Mention]]


def identities(mentions: Iterable[Mention]) -> Identities:
    """Find out who is who among the names of a production's sheets."""
    spellings: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda this: (this.cell, this.text)):
        if mention.name.is_full and "@" not in mention.text:
            spellings[mention.name.key].append(mention)
    whys = _candidates(spellings, lambda one, other: why_same(one, other) or "")
    joined = {pair: why for pair, why in whys.items() if _is_only(pair, whys, spellings)}
    known = {key for pair in joined for key in pair}
    left = {key: found for key, found in spellings.items() if key not in known}
    slips = _candidates(left, lambda one, other: "slip" if misspelt(one, other) else "")
    return Identities(
        person=_persons(spellings, joined),
        loose=tuple(_pair(pair, spellings, why) for pair, why in joined.items()),
        suspected=tuple(_pair(pair, spellings, "") for pair in slips),
    )


def _candidates(
    spellings: _Spellings, test: Callable[[Name, Name], str]
) -> dict[tuple[str, str], str]:
    """Pairs of spellings that may be one person, and why: none that stand on one sheet together."""
    found = {}
    for one, other in _comparable(spellings):
        names = _fullest(spellings[one]), _fullest(spellings[other])
        if _apart(spellings[one], spellings[other], known_as=known_as(*names)):
            continue
        if why := test(*names):
            found[one, other] = why
    return found


def _fullest(own: Sequence[Mention]) -> Name:
    """A spelling as the sheet has it that says most: with a nickname beside it, if one does."""
    return next((mention.name for mention in own if mention.name.also), own[0].name)


def _comparable(spellings: _Spellings) -> list[tuple[str, str]]:
    """Pairs of spellings that have enough in common to be asked: nothing else can be one name.

    That is a family name, all letters (umlauts written out or not), or a given name with how the
    family name begins or ends.
    Spellings that stand on one sheet are two people's, and not asked: within a list, however long
    and however alike its names, there is nothing to compare.
    """
    sheets = {key: frozenset(each.sheet for each in own) for key, own in spellings.items()}
    groups: dict[str, set[str]] = defaultdict(set)
    for key in spellings:
        given, *family = key.split()
        last = family[-1]
        marks = {*family, "".join(sorted(key.replace(" ", "")))}
        marks |= {" ".join(mention.name.written_out) for mention in spellings[key]}
        for mark in marks | {f"{given} {last[:2]}", f"{given} {last[-2:]}"}:
            groups[mark].add(key)
    pairs: set[tuple[str, str]] = set()
    for keys in groups.values():
        by_sheets: dict[frozenset[str], list[str]] = defaultdict(list)
        for key in keys:
            by_sheets[sheets[key]].append(key)
        for ones, others in combinations(by_sheets, 2):
            if ones.isdisjoint(others):
                both = product(by_sheets[ones], by_sheets[others])
                pairs.update((min(pair), max(pair)) for pair in both)
    return sorted(pairs)


def _apart(ones: Sequence[Mention], others: Sequence[Mention], *, known_as: bool) -> bool:
    """Whether two spellings are two people: one sheet has both, or their jobs contradict.

    Jobs are not asked where a sheet itself says that the one goes by the other's name.
    """
    if {one.sheet for one in ones} & {other.sheet for other in others}:
        return True
    if known_as:
        return False
    jobs = {one.job for one in ones} - {""}, {other.job for other in others} - {""}
    return all(jobs) and not any(_agree(one, other) for one in jobs[0] for other in jobs[1])


def _agree(one: str, other: str) -> bool:
    """Whether two jobs may be one: they share a word, or one is the other's letters."""
    if set(one.split()) & set(other.split()):
        return True
    short, long = sorted((one.replace(" ", ""), other.replace(" ", "")), key=len)
    rest = iter(long)
    return len(short) <= _LETTERS and short[0] == long[0] and all(c in rest for c in short)


_LETTERS = 3
"""Letters of a job in short: "OB" for "Oberbeleuchter"."""


def _is_only(
    pair: tuple[str, str], whys: Mapping[tuple[str, str], str], spellings: _Spellings
) -> bool:
    """Whether nobody else could be meant by either spelling, or the job says who is.

    A third spelling that may be either of the two is no one else: Bob, Rob and Robert.
    """
    rivals = []
    for other in whys:
        shared = set(other) & set(pair)
        if other != pair and shared:
            third = [*(set(other) - shared), *(set(pair) - shared)]
            rivals += [] if tuple(sorted(third)) in whys else [other]
    if not rivals:
        return True
    return _share_job(pair, spellings) and not any(_share_job(other, spellings) for other in rivals)


def _share_job(pair: tuple[str, str], spellings: _Spellings) -> bool:
    jobs = ({mention.job for mention in spellings[key]} - {""} for key in pair)
    return bool(set.intersection(*jobs))


def _persons(spellings: _Spellings, joined: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """A key for each person: that of the fullest spelling, the first of equals."""
    person = {key: key for key in spellings}
    for one, other in joined:
        kept = min(person[one], person[other], key=lambda key: (-len(key), key))
        for key, now in person.items():
            if now in (person[one], person[other]):
                person[key] = kept
    return person


def _pair(pair: tuple[str, str], spellings: _Spellings, why: str) -> Pair:
    """Where to look: at the rarer spelling; of two as rare, at the one that is no list's."""
    ordered = sorted(
        pair,
        key=lambda key: (
            len(spellings[key]),
            -min(mention.list_rank for mention in spellings[key]),
            key,
        ),
    )
    rare, usual = (spellings[key][0] for key in ordered)
    return Pair(rare, usual, why)
