"""Amounts of money in every form that people type them: "$1,200", "(350.00)", "GBP 2k", "-"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from model.grid import Scalar
from model.money import ZERO, exact
from schemas.values.separators import decimal_comma, digits
from schemas.values.words import Fault, clean, fold, is_dash, is_error, is_open, listed, not_ready

__all__ = ["amount", "currency", "decimal_comma", "unreadable"]

_CODES = "USD|CAD|AUD|NZD|GBP|EUR|CHF|JPY|CNY|HKD|SGD|INR|MXN|BRL|ZAR|SEK|NOK|DKK|ISK|PLN|CZK|HUF"
_CODES += "|RON|BGN|TRY|ILS|AED|KRW|THB|MAD|NGN|KES|GHS|EGP|PHP|COP|CLP|ARS|PEN|UYU|UAH"
_CURRENCY = re.compile(
    rf"(?<![A-Za-z])(?:{_CODES})(?![A-Za-z])"
    r"|(?<![A-Za-z])(?:US|CA|CDN|AU|NZ|HK|MX|C|A|R|S)? ?\$(?: ?(?:US|CA|CDN|AU|NZ)\b)?"
    r"|[£€¥₹₦₱₪₺₫₴]|\b(?:s?fr|kr|rs?|dollars?|euros?|pounds?)\b\.?|(?<![A-Za-z])R(?=\d)|z[łl]\b|k[čc]\b",
    re.IGNORECASE,
)
_SYMBOLS = {"£": "GBP", "€": "EUR", "₹": "INR", "₦": "NGN", "pound": "GBP", "pounds": "GBP"}
_SYMBOLS |= {"₱": "PHP", "₪": "ILS", "₺": "TRY", "₫": "VND", "₴": "UAH"}
_SYMBOLS |= {"euro": "EUR", "euros": "EUR", "sfr": "CHF", "zł": "PLN", "kč": "CZK", "r": "ZAR"}
_DOLLARS = {"us": "USD", "ca": "CAD", "cdn": "CAD", "c": "CAD", "a": "AUD", "au": "AUD"}
_DOLLARS |= {"nz": "NZD", "hk": "HKD", "r": "BRL", "s": "SGD", "mx": "MXN"}
DOLLARS = frozenset((*_DOLLARS.values(), "MXN", "ARS", "CLP", "COP", "UYU", "PHP", "DOP", "CUP"))
"""Currencies that are written with a dollar sign, pesos among them."""
_MANY_LANDS = listed("$ ¥ fr kr rs dollar dollars")

_SCALES = {"k": 3, "tsd": 3, "thousand": 3, "m": 6, "mm": 6, "mio": 6, "mln": 6, "million": 6}
_SCALE = re.compile(
    r"(?<=[\d.,])\s*(k|tsd|thousand|m|mm|mio|mln|million)s?\.?(?=\)?-?$)", re.IGNORECASE
)
_EVEN = re.compile(r"(?:[,.]|/)(-{1,2}|–|—|=)$")
_CREDIT = re.compile(r"\s*\b(cr|dr)\.?$", re.IGNORECASE)
_NOTHING = listed("nil zero none free gratis waived incl included n/c neant keine nada cero")
_NOTHING |= {"no charge", "-0-", "- 0 -", "(-)"}
_MINUS = "-−–‑"
_BRACKETS = {"(": ")", "<": ">"}


def amount(value: Scalar, *, comma: bool = False) -> Decimal | Fault | None:
    """Read an amount, in major units, exact. Blank gives ``None``; a lone dash or "nil" is zero.

    ``comma`` says that the decimal mark is a comma. What can be read in two ways ("1.200" where
    the point is the decimal mark: no money has three decimals) is a fault, never a guess.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(value)
    text = clean(value)
    return _read(text, comma) if isinstance(value, str) or not text else unreadable(text)


@lru_cache(maxsize=16384)
def _read(text: str, comma: bool) -> Decimal | Fault | None:
    """Read an amount's cleaned text."""
    if not text:
        return None
    if is_error(text):
        return not_ready(text)
    if is_open(text):
        return Fault("amount-open", f'says "{text}"', "an amount", "Type the amount once known.")
    if is_dash(text) or fold(text).rstrip(".") in _NOTHING:
        return ZERO
    if _CURRENCY.fullmatch(text):
        return None
    read = _text(text, comma)
    return unreadable(text, comma) if read is None else read


def unreadable(text: str, comma: bool = False) -> Fault:
    """The fault of a cell that should hold an amount and holds ``text``, and what it may mean."""
    found, suggestion = "is no amount", "Type the amount as a plain number; put words into a notes "
    suggestion += "column."
    spelt, about = _misspelt(text, comma), _estimate(text, comma)
    if text.endswith("%"):
        found = "is a percentage"
    elif spelt is not None:
        found, suggestion = "has letters among its figures", f"Type {spelt:f}, if that is meant."
    elif about is not None:
        found, suggestion = "is only about an amount", f"Type {about:f}, if that is to count."
    elif re.fullmatch(r"\d{1,3}[.,]\d{3}", bare := _CURRENCY.sub("", text).strip(" ()-")):
        plain = re.sub("[.,]", "", bare)
        found = f"could be {plain} or {bare.replace(',', '.')}"
        suggestion = f"Type {plain}, if that is meant, as a number."
    return Fault(
        "unreadable-amount",
        f'holds "{text}", which {found}',
        "an amount, such as 1200 or 1,200.50",
        suggestion,
        None if text.endswith("%") else about if spelt is None else spelt,
    )


_LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_ABOUT = re.compile(r"~|≈|\b(?:approx|about|around|circa|ca|env|environ|etwa|aprox|est)\b\.?|\?$")


def _misspelt(text: str, comma: bool) -> Decimal | None:
    """The amount that letters which look like figures were meant for: "1O0" -> 100."""
    mended = text.translate(_LETTERS)
    return _text(mended, comma) if mended != text and re.search(r"\d", text) else None


def _estimate(text: str, comma: bool) -> Decimal | None:
    """The amount in "approx 500" or "~1200"."""
    bare = _ABOUT.sub(" ", text.lower()).strip()
    return _text(bare, comma) if bare != text.lower() else None


def currency(value: Scalar) -> str | None:
    """The ISO code of the currency that an amount's text states, where that is unmistakable.

    A bare dollar sign says nothing: it is half a dozen currencies. "$1,200 CAD" says CAD.
    """
    if not isinstance(value, str):
        return None
    stated = [match[0].strip().lower().rstrip(".") for match in _CURRENCY.finditer(value)]
    codes = {_iso(sign) for sign in stated if sign not in _MANY_LANDS}
    return codes.pop() if len(codes) == 1 else None


def in_dollars(value: str) -> bool:
    """Whether an amount bears a bare dollar sign, and nothing that says whose."""
    signs = [match[0].strip() for match in _CURRENCY.finditer(value)]
    return signs == ["$"] and any(map(str.isdigit, value))


def _iso(sign: str) -> str:
    """The code of one sign, lower case: "us$", "$ ca", "€", "cad"."""
    if "$" in sign:
        return _DOLLARS[sign.replace("$", "").strip()]
    return _SYMBOLS.get(sign, sign.upper())


def _number(value: float) -> Decimal | Fault:
    try:
        return exact(value)
    except (InvalidOperation, ValueError):
        return unreadable(repr(value))


def _text(text: str, comma: bool) -> Decimal | None:
    """Take currency, sign and scale off, then read the digits; ``None`` where that fails."""
    bare = text.removeprefix("'").rstrip("*†").strip()
    bare = _EVEN.sub("", _CURRENCY.sub(" ", bare).strip()).strip()
    if is_dash(bare) or bare in ("(-)", "( - )"):
        return ZERO
    scale = _SCALE.search(bare)
    power = _SCALES[scale[1].lower()] if scale else 0
    bare, negative = _unsigned(bare[: scale.start()] + bare[scale.end() :] if scale else bare)
    read = digits(bare, comma, loose=bool(scale))
    if read is None or negative is None:
        return None
    try:
        size = exact(Decimal(read).scaleb(power))
    except (InvalidOperation, ValueError):
        return None
    return -size if negative else size


def _unsigned(text: str) -> tuple[str, bool | None]:
    """Split off the sign: brackets, a minus before or after, CR. ``None``: signs contradict."""
    minus = 0
    credit = _CREDIT.search(text)
    if credit:
        minus += credit[1].lower() == "cr"
        text = text[: credit.start()]
    if len(text) > 1 and text[-1] == _BRACKETS.get(text[0]):
        minus += 1
        text = text[1:-1].strip()
    if text and text[0] in _MINUS + "+":
        minus += text[0] != "+"
        text = text[1:].strip()
    elif text and text[-1] in _MINUS:
        minus += 1
        text = text[:-1].strip()
    return text, bool(minus) if minus < 2 else None
