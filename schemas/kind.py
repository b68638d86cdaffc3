"""What a kind of sheet is made of: its fields, how its headings are told, how it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from model.cell import Block
from model.issue import Issue
from model.table import Table
from schemas import further
from schemas.headings import Field, Header
from schemas.sheet import Sheet
from schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Found:
    """A table found on a tab, before it is read."""

    kind: str
    header: Header
    block: Block
    """From the first heading row to the table's last row, every column with a heading or field."""
    confidence: float
    why: tuple[str, ...] = ()
    layout: object = None
    """What a kind with a finder of its own wants to hand to its reader."""


@dataclass(frozen=True)
class Kind:
    """A kind of sheet.

    ``enough`` says whether a heading row's fields are enough to be of this kind. ``read`` turns a
    found table into a typed one, with an Issue for each cell that cannot be read. A kind whose
    heading row is no row of headings (a day-out-of-days) finds its tables itself with ``find``.
    """

    name: str
    fields: tuple[Field, ...]
    enough: Callable[[Sheet, Header], bool]
    read: Callable[[Sheet, Found], tuple[Table, list[Issue]]]
    titles: str = ""
    """Words, separated by ``|``, that a tab's title or first rows bear where it is of this kind."""
    find: Callable[[Sheet], Sequence[Found]] | None = None
    headed: bool = False
    """Whether rows of headings are looked for as well, where ``find`` finds its own."""
    settles: Callable[[Sheet, Header], Header] | None = field(default=None)
    """Completes a header by what stands below it: an account column without a heading."""
    trade: float | None = None
    """How much on the sheet must be of the trade (1: a film's job, say), where offices head such
    sheets alike; 0, that no more may be of another trade; ``None``, that headings are proof."""

    core: tuple[str, ...] = ()
    """Groups of fields, parted by blanks: one of each is enough on a tab that bears the kind's name
    in a spreadsheet that is a production's; none where headings must be enough always."""
    called: str = ""
    """Further titles, which are believed in a production's spreadsheet alone."""
    refused: Callable[[Sheet, Header], bool] | None = None
    """What says that a list is none of the kind, whatever it is called."""

    kept: tuple[str, ...] = ()
    """What is read of further columns, beside the fields: an order's date of invoice."""

    apart: bool = False
    """Whether headings that come again below a title of their own begin another table."""

    alike: str = ""
    """Another kind that has the same fields, whose further headings are this one's as well."""

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The headings of this kind's fields."""
        known = {**further.headings(self.alike), **further.headings(self.name)}
        return Vocabulary(self.fields, known)
