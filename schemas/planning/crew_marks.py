"""The marks of a crew grid: x, 1, 0.5, A, hours, travel, off; and how a sheet counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.grid import Scalar
from model.money import ZERO, exact, total
from schemas.dood.legend import PAID
from schemas.values.marks import Booking, booking
from schemas.values.words import clean, fold, is_dash

_ONE = Decimal(1)
_HALF = Decimal("0.5")
_MOST_HOURS = Decimal(24)
_WORDS = {
    "work": "x w wk work works working worked yes y on shoot shooting set booked b conf confirmed "
    "full f d n day night s p prep pp wrap wr ✓ ✔ ☑ ✅ ● • ■ true t1 dreh tournage rodaje arbeit "
    "c ok oui si ja mu su 1u 2u 3u unit main splinter haupt einheit unidad scout recce prep "
    "vorbereitung preparation preparacion trabaja trabajo trabajado travaille tourne arbeitet "
    "gearbeitet arbeitstag drehtag anwesend present presente cfmd cfm cnf conf'd confd "
    "rig rigging prerig derig strike striking prelight build dress dressing load-in load-out "
    "montage demontage reperage reperages aufbau abbau umbau montaje desmontaje",
    "half": "1⁄2 half h/d hd 1/2 am pm halb demi medio",
    "travel": "t tr tvl travel trav voyage reise reist viaje viaja",
    "hold": "h hold held pencil penciled pencilled pen opt option ? tent tentative sb standby "
    "maybe perhaps possibly poss vielleicht evtl eventuell peut-etre quiza quizas",
    "available": "a av avail available free dispo disponible verfugbar",
    "off": "o off na n/a no u un unav unavail unavailable v vac vacation holiday hol "
    "vacances urlaub sick dark rest rd stat conge krank pto ferie feiertag festivo vacaciones wknd "
    "false ✗ ✘ ❌ ☐ nv / frei drehfrei libre descanso repos ruhetag",
}
_STATES = {word: state for state, words in _WORDS.items() for word in words.split()}
_HOURS = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?|std|stunden|heures?|horas?)\.?")
_DENIED = re.compile(
    r"\b(?:not|no|never|nicht|kein\w*|pas|non|sans|sin) (?:\w+ )?(?:work\w*|shoot\w*|booked|called|"
    r"required|needed|gearbeitet|gedreht|gebucht|travail\w*|tourn\w*|trabaj\w*|rueda|rodaje)\b"
)
"""What says that a day is none of work: "Labor Day, not worked"."""
_CANNOT = re.compile(
    r"\b(?:can ?not|can['’ ]?t|won['’ ]?t|unable|kann nicht|geht nicht|peut pas|impossible|"
    r"no puede|imposible)\b"
)
"""What says that somebody could not come."""
_FEAST = re.compile(
    r"\b(?:labou?r|memorial|independence|canada|victoria|family|veterans?|presidents?|mlk|boxing|"
    r"new years?|new year'?s|christmas|australia|anzac|remembrance) day\b|"
    r"\b(?:thanksgiving|easter)\b"
)
"""A holiday's name, whose "day" is none of work."""
_IN_LINE = re.compile(r"[1-4]H|(?:1st|2nd|3rd) ?(?:H|h|hold)")
"""The first hold, the second: who asks to book somebody next."""
_BOOKINGS = {Booking.CONFIRMED: "work", Booking.PENCILLED: "hold"}
_BOOKED = re.compile(
    r"\b(?:confirm|conf\b|book|hired|firm\b|gebucht|fest\b|bestatigt|contratad|fij|reservad|engage)"
)
_DAY_OF_WORK = re.compile(
    r"(?:shoot|shooting|dreh|tournage|rodaje|prep|preparation|vorbereitung|preparacion|"
    r"(?:pre-?)?rig(?:ging)?|pre-? ?light(?:ing)?|strike|aufbau|abbau|montage|"
    r"montaje)(?:[ -]?(?:day|tag|jour|dia)s?)?"
    r"(?: ?/ ?\w+)?"
)
"""What a sheet explains a mark by where the day is one of work, whatever the sheet is called."""
_DOUBTED = re.compile(r"[(\[].{1,8}[)\]]|.{1,4}\?")
"""A mark that is no more than an option: "(x)", "1?"."""
_SHIFT = re.compile(r"\d{1,2}(?::?\d{2})? ?[ap]?m? ?[-–] ?\d{1,2}(?::?\d{2})? ?[ap]?m?")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell says of somebody's day: a state, and days or hours where it is a number."""

    text: str
    state: str | None
    """work, half, travel, hold, available, off, hours; ``None`` for words of another meaning."""
    amount: Decimal
    booked: bool = False
    """Whether it, or what the sheet explains it by, says in so many words that it is confirmed, or
    a day of work."""
    means: str = ""
    """What the sheet explains it by."""

    @property
    def is_paid(self) -> bool:
        """Whether the sheet explains it as a day that is paid without being worked."""
        return not self.amount and PAID.search(self.means) is not None


def read(value: Scalar, explained: Mapping[str, str] | None = None) -> Mark | None:
    """Read a cell of the grid; ``None`` where it is blank or a dash.

    ``explained`` says what the sheet's own letters stand for (letter -> words).
    """
    text = clean(value)
    if not text or is_dash(text):
        return None
    told = fold((explained or {}).get(text.upper(), ""))
    if (text.isdigit() or _HOURS.fullmatch(fold(text))) and (state := _in_words(told)):
        return _made(text, state, told)
    if _IN_LINE.fullmatch(text):
        return _made(text, "hold", told)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(text, exact(value)) if abs(value) < 1e9 else Mark(text, None, ZERO)
    doubted = _DOUBTED.fullmatch(text) is not None
    folded = fold(text).strip(" !*()[]?" if doubted else " !*").rstrip(".")
    hours = _HOURS.fullmatch(folded)
    if hours:
        return Mark(text, "hours", Decimal(hours[1].replace(",", ".")))
    if re.fullmatch(r"\d{1,2}(?:[.,]\d{1,2})?|[.,]\d{1,2}", folded) and not doubted:
        return _number(text, Decimal(folded.replace(",", ".")))
    if _SHIFT.fullmatch(folded):
        return Mark(text, "hours", ZERO)
    if doubted and not told:
        letter = fold((explained or {}).get(text.upper().strip("()[]? "), ""))
        folded = letter if _in_words(letter) else folded
    state = _in_words(told) or _STATES.get(folded) or _joined(folded) or _in_words(folded)
    if doubted and not told and (state in ("work", "half") or folded.isdigit()):
        state = "hold"
    return _made(text, state, told, folded)


def is_word(text: str) -> bool:
    """Whether a mark is a word or a shortened one of crews' own, such as WR for wrap."""
    return fold(text).rstrip(".") in _STATES


def _made(text: str, state: str | None, told: str, folded: str = "") -> Mark:
    """A mark of a state, by what the sheet explains it by, else by what it says itself."""
    amount = _HALF if state == "half" else _ONE if state in ("work", "travel") else ZERO
    firm = _BOOKED.search(told or folded) or _DAY_OF_WORK.fullmatch(told)
    booked = state in ("work", "half") and firm is not None
    return Mark(text, state, amount, booked, told)


def _joined(text: str) -> str | None:
    """The state of two marks in one cell: "MU/2U" is a day's work, and so is "T/W"."""
    states = [_STATES.get(part.strip()) for part in re.split(r"[/+&]", text)]
    return "work" if len(states) > 1 and all(states) and "work" in states else None


def _in_words(text: str) -> str | None:
    """The state that a word or more of some length name; single letters name none."""
    status = booking(text) if len(text) > 2 else None
    none = (_DENIED, _CANNOT, _FEAST)
    if status is Booking.DECLINED or any(pattern.search(text) for pattern in none):
        return "off"
    words = (text.replace("-", ""), *re.findall(r"[^\W_]+", text))
    known = (_STATES.get(word) for word in words if len(word) > 2)
    return next((state for state in known if state), _BOOKINGS.get(status) if status else None)


def number(value: Scalar) -> Decimal | None:
    """A count of days or hours that a cell states; ``None`` where it states none."""
    mark = read(value)
    if mark is None or not any(map(str.isdigit, mark.text)):
        return None
    read_number = re.fullmatch(r"(\d+(?:[.,]\d+)?)(?: ?[a-z]+\.?)?", fold(mark.text))
    return Decimal(read_number[1].replace(",", ".")) if read_number else None


def _number(text: str, number: Decimal) -> Mark:
    """A number is a day or a part of one up to 1, and hours up to 24."""
    if ZERO <= number <= _ONE:
        state = "off" if number == 0 else "work" if number == 1 else "half"
        return Mark(text, state, number)
    return Mark(text, "hours" if 0 < number <= _MOST_HOURS else None, number)


def counts(marks: Sequence[Mark]) -> Mapping[str, Decimal]:
    """A person's days as sheets count them: each way of counting -> what it comes to."""
    work = total(mark.amount for mark in marks if mark.state in ("work", "half"))
    worked = work + _many(marks, "hours")
    return {
        "days worked": worked,
        "whole days worked": Decimal(_many(marks, "work", "hours")),
        "hours": total(mark.amount for mark in marks if mark.state not in ("travel",)),
        "days worked and travelled": worked + _many(marks, "travel"),
        "days worked and held": worked + _many(marks, "hold"),
        "days worked, travelled and held": worked + _many(marks, "travel", "hold"),
        "days available": Decimal(_many(marks, "available")),
        "days worked or available": worked + _many(marks, "available"),
        "days worked or paid": worked + sum(mark.is_paid for mark in marks),
        "days held": Decimal(_many(marks, "hold")),
        "days travelled": Decimal(_many(marks, "travel")),
        "days off": Decimal(_many(marks, "off")),
        "days marked and not off": Decimal(sum(mark.state != "off" for mark in marks)),
        "days marked": Decimal(len(marks)),
    }


def _many(marks: Sequence[Mark], *states: str) -> int:
    return sum(mark.state in states for mark in marks)
