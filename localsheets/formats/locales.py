"""What a spreadsheet's locale decides: separators, the order of a date, the currency sign."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

NARROW_SPACE = "\u202f"
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Locale:
    """Separators and date order ("mdy", "dmy", "ymd") of a locale."""

    point: str
    group: str
    order: str
    date: str
    """The pattern of a date that has none of its own."""
    currency: str

    @property
    def date_time(self) -> str:
        """The pattern of a date and time that has none of its own."""
        return f"{self.date} h:mm:ss" if self.order == "mdy" else f"{self.date} hh:mm:ss"


_POINT_COMMA = (".", ",")
_COMMA_POINT = (",", ".")
_COMMA_SPACE = (",", NO_BREAK)
_COMMA_NARROW = (",", NARROW_SPACE)

_LANGUAGES: dict[str, tuple[tuple[str, str], str, str, str]] = {
    "en": (_POINT_COMMA, "dmy", "dd/mm/yyyy", "£"),
    "de": (_COMMA_POINT, "dmy", "dd.mm.yyyy", "€"),
    "fr": (_COMMA_NARROW, "dmy", "dd/mm/yyyy", "€"),
    "es": (_COMMA_POINT, "dmy", "d/m/yyyy", "€"),
    "it": (_COMMA_POINT, "dmy", "dd/mm/yyyy", "€"),
    "pt": (_COMMA_POINT, "dmy", "dd/mm/yyyy", "€"),
    "nl": (_COMMA_POINT, "dmy", "d-m-yyyy", "€"),
    "da": (_COMMA_POINT, "dmy", "dd.mm.yyyy", "kr."),
    "nb": (_COMMA_SPACE, "dmy", "dd.mm.yyyy", "kr"),
    "no": (_COMMA_SPACE, "dmy", "dd.mm.yyyy", "kr"),
    "sv": (_COMMA_SPACE, "ymd", "yyyy-mm-dd", "kr"),
    "fi": (_COMMA_SPACE, "dmy", "d.m.yyyy", "€"),
    "pl": (_COMMA_SPACE, "dmy", "d.mm.yyyy", "zł"),
    "cs": (_COMMA_SPACE, "dmy", "d. m. yyyy", "Kč"),
    "ru": (_COMMA_SPACE, "dmy", "dd.mm.yyyy", "₽"),
    "uk": (_COMMA_SPACE, "dmy", "dd.mm.yyyy", "₴"),
    "tr": (_COMMA_POINT, "dmy", "dd.mm.yyyy", "₺"),
    "ja": (_POINT_COMMA, "ymd", "yyyy/mm/dd", "¥"),
    "zh": (_POINT_COMMA, "ymd", "yyyy/m/d", "¥"),
    "ko": (_POINT_COMMA, "ymd", "yyyy. m. d", "₩"),
}
_PLACES: dict[str, tuple[tuple[str, str], str, str, str]] = {
    "en_US": (_POINT_COMMA, "mdy", "m/d/yyyy", "$"),
    "en_CA": (_POINT_COMMA, "ymd", "yyyy-mm-dd", "$"),
    "en_AU": (_POINT_COMMA, "dmy", "dd/mm/yyyy", "$"),
    "en_NZ": (_POINT_COMMA, "dmy", "d/mm/yyyy", "$"),
    "en_IE": (_POINT_COMMA, "dmy", "dd/mm/yyyy", "€"),
    "en_IN": (_POINT_COMMA, "dmy", "dd/mm/yyyy", "₹"),
    "en_ZA": (_POINT_COMMA, "ymd", "yyyy/mm/dd", "R"),
    "fr_CA": (_COMMA_SPACE, "ymd", "yyyy-mm-dd", "$"),
    "de_CH": ((".", "’"), "dmy", "dd.mm.yyyy", "CHF"),
    "es_MX": (_POINT_COMMA, "dmy", "dd/mm/yyyy", "$"),
    "pt_BR": (_COMMA_POINT, "dmy", "dd/mm/yyyy", "R$"),
}


@cache
def locale(name: str) -> Locale:
    """A locale by its name ("en_US", "de"); one that is not known is taken for en_US."""
    row = _PLACES.get(name) or _LANGUAGES.get(name.split("_")[0])
    if row is None or name == "en":
        row = _PLACES["en_US"]
    (point, group), order, date, currency = row
    return Locale(point, group, order, date, currency)
