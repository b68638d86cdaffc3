"""Text as people typed it, cleaned; and the words that stand where a value should."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from model.grid import Scalar

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_ERROR = re.compile(
    r"#(REF|VALUE|DIV/0|NAME|NULL|NUM|ERROR|SPILL|CALC|GETTING_DATA)[!?]?|#N/?A!?|loading(\.+|…)",
    re.IGNORECASE,
)


def listed(words: str) -> frozenset[str]:
    """The words of a line, as a set: how this room writes its vocabularies."""
    return frozenset(words.split())


_OPEN = listed("tbd tba tbc tbn n/a na n.a. pending unknown ? ?? ??? open negotiating neg xxx")
_OPEN |= listed("offen ausstehend unbekannt pendiente pdte pdte. pte pte.")
_OPEN |= {
    *(
        "see agent",
        "see deal",
        "on file",
        "to be decided",
        "to be determined",
        "to be confirmed",
        "to come",
    ),
    *("a confirmer", "a definir", "a determiner", "a venir", "en attente", "en cours"),
    *(
        "noch offen",
        "zu klaren",
        "por definir",
        "por confirmar",
        "a confirmar",
        "a convenir",
        "sin definir",
    ),
    *("auf anfrage", "nach absprache", "sur demande", "a consultar", "on request", "upon request"),
}
_TO_DO = re.compile(
    r"(?:encore |reste )?à \w{3,}(?:er|ir|re)|(?:aún |todavía )?(?:por|sin) \w{3,}(?:ar|er|ir)|"
    r"(?:noch |ist noch )?zu \w{4,}n|folgt(?: noch)?|kommt noch|(?:still )?to be \w{4,}(?:ed|en)|"
    r"to follow|(?:awaiting|pending) \w+|"
    r"(?:(?:encore )?à|(?:noch )?zu|por|to be) [^\W\d_]{3,5}\."
)
"""What is still to be done about a value: "à chiffrer", "noch zu kalkulieren", "to be priced",
shortened or not: "à déf.", "por conf."."""
NOT_NEEDED = (
    r"(?:not|none) (?:required|req['’]?d|needed|necessary|applicable)|no permit|exempt|"
    r"nicht (?:notig|erforderlich)|no (?:requerid|necesari)\w*|(?:pas|non) (?:necessaire|requis)|"
    r"entfallt|sans objet"
)
"""A pattern of folded words for what nobody has to have: "not req'd"."""
_DASHES = re.compile(r"[-–—−‑]+")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell could not be read: an issue's code and its words, still without a location.

    ``found`` quotes the cell; whoever must not quote it (a phone) drops it. ``meant`` is the
    amount that it most likely stands for, where that is plain: never taken for it, only to judge
    what others make of it.
    """

    code: str
    found: str
    expected: str
    suggestion: str = ""
    meant: Decimal | None = None


def tidy(text: str) -> str:
    """Drop zero-width characters; make every run of blanks, non-breaking ones too, one space."""
    return " ".join((text if text.isascii() else text.translate(_INVISIBLE)).split())


def clean(value: Scalar) -> str:
    """A cell's value as one line of text; "" where there is nothing.

    Whole floats lose their ``.0``; booleans are TRUE and FALSE, as a spreadsheet shows them.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return tidy(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def is_error(text: str) -> bool:
    """Whether a cell shows a formula's error or has not finished loading."""
    return _ERROR.fullmatch(text) is not None


def is_open(text: str) -> bool:
    """Whether a cell says that its value is still to be decided, or not applicable."""
    return text.lower() in _OPEN or fold(text) in _OPEN or is_to_do(text)


def is_to_do(text: str) -> bool:
    """Whether a cell says that something is still to be done about its value: "à faire"."""
    return _TO_DO.fullmatch(text.lower()) is not None


def is_dash(text: str) -> bool:
    """Whether a cell holds dashes alone."""
    return _DASHES.fullmatch(text) is not None


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without accents, for comparing words: "Décor" -> "decor"."""
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def not_ready(text: str) -> Fault:
    """The fault of a cell whose formula shows an error or is still loading."""
    return Fault(
        "not-ready",
        f'shows "{text}": what it is computed from is not ready',
        "a value",
        "Mend the formula or its source, or wait until it has loaded, then run again.",
    )
