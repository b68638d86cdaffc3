"""Names of months and weekdays, in the languages that sheets come in."""

from __future__ import annotations

from schemas.values.words import fold

_MONTHS = (
    "jan january januar janvier janv enero ene janner",
    "feb february februar fevrier fevr fev febrero",
    "mar march marz mars marzo mrz maerz",
    "apr april avril avr abril abr",
    "may mai mayo",
    "jun june juni juin junio",
    "jul july juli juillet juil julio",
    "aug august aout agosto ago",
    "sep sept september septembre septiembre setiembre",
    "oct october oktober okt octobre octubre",
    "nov november novembre noviembre",
    "dec december dezember dez decembre diciembre dic",
)
_WEEKDAYS = (
    "mon monday mo montag lundi lun lunes mond",
    "tue tues tuesday tu di dienstag mardi martes",
    "wed weds wednesday we mi mittwoch mercredi mer mercr miercoles mie",
    "thu thur thurs thursday th do donnerstag jeudi jeu jueves jue",
    "fri friday fr freitag vendredi ven vendr viernes vie",
    "sat saturday sa samstag samedi sam sabado sab sonnabend",
    "sun sunday su so sonntag dimanche dim domingo dom",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""Folded name or abbreviation -> month, 1 to 12."""
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS) for name in names.split()}
"""Folded name or abbreviation -> weekday, Monday 0."""
_LETTERS = {"m": {0}, "t": {1, 3}, "w": {2}, "f": {4}, "s": {5, 6}, "r": {3}, "u": {6}, "h": {3}}


def weekday(text: str) -> int | None:
    """The weekday that a word names, Monday 0; ``None`` where it names none.

    "mar" and "mart" are left to March: Spanish and French Tuesdays are read when written in full.
    """
    return WEEKDAYS.get(fold(text).rstrip("."))


def weekday_letters(text: str) -> set[int]:
    """The weekdays that a cell of a weekday row may mean: "T" is Tuesday or Thursday."""
    named = weekday(text)
    return {named} if named is not None else _LETTERS.get(fold(text).rstrip("."), set())


def month(text: str) -> int | None:
    """The month that a word names; ``None`` where it names none."""
    return MONTHS.get(fold(text).rstrip("."))
