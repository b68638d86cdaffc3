"""Every form in which people type rates, quantities, codes and marks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from schemas.values import codes, elements, marks, patterns, quantities, rates, words
from schemas.values.names import person
from schemas.values.rates import Rate
from schemas.values.words import Fault


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("$2,000/wk", Rate(Decimal(2000), "week")),
        ("2000 weekly", Rate(Decimal(2000), "week")),
        ("2000 p/w", Rate(Decimal(2000), "week")),
        ("$65/hr", Rate(Decimal(65), "hour")),
        ("$1,204/day", Rate(Decimal(1204), "day")),
        ("£350 a day", Rate(Decimal(350), "day")),
        ("Day rate 500", Rate(Decimal(500), "day")),
        ("$2,500 flat", Rate(Decimal(2500), "flat")),
        ("$2k/wk", Rate(Decimal(2000), "week")),
        ("$3,500/wk + $500 box", Rate(Decimal(3500), "week")),
        ("$650/12", Rate(Decimal(650), "day", Decimal(12))),
        ("$650 / 10 hrs", Rate(Decimal(650), "day", Decimal(10))),
        ("$3,500/60", Rate(Decimal(3500), "week", Decimal(60))),
        ("$45.50/hr @ 12", Rate(Decimal("45.5"), "hour")),
        ("450 € / jour", Rate(Decimal(450), "day")),
        ("1200 €/Woche", Rate(Decimal(1200), "week")),
        ("90 €/día", Rate(Decimal(90), "day")),
        ("£750 flat day", Rate(Decimal(750), "day")),
        ("£750/flat", Rate(Decimal(750), "flat")),
        ("flat £500 per day", Rate(Decimal(500), "day")),
        ("£600 all-in day", Rate(Decimal(600), "day")),
        ("£2,000 flat week", Rate(Decimal(2000), "week")),
        ("600 pauschal/Tag", Rate(Decimal(600), "day")),
        ("forfait jour 450 €", Rate(Decimal(450), "day")),
        ("tarifa plana día 300", Rate(Decimal(300), "day")),
        ("$1,500 flat, 3 days", Rate(Decimal(1500), "flat")),
        ("1200", Rate(Decimal(1200))),
        ("SAG scale + 10", Rate()),
        ("Weekly - 5 wks", Rate(None, "week")),
        ("Daily - 3 days + travel", Rate(None, "day")),
        ("3 wk guarantee", Rate()),
        ("$1,246 x 4 days", Rate(Decimal(1246), "day")),
        ("6 jours à 450", Rate(Decimal(450), "day")),
        ("Weekly 5 weeks @ 12,500", Rate(Decimal(12500), "week")),
        ("48 hr", Rate(Decimal(48), "hour")),
        ("n/a", Rate()),
        (None, Rate()),
    ],
)
def test_rates(typed, rate):
    assert rates.rate(typed) == rate


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("TBD", "amount-open"),
        ("60/5", "unreadable-rate"),
        ("50/hr/day", "unreadable-rate"),
        ("flat day week 500", "unreadable-rate"),
        ("ask", "unreadable-rate"),
        ("#REF!", "not-ready"),
    ],
)
def test_what_is_no_rate(typed, code):
    read = rates.rate(typed)
    assert isinstance(read, Fault)
    assert read.code == code


@pytest.mark.parametrize(
    ("yes", "no", "neither"),
    [
        (
            ["yes", "X", "✓", True, "3/2/2026", 46083, "Signed 3/2", "Rec'd"],
            ["no", "pending", "Sent", "Sent 3/2", False, "✗", "missing"],
            [None, "", "n/a", "-"],
        )
    ],
)
def test_marks(yes, no, neither):
    assert [marks.mark(value) for value in yes] == [True] * len(yes)
    assert [marks.mark(value) for value in no] == [False] * len(no)
    assert [marks.mark(value) for value in neither] == [None] * len(neither)
    assert isinstance(marks.mark("maybe"), Fault)


@pytest.mark.parametrize(
    ("value", "pattern", "code"),
    [
        (10.1, "0.00", "10.10"),
        (100, "0000", "0100"),
        (1101, "00-00", "11-01"),
        (111620, '0000"-"00', "1116-20"),
        (10.1, "", "10.1"),
        (1100.0, "#,##0", "1100"),
        (1200, "$#,##0.00", "1200"),
        ("'0100", "", "0100"),
        (" 10.10\u00a0", "", "10.10"),
        ("2201 ", "", "2201"),
        (2201.0, "", "2201"),
        ("2201.0", "", "2201"),
    ],
)
def test_codes_are_text_as_the_sheet_shows_them(value, pattern, code):
    assert codes.code(value, pattern) == code


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("111620-Bailiff Fees", ("111620", "Bailiff Fees")),
        ("1.GEORGE", ("1", "GEORGE")),
        ("1.10.BEN", ("1.10", "BEN")),
        ("2200  SET DESIGN".replace("  ", " "), ("2200", "SET DESIGN")),
        ("A. Story", ("A", "Story")),
        ("2201 – Designer", ("2201", "Designer")),
        ("2201: Designer", ("2201", "Designer")),
        ("2201 | Designer", ("2201", "Designer")),
        ("2201/Designer", ("2201", "Designer")),
        ("2201_Designer", ("2201", "Designer")),
        ("[2201] Designer", ("2201", "Designer")),
        ("(2201) Designer", ("2201", "Designer")),
        ("11-01 - Writers' fees", ("11-01", "Writers' fees")),
        ("10.01, Scenario", ("10.01", "Scenario")),
        ("A-01 Story rights", ("A-01", "Story rights")),
        ("#1 GEORGE", ("1", "GEORGE")),
        ("1 = GEORGE", ("1", "GEORGE")),
        ("7a GEORGE", ("7a", "GEORGE")),
        ("3334-000 - 2nd Assistant Camera", ("3334-000", "2nd Assistant Camera")),
        ("2120 1er assistant", ("2120", "1er assistant")),
        ("33.10 35mm stock", ("33.10", "35mm stock")),
        ("12 - 15 oct", None),
        ("is Ana", None),
        ("T-shirts", None),
        ("2nd Unit", None),
        ("2200", None),
        ("GEORGE", None),
    ],
)
def test_code_and_name_in_one_cell(text, parts):
    assert codes.split(text) == parts


def test_text_is_cleaned_of_what_cannot_be_seen():
    assert words.clean(" Ana\u00a0 \u200bMoreno\ufeff\n") == "Ana Moreno"
    assert words.clean(5.0) == "5"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (12, "12"),
        ("12", "12"),
        ("10 hrs", "10"),
        ("2 days", "2"),
        ("12h guarantee", "12"),
        ("60h/5d", "60"),
        ("60 hrs/wk", "60"),
        ("1.5 weeks", "1.5"),
        ("3 Tage", "3"),
        ("5 jours", "5"),
        ("40 Std.", "40"),
    ],
)
def test_numbers_with_their_unit(typed, number):
    assert quantities.number(typed) == Decimal(number)


def test_what_is_no_plain_number():
    read = quantities.number("as needed")
    assert isinstance(read, Fault)
    assert read.code == "unreadable-number"
    assert quantities.number("TBD") is None


@pytest.mark.parametrize(
    ("confirmed", "pencilled", "declined"),
    [
        (
            ["Confirmed", "booked", "Confirmé", "bestätigt", "Contratado"],
            ["Pencil", "1st hold", "TBC", "tentative", "à confirmer", "angefragt", "por confirmar"],
            ["Declined", "passed", "refusé", "abgesagt", "rechazado", "No aceptó", "désisté"],
        )
    ],
)
def test_what_a_status_says_of_a_booking(confirmed, pencilled, declined):
    assert {marks.booking(text) for text in confirmed} == {marks.Booking.CONFIRMED}
    assert {marks.booking(text) for text in pencilled} == {marks.Booking.PENCILLED}
    assert {marks.booking(text) for text in declined} == {marks.Booking.DECLINED}
    assert marks.booking("Not confirmed") is marks.Booking.PENCILLED
    assert marks.booking("local hire") is None
    assert marks.booking(None) is None


@pytest.mark.parametrize(
    ("remark", "declined"),
    [
        ("DECLINED 2/6 - on another show", True),
        ("passed 3/2", True),
        ("a refusé (autre film)", True),
        ("hat abgesagt", True),
        ("declined kit rental", False),
        ("passed away scene, rides horse", False),
        ("replaces M. Tessier, who declined", False),
        ("", False),
    ],
)
def test_a_remark_that_begins_with_a_refusal_declines(remark, declined):
    assert marks.declines(remark) is declined


def test_marks_in_four_languages():
    yes = ["oui", "signé", "Reçu", "ja", "unterschrieben", "sí", "firmado"]
    no = ["non", "en attente", "envoyé", "nein", "ausstehend", "pendiente", "enviado"]
    assert [marks.mark(text) for text in yes] == [True] * len(yes)
    assert [marks.mark(text) for text in no] == [False] * len(no)


@pytest.mark.parametrize("typed", ["TBD", "(à pourvoir)", "[TBH]", "N.N.", "vacante"])
def test_nobody_is_named_yet(typed):
    assert person(typed) is None


@pytest.mark.parametrize(
    ("pattern", "shown"),
    [
        ("dd/mm", True),
        ("[$-407]d. mmm yyyy", True),
        ("jj.mm.aa", True),
        ("#,##0.00;[Red](#,##0.00)", False),
        ('0 "days"', False),
        ("#,##0.00 [$USD]", False),
    ],
)
def test_a_colour_or_a_word_of_a_number_format_makes_no_date(pattern, shown):
    assert patterns.shows_date(pattern) is shown


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("1 - 4", ("1", "4")),
        ("2 – 4 – 7", ("2", "4", "7")),
        ("1-4-7", ("1", "4", "7")),
        ("1-3", ("1-3",)),
        ("Jean-Luc", ("Jean-Luc",)),
    ],
)
def test_a_list_of_cast_with_dashes_between_and_a_range(text: str, ids: tuple[str, ...]):
    assert elements.cast(text) == ids
