"""Which words of a one-liner's line say that somebody must mind what it holds."""

from __future__ import annotations

import pytest

from tests.transforms.sheets import facts
from transforms.planning.hazards import HAZARDS, named
from transforms.planning.scenes import scenes
from transforms.rules import rules

HEAD = "| Scene | I/E | Set | D/N | Pages | Cast | Location | Notes | Synopsis |"
DAY = "| DAY 1 - Monday, March 2, 2026 |"


def held(notes: str = "", synopsis: str = "", set_: str = "QUAY") -> list[str]:
    line = f"| 12 | EXT | {set_} | DAY | 1 2/8 | 1 | Mill | {notes} | {synopsis} |"
    (scene,) = scenes(facts({"One Liner": f"{HEAD}\n{DAY}\n{line}"}))
    return [hazard.what for hazard in HAZARDS if named(scene, hazard)]


@pytest.mark.parametrize(
    ("notes", "what"),
    [
        ("STUNT: roof beam fall, wire", "stunts"),
        ("STUNTS: Lance goes over the rail, 14 ft descender fall", "stunts"),
        ("FIGHT: Teale / Kit on the gangway", "stunts"),
        ("Car crash, no dialogue", "stunts"),
        ("Ben falls off the ladder", "stunts"),
        ("Redcoats fire muskets from ridge", "weapons"),
        ("Kit fires 12-bore over Amos' head (blank)", "weapons"),
        ("1/2 loads x 3", "weapons"),
        ("Swords", "weapons"),
        ("Armed police, 4 SAs", "weapons"),
        ("2 horses + cart", "animals"),
        ("Sheep (20)", "animals"),
        ("Dog (Biscuit)", "animals"),
        ("Hofhund Kalle (Schäferhund) läuft frei im Bild", "animals"),
        ("Zwei Reitpferde", "animals"),
        ("PYRO: barrel", "fire"),
        ("Van on fire", "fire"),
        ("bonfire, 20 SAs", "fire"),
        ("Underwater housing", "water work"),
        ("Ana jumps into the harbour", "water work"),
        ("Simulated sex, closed set", "intimacy"),
        ("Nudity rider on file", "intimacy"),
    ],
)
def test_a_remark_names_it(notes: str, what: str):
    assert held(notes) == [what]


@pytest.mark.parametrize(
    "notes",
    [
        "Gun belt only, no guns",
        "pistol, rubber",
        "water pistol",
        "SAT - Wade and Deputy only",
        "blank look at Ben",
        "hot dogs for the crowd",
        "Dog barks o.s.",
        "dog tags, dead bird",
        "pillow fight",
        "crash aftermath",
        "falls asleep / night falls",
        "LED flames",
        "fire watch req'd",
        "Joe buys him a shot",
        "swimming pool locked",
        "looks into the lake",
        "intimate dinner",
        "galah (trained), handler on set",
        "lanterns",
    ],
)
def test_a_remark_that_only_sounds_like_it(notes: str):
    assert held(notes) == []


@pytest.mark.parametrize("notes", ["Schaukelpferd", "hundert Komparsen", "Seepferdchen"])
def test_german_words_that_only_end_like_an_animal(notes: str):
    assert held(notes) == []


def test_what_is_shot_is_a_remark():
    lines = [
        HEAD.replace("Notes", "What"),
        DAY,
        "| 3 | EXT | QUAY | DAY | 1 | 1 | Mill | blanks | |",
    ]
    (scene,) = scenes(facts({"One Liner": "\n".join(lines)}))
    assert [hazard.what for hazard in HAZARDS if named(scene, hazard)] == ["weapons"]


def test_a_synopsis_and_a_set_must_say_it_outright():
    assert held(synopsis="Kit draws his gun on Amos.") == ["weapons"]
    assert held(synopsis="They fight about the gun that he sold.") == []
    assert held(set_="BARN - Kit fires the shotgun") == ["weapons"]
    assert held(set_="GUN HILL - car ascends") == []
    assert held(set_="STUNTMAN'S BAR - FIGHT NIGHT") == []


@pytest.mark.parametrize("heading", ["Action / notes", "Remarks + Action", "Notes"])
def test_a_column_for_what_happens_and_what_it_needs(heading: str):
    head = HEAD.replace("Notes | Synopsis", heading)
    line = "| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | Mill | drover's dog crosses frame |"
    (scene,) = scenes(facts({"One Liner": f"{head}\n{DAY}\n{line}"}))
    assert [hazard.what for hazard in HAZARDS if named(scene, hazard)] == ["animals"]


def test_columns_of_elements_tell_it_too():
    plan = """
        | Scene | I/E | Set  | D/N | Pages | Cast | Stunts | Weapons | Elements      |
        | DAY 1 - Monday, March 2, 2026 |
        | 1     | EXT | QUAY | DAY | 1 2/8 | 1    | X      |         |               |
        | 2     | EXT | QUAY | DAY | 1 2/8 | 1    | no     | -       | lanterns      |
        | 3     | EXT | QUAY | DAY | 1 2/8 | 1    |        | rubber  | Muskets fired |
    """
    found = {
        scene.number: [hazard.what for hazard in HAZARDS if named(scene, hazard)]
        for scene in scenes(facts({"One Liner": plan}))
    }
    assert found == {"1": ["stunts"], "2": [], "3": ["weapons"]}


@pytest.mark.parametrize(
    ("notes", "position"),
    [
        ("Stunt: fall", "Stunt Co-ordinator"),
        ("Stunt: fall", "Co-ord., Stunts"),
        ("Muskets", "Weapons Master"),
        ("Muskets", "Gun Wrangler"),
        ("2 horses", "Head Wrangler"),
        ("2 horses", "Horse Master"),
        ("Pyro", "SFX Supervisor"),
        ("Bonfire", "Fire Safety Officer"),
        ("Underwater", "Marine Co-ordinator"),
        ("Nudity", "Intimacy Coordinator"),
    ],
)
def test_who_minds_it(notes: str, position: str):
    line = f"| 12 | EXT | QUAY | DAY | 1 2/8 | 1 | Mill | {notes} | |"
    plan = {"One Liner": f"{HEAD}\n{DAY}\n{line}"}
    crew = "| Department | Position | Name |\n| Grip | Key Grip | Tom Oka |\n| Crew | {} | Ida H |"
    check = rules()["coordinator-missing"].issues
    assert len(list(check(facts(plan | {"Crew": crew.format("Data Wrangler")})))) == 1
    assert list(check(facts(plan | {"Crew": crew.format(position)}))) == []


def test_a_department_of_several_minds_nothing_by_its_name():
    crew = """
    | Department                | Position          | Name       | Start      | End        |
    | STUNTS / SAFETY / ANIMALS | Safety Supervisor | Josie Tran | 2026-03-02 | 2026-03-27 |
    """
    line = HEAD.replace("Notes", "Elements / Notes") + (
        f"\n{DAY}\n| 12 | EXT | QUAY | DAY | 1 | 1 | Mill | 2 horses + cart | |"
    )
    (issue,) = rules()["coordinator-missing"].issues(facts({"One Liner": line, "Crew": crew}))
    assert str(issue.at) == "One Liner!H3"
