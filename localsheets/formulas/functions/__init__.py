"""The functions of Google's that are computed here and not by ironcalc."""

from __future__ import annotations

from localsheets.formulas.functions import arrays, lambdas, logic, patterns, places, queries, texts
from localsheets.formulas.functions.logic import Lazy
from localsheets.formulas.functions.own import Own

LAZY: dict[str, Lazy] = {**logic.LAZY, **lambdas.LAZY, **places.LAZY, **queries.LAZY}
"""Functions that look at their arguments as they need them."""
OWN: dict[str, Own] = {**arrays.OWN, **texts.OWN, **patterns.OWN}
"""Functions of values."""
