"""What a cell holds, as far as that bears out what a word of its column's heading hints at."""

from __future__ import annotations

import re
from decimal import Decimal

from schemas.finding import by_values, evidence
from schemas.headings import Field, Shape, normal
from schemas.people import departments, film_jobs
from schemas.sheet import Sheet
from schemas.values import rates
from schemas.values.words import is_open

_DAY, _WEEK = 7, 120
"""Hours from those of a day to the most of a week."""
_WORDS = 6
"""Words of a cell that is no sentence."""


def is_text(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds a few words."""
    text = view.text(row, col)
    return sum(map(str.isalpha, text)) * 2 > len(text) and len(text.split()) <= _WORDS


def is_person(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds a name, or says that nobody is found yet."""
    text = view.text(row, col)
    return is_open(text) or (by_values.is_person(text) and not is_job(view, row, col))


def is_job(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds a job that a film has."""
    return film_jobs.is_film_job(normal(view.text(row, col)))


def is_department(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds a film's department."""
    return departments.is_department(view.text(row, col))


def is_number(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds a number that something is known by: "PO-114", "88120"."""
    text = view.text(row, col)
    return any(map(str.isdigit, text)) and " " not in text and not by_values.is_date(view, row, col)


def is_reference(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds what a paper is known by: "FC A 0005-00012290", "recibo 12"."""
    text = view.text(row, col)
    amount = isinstance(view.grid.at(row, col), float) or by_values.is_date(view, row, col)
    return any(map(str.isdigit, text)) and len(text.split()) <= _WORDS and not amount


def is_label(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds what an envelope or a float is known by: "PC12", "3", "B".

    Initials are none.
    """
    said = view.text(row, col)
    return re.fullmatch(r"[A-Za-z]|[A-Za-z]{1,4}[ -]?\d{1,3}|\d{1,2}", said) is not None


def is_weeks_hours(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds the hours of a day's work or a week's, and none of overtime alone."""
    value = view.value(row, col, Field("hours", "", Shape.NUMBER))
    return isinstance(value, Decimal) and _DAY <= value <= _WEEK


def is_amount(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds an amount, or says that it is open."""
    return by_values.is_amount(view, row, col) or evidence.fits(
        view, row, col, Field("amount", "", Shape.MONEY)
    )


def is_coded(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds an account's code, or a head's name in place of one."""
    return by_values.is_account(view, row, col) or is_text(view, row, col)


def are_elements(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds elements' numbers: "1, 2, 6"."""
    return (
        re.fullmatch(r"\d{1,3}[a-z]?(?:[\s,;/&.+]+\d{1,3}[a-z]?)*", view.text(row, col)) is not None
    )


def is_deal(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds what somebody is paid, or what for: "Semanal", "Por día"."""
    return is_rate(view, row, col) or is_unit(view, row, col)


def is_element(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds one element's number: "7", "7A"."""
    return re.fullmatch(r"\d{1,3}[a-z]?", view.text(row, col), re.IGNORECASE) is not None


def is_rate(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds what somebody is paid, with its unit or without: "$8,500 / llamado"."""
    read = rates.rate(view.grid.at(row, col), comma=view.writing(col, Shape.RATE).comma)
    return isinstance(read, rates.Rate) and read.amount is not None


def is_unit(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds what a rate is for: "week", "día"."""
    return rates.is_unit(view.text(row, col))


def is_pages(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell holds a scene's length in pages and eighths."""
    return evidence.fits(view, row, col, Field("pages", "", Shape.PAGES))
