"""Columns told by what they hold: without a heading, or under one that names the wrong thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations

from schemas.budget import accounts
from schemas.finding import evidence
from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Kind
from schemas.people import film_jobs
from schemas.sheet import Sheet
from schemas.values.patterns import shows_date
from schemas.values.words import Fault

_LEAST = 3
"""Values that a column without a heading must have to be told by them."""
_CLEAR = 4
"""Values that both columns must have for their headings to be overruled."""
_MATRIX = 60
"""More columns without headings than these are a matrix's, none of them a forgotten field."""
_MOST, _FEW, _NONE = 0.85, 0.2, 0.1
_TOLD_BY_VALUES = (
    Shape.MONEY,
    Shape.DATE,
    Shape.NUMBER,
    Shape.RATE,
    Shape.WORDS,
    Shape.TIME,
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?: ?(?:[ap]\.?m?\.?|uhr|h))?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+.*")
_PHONE = re.compile(r"\+?[\d(][\d\s().+/x-]{5,}\d")
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*,? (?:[\w.'’-]+ ){0,3}[^\W\d_][\w.'’-]*\.?")
_ELEMENT = re.compile(r"\d{1,3}[a-z]?", re.IGNORECASE)

_SUM = re.compile(r"\d[.,]\d\d?\b(?!\d)|[$€£¥₹₦₱]|\b(?:USD|CAD|EUR|GBP|AUD)\b")
UNKNOWN = 8
"""Unknown headings that are too many for the table to be of the kind."""

NAMED = 2
"""Headings that must be known before unknown ones are told: a banner alone is no heading."""

_Test = Callable[[Sheet, int, int], bool]


def complete(view: Sheet, kind: Kind, header: Header, span: range, last: int) -> Header:
    """Give fields that no heading names the columns without a heading that hold them.

    ``span`` are the columns that may be the table's. A field takes a column only where its values
    alone fit, and where no other such column's do.
    """
    headed = {*header.columns.values(), *header.others.values()}
    nameless = [col for col in span if col not in headed]
    if len(nameless) > _MATRIX:
        return header
    free = {
        col: rows
        for col in nameless
        if len(rows := evidence.sample(view, header, col, last)) >= _LEAST
    }
    columns = dict(header.columns)
    for field in _missing(kind, header) if free else ():
        test = _NAMELESS[field.name]
        fitting = [
            col
            for col, rows in free.items()
            if col not in columns.values() and share(view, col, rows, test) >= _MOST
        ]
        if len(fitting) == 1 and stands_left(field.name, fitting[0], columns):
            columns[field.name] = fitting[0]
    return _headed(view, kind, replace(header, columns=columns), last)


def _headed(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """Give fields that no heading names the columns under unknown headings that hold them.

    Only values that cannot be mistaken count: a film's jobs, amounts with cents or a currency,
    dates that say so; and only where one such column alone holds them.
    """
    if len(header.others) > UNKNOWN or len(header.headings) < NAMED:
        return header
    for name, test in _SPEAKING.items():
        if name not in kind.vocabulary.fields or name in header.columns:
            continue
        fitting = [
            (heading, col)
            for heading, col in header.others.items()
            if col not in header.repeated.values()
            and len(rows := evidence.sample(view, header, col, last)) >= _LEAST
            and test(view, rows, col)
        ]
        if len(fitting) == 1:
            header = header.with_field(name, *fitting[0])
    return header


def _are_jobs(view: Sheet, rows: tuple[int, ...], col: int) -> bool:
    """Whether half of a column are a film's jobs."""
    return sum(film_jobs.is_film_job(normal(view.text(row, col))) for row in rows) * 2 >= len(rows)


def _are_sums(view: Sheet, rows: tuple[int, ...], col: int) -> bool:
    """Whether a column holds amounts, and shows that it does: cents, a currency, an open one."""
    amount = Field("amount", "", Shape.MONEY)
    good = [row for row in rows if evidence.fits(view, row, col, amount)]
    shown = [row for row in good if _SUM.search(view.text(row, col))]
    dated = share(view, col, rows, is_date) > 0
    return not dated and len(good) >= _MOST * len(rows) and len(shown) * 4 >= len(rows)


def _are_dates(view: Sheet, rows: tuple[int, ...], col: int) -> bool:
    """Whether a column holds dates."""
    return share(view, col, rows, is_date) >= _MOST


_SPEAKING: dict[str, Callable[[Sheet, tuple[int, ...], int], bool]] = {
    "position": _are_jobs,
    "amount": _are_sums,
    "date": _are_dates,
}
"""Field -> what the values under an unknown heading must be, to be it all the same."""


def _missing(kind: Kind, header: Header) -> Iterator[Field]:
    """The fields that values may tell, that no heading named and that the kind leaves to us."""
    has = header.columns
    for name in _NAMELESS:
        field = kind.vocabulary.fields.get(name)
        whole = name != "name" or not {"first_name", "last_name"} & has.keys()
        own = "budget" in kind.vocabulary.fields and name in ("account", "description")
        if field is not None and name not in has and whole and not own:
            yield field


def stands_left(name: str, col: int, columns: Mapping[str, int]) -> bool:
    """Whether a column stands where such a field does: numbers stand left of what they number."""
    named = [columns[other] for other in ("role", "description", "name") if other in columns]
    return name not in ("element_id", "account") or not named or col < min(named)


def overruled(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """A header with two fields changed over where each one's column holds the other's values."""
    fields = kind.vocabulary.fields
    strict = [
        (name, test) for name in header.columns if (test := _strict(fields[name])) is not None
    ]
    rows = {name: evidence.sample(view, header, header.columns[name], last) for name, _ in strict}
    suspect = [
        (name, test)
        for name, test in strict
        if len(rows[name]) >= _CLEAR
        and share(view, header.columns[name], rows[name], test) <= _NONE
    ]
    columns, headings = dict(header.columns), dict(header.headings)
    for (one, ours), (other, theirs) in combinations(suspect, 2):
        here, there = columns[one], columns[other]
        if (
            share(view, there, rows[other], ours) >= _MOST
            and share(view, here, rows[one], theirs) >= _MOST
        ):
            columns[one], columns[other] = there, here
            headings[one], headings[other] = headings.get(other, ""), headings.get(one, "")
    return replace(header, columns=columns, headings=headings)


def disproved(view: Sheet, kind: Kind, header: Header, last: int) -> Header:
    """A header without the amounts, dates and numbers whose columns hold next to none.

    "Paid?" over ticks is no amount, whatever it is called; what is still open counts as one. Nor is
    "Bid" over times of day, even with amounts further down. And "Open" over amounts is no status.
    """
    fields = kind.vocabulary.fields
    wrong = {
        name
        for name, col in header.columns.items()
        if len(rows := evidence.sample(view, header, col, last)) >= _LEAST
        and (
            share(view, col, rows, is_amount) >= _MOST
            if name == "status"
            else fields[name].shape in _TOLD_BY_VALUES
            and (
                sum(evidence.fits(view, row, col, fields[name]) for row in rows) <= _FEW * len(rows)
                or (fields[name].shape is Shape.MONEY and share(view, col, rows, is_time) > _FEW)
            )
        )
    }
    return header.without(wrong) if wrong else header


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A test of a cell's text."""

    passes: Callable[[str], bool]

    def __call__(self, view: Sheet, row: int, col: int) -> bool:
        return self.passes(view.text(row, col))


def is_person(text: str) -> bool:
    """Whether a text is made as a person's name is."""
    return _PERSON.fullmatch(text) is not None


def is_account(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell is an account's code, and no count or day."""
    code = view.code(row, col)
    if is_date(view, row, col):
        return False
    return len(code) >= 3 and any(map(str.isdigit, code)) and accounts.is_code(code)


def is_date(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell is a date that says so: text, or a number shown as one."""
    raw = view.grid.at(row, col)
    if not isinstance(raw, str):
        pattern = view.grid.formats.get((row, col), "")
        return isinstance(raw, int | float) and shows_date(pattern)
    return not isinstance(view.dates.read(raw), Fault | None)


def is_time(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell is a time of day that says so: "6:00A"."""
    raw = view.grid.at(row, col)
    return isinstance(raw, str) and _CLOCK.fullmatch(raw.strip()) is not None


def is_amount(view: Sheet, row: int, col: int) -> bool:
    """Whether a cell is a number, or text of one with cents or a currency."""
    raw = view.grid.at(row, col)
    if isinstance(raw, bool) or is_date(view, row, col):
        return False
    return isinstance(raw, int | float) or not isinstance(
        view.value(row, col, Field("amount", "", Shape.MONEY)), Fault | None
    )


def _are_words(text: str) -> bool:
    """Whether a text is words: letters for the most part."""
    return sum(map(str.isalpha, text)) * 2 > len(text) and not accounts.is_code(text)


_NAMELESS: dict[str, _Test] = {
    "email": _Text(lambda text: _EMAIL.fullmatch(text) is not None),
    "phone": _Text(lambda text: _PHONE.fullmatch(text) is not None),
    "element_id": _Text(lambda text: _ELEMENT.fullmatch(text) is not None),
    "account": is_account,
    "date": is_date,
    "amount": is_amount,
    "name": _Text(is_person),
    "description": _Text(_are_words),
}
"""Field -> what the values of a column without a heading must be, to be it."""


def _strict(field: Field) -> _Test | None:
    """What a field's values must be, where that tells them from other fields' at sight."""
    if field.name in ("email", "phone"):
        return _NAMELESS[field.name]
    if field.name == "account":
        return is_account
    by_shape: dict[Shape, _Test] = {
        Shape.DATE: is_date,
        Shape.MONEY: is_amount,
        Shape.WORDS: _Text(_are_words),
    }
    return by_shape.get(field.shape)


def share(view: Sheet, col: int, rows: tuple[int, ...], test: _Test) -> float:
    """Which share of a column's values pass a test."""
    return view.once((test, col, rows), partial(_shared, view, col, rows, test))


def _shared(view: Sheet, col: int, rows: tuple[int, ...], test: _Test) -> float:
    """The same, worked out; the rows below different headings are the same for the most part."""
    known: dict[int, bool] = view.once((test, col), dict)
    for row in rows:
        if row not in known:
            known[row] = test(view, row, col)
    return sum(known[row] for row in rows) / max(len(rows), 1)
