"""Whether a sheet of amounts is a film's: told by the words of its lines, not by its headings.

A household, a company, a wedding and a building site head their budgets as a film does.
"""

from __future__ import annotations

import re

from schemas.budget import accounts
from schemas.headings import Header, normal
from schemas.sheet import Sheet
from schemas.values import codes

_WINDOW, _SAMPLE = 250, 60
_SOME_LINES = 4
"""Lines with codes from which on a film's are expected to speak of film somewhere."""
_STRONG = (
    "above the line|below the line|atl|btl|top ?sheet|aicp|telefilm|feature film|short film|"
    "day out of days|completion (?:bond|guarant\\w+)|gaffers?|grips?|best boy|boom|dailies|rushes|"
    "steadicam|vfx|visual effects|special effects|sfx|set (?:dressing|design\\w*|dec\\w*|"
    "construction|operations?|builders?|costs?|medic)|wardrobe|costumes?|make ?up(?: and hair)?|"
    "stunts?|extras?|casting|cast|screenplay|scenario|script\\w*|writers?|story(?: and)? rights|"
    "story|producers?(?: unit)?|executive producer|director|directors|director of photography|"
    "cinematograph\\w+|art (?:department|direct\\w+)|props?|property|picture (?:vehicles?|cars?)|"
    "production (?:staff|manager|coordinator|designer|office|unit|assistants?|accountant|fee)|"
    "camera\\w*|sound (?:mix\\w*|record\\w*|design|stage|editing|post|recordist)|"
    "film (?:stock|editing|lab|and lab)|location (?:fees?|manager|expenses?|scout\\w*|rentals?)|"
    "post ?production|edit(?:or|ors|orial|ing|ing suite)|colou?r (?:grad\\w+|correct\\w+|timing)|"
    "colorist|foley|adr|film|movie|episodes?|pilot|shoot(?:ing)?(?: days?)?|shoot crew|principals|"
    "prep(?: and wrap)?|wrap|pre ?production|production company|dop|dp|ad|1st ad|2nd ad|upm|"
    "talent|actors?|actress\\w*|background|atmosphere|stand ins?|dolly|crane|lenses|lighting|"
    "electric(?:al department)?|titles|tv|series|music rights|score|composer|festivals?|dcp|"
    "production design\\w*|hair (?:and|stylist)|trailers|walkies?|craft services?|"
    "drehbuch|regie|darsteller\\w*|komparsen|gagen|schnitt|kostum\\w*|requisite\\w*|maske|"
    "szenenbild\\w*|ausstattung\\w*|drehort\\w*|motive?|produktionsstab|regiestab|beleuchtung|"
    "aufnahmeleitung|herstellungsleitung|filmgeschaftsfuhrung|tonmischung|filmmaterial|stoffrechte|"
    "endfertigung|vorkosten|fertigungskosten|handlungskosten|herstellungskosten|uberschreitungs\\w*|"
    "kameramann|kamera\\w*|produzent\\w*|atelier|licht|rohschnitt|originalmotive|"
    "droits (?:artistiques|d ?auteurs?)|adaptation|dialogues|realisat\\w+|realisation|"
    "producteur\\w*|comediens?|interpret\\w+|figura\\w+|decors?|maquill\\w+|habill\\w+|montage|"
    "tournage|repera\\w+|prise de vues?|prises de vues?|machin\\w+|eclairage|etalonnage|mixage|"
    "moyens techniques|pellicules?|laboratoires?|scripte|regisseur|regie generale|cascad\\w+|"
    "equipe technique|sujet|costumier\\w*|accessoir\\w+|plateau|effets speciaux|long metrage|"
    "court metrage|emission|postproduction|"
    "guion\\w*|direccion|productor\\w*|actores|actriz|reparto|vestuario|maquillaje|peluqueria|"
    "escenografia|utileria|atrezz?o|atrezzista|rodaje|montaje|locaciones|localizaciones|"
    "fotografia|iluminacion|personal (?:artistico|tecnico)|equipo (?:tecnico|artistico)|"
    "derechos de autor|argumento|protagonistas?|secundarios|figuracion|banda sonora|largometraje|"
    "cortometraje|foquista|electricos|maquinistas?|sonido|decorados?|laboratorio|etalonaje|"
    "mezclas|camara\\w*"
)
_WEAK = (
    "catering|hair|music|sound|transport\\w*|location\\w*|insurance|legal|travel|accommodation|"
    "hotels?|per diems?|set|art|labou?r|crew|fringes?|contingency|overhead|production|deliver\\w+|"
    "equipment|studio|stage|security|publicity|stills?|musik|ton|reise\\w*|versicherung\\w*|"
    "transports?|assurances?|imprevus|frais generaux|musique|defraiements?|charges sociales|"
    "musica|seguros?|transportes?|dietas|viajes|hoteles|imprevistos|gastos generales|"
    "drivers?|fuel|permits?|meals|unit|office|rights|designer|construction|development|"
    "animals?|generator|media|archive|software|hard drives?"
)
_OFFICE = (
    "grocer\\w+|mortgage|rent(?! ?al)|utilit\\w+|electricity|netflix|spotify|gym|child ?care|"
    "school|tuition|dining|restaurants?|clothing|medical|dentist|doctor|pets?|savings?|"
    "household|student|retirement|pension|gifts?|haircut|loans?|credit cards?|"
    "sales|revenues?|incomes?|cogs|cost of (?:goods|sales)|gross (?:profit|margin)|net (?:income|"
    "profit)|ebitda?|operating (?:income|expenses?)|depreciation|amortization|interest|dividends?|"
    "assets?|liabilit\\w+|equity|receivables?|payables?|inventor\\w+|cash flow|accounts? payable|"
    "marketing|advertising|seo|ppc|campaigns?|social media|google ads|facebook|linkedin|branding|"
    "website|trade shows?|newsletters?|crm|hosting|cloud|servers?|subscriptions?|"
    "janitorial|repairs|office supplies|stationery|bank (?:charges|fees)|"
    "wedding|bride|groom|bridal|flowers?|florist|cake|invitations?|venue|honeymoon|reception|"
    "photographer|dj|ceremony|guests?|attire|"
    "concrete|masonry|roofing|plumbing|hvac|excavat\\w+|drywall|framing|foundations?|landscap\\w+|"
    "demolition|site work|flooring|insulation|steel|kitchen|bathroom|appliances|permits and fees|"
    "principal investigator|grad students?|nsf|nih|awarded|encumbered|graduate|postdoc\\w*|"
    "indirect costs?|subaward\\w*|participants?|"
    "tuition remission|stipends?|volunteers?|donations?|grants?|fundrais\\w+|"
    "membership|sponsors?\\w*|keynote|speakers?|recruit\\w+|"
    "engineering|human resources|hr|customer (?:service|support)|kick ?off|"
    "deployment|requirements|product|consult\\w+|headcount|"
    "procurement|compliance|r and d|"
    "salar(?:y|ies)|academic|faculty|postage|wages|bonus(?:es)?|"
    "miete|strom|lebensmittel|haushalt|umsatz\\w*|erlose|gehalter|werbung|loyer|courses|"
    "chiffre d ?affaires|ventes|achats|salaires|publicite|alquiler|supermercado|ventas|ingresos|"
    "hipoteca|nominas|compras|luz y agua|"
    "verbrauchsmaterial\\w*|reagenzien|chemikalien|labor\\w*|institut\\w*|lehrstuhl|hiwis?|"
    "drittmittel|sachmittel|hilfskrafte|wartung|patient\\w*|verein\\w*|mitglieder\\w*|"
    "copropriete|syndic|residence|eau froide|ascenseurs?|multirisque|toiture|immeuble|"
    "parties communes|charges courantes|adherents?|cotisations?|"
    "demolicion(?:es)?|albanileria|tabiques?|solados?|alicatados?|fontaneria|reforma|escombros?|"
    "departamento|creditos? (?:inicial(?:es)?|definitivos?)|obligado|"
    "material (?:de oficina|informatico)|"
    "propietarios|alumnos|colegio|ejecucion material|certificado"
)
_HOT = re.compile(r"(?:(?:daily|day|est\w*) )*hot costs?\b")
_FILM = re.compile(rf"\b(?:{_STRONG})\b")
_SOME = re.compile(rf"\b(?:{_WEAK})\b")
_OTHER = re.compile(rf"\b(?:{_OFFICE})\b")


def is_films(sheet: Sheet, header: Header, *, telling: bool) -> bool:
    """Whether the lines below a budget's headings are a film's.

    ``telling`` says that some heading speaks of a budget or a forecast, and not of amounts alone.
    Without account codes the lines themselves must speak of film.
    """
    film, office = _weights(sheet, header)
    if coded := _coded(sheet, header):
        few = coded < _SOME_LINES and not _are_ordinals(sheet, header)
        spoken = film >= office and (film > 0 or few)
        return spoken if telling else film >= 2 and film > office
    return film > office and (film >= 3 or (telling and film >= 2 and not office))


def _are_ordinals(sheet: Sheet, header: Header) -> bool:
    """Whether the codes only count the lines: 1, 2, 3."""
    col = header.columns.get("account", 0)
    below = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    found = [text for row in below if (text := sheet.text(row, col))]
    return found == [str(number) for number in range(1, len(found) + 1)]


def _weights(sheet: Sheet, header: Header) -> tuple[float, float]:
    """How many different words of the trade, and of other trades, the sheet has."""
    text = _words(sheet, header)
    film, some = set(_FILM.findall(text)), set(_SOME.findall(text))
    headings = " | ".join(map(normal, (*header.headings.values(), *header.others)))
    return len(film) + 0.4 * len(some), float(len(set(_OTHER.findall(f"{text} | {headings}"))))


def titles(sheet: Sheet, header: Header) -> list[str]:
    """The tab's title and what stands above the headings."""
    top = min(header.rows, default=1)
    above = [text for row in sheet.texts[max(0, top - 9) : top - 1] for text in row if text]
    return [sheet.grid.tab, *above]


def is_of_a_day(sheet: Sheet, header: Header) -> bool:
    """Whether a sheet is a day's hot cost: what one day was to cost and did, by estimate."""
    return any(_HOT.match(normal(text)) for text in titles(sheet, header))


def _words(sheet: Sheet, header: Header) -> str:
    """The titles and the lines' words, as normal text."""
    columns = [col for name in ("account", "description") if (col := header.columns.get(name))]
    below = [
        text
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + _WINDOW) + 1)
        for col in range(1, max(columns, default=1) + 1)
        if (text := sheet.text(row, col)) and not text.replace(".", "").isdigit()
    ]
    return " | ".join(normal(text) for text in (*titles(sheet, header), *below))


def _coded(sheet: Sheet, header: Header) -> int:
    """How many lines have account codes; none where not most have. Words alone are no line."""
    col = header.columns.get("account")
    if col is None:
        return 0
    coded = []
    for row in range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1):
        text = sheet.text(row, col)
        parts = codes.split(text)
        is_code = accounts.is_code(parts[0] if parts else text)
        if text and (is_code or sum(map(bool, sheet.line(row))) > 1):
            coded.append(is_code)
    return sum(coded) if sum(coded) * 2 >= len(coded) else 0
