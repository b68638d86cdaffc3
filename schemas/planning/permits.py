"""Permits: who allows filming where, from when to when."""

from __future__ import annotations

import re

from schemas import rows
from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Found, Kind
from schemas.planning.dated_lists import DatedList
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import rates, spans
from schemas.values.rates import Rate
from schemas.values.words import listed

FIELDS = (
    Field(
        "permit_number",
        "permit agreement|agreement ref|agreement no|permit or agreement|permit #|permit number|"
        "permit no|permit|permit id|film permit #|filming permit #|"
        "film permit|permit ref|permit reference|application #|app #|application number|"
        "reference|ref #|ref|license #|licence #|no permis|no de permis|numero de permis|"
        "n permis|permis|autorisation|no autorisation|genehmigung|genehmigungsnr|genehmigung nr|"
        "genehmigungsnummer|aktenzeichen|az|drehgenehmigung|drehgenehmigung nr|numero de permiso|"
        "n permiso|no permiso|permiso|autorizacion|n autorizacion|expediente|n d arrete|"
        "no d arrete|arrete|folio|no folio|n folio",
        Shape.CODE,
        weight=2.0,
    ),
    Field(
        "type",
        "permit type|type|type of permit|kind|category|type de permis|type d autorisation|art|"
        "genehmigungsart|art der genehmigung|tipo|tipo de permiso",
        weight=0.5,
        further=True,
    ),
    Field(
        "location",
        "location|site|filming location|location name|shooting location|set|place|venue|"
        "set location|address|lieu|lieu de tournage|decor|drehort|ort|motiv|localizacion|lugar|"
        "ubicacion|locacion|emplacement|area|where|wo|donde|ou|localisation|site name|"
        "unit base location",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "authority",
        "permission from|permission of|consent from|authority|issuing authority|issued by|"
        "agency|jurisdiction|issuer|film office|"
        "municipality|city|permitting agency|permitting authority|permit office|granted by|"
        "permit agency|issuing agency|city county|office|body|autorite|delivre par|mairie|"
        "autorite competente|behorde|ausgestellt von|genehmigungsbehorde|amt|autoridad|"
        "expedido por|organismo|ayuntamiento|emisor|entidad|from whom|who from|who|landlord|"
        "owner|grantor|council|demande a|requested from|applied to|beantragt bei|solicitado a|"
        "by whom|who gives it|given by|granted by whom|organisme|instance|stelle|erteilt durch|"
        "concede|otorga|administracion",
        Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "start_date",
        "good from|in force from|"
        "dates agreed|agreed dates|permitted days|start date|start|valid from|from|effective|"
        "effective date|permit start|permit date|date|"
        "filming date|film date|shoot date|dates|filming dates|permit dates|valid dates|"
        "date of use|permitted dates|debut|date debut|date de debut|valable du|valide du|"
        "valide a partir du|du|gultig ab|gultig von|von|beginn|datum|drehdatum|drehtag|fecha|"
        "fecha de inicio|inicio|valido desde|desde|fecha inicio|fecha de rodaje|valid",
        Shape.DATE,
        spans=True,
    ),
    Field(
        "end_date",
        "expires|expiry|expiration|expiration date|expiry date|valid until|valid to|valid thru|"
        "valid through|exp date|exp|expires on|end date|end|permit end|to|until|through|thru|till|"
        "good thru|good through|good until|good to|in force until|last day|runs to|"
        "expire le|expire|date d expiration|date de fin|valable jusqu au|valable au|"
        "valable jusquau|valide jusqu au|valide jusquau|au|echeance|fin|gultig bis|ablauf|"
        "ablaufdatum|bis|ende|vence|vencimiento|fecha de vencimiento|caduca|caducidad|"
        "valido hasta|hasta|fecha de fin|"
        "fecha fin|vigencia|vigente hasta|permit expires|permit expiration",
        Shape.DATE,
        spans=True,
        weight=1.2,
    ),
    Field(
        "filming_from",
        "filming from|filming start|filming starts|filming first day|shoot from|shooting from|"
        "shoot start|shoot starts|first shoot day|filming first|film from|tournage du|"
        "tournage debut|dreh von|dreh ab|drehbeginn|rodaje desde|rodaje del|rodaje inicio|"
        "first use|first used|use from|used from|needed from|on site from",
        Shape.DATE,
        spans=True,
        weight=0.3,
        further=True,
    ),
    Field(
        "filming_to",
        "filming to|filming end|filming ends|filming until|filming thru|filming last day|shoot to|"
        "shooting to|shoot end|shoot ends|shoot until|last shoot day|filming last|film to|"
        "tournage au|tournage fin|dreh bis|drehende|rodaje hasta|rodaje al|rodaje fin|"
        "last use|last used|use to|use until|used until|needed until|needed to|on site until",
        Shape.DATE,
        spans=True,
        weight=0.3,
        further=True,
    ),
    Field(
        "status",
        "signed|agreement signed|permission status|status|state|permit status|approved|received|"
        "approval|approval status|statut|etat|stand|"
        "estado|estatus|situacion|obtained",
        weight=0.8,
    ),
    Field(
        "fee",
        "fee|fees|permit fee|permit cost|cost|amount|price|total|application fee|location fee|"
        "frais|cout|redevance|droits|montant|gebuhr|gebuehr|gebuhren|kosten|betrag|tasa|tasas|"
        "coste|costo|importe|derechos",
        Shape.MONEY,
        weight=0.8,
    ),
    Field(
        "contact",
        "contact|contact name|contact person|film liaison|liaison|officer|phone|contact phone|"
        "email|contact info|permit contact|telephone|tel|ansprechpartner|kontakt|contacto|telefono",
        private=True,
        weight=0.5,
    ),
    Field(
        "applied",
        "applied|date applied|submitted|application date|requested|date requested|date submitted|"
        "applied on|submitted on|demande le|date de demande|beantragt|beantragt am|solicitado|"
        "fecha de solicitud",
        weight=0.3,
        further=True,
    ),
    Field(
        "issued",
        "issued|issue date|date issued|issued on|granted|date granted|approved on|delivre le|"
        "date d emission|ausgestellt am|erteilt am|emitido|fecha de emision",
        weight=0.3,
        further=True,
    ),
    Field(
        "notes",
        "notes|note|comments|comment|remarks|conditions|restrictions|special conditions|"
        "remarques|bemerkungen|auflagen|notas|observaciones|condiciones",
        weight=0.2,
    ),
)
_DAYS_OF = re.compile(
    r"\bdates\b|^valid$|\b(?:film\w*|shoot\w*|permit\w*) (?:date|day)\b|\bdates? of use\b"
)
"""A heading of the days that a permit is for, rather than of the first."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_WORDS = re.compile(
    r"\b(?:permits?|permissions?|permis|autorisations?|(?:dreh)?genehmigung\w*|permisos?|autorizacion(?:es)?)\b"
)
_FILM = re.compile(
    r"\b(?:film\w*|shoot\w*|locations?|sets?|drones?|sfx|pyro\w*|stunts?|street closures?|"
    r"road closures?|parking|police|tournage|lieu|decor|dreh\w*|motiv|rodaje|localizacion\w*|"
    r"locacion\w*|lugar|base ?camp|beach|park|minors?|animals?|weapons?|firearms?)\b"
)
_OTHER = re.compile(
    r"\b(?:employees?|passport|nationality|visa|contractor|inspect\w*|parcel|valuation|zoning|"
    r"plumbing|work class|organi[sz]er|event|event name|"
    r"sq ?ft|square feet|vehicle|plate|owner name|apn|students?|driver)\b"
)


def enough(sheet: Sheet, header: Header) -> bool:
    """A permit log names permits or who grants them, where, and from when or until when.

    Words of permits stand in a heading or the title, and words of filming somewhere: a city's log
    of building permits and an office's of work permits are none.
    """
    fields = header.columns.keys()
    headings = [*header.headings.values(), *header.others]
    if _is_another(sheet, header):
        return False
    if not fields & {"permit_number", "authority"} or len(fields - {"notes", "contact"}) < 4:
        return False
    if not fields & {"location", "authority"}:
        return False
    if not fields & {"start_date", "end_date"}:
        return False
    top = min(header.rows, default=1)
    above = [text for row in sheet.texts[max(0, top - 7) : top - 1] for text in row[:4] if text]
    words = [normal(text) for text in (*headings, *above, sheet.grid.tab)]
    below = (
        normal(text)
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + 40) + 1)
        for text in sheet.line(row)
        if text
    )
    return any(map(_WORDS.search, words)) and (
        sheet.of_film or any(map(_FILM.search, words)) or any(map(_FILM.search, below))
    )


def _is_another(_: Sheet, header: Header) -> bool:
    """Whether headings are of building permits, work permits or licences of drivers."""
    headings = (*header.headings.values(), *header.others)
    return any(_OTHER.search(normal(heading)) for heading in headings)


_FILMING = re.compile(
    r"(?:shoot\w*|film\w*|dreh) (?:date|day)s?|drehtage?|drehdatum|(?:dates?|jours?) de tournage|"
    r"(?:fechas?|dias?) de rodaje"
)
"""A heading of the days on which a place is shot at; beside others, no days of the permit."""
_DATES = {"start_date", "end_date"}
_VALID = re.compile(r"valid\w*|good|in force|permit|effective|gultig|valable|valide|vigen\w*")
_SPAN = (
    ("filming_from", listed("from start du von ab desde del debut beginn inicio")),
    ("filming_to", listed("to until thru end au bis hasta al fin ende")),
)
"""The bare headings of two days that, beside the days of validity, are those of filming."""


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell the type of a permit from its number, and the days of filming from the permit's own."""
    header = _filmed(_typed(sheet, header))
    other = next((text for text in header.others if _FILMING.fullmatch(normal(text))), None)
    if other is None or "filming_from" in header.columns or not header.columns.keys() >= _DATES:
        return header
    return header.with_field("filming_from", other, header.others[other])


def _filmed(header: Header) -> Header:
    """Of "From | To | Valid From | Valid To", the bare two are the days on which it is used."""
    valid = all(_VALID.match(normal(header.headings.get(name, ""))) for name in _DATES)
    bare = [
        (name, text)
        for name, words in _SPAN
        for text in header.others
        if normal(text) in words and name not in header.columns
    ]
    if valid and [name for name, _ in bare] == [name for name, _ in _SPAN]:
        for name, text in bare:
            header = header.with_field(name, text, header.others[text])
    return header


def _typed(sheet: Sheet, header: Header) -> Header:
    """A column headed "Permit" that holds words and no numbers says of which type it is."""
    col = header.columns.get("permit_number")
    if col is None or "type" in header.columns:
        return header
    below = range(header.bottom + 1, min(sheet.height, header.bottom + 40) + 1)
    texts = [text for row in below if (text := sheet.text(row, col))]
    if not texts or any(any(map(str.isdigit, text)) for text in texts):
        return header
    return header.renamed("permit_number", "type")


def _complete(sheet: Sheet, found: Found, record: Record) -> None:
    """Take a single date for the only day, and leave a fee open that is not known yet."""
    _only_day(found, record)
    _open_fee(sheet, found, record)
    _filming_days(sheet, found, record)


def _filming_days(sheet: Sheet, found: Found, record: Record) -> None:
    """Read the days of filming where one cell says several, one after the other.

    Days apart ("3/16 & 3/20") and other words say none.
    """
    faults = [name for name in ("filming_from", "filming_to") if record.faults.pop(name, None)]
    text = sheet.text(record.row, found.header.columns[faults[0]]) if faults else ""
    days = spans.unbroken(text, sheet.dates)
    if days is not None:
        record.values["filming_from"], record.values["filming_to"] = days


def _only_day(found: Found, record: Record) -> None:
    """A date under "Permit dates", where no column has the last day, is both first and last."""
    heading = normal(found.header.headings.get("start_date", ""))
    if "end_date" not in found.header.columns and _DAYS_OF.search(heading):
        record.values["end_date"] = record.values["end_date"] or record.values["start_date"]


def _open_fee(sheet: Sheet, found: Found, record: Record) -> None:
    """Leave a fee open that is no sum: not known yet, told by the day, or told in words.

    "TBC", "$48/day", "Spende 500", "250 + deposit".
    """
    if "fee" not in record.faults:
        return
    text = sheet.text(record.row, found.header.columns["fee"])
    rows.leave_open(record, "fee")
    rows.leave_in_words(record, "fee", text)
    fault = record.faults.get("fee")
    if fault is None or fault.code != "unreadable-amount":
        return
    if _WORD.search(text) or isinstance(rates.rate(text), Rate):
        del record.faults["fee"]


LIST = DatedList(
    name="permits",
    fields=FIELDS,
    named=("permit_number", "location", "authority"),
    money=("fee",),
    expires="permit",
    complete=_complete,
)
KIND = Kind(
    name="permits",
    fields=FIELDS,
    enough=enough,
    read=LIST.read,
    settles=settles,
    titles="permits?|permit log|permit tracker|film permits|permis|autorisations?|"
    "(?:dreh)?genehmigung\\w*|permisos|autorizaciones",
    core=("location authority", "authority permit_number type", "start_date end_date status"),
    called="permissions?|clearances|consents?|location agreements|council|authorities|"
    "bewilligung\\w*|drehbewilligung\\w*|erlaubnis\\w*|behorden|demandes|conventions|tramites|licencias|"
    "permiso|gestiones",
    refused=_is_another,
)
