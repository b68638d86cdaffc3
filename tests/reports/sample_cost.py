"""The sample's cost report: accounts of every EFC rule, one without a budget, contingency."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from model.cell import Cell
from transforms.costs.lines import AccountLine, Category, CostReport, EfcRule, Figures, Section


def figures(
    original: str, approved: str, actual: str, commitments: str, efc: str, period: str | None = None
) -> Figures:
    budget, changes, spent, pos, final = map(
        Decimal, (original, approved, actual, commitments, efc)
    )
    return Figures(
        original=budget,
        approved=changes,
        revised=budget + changes,
        actual_period=None if period is None else Decimal(period),
        actual=spent,
        commitments=pos,
        total_cost=spent + pos,
        etc=final - spent - pos,
        efc=final,
        variance=budget + changes - final,
    )


def add(parts: list[Figures]) -> Figures:
    """The sum, figure by figure."""
    return Figures(
        *(
            None
            if name == "actual_period" and all(getattr(p, name) is None for p in parts)
            else sum((getattr(p, name) or Decimal(0) for p in parts), Decimal(0))
            for name in Figures.__dataclass_fields__
        )
    )


def account(
    code: str, name: str, row: int, own: Figures, rule: EfcRule, book: str, **more: object
) -> AccountLine:
    sources = {
        "original": (Cell("Budget", row, 3, book),),
        "approved": (Cell("Budget", row, 4, book),),
        "actual": (Cell("Budget", row, 5, book),),
    }
    if own.commitments:
        sources["commitments"] = tuple(Cell("PO Log", po, 6, book) for po in (row, row + 20))
    line = AccountLine(code, name, own, rule, Cell("Budget", row, 1, book), sources)
    return replace(line, **more)  # type: ignore[arg-type]


def category(
    code: str, name: str, section: Section, *lines: AccountLine, wanted: bool = False
) -> Category:
    return Category(code, name, section, lines, add([line.figures for line in lines]), wanted)


def cost_report(book: str) -> CostReport:
    cast = category(
        "1400",
        "Cast",
        Section.ABOVE_THE_LINE,
        account(
            "1401",
            "Principals",
            6,
            figures("180000", "0", "61500", "0", "180000"),
            EfcRule.AT_LEAST_BUDGET,
            book,
        ),
        account(
            "1402",
            "Supporting",
            7,
            figures("42000", "6000", "21350.50", "3200", "51800"),
            EfcRule.ETC_GIVEN,
            book,
            explanation_wanted=True,
        ),
    )
    design = category(
        "2200",
        "Set Design",
        Section.PRODUCTION,
        account(
            "2201",
            "Designer",
            10,
            figures("24000", "0", "24000", "0", "24000"),
            EfcRule.CLOSED,
            book,
        ),
        account(
            "2203",
            "Model Makers",
            11,
            figures("8000", "0", "9400", "2100", "12750"),
            EfcRule.EFC_GIVEN,
            book,
            explanation_wanted=True,
            sheet_notes="boat built twice",
        ),
        wanted=True,
    )
    editing = category(
        "5000",
        "Editing",
        Section.POST,
        account(
            "5001",
            "Editor",
            14,
            figures("36000", "0", "0", "0", "36000"),
            EfcRule.AT_LEAST_BUDGET,
            book,
        ),
    )
    unbudgeted = category(
        "",
        "Not in the budget",
        Section.OTHER,
        replace(
            account(
                "3350",
                "",
                9,
                figures("0", "0", "1450", "0", "1450"),
                EfcRule.AT_LEAST_BUDGET,
                book,
                budgeted=False,
            ),
            at=Cell("PO Log", 9, 3, book),
            sources={"actual": (Cell("PO Log", 9, 6, book),)},
        ),
    )
    contingency = category(
        "",
        "Contingency",
        Section.CONTINGENCY,
        account(
            "9900",
            "Contingency",
            17,
            figures("29000", "-6000", "0", "0", "23000"),
            EfcRule.AT_LEAST_BUDGET,
            book,
        ),
    )
    categories = (cast, design, editing, unbudgeted, contingency)
    return CostReport(
        categories=categories,
        sections={each.section: each.figures for each in categories},
        grand=add([each.figures for each in categories]),
        contingency_left=Decimal(23000),
        rows_not_totalled=(Cell("Budget", 12, 1, book),),
    )
