"""Equipment lists: what is hired from whom, from when to when, at which rate."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

from schemas.finding import trade
from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Found, Kind
from schemas.people import departments
from schemas.planning import equipment_values
from schemas.planning.dated_lists import DatedList
from schemas.planning.equipment_fields import FIELDS
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values.rates import Rate, unit_in

_HIRE = re.compile(
    r"\b(?:pick(?:ed)? ?ups?|pu|hired?|rent(?:al|ed|als)?|return(?:s|ed)?|due back|daily|"
    r"(?:day|week|weekly) rates?|rates? (?:per )?(?:day|week|wk)|(?:per|cost) day|dates? out|"
    r"out|drop off|loueur|enlevement|retour|sortie|tarif jour|prix jour|miet\w*|leih\w*|verleih\w*|"
    r"vermiet\w*|abhol\w*|ruckgabe\w*|rueckgabe|ausgabe|tagespreis|alquil\w*|recogida|devolucion|"
    r"renta|tarifa diaria|tarifa dia)\b"
)
_GEAR = re.compile(
    r"\b(?:camera\w*|kamera\w*|camara\w*|lens\w*|lenti|objektiv\w*|objectifs?|optiques?|opticas?|"
    r"alexa\w*|arri\w*|red|venice|komodo|zooms?|primes?|tripods?|stativ\w*|trepieds?|doll(?:y|ies)|"
    r"cranes?|kran|grues?|gruas?|jibs?|sliders?|gimbals?|steadicam\w*|ronin|drones?|monitors?|"
    r"teradek|follow focus|matte ?box|filters?|hmis?|leds?|skypanels?|astera|aputure|kinos?|"
    r"lights?|lighting|licht\w*|scheinwerfer|projecteurs?|lumiere|lampe\w*|lamps?|luz|luces|focos?|"
    r"generators?|genn(?:y|ies)|gensets?|aggregat\w*|groupes? electrogenes?|generador(?:es)?|"
    r"c ?stands?|sand ?bags?|flags?|silks?|apple ?box\w*|track|rails?|schienen?|travelling|grips?|"
    r"mixers?|booms?|mics?|microphones?|lavs?|recorders?|sound|tonkoffer|son|sonido|walkies?|"
    r"radios?|"
    r"comteks?|honey ?wagons?|trailers?|caravanas?|loges?|trucks?|vans?|condors?|scissor lifts?|"
    r"tents?|costumes?|props?|wardrobe|picture cars?|video village|video assist|dit|playback|"
    r"green ?screens?|underwater|studios?|film\w*|shoot\w*|tournage|dreh\w*|rodaje)\b"
)
_TITLES = (
    "equipment|equipment list|equipment log|equipment rentals?|rentals?|rental log|gear|gear list|"
    "hire list|camera package|grip and electric package|package list|walkie(?: log)?|materiel|"
    "liste materiel|technikliste|geratelist\\w*|mietliste|equipo|alquiler(?:es)?|"
    "listado de material|vehicles?|picture vehicles?|kit(?: (?:list|log))?|kit hire|on hire|"
    "hired (?:kit|gear|in)"
)
_SAMPLE = 60
_COUNT = Field("count", "", Shape.NUMBER)
_PIECES = 4
"""As many of a thing as most lines of a hire have at most."""
_NAMING = ("description", "vendor", "department")
_COMPOUNDS = {"tages": "day", "wochen": "week", "stunden": "hour", "pauschal": "flat"}
_OFFICE = re.compile(
    r"\b(?:renew\w*|subscri\w*|licen[cs]es?|seats|plan|tasks?|assignee|assigned|purchase date|"
    r"warranty|depreciation|book value|students?|grade|borrower|progress|% complete|complete|"
    r"milestone|out to|cal due|calibration|"
    r"sku|reorder|stock|bin|invoice|paid|tenant|guest|room|nights?|check ?in time)\b"
)


def enough(sheet: Sheet, header: Header) -> bool:
    """An equipment list says what is hired, when it comes and goes back, from whom or at what rate.

    The words of hiring tell it from a plan of tasks or a list of subscriptions, an asset register
    or a stock list: a pick-up and a return, a day's rate, a rental house, or a title.
    """
    fields = header.columns.keys()
    if "description" not in fields or not fields & {"start_date", "end_date"}:
        return False
    if _is_offices(sheet, header):
        return False
    further = len(fields & {"vendor", "rate", "po_number", "quantity", "serial", "returned"})
    hired = len(fields & {"vendor", "rate", "po_number"})
    hired += "returned" in fields and trade.speaks_of_film(sheet, header)
    titled = _titled(sheet, header)
    both = {"start_date", "end_date"} <= fields
    hiring = titled or any(
        _HIRE.search(normal(header.headings.get(name, "")))
        for name in ("start_date", "end_date", "rate", "vendor")
    )
    hiring = hiring or (sheet.of_film and both and "vendor" in fields)
    return (hiring and _has_gear(sheet, header)) and (
        (both and hired > 0 and further > 1) or (titled and hired > 0)
    )


_IN = re.compile(
    r"(?:is it |all )?(?:back|in|returned|return|rtn ?d?|home|ret|retour|rendu|zuruck|da|"
    r"devuelto|devolucion)(?: (?:yet|y n))?"
)
_DUE = re.compile(
    r"\b(?:due|to|until|till|thru|through|expected|prevu|by|off hire|hire end|au|bis|hasta|fin)\b"
)


_DUE_BACK = re.compile(r"\b(?:due|return by|expected return)\b")
_HIRED_TO = re.compile(r"\b(?:hired?|rental|rent|use|until|thru|through|end|last|wrap|to)\b")


def settles(sheet: Sheet, header: Header) -> Header:
    """Tell what says whether a thing is back from what says when it is due: "To", then "Back?".

    Until when it is hired is not when it is due back, where both are said.
    """
    header = _with_count(sheet, header)
    again, said = header.repeated.get("end_date"), header.headings.get("end_date", "")
    other = next((text for text, at in header.others.items() if at == again), "")
    if again is None or not other:
        return _with_returns(sheet, header)
    if _DUE_BACK.search(normal(said)) and _HIRED_TO.search(normal(other)):
        header = header.with_field("hired_to", other, again)
    elif _DUE_BACK.search(normal(other)) and _HIRED_TO.search(normal(said)):
        hired = header.columns["end_date"]
        header = header.without({"end_date"}).with_field("end_date", other, again)
        header = header.with_field("hired_to", said, hired)
    return _with_returns(sheet, header)


def _with_count(sheet: Sheet, header: Header) -> Header:
    """Take an "Amount" of a few pieces for how many there are: all of them below their rates."""
    columns = header.columns
    if "quantity" in columns or not {"amount", "rate"} <= columns.keys():
        return header
    rows = [
        (amount, rate)
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
        if isinstance(amount := sheet.value(row, columns["amount"], _COUNT), Decimal)
        and isinstance(rate := sheet.value(row, columns["rate"], _COUNT), Decimal)
    ]
    counted = all(amount == int(amount) and 0 < amount < rate for amount, rate in rows)
    few = sum(amount <= _PIECES for amount, _ in rows) * 2 > len(rows)
    return header.renamed("amount", "quantity") if len(rows) > 2 and counted and few else header


def _with_returns(sheet: Sheet, header: Header) -> Header:
    """The header with the column that says what is back."""
    if "returned" in header.columns:
        return header
    due = header.headings.get("end_date", "")
    for heading, col in header.others.items():
        asked = heading.rstrip().endswith("?") or _DUE.search(normal(due))
        if asked and _IN.fullmatch(normal(heading)):
            return header.with_field("returned", heading, col)
    again = header.repeated.get("end_date")
    if due.rstrip().endswith("?") and again:
        heading = next((text for text, at in header.others.items() if at == again), "")
        back = header.columns["end_date"]
        swapped = header.without({"end_date"}).with_field("end_date", heading, again)
        return swapped.with_field("returned", due, back)
    if again and "hired_to" not in header.columns and _came_back(sheet, header, again):
        heading = next(text for text, at in header.others.items() if at == again)
        return header.with_field("returned", heading, again)
    return header


def _came_back(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether a second column of last days has those on which things came back.

    Then none is yet to come, and what is due later than today has none: "bis", "Rückgabe am".
    """
    field = Field("returned", "", Shape.DATE)
    today, due_at = sheet.production.today, header.columns["end_date"]
    came = []
    for row in range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1):
        due, back = sheet.value(row, due_at, field), sheet.value(row, col, field)
        if isinstance(due, date):
            came.append(back)
            if isinstance(back, date) and back > today:
                return False
    days = sum(isinstance(back, date) for back in came)
    return 0 < days < len(came) and sum(back is None for back in came) == len(came) - days


def _is_offices(_: Sheet, header: Header) -> bool:
    """Whether headings are of subscriptions, tasks, stock or an asset register."""
    return _OFFICE.search(" | ".join(normal(heading) for heading in header.others)) is not None


def _has_gear(sheet: Sheet, header: Header) -> bool:
    """Whether a film's gear, department or supplier is named on some line."""
    columns = [header.columns[name] for name in _NAMING if name in header.columns]
    columns = columns or [header.columns["description"]]
    return any(
        _GEAR.search(normal(text)) or departments.is_of_film(text)
        for row in range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
        for col in (*columns, 1)
        if (text := sheet.text(row, col))
    )


def _titled(sheet: Sheet, header: Header) -> bool:
    """Whether the tab's title or a row above the headings speaks of hired equipment."""
    top = min(header.rows, default=1)
    above = [text for row in sheet.texts[max(0, top - 7) : top - 1] for text in row[:4] if text]
    titles = re.compile(rf"\b(?:{_TITLES})\b")
    return any(titles.search(normal(text)) for text in (sheet.grid.tab, *above))


def _complete(sheet: Sheet, found: Found, record: Record) -> None:
    """Part a rate from its unit: its own, the one stated beside it, or the heading's."""
    values = record.values
    _read_again(sheet, found, record)
    rate = values["rate"] if isinstance(values["rate"], Rate) else Rate()
    stated = unit_in(str(values["rate_unit"] or ""))
    values["rate"] = rate.amount
    heading = _unit(found.header.headings.get("rate", ""))
    values["rate_unit"] = (rate.unit or stated or heading) if rate.amount is not None else stated


def _read_again(sheet: Sheet, found: Found, record: Record) -> None:
    """Read what only rental houses write so, in place of the faults that it makes elsewhere."""
    for name in ("quantity", "rate"):
        fault = record.faults.get(name)
        if fault is None or not fault.code.startswith("unreadable"):
            continue
        col = found.header.columns[name]
        text = sheet.text(record.row, col)
        comma = sheet.writing(col, Shape.MONEY).comma
        with suppress(ValueError):
            read = equipment_values.quantity(text) if name == "quantity" else None
            record.values[name] = (
                equipment_values.rate(text, comma=comma) if name == "rate" else read
            )
            del record.faults[name]


def _unit(heading: str) -> str | None:
    """The unit in a rate's heading: "Day Rate", "Tagespreis"."""
    words = normal(heading)
    compound = next((unit for part, unit in _COMPOUNDS.items() if words.startswith(part)), None)
    return unit_in(heading) or compound


def _announced(words: str) -> str | None:
    """A banner names a department where its words do; else the vendor of the lines below."""
    return "department" if departments.is_department(words) else "vendor"


LIST = DatedList(
    name="equipment",
    fields=FIELDS,
    named=("description",),
    money=("amount",),
    announced=_announced,
    complete=_complete,
)
KIND = Kind(
    name="equipment",
    fields=FIELDS,
    enough=enough,
    read=LIST.read,
    titles=_TITLES,
    settles=settles,
    core=("description", "start_date end_date returned", "vendor rate po_number quantity serial"),
    called="kit|kit list|hire|hires|on hire|off hires?|camera|lighting|lights?|grip|sound|tech|"
    "matos|"
    "technik|technikbuch|gerate|ausrustung|verleih|mieten|material|equipos|camara|luces|"
    "locations? de materiel|"
    "machinerie|lumiere|facilities vehicles|vehicules|fahrzeuge|vehiculos|stuff|what is where",
    refused=_is_offices,
)
