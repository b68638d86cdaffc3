"""Day-out-of-days codes: what a mark such as "SWF" is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from schemas.headings import normal

_LETTERS = {
    "S": "start",
    "P": "pickup",
    "W": "work",
    "H": "hold",
    "R": "rehearsal",
    "FT": "fitting",
    "TR": "travel",
    "D": "drop",
    "F": "finish",
    "M": "move",
    "/": "off",
}
"""Movie Magic's letters, in the order in which a code's letters stand."""
_ATOM_LETTERS = {atom: letter for letter, atom in _LETTERS.items()}
_SEPARATORS = re.compile(r"(?<=\w)[ /+,.&-]+(?=\w)")
_MEANINGS = {
    "start": "start|starts|start day|first day|begin|debut|commence|premier jour|beginn|start tag"
    "|erster tag|erster drehtag|inicio|comienzo|primer dia|comienza"
    "|inicia|empieza|arranca|demarre|fangt an|anfang|einstieg|steigt ein|alta|incorporacion"
    "|incorpora|se incorpora|entra|debut de contrat|vertragsbeginn|1er jour|1st day|1er dia|1 tag"
    "|1 drehtag|erster einsatztag|primera jornada",
    "work": "work|works|working|work day|workday|working day|shoot|shoots|shooting|shoot day|on set"
    "|travail|travaille|tournage|tourne|jour de tournage|jour travaille|presence|arbeit|arbeitet"
    "|arbeitstag|dreh|dreht|drehtag|trabajo|trabaja|rodaje|dia de rodaje|dia de trabajo",
    "finish": "finish|finished|finishes|wrap|wraps|wrapped|end|ends|last day|complete|completed"
    "|done|all done|wrap day|fin|termine|dernier jour|ende|letzter tag|letzter drehtag|abgedreht"
    "|final|termina|ultimo dia|acaba|finaliza|cierre|cierra|despedida|se despide|steigt aus"
    "|fin de contrat|vertragsende|ultima jornada",
    "hold": "hold|holds|on hold|holding|carry|hold day|held|paid hold|attente|en attente|espera|"
    "attend|jour d attente|immobilise|wartet|wartetag|warten|halten|gehalten|haltetag|bereitschaft|"
    "en espera|retenido|retenu|retenue|retenus|retenu paye|"
    "dia de espera|reten|en reten|dia de reten",
    "drop": "drop|drops|dropped|drop day|suspendu|libere|freigestellt|baja|liberado",
    "pickup": "pick up|picks up|pickup|pick up day|picked up|resume|resumes|reprise|reprend"
    "|wiederaufnahme|reincorporacion|se reincorpora",
    "travel": "travel|travels|traveling|travelling|travel day|travel only"
    "|in transit|transit|voyage|deplacement|trajet"
    "|jour de voyage|reise|reist|reisetag|anreise|abreise|an abreise|viaje|viaja|se traslada"
    "|traslado|dia de viaje",
    "fitting": "fitting|fit|fittings|wardrobe fitting|costume fitting|wardrobe|fitting day|essayage"
    "|essayages|essayage costume|anprobe|maskenprobe|kostum maskenprobe"
    "|kostum und maskenprobe|kostumprobe|kostumanprobe|prueba|prueba de vestuario"
    "|pruebas de vestuario|prueba vest|prueba vestuario|vestuario|ftg|costume ftg|wardrobe ftg",
    "rehearsal": "rehearsal|rehearse|rehearses|rehearsals|rehearsal day|read through|table read"
    "|repetition|repetitions|probe|proben|probentag|ensayo|ensayos",
    "off": "holiday|company holiday|holidays|public holiday|bank holiday|company off"
    "|company day off|company off day|hol|co holiday|unit day off|feiertag|ferie|jour ferie"
    "|festivo|dia festivo|feriado|dia feriado|asueto|dia de asueto",
    "move": "move|company move|unit move|demenagement|umzug|mudanza|cambio de locacion",
}
_WORDS = {word: atom for atom, words in _MEANINGS.items() for word in words.split("|")}
_SILENT = frozenset(
    {"off", "day off", "rest", "rest day", "n a", "not available", "unavailable", "frei", "libre"}
    | {"repos", "relache", "descanso", "conge"}
)
"""Words in a day's cell that say that nothing is on, of one element alone."""
_ONLY_DAY = frozenset(
    {
        "journee unique",
        "jornada unica",
        "unico dia",
        "dia unico",
        "only day",
        "single day",
        "one day only",
        "jour unique",
    }
    | {
        "un seul jour",
        "einziger tag",
        "einziger drehtag",
        "un solo dia",
        "works one day",
        "one day",
        "first and last day",
        "premier et dernier jour",
        "erster und letzter tag",
        "primer y ultimo dia",
    }
)
WHOLE = frozenset({"SW", "WF", "SWF", "WD", "PW", "PWF", "SWD", "PWD", "SWFT", "WFT"})
"""Codes that mean the same with everybody, whatever a legend says of their letters."""
_REMARK = re.compile(r"\s*(?:\([^)]*\)|\[[^]]*\]|[*†‡°^.]+)\s*$")
_TENTATIVE = re.compile(r"\((.+)\)")
_JOINTS = frozenset(
    {
        "of",
        "de",
        "del",
        "du",
        "and",
        "et",
        "und",
        "y",
        "then",
        "day",
        "to",
        "on",
        "same day",
        "jour",
        "tag",
    }
)
_JOINTS |= {"the same day", "mismo dia", "el mismo dia", "en el mismo dia", "dia", "meme jour"}
_JOINTS |= {"le meme jour", "am selben tag", "selber tag", "am gleichen tag", "gleicher tag"}
_BOTH_ENDS = frozenset({"start", "finish"})
_CONTRADICTIONS = (("work", "hold"), ("start", "pickup"), ("drop", "finish"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark read: its code as Movie Magic writes it, and the atoms that it is made of.

    A code that a legend explains as something else than an atom ("T = Test") keeps its own
    letters and is made of none. So does one in parentheses, "(W)": it is an option.
    """

    code: str
    atoms: frozenset[str]


def meaning(words: str) -> str | None:
    """What a legend's words mean, as Movie Magic's letters: "Start Work" -> "SW".

    Who starts and finishes on one day works on it. ``None`` where a word of them is not known.
    """
    folded = normal(words)
    if folded in _ONLY_DAY:
        return "SWF"
    if folded in _WORDS:
        return _ATOM_LETTERS[_WORDS[folded]]
    atoms = frozenset(_taken_apart(folded.split()))
    if atoms == _BOTH_ENDS:
        atoms |= {"work"}
    return written(atoms) if atoms and "off" not in atoms else None


def _taken_apart(words: Sequence[str]) -> list[str]:
    """The atoms that words name one after the other; none where a word of them is not known."""
    found: list[str] = []
    place = 0
    while place < len(words):
        for end in range(min(len(words), place + 4), place, -1):
            atom = _WORDS.get(" ".join(words[place:end]))
            if atom or " ".join(words[place:end]) in _JOINTS:
                found += [atom] if atom else []
                place = end
                break
        else:
            return []
    return found


def parse(text: str, legend: Mapping[str, str] | None = None) -> Mark | None:
    """Read a mark; ``None`` where it is none, so never a guess.

    ``legend`` maps a code as the sheet writes it to one as Movie Magic does ("T" -> "TR"), or to
    itself where it means something that no atom stands for. It goes before our own letters, also
    within a combined code ("WT").
    """
    return _parse(text, tuple(sorted((legend or {}).items())))


@lru_cache(maxsize=4096)
def _parse(text: str, legend: tuple[tuple[str, str], ...]) -> Mark | None:
    own = {code.upper(): stands for code, stands in legend}
    whole = text.strip().upper()
    bare = _SEPARATORS.sub("", whole)
    for code in (whole, bare):
        if code in own:
            return _of(_as_ever(code, own[code]))
    if bare == "/":
        return Mark("/", frozenset({"off"}))
    if normal(text) in _WORDS:
        return _of(_ATOM_LETTERS[_WORDS[normal(text)]])
    if normal(text) in _SILENT:
        return Mark(whole, frozenset())
    letters = {letter: letter for letter in _LETTERS if letter != "/"}
    atoms = _joined(whole, legend) or _spelt(bare, letters | ({} if bare in WHOLE else own))
    if atoms:
        return Mark(written(atoms), atoms)
    doubted = _TENTATIVE.fullmatch(whole)
    if doubted and _parse(doubted[1], legend):
        return Mark(whole, frozenset())
    unmarked = _REMARK.sub("", text)
    return _parse(unmarked, legend) if unmarked and unmarked != text else None


def _as_ever(code: str, stands: str) -> str:
    """What a legend makes of a code, in full: "SW start" says half of what everybody means."""
    said, meant = set(_of(stands).atoms), _spelt(code, {letter: letter for letter in _LETTERS})
    return code if code in WHOLE and meant and said and said < meant else stands


def _joined(code: str, legend: tuple[tuple[str, str], ...]) -> frozenset[str] | None:
    """What the parts of a code come to, each read by itself: "TR/SWF"."""
    parts = [part for part in _SEPARATORS.split(code) if part]
    if len(parts) < 2:
        return None
    marks = [_parse(part, legend) for part in parts]
    if not all(mark is not None and mark.atoms for mark in marks):
        return None
    atoms = frozenset(atom for mark in marks if mark for atom in mark.atoms)
    return atoms if _possible(atoms) else None


def _spelt(code: str, letters: Mapping[str, str]) -> frozenset[str] | None:
    """What a code's letters come to, taken together as far as they can be: TR before T and R."""
    readings = {reading for reading in _readings(code, letters) if _possible(reading)}
    least = min(map(len, readings), default=0)
    shortest = [reading for reading in readings if len(reading) == least]
    return shortest[0] if len(shortest) == 1 else None


def _of(stands: str) -> Mark:
    """The mark that a legend's Movie Magic code stands for; in lower case it stands for itself."""
    if stands.islower():
        return Mark(stands, frozenset())
    letters = {letter: letter for letter in _LETTERS}
    readings = {reading for reading in _readings(stands.upper(), letters) if _possible(reading)}
    if len(readings) != 1:
        return Mark(stands, frozenset())
    atoms = readings.pop()
    return Mark(written(atoms), atoms)


def _readings(code: str, letters: Mapping[str, str]) -> list[frozenset[str]]:
    """Every way to take a code apart into letters, each used once, as sets of atoms."""
    if not code:
        return [frozenset()]
    found = []
    for letter, stands in letters.items():
        if not code.startswith(letter) or len(code) > 8:
            continue
        atom = _LETTERS.get(stands)
        for rest in _readings(code[len(letter) :], letters):
            if atom and atom not in rest:
                found.append(rest | {atom})
    return found


def _possible(atoms: frozenset[str]) -> bool:
    """Whether a day can be all of these at once."""
    if not atoms or ("off" in atoms and len(atoms) > 1):
        return False
    return not any(set(pair) <= atoms for pair in _CONTRADICTIONS)


def written(atoms: frozenset[str]) -> str:
    """Atoms as Movie Magic writes them: start first, finish last."""
    return "".join(letter for letter, atom in _LETTERS.items() if atom in atoms)
