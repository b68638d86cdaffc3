"""What a tab's title, and the rows above its headings, say of which revision it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from model.grid import Scalar
from schemas.headings import normal
from schemas.revisions import words
from schemas.values.dates import Dates, written
from schemas.values.words import fold

_AHEAD = timedelta(days=45)
"""How far past today a revision without a year may be dated, before it is last year's."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is known of a tab's revision; ``None`` and 0 where nothing is."""

    name: str
    """What the title says beside its revision: "2nd unit". Revisions of one sheet share it."""
    parts: tuple[str, ...] = ()
    """The parts of a production that it names: "2nd unit", "ep 101"."""
    standing: int = 0
    """-2: called old; -1: a copy by its title ("Copy of ..."); else 0."""
    stage: int = 0
    """Draft, final and the like, the later the higher."""
    version: tuple[int, ...] | None = None
    colour: int | None = None
    """Place in the order of revision colours, double colours after single ones."""
    day: date | None = None
    """The date in the title."""
    stated: date | None = None
    """The date in the rows above the headings."""

    @property
    def numbered(self) -> bool:
        """Whether the title itself puts the tab in an order of revisions."""
        return not (self.version is None and self.colour is None and self.day is None)


def of_title(title: str, dates: Dates) -> Hint:
    """Part a tab's title into its name and what it says of its revision."""
    text = re.sub(r"(?<=\d)_(?=\d{1,2}(?!\d))", "-", fold(title)).replace("_", " ")
    parts = [match[0] for match in words.PART.finditer(text)]
    text = words.PART.sub(" ", text)
    hint, rest = _numbered(Hint(""), text, dates)
    hint, rest = _standing(hint, rest)
    hint, rest = _staged(hint, rest)
    if words.DEFAULT_NAME.fullmatch(normal(title)):
        rest = ""
    left = [word for word in normal(rest).split() if word not in words.FILLERS]
    return _named(hint, "".join(left), parts)


def _named(hint: Hint, name: str, parts: Iterable[str]) -> Hint:
    told = tuple(sorted(map(normal, parts)))
    return replace(hint, name=" ".join([name, *told]).strip(), parts=told)


def with_front(hint: Hint, front: Iterable[Sequence[Scalar]], dates: Dates) -> Hint:
    """Add what the rows above the headings state ("Revised: 3/4/2026", "Rev. Blue").

    ``front`` holds the rows' filled cells. The title's own word goes first.
    """
    rows = list(front)
    for row in rows:
        texts = [_shown(value) for value in row]
        for number, text in enumerate(texts):
            said = words.STATES.search(fold(text))
            if said is None or words.ANOTHER.search(fold(text)):
                continue
            beside = texts[number + 1 : number + 2]
            after = " ".join([fold(text)[said.start() :], *map(fold, beside)])
            found, _ = _numbered(Hint(""), after, dates)
            hint = replace(
                hint,
                version=hint.version or found.version,
                colour=found.colour if hint.colour is None else hint.colour,
                stated=hint.stated or found.day,
            )
    if not hint.name:
        titles = " ".join(_shown(value) for row in rows for value in row)
        hint = _named(hint, "", {match[0] for match in words.UNIT.finditer(fold(titles))})
    return hint


def why_newer(new: Hint, old: Hint) -> tuple[str, bool] | None:
    """Why one revision is newer than another, in words, and whether titles alone prove it.

    ``None`` where it is not, or where nothing tells. Dates prove nothing by themselves: two dates
    may be two periods.
    """
    told = min(new.standing, old.standing) == -2 or (new.numbered and old.numbered)
    if not told and new.stated and old.stated and new.stated != old.stated:
        return _dated(new.stated, old.stated)  # even of a copy: somebody works on it
    if new.standing != old.standing:
        if new.standing < old.standing:
            return None
        if old.standing == -2:
            return "this tab's title says that it is old", True
        return "this tab's title says that it is a copy", True
    if new.stage != old.stage:
        return ("by the words of their titles", True) if new.stage > old.stage else None
    return _by_number(new, old)


def _by_number(new: Hint, old: Hint) -> tuple[str, bool] | None:
    """Why one revision is newer by version, colour or date."""
    if new.version and old.version and new.version != old.version:
        said = f"version {_dotted(new.version)} after {_dotted(old.version)}"
        return (said, True) if new.version > old.version else None
    if new.colour is not None and old.colour is not None and new.colour != old.colour:
        said = f"{_colour(new.colour)} after {_colour(old.colour)}"
        return (said, True) if new.colour > old.colour else None
    for ours, theirs in ((new.day, old.day), (new.stated, old.stated)):
        if ours and theirs and ours != theirs:
            return _dated(ours, theirs)
    if new.numbered == old.numbered:
        return None
    if old.numbered:  # a first version is older than one that bears no number
        first = old.version is not None and old.version <= (1,)
        return ("a first version", True) if first else None
    if new.version is not None and new.version <= (1,):
        return None
    clear = new.version is not None or new.colour is not None
    return "its title bears a revision, this tab's none", clear


def _dated(new: date, old: date) -> tuple[str, bool] | None:
    return (f"dated {new.isoformat()}, this tab {old.isoformat()}", False) if new > old else None


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _colour(rank: int) -> str:
    double, colour = divmod(rank, len(words.COLOURS))
    return f"{'double ' * double}{words.COLOURS[colour]}"


def _shown(value: Scalar) -> str:
    """A cell's text; a serial number that is a date, as that date."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        read = written(value)
        return read.isoformat() if isinstance(read, date) else str(value)
    return str(value)


def _numbered(hint: Hint, text: str, dates: Dates) -> tuple[Hint, str]:
    """Take version, date and colour out of a text."""
    if match := words.VERSION.search(text):
        numbers = tuple(int(number) for number in re.findall(r"\d+", match[0]))
        hint, text = replace(hint, version=numbers), text.replace(match[0], " ", 1)
    days = [
        (match[0], day) for match in words.DATE.finditer(text) if (day := _day(match[0], dates))
    ]
    if len(days) == 1:  # two dates are a period, which is part of the name
        hint, text = replace(hint, day=days[0][1]), text.replace(days[0][0], " ", 1)
    if hint.version is None and (match := words.REVISION.search(text)):
        hint, text = replace(hint, version=(int(match[1]),)), text.replace(match[0], " ", 1)
    if hint.version is None and (match := words.FINAL.search(text)):
        hint, text = replace(hint, version=(int(match[1]),)), text.replace(match[1], " ", 1)
    if hint.version is None and (match := words.ORDINAL.search(text)):
        number = words.ORDINALS.index(match[1]) // 2 + 1
        text = text.replace(match[0], " ", 1)
        hint = replace(hint, version=(number,), stage=words.STAGES["pass"])
    if match := words.COLOUR.search(text):
        doubled = len(words.COLOURS) if match["double"] else 0
        hint = replace(hint, colour=doubled + words.COLOUR_ORDER[match["colour"]])
        text = text.replace(match[0], " ", 1)
    return hint, text


def _standing(hint: Hint, text: str) -> tuple[Hint, str]:
    """Take "OLD", "archive", "Copy of" out of a title."""
    copied = words.COPY.search(text)
    text = words.COPY.sub(" ", text)
    if words.OLD.search(text):
        return replace(hint, standing=-2), words.OLD.sub(" ", text)
    return replace(hint, standing=-1 if copied else 0), text


def _staged(hint: Hint, text: str) -> tuple[Hint, str]:
    """Take "draft", "final", "revised" out of a title; "revised" counts where nothing else does."""
    for match in words.STAGE.finditer(text):
        stage = words.STAGES[match[0]]
        if match[0] not in words.REVISED:
            hint = replace(hint, stage=max(stage, hint.stage) if stage > 0 else stage)
        elif not hint.numbered and not hint.stage:
            hint = replace(hint, stage=stage)
    return hint, words.STAGE.sub(" ", text)


def _day(text: str, dates: Dates) -> date | None:
    """A date in a title; one without a year is the last such day, or a near one to come."""
    text = _six_digits(text, dates)
    if dates.month_first and re.fullmatch(r"\d{1,2}\.\d{1,2}", text):
        return None  # a version rather, or an amount
    read = written(text)
    if read is None or isinstance(read, date):
        return read
    this = dates.today.year
    years = [read.year] if read.year else [this + 1, this, this - 1, this - 2]
    options = (_date(year, *pair) for pair in dates.ordered(read) for year in years)
    latest = dates.today + _AHEAD
    return next((found for found in options if found and (read.year or found <= latest)), None)


def _six_digits(text: str, dates: Dates) -> str:
    """Six digits as a date whose year is near today's: 260304, or 030426; other texts as is."""
    digits = re.fullmatch(r"(\d\d)(\d\d)(\d\d)", text)
    if digits is None:
        return text
    near = {str(year)[2:] for year in range(dates.today.year - 2, dates.today.year + 2)}
    if digits[1] in near:
        return f"20{digits[1]}-{digits[2]}-{digits[3]}"
    return f"{digits[1]}/{digits[2]}/20{digits[3]}" if digits[3] in near else ""


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
