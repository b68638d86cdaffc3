"""What the settings say of a tab: it always wins, and where it does not fit, an issue says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.cell import column_number
from model.issue import Issue
from model.production import Override
from schemas import issues
from schemas.finding import claims, heading_rows, heads
from schemas.finding.asked import Asked
from schemas.finding.claims import Claim
from schemas.finding.lexicon import Lexicon
from schemas.finding.part import WINDOW, Part
from schemas.kind import Found, Kind
from schemas.sheet import Sheet


def headed(sheet: Sheet, kinds: Sequence[Kind], lexicon: Lexicon) -> list[Claim] | None:
    """The claims on the heading rows that the settings name; ``None`` where they name none."""
    if sheet.override is None or not sheet.override.header_rows:
        return None
    found: list[Claim] = []
    for rows in _groups(sheet.override.header_rows):
        part = _part(sheet, rows)
        own = tuple(row - part.offset for row in rows)
        made = heads.at(part, lexicon, kinds, own[-1], own) or _trusted(part, lexicon, kinds, own)
        found += [claim.placed(part) for claim in made]
    return found


def called(sheet: Sheet, kinds: Sequence[Kind], lexicon: Lexicon) -> list[Claim]:
    """The claim on a tab whose kind the settings name but whose headings are hardly enough for it.

    The row with most of the kind's headings is taken, or none where the settings name columns.
    """
    override = sheet.override
    if override is None or override.kind is None or override.header_rows or not kinds:
        return []
    part = Part.top(sheet)
    counts = {
        row: sum(override.kind in lexicon.kinds(text) for text in part.sheet.line(row))
        for row in range(1, part.height + 1)
        if part.headlike[row]
    }
    best = max(counts, key=lambda row: counts[row], default=0)
    if counts.get(best, 0) >= 2:
        return _trusted(part, lexicon, kinds, (best,))
    return _trusted(part, lexicon, kinds, ()) if override.columns else []


def _trusted(
    part: Part, lexicon: Lexicon, kinds: Sequence[Kind], rows: tuple[int, ...]
) -> list[Claim]:
    """The claim of the kind that the settings name on some rows, enough or not."""
    override = part.whole.override
    if override is None or override.kind is None:
        return []
    asked = Asked(part, lexicon, 1, max(part.whole.width, 1))
    made = (claims.make(asked, kind, rows, trusted=True) for kind in kinds)
    return [claim for claim in made if claim is not None][:1]


def _part(sheet: Sheet, rows: Sequence[int]) -> Part:
    """The part of a tab around some heading rows."""
    return Part.top(sheet) if rows[-1] <= WINDOW // 2 else Part.around(sheet, rows[0])


def _groups(rows: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Heading rows by table: rows next to each other are the tiers of one."""
    group: list[int] = []
    for row in rows:
        if group and (row != group[-1] + 1 or len(group) == heading_rows.TIERS):
            yield tuple(group)
            group = []
        group.append(row)
    if group:
        yield tuple(group)


def problems(sheet: Sheet, kinds: Sequence[Kind], found: Sequence[Found]) -> list[Issue]:
    """An issue for each thing that the settings say of a tab and that does not fit it."""
    told = sheet.production.override(sheet.grid.book, sheet.grid.tab)
    if told is None:
        return []
    made = [] if found or not (told.kind or told.header_rows) else [_not_found(sheet, told)]
    beyond = [row for row in told.header_rows if row > sheet.height]
    if beyond:
        rows = ", ".join(map(str, beyond))
        made.append(
            _misfit(
                sheet,
                f"name row {rows} as a heading row, but the tab ends at row {sheet.height}",
                f"a row from 1 to {sheet.height}",
            )
        )
    names = {this.kind for this in found}
    fields = {name for kind in kinds if kind.name in names for name in kind.vocabulary.fields}
    for name, letters in told.columns.items():
        if found and name not in fields:
            what = f"name a column for {name}, which is no field of a {' or '.join(sorted(names))}"
            made.append(_misfit(sheet, what, ", ".join(sorted(fields))))
        elif found and column_number(letters) > sheet.width:
            what = f"name column {letters} for {name}, but nothing stands that far to the right"
            made.append(_misfit(sheet, what, "the letters of a column that is filled"))
    return made


def _misfit(sheet: Sheet, what: str, expected: str) -> Issue:
    """The issue of one thing in the settings that the tab does not have."""
    return issues.make(
        "settings-do-not-fit",
        f'The settings of the tab "{sheet.grid.tab}" {what}.',
        sheet.cell(1, 1),
        expected=expected,
        suggestion="Mend or delete the line in the settings; rows and columns may have moved.",
    )


def _not_found(sheet: Sheet, override: Override) -> Issue:
    """The issue of a tab that the settings call something that it does not look like."""
    rows = f" in row {', '.join(map(str, override.header_rows))}" if override.header_rows else ""
    called_ = f"a {override.kind}" if override.kind else "a table"
    return issues.make(
        "headings-not-found",
        f'The settings call the tab "{sheet.grid.tab}" {called_}, '
        f"but no headings of one were found{rows or ' on it'}.",
        sheet.cell(1, 1),
        expected=f"a heading row of {called_}",
        suggestion="Name the tab's heading rows and columns in the settings, or mend its kind.",
    )
