"""Digits and the marks between them: which mark parts the decimals, by a locale or by a column."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas.values.words import clean, listed

_COMMA_LANGUAGES = listed(
    "de fr es it pt nl sv da nb nn no fi pl cs sk sl hr sr ru uk bg ro hu el tr is et lv lt ca gl "
    "eu id vi"
)
_DOT_LOCALES = listed(
    "de_CH de_LI es_MX es_US es_PR es_DO es_GT es_HN es_NI es_PA es_PE es_SV it_CH"
)

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
    ".": re.compile(r"[1-9]\d{0,2}(?:[. '’]\d{3})+,\d{1,2}|[1-9]\d{0,2}(?:\.\d{3}){2,}"),
    ",": re.compile(r"[1-9]\d{0,2}(?:[, '’]\d{3})+\.\d{1,2}|[1-9]\d{0,2}(?:,\d{3}){2,}|\d+\.\d{2}"),
}
_AMBIGUOUS = {mark: re.compile(rf"[1-9]\d{{0,2}}[{mark}]\d{{3}}") for mark in (".", ",")}

_NUMERAL = re.compile(r"\d[\d.,'’ ]*\d")
_SURE = {
    ",": re.compile(r"[1-9]\d{0,2}(?:[. '’]\d{3})+,\d{2}|[1-9]\d{0,2}(?:\.\d{3}){2,}"),
    ".": re.compile(r"[1-9]\d{0,2}(?:[, '’]\d{3})+\.\d{2}|[1-9]\d{0,2}(?:,\d{3}){2,}"),
}
_CURRENCY = r"[$€£¥₹]|\b(?:EUR|USD|GBP|CAD|AUD|CHF|MXN)\b"
_PRICED = {
    mark: re.compile(
        rf"(?:{_CURRENCY}) ?[1-9]\d{{0,2}}{re.escape(mark)}\d{{3}}(?![\d.,])|"
        rf"(?<![\d.,])[1-9]\d{{0,2}}{re.escape(mark)}\d{{3}} ?(?:{_CURRENCY})"
    )
    for mark in (".", ",")
}
_CENTS = {
    mark: re.compile(rf"(?<![\d.,])\d+{re.escape(mark)}\d{{2}} ?(?:{_CURRENCY})") for mark in ".,"
}
"""Cents with the currency behind them, where no digit can be missing: "129,90 €"."""
_HINT = {mark: re.compile(rf"\d+[{mark}]\d{{1,2}}") for mark in (".", ",")}


def decimal_comma(locale: str) -> bool:
    """Whether a locale writes 1.234,56 rather than 1,234.56."""
    name = locale.replace("-", "_")
    return name.split("_")[0] in _COMMA_LANGUAGES and name not in _DOT_LOCALES


def digits(text: str, comma: bool, *, loose: bool = False) -> str | None:
    """Digits with their separators -> digits with a point; ``None`` where they make no number.

    ``comma`` says that the decimal mark is a comma. What that cannot be but the other mark can
    ("1.234,56" where the point is the mark) is read by the other. ``loose`` lets three decimals
    stand ("1.250m"), which before a scale are no thousands.
    """
    mark, other = (",", ".") if comma else (".", ",")
    if _AMBIGUOUS[mark].fullmatch(text) and not loose:
        return None
    if _PLAIN[mark].fullmatch(text) or _GROUPED[mark].fullmatch(text):
        return re.sub(rf"[{re.escape(other)} '’]", "", text).replace(mark, ".")
    if not comma and _INDIAN.fullmatch(text):
        return text.replace(",", "")
    if _FOREIGN[mark].fullmatch(text):
        return re.sub(rf"[{re.escape(mark)} '’]", "", text).replace(other, ".")
    return None


def told(texts: Iterable[str], *, surely: bool = False) -> bool | None:
    """Whether the decimal mark is a comma in a column, told by its own texts.

    ``None`` where they say nothing or contradict each other. "1.234,56" tells; "12,50" alone may
    be a slip for "12,500", two such or one "12,50 €" tell (but not where it has to be told
    ``surely``). Money has no thousandths: two of "3.500 €" tell as well.
    """
    said = {clean(text) for text in texts}
    numerals = {match[0] for text in said if (match := _NUMERAL.search(text))}
    sure = {mark: any(_SURE[mark].fullmatch(n) for n in numerals) for mark in ".,"}
    for mark, other in ((",", "."), (".", ",")):
        thousands = sum(_PRICED[other].search(text) is not None for text in said)
        sure[mark] = sure[mark] or thousands > 1
    hints = {mark: sum(_HINT[mark].fullmatch(n) is not None for n in numerals) for mark in ".,"}
    for mark in ".,":
        hints[mark] += any(_CENTS[mark].fullmatch(text) for text in said)
    comma, point = (sure[mark] or (hints[mark] > 1 and not surely) for mark in ",.")
    return comma if comma != point else None
