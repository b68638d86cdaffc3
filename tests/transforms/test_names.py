"""Names that may be one person's: exactly, in spite of a difference, or perhaps."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cell import Cell
from tests.transforms.sheets import facts, production, read
from transforms.facts import Facts
from transforms.people.identities import Mention, identities
from transforms.people.names import alike, misspelt, name, why_same
from transforms.rules import rules

SHORT, INITIAL, LEFT_OUT = (
    "the short form of a given name",
    "an initial",
    "a name that one of them leaves out",
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Ruiz", "RUIZ, Jose"),
        ("Mia O'Neill", "O’NEILL, MIA"),
        ("Ana García-Moreno", "Ana Garcia Moreno"),
        ("Tom Hart Jr.", "Tom Hart, Jr"),
        ("Tom Hart (DP)", "Tom Hart - Stunt double"),
        ("Dr. Ida Lindgren", "Ida Lindgren, ASC"),
        ("Bjørn Sæther", "Bjorn Saether"),
        ("Liz Taylor aka The Cat", "Liz Taylor"),
    ],
)
def test_one_name_in_two_hands(one, other):
    assert name(one).key == name(other).key


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Bob Smith", "SMITH, Robert", SHORT),
        ("Rob Smith", "Bob Smith", SHORT),
        ("Pepe Ruiz", "José Ruiz", SHORT),
        ("Uli Maier", "Ulrich Maier", SHORT),
        ('William "Billy" Roy', "Billy Roy", SHORT),
        ("William (Bud) Roy", "Bud Roy", SHORT),
        ("J. Smith", "John Smith", INITIAL),
        ("John A. Smith", "John Andrew Smith", INITIAL),
        ("John A. Smith", "John Smith", LEFT_OUT),
        ("Ana Moreno Ruiz", "Ana Moreno", LEFT_OUT),
        ("De La Cruz, Rosa", "Rosa Delacruz", "a space"),
        ("Joerg Hoelzl", "Jörg Hölzl", "umlauts that one of them writes out"),
        ("MUELLER, Bjoern", "Björn Müller", "umlauts that one of them writes out"),
        ("Doe Marks", "Do Marks", None),
        ("Moreno Ana", "Ana Moreno", "the order of the names"),
        ("Tom Hart Jr.", "Tom Hart", '"jr"'),
        ("Ana Moreno", "Anna Moreno", None),
        ("Tom Hart Jr.", "Tom Hart Sr.", None),
        ("John A. Smith", "John B. Smith", None),
        ("Mark Owens", "Mary Owens", None),
        ("Bob", "Robert Smith", None),
    ],
)
def test_names_that_differ_as_names_do(one, other, why):
    assert why_same(name(one), name(other)) == why_same(name(other), name(one)) == why


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Tomasz Bielak", "Tomasz Beilak", True),
        ("Tomasz Bielak", "Tomas Bielak", True),
        ("Ana Moreno", "Anna Moreno", True),
        ("Bernardo Kuri", "Bernardo Curi", True),
        ("Bernardo Kuri", "Bernardo Muri", False),
        ("Ana Moreno", "Ana Moreno", False),
        ("Dan Lee", "Don Lee", False),
        ("Darko Simic", "Marko Simic", False),
        ("Peter Lindh", "Peter Windh", False),
        ("Cop 1 North", "Cop 2 North", False),
        ("Tom Hart Jr.", "Tom Harte Sr.", False),
    ],
)
def test_slips_of_the_keys(one, other, slip):
    assert misspelt(name(one), name(other)) is misspelt(name(other), name(one)) is slip


CREW = """
    | Department | Position  | Name            | Start Date |
    | Grip       | Key Grip  | Bob Lindgren    | 2026-03-02 |
    | Grip       | Best Boy  | Okafor, Tom A.  | 2026-03-02 |
    | Camera     | DP        | Ana Moreno      | 2026-03-02 |
    | Camera     | 1st AC    | Tomasz Bielak   | 2026-03-02 |
    | Sound      | Mixer     | J. Park         | 2026-03-02 |
    | Sound      | Boom      | Jo Park         | 2026-03-02 |
"""
DAYS = """
    | Crew             | 3/2 | 3/3 |
    |                  | Mon | Tue |
    | LINDGREN, Robert | SW  | WF  |
    | Tom Okafor       | SW  | WF  |
    | MORENO, Ana      | SW  | WF  |
    | Tomasz Beilak    | SW  | WF  |
    | PARK, Joanna     | SW  | WF  |
"""


def test_a_nickname_and_last_first_are_joined_a_slip_and_a_doubtful_one_are_not():
    known = facts({"Crew List": CREW, "Crew Days": DAYS})
    crew = known.table("crew")
    assert crew is not None
    joined = {
        str(known.dood.elements.at[label, "name"]): [
            str(crew.frame.at[row, "name"]) for row in rows
        ]
        for label, rows in known.roster.crew.items()
    }
    assert joined == {
        "LINDGREN, Robert": ["Bob Lindgren"],
        "Tom Okafor": ["Tom A. Okafor"],
        "MORENO, Ana": ["Ana Moreno"],
    }


def test_every_join_that_is_not_exact_is_disclosed_and_every_slip_suggested():
    made = production()
    reading, _ = read({"Crew List": CREW, "Crew Days": DAYS}, made)
    known = Facts(reading.tables, made)
    told = {
        (issue.code, issue.at.a1, issue.related[0].a1)
        for code in ("name-matched-loosely", "name-spelt-two-ways")
        for issue in rules()[code].issues(known)
    }
    assert told == {
        ("name-matched-loosely", "A3", "C2"),
        ("name-matched-loosely", "A4", "C3"),
        ("name-spelt-two-ways", "A6", "C5"),
    }


def test_a_slip_is_told_once():
    made = production()
    tabs = {
        "Cast List": """
            | No. | Role   | Performer   |
            | 1   | GEORGE | Ana Moreno  |
            | 2   | WINSTON | Ben Adeyemi |
        """,
        "DOOD": """
            | Cast      | 3/2 | 3/3 |
            |           | Mon | Tue |
            | 1.GEORGE  | SW  | WF  |
            | WINSTIN   | SW  | WF  |
        """,
    }
    known = Facts(read(tabs, made)[0].tables, made)
    told = [
        issue.code
        for rule in rules().values()
        if not rule.lacks(known)
        for issue in rule.issues(known)
    ]
    assert told == ["name-spelt-two-ways"]


def test_three_spellings_on_three_sheets_are_one_person():
    mentions = [
        Mention(text, Cell(sheet, 1, 1), sheet)
        for text, sheet in (("Bob Roy", "crew"), ("ROY, Robert", "dood"), ("Rob Roy", "payroll"))
    ]
    assert len({identities(mentions).of(mention.text) for mention in mentions}) == 1


def test_the_job_tells_which_of_two_is_meant():
    mentions = [
        Mention("John Smith", Cell("crew", 1, 1), "crew", "key grip"),
        Mention("Jack Smith", Cell("crew", 2, 1), "crew", "gaffer"),
        Mention("J. Smith", Cell("payroll", 1, 1), "payroll", "gaffer"),
    ]
    known = identities(mentions)
    assert known.of("J. Smith") == known.of("Jack Smith") != known.of("John Smith")


@pytest.mark.parametrize(
    ("job", "suspected"), [("Oberbeleuchter", 1), ("Beleuchter", 0), ("Szenenbild", 0)]
)
def test_a_job_by_its_letters_is_no_other_job(job: str, suspected: int):
    mentions = [
        Mention("Ludwig Stadlbauer", Cell("crew", 1, 1), "crew", job.lower()),
        Mention("Ludwig Stadelbauer", Cell("days", 1, 1), "days", "ob"),
    ]
    assert len(identities(mentions).suspected) == suspected


def test_a_role_joined_by_its_number_is_told_if_it_is_misspelt():
    known = facts(
        {
            "Cast List": """
                | No. | Role       | Performer   |
                | 1   | BEN CARTER | Tom Okafor  |
                | 2   | BEN        | Ben Adeyemi |
            """,
            "DOOD": """
                | Cast        | 3/2 | 3/3 |
                |             | Mon | Tue |
                | 1.BEN CATER | SW  | WF  |
                | 2.OLD BEN   | SW  | WF  |
            """,
        }
    )
    (told,) = rules()["name-spelt-two-ways"].issues(known)
    assert (told.at.a1, told.related[0].a1) == ("A3", "B2")
    assert len(known.roster.cast) == 2


GIVEN = ["Ana", "Bob", "Robert", "Rob", "Tom", "Thomas", "J.", "John", "Jack", "Tomasz"]
FAMILY = ["Moreno", "Smith", "Smyth", "Park", "Okafor", "Lindgren"]
PEOPLE = st.tuples(
    st.sampled_from(GIVEN), st.sampled_from(["", "A. ", "Ruiz "]), st.sampled_from(FAMILY)
).map(lambda parts: f"{parts[0]} {parts[1]}{parts[2]}")
MENTIONS = st.lists(
    st.tuples(PEOPLE, st.sampled_from(["crew", "dood", "payroll"]), st.sampled_from(["", "grip"])),
    max_size=9,
)


@given(MENTIONS, st.randoms(use_true_random=False))
def test_who_is_who_does_not_hang_on_the_order_of_the_rows(drawn, random):
    mentions = [
        Mention(text, Cell(sheet, row, 1), sheet, job)
        for row, (text, sheet, job) in enumerate(drawn, start=1)
    ]
    found = identities(mentions)
    random.shuffle(mentions)
    assert identities(mentions) == found


@given(MENTIONS)
def test_two_names_of_one_sheet_are_two_people(drawn):
    mentions = [
        Mention(text, Cell(sheet, row, 1), sheet, job)
        for row, (text, sheet, job) in enumerate(drawn, start=1)
    ]
    known = identities(mentions)
    for one, other in permutations(mentions, 2):
        if one.sheet == other.sheet and name(one.text).key != name(other.text).key:
            assert known.of(one.text) != known.of(other.text)


def test_whom_a_list_gives_a_nickname_is_known_by_it_whatever_the_job():
    crew = """
        | Department | Position      | Last | First          | Start Date |
        | Camera     | B Cam 1st AC  | GILL | Jaspreet (Jas) | 2026-03-02 |
        | Grip       | Key Grip      | DUNN | Robert         | 2026-03-02 |
    """
    days = """
        | Crew member | Covering | 3/2 | 3/3 |
        |             |          | Mon | Tue |
        | Jas Gill    | 2nd body | SW  | WF  |
        | Bob Dunn    | Gaffer   | SW  | WF  |
    """
    known = facts({"Crew List": crew, "Crew Days": days})
    assert known.identities.of("Jas Gill") == known.identities.of("Jaspreet Gill")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("LEFÈVRE-MARCHAL Quentin", "Quentin Lefevre-Marchal"),
        ("DE WAELE Ingrid", "Ingrid de Waele"),
        ("MORENO Ana Maria", "Ana Maria Moreno"),
    ],
)
def test_a_family_name_in_capitals_may_stand_first(typed: str, plain: str):
    assert name(typed) == name(plain)


def test_initials_and_whole_names_in_capitals_keep_their_order():
    assert name("JT Mack").words == ("jt", "mack")
    assert name("ANA MORENO").words == ("ana", "moreno")


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("nrusehale", "nursehale", True),
        ("detooknjo", "detokonjo", True),
        ("marko", "mrako", True),
        ("ben", "bne", False),
        ("marko", "okram", False),
        ("day12", "day21", False),
    ],
)
def test_two_letters_that_changed_places_are_one_slip(one: str, other: str, slip: bool):
    assert alike(one, other) is slip
