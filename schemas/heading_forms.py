"""The ways in which people write one heading: shortened, with units, taxes, both sexes."""

from __future__ import annotations

import re
from functools import lru_cache

from schemas.headings import normal
from schemas.values.calendar import MONTHS
from schemas.values.words import tidy

_PARENTHESES = re.compile(r"\([^)]*\)|\[[^]]*\]")
_TAXES = r"(?:vat|tax|taxes|taxe|tx|txs|gst|hst|tva|mwst|ust|iva)"
_QUALIFIER = re.compile(
    r"\b(?:usd|cad|gbp|eur|euros?|aud|nzd|chf|mxn|zar|inr|rs|sek|nok|dkk|jpy|sgd|hkd|brl|ars|clp|cop|"
    r"pln|czk|huf|ron|mad|aed|us|cdn|v\d+|ver|rev \d+|in dollars|"
    r"(?:in )?000s?|fy ?\d{2,4}|(?:incl|excl|inc|ex)(?:uding|usive)?(?: of)? "
    + _TAXES
    + r"|(?:sin|con|hors|ohne|zzgl|inkl|exkl|sans|avec|mas|mit|avant|av|before|antes de|s|c) "
    + _TAXES
    + r"|hors taxes?|h t|ht|ttc|\d{1,4})\b|\$|:",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"\$|\b(?:usd|cad|gbp|eur|euros?|aud|nzd|chf|mxn|zar|inr|rs|sek|nok|dkk|brl|ars|clp|cop|pln)\b"
)
"""What may stand over amounts alone, as "$" does: "Rs."."""
_DAY = rf"(?:\d{{1,4}}|{'|'.join(MONTHS)})"
_AS_OF = re.compile(
    r"\s(?:as of|as at|a|al|au|to|till?|until|thru|through|up to|bis|per|zum|hasta|stand|at)"
    rf"(?: (?:el|le|the|zum|end|fin|ende))? {_DAY}(?: (?:de )?{_DAY})*$"
)
"""The day up to which a column counts: "Spent till 15 Feb", "Gastado a 15/05/26"."""
_PLURAL = re.compile(r"\b(\w{3,}[^s\W])s\b")
_SHORT = {
    short: long
    for long, shorts in {
        "account": "acct acc accts accounts",
        "actual": "act actuals",
        "adjustment": "adj",
        "amount": "amt amts amounts",
        "approved": "appr apprvd",
        "authorized": "auth authorised",
        "balance": "bal",
        "budget": "bdgt bgt bud",
        "certificate": "cert",
        "changes": "chg chgs change",
        "check": "ck chk cheque",
        "committed": "comm commit commits commitment commitments",
        "complete": "compl cmpl comp completion",
        "cost": "costs cst",
        "date": "dt dates",
        "department": "dept dpt",
        "description": "desc descr descrip",
        "employee": "emp empl",
        "equipment": "equip eqpt",
        "estimated": "est estimate",
        "expiration": "exp expiry expires",
        "hours": "hrs hr hour",
        "invoice": "inv invc invoices",
        "invoiced": "invd",
        "location": "loc locations",
        "number": "no nr num nos # n nbr",
        "original": "orig",
        "payment": "pmt pymt",
        "period": "per prd",
        "projected": "proj",
        "quantity": "qty qnty",
        "received": "recd rcvd rec",
        "reference": "ref",
        "revised": "rev",
        "total": "tot totals ttl",
        "variance": "var",
        "vendor": "vend vndr",
        "week": "wk weeks wks",
    }.items()
    for short in shorts.split()
}
"""Words that headings shorten, each way of it: "Inv. Amt." is "Invoice Amount"."""
_ALONE = frozenset(("dt",))
"""What is short for something else where it stands alone: "DT" is a Drehtag."""


@lru_cache(maxsize=16384)
def spelt_out(wording: str) -> str:
    """A wording with the words that headings shorten written in full."""
    if wording in _ALONE:
        return wording
    return " ".join(_SHORT.get(word, word) for word in wording.split())


_BOTH_SEXES = re.compile(
    r"(?<=[^\W\d_]{3})[·•.:*_/(-](?:ne|e|in|ice|trice|euse|se|a|innen|nes|es|s)\)?(?!\w)",
    re.IGNORECASE,
)
"""What makes a job's word that of men and women alike: "Comédien·ne", "Darsteller:in"."""


_LETTERS = re.compile(r"\b[a-z](?: [a-z])+\b")
"""Letters that a slash or a blank parts, as people write what they shorten: "O/C" is "OC"."""


@lru_cache(maxsize=16384)
def variants(heading: str) -> tuple[tuple[str, float], ...]:
    """A heading's wordings from the exact one to the one without qualifiers, with their quality."""
    full = normal(heading)
    one = normal(_BOTH_SEXES.sub("", heading))
    short = normal(_PARENTHESES.sub(" ", heading))
    bare = tidy(_QUALIFIER.sub(" ", short)) or ("$" if _CURRENCY.search(short) else "")
    single = _PLURAL.sub(r"\1", bare)
    undated = _AS_OF.sub("", short)
    wordings = {full: 1.0}
    joined = _LETTERS.sub(lambda letters: letters[0].replace(" ", ""), bare)
    for wording, quality in (
        *((one, 0.98), (short, 0.95), (bare, 0.9)),
        *((joined, 0.88), (undated, 0.86), (single, 0.85)),
    ):
        if wording:
            wordings.setdefault(wording, quality)
    return tuple(wordings.items())
