"""Pandera's verdict on a typed frame, as issues: one a cell."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.config import get_config_context

from model.cell import Cell
from model.issue import Issue
from schemas import issues

Locate = Callable[[int, str], Cell]


def refuse_if_disabled() -> None:
    """Refuse to read sheets while pandera is switched off: it would pass bad data in silence.

    Raises:
        RuntimeError: the environment or a caller has disabled pandera's validation.
    """
    said = os.environ.get("PANDERA_VALIDATION_ENABLED", "True").strip().lower()
    if said in ("false", "0", "no") or not get_config_context().validation_enabled:
        raise RuntimeError(
            "PANDERA_VALIDATION_ENABLED is False, so sheets would be read unchecked: "
            "unset it and run again."
        )


def check(
    code: str,
    message: str,
    test: Callable[[Any], bool],
    *,
    expected: str = "",
    suggestion: str = "",
) -> pa.Check:
    """A check of one cell's value; missing values pass.

    Args:
        code: the issue's code, one of :data:`schemas.issues.ISSUES`.
        message: the fact, for people; ``{found}`` is the value (leave it out where it is private).
        test: whether a value is as it should be.
        expected: what should stand there.
        suggestion: what to do.
    """

    def passes(values: pd.Series[Any]) -> pd.Series[Any]:
        known = {value: bool(test(value)) for value in set(values.tolist())}
        return pd.Series([known[value] for value in values.tolist()], index=values.index)

    return pa.Check(passes, ignore_na=True, error="\t".join((code, message, expected, suggestion)))


def typed(kind: str, *checks: pa.Check) -> pa.Column:
    """A column of objects, or missing ones, that are all of a kind: "decimal", "date", "string".

    Asked of the column as a whole: a value of another kind is a bug of whoever read it.
    """
    sort = pa.Check(
        lambda values: pd.api.types.infer_dtype(values, skipna=True) in (kind, "empty"),
        ignore_na=False,
        error=f"not every value is a {kind}",
    )
    return pa.Column(object, checks=[sort, *checks], nullable=True, coerce=False)


def judge(schema: pa.DataFrameSchema, frame: pd.DataFrame, locate: Locate) -> list[Issue]:
    """Validate a typed frame lazily and fold what fails to one issue a cell.

    ``locate`` maps the frame's label and column to the cell.

    Raises:
        RuntimeError: pandera's validation is disabled.
    """
    refuse_if_disabled()
    if frame.empty:
        return []
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return _folded(errors.failure_cases, locate)
    return []


def _folded(failures: pd.DataFrame, locate: Locate) -> list[Issue]:
    """One issue a cell: the first check that it fails.

    Raises:
        AssertionError: a frame is not typed as its own reader promises, which is a bug.
    """
    made: dict[Cell, Issue] = {}
    for column, check_text, found, label in zip(
        failures["column"],
        failures["check"],
        failures["failure_case"],
        failures["index"],
        strict=True,
    ):
        parts = str(check_text).split("\t")
        if len(parts) != 4 or label is None or pd.isna(label):
            raise AssertionError(f"column {column} is not typed as promised: {check_text}")
        code, message, expected, suggestion = parts
        at = locate(int(label), str(column))
        made.setdefault(
            at,
            issues.make(
                code, message.format(found=found), at, expected=expected, suggestion=suggestion
            ),
        )
    return list(made.values())
