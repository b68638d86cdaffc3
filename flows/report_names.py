"""The reports that settings may name."""

from __future__ import annotations

from typing import Literal, get_args

ReportName = Literal[
    "summary",
    "variance",
    "conflicts",
    "look-ahead",
    "holds-and-drops",
    "hot-costs",
    "dood-view",
    "data-issues",
    "changes",
]
REPORT_NAMES: tuple[str, ...] = get_args(ReportName)
