"""What a spreadsheet's locale decides: separators, the order of a date, currency, words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from localsheets.formats.words import Words, words

NARROW_SPACE = "\u202f"
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True, eq=False)
class Locale:
    """Separators and date order ("mdy", "dmy", "ymd") of a locale; each locale is one object."""

    point: str
    group: str
    order: str
    date: str
    """The pattern of a date that has none of its own."""
    currency: str
    language: str = "en"
    sign_last: bool = False
    """Whether the currency stands after the number."""
    half_days: bool = False
    """Whether times are shown with AM and PM."""

    @property
    def time(self) -> str:
        """The pattern of a time that has none of its own."""
        return "h:mm:ss am/pm" if self.half_days else "hh:mm:ss"

    @property
    def date_time(self) -> str:
        """The pattern of a date and time that has none of its own."""
        return f"{self.date} h:mm:ss" if self.order == "mdy" else f"{self.date} hh:mm:ss"

    @property
    def words(self) -> Words:
        """Months, weekdays, TRUE and FALSE."""
        return words(self.language)

    def money(self, digits: str, sign: str | None = None) -> str:
        """A pattern for money: the locale's own sign is quoted, another is in ``[$...]``."""
        mark = f'"{self.currency}"' if sign in (None, self.currency) else f"[${sign}]"
        if self.sign_last:
            return f"{digits}\\ {mark}"
        spaced = self.language == "nl" or (sign or self.currency)[-1].isalpha()
        return f"{mark}\\ {digits}" if spaced else f"{mark}{digits}"


_POINT_COMMA = (".", ",")
_COMMA_POINT = (",", ".")
_COMMA_SPACE = (",", NO_BREAK)
_COMMA_NARROW = (",", NARROW_SPACE)

_Row = tuple[tuple[str, str], str, str, str]
_LANGUAGES: dict[str, _Row] = {
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
_PLACES: dict[str, _Row] = {
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
_SIGN_LAST = {"de", "fr", "es", "it", "pt", "da", "nb", "no", "sv", "fi", "pl", "cs", "ru", "uk"}
_SIGN_FIRST = {"de_CH", "es_MX", "pt_BR"}
_HALF_DAYS = {"en_US", "en_CA", "en_AU", "en_NZ", "en_IN", "ko"}


@cache
def locale(name: str) -> Locale:
    """A locale by its name ("en_US", "de"); one that is not known is taken for en_US."""
    name = name.replace("-", "_")
    language = name.split("_")[0]
    row = _PLACES.get(name) or _LANGUAGES.get(language)
    if row is None or name == "en":
        name, language, row = "en_US", "en", _PLACES["en_US"]
    (point, group), order, date, currency = row
    last = language in _SIGN_LAST and name not in _SIGN_FIRST
    half_days = name in _HALF_DAYS or language in _HALF_DAYS
    return Locale(point, group, order, date, currency, language, last, half_days)
