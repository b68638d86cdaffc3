"""What a scene may hold that somebody must mind, by the words of its line.

Words are looked for in remarks, where a single one tells, and in synopses and what a set's name
goes on with ("BARN - Kit fires the shotgun"), where only plain statements do. A word beside them
may say that it is none: "rubber gun", "no horses", "toy pistol", "dog barks o.s.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from model.cell import Cell
from transforms.planning.scenes import Scene
from transforms.words import plain


@dataclass(frozen=True, slots=True)
class Hazard:
    """What a scene may hold, in a remark and in a synopsis, what is none, and who minds it."""

    what: str
    remark: re.Pattern[str]
    synopsis: re.Pattern[str]
    none: re.Pattern[str]
    position: re.Pattern[str]
    who: str


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


_GUN = (
    r"(?:guns?|pistols?|rifles?|shot ?guns?|revolvers?|muskets?|carbines?|hand ?guns?|side ?arms?|"
    r"weapons?|\d+ ?(?:bore|gauge)|machine ?guns?|glocks?|uzis?|ak ?47s?)"
)
_WHOSE = r"(?:a|an|the|his|her|their|its|two|\w+'s)"
_VEHICLE = r"(?:car|van|truck|lorry|bus|vehicle|bike|motor ?bike|motorcycle|boat|horse|quad)"
_FROM = r"(?:roof|balcony|ladder|horse|bridge|rail(?:ing)?|cliff|window|stairs|tower|wall|bike)"

STUNTS = Hazard(
    "stunts",
    _any(
        r"stunts?(?: ?work)?|(?:fist |knife |sword |gang |bar )?fights?|fighting|brawls?",
        r"fight (?:choreo\w*|rehears\w*|sequence|scene)|punch[ -]?up",
        rf"{_VEHICLE} (?:crash(?:es)?|hits?|chase|pursuit|flips?|rolls?|over ?turns?|jump|fall)",
        r"foot (?:chase|pursuit)|near miss(?:es)?|knock ?downs?|pipe ramp|cannon roll",
        r"(?:high|stair|back|horse|saddle) falls?|descenders?|ratchets?|jerk ?(?:vest|back)s?",
        r"wire ?(?:work|gags?|rig)|on wires?|air ?bags?|box rig|crash ?(?:mats?|pads?)",
        r"\d+ ?(?:ft|foot|feet|m|met(?:re|er)s?) (?:\w+ )?(?:falls?|drop|jump)",
        rf"(?:falls?|jumps?|thrown|pushed) (?:from|off|over|through|down) (?:\w+ )?{_FROM}",
        r"full (?:body )?burn|fire burn|precision driv\w+|cascades?|bagarre|acrobacias",
        r"especialistas|peleas?|caida|schlagerei|prugelei|sturz|verfolgungsjagd",
    ),
    _any(
        r"stunts?|fist ?fight|brawls?|fight breaks out|car crash(?:es)?",
        rf"(?:hit|struck|run over|knocked down) by {_WHOSE} {_VEHICLE}",
        rf"(?:falls?|jumps?|is thrown|is pushed) (?:from|off|over|through) (?:\w+ )?{_FROM}",
    ),
    _any(r"(?:\w+ )?aftermath(?: of .*)?|(?:verbal|pillow|snowball|food|fire|gun) ?fight\w*"),
    re.compile(
        r"\bstunts? ?(?:co ?ord|dir|superv|master|arrang|koord)|\bstuntkoord|\bcascad|"
        r"\bco ?ord\w*\.?,? ?[(/]?(?:of )?stunts?|\baction (?:co ?ord|dir)|"
        r"\b(?:fight|sword) (?:co ?ord|dir|choreo|arrang|master)|"
        r"\bcoord\w* de (?:accion|stunts|especialistas)"
    ),
    "stunt coordinator",
)
WEAPONS = Hazard(
    "weapons",
    _any(
        _GUN,
        r"fire ?arms?|blanks?|blank (?:fir\w+|ammo|rounds?)|(?:full|half|quarter|1/[24]) loads?",
        r"gun ?fire|gun ?shots?|gun ?fights?|shots? fired|shoot ?outs?|muzzle flash\w*|open fire",
        r"squibs?|bullet hits?|firing squad|cannons?|mortars?|grenades?|rocket launchers?",
        r"swords?|sabres?|sabers?|rapiers?|bayonets?|daggers?|machetes?|spears?|cross ?bows?",
        r"bows? (?:and|&|\+) arrows?|archers?|archery|armed (?:police|officers|guards|response)",
        r"\d+ ?ga\b|waffen?|pistolen?|gewehre?|schuss|schusse|schusswechsel|platzpatronen",
        r"armes?|fusils?|pistolets?|coups? de feu|tir a blanc|tirs? a blanc",
        r"armas?|pistolas?|escopetas?|disparos?|tiroteo|fogueo",
    ),
    _any(
        r"fire ?arms?|gun ?fire|gun ?shots?|gun ?fights?|shoot ?outs?|opens? fire|at gun ?point",
        r"(?:fires?|firing|draws?|points?|aims?|pulls?|raises?|loads?|cocks?|grabs?|waves?|"
        rf"brandish\w*|shoots?) (?:{_WHOSE} )?{_GUN}",
    ),
    _any(
        r"(?:water|glue|nail|heat|staple|paint\w*|radar|nerf|squirt|cap|tattoo|massage) ?"
        r"(?:guns?|pistols?)|gun ?(?:belts?|rooms?|shops?|cabinets?|cases?|racks?)|top gun",
        r"jumps? the gun|blank (?:\w+ )?(?:"
        r"look|stare|face|page|wall|screen|paper|canvas|cheque|check)|cannon ?ball",
    ),
    re.compile(
        r"\barmou?re?r|\bweapons?\b|\bfire ?arms?\b|\bguns? (?:wrangler|handler|master|safety)|"
        r"\bwaffenmeister|\bwaffen|\barmurier|\barmero|\bmaestro de armas"
    ),
    "armourer",
)
ANIMALS = Hazard(
    "animals",
    _any(
        r"animals?|horses?|ponies|pony|mules?|donkeys?|camels?|elephants?|dogs?|puppy|puppies",
        r"cats?|kittens?|goats?|sheep|lambs?|cows?|calves|bulls?|oxen|cattle|pigs?|piglets?",
        r"chickens?|hens?|roosters?|geese|birds?|parrots?|cockatoos?|galahs?|hawks?|falcons?|"
        r"eagles?|owls?|ravens?|crows|pigeons?|doves?|swans?|livestock|herd|k ?9s?",
        r"snakes?|lizards?|spiders?|tarantulas?|bees|insects|cockroaches|rats?|mice|rabbits?|"
        r"wol(?:f|ves)|bears?|lions?|tigers?|monkeys?|deer|kangaroos?|alligators?|crocodiles?",
        r"tiere?|(?!schaukel|stecken|holz|see|nil)\w*pferde?|\w*hunde?|\w*katzen?|kuhe?|schafe?|"
        r"ponys?|welpen?|ziegen?|huhner|vogel|animaux|chevaux|cheval|chiens?|chats?",
        r"vaches?|moutons?|oiseaux?|animales|caballos?|perros?|gatos?|vacas?|ovejas?|toros?",
    ),
    _any(
        r"horses|on horse ?back|animals|(?:rides?|leads?|saddles?|mounts?) "
        rf"{_WHOSE} (?:horse|pony|mule|camel)|horse (?:rears|bolts|gallops)",
    ),
    _any(
        r"\w+ barks?|barking(?: dogs?)?|hot dogs?|(?:dog|cat|horse|animal|bird) ?(?:tags?|leash|"
        r"lead|bowls?|collars?|"
        r"food|kennel|bed|basket|shelter|walk|park|box|trailer|float|shoe|hair|fur|play|prints?|"
        r"cages?|lovers?|costumes?|masks?)",
        r"bird ?'?s ?eye|crow ?'?s nest|(?:dead|stuffed|rocking) \w+|bear (?:hug|with|in mind)|"
        r"chicken (?:dinner|soup|salad|wings|wire)|lion ?'?s share|calls? of .*",
    ),
    re.compile(
        r"(?<!data )(?<!media )(?<!car )(?<!vehicle )(?<!baby )(?<!child )(?<!gun )(?<!crowd )"
        r"(?<!extras )\bwrangler|"
        r"\banima(?:ls?|les|ux)\b|\bhorse(?:s|men|man|master)?\b|\bequi(?:ne|estrian)|\bk ?9\b|"
        r"\b(?:dogs?|cats?|birds?|reptile|livestock|snake|bee)s? ?(?:handler|trainer|master)|"
        r"\btier(?:trainer|betreu|koord|pfleg)|\b(?:pferde|hunde)(?:train|betreu|wirt|pfleg|fuhr)|"
        r"\bdress(?:eu[rs]|age)|\bmaitre chien|\becuy(?:er|ere)\b|\badiestrador|\bdomador|"
        r"\bcaballer(?:ango|iz)|"
        r"(?<!gun )(?<!weapons )(?<!boat )\bhandler\b"
    ),
    "animal wrangler",
)
FIRE = Hazard(
    "fire",
    _any(
        r"pyro\w*|explosions?|explosives?|explodes?|fire ?balls?|fire (?:gags?|effects?|sfx|fx)",
        r"flame ?(?:bars?|throwers?)|flames|flaming|(?:live|real|practical|open) (?:fire|flames?)",
        r"(?:on|sets?) fire|fire ?bombs?|petrol bombs?|molotovs?|bon ?fires?|camp ?fires?",
        r"burning|ablaze|set alight|fire ?works|(?:barrel|oil drum|car|house|barn|boat) fires?",
        r"feuer|feuerwerk|explosionen|incendie|feux? d'artifice|incendio|fuego|pirotecnia",
    ),
    _any(
        r"explosions?|explodes?|bursts? into flames|(?:is|on|catch\w*|sets?\b.{0,20}) on fire",
        r"burns? down|ablaze|bon ?fire|camp ?fire",
    ),
    _any(r"(?:leds?|flicker|unlit|smell of)\b.*|burning (?:question|candles?)"),
    re.compile(
        r"\bspecial effects\b|\bs ?p?fx\b|\bs\.f\.x|\bpyro|\bfire (?:safety|marshal|officer|watch|"
        r"warden|chief|co ?ord)|\bfire ?(?:fighter|man)|\beffets speciaux|\bartificier|"
        r"\bspezialeffekt|\befectos especiales|\bpirotecn|\bfx (?:sup|co ?ord|tech)"
    ),
    "special effects supervisor or fire officer",
)
WATER = Hazard(
    "water work",
    _any(
        r"under ?water|water ?work|(?:in|into|under) the (?:water|river|lake|sea|surf|canal|pool)",
        r"swim|swims|swimming(?! (?:pool|costume|trunks))|drown\w*|scuba|over ?board|capsiz\w*",
        r"(?:dives?|diving|jumps?|falls?) in(?:to)? (?:\w+ )?(?:water|river|lake|sea|harbou?r|"
        r"canal|pool|dock|tank)|water tank|wad(?:es|ing)|surfing",
        r"unterwasser|schwimmt|sous l'eau|nage|bajo el agua|nada en",
    ),
    _any(
        r"under ?water|swims|drown(?:s|ing)|over ?board",
        r"(?:dives?|jumps?|falls?) into (?:\w+ )?(?:water|river|lake|sea|harbou?r|canal|pool)",
    ),
    _any(r"(?:dry for wet|look\w*|star(?:es?|ing)|reflect\w*|skim\w*|threw|throw\w*)\b.*"),
    re.compile(
        r"\bmarine\b|\bwater (?:safety|co ?ord|unit|super)|\bsafety div|\bdiv(?:er|ing|e)\b|"
        r"\blife ?guard|\bswim|\bboat|"
        r"\bstunts? ?(?:co ?ord|dir|superv|master|arrang|koord)|\bstuntkoord|\bcascad|\bplongeur|"
        r"\btaucher|\bbuzo|\bsocorrista|\brescue"
    ),
    "marine coordinator or safety diver",
)
INTIMACY = Hazard(
    "intimacy",
    _any(
        r"intimacy|intimate|nudity|nude|naked|(?:simulated |sim )?sex(?: scene)?|love ?(?:scene|"
        r"making)|modesty (?:wear|garments?|patch)|intimszene|nacktszene|scene intime|nudite",
        r"intimite|intimidad|desnudos?|escena de sexo",
    ),
    _any(r"nudity|nude|simulated sex|sex scene|love scene|makes? love|making love|have sex"),
    _any(r"intimate (?:dinner|talk|chat|conversation|moment|lighting|venue)|same sex|sex ed\w*"),
    re.compile(r"\bintimac|\bintim\w*koord|\bintim\w* (?:co ?ord|koord)|\bintimi(?:te|dad)\b"),
    "intimacy coordinator",
)
HAZARDS = (STUNTS, WEAPONS, ANIMALS, FIRE, WATER, INTIMACY)

_NONE = _any(
    r"no|non|without|w/o|not|never|fake|toy|prop|rubber|plastic|replica|dummy|stuffed|statue|cgi",
    r"vfx|cg|painting|photos?|(?:a|framed) picture|poster|sound|sfx only|noise|off ?screen|heard",
    r"o ?\.?s\.?|foam|costume|mask|v\.?o\.?|on tv|cartoon|carved|mentions?|mentioned|talk of",
    r"ohne|keine?|sans|sin",
)
"""Words that make any of them none."""
_NONE_ALONE = re.compile(rf"{_NONE.pattern}(?: only)?")
_CLAUSE = re.compile(r"[.;\n|]+(?=\s|$)|,|\s/\s|\s[-–—+&]\s|\b(?:then|but)\b")
_THERE = re.compile(
    r"(?:^|\b)(?:with |w/ ?|inc\w* )?{} ?(?:is )?(?:on set|booked|confirmed|supplied|provided|"
    r"in attendance|present)\b".replace(
        "{}",
        r"(?:co ?ordinator|co ?ord|armou?rer|handler|wrangler|trainer|marshal|officer|diver|"
        r"supervisor|lifeguard)",
    )
)
"""What says that whoever minds it is there, whom the crew list need not name."""
_OWN = {"stunts": STUNTS, "weapons": WEAPONS, "animals": ANIMALS}
"""Columns that are about one hazard, whatever they say of it."""
_NOTHING = re.compile(r"(?:no|n|none|false|0|n/?a|nil|[-–—.]+|tb[cd]|\?)?")


def named(scene: Scene, hazard: Hazard) -> Cell | None:
    """The cell that says that a scene holds it, if one does."""
    if _THERE.search(plain(scene.notes)):
        return None
    for name, text in scene.elements:
        own = _OWN.get(name) is hazard and not _NOTHING.fullmatch(plain(text).strip())
        if own and not _NONE.search(plain(text)):
            return scene.cell(name)
    said = (("notes", scene.notes), *scene.elements, ("under", scene.under))
    told = (("synopsis", scene.synopsis), ("set", _goes_on(scene.set)))
    for texts, pattern in ((said, hazard.remark), (told, hazard.synopsis)):
        for name, text in texts:
            if any(_holds(clause, pattern, hazard) for clause in _clauses(text)):
                return scene.cell(name)
    return None


def _goes_on(text: str) -> str:
    """What a set's name in capitals goes on with in small letters: "BARN - Kit is shot"."""
    head, _, rest = text.partition(" - ")
    return rest if head.isupper() and any(map(str.islower, rest)) else ""


def _clauses(text: str) -> Iterator[str]:
    """A text's clauses; one that only says that the last was none goes with it ("gun, rubber")."""
    parts = [part.strip() for part in _CLAUSE.split(plain(text)) if part.strip()]
    for part, after in zip(parts, [*parts[1:], ""], strict=False):
        yield f"{part} {after}" if _NONE_ALONE.fullmatch(after) else part


def _holds(clause: str, pattern: re.Pattern[str], hazard: Hazard) -> bool:
    return not _NONE.search(clause) and bool(pattern.search(hazard.none.sub(" ", clause)))
