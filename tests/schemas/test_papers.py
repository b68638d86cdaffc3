"""Columns that say whether a memo is signed and the paperwork in, however they are written."""

from __future__ import annotations

import pytest

from schemas.values import marks, rates
from tests.schemas.reading import issues, production, reading


def only(text: str, **kwargs: object):
    (table,) = reading(text, **kwargs).tables
    return table


SIGNED = """fully exec. 3/2 | Signed 3/1/26 JB | DocuSigned | sent, signed back 3/3 | Y - JB |
    x (copy in binder) | on file w/ legal | signé le 12/03 | ja, 12.03. | zurück | firmado 12/3 |
    AL 3/1"""
UNSIGNED = """missing I-9 | rec'd 3/1, missing W-4 | complete except I-9 | out to agent |
    out for sig | not in | no, chasing | to be signed | due 3/4 | awaiting countersign |
    verbal only | nein - liegt bei Agentur | noch nicht zurück | verschickt 12.3. | non signé |
    relancé le 20/04 | enviado, falta firma | pendiente de firma | sin firmar |
    with agent | w/ business affairs | in process | to come | coming Monday | à faire | to do |
    awaited | chasing | en cours | chez l'agent | à compléter | in Bearbeitung | liegt beim Anwalt |
    folgt | kommt | bei Agentur | en trámite | por hacer | con la agencia | en camino"""


def test_remarks_that_say_that_a_paper_is_back():
    said = [text.strip() for text in SIGNED.split("|")]
    assert {text for text in said if marks.mark(text) is not True} == set()


def test_remarks_that_say_that_it_is_not():
    said = [text.strip() for text in UNSIGNED.split("|")]
    assert {text for text in said if marks.mark(text) is not False} == set()


@pytest.mark.parametrize(
    "text",
    ["signed?", "with Ben", "see remarks", "5", "DECLINED 1/22", "en famille", "incoming call"],
)
def test_remarks_that_say_neither(text: str):
    assert not isinstance(marks.mark(text), bool | None)


def test_an_accountants_crew_list_with_its_headings():
    table = only(
        """
        | Code  | Position | Last Name, First | Deal Rate | per  | Start  | Thru     | Memo | Start pkt |
        | CAMERA |
        | 33-01 | DP       | Renner, Matthias | $11,000   | week | 9/8/25 | 10/17/25 | x    | x         |
        | 33-02 | Operator | Obi, Chidi       | $4,300    | week | 9/8/25 | 10/17/25 |      | x         |
        """  # noqa: E501
    )
    assert table.kind == "crew"
    assert list(table.frame["name"]) == ["Matthias Renner", "Chidi Obi"]
    assert list(table.frame["account"]) == ["33-01", "33-02"]
    assert list(table.frame["deal_memo"]) == [True, None]
    assert list(table.frame["start_paperwork"]) == [True, True]


CAST = """
    | CAST + DEALS |
    | # | Role  | Name       | Eps | Deal from | Deal to   | Deal memo | Start paperwork |
    | 1 | Jack  | Tobias Lim | 1-3 | 9-Mar-26  | 24-Apr-26 | signed    | complete        |
    | 2 | Ella  | Sunita Rao | 1-3 | 10-Mar-26 | 22-Apr-26 | out       | missing I-9     |
"""


def test_a_cast_lists_start_paperwork_and_no_first_line_in_its_heading():
    table = only(CAST)
    assert table.header_rows == (2,)
    assert list(table.frame["deal_memo"]) == [True, False]
    assert list(table.frame["start_paperwork"]) == [True, False]
    assert table.cell(4, "start_paperwork").a1 == "H4"
    assert table.cell(4, "end_date").a1 == "F4"


@pytest.mark.parametrize(
    ("locale", "heading", "signed", "not_signed"),
    [
        ("en_US", "Contract", "signed", "out for signature"),
        ("fr_FR", "Contrat", "signé", "non signé"),
        ("es_ES", "Contrato", "firmado", "pendiente"),
        ("en_US", "Deal", "x", "no"),
    ],
)
def test_a_contracts_column_of_marks_is_the_memo(
    locale: str, heading: str, signed: str, not_signed: str
):
    table = only(
        f"""
        | #  | Character | Actor      | {heading}    |
        | 1  | GEORGE    | Ana Moreno | {signed}     |
        | 2  | MARY      | Ben Ode    | {not_signed} |
        """,
        given=production(locale=locale),
    )
    assert list(table.frame["deal_memo"]) == [True, False]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("DECLINED", "declined"),
        ("declined 1/22 - other show", "declined"),
        ("Passed", "declined"),
        ("cancelled", "declined"),
        ("abgesagt", "declined"),
        ("refusé le 20/02", "declined"),
        ("pending", None),
        ("declined kit rental", None),
    ],
)
def test_who_declined_where_the_contracts_state_stands_has_no_deal(said: str, status: str | None):
    found = reading(
        f"""
        | #  | Role   | Performer  | Contract  | Start packet |
        | 1  | GEORGE | Ana Moreno | Signed    | Y            |
        | 2  | MARY   | Ben Ode    | Out 2/3   |              |
        | 3  | ZUZU   | Cleo Par   | {said}    |              |
        """
    )
    (table,) = found.tables
    assert list(table.frame["status"]) == [None, None, status]
    unread = [("unreadable-mark", "D4")] if "kit" in said else []
    assert issues(found) == unread


def test_a_contracts_column_of_terms_is_none():
    table = only(
        """
        | #  | Character | Actor      | Contract    |
        | 1  | GEORGE    | Ana Moreno | weekly      |
        | 2  | MARY      | Ben Ode    | $1,204/day  |
        """
    )
    assert list(table.frame["deal"]) == ["weekly", "$1,204/day"]
    assert not table.has("deal_memo")


def test_the_memo_that_came_back_counts_and_not_the_one_sent():
    table = only(
        """
        | Position | Name    | Phone    | DM out | DM back |
        | DP       | Ana Moreno | 555-0100 | 3/1 | 3/2     |
        | Gaffer   | Ben Ode | 555-0101 | 3/1    |         |
        """
    )
    assert list(table.frame["deal_memo"]) == [True, None]
    assert table.cell(3, "deal_memo").a1 == "E3"


def test_who_types_not_needed_wants_no_paper():
    found = reading(
        """
        | Position | Name       | Deal Memo  | Start Paperwork |
        | DP       | Ana Moreno | N/A        | not required    |
        | Gaffer   | Ben Ode    | exempt     | -               |
        | Stunts   | Wil Arsen  | on PO 0149 | BC 0149         |
        | Key Grip | Cleo Par   | TBD        |                 |
        """
    )
    (table,) = found.tables
    assert list(table.frame["deal_memo"]) == [True, True, True, None]
    assert list(table.frame["start_paperwork"]) == [True, None, True, None]
    assert issues(found) == []


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("HRLY RATE", "hour"),
        ("Stundenlohn", "hour"),
        ("Tagessatz", "day"),
        ("Wochenlohn brutto", "week"),
        ("Tarifa jornada", "day"),
        ("Flat day", "day"),
        ("Flat/Day", None),
        ("day or week", None),
        ("Rate", None),
    ],
)
def test_the_unit_that_a_headings_words_say(heading: str, unit: str | None):
    assert rates.unit_in(heading) == unit


LISTED = """
    | Dept   | Position | Name       | Start | {} |
    | Camera | DP       | Ana Moreno | 3/2   | {} |
    | Grip   | Key Grip | Ben Ode    | 3/2   | {} |
"""


@pytest.mark.parametrize(
    ("headings", "field", "at"),
    [
        ("DM sent \\| DM signed", "deal_memo", "F"),
        ("Contract issued \\| Contract rtnd", "deal_memo", "F"),
        ("Vertrag raus \\| Vertrag zurück", "deal_memo", "F"),
        ("Phone \\| Deal memo on file", "deal_memo", "F"),
        ("Handy \\| DV zurück", "deal_memo", "F"),
        ("Deal \\| Wk rate £", "deal_memo", "E"),
        ("Phone \\| Start wk?", "start_paperwork", "F"),
        ("Phone \\| Start docs in?", "start_paperwork", "F"),
    ],
)
def test_a_column_of_marks_is_told_by_its_words(headings: str, field: str, at: str):
    money = "£" in headings
    marks_of = ("x \\| 1,800", "no \\| 1,500") if money else ("x \\| x", "x \\| no")
    text = LISTED.format(headings, *marks_of).replace("\\|", "|")
    table = only(text, given=production(locale="en_GB"))
    assert table.cell(3, field).a1 == f"{at}3"
    assert list(table.frame[field]) == [True, False]
    assert not money or list(table.frame["rate"].astype(int)) == [1800, 1500]


def test_each_form_has_its_column():
    table = only(
        """
        | Dept   | Position | Name       | Start | I-9 | W-4     | Start form |
        | Camera | DP       | Ana Moreno | 3/2   | x   | x       | x          |
        | Grip   | Key Grip | Ben Ode    | 3/2   | x   | missing | x          |
        """
    )
    names = ["start_paperwork", "start_paperwork_2", "start_paperwork_3"]
    assert sorted(table.cell(3, name).a1 for name in names) == ["E3", "F3", "G3"]
    assert sorted(table.frame.loc[3, names]) == [False, True, True]


def test_words_of_a_contract_are_no_marks():
    table = only(LISTED.format("Contract notes", "buyout", "weekly, 6 wks"))
    assert not table.has("deal_memo")


@pytest.mark.parametrize(
    "heading", ["NDA agreement", "Box rental contract", "Location agreement", "Kit paperwork"]
)
def test_another_paper_is_neither_memo_nor_start_paperwork(heading: str):
    table = only(LISTED.format(heading, "x", "no"))
    assert not table.has("deal_memo")
    assert not table.has("start_paperwork")


@pytest.mark.parametrize(
    "heading",
    [
        "Start/Close Pkt",
        "Start & Close-out paperwork",
        "New hire packet",
        "Start cards",
        "Start ppw",
        "Alta S.S.",
        "Alta en Seguridad Social",
    ],
)
def test_start_paperwork_by_further_names(heading: str):
    table = only(
        f"""
        | Position | Name             | Start  | {heading} |
        | DP       | Matthias Renner  | 9/8/25 | Y         |
        | Operator | Chidi Obi        | 9/8/25 |           |
        """
    )
    assert list(table.frame["start_paperwork"]) == [True, None]
