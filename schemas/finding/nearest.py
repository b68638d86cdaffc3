"""What a tab that was taken for nothing comes nearest to, so that people see what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from model.table import Guess
from schemas.headings import Header
from schemas.kind import Kind
from schemas.sheet import Sheet

_WINDOW = 40
_FEW = 3
_TRIED = 3
_LONGEST = 60


def guess(sheet: Sheet, kinds: Sequence[Kind]) -> Guess | None:
    """The heading row that comes nearest to some kind, among the tab's first rows.

    ``None`` where no row names three fields of a kind and lacks at most one more.
    """
    for _, kind, header in sorted(_rows(sheet, kinds), key=lambda found: -found[0])[:_TRIED]:
        enough = kind.enough(sheet, header)
        missing = () if enough else tuple(_missing(sheet, kind, header))
        if enough or missing:
            named = tuple(header.headings.values())
            return Guess(sheet.cell(1, 1), kind.name, header.bottom, named, missing)
    return None


def _rows(sheet: Sheet, kinds: Sequence[Kind]) -> Iterator[tuple[float, Kind, Header]]:
    """Every row that names three fields of a kind, with what that weighs."""
    for row in range(1, min(sheet.height, _WINDOW) + 1):
        texts = sheet.line(row)
        if sum(map(bool, texts)) < _FEW or max(map(len, texts)) > _LONGEST:
            continue
        for kind in kinds:
            if kind.find is None:
                header = kind.vocabulary.header([texts], (row,))
                if len(header.columns) >= _FEW:
                    fields = kind.vocabulary.fields
                    weight = sum(fields[name].weight for name in header.columns)
                    yield weight, kind, header


def _missing(sheet: Sheet, kind: Kind, header: Header) -> Iterator[str]:
    """The fields that, one more of them, would be enough."""
    beyond = sheet.width + 1
    for name in kind.vocabulary.fields:
        if name not in header.columns:
            columns, headings = {**header.columns, name: beyond}, {**header.headings, name: name}
            if kind.enough(sheet, replace(header, columns=columns, headings=headings)):
                yield name
