"""A cast list's headings settled: roles and performers, numbers with roles in one column."""

from __future__ import annotations

import re
from dataclasses import replace

from schemas.finding import by_values
from schemas.headings import Header, normal
from schemas.people import engaged, papers, parted, unions
from schemas.people.cast_fields import FIELDS
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.vocabulary import Vocabulary

_DEAL = Vocabulary([field for field in FIELDS if field.name == "deal"])
_SAMPLE, _LEAST = 60, 3
_TYPE = re.compile(r"(?:deal|contract) type|type of (?:deal|contract)")
"""Headings of what a deal is for, which are the deal where nothing else is."""


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell performers under "Cast" from roles, and "1.GEORGE" for a number with a role."""
    header = _with_union(sheet, _with_roles(_with_performers(header)))
    header = _with_deal(sheet, header)
    kind = normal(header.headings.get("rate_unit", ""))
    if "deal" not in header.columns and _TYPE.fullmatch(kind):
        header = header.renamed("rate_unit", "deal")
    header = parted.settled(sheet, papers.settled(sheet, engaged.settled(sheet, header)))
    col = header.columns.get("role")
    if col is None or "element_id" in header.columns:
        return header
    texts = [sheet.text(row, col) for row in range(header.bottom + 1, sheet.height + 1)]
    both = [text for text in texts if text and numbered(text)]
    if not both or len(both) * 2 < sum(map(bool, texts)):
        return header
    told = header.renamed("role", "element_id")  # `enough` asks whether roles were named as well
    return replace(told, quality={**told.quality, "role": header.quality["role"]})


def _with_roles(header: Header) -> Header:
    """Take "Who" or "As" beside the performers for their roles, where no other column has them."""
    if "role" in header.columns or not {"name", "last_name"} & header.columns.keys():
        return header
    said = [(text, col) for text, col in header.others.items() if normal(text) in _PLAYED]
    return header.with_field("role", *said[0]) if len(said) == 1 else header


_PLAYED = ("who", "as", "plays", "playing", "wer", "spielt", "qui", "joue", "quien", "interpreta")


def _with_union(sheet: Sheet, header: Header) -> Header:
    """Take unions below "Tarif" for the union, and the next column of deals for the deal."""
    col = header.columns.get("deal")
    if col is None or "union" in header.columns:
        return header
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    texts = [text for row in rows if (text := sheet.text(row, col))]
    if len(texts) < _LEAST or sum(map(unions.is_body, texts)) * 2 <= len(texts):
        return header
    further = header.repeated.get("deal")
    header = header.renamed("deal", "union")
    again = [(text, at) for text, at in header.others.items() if at == further]
    return header.with_field("deal", *again[0]) if again else header


def _with_deal(sheet: Sheet, header: Header) -> Header:
    """Take the one column of amounts below "DEAL" for the deal, whatever it is called there.

    A commercial's performers are paid by the session, beside fittings and the usage that is bought.
    """
    if "deal" in header.columns or len(header.rows) < 2:
        return header
    rows = tuple(range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1))
    fitting = []
    for text, col in header.others.items():
        filled = tuple(row for row in rows if sheet.text(row, col))
        if _is_below_deal(text) and len(filled) >= _LEAST:
            fitting += [(text, col)] * (
                by_values.share(sheet, col, filled, by_values.is_amount) > 0.8
            )
    return header.with_field("deal", *fitting[0]) if len(fitting) == 1 else header


def _is_below_deal(heading: str) -> bool:
    """Whether a heading's first tier is the deal's: "DEAL Session"."""
    words = heading.split()
    return any(_DEAL.match(" ".join(words[:end])) for end in range(1, len(words)))


def _with_performers(header: Header) -> Header:
    """Take "Cast" beside "Role" for the performers, where no other column has them."""
    role, other = header.columns.get("role"), header.repeated.get("role")
    if role is None or other is None or {"name", "last_name"} & set(header.columns):
        return header
    texts = {col: text for text, col in header.others.items()}
    texts[role] = header.headings["role"]
    cast = [col for col in (role, other) if normal(texts.get(col, "")) == "cast"]
    if len(cast) != 1:
        return header
    character = other if cast[0] == role else role
    return replace(
        header,
        columns={**header.columns, "role": character, "name": cast[0]},
        headings={**header.headings, "role": texts[character], "name": texts[cast[0]]},
        others={text: col for text, col in header.others.items() if col not in (role, other)},
        quality={**header.quality, "name": header.quality["role"]},
    )


def numbered(text: str) -> tuple[str, str] | None:
    """Part "1.GEORGE" into number and role."""
    parts = codes.split(text)
    return parts if parts and any(char.isdigit() for char in parts[0]) else None
