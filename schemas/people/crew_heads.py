"""What makes headings those of a crew list: people, their jobs, and jobs that a film has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from schemas.finding.otherwise import are_of_another, is_another
from schemas.headings import Header, normal
from schemas.people import (
    call_sheets,
    crew_beside,
    departments,
    engaged,
    film_jobs,
    papers,
    parted,
    tickets,
)
from schemas.sheet import Sheet
from schemas.values import marks
from schemas.values.rates import is_unit
from schemas.values.words import fold, listed

_SAMPLE = 80
_FURTHER = frozenset(
    ("phone", "email", "rate", "start_date", "deal_memo", "start_paperwork", "union", "account")
)
_DEAL = frozenset(("start_date", "end_date", "rate", "guarantee_hours", "deal_memo"))
"""What is agreed with people: a day's calls say none of it, a list of the crew may say both."""
_TITLE = re.compile(
    r"\b(?:crew|unit) list\b|\bcrew\b|\bcontact (?:list|sheet)\b|liste technique|stabliste|"
    r"equipo tecnico|\bequipe\b|lista de equipo"
)
_MAYBE = re.compile(
    r"\b(?:director|producer|production manager|editor|writer|camera|sound|light|art|music|"
    r"transport|realis|product|camara|sonido|ton|licht|bild)"
)
_FILM_HEADINGS = re.compile(
    r"\b(?:deal memo|start ?work|start pack\w*|(?:kit|box) (?:rental|fee)|iatse|loan ?out)\b"
)


def enough(sheet: Sheet, header: Header) -> bool:
    """A crew list names people and their positions or departments, and it is a film's.

    An office lists people and positions too: jobs or departments that only a film has tell, or a
    crew list's title with jobs that a film may have, or headings such as "Deal Memo". A list whose
    other columns are about something else (rooms, meals) is none.
    """
    fields = set(header.columns)
    if refused(sheet, header):
        return False
    if not fields & {"name", "last_name"} or not fields & {"position", "department"}:
        return False
    aside = not fields & _FURTHER and len(header.others) > 1
    if aside and not _titled(sheet, header, _TITLE):
        return False
    if any(_FILM_HEADINGS.search(normal(text)) for text in _headings(header)):
        return True
    jobs = _texts(sheet, header, "position")
    return (
        (sheet.of_film and any(map(film_jobs.is_film_job, jobs)))
        or (
            _share(jobs, film_jobs.is_film_job) >= 0.2
            and any(map(film_jobs.is_of_film_alone, jobs))
        )
        or _of_film(_texts(sheet, header, "department"))
        or _of_film(_alone(sheet, header))
        or (_titled(sheet, header, _TITLE) and (not jobs or _share(jobs, _may_be) >= 0.2))
    )


def _is_of_tickets(sheet: Sheet, header: Header) -> bool:
    """Whether a list is of people's tickets alone, beside a crew list, or perhaps so.

    "Issued" and "Expires" by "Ticket" are no days of a deal, and a card's number is no rate.
    """
    further = header.columns.keys() & _FURTHER
    if any(map(tickets.says_until, _headings(header))):
        further -= {
            name
            for name, said in _OF_CARDS.items()
            if said.search(normal(header.headings.get(name, "")))
        }
    titled = _titled(sheet, header, tickets.REGISTER) and not further
    return titled and (bool(sheet.crew) or not sheet.of_film)


_OF_CARDS = {
    "start_date": re.compile(
        r"\b(?:issue\w*|obtained|passed|completed|granted|delivre\w*|ausgestellt|expedi\w*)\b"
    ),
    "rate": re.compile(r"#|\b(?:no|nr|num\w*|n)\b"),
}
"""Headings of a ticket's card under which a deal's day or rate may seem to stand."""


def refused(sheet: Sheet, header: Header) -> bool:
    """Whether a list of people is of hours paid, a ship's crew, a day's calls, rooms or vendors."""
    at_sea = any(_AT_SEA.search(normal(text)) for text in _headings(header))
    if is_another(normal(sheet.grid.tab)) or are_of_another(_headings(header)):
        return True
    if _lists_companies(sheet, header) or _is_of_tickets(sheet, header):
        return True
    paid = _PAYROLL.search(normal(sheet.grid.tab)) is not None
    called = call_sheets.is_one(sheet, header) and len(header.columns.keys() & _DEAL) < 2
    return at_sea or paid or called or _pays(header)


_WEEKDAYS = re.compile(
    r"mon?|tue?s?|wed?|thu?r?s?|fri?|sat?|sun?|mo|di|mi|do|fr|sa|so|lun?|mar|mer|jeu|ven|sam|dim|"
    r"mie|jue|vie|sab|dom"
)
_AT_SEA = re.compile(
    r"\brank\b|\bstcw\b|\beng1\b|\bembark\w*|\bsign(?:ed)? (?:on|off)\b|\benrol\w+"
)
"""What the crew of a ship is listed by."""
_COMPANY = re.compile(
    r"(?:company|vendor|supplier|business|societe|fournisseur|firma|lieferant|empresa|proveedor)\b"
)


def _lists_companies(sheet: Sheet, header: Header) -> bool:
    """Whether a list is of companies with whom to ask for: none of them has a film's job."""
    name = header.columns.get("name", 0)
    if not any(_COMPANY.match(normal(each)) and at < name for each, at in header.others.items()):
        return False
    return not any(map(film_jobs.is_film_job, _texts(sheet, header, "position")))


_PAYROLL = re.compile(
    r"\b(?:payroll|pr edit|wages|feuilles? de paie|paie|nominas?|planilla|lohn(?:liste|journal|"
    r"lauf)?)\b"
)
_PAID = listed("gross wages earnings brut bruto brutto bruttolohn fringe fringes")


def _pays(header: Header) -> bool:
    """Whether a list is of hours worked and what they came to: a week's days, and gross."""
    others = [normal(heading) for heading in header.others]
    days = sum(_WEEKDAYS.fullmatch(heading) is not None for heading in others)
    return days >= 5 and any(word in _PAID for heading in others for word in heading.split())


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell a "Nom" beside "Prénom" from a whole name, and take the rate column that is filled."""
    header = papers.settled(sheet, engaged.settled(sheet, header))
    header = parted.settled(sheet, tickets.settled(sheet, header))
    basis = _texts(sheet, header, "rate_unit")
    if len(basis) >= _FEW and _share(basis, is_unit) < 0.5:
        header = header.without({"rate_unit"})
    columns = dict(header.columns)
    further = header.repeated.get("rate")
    other_rate = further if further not in columns.values() else None
    if "deal_memo" not in columns and _is_ticked(sheet, header, "rate"):
        columns["deal_memo"] = columns.pop("rate")
        columns |= {"rate": other_rate} if other_rate else {}
    elif other_rate:
        counts = {col: _filled(sheet, header, col) for col in (columns["rate"], other_rate)}
        columns["rate"] = max(counts, key=lambda col: (counts[col], col == columns["rate"]))
    for name, test in _BY_VALUES.items():
        if name not in columns and (col := _told(sheet, header, columns, test)):
            columns[name] = col
    if "rate" not in columns and (col := _of_several_units(sheet, header)):
        columns["rate"] = col
    basis_at = columns.get("rate_unit", 0)
    if "rate" not in columns and (col := crew_beside.rate(sheet, header, basis_at)):
        columns["rate"] = col
    if "unit" not in columns and (col := crew_beside.unit(sheet, header)):
        columns = {name: at for name, at in columns.items() if at != col} | {"unit": col}
    if "rate_unit" not in columns and (col := _beside_rate(sheet, header, columns)):
        columns["rate_unit"] = col
    if "rate_unit" not in columns and _share(_texts(sheet, header, "unit"), is_unit) > _MOST:
        columns["rate_unit"] = columns.pop("unit")
    return _with_columns(header, columns) if columns != dict(header.columns) else header


_MOST = 0.6
_FEW = 3


_REACHED = re.compile(
    r"\b(?:contact|number|numbers|details|info|reach|coordonnees|kontakt|contacto)\b"
)
_BY_VALUES = {
    "phone": re.compile(r"(?:[a-z]{1,6}[.:]? ?)?[+(]?\d[\d().\s/x+-]{6,}", re.IGNORECASE),
    "email": re.compile(r"\S+@\S+\.\S+"),
}


def _told(
    sheet: Sheet, header: Header, columns: Mapping[str, int], test: re.Pattern[str]
) -> int | None:
    """The column headed "Contact" or alike, or by nothing, whose values tell what it holds."""
    for col in range(min(columns.values(), default=1), max(columns.values(), default=0) + 3):
        headed = [text for row in header.rows if (text := sheet.text(row, col))]
        if col in columns.values() or not all(_REACHED.search(normal(text)) for text in headed):
            continue
        values = [said for row in _rows(sheet, header) if (said := sheet.text(row, col))]
        if values and _share(values, lambda said: test.fullmatch(said) is not None) > 0.5:
            return col
    return None


def _of_several_units(sheet: Sheet, header: Header) -> int | None:
    """The column of rates whose heading names several units: "Day/wk rate", with digits below."""
    for heading, col in header.others.items():
        words = normal(heading).split()
        units = [word for word in words if word not in ("rate", "or")]
        if "rate" not in words or len(units) < 2 or not all(map(is_unit, units)):
            continue
        texts = [text for row in _rows(sheet, header) if (text := sheet.text(row, col))]
        if _share(texts, _has_digits) > 0.5:
            return col
    return None


def _beside_rate(sheet: Sheet, header: Header, columns: Mapping[str, int]) -> int | None:
    """The column right of the rates that holds what they are for, headed "/" or by nothing."""
    col = columns.get("rate", 0) + 1
    if col == 1 or col in columns.values():
        return None
    texts = [text for row in _rows(sheet, header) if (text := sheet.text(row, col))]
    return col if len(texts) > 1 and all(map(is_unit, texts)) else None


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_ticked(sheet: Sheet, header: Header, field: str) -> bool:
    """Whether a column headed "Deal" holds marks rather than rates."""
    if normal(header.headings.get(field, "")) != "deal":
        return False
    said = [marks.mark(text) for text in _texts(sheet, header, field)]
    return sum(isinstance(value, bool) for value in said) * 2 > len(said)


def _with_columns(header: Header, columns: Mapping[str, int]) -> Header:
    """The same header with fields at other columns: what is known of a column goes with it."""
    at = {col: name for name, col in header.columns.items()}
    texts = {col: text for text, col in header.others.items()}
    texts |= {header.columns[name]: text for name, text in header.headings.items()}
    quality = {name: header.quality.get(at.get(col, name), 0.8) for name, col in columns.items()}
    taken = set(columns.values())
    others = {text: col for text, col in header.others.items() if col not in taken}
    others |= {texts[col]: col for col in at if col not in taken and col in texts}
    return replace(
        header,
        columns=columns,
        headings={name: texts.get(col, "") for name, col in columns.items()},
        quality=quality,
        others=others,
    )


def _rows(sheet: Sheet, header: Header) -> range:
    return range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)


def _texts(sheet: Sheet, header: Header, field: str) -> list[str]:
    """A field's texts below the heading; none without its column."""
    col = header.columns.get(field, 0)
    return [text for row in _rows(sheet, header) if (text := sheet.text(row, col))]


def _filled(sheet: Sheet, header: Header, col: int) -> int:
    return sum(bool(sheet.text(row, col)) for row in _rows(sheet, header))


def _alone(sheet: Sheet, header: Header) -> list[str]:
    """Texts that stand alone in their row, as banners do."""
    lines = ([text for text in sheet.line(row) if text] for row in _rows(sheet, header))
    return [line[0] for line in lines if len(set(line)) == 1]


def _of_film(texts: Iterable[str]) -> bool:
    """Whether departments are a film's: two of them, or a third of all."""
    known = {normal(text) for text in texts}
    film = {text for text in known if departments.is_of_film(text)}
    return len(film) > 1 or (bool(film) and len(film) * 3 >= len(known))


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    return sum(map(test, texts)) / len(texts) if texts else 0.0


def _may_be(text: str) -> bool:
    return _MAYBE.search(fold(text)) is not None


def _titled(sheet: Sheet, header: Header, title: re.Pattern[str]) -> bool:
    """Whether the tab's title, or a line above the headings, bears one of some titles."""
    top = min(header.rows, default=1)
    lines = [text for row in range(max(1, top - 8), top) for text in sheet.line(row) if text]
    return any(title.search(fold(text)) for text in (sheet.grid.tab, *lines))


def _headings(header: Header) -> list[str]:
    return [*header.headings.values(), *header.others]
