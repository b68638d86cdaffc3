"""The columns of a budget or cost report, as accountants head them."""

from __future__ import annotations

from schemas.headings import Field, Shape

FIELDS = (
    Field(
        "account",
        "acct|account|acct #|account #|acct no|account no|account number|code|acct code|"
        "account code|budget code|gl code|cost code|a c|konto|compte|cuenta|line|line #|line no|"
        "ref|coding|"
        "kontonummer|no de compte",
        Shape.CODE,
        weight=1.2,
    ),
    Field(
        "description",
        "description|desc|account description|account name|account title|category description|"
        "item|title|details|category|line item|expense|descripcion|bezeichnung|libelle|"
        "designation|budget item|descr|concepto|kostenart",
        shape=Shape.WORDS,
    ),
    Field(
        "budget",
        "original budget|budget|orig budget|locked budget|approved budget|budgeted|budget amount|"
        "budget original|original|budget total|est|estimate|estimated|estimated cost|bid|"
        "presupuesto|budget initial|devis|kalkulation|budgeted amount|budget locked|amount",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "approved_changes",
        "approved changes|approved overages|approved overage|transfers|budget transfers|changes|"
        "budget changes|approved|overages|change orders|approved budget changes|amendments|"
        "adjustments|reallocations|budget adjustments|approved transfers|approved variance|"
        "approved over under|budget change|transfer|approved changes to date|budget amendments",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "revised_budget",
        "revised budget|rev budget|final budget|current budget|adjusted budget|amended budget|"
        "revised|working budget|total budget|updated budget|latest budget|budget revised|"
        "budget current|budget revise|budget final",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "actual_period",
        "actual this period|this period|cost this period|actuals this period|period cost|"
        "current period|this week|cost this week|period actual|costs this period|actual period|"
        "this month|period|week actual|current cost|period costs|actuals period|this period cost|"
        "cost period|actual this week|costs this week|actual current period",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "actual_to_date",
        "actual to date|actuals to date|cost to date|costs to date|actual|actuals|to date|"
        "spent to date|spent|paid to date|actual cost|actual costs|actual cost to date|"
        "total actuals|expended|actual td|actual spent|actual paid|ist|reel|depense|gastado|real|"
        "total actual|cost to date actual|actuals as of *|actual as of *|cost to date as of *",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "commitments",
        "commitments|committed|open pos|open po|pos|outstanding pos|encumbrances|commitment|"
        "open commitments|purchase orders|committed costs|po commitments|encumbered|accruals|"
        "outstanding commitments|committed cost|engagements|open po s|committed pos|open orders",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "total_cost",
        "total cost|total costs|total cost to date|total costs to date|cost and commitments|"
        "actual and commitments|total to date|total exposure|actuals and commitments|"
        "total spent|total committed|total cost and commitments|cost plus commitments|total",
        Shape.MONEY,
        weight=1.2,
    ),
    Field(
        "etc",
        "etc|estimate to complete|est to complete|estimated to complete|to complete|"
        "cost to complete|costs to complete|ctc|estimated cost to complete|est cost to complete|"
        "forecast to complete|estimate to completion|est to comp|remaining to spend|"
        "remaining cost|to go|cost to go",
        Shape.MONEY,
        weight=2.0,
    ),
    Field(
        "efc",
        "efc|estimated final cost|est final cost|estimated final|final cost|eac|"
        "estimate at completion|anticipated final cost|afc|forecast final cost|forecast|"
        "projected final cost|projected|projected cost|final estimate|forecast final|"
        "estimated total cost|estimated total|est total|projected total|outturn|"
        "anticipated cost|anticipated total cost|forecast cost|est final|estimated cost final",
        Shape.MONEY,
        weight=2.0,
    ),
    Field(
        "variance",
        "variance|over under|var|under over|difference|over short|diff|variance to budget|"
        "budget variance|over under budget|under over budget|ecart|abweichung|variacion|"
        "over|total variance|variance to date|variance over under|efc variance|variance efc",
        Shape.MONEY,
        weight=1.5,
    ),
    Field(
        "notes",
        "notes|note|comments|comment|remarks|explanation|explanations|reason|notes comments|"
        "variance explanation|variance notes|remarques|bemerkungen|notas|comments notes",
        weight=0.5,
    ),
)

MONEY = tuple(field.name for field in FIELDS if field.shape is Shape.MONEY)
"""The money columns, from the original budget to the variance."""
COLUMNS = (*(field.name for field in FIELDS), "category_code", "category", "section", "special")
"""The frame's columns: the fields, and what the rows around a line say of it."""
