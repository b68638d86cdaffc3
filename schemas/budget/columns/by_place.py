"""Columns under headings that say nothing, told by where they stand and what they make.

The last to be asked: of what is left over, and only where one column alone can be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from model.money import ZERO, cents
from schemas.budget.columns import by_words
from schemas.budget.columns.fields import FIELDS, MONEY
from schemas.budget.columns.settled import Columns, figures, is_of_amounts, share
from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.values.rates import unit_in
from schemas.values.words import listed
from schemas.vocabulary import Vocabulary

_KNOWN = Vocabulary(FIELDS)
_LEAST = 2
_MOST, _NEARLY_ALL = 0.6, 0.9
_REMARK = 3
"""Words from which a text is a remark."""
_BUDGETS = frozenset(("budget", "revised_budget"))
_COSTS = frozenset(("actual_to_date", "commitments", "total_cost", "etc", "efc"))
_UNITS = listed(
    "allow allowance flat fl ls lump fee global glob gl pausch pausch. pauschal psch psch. "
    "ff f forfait fft pc pcs ea each episode episodes ep eps stk stck stck. st stk. unit "
    "units mile miles trip trips night nights noche noches nuit nuits un un. ud ud. dt tg "
    "tg. wo wo. sem sem. jr jrs mes meses mois month months monat monate mon. folge folgen "
    "j h hr hrs feet reels % km person pers"
)
_Held = Mapping[int, Decimal]


def tell_money(
    sheet: Sheet, header: Header, rows: Sequence[int], columns: Columns, *, named: bool
) -> None:
    """Find the variance, the commitments and the budget among the columns that nobody knows.

    ``named`` says that the tab is called a budget, so that its only amounts are.
    """
    if named:
        _sum_of_parts(sheet, rows, columns)
    parts = {col: figures(sheet, rows, col) for col in _unknown(sheet, header, rows, columns)}
    free = {col: held for col, held in parts.items() if not _is_of_a_part(columns, col)}
    if not parts:
        return
    for name, made in _made(sheet, rows, columns):
        # "Block 2 Budget" is one all the same where approved changes lead from it to the revised.
        among = parts if name == "budget" else free
        fitting = [col for col, held in among.items() if _fits(held, made)]
        if name not in columns.fields and len(fitting) == 1:
            columns.take(name, fitting[0])
            parts.pop(fitting[0])
            free.pop(fitting[0], None)
    _budget(columns, list(free), named=named)


def _sum_of_parts(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """Where no budget is named, the column that adds up those right before it is: "Season" after
    its episodes. Where costs are named it may be a cost."""
    if (_BUDGETS | _COSTS) & columns.fields.keys():
        return
    held = {
        col: figures(sheet, rows, col)
        for col in sorted(columns.others.values())
        if is_of_amounts(sheet, rows, col)
    }
    sums = [col for col in held if _adds_up_before(col, held)]
    if len(sums) == 1:
        columns.take("budget", sums[0])


def _adds_up_before(col: int, held: Mapping[int, _Held]) -> bool:
    """Whether a column is the sum of all the amounts right before it, two columns or more."""
    first = col
    while first - 1 in held:
        first -= 1
    lines = {row for at in range(first, col + 1) for row in held[at]}
    made = {row: sum((held[at].get(row, ZERO) for at in range(first, col)), ZERO) for row in lines}
    return col - first >= _LEAST and _fits(held[col], made)


def says_nothing(heading: str) -> bool:
    """Whether a heading means no field of a budget, and has no word that speaks of one."""
    return _KNOWN.match(heading) is None and by_words.field(normal(heading)) is None


def _unknown(sheet: Sheet, header: Header, rows: Sequence[int], columns: Columns) -> Iterator[int]:
    """The columns of amounts under headings that mean nothing known."""
    again = set(header.repeated.values())
    for heading, col in columns.others.items():
        known = _KNOWN.match(heading) is not None
        if normal(heading) and not known and col not in again and is_of_amounts(sheet, rows, col):
            yield col


def _is_of_a_part(columns: Columns, col: int) -> bool:
    """Whether a column's heading says that its amounts are of a part: an episode, a week."""
    headings = (heading for heading, at in columns.others.items() if at == col)
    return any(by_words.is_of_a_part(normal(heading)) for heading in headings)


def _made(
    sheet: Sheet, rows: Sequence[int], columns: Columns
) -> Iterator[tuple[str, dict[int, Decimal]]]:
    """What a field that is not there would be on each line, by those that are."""
    for name, needed, make in _WAYS:
        held = {each: columns.fields.get(each) for each in needed}
        if name not in columns.fields and all(held.values()):
            parts = [figures(sheet, rows, col) for col in held.values() if col]
            lines = {row for part in parts for row in part}
            yield name, {row: make(*(part.get(row, ZERO) for part in parts)) for row in lines}


def _less(first: Decimal, second: Decimal) -> Decimal:
    return first - second


_WAYS: tuple[tuple[str, tuple[str, ...], Callable[..., Decimal]], ...] = (
    ("variance", ("revised_budget", "efc"), _less),
    ("variance", ("budget", "efc"), _less),
    ("variance", ("revised_budget", "total_cost"), _less),
    ("variance", ("budget", "total_cost"), _less),
    ("variance", ("budget", "actual_to_date"), _less),
    ("variance", ("budget", "revised_budget"), _less),
    ("commitments", ("total_cost", "actual_to_date"), _less),
    ("commitments", ("efc", "etc", "actual_to_date"), lambda efc, etc, paid: efc - etc - paid),
    ("approved_changes", ("revised_budget", "budget"), _less),
    ("budget", ("revised_budget", "approved_changes"), _less),
    ("budget", ("efc", "variance"), lambda efc, over: efc + over),
    ("budget", ("efc", "variance"), _less),
    ("budget", ("total_cost", "variance"), lambda cost, over: cost + over),
    ("budget", ("actual_to_date", "variance"), lambda cost, over: cost + over),
    ("efc", ("budget", "variance", "actual_to_date"), lambda budget, over, _: budget - over),
)
"""What a field may be made of, the surest first."""


def _fits(held: _Held, made: _Held) -> bool:
    """Whether a column is what was made, or its opposite, on nearly all lines that say anything."""
    told = [row for row in made.keys() | held.keys() if made.get(row) or held.get(row)]
    return len(told) >= _LEAST and any(
        sum(cents(held.get(row, ZERO)) == cents(sign * made.get(row, ZERO)) for row in told)
        >= _NEARLY_ALL * len(told)
        for sign in (1, -1)
    )


def _budget(columns: Columns, free: Sequence[int], *, named: bool) -> None:
    """The one unknown column left of all costs is the budget; the only amounts of a budget are."""
    fields = columns.fields
    if _BUDGETS & fields.keys():
        return
    words = max(fields.get("description", 0), fields.get("account", 0))
    money = [col for name, col in fields.items() if name in MONEY]
    left = [col for col in free if words < col < min(money, default=col + 1)]
    costs = (_COSTS - {"total_cost"}) & fields.keys()
    if len(left) == 1 and (len(costs) > 1 or (named and (costs or not money))):
        columns.take("budget", left[0])


def tell_units(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """A column of days, weeks and lump sums left of the amounts says what is counted."""
    fields = columns.fields
    if "unit" in fields or "rate" not in fields:
        return
    words, end = fields.get("description", 0), fields.get("budget", fields["rate"])
    fitting = [
        col
        for col in range(words + 1, end)
        if col not in fields.values() and share(sheet, rows, col, _is_unit, _LEAST) > _MOST
    ]
    if len(fitting) == 1:
        columns.take("unit", fitting[0])


def _is_unit(text: str) -> bool:
    """Whether a text is a unit alone: "Weeks", "psch.", "allow"."""
    return len(text.split()) == 1 and (
        text.lower() in _UNITS or (unit_in(text) is not None and not any(map(str.isdigit, text)))
    )


def tell_notes(sheet: Sheet, rows: Sequence[int], columns: Columns) -> None:
    """The last column, right of all amounts, that holds remarks of some words is of remarks."""
    fields = columns.fields
    money = [col for name, col in fields.items() if name in (*MONEY, "rate", "subtotal")]
    last = max((*fields.values(), *columns.others.values()), default=0)
    if "notes" in fields or not money or last <= max(money) or last in fields.values():
        return
    texts = [text for row in rows if (text := sheet.text(row, last))]
    remarks = sum(len(text.split()) >= _REMARK for text in texts)
    if remarks and len(set(texts)) == len(texts) and all(map(_is_said, texts)):
        columns.take("notes", last)


def _is_said(text: str) -> bool:
    return any(map(str.isalpha, text))
