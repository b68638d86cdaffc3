"""Invented people: names, telephones in 555-01xx, e-mails at example.com."""

from __future__ import annotations

_FIRST = (
    *("Alder", "Briony", "Caspian", "Damaris", "Elowen", "Fergus", "Greta", "Hollis", "Imogen"),
    *("Jasper", "Kestrel", "Linnea", "Magnus", "Nerys", "Orson", "Petra", "Quill", "Rowan"),
    *("Sunniva", "Thaddeus", "Una", "Verity", "Wendell", "Xanthe", "Yorick", "Zelda", "Anders"),
    *("Blythe", "Cormac", "Delphine"),
)
_LAST = (
    *("Abernook", "Brackwater", "Coldharbour", "Dunmarrow", "Elverstone", "Fallowell"),
    *("Grimsditch", "Hathersby", "Inglethorpe", "Jessamyn", "Kirkbrae", "Lanternby", "Mossgrave"),
    *("Netherfold", "Oakhanger", "Pinchbeck", "Quenneville", "Ravensworth", "Saltmarsh"),
    *("Tidewell", "Umberleigh", "Vantongeren", "Wexcombe", "Yarrowby", "Zimmerlund"),
    *("Ashgrove-Lee", "Birkenshaw", "Crowhurst", "Driftwood"),
)
_AREAS = ("910", "919", "704", "336")


def name(number: int) -> tuple[str, str]:
    """The nth invented person: first and last name. 30 x 29 people before one comes twice."""
    return _FIRST[number % len(_FIRST)], _LAST[(number * 7 + number // 30) % len(_LAST)]


def phone(number: int) -> str:
    """The nth invented telephone number, within the block kept for fiction."""
    return f"({_AREAS[number % len(_AREAS)]}) 555-01{number * 7 % 100:02d}"


def email(first: str, last: str) -> str:
    """An address that reaches nobody."""
    return f"{first}.{last.replace('-', '')}@example.com".lower()
