"""Who a line of a crew grid is, and the job that stands in the name's cell."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schemas.people import departments, film_jobs
from schemas.values import doubles, names

_TITLED = re.compile(r"(?P<first>.+?)(?:\s+[-–—|]\s+|\s*/\s*)(?P<second>.+)")
"""A name and a job in one cell: "Ana Moreno - DP", "Jo Park / gaffer", "PA - Kaylee"."""
_LETTERS = re.compile(r"(?P<first>.*[^\W\d_][a-z].*) (?P<second>[A-Z0-9]{2,4})")
"""A name with a job's letters behind it: "Fitz HMU"."""


def named(said: Mapping[str, str | None]) -> tuple[str | None, str | None]:
    """Somebody's name, in one column or two, and the job that stands in the same cell."""
    first, last, whole = said.get("first_name"), said.get("last_name"), said.get("name")
    if first:
        return names.joined(first, last or whole), None
    if doubles.is_many(whole):
        return whole, None
    found = names.named(whole or last)
    if found.remark and is_job(found.remark):
        return found.name, found.remark
    told = _TITLED.fullmatch(found.name or "")
    if told and is_job(told["second"]) != is_job(told["first"]):
        name, job = told.group("first", "second")
        return (names.person(name), job) if is_job(job) else (names.person(job), name)
    lettered = _LETTERS.fullmatch(found.name or "")
    if lettered and film_jobs.is_film_job(lettered["second"]):
        return lettered["first"], lettered["second"]
    return found.name, None


def is_job(text: str) -> bool:
    """Whether words name a film's job or its department."""
    return film_jobs.is_film_job(text) or departments.is_department(text)
