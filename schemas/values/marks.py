"""Marks that say yes or no ("x", "pending"), and what a status says of somebody's booking."""

from __future__ import annotations

import re
from enum import StrEnum

from model.grid import Scalar
from schemas.values.dates import written
from schemas.values.words import Fault, clean, fold, is_dash, is_error, listed, not_ready

_YES = listed(
    "yes y x xx ✓ ✔ ☑ ✅ true 1 done signed received rec'd recd complete completed ok in executed "
    "fully-executed approved returned filed countersigned cleared "
    "oui o recu recue signe signee fait complet complete retourne "
    "ja j erhalten unterschrieben vorhanden erledigt vollstandig unterzeichnet "
    "si recibido recibida firmado firmada completo hecho entregado"
) | {"fully executed", "on file", "all in", "signed and returned"}
_NO = listed(
    "no n false 0 ✗ ✘ ❌ ☐ missing pending sent out requested incomplete unsigned draft partial "
    "outstanding needed none waiting awaiting emailed issued "
    "non attente manquant envoye envoyee incomplet "
    "nein ausstehend fehlt verschickt versendet offen "
    "pendiente falta enviado enviada incompleto"
) | {
    *("not sent", "in progress", "to sign", "out for signature", "not received", "not signed"),
    *("en attente", "a signer", "non signe", "in arbeit", "por firmar", "sin firmar"),
}


def mark(value: Scalar) -> bool | Fault | None:
    """Read a yes/no cell; blank or "n/a" gives ``None``, and a date means that it is done.

    "Sent" and "pending" are no: the paper is not back.
    """
    text = clean(value)
    if not text or is_dash(text) or text.lower() in ("n/a", "na", "?", "tbd", "exempt"):
        return None
    word = fold(text).rstrip(".!")
    if word in _YES or word in _NO:
        return word in _YES
    if is_error(text):
        return not_ready(text)
    first, *others = word.split(" ")
    if written(value) is not None or (others and written(" ".join(others)) is not None):
        return first not in _NO
    return Fault(
        "unreadable-mark",
        f'holds "{text}", which says neither yes nor no',
        "yes, no, pending or a date",
        "Type yes, no or the date; put words into a notes column.",
    )


class Booking(StrEnum):
    """How firmly somebody is booked."""

    CONFIRMED = "confirmed"
    PENCILLED = "pencilled"
    DECLINED = "declined"


_BOOKINGS = {
    Booking.DECLINED: "declin|cancel|passed|unavailable|not available|replaced|released|dropped|"
    "turned down|refus(?!al)|annule|indisponible|abgesagt|absage|abgelehnt|nicht verfugbar|rechaza|"
    "no disponible|cancelad|nicht frei|non disponible|pas (?:libre|dispo)|no (?:libre|puede)",
    Booking.PENCILLED: "penc|hold|tentative|tbc|tbd|tba|avail|option|unconfirmed|not confirmed|"
    "provisional|pending|to be confirmed|checking|offer|first refusal|on ice|waiting|"
    "pressenti|a confirmer|en attente|provisoire|non confirme|angefragt|vorgemerkt|"
    "reserviert|unbestatigt|nicht bestatigt|offen|pendiente|por confirmar|provisorio|tentativo|"
    "a lapiz|opcion|no confirmad|1st$|2nd$|1\\.? ?opt",
    Booking.CONFIRMED: "confirm|booked|hired|firm|signed|yes|ok|active|locked|on board|started|"
    "engaged|working|bestatigt|fest|gebucht|engage|oui|ja$|si$|contratad|fijo|reservad",
}
_PATTERNS = {booking: re.compile(rf"(?:^|\b)(?:{words})") for booking, words in _BOOKINGS.items()}


def booking(text: object) -> Booking | None:
    """What a status says of a booking, in four languages; ``None`` where it says nothing of it."""
    folded = fold(text) if isinstance(text, str) else ""
    return next((found for found, words in _PATTERNS.items() if words.search(folded)), None)
