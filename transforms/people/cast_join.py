"""A day-out-of-days' elements on the cast list: by number, by role, by performer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from model.table import Table
from schemas.values.doubles import is_double, without_stunt
from schemas.values.words import listed as words_of
from transforms.people.names import alike, fold, name
from transforms.records import Record, records

_ALIKE_ROLES = 0.8
_ALIKE_BY_NUMBER = 0.7
_ALIKE_IN_PART = 0.9
"""How alike two roles are of which one is a misspelling: less where they bear one number, more
where they bear it and share a word, as "BEN" and "OLD BEN" do."""


@dataclass(frozen=True, slots=True)
class CastJoin:
    """What the cast list says of the elements. Keyed by element label."""

    lines: Mapping[int, tuple[int, ...]]
    """The labels of the element's lines on the cast list."""
    places: frozenset[int]
    """The day-out-of-days (by place) that are about the cast list's people."""
    slips: Mapping[int, int]
    """Elements whose role looks like a misspelling of a line's; joined only by their number."""


def join_cast(elements: Sequence[tuple[int, Record]], cast: Table | None) -> CastJoin:
    """Join by number and by name, and say which tabs are about the cast at all.

    A tab is, where the number *and* a name agree for at least one of its elements, or a name alone
    does; a list that has no roles is told by its numbers, where most of them are on it.
    """
    listed = list(records(cast.frame)) if cast is not None else []
    by_number, by_name = _index(listed)
    joined: dict[int, tuple[int, ...]] = {}
    strong: set[int] = set()
    weak: dict[int, list[bool]] = defaultdict(list)
    rows = dict(listed)
    doubles = doubles_of(elements)
    for label, element in elements:
        said, number, doubling = fold(element["name"]), number_of(element), label in doubles
        numbered = [row for row in by_number.get(number, ()) if _agree(said, rows[row])]
        named = [
            row
            for key in dict.fromkeys((said, role_key(said), name(str(element["name"] or "")).key))
            for row in by_name.get(key, ())
            if number_of(rows[row]) in ("", number) or not number
        ]
        found = [
            row
            for row in numbered or dict.fromkeys(named)
            if is_double(rows[row].get("role")) is doubling
        ]
        if found:
            joined[label] = tuple(found)
            proven = bool(named) or any(rows[row].get("role") for row in numbered)
            strong |= {element["place"]} if proven else set()
        weak[element["place"]].append(bool(found))
    by_numbers = {place for place, hits in weak.items() if sum(hits) * 2 >= len(hits)}
    places = frozenset(strong | by_numbers) if joined else frozenset[int]()
    here = [(label, element) for label, element in elements if element["place"] in places]
    joined |= _in_part([each for each in here if each[0] not in joined], rows, joined)
    lines = {label: joined[label] for label, _ in here if label in joined}
    return CastJoin(lines, places, _slips(here, lines, rows))


def role_key(folded: str) -> str:
    """A role as it is compared: titles written out, without an article."""
    words = [_TITLES.get(word, word) for word in folded.split()]
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)


_TITLES = {
    "sen": "senator", "dr": "doctor", "det": "detective", "lt": "lieutenant",
    "sgt": "sergeant", "capt": "captain", "cpt": "captain", "gen": "general", "col": "colonel",
    "maj": "major", "cpl": "corporal", "pvt": "private", "ofc": "officer", "insp": "inspector",
    "prof": "professor", "rev": "reverend", "pres": "president", "gov": "governor",
    "adm": "admiral", "cmdr": "commander", "cdr": "commander", "ald": "alderman",
    "cne": "capitaine", "cdt": "commandant", "kom": "kommissar", "komm": "kommissar",
}  # fmt: skip
_ARTICLES = words_of("the a an le la les un une der die das el los las")


def _in_part(
    left: Sequence[tuple[int, Record]],
    rows: Mapping[int, Record],
    joined: Mapping[int, Sequence[int]],
) -> dict[int, tuple[int, ...]]:
    """Elements without a number that bear a part of one free line's role: NORA for "Nora Price".

    Only where no other element and no other line could be meant.
    """
    taken = {row for found in joined.values() for row in found}
    roles = {row: set(role_key(fold(record.get("role"))).split()) for row, record in rows.items()}
    found: dict[int, tuple[int, ...]] = {}
    for label, element in left:
        said = set(role_key(fold(element["name"])).split())
        near = [
            row for row, role in roles.items() if said and role and (said < role or role < said)
        ]
        if len(near) == 1 and near[0] not in taken and not number_of(element):
            found[label] = (near[0],)
    meant = Counter(row for own in found.values() for row in own)
    return {label: own for label, own in found.items() if meant[own[0]] == 1}


def number_of(record: Record) -> str:
    """An element's number as it is compared; "" for none."""
    return str(record.get("element_id") or "").strip().casefold()


def is_numbered(record: Record) -> bool:
    """Whether an element bears a role's number, "9" or "9A", and no staff's: "ST1"."""
    return number_of(record)[:1].isdigit()


def doubles_of(elements: Sequence[tuple[int, Record]]) -> frozenset[int]:
    """The elements that double for another: their names say so, or they bear another's number and
    name with "STUNT" beside it."""
    bearers = {(number_of(element), fold(element["name"])) for _, element in elements}
    return frozenset(
        label
        for label, element in elements
        if is_double(element["name"])
        or (number_of(element), fold(without_stunt(element["name"]) or "?")) in bearers
    )


def _index(
    listed: Iterable[tuple[int, Record]],
) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
    """The cast list's lines by number, and by role and performer."""
    by_number: dict[str, list[int]] = defaultdict(list)
    by_name: dict[str, list[int]] = defaultdict(list)
    for label, row in listed:
        if number := number_of(row):
            by_number[number].append(label)
        performer = str(row.get("name") or "")
        role = fold(row.get("role"))
        for key in {role, role_key(role), fold(performer), name(performer).key} - {""}:
            by_name[key].append(label)
    return by_number, by_name


def _agree(said: str, row: Record) -> bool:
    """Whether an element's name does not contradict a cast line of the same number.

    Contradiction is two roles without a word in common that are not alike either; a line without a
    role cannot contradict.
    """
    role = fold(row.get("role"))
    known = {*role.split(), *fold(row.get("name")).split()}
    if not said or not role or set(said.split()) & known:
        return True
    return _is_slip(said, role, _ALIKE_BY_NUMBER)


def _is_slip(one: str, other: str, least: float) -> bool:
    """Whether one role looks like the other with a slip of the keys."""
    plain = one.replace(" ", ""), other.replace(" ", "")
    letters = {word for word in one.split() if len(word) == 1} ^ {
        word for word in other.split() if len(word) == 1
    }
    return min(map(len, plain)) >= 4 and not letters and alike(*plain, least)


def _slips(
    elements: Sequence[tuple[int, Record]],
    lines: Mapping[int, tuple[int, ...]],
    rows: Mapping[int, Record],
) -> dict[int, int]:
    """Elements that look like a misspelling of one line's role: the one of their number, or one
    that no element has, where only one is as alike."""
    taken = {row for found in lines.values() for row in found}
    free = {row: fold(record.get("role")) for row, record in rows.items() if row not in taken}
    found: dict[int, int] = {}
    for label, element in elements:
        said = fold(element["name"])
        if label in lines:
            roles = {row: fold(rows[row].get("role")) for row in lines[label]}
            shared = any(set(said.split()) & set(role.split()) for role in roles.values())
            least = _ALIKE_IN_PART if shared else _ALIKE_BY_NUMBER
            near = [] if said in roles.values() else _near(said, roles, least)
        else:
            near = _near(said, free, _ALIKE_ROLES)
        if len(near) == 1:
            found[label] = near[0]
    return found


def _near(said: str, roles: Mapping[int, str], least: float) -> list[int]:
    return [row for row, role in roles.items() if role != said and _is_slip(said, role, least)]
