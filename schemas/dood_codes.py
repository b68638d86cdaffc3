"""Day-out-of-days codes: what a mark such as "SWF" is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    "start": "start|starts|start day|debut|beginn|inicio",
    "work": "work|works|working|work day|shoot|travail|arbeit|trabajo|arbeitstag|dreh|drehtag",
    "finish": "finish|finished|wrap|wrapped|end|last day|fin|ende|complete|wrap day",
    "hold": "hold|on hold|holding|standby|carry|attente|espera|hold day",
    "drop": "drop|dropped|drop day",
    "pickup": "pick up|pickup|pick up day|resume",
    "travel": "travel|travels|travel day|voyage|reise|reisetag|viaje",
    "fitting": "fitting|fittings|wardrobe fitting|costume fitting|essayage|anprobe|prueba",
    "rehearsal": "rehearsal|rehearse|rehearsals|repetition|probe|ensayo|rehearsal day",
    "off": "holiday|company holiday|holidays|off|day off|company off|feiertag|ferie|festivo|conge",
    "move": "move|company move|unit move",
}
_WORDS = {word: atom for atom, words in _MEANINGS.items() for word in words.split("|")}
_WHOLE = {word: atom for word, atom in _WORDS.items() if atom not in ("off",)}
_CONTRADICTIONS = (("work", "hold"), ("start", "pickup"), ("drop", "finish"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark read: its code as Movie Magic writes it, and the atoms that it is made of.

    A code that a legend explains as something else than an atom ("T = Test") keeps its own
    letters and is made of none.
    """

    code: str
    atoms: frozenset[str]


def meaning(words: str) -> str | None:
    """What a legend's words mean, as Movie Magic's letters: "Start Work" -> "SW".

    ``None`` where a word of them is not known.
    """
    folded = normal(words)
    if folded in _WORDS:
        return _ATOM_LETTERS[_WORDS[folded]]
    parts = [part for part in re.split(r" (?:and )?", folded) if part]
    atoms = [_WORDS.get(part) for part in parts]
    if not atoms or None in atoms or "off" in atoms:
        return None
    return _written(frozenset(atom for atom in atoms if atom))


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
    bare = _SEPARATORS.sub("", text.strip().upper())
    for code in (text.strip().upper(), bare):
        if code in own:
            return _of(own[code])
    if normal(text) in _WHOLE:
        return _of(_ATOM_LETTERS[_WHOLE[normal(text)]])
    if bare == "/":
        return Mark("/", frozenset({"off"}))
    letters = {letter: letter for letter in _LETTERS if letter != "/"} | own
    readings = {reading for reading in _readings(bare, letters) if _possible(reading)}
    if len(readings) != 1:
        return None
    atoms = readings.pop()
    return Mark(_written(atoms), atoms)


def _of(stands: str) -> Mark:
    """The mark that a legend's Movie Magic code stands for."""
    letters = {letter: letter for letter in _LETTERS}
    readings = {reading for reading in _readings(stands.upper(), letters) if _possible(reading)}
    if len(readings) != 1:
        return Mark(stands, frozenset())
    atoms = readings.pop()
    return Mark(_written(atoms), atoms)


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


def _written(atoms: frozenset[str]) -> str:
    """Atoms as Movie Magic writes them: start first, finish last."""
    return "".join(letter for letter, atom in _LETTERS.items() if atom in atoms)
