"""A budget line's own arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from model.issue import Issue
from model.money import ZERO, cents, spoken
from schemas import issues
from schemas.budget.columns.settled import figures
from schemas.budget.rows.lines import Line, Role
from schemas.budget.totals.blame import Wrong
from schemas.kind import Found
from schemas.sheet import Sheet

_FEW, _MANY = 2, 3
_MOSTLY = Decimal("1.5")
"""Two lines of three."""
_Values = Mapping[str, Decimal | None]
_PARTS = {
    "revised_budget": ("budget", "approved_changes", "revised_budget"),
    "total_cost": ("actual_to_date", "commitments", "total_cost"),
}
"""What figures are made of that stand next to each other, and the figure."""
_WORDS = {
    "revised_budget": "budget and approved changes",
    "total_cost": "actual and commitments",
    "efc": "total cost and ETC",
    "variance": "revised budget less EFC",
}


def identities(
    sheet: Sheet, found: Found, lines: Sequence[Line]
) -> tuple[list[Wrong], list[Issue]]:
    """Each figure of a line that contradicts the line's others; and columns that mostly do.

    A column that agrees with the others on less than half of its lines is no typing error: it is
    something else than its heading says, or was taken for another. That is said once.
    """
    read = [line for line in lines if line.role in (Role.RECORD, Role.SPECIAL)]
    forecast = bool({"etc", "efc"} & found.header.columns.keys())
    figured = _figured(found, read)
    sign = _sign(figured, forecast=forecast)
    beside = {name: _beside(sheet, found, read, parts) for name, parts in _PARTS.items()}
    wrong: dict[str, list[Wrong]] = {}
    judged: Counter[str] = Counter()
    for line, values in zip(read, figured, strict=True):
        for name, expected in _expected(values, sign, forecast=forecast):
            stated = line.values[name]
            if stated is None:
                continue
            judged[name] += bool(stated) or any(expected)
            if name in beside:
                expected += [value + beside[name].get(line.row, ZERO) for value in expected]
            if cents(stated) not in {cents(value) for value in expected}:
                issue = _broken(sheet, found, line, name, stated, expected[0], forecast=forecast)
                wrong.setdefault(name, []).append(Wrong(line, name, expected[0], issue))
    doubted = {
        name for name, own in wrong.items() if len(own) > _MANY and len(own) * 2 > judged[name]
    }
    kept = [one for name, own in wrong.items() if name not in doubted for one in own]
    said = [
        _contradicted(sheet, found, name, len(wrong[name]), judged[name], forecast=forecast)
        for name in doubted
    ]
    return sorted(kept, key=lambda one: one.line.row), said


def _figured(found: Found, read: Sequence[Line]) -> list[_Values]:
    """The lines' figures: a blank change is none, and orders that the ETC has in it count once.

    So they do where the sheet has no column of them, and its EFC is what is spent and the ETC.
    """
    without = _are_in_etc(read) or ("etc" in found.header.columns and _has_no_orders(found, read))
    figured = [_without_orders(line.values) if without else line.values for line in read]
    if "approved_changes" not in found.header.columns:
        return figured
    return [
        {**values, "approved_changes": values["approved_changes"] or ZERO} for values in figured
    ]


def _beside(
    sheet: Sheet, found: Found, lines: Sequence[Line], parts: Sequence[str]
) -> dict[int, Decimal]:
    """What stands on each line beside some figures, left of what they make: accruals, transfers."""
    columns = [found.header.columns.get(name, 0) for name in parts]
    if not lines or not all(columns) or columns[-1] < max(columns):
        return {}
    rows = range(min(line.row for line in lines), max(line.row for line in lines) + 1)
    sums: dict[int, Decimal] = {}
    for col in found.header.others.values():
        if min(columns) < col < columns[-1]:
            for row, value in figures(sheet, rows, col).items():
                sums[row] = sums.get(row, ZERO) + value
    return sums


def _contradicted(
    sheet: Sheet, found: Found, name: str, wrong: int, judged: int, *, forecast: bool
) -> Issue:
    """The issue of a column that the others contradict on most lines, at its heading."""
    heading = found.header.headings.get(name, name.replace("_", " "))
    return issues.make(
        "efc-identity-broken",
        f'"{heading}" is not what {_words(name, forecast=forecast)} make on {wrong} of {judged} '
        "lines.",
        sheet.cell(found.header.bottom, found.header.columns[name]),
        expected="columns that agree with each other on most lines",
        suggestion="Look at what each column was taken for ('topsheet check --explain'), and name "
        "the right one in the settings.",
    )


def _words(name: str, *, forecast: bool) -> str:
    """What a figure is made of, in words."""
    return _WORDS[name] if forecast or name != "variance" else "budget less what is spent"


def _expected(
    values: _Values, sign: int | None, *, forecast: bool
) -> Iterator[tuple[str, list[Decimal]]]:
    """What each derived figure may be: from the stated figures before it, or from recomputed ones.

    So that one wrong figure is reported once, where it stands. Without a ``forecast`` the variance
    is the budget less what is spent.
    """
    budget, approved, revised = (
        values[n] for n in ("budget", "approved_changes", "revised_budget")
    )
    if budget is not None and approved is not None:
        yield "revised_budget", [budget + approved]
    due = None if budget is None else budget + (approved or ZERO)
    actual, committed, spent = (values[n] for n in ("actual_to_date", "commitments", "total_cost"))
    if actual is not None and committed is not None:
        yield "total_cost", [actual + committed]
    summed = None if actual is None or committed is None else actual + committed
    etc, efc = values["etc"], values["efc"]
    costs = _either(spent, summed)
    if costs and etc is not None:
        yield "efc", [cost + etc for cost in costs]
    finals = _either(efc, None if etc is None or not costs else costs[-1] + etc)
    if not forecast:
        finals = [*costs, *_either(actual, None)]
    budgets = _either(revised, due)
    if sign and finals and budgets:
        yield "variance", [sign * (due - final) for due in budgets for final in finals]


def _either(stated: Decimal | None, computed: Decimal | None) -> list[Decimal]:
    """What is known of a figure, the sheet's own first."""
    return [value for value in (stated, computed) if value is not None]


def _are_in_etc(lines: Sequence[Line]) -> bool:
    """Whether the ETC has the open orders in it: EFC is what is spent and ETC, by and large."""
    within, beside = 0, 0
    for line in lines:
        spent, orders, etc, efc = (
            line.values[name] for name in ("actual_to_date", "commitments", "etc", "efc")
        )
        if orders and None not in (spent, etc, efc):
            made = (spent or ZERO) + (etc or ZERO)
            within += cents(efc or ZERO) == cents(made)
            beside += cents(efc or ZERO) == cents(made + orders)
    return within >= _FEW and within > 2 * beside


def _has_no_orders(found: Found, lines: Sequence[Line]) -> bool:
    """Whether a sheet has no column of orders, and EFC is what is spent and ETC on most lines."""
    if {"commitments", "total_cost"} & found.header.columns.keys():
        return False
    told = [
        (spent + etc, efc)
        for line in lines
        if (spent := line.values["actual_to_date"]) is not None
        and (etc := line.values["etc"]) is not None
        and (efc := line.values["efc"]) is not None
    ]
    agreeing = sum(bool(made) and cents(made) == cents(efc) for made, efc in told)
    return agreeing > _FEW and agreeing * _MOSTLY > len(told)


def _without_orders(values: _Values) -> _Values:
    """A line's figures without the orders that its ETC has in it."""
    return {**values, "commitments": ZERO, "total_cost": None}


def _sign(lines: Sequence[_Values], *, forecast: bool) -> int | None:
    """Which way round the sheet's variance is: 1 is revised less EFC, -1 the opposite.

    ``None`` where the sheet's variance is neither by and large: it is of something else then.
    """
    votes = {1: 0, -1: 0}
    judged = 0
    for values in lines:
        stated = values["variance"]
        blank = {**values, "variance": None}
        options = dict(_expected(blank, 1, forecast=forecast)).get("variance")
        if stated is None or options is None:
            continue
        judged += bool(stated) or any(options)
        for sign in votes:
            right = {cents(sign * option) for option in options}
            votes[sign] += bool(stated) and cents(stated) in right
    best = max(votes, key=lambda sign: votes[sign])
    if not judged:
        return 1
    return best if votes[best] * 2 >= judged or judged == 1 else None


def _broken(
    sheet: Sheet,
    found: Found,
    line: Line,
    name: str,
    stated: Decimal,
    expected: Decimal,
    *,
    forecast: bool,
) -> Issue:
    """The issue of a figure that its line's other figures contradict."""
    words = _words(name, forecast=forecast)
    currency = sheet.production.currency
    heading = found.header.headings.get(name, name.replace("_", " "))
    return issues.make(
        "efc-identity-broken",
        f'"{heading}" is {spoken(stated, currency)}, but {words} of the same line make '
        f"{spoken(expected, currency)}.",
        sheet.cell(line.row, found.header.columns[name]),
        subject=line.account or line.name or None,
        expected=spoken(expected, currency),
        suggestion="Put the formula back, or mend the figure that is wrong.",
    )
