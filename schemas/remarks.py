"""Remarks to the reader, told from the names of things."""

from __future__ import annotations

import re

from schemas.values.words import fold

_REMARKS = (
    *("note ", "n.b.", "*", "†", "please ", "subject to "),
    *("sous reserve ", "anderungen vorbehalten", "sujeto a ", "salvo "),
)
_REMARKED = re.compile(
    r"(?:not(?:e|es|a|as|iz)|n\.?b|p\.?s|remarques?|hinweise?|anmerkung(?:en)?|bemerkung(?:en)?|"
    r"observaci(?:on|ones)|attention|achtung|atencion|ojo)\.? ?:"
)
"""What people begin a remark with, the French with a blank before the colon."""
_CHANGES = r"(?:(?:all |toutes? |todas? )?(?:changes?|modifications?|cambios?|anderungen))"
_SAID_OF_LISTS = re.compile(
    r"(?:(?:private|strictly|streng|strictement|estrictamente|privat)\b(?: (?:and|&|und|et|y))? ?)?"
    r"(?:confidential|vertraulich|confidentiel(?:le)?|confidencial)"
    r"|(?:internal|internal use|for internal use)(?: only)?"
    r"|nur (?:intern|fur den internen gebrauch)"
    r"|not for (?:distribution|circulation|publication)|do not (?:distribute|circulate|forward)"
    r"|nicht weitergeben|ne pas diffuser|no (?:difundir|distribuir)|usage interne|uso interno"
    rf"|{_CHANGES} (?:vorbehalten|reserved|reservees?|reservad[ao]s)"
    rf"|(?:subject to|sujet(?:te)?s? a|sujeto a|susceptible de|sous reserve de) {_CHANGES}"
)
"""What is written of a whole sheet at its foot: who may read it, that it may change."""
_PARTS = re.compile(r"\s*[-–—·•|/,;.!]\s*")
_FORM = re.compile(r"_{3,}|\.{5,}|^(?:end of|fin (?:du|de la|del)|ende (?:der|des))\b")
"""Lines to sign on, a report's end."""


def is_note(text: str) -> bool:
    """Whether words are a remark to the reader rather than the name of anything."""
    folded = fold(text)
    if _FORM.search(folded) or " = " in folded:
        return True
    if folded.startswith(_REMARKS) or _REMARKED.match(folded):
        return True
    if all(_SAID_OF_LISTS.fullmatch(part) for part in _PARTS.split(folded.strip(" .!*()"))):
        return True
    return len(folded) > 70 or len(folded.split()) > 10
