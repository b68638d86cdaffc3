"""What jobs are called, as words to compare: "1st AC" is a first assistant camera.

``words`` keeps all that a name says, its usual short forms written out; ``loosely`` lets go what
two sheets of one production seldom agree on: "Production Sound Mixer" is the sound mixer, "Props
Master" the property master, "Monteuse" the "Monteur". What is alike only loosely is somebody's only
where nothing else is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from schemas.values.words import fold, listed

_SHORT = {
    "dp": "director photography", "dop": "director photography",
    "cinematographer": "director photography", "ad": "assistant director",
    "ac": "assistant camera", "upm": "unit production manager", "pa": "production assistant",
    "pas": "production assistant", "apoc": "assistant production coordinator",
    "poc": "production coordinator", "dit": "digital imaging technician",
    "lp": "line producer", "bbe": "best boy electric", "bbg": "best boy grip",
    "clt": "chief lighting technician", "hod": "head department",
    "alm": "assistant location manager", "asst": "assistant", "coord": "coordinator",
    "mgr": "manager", "op": "operator", "1st": "first", "2nd": "second", "3rd": "third",
    "ops": "operator", "sup": "supervisor",
    "super": "supervisor", "prod": "production", "dir": "director", "exec": "executive",
    "hmu": "hair makeup", "mua": "makeup artist", "cam": "camera",
}  # fmt: skip
_FILLERS = listed("as played by the role of for no and cast character")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
"""Initials with points: "D.I.T.", "1st A.D."."""

_SAME = {
    "accountant": "acct accountants",
    "assistant": "ass assts assistants assistante assistent assistenz ayudante aux",
    "construction": "const constr",
    "coordinator": "coor co-ordinator coordinateur coordinatrice coordinador",
    "costume": "costumes wardrobe",
    "decorator": "dec",
    "department": "dept depts dpt",
    "electric": "elec elect electrics electrical",
    "first": "1 1er 1re 1ere 1o 1a primer primero primera erste erster",
    "location": "loc locs locations",
    "manager": "mngr managers",
    "operator": "opr oper operators operador operateur",
    "photography": "photo photog photographie fotografia",
    "property": "prop props properties",
    "realisateur": "real realisation",
    "second": "2 2e 2eme 2de 2do 2da segundo segunda zweite zweiter",
    "sfx": "fx",
    "steadicam": "steadi",
    "supervisor": "supv supvr spvr suprv supr svsr superviseur",
    "technician": "tech techs technicians",
    "third": "3 3e 3eme 3a tercer tercero tercera",
    "transportation": "transpo transport transports",
}
_ALIKE = {word: own for own, others in _SAME.items() for word in others.split()}
_PHRASES = (
    ("make up", "makeup"),
    ("unit production manager", "production manager"),
    ("chief lighting technician", "gaffer"),
    ("gaffer gaffer", "gaffer"),
    ("production sound mixer", "sound mixer"),
    ("production mixer", "sound mixer"),
    ("special effect", "sfx"),
    ("visual effect", "vfx"),
    ("focus puller", "first assistant camera"),
    ("clapper loader", "second assistant camera"),
    ("script continuity", "script supervisor"),
    ("scripty", "script supervisor"),
    ("mise scene", "realisateur"),
    ("chef operator image", "director photography"),
    ("chef operator", "director photography"),
    ("directeur photography", "director photography"),
    ("director fotografia", "director photography"),
)
_WEAK = listed("department artist de la le les l d du des der die das el del y et und en")
_ENDINGS = (
    (re.compile(r"(?:eur|euse|rice)$"), "eur"),
    (re.compile(r"(?<=[a-z]{3})iere$"), "ier"),
    (re.compile(r"(?<=[a-z]{3})ienne$"), "ien"),
    (re.compile(r"assisten(?:z|tin)$"), "assistent"),
    (re.compile(r"leit(?:ung|erin)$"), "leiter"),
    (re.compile(r"(?<=[a-z]{3})erin$"), "er"),
    (re.compile(r"(?<=[a-z]{4})ora$"), "or"),
    (re.compile(r"^jefa$"), "jefe"),
)
"""What only tells a man's job from a woman's, or the job from who does it."""


@lru_cache(maxsize=8192)
def in_full(text: object) -> str:
    """A job with its usual short forms written out: "Boom Op" is "boom operator"."""
    return " ".join(_spelt(text))


@lru_cache(maxsize=8192)
def words(text: object) -> frozenset[str]:
    """A name's words, jobs' usual short forms written out: "1st AD", first assistant director."""
    return frozenset(_spelt(text)) - _FILLERS


@lru_cache(maxsize=8192)
def loosely(text: object) -> frozenset[str]:
    """The words of a job that two sheets of a production agree on."""
    said = " ".join(_singular(_ALIKE.get(word, word)) for word in _spelt(text) if word not in _WEAK)
    for phrase, other in _PHRASES:
        said = re.sub(rf"\b{phrase}\b", other, said)
    return frozenset(said.split()) - _FILLERS - _WEAK


def _spelt(text: object) -> list[str]:
    """The words in order, written out."""
    dotless = (
        _DOTTED.sub(lambda match: match[0].replace(".", ""), text) if isinstance(text, str) else ""
    )
    plain = " ".join(re.findall(r"[^\W_]+", fold(dotless)))
    said = plain.replace("principal photography", "shoot").replace("make up", "makeup")
    return [part for word in said.split() for part in _SHORT.get(word, word).split()]


def _singular(word: str) -> str:
    """One of several, a man's job or a woman's."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = _ALIKE.get(word[:-1], word[:-1])
    for ending, other in _ENDINGS:
        word = ending.sub(other, word)
    return _ALIKE.get(word, word)
