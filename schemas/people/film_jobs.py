"""Jobs that a film has and an office has not: what tells a crew list from a staff directory."""

from __future__ import annotations

import re

from schemas.values.words import fold

_ENGLISH = (
    r"gaffer|grips?$|(?:key|dolly|rigging|company|b cam) grip|best boy|dop\b|dp\b|d\.p\b",
    r"director of photography|cinematograph|focus puller|clapper|film loader|steadicam",
    r"[123](?:st|nd|rd)? ?a\.?[cd]\b|2nd 2nd\b|(?:a|b|c)[ -]?cam",
    r"camera (?:op|p\.?a|util|trainee|assist|att)",
    r"(?:1st|2nd|3rd|first|second|third) (?:2nd )?ass(?:istan)?t\.? (?:dir|cam)|dit\b",
    r"cameraman|recordist|spot ?boy|light ?man",
    r"digital imaging|video assist|vtr|data wrangler|boom op|boom$|sound mixer",
    r"(?:sound|cable) util|cable ?(?:man|person)|upm\b|line producer|showrunner|apoc\b|poc\b",
    r"unit (?:production )?manager|unit (?:publicist|driver|base|nurse)",
    r"(?:executive|exec|co|associate|supervising|consulting)[ -]producer",
    r"production (?:coord|super|secretar|designer|account|assistant|runner|sound)",
    r"(?:set|office|key|art|costume|ward\w*|camera|truck) p\.?a\b|p\.?a\.?$",
    r"set (?:dec|dress|design|buyer|medic|runner|costum|photog|teacher|admin)|studio teacher",
    r"script (?:super|coord)|script$|continuity|scripty|art dir|props?\b",
    r"property (?:master|buyer)|lead(?:man|person)|swing\b|scenic",
    r"greens(?:m[ae]n|wom[ae]n|person|keeper)?\b|stand[ -]?by",
    r"stand[ -]?in|on[ -]set|construction (?:coord|fore)|lamp op",
    r"lighting (?:tech|board|prog|console)|electric$|electrics\b|genny|genset|generator op",
    r"sparks?\b|chief lighting|costum|wardrobe|dresser|dialect|intimacy|make[ -]?up|key hair",
    r"hair ?(?:styl|dress|assist|dept)|hmu|mua\b|prosthetic|special (?:fx|eff)|sfx|spfx|vfx",
    r"visual eff|stunt|casting|extras (?:cast|coord|wrang)|bg (?:coord|wrang)|crafty|craft serv",
    r"background (?:act|cast|perf|coord)",
    r"locations? (?:manager|mgr|scout|assist|asst|coord)|transpo\b",
    r"transport(?:ation)? (?:capt|coord)|picture car|teamster|armou?r|weapons|pyro",
    r"animal (?:wrang|train)|wrangler|storyboard|stills?\b|epk|colou?rist|drone",
    r"foley (?:art|mix|ed|rec|walk)|(?<!\w )foley$|adr\b",
    r"aerial|(?:asst|assistant|film|supervising|online) editor|underwater",
)
_FRENCH = (
    r"realisat|chef[ -]?op|dir(?:\.|ect\w+) (?:de la )?photo|cadreu|perch|machino|machiniste",
    r"(?:1er|1ere|2e|2eme|3e|3eme)(?: \w+)? ?ass|ass(?:istant)?e? (?:real|cam|op|mise)|scripte",
    r"ing(?:enieure?)? (?:du )?son|chef(?:fe)? (?:elec|machi|deco|costu|maquil)|electro\b",
    r"accessoirist|habilleu|maquilleu|coiffeu|regisseu|regie|decorat|ensembl|etalonn|cascad",
    r"direct(?:eur|rice) de prod|charge[e]? de prod|figurant",
)
_GERMAN = (
    r"kameram|kamerafrau|kameraass|kamera|oberbeleucht|beleucht|buhnenmeister|drehbuhne",
    r"tonmeister|tonass|filmton|ton$|szenenbild|requisit|kostumb|garderob|maskenb|maske$",
    r"aufnahmeleit|produktionsleit|herstellungsleit|regieass|regisseur|regie$|filmgeschaft",
    r"materialass|komparsen|cutter|drohne|licht$|set-?(?:sanitat|rettung|aufnahme|runner|bau)",
)
_SPANISH = (
    r"director[a]? de (?:foto|arte)|dir\.? foto|camarograf|foquista|operador[a]? de cam",
    r"microfon|sonidista|jef[ea] de (?:prod|loc)|(?:ayudante|asistente) de (?:dir|cam|prod)",
    r"electricista de cine|maquinist|utiler|vestuar|maquillador|peluquer|atrezz|locacion",
    r"localizacion|runner|electric[oa]s?$|auxiliar (?:de )?camara|pertig",
)
_COMPOUND = r"(?:zusatz|haupt|ersatz|hilfs|aushilfs|chef|jung)?-?"
"""What German writes before a job, in one word with it: "Zusatzbeleuchter"."""
_SHARED = re.compile(
    r"\b(?:hair|make[ -]?up|mua\b|colou?rist|dresser|art dir|props?\b|costum|wardrobe|drone|runner|"
    r"stand[ -]?by|swing|continuity|casting|stills?\b|animal|locations? (?:manager|mgr)|decorat|"
    r"production (?:assist|coord|super|account)|regie|maquill|coiffeu|requisit|scenic|p\.?a\.?$|"
    r"figurant|peluquer|decoration|set design|cutter|adr\b|kamera$|ton$|sfx$|on[ -]set|aerial|"
    r"underwater|associate[ -]producer|data wrangler|armou?r|weapons|pyro|assistant editor|boom$|"
    r"maske$)"
)
"""Jobs that a salon, a theatre, a shop or an agency may have as well."""
_JOBS = re.compile(rf"\b{_COMPOUND}(?:{'|'.join((*_ENGLISH, *_FRENCH, *_GERMAN, *_SPANISH))})")


def is_film_job(text: str) -> bool:
    """Whether a position is one that a film has and an office has not."""
    return _JOBS.search(fold(text)) is not None


def is_of_film_alone(text: str) -> bool:
    """Whether a position is one that no other trade has."""
    return is_film_job(text) and _SHARED.search(fold(text)) is None
