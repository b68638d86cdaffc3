"""What stands between a journal's postings: totals, balances, banners of accounts and people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from schemas import rows
from schemas.budget import accounts
from schemas.headings import Shape
from schemas.sheet import Sheet
from schemas.values import codes
from schemas.values.words import Fault, fold
from schemas.vocabulary import Vocabulary

_SUSPECT = re.compile(
    r"tot|sum|som|gesamt|sald|sold|bal|fwd|forward|report|ortrag|bertrag|bestand|float|cash|caja|"
    r"caisse|carried|brought|avance|advance|anticip|vorschuss|fond|return|remain|over|reimburs|"
    r"net |due|kass|all |efectivo|reinteg|rembours|restant|rest",
    re.IGNORECASE,
)
_WHEN = r"(?:[ :(]*(?:as of|at|on|au|am|zum|al|del?|from|for)?[ :]*[\d/.,: -]+\)?)?"
_BALANCE = re.compile(
    rf"(?:(?:opening|beginning|starting|closing|ending|current|running|account|prior|previous|new|"
    rf"cash|float|envelope)[ -])*balances?(?: (?:forward|fwd|brought forward|carried forward|"
    rf"b/?f(?:wd)?|c/?f(?:wd)?|remaining|due|owing|on hand|to date|returned|of float))?{_WHEN}|"
    rf"(?:(?:amount|total|balance)s? )?(?:brought|carried) (?:forward|over|down){_WHEN}|[bc]/?fwd|"
    r"[bc]/?[fd]|net (?:change|activity|movement)s?(?: .*)?|"
    rf"(?:nouveau |ancien )?solde(?: (?:d.?ouverture|initial|final|anterieur|precedent|reporte|"
    rf"de cloture|debut|fin|du compte|restant|en caisse))?{_WHEN}|report a nouveau|a reporter|"
    rf"saldo(?: (?:inicial|anterior|final|de apertura|de cierre|actual|en caja|acumulado|"
    rf"pendiente))?{_WHEN}|(?:suma|total) (?:anterior|y sigue)|"
    rf"(?:anfangs|end|kassen|rest|schluss|bar)(?:saldo|bestand){_WHEN}|(?:saldo)?(?:vor|uber)trag"
)
_CASH = re.compile(
    r"(?:(?:petty )?cash|money|float|change|unspent(?: cash)?|funds?) "
    r"(?:on hand|in hand|returned|remaining|left|back|in envelope|(?:re)?turned in|unspent)|"
    r"(?:total )?(?:cash|amount|float)(?: on hand| returned)? (?:plus|and|\+|&) receipts?|"
    r"(?:petty cash |opening |original |initial |cash |starting )?(?:float|advance|imprest)s?"
    r"(?: (?:amount|issued|received|given|drawn|advanced|returned|top ?up))?|"
    r"(?:cash|amount) (?:advanced|issued|received|drawn|advance)|"
    r"(?:over|short|overage|shortage)(?: ?[/(] ?(?:short|over|under)\)?)?|difference|"
    r"(?:amount |balance )?(?:due|owed|owing)(?: (?:to|from) .*)?|"
    r"(?:amount )?(?:to (?:be )?)?reimburse(?:d|ment)?(?: due)?|"
    r"(?:amount |cash |balance )?(?:remaining|left(?: over)?)|"
    r"avance|fonds de caisse|argent remis|especes remises|en caisse|en main|remboursement|"
    r"reste(?: en caisse)?|anticipo|efectivo (?:en caja|devuelto|restante)|"
    r"fondo(?: fijo| de caja)?|reintegro|vorschuss|ruckgabe|wechselgeld|(?:rest|"
    r"kassen)bestand(?: kasse)?|kassa?(?:en)?stand|stand (?:der )?kass[ae]"
)
_TOTAL_ALONE = re.compile(
    r"(?:(?:grand|sub|net|page|running|weekly|week|account|acct|envelope|overall|report|journal)"
    r"[ -]*)*(?:totals?|totales|totaux)(?:[ :#(-]*(?:for|of|account|acct|week|w/?e|envelope|env|"
    r"page|petty cash|"
    r"ledger|payroll|this|to date|due|hours|gross|receipts?|spent|expenses?|cash|all|general|du|"
    r"de|der|compte|cuenta|konto|[a-z]{0,3}\d).*)?|.{0,40} totals?|sub ?-?totals?|"
    r"all (?:envelopes?|floats?|receipts?|petty cash)|ausgaben gesamt|"
    r"sous-?total.*|sommes?|sumas?(?: (?:total(?:es)?|iguales))?|(?:zwischen|gesamt)?summe.*|gesamt"
)
_PERIOD = re.compile(
    r"(?:w/?[ec]|wk|week(?: ending)?|sem(?:aine)?|semana|kw|woche|month|mois|mes|monat)\b[ .:#]*"
    r"\d[\d/.\- ]*"
)
_NUMBERED = re.compile(r"(?P<key>[^\d:]+?)\s*#?\s*(?P<value>[A-Z]{0,4}-?\d[\w-]*)")
_CODE = re.compile(r"[A-Za-z]{0,3}[-.]?\d[\w.\-/ ]*")
_KEY_WORDS = 4
_DASH = re.compile(r"\s+[-–—|]\s+|,\s+")
_ACCOUNT = re.compile(
    r"(?:(?:g/?l )?(?:account|acct|a/c|compte|cuenta|konto)\b\.?\s*(?:no|num|number|code|#|n°)?\.?"
    r"\s*[:#-]?\s*)(?P<rest>.+)",
    re.IGNORECASE,
)


def closes(text: str, *, cash: bool = False) -> bool:
    """Whether words head a total or a balance, which is no posting.

    ``cash`` says that floats, advances and cash on hand are no postings either.
    """
    return bool(_SUSPECT.search(text)) and (rows.is_total(text) or is_balance(text, cash=cash))


def is_balance(text: str, *, cash: bool = False) -> bool:
    """Whether words name a balance: "Opening balance", "Saldovortrag"; or cash: "Float"."""
    words = fold(text).strip(" :-.*=")
    return _BALANCE.fullmatch(words) is not None or (cash and _CASH.fullmatch(words) is not None)


def is_period(text: str) -> bool:
    """Whether a text names a week or a month alone, as its sums do: "W/E 03/28"."""
    return _PERIOD.fullmatch(fold(text)) is not None


def is_total_alone(text: str) -> bool:
    """Whether words can be nothing but a total's, as "Total Wine & More" can."""
    return _TOTAL_ALONE.fullmatch(fold(text).strip(" :-.*=")) is not None


def account_banner(texts: Iterable[str]) -> str | None:
    """The account that a row announces: "1100 STORY", "Account: 1100 - Story", "1100" | "STORY"."""
    parts = list(texts)
    if not 1 <= len(parts) <= 3:
        return None
    words = _ACCOUNT.fullmatch(parts[0])
    if words:
        parts = [words["rest"], *parts[1:]]
    elif accounts.is_code(fold(parts[0]).strip(" :#")) or len(parts) == 1:
        pass
    elif re.fullmatch(r"(?:account|acct|compte|cuenta|konto)\.?\W*", fold(parts[0])):
        parts = parts[1:]
    head = parts[0].strip(" :#-")
    split = codes.split(head)
    code = split[0] if split else head
    lone = len(parts) == 1 and not split and not words
    digits = sum(char.isdigit() for char in code)
    if not _CODE.fullmatch(code) or not accounts.is_code(code) or digits < (3 if lone else 2):
        return None
    return code if _wordy(parts[1:]) else None


def _wordy(texts: Iterable[str]) -> bool:
    return all(any(map(str.isalpha, text)) for text in texts)


def key_values(sheet: Sheet, row: int, vocabulary: Vocabulary) -> Mapping[str, object]:
    """What a row says of fields in pairs: "Custodian:" | "Ana", "Envelope #: 12", "Envelope 12".

    Words after a numbered envelope are its holder: "ENVELOPE 12 - Ana Ruiz".
    """
    said: dict[str, object] = {}
    texts = sheet.line(row)
    for text in texts:
        head, *rest = _DASH.split(text)
        holder = rest[0] if len(rest) == 1 and not any(map(str.isdigit, rest[0])) else ""
        if holder and "custodian" in vocabulary.fields and _NUMBERED.fullmatch(head):
            said |= {"custodian": holder} if (found := _key(head, vocabulary)) else {}
            said |= {found[0]: found[1]} if found else {}
    for col, text in enumerate(texts, start=1):
        match = _key(text, vocabulary)
        if match is None or match[0] in said:
            continue
        name, inline = match
        field = vocabulary.fields[name]
        value: object = inline
        if not inline:
            beside = next((at for at in range(col + 1, len(texts) + 1) if texts[at - 1]), None)
            if beside is None or beside - col > 3 or _key(texts[beside - 1], vocabulary):
                continue
            value = sheet.value(row, beside, field)
        elif field.shape.value == "date":
            value = sheet.dates.read(inline)
        if value and not isinstance(value, Fault):
            said[name] = value
    return said


def _dated(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The field of a day that a text's first words name, and the day after them.

    "Woche bis 31.01.2026", "Week ending March 14".
    """
    words = text.split()
    for length in range(min(len(words) - 1, _KEY_WORDS), 0, -1):
        key, rest = " ".join(words[:length]), " ".join(words[length:])
        if not any(map(str.isdigit, rest)) or any(map(str.isdigit, key)):
            continue
        match = vocabulary.match(key.rstrip(":"))
        if match and vocabulary.fields[match[0]].shape is Shape.DATE:
            return match[0], rest
    return None


def _key(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The field that a cell's key names, and the value in the same cell, if there is one."""
    head, colon, rest = text.partition(":")
    if not text or len(head) > 60:
        return None
    numbered = _NUMBERED.fullmatch(text)
    if numbered and (match := vocabulary.match(numbered["key"])):
        return match[0], numbered["value"]
    if dated := _dated(text, vocabulary):
        return dated
    for key in (head, *reversed(_DASH.split(head))):
        if match := vocabulary.match(key):
            return match[0], rest.strip() if colon else ""
    return None
