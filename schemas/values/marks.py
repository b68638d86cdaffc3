"""Marks that say yes or no ("x", "pending"), and what a status says of somebody's booking."""

from __future__ import annotations

import re
from enum import StrEnum

from model.grid import Scalar
from schemas.values.dates import written
from schemas.values.words import Fault, clean, fold, is_dash, is_error, is_to_do, listed, not_ready

_YES = listed(
    "yes y x xx ✓ ✔ ☑ ✅ true 1 done signed received rec'd recd complete completed ok in executed "
    "fully-executed approved returned filed countersigned cleared "
    "oui o recu recue signe signee fait complet complete retourne "
    "ja j erhalten unterschrieben vorhanden erledigt vollstandig unterzeichnet "
    "si recibido recibida firmado firmada completo hecho entregado"
) | {"fully executed", "on file", "all in", "signed and returned"}
_NO = listed(
    "no n false 0 ✗ ✘ ❌ ☐ missing pending sent out requested incomplete unsigned draft partial "
    "outstanding needed none waiting awaiting awaited emailed issued chasing todo soon processing "
    "non attente manquant envoye envoyee incomplet "
    "nein ausstehend fehlt verschickt versendet offen "
    "pendiente falta enviado enviada incompleto"
) | {
    *("not sent", "in progress", "to sign", "out for signature", "not received", "not signed"),
    *("en attente", "a signer", "non signe", "in arbeit", "por firmar", "sin firmar"),
    *("to do", "a faire", "a venir", "bientot", "kommt", "lauft", "bald", "pronto"),
}
_DONE = re.compile(
    r"\b(?:signed|countersigned|docusigned|esigned|executed|exec|received|rec'?d|returned|back|"
    r"completed?|done|filed|approved|on file|in hand|scanned|"
    r"signee?s?|recue?s?|retournee?s?|rendue?|complete?|"
    r"unterschrieben|unterzeichnet|gegengezeichnet|erhalten|zuruck|vorhanden|vollstandig|"
    r"firmad[oa]s?|recibid[oa]s?|devuelt[oa]s?|entregad[oa]s?|complet[oa]s?)\b"
)
_LACKING = re.compile(
    r"\b(?:not|never|no|missing|lacks?|incomplete|pend\w*|await\w*|wait\w*|outstanding|need\w*|"
    r"partial\w*|partly|half|draft\w*|negotiat\w*|except|overdue|verbal\w*|chas(?:e|ed|ing)|be|being|"
    r"to sign|to get|when|if|until|once|ask(?:ed)? for|wants?|yet|due|"
    r"expect\w*|follow\w*|eta|"
    r"non|pas|sans|manqu\w*|incomplet\w*|attente|relanc\w*|sauf|quand|"
    r"nicht|noch|fehl\w*|offen|ausstehend|unvollstandig|ohne|bis auf|teilweise|"
    r"sin|falta\w*|incomplet\w*|salvo|cuando|solo)\b"
)
"""What makes a paper that is spoken of as done not done: "signed but I-9 missing"."""
_AWAY = re.compile(
    r"\b(?:sent|resent|out|emailed|e-mailed|mailed|issued|requested|unsigned|"
    r"envoyee?s?|a signer|verschickt|versandt|versendet|raus|angefordert|"
    r"enviad[oa]s?|mandad[oa]s?|por firmar|solicitad[oa]s?)\b"
)
_WHO = (
    r"(?:(?:the|his|her|their|der|dem|die|l'|la|le|el|su|son|sa) ?)?(?:agents?|agency|agences?|"
    r"agentur\w*|agentes?|agencia|legal|lawyers?|attorneys?|avocat\w*|anwalt\w*|abogad[oa]s?|"
    r"managers?|mgmt|producers?|business affairs|casting)\b"
)
_UNDERWAY = re.compile(
    r"\bin (?:process|progress|review|prep\w*|the (?:works|mail|post)|bearbeitung|vorbereitung)\b|"
    r"\bunder review\b|\bto come\b|\bcoming\b|\bon (?:its|the|their) way\b|\bsoon\b|\bshortly\b|"
    r"\b(?:processing|drafting|unterwegs|beantragt|nachgereicht)\b|\bzur unterschrift\b|"
    r"\ben (?:cours|preparation|signature|curso|tramite|proceso|camino|firma)\b|"
    r"\ba la (?:signature|firma|espera)\b|\ba (?:faire|venir|recevoir|completer|envoyer|firmar)\b|"
    rf"(?:\b(?:with|at|bei|beim|chez|con|en)|\bw/) ?{_WHO}"
)
"""What says that a paper is still on its way: "with agent", "en cours", "in Bearbeitung"."""
_PLAINLY = listed("yes y x xx ok ✓ ✔ ☑ ✅ ja oui")
_PLAINLY_NOT = listed("no n none nein ✗ ✘ ❌ ☐")
"""Words that stay so whatever follows: "Y - JB", "x (copy in binder)", "no, chasing"."""


def mark(value: Scalar) -> bool | Fault | None:
    """Read a yes/no cell; blank or "n/a" gives ``None``, and a date means that it is done.

    "Sent", "pending" and "to do" are no: the paper is not back. A refusal is neither.
    """
    text = clean(value)
    if not text or is_dash(text) or text.lower() in ("n/a", "na", "?", "tbd", "exempt"):
        return None
    word = fold(text).rstrip(".!")
    if word in _YES or word in _NO:
        return word in _YES
    if is_error(text):
        return not_ready(text)
    if (plain := _PLAIN.match(word)) is not None:
        return plain[1] in _YES
    said = False if is_to_do(text) else _said(word)
    if said is None and not (word.endswith("?") or calls_off(word)) and _is_dated(value, word):
        return True
    return (
        said
        if said is not None
        else Fault(
            "unreadable-mark",
            f'holds "{text}", which says neither yes nor no',
            "yes, no, pending or a date",
            "Type yes, no or the date; put words into a notes column.",
        )
    )


_PLAIN = re.compile(r"(y|yes|n|no|oui|non|ja|nein|si)\s*(?:[-–—:;,]\s|\()")
"""A plain answer before what is said of it: "Y - 2016-05-02", "No (sent 3/1)"."""


def _is_dated(value: Scalar, word: str) -> bool:
    """Whether a cell is a date, or ends in one: "AL 3/1"."""
    rest = word.partition(" ")[2]
    return written(value) is not None or (bool(rest) and written(rest) is not None)


def _said(text: str) -> bool | None:
    """What a remark says of a paper: "fully exec. 3/2 JB", "missing I-9"; ``None`` for nothing."""
    first = re.split(r"[\s,;:(/-]", text, maxsplit=1)[0]
    if text.endswith("?"):
        return None
    if _LACKING.search(text) or first in _PLAINLY_NOT:
        return False
    if first in _PLAINLY or _DONE.search(text):
        return True
    return False if _AWAY.search(text) or _UNDERWAY.search(text) else None


_CANCELLED = re.compile(
    r"(?:deal )?(?:cancell?ed|withdr[ea]wn?|void(?:ed)?|cut|annulee?|desistee?|storniert|"
    r"zuruckgezogen|cancelad[oa]|anulad[oa]|desistio)(?= *(?:$|[-–—,;:.(/]|\d))"
)


def calls_off(said: object) -> bool:
    """Whether what stands in a paper's column says that there will be none: "DECLINED", "cut"."""
    text = fold(clean(said)) if isinstance(said, str) else ""
    return _DECLINED.match(text) is not None or _CANCELLED.match(text) is not None


class Booking(StrEnum):
    """How firmly somebody is booked."""

    CONFIRMED = "confirmed"
    PENCILLED = "pencilled"
    DECLINED = "declined"


_BOOKINGS = {
    Booking.DECLINED: "declin|cancel|passed|unavailable|not (?:avail|free)|replaced|released|"
    "dropped|turned down|refus(?!al)|annule|indisponible|abgesagt|absage|abgelehnt|"
    "nicht verfugbar|rechaza|no disponible|cancelad|nicht frei|non disponible|pas (?:libre|dispo)|"
    "no (?:libre|puede|acept)|desist|nicht angenommen|pas accept",
    Booking.PENCILLED: "penc|hold|tentative|tbc|tbd|tba|avail|option|unconfirmed|not confirmed|"
    "provisional|pending|to be confirmed|checking|offer|first refusal|on ice|waiting|"
    "pressenti|a confirmer|en attente|provisoire|non confirme|angefragt|vorgemerkt|"
    "reserviert|unbestatigt|nicht bestatigt|offen|pendiente|por confirmar|provisorio|tentativo|"
    "a lapiz|opcion|no confirmad|1st$|2nd$|(?:1st|2nd|first|second) (?:call|hold)|1\\.? ?opt",
    Booking.CONFIRMED: "confirm|booked|hired|firm|signed|yes|ok|active|locked|on board|started|"
    "engaged|working|bestatigt|fest|gebucht|engage|oui|ja$|si$|contratad|fijo|reservad",
}
_PATTERNS = {booking: re.compile(rf"(?:^|\b)(?:{words})") for booking, words in _BOOKINGS.items()}


_DECLINED = re.compile(
    r"(?:(?:has|have|hat|a|ha) )?(?:declined|passed(?! away)|turned (?:us |it )?down|refusee?|"
    r"abgesagt|abgelehnt|rechazo|rechazado)"
    r"(?= *(?:$|[-–—,;:.(/]|\d|(?:on|am|le|el) \d|(?:the )?(?:job|offer|show)\b))"
)
"""A remark that begins with somebody's refusal; "declined kit rental" refuses something else."""


def declines(remark: object) -> bool:
    """Whether a remark says of somebody that they will not come: "DECLINED 2/6 - other show"."""
    return isinstance(remark, str) and _DECLINED.match(fold(remark)) is not None


def booking(text: object) -> Booking | None:
    """What a status says of a booking, in four languages; ``None`` where it says nothing of it."""
    folded = fold(text) if isinstance(text, str) else ""
    return next((found for found, words in _PATTERNS.items() if words.search(folded)), None)
