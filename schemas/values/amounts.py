"""Amounts of money in every form that people type them: "$1,200", "(350.00)", "GBP 2k", "-"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from model.grid import Scalar
from model.money import ZERO, exact
from schemas.values.words import Fault, clean, is_dash, is_error, is_open, listed, not_ready

_CODES = "USD|CAD|AUD|NZD|GBP|EUR|CHF|JPY|CNY|HKD|SGD|INR|MXN|BRL|ZAR|SEK|NOK|DKK|ISK|PLN|CZK|HUF"
_CODES += "|RON|BGN|TRY|ILS|AED|KRW|THB|MAD"
_CURRENCY = re.compile(rf"\b(?:{_CODES})\b|(?:US|CA|AU|NZ|HK|C|A|R)?\$|[£€¥₹]", re.IGNORECASE)
_SYMBOLS = {"£": "GBP", "€": "EUR", "₹": "INR", "US$": "USD", "CA$": "CAD", "C$": "CAD"}
_SYMBOLS |= {"A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "HK$": "HKD", "R$": "BRL"}
_SCALES = {"k": 3, "m": 6, "mm": 6, "mio": 6}
_SCALE = re.compile(r"(?<=[\d.,])\s*(k|m|mm|mio)\.?$", re.IGNORECASE)
_EVEN = re.compile(r"[,.](-{1,2}|–|—)$")
_CREDIT = re.compile(r"\s*\b(cr|dr)\.?$", re.IGNORECASE)
_MINUS = "-−–"

_COMMA_LANGUAGES = listed(
    "de fr es it pt nl sv da nb nn no fi pl cs sk sl hr sr ru uk bg ro hu el tr is et lv lt ca gl "
    "eu id vi"
)
_DOT_LOCALES = listed(
    "de_CH de_LI es_MX es_US es_PR es_DO es_GT es_HN es_NI es_PA es_PE es_SV it_CH"
)


def decimal_comma(locale: str) -> bool:
    """Whether a locale writes 1.234,56 rather than 1,234.56."""
    name = locale.replace("-", "_")
    return name.split("_")[0] in _COMMA_LANGUAGES and name not in _DOT_LOCALES


def amount(value: Scalar, *, comma: bool = False) -> Decimal | Fault | None:
    """Read an amount, in major units, exact. Blank gives ``None``; a lone dash is zero.

    ``comma`` says that the decimal mark is a comma. What can be read in two ways ("1.200" where
    the point is the decimal mark: no money has three decimals) is a fault, never a guess.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    text = clean(value)
    if not text:
        return None
    if is_error(text):
        return not_ready(text)
    if is_open(text):
        return Fault("amount-open", f'says "{text}"', "an amount", "Type the amount once known.")
    if is_dash(text):
        return ZERO
    read = None if isinstance(value, bool) else _text(text, comma)
    return unreadable(text) if read is None else read


def unreadable(text: str) -> Fault:
    """The fault of a cell that should hold an amount and holds ``text``."""
    return Fault(
        "unreadable-amount",
        f'holds "{text}", which is no amount',
        "an amount, such as 1200 or 1,200.50",
        "Type the amount as a plain number; put words into a notes column.",
    )


def currency(value: Scalar) -> str | None:
    """The ISO code of the currency that an amount's text states, where that is unmistakable.

    A bare dollar sign says nothing: it is half a dozen currencies.
    """
    match = _CURRENCY.search(value) if isinstance(value, str) else None
    if match is None or match[0] in ("$", "¥"):
        return None
    return _SYMBOLS.get(match[0].upper(), match[0].upper())


def _number(value: float) -> Decimal | Fault:
    try:
        return exact(value)
    except (InvalidOperation, ValueError):
        return unreadable(repr(value))


def _text(text: str, comma: bool) -> Decimal | None:
    """Take currency, sign and scale off, then read the digits; ``None`` where that fails."""
    bare = _EVEN.sub("", _CURRENCY.sub(" ", text).strip()).strip()
    if is_dash(bare):
        return ZERO
    bare, negative = _unsigned(bare)
    scale = _SCALE.search(bare)
    power = _SCALES[scale[1].lower()] if scale else 0
    digits = _digits(bare[: scale.start()] if scale else bare, comma, loose=bool(scale))
    if digits is None or negative is None:
        return None
    try:
        read = exact(Decimal(digits).scaleb(power))
    except (InvalidOperation, ValueError):
        return None
    return -read if negative else read


def _unsigned(text: str) -> tuple[str, bool | None]:
    """Split off the sign: parentheses, a minus before or after, CR. ``None``: signs contradict."""
    minus = 0
    credit = _CREDIT.search(text)
    if credit:
        minus += credit[1].lower() == "cr"
        text = text[: credit.start()]
    if text.startswith("(") and text.endswith(")"):
        minus += 1
        text = text[1:-1].strip()
    if text and text[0] in _MINUS + "+":
        minus += text[0] != "+"
        text = text[1:].strip()
    elif text and text[-1] in _MINUS:
        minus += 1
        text = text[:-1].strip()
    return text, bool(minus) if minus < 2 else None


_GROUPS = r"[1-9]\d{{0,2}}(?:([{marks} '’])\d{{3}})(?:\1\d{{3}})*"
_PLAIN = {
    mark: re.compile(rf"\d+(?:[{mark}]\d*)?|[{mark}]\d+|\d+[{mark}]\d+") for mark in (".", ",")
}
_GROUPED = {
    mark: re.compile(_GROUPS.format(marks=other) + rf"(?:[{mark}]\d*)?")
    for mark, other in ((".", ","), (",", "."))
}
_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d*)?")
_FOREIGN = {
    ".": re.compile(r"[1-9]\d{0,2}(?:[. ’]\d{3})+,\d{1,2}|[1-9]\d{0,2}(?:\.\d{3}){2,}"),
    ",": re.compile(r"[1-9]\d{0,2}(?:[, ’]\d{3})+\.\d{1,2}|[1-9]\d{0,2}(?:,\d{3}){2,}"),
}
_AMBIGUOUS = {mark: re.compile(rf"[1-9]\d{{0,2}}[{mark}]\d{{3}}") for mark in (".", ",")}


def _digits(text: str, comma: bool, *, loose: bool = False) -> str | None:
    """Digits with their separators -> digits with a point; ``None`` where they make no number.

    ``loose`` lets three decimals stand ("1.250m"), which before a scale are no thousands.
    """
    mark, other = (",", ".") if comma else (".", ",")
    if _AMBIGUOUS[mark].fullmatch(text) and not loose:
        return None
    if _PLAIN[mark].fullmatch(text) or _GROUPED[mark].fullmatch(text):
        return re.sub(rf"[{re.escape(other)} '’]", "", text).replace(mark, ".")
    if not comma and _INDIAN.fullmatch(text):
        return text.replace(",", "")
    if _FOREIGN[mark].fullmatch(text):
        return re.sub(rf"[{re.escape(mark)} ’]", "", text).replace(other, ".")
    return None
