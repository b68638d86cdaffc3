"""Names as people write them: "Moreno, Ana", "Moreno Inc. f/s/o Ana Moreno", "TBD (local)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from schemas.values.marks import booking
from schemas.values.words import fold, is_dash, is_open, listed

_SUFFIXES = listed("jr sr ii iii iv inc llc ltd co corp gmbh lp esq phd md csa asc bsc dga pga")
_SUFFIXES |= listed("afc aea sarl sas sl sa dgc gag jnr snr")
_NOBODY = re.compile(
    r"(?:tb[abcdhn]\b|to be (?:hired|determined|confirmed|announced|decided|cast)|open\b|vacant\b|"
    r"vacancy|hiring\b|not (?:yet )?(?:hired|filled|cast)|unfilled|position open|need(?:ed)?$|"
    r"a (?:pourvoir|confirmer|engager|determiner|venir)\b|n\.? ?n\.?$|noch offen|offen\b|unbesetzt|"
    r"por (?:confirmar|definir|contratar)|vacante|sin asignar|no one|nobody|none$|x+$).*"
)
_SERVICES = re.compile(
    r"[\s,;(]*\b(?:f/s/o|fso|f\.s\.o\.?|f/s/0|for (?:the )?services of)[\s:]+", re.IGNORECASE
)
_COMPANY = re.compile(
    r"\b(?:inc|llc|ltd|corp|co|gmbh|lp|limited|productions?|pictures|films?|sarl|s\.?l)\b\.?$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?P<name>[^(\[]*[^(\[\s])\s*[(\[](?P<remark>[^)\]]*)[)\]]?")
_DASHED = re.compile(r"(?P<name>.+?)\s+[-–—]\s+(?P<remark>.+)")


@dataclass(frozen=True, slots=True)
class Named:
    """Who a name's cell names: ``None`` where nobody is named yet.

    ``loan_out`` is the company that lends the person; ``remark`` is what stood about the name
    ("shared with B unit", "pencilled").
    """

    name: str | None = None
    loan_out: str | None = None
    remark: str | None = None


@lru_cache(maxsize=8192)
def named(text: str | None) -> Named:
    """Read a name's cell, as cleaned text."""
    if not text or is_dash(text):
        return Named()
    loan_out = remark = None
    parts = _SERVICES.split(text, maxsplit=1)
    if len(parts) == 2:
        loan_out, text = parts[0].strip() or None, parts[1].rstrip(" )")
    if match := _REMARK.fullmatch(text):
        text, remark = match["name"], match["remark"].strip() or None
    elif (match := _DASHED.fullmatch(text)) and booking(match["remark"]) is not None:
        text, remark = match["name"], match["remark"]
    if is_open(text) or _NOBODY.fullmatch(fold(text).strip("()[] ")):
        return Named(None, loan_out, remark)
    if remark and loan_out is None and _COMPANY.search(remark):
        loan_out, remark = remark, None
    return Named(_in_order(text), loan_out, remark)


def person(text: str | None) -> str | None:
    """A person's name as it is said: "Moreno, Ana" -> "Ana Moreno". Open words are nobody."""
    return named(text).name


def words(text: str | None) -> frozenset[str]:
    """The words of a person's name, in any order and case: what two lists have in common."""
    return frozenset(re.findall(r"[^\W\d_]{3,}", fold(person(text) or "")))


def joined(first: str | None, last: str | None) -> str | None:
    """A name from its two columns; an open or dashed part is none."""
    parts = [part for part in (first, last) if part and not is_open(part) and not is_dash(part)]
    return person(" ".join(parts) or None)


def is_continued(text: str) -> bool:
    """Whether a name's cell says whose services the company on the line above lends."""
    return _SERVICES.match(text + " ") is not None


def _in_order(text: str) -> str:
    """First name first, where a comma says that the last name leads; "Smith, Jr." stays."""
    last, comma, first = text.partition(",")
    first, last = first.strip(), last.strip()
    if not comma or not first or not last or "," in first:
        return text
    if first.split(" ", maxsplit=1)[0].lower().strip(".") in _SUFFIXES:
        return text
    return f"{first} {last}"
