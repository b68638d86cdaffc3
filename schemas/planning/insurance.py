"""Insurance: policies and certificates, for whom, what they cover, to which limit, until when."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from schemas import rows
from schemas.headings import Header, Shape, normal
from schemas.kind import Found, Kind
from schemas.planning.dated_lists import DatedList
from schemas.planning.insurance_fields import FIELDS
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import amounts
from schemas.values.words import Fault, is_error, not_ready

_WORDS = re.compile(
    r"\b(?:insur\w*|polic(?:y|ies)|certificates?|coi|cois|coverage|underwriter|assur\w*|police|"
    r"versicher\w*|deckung\w*|seguros?|polizas?|asegurad\w*|cobertura)\b"
)
_PRODUCTION = re.compile(
    r"\b(?:general liability|liability|third party|workers ?comp\w*|rented equipment|equipment|"
    r"props?|wardrobe|negative|extra expense|e and o|errors and omissions|hired auto|"
    r"non ?owned|umbrella|excess liability|dice|cast insurance|essential element|film\w*|"
    r"production|drone|aviation|marine|stunt\w*|rental house|studios?|camera|locations?|"
    r"responsabilite civile|rc|tous risques|materiel|negatif|tournage|haftpflicht|requisiten\w*|"
    r"gerate\w*|ausfall\w*|sachversicherung|betriebshaftpflicht|responsabilidad civil|"
    r"equipos?|rodaje|mojados|negativo)\b"
)
_OTHER = re.compile(
    r"\b(?:employees?|patients?|members?|dependents?|mortgage|plan|copay|group number|subscriber|"
    r"vehicle|vin|date of birth|dob|(?<!\bone )(?<!\beach )(?<!\bevery )(?<!\bper )claims?)\b"
)
"""Words of other people's insurances; a limit may be of "any one claim" all the same."""
_CERTIFICATES = re.compile(r"\b(?:cois?|certificates? of insurance|insurance certificates?)\b")


def enough(sheet: Sheet, header: Header) -> bool:
    """An insurance log has policies or certificates, their covers or holders, a date or a limit.

    Covers that a production buys stand in it, or those to whom certificates go: a household's
    insurances, an employer's health plans and a fleet's are none.
    """
    fields = header.columns.keys()
    headings = [normal(heading) for heading in (*header.headings.values(), *header.others)]
    certified = any(_CERTIFICATES.search(heading) for heading in headings)
    if not (fields & {"policy_number", "cover"} or certified):
        return False
    if not fields & {"insurer", "broker", "holder"}:
        return False
    if not fields & {"end_date", "start_date", "limit"} or len(fields - {"notes"}) < 4 - certified:
        return False
    top = min(header.rows, default=1)
    above = [text for row in sheet.texts[max(0, top - 7) : top - 1] for text in row[:4] if text]
    titles = [normal(text) for text in (*above, sheet.grid.tab)]
    below = [
        normal(text)
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + 40) + 1)
        for text in sheet.line(row)
        if text and not text.isdigit()
    ]
    if any(map(_OTHER.search, (*headings, *below))):
        return False
    held = any(
        heading.endswith(("certificate holder", "additional insured")) for heading in headings
    )
    spoken = any(map(_WORDS.search, (*headings, *titles)))
    return spoken and (
        sheet.of_film or held or certified or any(map(_PRODUCTION.search, (*titles, *below)))
    )


def settles(sheet: Sheet, header: Header) -> Header:
    """A column headed "Policy" or "Insurance" beside one of numbers says what is covered.

    Of two that are headed as covers ("Type", "Cover £") the one of figures has their limits.
    """
    if "cover" in header.columns:
        return _limited(sheet, header)
    policy = header.columns.get("policy_number")
    if policy is not None and _is_worded(sheet, header, policy):
        return _numbered(sheet, header, policy)
    for heading, col in header.others.items():
        if _WORDS.fullmatch(normal(heading)) and _is_worded(sheet, header, col):
            return header.with_field("cover", heading, col)
    return header


def _limited(sheet: Sheet, header: Header) -> Header:
    """The header with the figures of a second column that is headed as a cover for the limits."""
    again = header.repeated.get("cover")
    if "limit" in header.columns or again is None:
        return header
    (heading,) = [said for said, col in header.others.items() if col == again] or [""]
    first, texts = header.columns["cover"], _below(sheet, header, again)
    if heading and texts and all(map(_has_digit, texts)) and _is_worded(sheet, header, first):
        return header.with_field("limit", heading, again)
    if heading and _is_worded(sheet, header, again) and not _is_worded(sheet, header, first):
        figures = header.renamed("cover", "limit")
        return figures.with_field("cover", heading, again)
    return header


def _is_worded(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether a column holds words without a figure in them."""
    texts = _below(sheet, header, col)
    return bool(texts) and not any(map(_has_digit, texts))


def _below(sheet: Sheet, header: Header, col: int) -> list[str]:
    below = range(header.bottom + 1, min(sheet.height, header.bottom + 40) + 1)
    return [text for row in below if (text := sheet.text(row, col))]


def _numbered(sheet: Sheet, header: Header, cover: int) -> Header:
    """The same with a column headed "Policy" for the cover, and one headed "No." for its number."""
    columns = {name: col for name, col in header.columns.items() if name != "policy_number"}
    headings = {name: said for name, said in header.headings.items() if name != "policy_number"}
    made = replace(header, columns=columns, headings=headings)
    made = made.with_field("cover", header.headings.get("policy_number", ""), cover)
    for heading, col in header.others.items():
        texts = _below(sheet, header, col)
        if _NUMBER.fullmatch(normal(heading)) and any(map(_has_digit, texts)):
            return made.with_field("policy_number", heading, col)
    return made


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


_NUMBER = re.compile(r"#|no|nr|num|number|ref|reference|ref no|numero|nummer|n")


def _complete(sheet: Sheet, found: Found, record: Record) -> None:
    """Read limit and deductible: the first amount that they state; words alone are none.

    Nor are they a premium: "see cost report".
    """
    if "premium" in record.faults:
        text = sheet.text(record.row, found.header.columns["premium"])
        rows.leave_in_words(record, "premium", text)
    for name in ("limit", "deductible"):
        col = found.header.columns.get(name)
        if col is None:
            continue
        comma = sheet.writing(col, Shape.MONEY).comma
        read = _first_amount(sheet.grid.at(record.row, col), sheet.text(record.row, col), comma)
        record.values[name] = read if isinstance(read, Decimal) else None
        if isinstance(read, Fault):
            record.faults[name] = read


_PARTS = re.compile(r"\s*(?:/|;|\band\b|\bet\b|\bund\b|\by\b|\+|\()\s*", re.IGNORECASE)
_QUALIFIED = re.compile(
    r"\s*(?:per|each|every|any one|aggregate|agg|occ\w*|csl|limit|combined|par|je|por|pro)\b.*",
    re.IGNORECASE,
)


def _first_amount(value: object, text: str, comma: bool) -> Decimal | Fault | None:
    """The first amount of "$1,000,000 / $2,000,000 aggregate"; ``None`` for words ("Statutory")."""
    if is_error(text):
        return not_ready(text)
    if not any(map(str.isdigit, text)) or "%" in text:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return amounts.amount(value, comma=comma)
    read = amounts.amount(text, comma=comma)
    if isinstance(read, Fault):
        part = _QUALIFIED.sub("", _PARTS.split(text)[0])
        again = amounts.amount(part, comma=comma) if part else None
        return again if isinstance(again, Decimal) else read
    return read


LIST = DatedList(
    name="insurance",
    fields=FIELDS,
    named=("policy_number", "cover", "holder", "insurer"),
    money=("premium",),
    expires="insurance",
    complete=_complete,
)
KIND = Kind(
    name="insurance",
    fields=FIELDS,
    enough=enough,
    read=LIST.read,
    titles="insurance|insurance log|certificates? of insurance|coi|cois|coi log|assurances?|"
    "versicherung(?:en)?|seguros?|polizas?",
    settles=settles,
    core=(
        "cover policy_number",
        "insurer broker holder policy_number",
        "end_date start_date limit",
    ),
    called="policies|policen|cover|covers|polices|coverage|brokers?",
    refused=lambda _, header: any(
        _OTHER.search(normal(text)) for text in (*header.headings.values(), *header.others)
    ),
)
