"""A journal's rows told apart by columns: only rows unlike the others are looked at one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
import numpy.typing as npt

from model.money import ZERO
from schemas import rows
from schemas.headings import Field, Shape
from schemas.journals import banners as journal_banners
from schemas.journals import words as journal_words
from schemas.journals.columns import read
from schemas.journals.lines import Lines, Rules
from schemas.journals.numbered import numbered_totals
from schemas.journals.running import Running
from schemas.journals.statuses import is_void
from schemas.kind import Found
from schemas.remarks import is_note
from schemas.sheet import Sheet
from schemas.vocabulary import Vocabulary

_Mask = npt.NDArray[np.bool_]
_SAMPLE = 60
_SENTENCE = 5
"""Words from which a text is a sentence rather than a name."""
_NUMBER = re.compile(r"\d+")
_WORDS = (Shape.TEXT, Shape.WORDS, Shape.CODE)


def tell(sheet: Sheet, found: Found, fields: Sequence[Field], rules: Rules) -> Lines:
    """Read a found journal's columns, tell its rows apart, and complete what stands elsewhere."""
    top = found.header.bottom + 1
    bottom = max(top - 1, min(found.block.bottom, sheet.height))
    columns, extra = read(sheet, found, fields, rules, top, bottom)
    lines = Lines(top, bottom - top + 1, columns, rows.Sorted(), extra)
    journal_banners.speak_above(sheet, found, fields, rules, lines)
    _Teller(sheet, found, fields, rules, lines).tell(bottom)
    journal_banners.complete(rules, lines)
    return lines


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
    rests: set[int] = field(default_factory=set)
    """Rows below a total that say what is left of a float."""
    sums: Running = field(init=False)
    alike: frozenset[int] = frozenset()
    """Rows worded like each other ("Envelope 1", "Envelope 2") of which one is a total."""

    def __post_init__(self) -> None:
        self.sums = Running(self.lines, self._money, self.left_out)

    def tell(self, bottom: int) -> None:
        lines, rules = self.lines, self.rules
        columns = self.found.header.columns
        self.money_columns = frozenset(columns[name] for name in rules.money if name in columns)
        vocabulary = journal_banners.spoken(self.fields, rules)
        usual = self._usual(bottom)
        unusual = (np.flatnonzero(~usual) + lines.top).tolist()
        self.alike = numbered_totals(self.sheet, self.found, self.rules, lines, unusual)
        for row in unusual:
            reason = self._reason(row, vocabulary)
            if reason is None:
                self._continue(row)
                continue
            self.left_out.add(row)
            lines.told.leave_out(row, reason)
            if reason == "subtotal":
                self.sums.close()
                if not self._is_balance(row):
                    lines.totals.append(row)
        lines.records = [row for row in range(lines.top, bottom + 1) if row not in self.left_out]
        self._remarks_below()

    def _remarks_below(self) -> None:
        """Take a sentence below the last posting for a remark: there is nothing for it to head."""
        lines, excluded = self.lines, self.lines.told.excluded
        last = max(lines.records, default=lines.top)
        remarks = [
            row for row in excluded.get("banner", ()) if row > last and self._is_sentence(row)
        ]
        if remarks:
            excluded["banner"] = [row for row in excluded["banner"] if row not in remarks]
            excluded.setdefault("note", []).extend(remarks)

    def _is_sentence(self, row: int) -> bool:
        """Whether a row is one text of many words."""
        texts = list(rows.filled(self.sheet, self.found, row).values())
        return len(texts) == 1 and len(texts[0].split()) >= _SENTENCE

    def _usual(self, bottom: int) -> _Mask:
        """Which rows are plainly postings: with an amount, dated or numbered, with words.

        One that has its first keys and names a payee is, unless that is a total's; of the others
        no words may be.
        """
        lines = self.lines
        keys = [name for name in self.rules.keys if name in lines.columns]
        first, second = self._filled(keys[:1]), self._filled(keys[:2][-1:])
        payee = self._filled([self.rules.payee])
        usual = first & (payee | self._filled(["description"])) & self._filled(self.rules.money)
        sure = second & payee
        for this in self.fields:
            if this.shape in _WORDS and (column := lines.columns.get(this.name)):
                asked = usual if this.name == self.rules.payee else usual & ~sure
                usual &= ~self._closing(column.values, asked)
        told = {row for column in lines.columns.values() for row in column.faults}
        told |= {row for row, _ in self.sheet.grid.struck}
        usual[[row - lines.top for row in told if lines.top <= row <= bottom]] = False
        return usual

    def _filled(self, names: Iterable[str]) -> _Mask:
        """Which rows have a value in one of some fields."""
        filled = np.zeros(self.lines.height, dtype=bool)
        for name in names:
            if column := self.lines.columns.get(name):
                filled |= np.array([value is not None for value in column.values], dtype=bool)
        return filled

    def _closing(self, values: Sequence[object], asked: _Mask) -> _Mask:
        """Which of the rows that are asked have the words of a total or balance in a column."""
        cash = self.rules.cash
        texts = (
            set(values) if asked.all() else {values[at] for at in np.flatnonzero(asked).tolist()}
        )
        closing = {
            text
            for text in texts
            if isinstance(text, str) and journal_words.closes(text, cash=cash)
        }
        if not closing:
            return np.zeros(len(values), dtype=bool)
        return np.array([value in closing for value in values], dtype=bool)

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
            if payee is None and not dated and journal_words.is_period(text):
                return any(self.lines.at(name, row) is not None for name in self.rules.money)
            if not journal_words.closes(text, cash=self.rules.cash):
                continue
            if payee is not None and dated and (payee != text or self.lines.at("description", row)):
                continue
            is_total = journal_words.is_total_alone(text)
            if is_total or journal_words.is_balance(text, cash=self.rules.cash) or not dated:
                return True
        return False

    def _is_balance(self, row: int) -> bool:
        """Whether a row states a balance or cash, which is no sum of postings."""
        if row in self.rests:
            return True
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
        return "note" if len(words) == 0 or is_note(words[0]) else "banner"

    def _is_open(self, row: int, words: Sequence[str]) -> bool:
        """Whether a posting has no amount yet, or is void: it has a key, and says what for."""
        first = next((name for name in self.rules.keys if name in self.lines.columns), "")
        if self.lines.at(first, row) is not None and any(map(is_void, words)):
            return True
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
        names = {*self.rules.keys, *self.rules.stands} - {self.rules.payee}
        keyed = any(self.lines.at(name, row) is not None for name in names)
        known = keyed or self.lines.at(self.rules.payee, row) is not None
        if not known and row in self.alike:
            return "subtotal"
        if not keyed and self.sums.state(row):
            return "subtotal"  # whatever stands where a name would: "LATE CARDS", "CUMUL"
        if self._is_rest(row, known=known):
            return "subtotal"
        if known or self.lines.at("description", row) is not None:
            return None
        if self._is_coded(row) and self._continues(row):
            return None
        return "subtotal"

    def _is_rest(self, row: int, *, known: bool) -> bool:
        """Whether a row below a total is what is left of the float, or net, in whatever words."""
        if known or row - 1 not in {*self.lines.totals, *self.rests}:
            return False
        if not (self.rules.cash or self._is_net(row)):
            return False
        self.rests.add(row)
        return True

    def _is_net(self, row: int) -> bool:
        """Whether a row states what the total above it comes to, debit less credit."""
        if not {"debit", "credit"} <= self.lines.columns.keys():
            return False
        above, own = (
            [self.lines.amount(name, at) or ZERO for name in ("debit", "credit")]
            for at in (row - 1, row)
        )
        return 0 in own and any(own) and abs(sum(own)) == abs(above[0] - above[1])

    def _is_coded(self, row: int) -> bool:
        """Whether a row names an account, and not, in its column, what is added up there."""
        said = self.lines.at("account", row)
        if not isinstance(said, str) or not any(map(str.isalpha, said)):
            return said is not None
        others = islice((code for code in self._codes if code != said), _SAMPLE)
        return any(any(map(str.isalpha, code)) for code in others)

    @property
    def _codes(self) -> Iterator[str]:
        """The accounts of lines that are dated or numbered."""
        keyed = self._filled(self.rules.keys)
        accounts = self.lines.columns["account"].values
        return (str(code) for code, sure in zip(accounts, keyed, strict=True) if code and sure)

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
