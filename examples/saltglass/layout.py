"""What the script knows of a tab that it wrote: the truth that a reader must find again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.utils import get_column_letter


@dataclass(slots=True)
class Layout:
    """A tab's truth. Columns and rows count from 1; ``rows`` finds a record's row by its key."""

    tab: str
    kind: str | None
    header_rows: tuple[int, ...] = ()
    columns: dict[str, int] = field(default_factory=dict)
    other_columns: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    records: list[int] = field(default_factory=list)
    """The rows of true lines: no banners, totals, blanks or struck ones."""
    totals: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    special_totals: dict[str, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    excluded: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def at(self, key: str, field_name: str) -> str:
        """Name the cell of a record's field: at("3002", "efc") -> "L98"."""
        return f"{get_column_letter(self.columns[field_name])}{self.rows[key]}"

    def describe(self) -> dict[str, object]:
        """The truth as the truth file has it: letters for columns, strings for money."""
        if self.kind is None:
            return {"tab": self.tab, "kind": None}
        letters = {name: get_column_letter(col) for name, col in self.columns.items()}
        others = {name: get_column_letter(col) for name, col in self.other_columns.items()}
        return {
            "tab": self.tab,
            "kind": self.kind,
            "header_rows": list(self.header_rows),
            "records": len(self.records),
            "columns": letters,
            "other_columns": others,
            "totals": {name: f"{amount:.2f}" for name, amount in self.totals.items()},
            "special_totals": {
                name: f"{amount:.2f}" for name, amount in self.special_totals.items()
            },
            "excluded_rows": {why: sorted(rows) for why, rows in sorted(self.excluded.items())},
        }
