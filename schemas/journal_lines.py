"""A journal's rows told apart by columns: only rows unlike the others are looked at one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from model.issue import Issue
from schemas import journal_words, rows
from schemas.columns import Column
from schemas.headings import Field, Shape
from schemas.kind import Found
from schemas.sheet import Sheet
from schemas.values.words import Fault
from schemas.vocabulary import Vocabulary

_Mask = npt.NDArray[np.bool_]
_WORDS = (Shape.TEXT, Shape.WORDS, Shape.CODE)
_ABOVE = 12


@dataclass(frozen=True)
class Rules:
    """What one kind's rows are told apart by. All are names of fields."""

    money: tuple[str, ...]
    """The amounts, the most important first; open ones ("TBD") matter in the first alone."""
    payee: str
    """Whom the money goes to."""
    keys: tuple[str, ...]
    """What only a posting has: its date, its number."""
    carried: tuple[str, ...] = ()
    """What a line that continues the one above takes from it: a split over accounts."""
    stands: tuple[str, ...] = ()
    """What stands until it changes, where it is written once or above the lines."""
    spoken: tuple[str, ...] = ()
    """What rows of keys and values say ("Envelope #: 12")."""
    accounts: bool = False
    """Whether accounts stand as banners above their postings."""
    people: bool = False
    """Whether people stand as banners above their lines."""
    cash: bool = False
    """Whether floats and cash on hand are no postings."""
    summed: tuple[str, ...] = ()
    """Further fields whose stated totals are checked: hours."""
    extra: tuple[Field, ...] = ()
    """Columns that are no fields of the kind, read for what they tell."""


@dataclass(slots=True)
class Lines:
    """A journal's rows, read by columns and told apart. Rows are the sheet's own numbers."""

    top: int
    columns: dict[str, Column]
    told: rows.Sorted
    extra: Mapping[str, int] = field(default_factory=dict)
    records: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    banners: dict[int, Mapping[str, object]] = field(default_factory=dict)
    """What each banner announces, field -> value; row 0 is what stands above the headings."""

    def at(self, name: str, row: int) -> object:
        """A field's value on a row; ``None`` where the sheet has no such column."""
        column = self.columns.get(name)
        return column.values[row - self.top] if column else None

    def faults(self, name: str) -> Mapping[int, Fault]:
        """What cannot be read in a field's column, by row."""
        column = self.columns.get(name)
        return column.faults if column else {}

    def put(self, name: str, row: int, value: object) -> None:
        """Complete a field's value on a row."""
        self.columns[name].values[row - self.top] = value

    def of(self, name: str) -> list[object]:
        """A field's values on the records; all ``None`` where there is no such column."""
        column = self.columns.get(name)
        if column is None:
            return [None] * len(self.records)
        if len(self.records) == len(column.values):
            return column.values
        return [column.values[row - self.top] for row in self.records]

    def amount(self, name: str, row: int) -> Decimal | None:
        """A field's amount on a row, if it has one."""
        value = self.at(name, row)
        return value if isinstance(value, Decimal) else None


def tell(sheet: Sheet, found: Found, fields: Sequence[Field], rules: Rules) -> Lines:
    """Read a found journal's columns, tell its rows apart, and complete what stands elsewhere."""
    top = found.header.bottom + 1
    bottom = max(top - 1, min(found.block.bottom, sheet.height))
    columns = {
        this.name: sheet.column(col, this, top, bottom)
        for this in fields
        if (col := found.header.columns.get(this.name))
    }
    extra = _extra(found, rules)
    for this in rules.extra:
        if this.name in extra:
            columns[this.name] = sheet.column(extra[this.name], this, top, bottom)
    lines = Lines(top, _settled(columns, rules), rows.Sorted(), extra)
    _Teller(sheet, found, fields, rules, lines).tell(bottom)
    return lines


def _extra(found: Found, rules: Rules) -> dict[str, int]:
    """The columns that are no fields but tell something."""
    vocabulary = Vocabulary(rules.extra)
    named: dict[str, int] = {}
    for heading, col in found.header.others.items():
        if match := vocabulary.match(heading):
            named.setdefault(match[0], col)
    return named


def _settled(columns: Mapping[str, Column], rules: Rules) -> dict[str, Column]:
    """The columns without the faults that are none: further amounts that have not come yet."""
    extra = {this.name for this in rules.extra}
    settled = dict(columns)
    for name, column in columns.items():
        if name in extra:
            settled[name] = Column(column.values)
        elif name in rules.money[1:] and column.faults:
            kept = {row: f for row, f in column.faults.items() if f.code != "amount-open"}
            settled[name] = Column(column.values, kept)
    return settled


@dataclass(slots=True)
class _Teller:
    """Tells one journal's rows apart."""

    sheet: Sheet
    found: Found
    fields: Sequence[Field]
    rules: Rules
    lines: Lines
    money_columns: frozenset[int] = frozenset()
    left_out: set[int] = field(default_factory=set)

    def tell(self, bottom: int) -> None:
        lines, rules = self.lines, self.rules
        columns = self.found.header.columns
        self.money_columns = frozenset(columns[name] for name in rules.money if name in columns)
        spoken = [this for this in self.fields if this.name in rules.spoken]
        vocabulary = Vocabulary(spoken)
        self._speak_above(vocabulary)
        usual = self._usual(bottom)
        for row in (np.flatnonzero(~usual) + lines.top).tolist():
            reason = self._reason(row, vocabulary)
            if reason is None:
                self._continue(row)
                continue
            self.left_out.add(row)
            lines.told.leave_out(row, reason)
            if reason == "subtotal" and not self._is_balance(row):
                lines.totals.append(row)
        lines.records = [row for row in range(lines.top, bottom + 1) if row not in self.left_out]
        self._complete()

    def _usual(self, bottom: int) -> _Mask:
        """Which rows are plainly postings: dated or numbered, with words and an amount."""
        count = bottom - self.lines.top + 1
        usual = self._filled(self.rules.money, count)
        keys = [name for name in self.rules.keys if name in self.lines.columns]
        usual &= self._filled(keys[:1], count)
        usual &= self._filled([self.rules.payee, "description"], count)
        told = {row for column in self.lines.columns.values() for row in column.faults}
        told |= {row for row, _ in self.sheet.grid.struck}
        for row in told:
            if self.lines.top <= row <= bottom:
                usual[row - self.lines.top] = False
        for this in self.fields:
            if this.shape in _WORDS and this.name in self.lines.columns:
                usual &= ~self._closing(self.lines.columns[this.name].values)
        return usual

    def _filled(self, names: Iterable[str], count: int) -> _Mask:
        """Which rows have a value in one of some fields."""
        filled = np.zeros(count, dtype=bool)
        for name in names:
            if column := self.lines.columns.get(name):
                filled |= np.fromiter((value is not None for value in column.values), bool, count)
        return filled

    def _closing(self, values: Sequence[object]) -> _Mask:
        """Which rows have the words of a total or balance in a column."""
        cash = self.rules.cash
        closing = {
            text
            for text in set(values)
            if isinstance(text, str) and journal_words.closes(text, cash=cash)
        }
        if not closing:
            return np.zeros(len(values), dtype=bool)
        return np.fromiter((value in closing for value in values), bool, len(values))

    def _reason(self, row: int, vocabulary: Vocabulary) -> str | None:
        """Why a row is no posting, if it is none."""
        cells = rows.filled(self.sheet, self.found, row)
        if not cells:
            return "blank"
        if rows.is_struck(self.sheet, self.found, row):
            return "struck"
        if rows.repeats_heading(self.sheet, self.found, row):
            return "header"
        words = [text for col, text in cells.items() if col not in self.money_columns]
        if self._is_total(row, words):
            return "subtotal"
        faulty = any(row in self.lines.columns[name].faults for name in self._money)
        if not faulty and all(self.lines.at(name, row) is None for name in self._money):
            return self._without_money(row, words, vocabulary)
        return self._with_money(row, faulty=faulty)

    @property
    def _money(self) -> list[str]:
        return [name for name in self.rules.money if name in self.lines.columns]

    def _is_total(self, row: int, words: Sequence[str]) -> bool:
        """Whether a row is a total or a balance by its words.

        A posting to "Total Wine & More" is none: it is dated, or names what it is for beside.
        """
        payee = self.lines.at(self.rules.payee, row)
        keys = [name for name in self.rules.keys if name in self.lines.columns][:2]
        dated = bool(keys) and all(self.lines.at(name, row) is not None for name in keys)
        for text in words[:4]:
            if not journal_words.closes(text, cash=self.rules.cash):
                continue
            if payee is not None and payee != text and dated:
                continue
            is_total = journal_words.is_total_alone(text)
            if is_total or journal_words.is_balance(text, cash=self.rules.cash) or not dated:
                return True
        return False

    def _is_balance(self, row: int) -> bool:
        """Whether a row states a balance or cash, which is no sum of postings."""
        texts = rows.filled(self.sheet, self.found, row).values()
        return any(journal_words.is_balance(text, cash=self.rules.cash) for text in texts)

    def _without_money(self, row: int, words: Sequence[str], vocabulary: Vocabulary) -> str | None:
        """Why a row without any amount is no posting: a banner, a remark; or an open posting."""
        said = journal_words.key_values(self.sheet, row, vocabulary)
        if said:
            self.lines.banners[row] = said
            return "banner"
        if self._is_open(row, words):
            return None
        if announced := self._announced(words):
            self.lines.banners[row] = announced
            return "banner"
        return "note" if len(words) == 0 or rows.is_note(words[0]) else "banner"

    def _is_open(self, row: int, words: Sequence[str]) -> bool:
        """Whether a posting has no amount yet: it has a key and says whom or what for."""
        keyed = any(self.lines.at(name, row) is not None for name in self.rules.keys)
        said = [name for name in (self.rules.payee, "description") if self.lines.at(name, row)]
        return len(words) > 2 and keyed and bool(said)

    def _announced(self, words: Sequence[str]) -> Mapping[str, object]:
        """What a banner announces to the lines below it."""
        if self.rules.accounts and (account := journal_words.account_banner(words)):
            return {"account": account}
        lone = len(words) == 1 and not any(map(str.isdigit, words[0]))
        return {self.rules.payee: words[0]} if self.rules.people and lone else {}

    def _with_money(self, row: int, *, faulty: bool) -> str | None:
        """Why a row with an amount is no posting: a total without words, or unreadable.

        An account with its amount alone is a recapitulation, unless it continues a posting.
        """
        if faulty:
            return "unreadable"
        names = (self.rules.payee, "description", *self.rules.keys, *self.rules.stands)
        said = any(self.lines.at(name, row) is not None for name in names)
        if said or (self.lines.at("account", row) is not None and self._continues(row)):
            return None
        return "subtotal"

    def _continues(self, row: int) -> bool:
        """Whether a line continues the posting above it: it names neither payee, date nor number,
        but, where the sheet has accounts, its own account."""
        lines, above = self.lines, row - 1
        there = [name for name in self.rules.carried if name in lines.columns]
        if len(there) < 2 or above < lines.top or above in self.left_out:
            return False
        coded = "account" not in lines.columns or lines.at("account", row) is not None
        return coded and all(lines.at(name, row) is None for name in there)

    def _continue(self, row: int) -> None:
        """Give a line that continues the one above (a split) what it leaves unsaid."""
        if self._continues(row):
            for name in self.rules.carried:
                if name in self.lines.columns:
                    self.lines.put(name, row, self.lines.at(name, row - 1))

    def _speak_above(self, vocabulary: Vocabulary) -> None:
        """Note what rows of keys and values say above the headings."""
        said: dict[str, object] = {}
        top = min(self.found.header.rows, default=1)
        for row in range(max(1, top - _ABOVE), top):
            said |= journal_words.key_values(self.sheet, row, vocabulary)
        if self.rules.accounts and "account" not in self.lines.columns and top > 1:
            words = [text for text in self.sheet.line(top - 1) if text]
            if account := journal_words.account_banner(words):
                said["account"] = account
        if said:
            self.lines.banners[0] = said

    def _complete(self) -> None:
        """Put what banners announce, and what stands until it changes, into the records."""
        lines = self.lines
        announced = {name for said in lines.banners.values() for name in said}
        for name in sorted(announced | set(self.rules.stands)):
            values = lines.of(name)
            missing = sum(value is None for value in values)
            if missing == 0 or (name not in announced and missing == len(values)):
                continue
            once = name in self.rules.stands and missing * 10 > len(values) * 3
            if name not in lines.columns:
                count = len(next(iter(lines.columns.values())).values)
                lines.columns[name] = Column([None] * count)
            self._fill(name, once=once)

    def _fill(self, name: str, *, once: bool) -> None:
        """Fill a field down from banners; ``once`` says that each value is written once."""
        lines = self.lines
        banners = sorted(row for row, said in lines.banners.items() if name in said)
        standing: object = None
        following = iter([*banners, float("inf")])
        coming = next(following)
        for row in lines.records:
            while coming < row:
                standing = lines.banners[int(coming)][name]
                coming = next(following)
            value = lines.at(name, row)
            if value is None and row not in lines.columns[name].faults:
                lines.put(name, row, standing)
            elif once:
                standing = value


def fault_issues(sheet: Sheet, found: Found, fields: Sequence[Field], lines: Lines) -> list[Issue]:
    """An issue for each cell that could not be read: of records, of unreadable rows, of totals.

    On a row that is a total, words may stand anywhere but under an amount.
    """
    faults: dict[int, dict[str, Fault]] = {}
    reasons = {row: reason for reason, gone in lines.told.excluded.items() for row in gone}
    for this in fields:
        kept = {None, "unreadable", *(["subtotal"] if this.shape is Shape.MONEY else [])}
        for row, fault in lines.faults(this.name).items():
            if reasons.get(row) in kept:
                faults.setdefault(row, {})[this.name] = fault
    made: list[Issue] = []
    for row, said in sorted(faults.items()):
        made += rows.fault_issues(sheet, found, fields, rows.Record(row, {}, said))
    return made
