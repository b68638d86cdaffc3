"""Columns that say whether a paper is back, and what stands in them."""

from __future__ import annotations

import re

from schemas.headings import Field, Header, Shape, normal
from schemas.kind import Found
from schemas.rows import Record
from schemas.sheet import Sheet
from schemas.values import marks
from schemas.values.words import fold

HEADINGS = (
    "start paperwork|paperwork|super tfn|tfn super|tfn|i 9|i9|w 4|w4|i 9 w 4 in|i9 w4 in|p45|"
    "p46|start pack|start pkwk|start pwk|start ppwk|startwork|start work paperwork|start slip|"
    "start packet|"
    "start paperwork received|start forms|start papers|spw|onboarding|start pkt|start pkg|"
    "start package|start packet in|start packet received|"
    "paperwork in|start paperwork in|start paperwork complete|start work in|paperwork complete|"
    "paperwork received|paperwork rec d|startwork complete|start work rec d|startwork received|"
    "start pack in|start packs|start pack received|"
    "start form|i 9 w 4|w 4 i 9|i9 w4|dossier d embauche|dossier complet|startunterlagen|"
    "personalbogen|documentacion|papeles|starter form|starter forms|hmrc starter|"
    "new starter form|starter pack|start ppwk|ppwk|start pprwk|start paper work|"
    "alta firmada|documentacion de alta|documentacion alta|vertragsunterlagen|"
    "vertragsunterlagen komplett|dossier d embauche complet"
)
"""What a column for start paperwork is called, on crew and cast lists alike."""
FIELDS = tuple(
    Field(f"start_paperwork_{number}", "", Shape.MARK, weight=0.0, further=True)
    for number in (2, 3, 4)
)
"""Further columns of the same meaning: "I-9", "W-4", "Start form"."""
START = ("start_paperwork", *(field.name for field in FIELDS))
PAPERS = ("deal_memo", *START)
_AWAY = re.compile(r"\b(?:sent|out|issued|envoye|raus|verschickt|enviado)\b")
_BACK = re.compile(
    r"\b(?:back|in|signed|received|rec ?d|rcv ?d|returned|ret ?d|rtn ?d?|executed|exec|complete|"
    r"signe|retour|recu|unterschrieben|zuruck|erhalten|firmado|devuelto|recibido)\b"
)
_MEMO = re.compile(
    r"\b(?:deal ?memos?|deals?|entente|dms?|memo|contracts?|contrats?|contratos?|"
    r"\w*vertrag|vertrage|vertr|dv|agreement|agmt|agrmt|contr|"
    r"cartas? de encargo|lettres? d engagement)\b"
)
_START = re.compile(
    r"\b(?:start(?: and)?(?: close(?: ?out)?| wrap| finish| end| term)?|new hire|hiring) "
    r"(?:paper ?work|ppwk|ppw|pack\w*|pkts?|pkgs?|work|wk|forms?|slips?|docs?|documents)\b|"
    r"\b(?:start ?cards?|startwork|paperwork|ppwk|onboard\w*|i ?9s?|w ?4s?|i9|w4|"
    r"starter (?:form|pack)s?|startunterlagen|personalbogen|dossier d ?embauche|dpae|"
    r"papeles|papeleria|ficha de alta|alta y (?:papel\w*|doc\w*|contrato)|"
    r"alta (?:en )?(?:la )?(?:ss|s s|seg(?:uridad)? social|tgss))\b"
)
_OTHERS = re.compile(
    r"\b(?:nda|confidential\w*|box|kit|rentals?|equipment|locations?|vehicles?|car|mileage|policy|"
    r"policies|harass\w*|rider|release|loan ?out|insurance|parking|safety|agency|agents?|"
    r"no|nr|number|#|type|dates?|terms)(?:\b|$)"
)
"""What makes a heading one of another paper, or of something else about it."""
_UNWANTED = re.compile(
    r"n/?a|n\.a\.|not (?:needed|required|applicable|nec(?:essary)?)|none needed|no need|exempt|"
    r"n/?r|sans objet|so|s\.o\.|inutile|entfallt|nicht (?:notig|erforderlich)|no aplica|"
    r"no necesario|exento|"
    r"(?:on |see |per |sur |voir |sobre )?(?:p\.?o|b\.?c|o\.?c)\b[ .:#-]*(?:no\.? ?|n° ?)?\d[\w/-]*"
)
"""Words for no paper that is wanted: there is none, or an order is in its place ("BC 0149")."""
_SAMPLE = 60
_DECLINED = marks.Booking.DECLINED.value


def settled(sheet: Sheet, header: Header) -> Header:
    """Take "Contract" for its deal memo where marks stand there, and "DM back" before "DM sent".

    So is any column of marks whose heading speaks of such a paper.
    """
    header = _without_state(sheet, _returned(header))
    col = header.columns.get("deal")
    if "deal_memo" not in header.columns and col is not None and _is_ticked(sheet, header, col):
        header = header.renamed("deal", "deal_memo")
    for names, words in ((("deal_memo",), _MEMO), (START, _START)):
        free = [name for name in names if name not in header.columns]
        for heading, at in _ticked(sheet, header, words) if free else ():
            header = header.with_field(free.pop(0), heading, at)
            if not free:
                break
    return header


_STATE = re.compile(r"\b(?:status|state|statut|etat|estado|stand|booking)\b")


def _without_state(sheet: Sheet, header: Header) -> Header:
    """Take the state of a booking below a band "CONTRACT" for what it is, and for no paper."""
    col = header.columns.get("deal_memo")
    heading = normal(header.headings.get("deal_memo", ""))
    if col is None or not _STATE.search(heading) or "status" in header.columns:
        return header
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    texts = [text for row in rows if (text := sheet.text(row, col))]
    booked = sum(marks.booking(text) is not None for text in texts)
    ticked = _is_ticked(sheet, header, col)
    return (
        header.renamed("deal_memo", "status") if booked * 2 > len(texts) and not ticked else header
    )


def _ticked(sheet: Sheet, header: Header, words: re.Pattern[str]) -> list[tuple[str, int]]:
    """The columns of marks under headings with some words, those for papers that are back first."""
    found = [
        (heading, col)
        for heading, col in header.others.items()
        if words.search(normal(heading))
        and not _OTHERS.search(normal(heading))
        and _is_ticked(sheet, header, col)
    ]
    here = [each for each in found if not _AWAY.search(normal(each[0]))]
    return sorted(here or found, key=lambda each: not _BACK.search(normal(each[0])))


def _returned(header: Header) -> Header:
    """Of two columns, one for the paper sent and one for it signed, take the second."""
    col = header.repeated.get("deal_memo")
    heading = next((text for text, at in header.others.items() if at == col), "")
    own = normal(header.headings.get("deal_memo", ""))
    if col is None or not _AWAY.search(own) or not _BACK.search(normal(heading)):
        return header
    return header.without({"deal_memo"}).with_field("deal_memo", heading, col)


def _is_ticked(sheet: Sheet, header: Header, col: int) -> bool:
    """Whether a column holds marks that a paper is signed, or not, rather than terms of a deal."""
    rows = range(header.bottom + 1, min(sheet.height, header.bottom + _SAMPLE) + 1)
    said = [marks.mark(sheet.grid.at(row, col)) for row in rows if sheet.text(row, col)]
    ticks = sum(isinstance(value, bool) for value in said)
    return ticks > 0 and ticks * 2 > len(said)


def take(record: Record, sheet: Sheet, found: Found) -> None:
    """Take "N/A" for settled, and an order's number: no paper is wanted then; in place.

    "DECLINED" where a contract's state stands is the state of the whole deal.
    """
    for name in PAPERS:
        col = found.header.columns.get(name)
        text = fold(sheet.text(record.row, col)).strip(" .") if col else ""
        if text and _UNWANTED.fullmatch(text):
            record.values[name] = True
            record.faults.pop(name, None)
        elif name in record.faults and marks.calls_off(text):
            record.values[name] = False
            record.faults.pop(name)
            if "status" in record.values:
                record.values["status"] = record.values["status"] or _DECLINED
