"""What a budget's rows call themselves: sections, totals, contingency, fringes, credits."""

from __future__ import annotations

import re

from schemas import rows
from schemas.headings import normal
from schemas.values.words import fold

_SECTION = re.compile(
    r"(?:section )?(?:[a-z] )?(?:above (?:the )?line|atl|below (?:the )?line|btl|"
    r"(?:below the line |btl |total )?(?:production|post(?: ?production)?|other|shoot(?:ing)?|"
    r"editing)(?: (?:period|expenses?|costs?|charges|section))?|general(?: expenses?)?|"
    r"other charges|indirect(?: costs)?|pre ?production|prep|wrap|contractuals?|"
    r"(?:above|below) the line (?:costs?|expenses?)|tournage|preparation|post ?produccion|"
    r"preproduccion|produccion|produktion|vorproduktion|postproduktion|endfertigung)"
)
_LISTED = re.compile(
    r"\s*(?:[\[(]?(?:[A-Za-z]|[IVX]{1,4}|\d{1,2})[.):\]]+\s+|[+&]\s*|"
    r"(?:zzgl|zuzügl|zuzüglich|plus|add|más|mas)\b[.:]?\s+)"
)
"""What stands before a footing row's own words: "B. Overhead", "+ Profit", "zzgl. HU"."""
_CONTINGENCY = (
    r"(?:\w+ ){0,2}contingency\b.*|contingences?\b.*|imprevus?\b.*|imprevistos?\b.*|"
    r"(?:\w+ )?contingencias?\b.*|(?:uberschreitungs)?reserve\b.*|unvorhergesehen\w*\b.*|aleas\b.*|"
    r"provision pour imprevus\b.*|(?:cushion|buffer|puffer|sicherheitspuffer|colchon)(?: \d.*)?|"
    r"divers et imprevus\b.*|risikozuschlag\b.*"
)
_BOND = (
    r"(?:completion|performance) (?:bond|guarant\w+)\b.*|bond(?: fee| premium| company)?|"
    r"garantie de bonne fin\b.*|garantia de buen fin\b.*|fertigstellungsgarantie\b.*|"
    r"completion bond\b.*|cautionnement\b.*|(?:assurance )?bonne fin\b.*|seguro de buen fin\b.*"
)
_OVERHEAD = (
    r"(?:(?:production|company|studio|general|corporate) )*overheads?\b.*|"
    r"producers? fees? (?:and )?(?:overheads?|gemeinkosten)\b.*|"
    r"production (?:company )?fee\b.*|"
    r"frais generaux\b.*|"
    r"gastos generales\b.*|(?:gastos de )?administracion \(?overhead\)?|"
    r"handlungs(?:un)?kosten\b.*|hu(?: (?:\d|pausch|satz|(?:lt|laut|gem|nach|vom?|auf)\b).*)?|"
    r"(?:general(?:un|ge|gemein)kosten|allgemeinkosten|gemeinkosten)\b.*|"
    r"(?:administration|frais d administration) (?:fee )?\d.*"
)
_CONTRACTUAL = re.compile(f"{_CONTINGENCY}|{_BOND}|{_OVERHEAD}")
_MARGIN = re.compile(
    r"(?:\w+ )?(?:mark ?up|profit|margin|gewinn|marge|benefice|beneficio|utilidad)\b.*|"
    r"(?:production )?company(?: s)? fee\b.*|agency fee\b.*|produzenten ?honorar\b.*|"
    r"producers? fees?|"
    r"honoraires? (?:de )?(?:la )?production\b.*|honorarios? de (?:la )?produccion\b.*"
)
_FUND = re.compile(r"(?:[a-z]+ ){1,3}(?:fund|pot|stash|money)(?: \d.*)?")
"""What a small production calls its contingency: "rainy day fund"."""
_FRINGES = re.compile(
    r"(?:total |section |payroll |employer |atl |btl |above the line |below the line |labou?r )*"
    r"(?:fringes?(?: benefits)?\b.*|p t p and w\b.*|pt p and w\b.*|p and w\b.*|ptpw\b.*|"
    r"payroll (?:taxes|tax|burden)\b.*|(?:pension|ph)(?: health)?(?: and)? (?:welfare|health)\b.*|"
    r"ph and w\b.*|social (?:security|charges|costs)\b.*|on costs\b.*|oncosts\b.*|"
    r"charges sociales\b.*|avantages sociaux\b.*|cotisations sociales\b.*|sozialabgaben\b.*|"
    r"lohnnebenkosten\b.*|sozialversicherung\w*\b.*|cargas sociales\b.*|seguridad social\b.*)"
)
_CREDIT = re.compile(
    r"(?:less |minus |moins |abzug(?:lich)? |menos |total |federal |provincial |state |local |uk |"
    r"refundable |estimated |net |film |media |production |canadian |ontario |quebec |georgia )*"
    r"(?:tax (?:credits?|incentives?|rebates?|relief)|rebates?|incentives?|(?:film )?offset|"
    r"producer offset|ofttc|opstc|cptc|pstc|avec|hetv|credits? d impots?|deferrals?|deferments?|"
    r"incentivos? fiscales?|desgravacion\w*|tax shelter|kostenmindernde ertrage|dfff|"
    r"steuer(?:gutschrift|vergunstigung)\w*|grants? and credits)\b.*"
)
_GRAND = re.compile(
    r"(?:grand|net|overall|project|film|show|picture|production cost|budget|series|final) "
    r"totals?\b.*|"
    r"totals? (?:budget|project|film|show|picture|series|cost of production|production cost|costs?|"
    r"production budget|above and below(?: the)? line|all|negative cost|presupuesto|"
    r"general(?! (?:expenses?|costs?|overheads?|charges?|admin\w*|conditions|office|account\w*))|"
    r"coste?|costo|devis|gesamt|pelicula|du devis|film cost|episode)\b.*|"
    r"gesamtsumme|gesamttotal\b.*|endtotal|"
    r"gesamtkosten\b.*|totals?|cout total\b.*|coste? total\b.*|costo total\b.*|"
    r"(?:gesamt)?herstellungskosten\b.*|presupuesto total\b.*|negative cost\b.*|summe|suma"
)
_SUMS = re.compile(
    r"(?:netto|gesamt|zwischen|netto ?fertigungs|brutto)?(?:herstellungs|fertigungs|produktions|"
    r"gesamt)kosten\b.*|cout (?:total|de production|du film|definitif)\b.*|"
    r"cos(?:te|to) (?:total|de realizacion|de produccion|de la pelicula)\b.*|presupuesto total\b.*|"
    r"(?:film |picture |final )?negative cost\b.*|net (?:cost|budget|production cost)\b.*|"
    r"(?:carried|brought) (?:forward|over)\b.*|(?:c|b) f(?:wd)?|ubertrag\b.*|a reporter|"
    r"suma y sigue|(?:total )?cost of production\b.*|all in(?: cost)?|ensemble|"
    r"(?:total )?direct costs?|couts? directs?|direkte kosten|cos(?:tes|tos) directos|"
    r"(?:sub|zw) ?(?:total|summe)s?\b.*|sous totaux?\b.*|subtotales\b.*|importe total\b.*|"
    r"(?:sum|summe|somme|suma) (?:of|von|der|de|des|del)\b.*|budget total|total\w{0,2}\b.*|"
    r"(?:tot|ttl|s t|zw s)(?: .*)?|sum(?: \w{1,4})?|sub(?: (?:\w|\d\S*))?|"
    r"(?:zwischen|gesamt|end)(?:total|summe)\b.*|"
    r"all(?: (?:accounts|departments|costs))?|overall|alles zusammen"
)
_DEPARTMENTS = re.compile(
    r"(?:art|camera|sound|wardrobe|costumes?|make ?up(?: and hair)?|hair(?: and make ?up)?|hmu|"
    r"cast|talent|crew|grip|electric|lighting|g and e|grip and (?:electric|lighting)|locations?|"
    r"transport(?:ation)?|travel|catering|music|insurance|equipment|misc(?:ellaneous)?|other|props?|"
    r"post(?: ?production)?|editorial|editing|vfx|visual effects|production|story|script|"
    r"producers?|directors?|direction|extras|stunts|set (?:design|dressing|operations)|"
    r"legal|office|publicity|distribution|festivals?|development|pre ?production|delivery|admin\w*|"
    r"decors?|image|son|montage|interpretation|equipe|regie|costumes et maquillage|bild|ton|licht|"
    r"ausstattung|kostum|maske|darsteller|stab|technik|arte|camara|sonido|vestuario|equipo|reparto)"
    r"(?: (?:department|dept|unit|staff|crew|team|costs?|expenses))?"
)
_NOTES = re.compile(
    r"(?:budget |general |production )?(?:notes?|assumptions|remarks|comments|exclusions|basis)|"
    r"bemerkungen|anmerkungen|hinweise|remarques|hypotheses|notas|observaciones|supuestos"
)
_FINANCING = re.compile(
    r"(?:(?:plan|sources?|uses|structure|of|de|du|des|la|le|el|our|the|film|confirmed|total) )*"
    r"(?:financ(?:e|es|ing|ed|ement|iacion|iamiento|ieros?)|funding|funders|funds|finanzierung\w*|"
    r"recettes|ressources|revenues?|income|einnahmen|ingresos|money in|investors?|"
    r"geldgeber|forderung\w*|subventions|aportaciones|cash in|sources)"
    r"(?: (?:plan|sources?|financement|financing|finance|structure|of|de|and|et|y|und|\w+)){0,3}"
)
"""Where the money comes from, as a heading below a budget."""
_GOES_ON = re.compile(r"[a-zà-ÿ(&+/,;–-]|- ")
_HANGS = re.compile(
    r".*(?:[,&+/–-]|\b(?:and|or|of|for|with|to|incl|et|de|und|y|e|mit|pour))$", re.I
)


def is_section(label: str) -> bool:
    """Whether words announce a section: "ABOVE THE LINE", "Post Production"."""
    return _SECTION.fullmatch(normal(label)) is not None


def is_line_section(label: str) -> bool:
    """Whether words name what is above or below the line."""
    return (
        re.fullmatch(r"(?:\w )?(?:above|below)(?: the)? line(?: \w+)?|[ab]tl", normal(label))
        is not None
    )


def is_whole(label: str) -> bool:
    """Whether a total's words name the whole budget and could name nothing less."""
    return is_grand(label) and normal(label) not in ("total", "totals", "summe", "suma")


def _own(label: str) -> str:
    """A footing row's own words, as normal text: "B. Overhead 6 % of A" -> "overhead 6 % of a"."""
    return normal(_LISTED.sub("", label, count=1) if _LISTED.match(label) else label)


def is_contractual(label: str) -> bool:
    """Whether words name contingency, a bond or overhead."""
    return _CONTRACTUAL.fullmatch(_own(label)) is not None


def is_margin(label: str) -> bool:
    """Whether words name what the company earns: mark-up, profit, its own fee."""
    return _MARGIN.fullmatch(_own(label)) is not None


def is_fund(label: str) -> bool:
    """Whether words may name money laid by: below all lines it is contingency."""
    return _FUND.fullmatch(_own(label)) is not None


def is_fringes(label: str) -> bool:
    """Whether words name fringes as a line of their own."""
    return _FRINGES.fullmatch(_own(label)) is not None


def is_credit(label: str) -> bool:
    """Whether words name a tax credit or another thing that is taken off below the grand total."""
    return _CREDIT.fullmatch(normal(label)) is not None


def is_notes(label: str) -> bool:
    """Whether words head remarks: "Notes:", "Assumptions", "Bemerkungen"."""
    return _NOTES.fullmatch(normal(label)) is not None


def is_financing(label: str) -> bool:
    """Whether words head what pays for the budget: "FINANCING", "Sources of funds"."""
    return _FINANCING.fullmatch(normal(label)) is not None


def is_department(label: str) -> bool:
    """Whether words are the name of a department or category, and of nothing else."""
    return _DEPARTMENTS.fullmatch(normal(label)) is not None


def is_total(label: str) -> bool:
    """Whether words head a subtotal or total of a budget."""
    return rows.is_total(label) or _SUMS.fullmatch(normal(label)) is not None


def is_grand(label: str) -> bool:
    """Whether a total's words name the whole budget."""
    return _GRAND.fullmatch(normal(label)) is not None


def totalled(label: str) -> str:
    """What a total's words total: "Total for Set Design" -> "set design"."""
    return re.sub(
        r"\b(?:grand|sub|account|category|sous|zwischen)?[ -]*(?:totals?|total|summe|suma|somme)\b"
        r"(?: for| of| de| du| des| del| chapitre| capitulo)*|:",
        " ",
        fold(label),
    ).strip(" -.")


def totals_section(label: str) -> bool:
    """Whether a total's words name a section, or the whole: "TOTAL POST PRODUCTION"."""
    return is_section(totalled(label)) or is_grand(label)


def goes_on(above: str, text: str) -> bool:
    """Whether a text without figures is the second line of the description above it."""
    return _GOES_ON.match(text) is not None or _HANGS.fullmatch(above) is not None
