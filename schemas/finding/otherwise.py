"""What says that a list in a production's spreadsheet is none of the kinds that are read.

A production keeps lists of parties, presents, rooms and menus under headings of people and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from schemas.headings import normal

_TITLES = re.compile(
    r"\b(?:call ?sheets?|party|parties|wrap (?:drinks|do|dinner|gifts?)|gifts?|presents?|swag|"
    r"merch|"
    r"t ?shirts?|jackets?|hoodies?|training\w*|induction\w*|courses?|workshops?|webinar|menus?|"
    r"meals?|lunch\w*|dinner\w*|diet\w*|allerg\w+|catering|craft(?:y| services?)|rsvp\w*|guests?|"
    r"invit\w+|seating|table plan|rooming|rooms?|hotels?|accomm?odation\w*|lodging|flights?|travel|"
    r"itinerar\w+|parking|plates?|vendors?|suppliers?|useful|prov|provs|cs(?: day)? \d+|cs day|"
    r"emergenc\w+|hospitals?|applicants?|cvs?|interviews?|candidates?|ideas?|wish ?list|"
    r"auditions?|callbacks?|self ?tapes?|to ?do|tasks?|agenda|minutes|meeting\w*|actions?|"
    r"birthdays?|"
    r"thank\w*|thank you|credits?|shots?|shot ?list|storyboards?|breakdowns?|continuity|"
    r"music cues?|"
    r"cue sheet|festivals?|screenings?|press|mailing|newsletter|passwords?|logins?|wifi|keys|"
    r"walkies? (?:sign|log)|sign ?(?:in|out)|attendance|accidents?|incidents?|quotes?|"
    r"bids? (?:received|comparison)|"
    r"instructions?|read ?me|template|inventory of sets|survey|lottery|raffle|"
    r"feuille de service|fete|cadeaux?|formation\w*|repas|cantine|hebergement|voyages?|vols|"
    r"fournisseurs?|invites|candidatures?|idees?|reunions?|remerciements|anniversaires?|"
    r"covoiturage|"
    r"tagesdispo|fest|feier|geschenke?|schulung\w*|unterweisung\w*|essen|speise\w*|unterkunft|"
    r"reisen|fluge|lieferanten|gaste\w*|einladung\w*|bewerb\w+|ideen|besprechung\w*|parkplatz\w*|"
    r"danksagung\w*|geburtstag\w*|anwesenheit\w*|"
    r"hoja de llamado|fiesta|regalos?|capacitacion\w*|cursos?|comidas?|alojamiento|hoteles|vuelos|"
    r"viajes|proveedores|invitad\w+|candidat\w+|ideas|reuniones|agradecimientos|cumpleanos|"
    r"estacionamiento|asistencia)\b"
)
_HEADINGS = re.compile(
    r"(?:.* )?(?:rsvp|plus one|gift|present|t ?shirt(?: size)?|shirt size|jacket size|allerg\w+|"
    r"table|"
    r"course|trainer|certificate no|attended|passed|score|grade achieved|birthday|room(?: (?:no|"
    r"type|#))?|"
    r"check ?(?:in|out) time|flight(?: (?:no|#))?|arrival|departs?|departure|starter|main course|"
    r"dessert|vegetarian|asked|vibe|votes?|interested|cadeau|invite|menu|zimmer|geschenk|schulung|"
    r"regalo|habitacion|vuelo|curso)"
)


def are_of_another(headings: Iterable[str]) -> bool:
    """Whether two headings are of such a list."""
    return sum(_HEADINGS.fullmatch(normal(text)) is not None for text in headings) > 1


def is_another(title: str) -> bool:
    """Whether a title, as normal text, is of such a list."""
    return _TITLES.search(title) is not None
