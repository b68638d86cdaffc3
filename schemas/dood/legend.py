"""A day-out-of-days' legend, where the sheet prints one: "T = Travel", "F | Fitting"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from schemas import further
from schemas.dood import codes as dood_codes
from schemas.dood import words as dood_words
from schemas.headings import normal
from schemas.sheet import Sheet

_BARE = r"[A-Za-zÀ-Ý]{1,4}(?:/[A-Za-z]{1,3})?"
_CODE = rf"{_BARE}|\({_BARE}\)|/"
_SIGN = r"\s*(?:=|:|→|–|—|-(?=\s))\s*"
_ENTRY = re.compile(
    rf"(?P<code>{_CODE}){_SIGN}(?P<words>(?:1(?:er|ère|st|ª|º|\.)\s?)?[^\W\d_][^=:,;|•]*?)"
    rf"(?=\s*[,;|•·]|\s/\s|\s+(?:{_CODE})\??\s*[=:]|\s+[^\s=:,;|•]+\s*=|\.\s|\s*$)"
)
_APART = re.compile(r"\s*[,;|•·]\s*|\s+/\s+")
_LISTED = re.compile(r"([A-ZÀ-Ý]{1,4}|/)\s+([^\W\d_][^=:,;|•]{2,})")
"""A code and its meaning with nothing between, in a list of such: "S start, W work"."""
_CAPITALS = r"[A-Z]{1,4}(?:/[A-Z]{1,3})?|/"
_SPACED = re.compile(
    rf"(?:^|(?<=\s))({_CAPITALS})\s+([^\W\d_A-Z][^=:,;|•A-Z]*?)(?=\s+(?:{_CAPITALS})\s|$)"
)
"""The same with nothing but spaces between: "S start W work F finish"."""
_ENOUGH = 3
"""Entries of such a list that no title announces."""
_REVERSED = re.compile(r"([^\W\d_][^=:,;|•]*?)\s*=\s*([A-Z]{1,3})(?=[\s,;|•]|$)")
"""The meaning first: "hold = H, travel = T"."""
_TITLE = re.compile(
    r"^\s*(?:legends?|keys?|codes?|code key|abbreviations?|l[ée]gendes?|abr[ée]viations?|"
    r"zeichen\w*|k[üu]rzel|abk[üu]rzungen|leyendas?|claves?|c[óo]digos?|siglas|abreviaturas)\b\s*[:=–-]*\s*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:camera |screen |hair |make ?up |wardrobe )?test|tests?|scouts?|tech scout|"
    r"(?:stunt )?training|school|adr|looping|publicity|photo(?: shoot)?|medical|idle|standby|"
    r"weather|not available|unavailable|available|prep|turnaround|per diem|off|day off|rest|"
    r"(?:essais?|reperage|frei|repos|libre|descanso|probeaufnahmen|motivbesichtigung)|"
    r"sperrtermin|nicht verfugbar|verhindert|indisponible|indispo|no disponible"
)
_RESERVED = re.compile(
    r"\b(?:sperrtage?|gesperrt|blocktage?|geblockt|reserviert|disponibles?|dispo|a disposition|"
    r"verfugbar|available|on call|auf abruf)\b"
)
"""Words of days for which somebody is kept: H, where they explain H or say that they are paid."""
PAID = re.compile(
    r"(?<!\bnot )(?<!\bnon )(?<!\bpas )(?<!\bno )(?<!\bnicht )"
    r"\b(?:paid|payable|bezahlt|zahlbar|payee?s?|payables?|pagad[ao]s?|remuneree?s?|vergutet)\b"
)
_ON_SET = re.compile(
    r"(?!.*\b(?:not|no|nicht|pas|hold|stand ?by)\b)"
    r".*\b(?:on set|am set|sur (?:le )?plateau|en (?:el )?(?:set|plato))"
)
"""Words of days on which somebody is there to work: "teacher on set"."""
_STEM = 4
"""Letters at the beginning of a word by which it is known in another form."""
_SHORT = re.compile(_CODE)
_LONGEST = 4
_SIGNS = frozenset(("=", ":", "-", "–", "→", ">"))
"""What may stand in a cell of its own between a code and its meaning."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One explanation: a code, what it stands for (``None``: not understood), where it was read."""

    code: str
    stands: str | None
    row: int
    col: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What a tab explains: a code as written -> as Movie Magic writes it; and the codes' cells."""

    codes: Mapping[str, str]
    places: frozenset[tuple[int, int]]


def read(sheet: Sheet) -> Legend:
    """The codes that a tab explains, and where.

    A code explained as something that Movie Magic has no letter for stands for itself. What is
    not understood at all is taken only beside entries that are. Two that contradict each other
    are both dropped.
    """
    entries = list(_entries(sheet))
    sure = [entry for entry in entries if entry.stands is not None]
    near = {row for entry in sure for row in range(entry.row - 1, entry.row + 2)}
    codes: dict[str, str] = {}
    contradicted: set[str] = set()
    places: set[tuple[int, int]] = set()
    for entry in entries:
        stands = entry.stands or _of_its_letters(entry, sure)
        if stands is None:
            if len(sure) < 2 or entry.row not in near or entry.code in dood_codes.WHOLE:
                continue
            stands = _itself(entry.code)
        stands = _with_work(entry.code, stands, sure)
        places.add((entry.row, entry.col))
        if codes.setdefault(entry.code, stands) != stands:
            contradicted.add(entry.code)
    kept = {code: stands for code, stands in codes.items() if code not in contradicted}
    return Legend(kept, frozenset(places))


def _with_work(code: str, stands: str, sure: Sequence[_Entry]) -> str:
    """A code for somebody's first or last day, one of whose letters is explained as work.

    "TF = dernier jour" beside "T = tourne" is the last day of work.
    """
    works = {one.code for one in sure if one.stands == "W"} & set(code)
    return {"S": "SW", "F": "WF"}.get(stands, stands) if works and len(code) > 1 else stands


def _of_its_letters(entry: _Entry, sure: Sequence[_Entry]) -> str | None:
    """What a code made of explained letters stands for, whose words are theirs in another form.

    "DT = débute et travaille" beside "D = début" and "T = travail"; "WD = weather delay" is no
    work and drop.
    """
    parts = {one.code: one for one in sure if len(one.code) < len(entry.code)}
    used = [parts[letter] for letter in entry.code if letter in parts]
    stems = {word[:_STEM] for word in normal(entry.words).split()}
    if len(used) < len(entry.code) or any(
        stems.isdisjoint(word[:_STEM] for word in normal(one.words).split()) for one in used
    ):
        return None
    mark = dood_codes.parse(entry.code, {one.code: one.stands or "" for one in used})
    return mark.code if mark and mark.atoms else None


def words(sheet: Sheet, rows: int | None = None) -> Mapping[str, str]:
    """What a tab says that its letters stand for, in its own words: "V = prep day".

    ``rows`` are those looked at, from the top; without them, all.
    """
    return {
        code.upper(): said
        for texts in sheet.texts[:rows]
        for text in texts
        if len(text) > 2
        for code, said in _parts(text)
    }


def explains(text: str) -> bool:
    """Whether a cell is an entry of a legend or its title, so neither a name nor a mark."""
    found = [_stands(code, words) is not None for code, words in _parts(text)]
    return any(found) or (bool(_TITLE.match(text)) and not _TITLE.sub("", text))


def _entries(sheet: Sheet) -> Iterator[_Entry]:
    """Every explanation on the tab: within a cell, or in two neighbours."""
    titled = False
    for row, texts in enumerate(sheet.texts, start=1):
        yield from _spread(row, texts)
        for col, (text, following) in enumerate(zip(texts, [*texts[1:], ""], strict=True), start=1):
            if len(text) > 2:
                titled = titled or bool(_TITLE.match(text))
                parts = _parts(text)
                for code, words in parts:
                    stands = _stands(code, words, loosely=len(parts) > 1)
                    yield _Entry(code.upper(), stands, row, col, words)
            if not (len(text) <= _LONGEST and _SHORT.fullmatch(text)):
                continue
            apart, least = (2, 2) if following in _SIGNS else (1, 4)
            words = sheet.text(row, col + apart)
            if apart == 1 and _heads_totals(text, words, sheet.text(row, col + 2)):
                continue
            if len(words) >= least and (titled or _is_list(sheet, row, col, apart)):
                yield _Entry(text.upper(), _stands(text, words), row, col, words)


def _spread(row: int, texts: Sequence[str]) -> Iterator[_Entry]:
    """The entries of a list that has a cell of the row for each: "SW start work | | T travel"."""
    found = {
        col: (match[1], match[2].strip(" ."))
        for col, text in enumerate(texts, start=1)
        if (match := _LISTED.fullmatch(text))
    }
    stands = {col: _stands(*said, loosely=True) for col, said in found.items()}
    known = sum(meant is not None for meant in stands.values())
    if len(found) >= _ENOUGH and known * 2 > len(found):
        yield from (
            _Entry(code, stands[col], row, col, words) for col, (code, words) in found.items()
        )


def _heads_totals(text: str, words: str, following: str) -> bool:
    """Whether neighbours head columns of totals, and explain nothing: "Work" and "Hold", or
    whatever stands before "Start" and "Finish".
    """
    is_word = len(following) > _LONGEST or dood_codes.meaning(following) is not None
    return _heads_total(words) and (_heads_total(text) or (is_word and _heads_total(following)))


def _heads_total(text: str) -> bool:
    """Whether a word, which is no code, may head a column of totals."""
    said = normal(text)
    is_code = dood_codes.parse(text) is not None and dood_codes.meaning(text) is None
    return not is_code and (said in _TOTALS or said in further.headings("dood_totals"))


_TOTALS = frozenset(word for words in dood_words.TOTALS.values() for word in words.split("|"))


def _is_list(sheet: Sheet, row: int, col: int, apart: int) -> bool:
    """Whether a code and its meaning beside it have further such pairs above, below or beside."""
    beside = [(row, col + step) for step in range(-apart - 2, apart + 3) if abs(step) > apart]
    return any(
        _SHORT.fullmatch(sheet.text(other, at)) is not None
        and _stands(sheet.text(other, at), sheet.text(other, at + apart)) is not None
        for other, at in ((row - 1, col), (row + 1, col), *beside)
        if at > 0
    )


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[tuple[str, str], ...]:
    """The explanations within one cell, of which there may be several: "W = Work, H = Hold"."""
    bare = _TITLE.sub("", text)
    if listed := _listed(bare, titled=bare != text):
        return listed
    if not any(sign in bare for sign in "=:→–—-"):
        return ()
    turned = tuple((code, words) for words, code in _REVERSED.findall(bare))
    if turned and all(dood_codes.meaning(words) for _, words in turned):
        return turned
    entries = [
        match
        for match in _ENTRY.finditer(bare)
        if not match.start() or not bare[match.start() - 1].isalnum()
    ]
    ends = [match.start() for match in entries[1:]] + [len(bare)] * bool(entries)
    return tuple(
        (match["code"], _in_full(match["words"], bare[match.start("words") : end]))
        for match, end in zip(entries, ends, strict=True)
    )


def _in_full(words: str, further: str) -> str:
    """An explanation up to the next one, where it goes on behind a comma: "start, work, finish"."""
    whole = further.strip(" .,;|•·")
    return whole if dood_codes.meaning(whole) else words.strip(" .")


def _listed(text: str, *, titled: bool) -> tuple[tuple[str, str], ...]:
    """The entries of a list without signs, which a title announces or that is mostly understood."""
    parts = [_LISTED.fullmatch(part) for part in _APART.split(text.strip(" ."))]
    found = tuple((part[1], part[2].strip(" .")) for part in parts if part)
    if len(parts) == 1 and len(spaced := _SPACED.findall(text)) >= _ENOUGH:
        found = tuple((code, words.strip(" .")) for code, words in spaced)
    elif len(found) < len(parts):
        return ()
    known = sum(_stands(code, words, loosely=True) is not None for code, words in found)
    return found if titled or (len(found) >= _ENOUGH and known * 2 > len(found)) else ()


def _stands(code: str, words: str, *, loosely: bool = False) -> str | None:
    """What the words of an explanation make of its code; ``None`` where they are not known.

    ``loosely`` lets the first word speak for all: "hold on site", in a list of explanations.
    """
    meant = (
        dood_codes.meaning(words)
        or dood_codes.meaning(re.sub(r"\([^)]*\)", "", words))
        or dood_codes.meaning(PAID.sub("", normal(words)))
    )
    if meant is not None:
        return meant
    if _OTHER.fullmatch(normal(words)):
        return _itself(code)
    if _ON_SET.fullmatch(normal(words)):
        return "W"
    if _RESERVED.search(normal(words)) and (code.upper() == "H" or PAID.search(normal(words))):
        return "H"
    first, *further = normal(words).split() or [""]
    if not further or not loosely:
        return None
    return dood_codes.meaning(first) or (_itself(code) if _OTHER.fullmatch(first) else None)


def _itself(code: str) -> str:
    """A code that stands for itself; in lower case where it looks like one of Movie Magic's."""
    return code.lower() if dood_codes.parse(code) is not None else code.upper()
