"""What lists of things good from one date to another share: hired equipment, permits, insurance."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import pandera.pandas as pa

from model.issue import Issue
from model.table import Table
from schemas import issues, rows
from schemas.headings import Field
from schemas.judge import judge
from schemas.kind import Found
from schemas.people import people
from schemas.planning import list_totals
from schemas.planning.list_totals import Lines
from schemas.remarks import is_note
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import spans
from schemas.values.words import NOT_NEEDED, fold, is_dash, is_open

_ENDLESS = re.compile(
    r".*\b(?:until|continuous|cancel\w*|perpetual|duration|wrap|no expir\w*|does not expire|"
    r"end of (?:shoot|production|principal)|run of (?:show|shoot|production)|indefinite|unlimited|"
    r"open[ -]?end\w*|unbefristet|illimite|sans limite|indefinido|drehende|"
    r"fin (?:du|de) (?:tournage|rodaje))\b.*"
)
_UNFINISHED = re.compile(
    rf".*\b(?:{NOT_NEEDED}|"
    r"pend\w*|appl\w+|submi\w+|request\w*|not (?:yet|bound)\b.*|n/?a|quoted|"
    r"unbound|cancel\w*|"
    r"den\w+|declin\w*|expired?|void|draft|to do|tbd|tba|tbc|awaiting|waiting|"
    r"in (?:progress|process|arbeit|bearbeitung|prufung)|"
    r"needed|process\w*|review|open|en (?:cours|attente|tramite)|demand\w+|refus\w*|annul\w*|"
    r"beantragt|ausstehend|offen|abgelehnt|storn\w*|solicitad\w+|(?:por|sin) solicitar|"
    r"pendiente|anulad\w+)\b.*"
)
_IN_FORCE = re.compile(
    r".*\b(?:issu\w+|grant\w+|approv\w+|active|in force|bound|ok|yes|received|have|valid|signed|"
    r"obtain\w+|delivre\w*|accord\w+|obtenu\w*|en vigueur|actif|erteilt|genehmigt|gultig|aktiv|"
    r"liegt vor|concedid\w+|aprobad\w+|vigente|emitid\w+|activ[ao])\b.*"
)
_DISCOUNT = re.compile(
    r"\b(?:discounts?|credits?|refunds?|rebates?|remises?|avoirs?|rabatte?|nachlass|gutschrift|"
    r"descuentos?|abonos?|bonificacion)\b"
)
_DAYS = re.compile(r"[^\W\d_]{3,}\.? \d{1,2} ?[-–] ?\d{1,2}(?![\d/.-])")
"""Days of one month, "March 9-12", which else is a day of the year 12."""
_DATES = ("start_date", "end_date")
_SCHEMA = pa.DataFrameSchema(
    {name: pa.Column(object, nullable=True) for name in _DATES},
    index=pa.Index(int, unique=True),
)


@dataclass(frozen=True)
class DatedList:
    """A kind of list, and how its lines are told.

    ``named`` are the fields of which a line has at least one; ``money`` those that add up.
    ``announced`` names the field that a banner's words are about ("vendor"), if any. ``expires``
    says what a line is that should not be without its last day ("permit"). ``complete`` makes a
    record what the frame wants, in place.
    """

    name: str
    fields: tuple[Field, ...]
    named: tuple[str, ...]
    money: tuple[str, ...] = ()
    announced: Callable[[str], str | None] = lambda _: None
    expires: str = ""
    complete: Callable[[Sheet, Found, Record], None] | None = None

    def read(self, sheet: Sheet, found: Found) -> tuple[Table, list[Issue]]:
        """Read a list: records, subtotals held against them, and what is wrong at which cell."""
        lines = self._lines(sheet, found)
        made = rows.repeated_headings(sheet, found)
        for record in lines.records:
            rows.leave_open(record, "rate")
            made += rows.fault_issues(sheet, found, self.fields, record)
        columns = [field.name for field in self.fields]
        table = rows.table(self.name, columns, sheet, found, lines.told, lines.records)
        stated, differing = list_totals.check(sheet, found, self.money, lines)
        table = replace(table, stated=stated)
        made += differing + judge(_SCHEMA, table.frame, table.cell) + people.deal_issues(table)
        made += _negative(table)
        if self.expires:
            made += _endless(sheet, table, self.expires)
        return table, made + rows.notes(sheet, found, self.fields, table)

    def _lines(self, sheet: Sheet, found: Found) -> Lines:
        """Tell the rows apart; what banners announce goes into the records below them."""
        lines = Lines(rows.sort(sheet, found))
        above: dict[str, str] = {}
        for row in lines.told.left:
            record = rows.read(sheet, found, self.fields, row)
            texts = rows.filled(sheet, found, row)
            reason = self._reason(record, list(texts.values()))
            if reason is None:
                _settle_dates(sheet, found, record)
                for field, words in above.items():
                    record.values[field] = record.values[field] or words
                if self.complete:
                    self.complete(sheet, found, record)
                lines.records.append(record)
                continue
            lines.told.leave_out(row, reason)
            if reason == "subtotal":
                lines.totals.append(record)
            elif reason == "banner":
                lines.banners.append(row)
                said = next(iter(texts.values())).strip(" :-–—*=")
                if name := self.announced(said):
                    above[name] = said
        return lines

    def _reason(self, record: Record, texts: Sequence[str]) -> str | None:
        """Why a row is no line that counts, if it is none."""
        values = record.values
        dated = any(values.get(name) for name in _DATES)
        if not dated and any(rows.is_total(text) for text in texts[:3]):
            return "subtotal"
        named = any(values.get(name) for name in self.named)
        if not (dated or named or any(map(_is_worded, texts))):
            return "subtotal"  # whatever it adds up, in columns that are read or not
        if len(set(texts)) == 1 and not dated:
            return "note" if is_note(texts[0]) else "banner"
        if dated or named:
            return None
        money = any(values.get(name) is not None for name in self.money)
        return "subtotal" if money else "note"


def _is_worded(text: str) -> bool:
    return any(map(str.isalpha, text))


def _settle_dates(sheet: Sheet, found: Found, record: Record) -> None:
    """Read a span in one cell ("3/2 - 3/6"), and words that say that nothing ends, in place.

    A column of its own for the other day says that, be it blank.
    """
    for name in _DATES:
        col = found.header.columns.get(name)
        text = sheet.text(record.row, col) if col else ""
        if name not in record.faults and not _DAYS.search(text):
            continue
        if _ENDLESS.fullmatch(fold(text)):
            record.faults.pop(name, None)
        elif (days := spans.read(text, sheet.dates)) is not None:
            record.values[name] = days[name == "end_date"]
            other = "end_date" if name == "start_date" else "start_date"
            if other not in found.header.columns:
                record.values[other] = days[other == "end_date"]
            record.faults.pop(name, None)
        elif name == "start_date" and (day := spans.first(text, sheet.dates)) is not None:
            record.values[name] = day
            record.faults.pop(name, None)


def _negative(table: Table) -> list[Issue]:
    """An issue for each rate below zero, but for what a house takes off on a line of its own."""
    if "rate" not in table.place.columns:
        return []
    columns = (table.frame["rate"].tolist(), table.frame["description"].tolist())
    return [
        issues.make(
            "rate-not-positive",
            f"The rate is {rate}.",
            table.cell(int(label), "rate"),
            expected="a rate above zero, or a blank cell",
            suggestion="Type the rate, or clear the cell where there is none.",
        )
        for label, rate, what in zip(table.frame.index, *columns, strict=True)
        if isinstance(rate, Decimal) and rate < 0 and not _DISCOUNT.search(fold(str(what or "")))
    ]


def _endless(sheet: Sheet, table: Table, what: str) -> list[Issue]:
    """An issue for each line whose last day is blank, but for those that are not in force yet."""
    if not table.has("end_date"):
        return []
    column = table.place.columns["end_date"]
    frame = table.frame
    begun = frame["start_date"].notna() if table.has("start_date") else frame.index == frame.index
    number = "permit_number" if "permit_number" in frame else "policy_number"
    said = zip(frame["status"], frame[number], strict=True)
    lines = zip(frame.index, frame["end_date"], said, begun, strict=True)
    return [
        issues.make(
            "expiry-missing",
            f"The {what} has no date of expiry, so it counts as expired.",
            table.cell(int(label), "end_date"),
            expected="the last day on which it is good",
            suggestion="Type the date; where there is none, say so (until cancelled).",
        )
        for label, end, (state, number_said), has_begun in lines
        if end is None
        and (has_begun or _IN_FORCE.fullmatch(fold(str(state or ""))))
        and not any(_UNFINISHED.fullmatch(fold(str(text or ""))) for text in (state, number_said))
        and not _stands(sheet.text(int(label), column))
    ]


def _stands(text: str) -> bool:
    """Whether a cell says when something ends, be it never or unreadably (an issue of its own)."""
    return bool(text) and not is_open(text) and not is_dash(text)
