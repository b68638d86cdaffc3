"""How an order or a posting stands, as its status says in a few words of four languages."""

from __future__ import annotations

from schemas.values.words import fold


def _words(*said: str) -> frozenset[str]:
    return frozenset(" ".join(said).split())


VOID = _words(
    "void voided cancelled canceled rejected declined superseded",
    "annule annulee annules annulees refuse refusee",
    "anulado anulada cancelado cancelada rechazado rechazada",
    "storniert storno annulliert abgelehnt",
)
"""Words that say a line counts for nothing."""
PAID = _words(
    "paid",
    "paye payee payes payees regle reglee regles reglees",
    "pagado pagada pagados pagadas liquidado liquidada",
    "bezahlt beglichen",
)
"""Words that say the whole amount was paid, where the log has no figure for it."""
SETTLED = PAID | _words(
    "closed complete completed",
    "clos close cloture cloturee solde soldee",
    "cerrado cerrada finalizado finalizada",
    "geschlossen abgeschlossen erledigt",
)
"""Words that say nothing more will be invoiced."""
ACCRUED = _words(
    "accrued accrual accrue",
    "provisionne provisionnee provisionado provisionada",
    "zuruckgestellt abgegrenzt",
)
"""Words that say what is not invoiced yet is a cost already."""

_IN_PART = _words(
    "part partly partial partially half",
    "partiel partielle partiellement parcial parcialmente",
    "teil teilweise teils",
)
_NOT = _words("not never no to be being", "non pas a", "por", "nicht noch")
_STILL = _words("a due du restant ouvert pendiente offen")
"""What follows a word that is a noun after all: "solde à payer"."""
_NEAR = 2
"""Words between a denial and what it denies: "not yet paid", "paid in part"."""


def says(status: object, meant: frozenset[str]) -> bool:
    """Whether a status says one of some words, and neither denies it nor says it of a part."""
    words = fold(status).replace(".", " ").split() if isinstance(status, str) else []
    return any(
        word in meant
        and not _IN_PART & set(words[max(at - _NEAR, 0) : at + _NEAR + 1])
        and not _NOT & set(words[max(at - _NEAR, 0) : at])
        and not _STILL & set(words[at + 1 : at + 2])
        for at, word in enumerate(words)
    )


def is_void(status: object) -> bool:
    """Whether a status says that its line counts for nothing."""
    return says(status, VOID)
