"""What crew grids are called, and what lists of people by dates are called that are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schemas.finding.otherwise import is_another

_TITLES = re.compile(
    r"\b(?:crew (?:\w+ )?(?:grid|days?|availability|calendar|schedule|dates|planner|work|on set|"
    r"attendance|bookings?|tracker|chart|roster|rota|plan|hours)|"
    r"(?:cast|actors?|talent|artists?) (?:availabilit(?:y|ies)|avails?)|crew avails?|"
    r"(?:disponibilites?|planning|presence|jours) (?:de l )?equipe|"
    r"(?:stab|team)(?:plan|einsatz\w*)|(?:dias|disponibilidad|plan) (?:del )?equipo|"
    r"(?:main|2nd|second|splinter|aerial|marine) unit|splinter|(?:1a|2a|segunda) unidad|2 einheit|"
    r"(?:jornadas|dias) (?:de |del )?equipo|"
    r"(?:extra|additional|add l|daily|day) crew|(?:crew|main|unit) dailies|booking grid|"
    r"days (?:worked|booked)|zusatz(?:krafte|personal)\w*|hauptteam einsatz\w*|"
    r"einsatz(?:plan)? (?:stab|team|hauptteam|zusatzkrafte|\w+ (?:unit|einheit))|"
    r"renforts?|refuerzos?|(?:equipe|unidad) [ab])\b"
)
_WORKED = re.compile(
    r"\b(?:jours (?:travailles|de travail)|dias (?:trabajados|de trabajo)|arbeitstage)\b"
)
"""What an office calls its days as well."""
_HANDS = (
    r"(?:pas?(?! dispo)|extras?|background|bg|figura\w*|komparse\w*|statist\w*|"
    r"supporting artists?|sas?|stand ?ins?|day ?players?|dailies|runners?|crew|helpers?|"
    r"volunteers?|benevoles?|renforts?|hands|helfer\w*|voluntari[oa]s|auxiliares)"
)
"""Who comes for a day here and there, when they can."""
_COULD_COME = (
    r"(?:avails?|availabilit(?:y|ies)|available|dispos?|disponibilites?|disponibles?|"
    r"disponibilidad(?:es)?|verfugbar\w*)"
)
_WHO_COULD = re.compile(rf"\b{_HANDS}\b.*\b{_COULD_COME}\b|\b{_COULD_COME}\b.*\b{_HANDS}\b")
"""Of whom a production asks who could come, and anybody else: "volunteers' availability"."""
DOOD = re.compile(r"\b(?:doods?|days? out of days?)\b")
OTHER = re.compile(
    r"\b(?:gross|net pay|fringes?|overtime|ot|tax|balance|budget|days left|days taken|remaining|"
    r"absent|present|leave|pupils?|students?|items?|equipment|vehicles?|tasks?|scenes?)\b"
)
SHIFTS = re.compile(r"\bshifts?\b")
"""What a rota counts, and a film's daily crew in some countries."""
LEAVE = re.compile(
    r"\b(?:leave|vacations?|pto|absences?|holiday planner|urlaub\w*|conges|vacaciones)\b"
)
NO_WORK = re.compile(
    r"\b(?:hotels?|rooms?|lodging|accommodation|beds?|meals?|dinners?|lunch\w*|breakfasts?|"
    r"catering|diet\w*|per ?diems?|parking|shuttles?|rides?|flights?|covid|laundry|"
    r"walkies?|radios?|sides|t ?shirts?|hebergement|repas|unterkunft|zimmer|essen|comidas?|"
    r"habitaciones|alojamiento)\b"
)
"""What crews are listed by date for as well, and is no work."""


def of_crew(titles: Sequence[str], *, of_film: bool) -> str:
    """The title that is a crew grid's, as normal text.

    ``of_film`` says that the spreadsheet is a production's.
    """
    return next((text for text in titles if _is_of_crew(text, of_film=of_film)), "")


def _is_of_crew(text: str, *, of_film: bool) -> bool:
    if _TITLES.search(text):
        return True
    asked = of_film and any(one.search(text) for one in (_WHO_COULD, _WORKED))
    return asked and not (NO_WORK.search(text) or LEAVE.search(text) or is_another(text))
