"""The columns of a budget's detail: how many, of what, at which rate, and what that comes to."""

from __future__ import annotations

from dataclasses import replace

from schemas.budget.columns.fields import BUDGET, both
from schemas.budget.columns.fields import FIELDS as BUDGET_FIELDS
from schemas.headings import Field, Shape

_NOT_TOTALS = frozenset(("amount", "amt", "amounts", "cost", "costs", "kosten", "valor", "prix"))
_NOT_TOTALS |= {"prix ht", "preis", "precio", "ansatz"}
_TOTAL = (
    "total|line total|amount total|total budget|extended|ext|total amount|account total|"
    "total cost|total costs|extension|extended cost|extended total|total price|grand total|"
    "gesamt|summe|gesamtbetrag|total ht|total hors taxes|total ttc|cout total|total general|"
    "importe total|coste total|costo total|total eur|"
)
_COUNTS = "days|weeks|hours|wks|day|week|hrs|months|hours days|days weeks|total days|total weeks"
_TAKEN = ("budget", "total_cost", "actual_period", "approved_changes")
QUANTITY = (
    f"amount|qty|quantity|how many|no of units|#|amt|number|{_COUNTS}|no of days|no of weeks|count|"
    "quant|# of units|number of units|no units|units qty|# days|# of days|num|no of|"
    "anzahl|menge|anz|stuckzahl|tage|wochen|anzahl tage|dauer|"
    "nombre|nb|nbre|quantite|qte|nb de jours|jours|semaines|duree|nb jours|nombre d unites|"
    "cantidad|cant|unidades|dias|semanas|no unidades|uds|no de unidades|"
    + both("no|number|nb|num", "days|weeks|shoot days")
)
_GROUPS = both("estimated|estimate|est|bid|budget|budgeted", "total|totals|line total|amount")
"""The total of a group of columns: "ESTIMATED" over days, rate and total."""
_ACTUALS = both("actual|actuals|act", "total|totals|line total|amount|cost")
RATE = (
    "rate|price|unit price|cost per unit|unit cost|rate per unit|unit rate|day rate|rates|"
    "daily rate|weekly rate|cost|cost each|price per unit|price each|each|rate each|fee|"
    "satz|ansatz|preis|einzelpreis|einzel|e preis|preis einheit|einzelbetrag|gage|tagessatz|ep|"
    "wochengage|kosten einheit|stuckpreis|tarif|taux|prix unitaire|pu|p u|prix|cout unitaire|"
    "weekly|daily|per week|per day|a week|a day|wk rate|wkly|weekly wage|weekly pay|wage|wages|"
    "prix ht|pu ht|prix unitaire ht|montant unitaire|salaire|precio|precio unitario|tarifa|"
    "importe sem|importe semana|importe semanal|importe dia|importe diario|sueldo semanal|"
    "at $|at £|at €|at|at each|"
    "coste unitario|costo unitario|importe unitario|p unitario|p unit|valor unitario|"
    + both("$|usd|eur|gbp", "per day|per week|a day|a week|day|week|wk|each|per unit|per hour")
)


def _own(field: Field) -> Field:
    """A budget's field as a detail means it: what is estimated there is the budget."""
    if field.name == "actual_to_date":
        return replace(field, headings=f"{_ACTUALS}|{field.headings}")
    if field.name == "efc":
        kept = (word for word in field.headings.split("|") if word not in _GROUPS.split("|"))
        return replace(field, headings="|".join(kept))
    if field.name == "description":
        return replace(field, headings=f"{field.headings}|puesto|cargo")
    return field


FIELDS = (
    *(_own(field) for field in BUDGET_FIELDS if field.name not in _TAKEN),
    Field(
        "budget",
        f"{_TOTAL}{_GROUPS}|"
        + "|".join(word for word in BUDGET.split("|") if word not in _NOT_TOTALS),
        Shape.MONEY,
        weight=1.0,
    ),
    Field("quantity", QUANTITY, Shape.NUMBER),
    Field(
        "unit",
        "unit|units|unit type|uom|per|of|of what|unit of measure|period|time unit|"
        "einheit|einh|me|unite|unites|u|unidad|ud|un|tipo de unidad",
    ),
    Field(
        "times",
        "x|times|x times|multiplier|mult|no of people|# of people|people|persons|pax|no of crew|"
        "x2|nos|no s|mal|faktor|personen|fois|personnes|coef|coefficient|veces|personas",
        Shape.NUMBER,
        weight=1.5,
    ),
    Field("rate", RATE, Shape.MONEY),
    Field("subtotal", "subtotal|sub total|sub|line subtotal|sous total|zwischensumme", Shape.MONEY),
)

COUNTING = frozenset((*QUANTITY.split("|"), "no", "n", "nr", "unit", "units", "einheit", "unite"))
"""Headings of how many, or of what."""
NUMBERS = frozenset(
    ("no", "no s", "nos", "n", "nr", "num", "number", "nb", "nbre", "anz", "anzahl")
)
"""Headings of how many people, beside how many days."""
RATES = frozenset(RATE.split("|")) - {"cost", "fee", "each"}
"""Headings of a rate, and of nothing else."""
