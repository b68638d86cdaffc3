"""What stands at a budget's foot, and totals of accounts in a column of their own."""

from __future__ import annotations

import pytest

from schemas.values import codes
from tests.schemas.reading import issues, reading

LETTERED = """
| Pos. | Bezeichnung           | Anz. | Einh. | à EUR | Summe EUR |
| 1    | STAB                  |      |       |       |           |
| 1.01 | Regie                 | 1    | psch  | 6000  | 6000      |
| 1.02 | Kamera                | 4    | Wo    | 1000  | 4000      |
| 2    | MOTIVE UND TECHNIK    |      |       |       |           |
| 2.01 | Motivmieten           | 5    | Tage  | 1000  | 5000      |
| 2.02 | Licht                 | 5    | Tage  | 1000  | 5000      |
|      | A. Fertigungskosten   |      |       |       | 20000     |
|      | {} |      |       |       | 1200      |
|      | {} |      |       |       | 500       |
|      | Herstellungskosten    |      |       |       | 21700     |
"""


@pytest.mark.parametrize(
    ("overhead", "reserve"),
    [
        ("B. Handlungskosten 6 % v. A", "C. Überschreitungsreserve 2,5 %"),
        ("B) HU lt. Vertrag", "C) Gewinn 2,5 % v. A+B"),
        ("zzgl. HU 6 %", "zzgl. Reserve"),
        ("+ Overhead 6 %", "+ Contingency"),
        ("II. Frais généraux", "III. Imprévus"),
        ("production overhead", "cushion 2.5%"),
        ("Overhead", "oh-no fund"),
        ("Frais généraux", "Cautionnement"),
        ("HU 7,5 %", "Producers Fee"),
    ],
)
def test_overhead_and_reserve_behind_a_letter_are_none_of_the_lines(overhead, reserve):
    found = reading(LETTERED.format(overhead, reserve), tab="Kalkulation")
    (table,) = found.tables
    assert issues(found) == []
    assert table.excluded["special"] == (9, 10)
    assert table.special_totals["budget"] == 1700


def test_an_account_called_as_a_letter_and_a_word_stays_one():
    text = LETTERED.format("B. Handlungskosten", "C. Reserve").replace("Licht", "Reservelicht")
    (table,) = reading(text, tab="Kalkulation").tables
    assert "Reservelicht" in list(table.frame["description"])


def test_a_fund_among_the_lines_is_one_of_them():
    text = LETTERED.format("B. Handlungskosten", "C. Reserve").replace("Licht     ", "Petty fund")
    (table,) = reading(text, tab="Kalkulation").tables
    assert "Petty fund" in list(table.frame["description"])


GROUPS = """
| Nr. | Kostenart      | Anz. | ME    | Satz | Betrag | Summe | Anm. |
| I   | VORKOSTEN      |      |       |      |        |       |      |
| 1.1 | Motivsuche     | 4    | Wo    | 1350 | 5400   |       |      |
| 1.2 | Casting        | 1    | psch. | 1600 | 1600   | 7000  |      |
| II  | RECHTE         |      |       |      |        |       |      |
| 2.1 | Drehbuch       | 1    | psch. | 9000 | 9000   |       |      |
| 2.2 | Verfilmung     | 2    | Stk   | 500  | 1000   |       |      |
| 2.4 | Musikrechte    | 1    | psch. | 1000 | 1000   | 11000 |      |
| III | STAB           |      |       |      |        |       |      |
| 3.1 | Kamera         | 2    | Wo    | 2000 | 4000   |       |      |
| 3.2 | Kameraassistenz| 2    | Wo    | 1000 | 2000   | 6000  |      |
| IV  | AUSSTATTUNG    |      |       |      |        |       |      |
| 4.1 | Kostüm         | 1    | psch. | 800  | 800    |       |      |
| 4.2 | Maske          | 2    | Wo    | 900  | 1800   | 2600  |      |
|     | A. Fertigungskosten |   |       |      |        | 26600 |      |
|     | B. Handlungskosten  |   |       |      |        | 1000  |      |
|     | Herstellungskosten  |   |       |      |        | 27600 |      |
"""


@pytest.mark.parametrize(
    ("amount", "total"), [("Betrag", "Summe"), ("Betrag", "Gruppe"), ("Gesamt", "Zorb")]
)
def test_a_groups_sum_in_a_column_of_its_own_is_the_accounts_total(amount, total):
    text = GROUPS.replace("Betrag", amount).replace("Summe", total)
    found = reading(text, tab="Kalkulation")
    (table,) = found.tables
    assert issues(found) == []
    columns = table.place.columns
    assert (columns["rate"], columns["subtotal"], columns["budget"]) == (5, 6, 7)
    assert table.excluded["special"] == (16,)


def test_a_groups_sum_that_is_not_its_lines_is_told():
    found = reading(GROUPS.replace("| 11000 |", "| 11500 |"), tab="Kalkulation")
    assert issues(found) == [("stated-total-differs", "G8")]


def test_a_further_column_of_amounts_is_no_total_of_groups():
    text = GROUPS.replace("| 7000  |", "| 700   |").replace("| 11000 |", "| 900   |")
    (table,) = reading(text.replace("Summe", "VJ"), tab="Kalkulation").tables
    assert "subtotal" not in table.place.columns


FOOT = """
| Acct | Description  | Budget |
| 1100 | Story        | 95     |
| 1300 | Direction    | 140    |
| 3300 | Camera       | 65     |
|      | GRAND TOTAL  | 300    |
| {}   |              |        |
|      | {}           |        |
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Prepared by: N. Abelard, accountant", "Contingency not released; see memo"),
        ("NOTE: grip rates at area standards", "6th day not carried"),
        ("still need: wrap party?? ask Teo", "v3 was 310"),
        ("Approved", "The Producers"),
    ],
)
def test_words_below_all_figures_are_remarks_and_head_nothing(first, second):
    (table,) = reading(FOOT.format(first, second), tab="Budget").tables
    assert len(table.frame) == 3
    assert dict(table.excluded) == {"subtotal": (5,), "note": (6, 7)}


def test_a_heading_with_lines_below_the_total_is_a_banner_still():
    (table,) = reading(FOOT.format("OTHER COSTS", "") + "| 9100 | Festivals | 5 |", "Budget").tables
    assert 6 in table.excluded["banner"]


@pytest.mark.parametrize(
    ("net", "excluded"),
    [(245, {"subtotal": (6, 8, 10, 12), "special": (9, 11)}),
     (250, {"subtotal": (6, 8, 10), "special": (9, 11, 12)})],
    ids=["what is left", "another figure"],
)  # fmt: skip
def test_what_is_left_below_a_credit_is_a_total_though_a_section_ends_without_words(net, excluded):
    (table,) = reading(
        f"""
        | Acct | Category     | Total |
        | 1100 | Story        | 95    |
        | 1300 | Direction    | 140   |
        | 3300 | Camera       | 40    |
        | OTHER |             |       |
        |      |              | 275   |
        | 6700 | Insurance    | 25    |
        |      | TOTAL        | 300   |
        |      | Contingency  | 30    |
        |      | GRAND TOTAL  | 330   |
        |      | Film credit  | -85   |
        |      | NET          | {net} |
        """,
        "Topsheet",
    ).tables
    assert {name: table.excluded[name] for name in ("subtotal", "special")} == excluded


def test_an_account_on_two_lines_of_a_topsheet():
    found = reading(
        """
        | Acct  | Category         | Total |
        | 10.00 | Cast             | 100   |
        | 12.00 | Production Staff | 200   |
        | 22.00 | Camera Labour    | 300   |
        | 33.00 | Transportation   | 400   |
        | 33.00 | Snowmobiles      | 50    |
        | 42.00 | Camera Equipment | 60    |
        | 45.00 | Sound Equipment  | 70    |
        |       | TOTAL            | 1180  |
        """,
        tab="Topsheet",
    )
    assert found.tables[0].kind == "budget_topsheet"
    assert issues(found) == [("account-listed-twice", "A6")]


def test_an_account_without_any_figure_yet_is_no_heading_again():
    found = reading(
        """
        |      |           | Original | Est.  | Over/ |
        | Acct | -         | Budget   | Final | Under |
        | 1100 | Story     | 95       | 95    | -     |
        | 1300 | Direction | 140      | 140   | -     |
        | 1600 | Stills    | -        | -     | -     |
        | 3300 | Camera    | 65       | 65    | -     |
        """,
        tab="Budget",
    )
    assert list(found.tables[0].frame["account"]) == ["1100", "1300", "1600", "3300"]


def test_titles_over_two_columns_are_no_further_tier_of_the_headings():
    (table,) = reading(
        """
        |     | Budget V6 / 14.05.2027 |      |         |   | alle Beträge in CHF, exkl. MWST |
        | Kto | Position               | Anz. | Einheit | x | Ansatz | Total CHF |
        | 100 | DREHBUCH / RECHTE      |      |         |   |        |           |
        | 110 | Drehbuch Folgen 1-6    | 6    | Folge   |   | 300    | 1800      |
        | 115 | Regie                  | 2    | Wo      | 1 | 500    | 1000      |
        | 120 | Kamera                 | 2    | Wo      | 2 | 500    | 2000      |
        """,
        tab="Budget S1",
    ).tables
    assert table.header_rows == (2,)


def test_days_and_dollars_per_day_make_a_detail():
    (table,) = reading(
        """
        | What   | Who / where | # days | $ per day | Est. | Spent | notes |
        | ACTORS |             |        |           |      |       |       |
        | Mara   | Quinn A.    | 10     | 150       | 1500 |       |       |
        | Extras | friends     | 2      | 60        | 120  |       | pizza |
        | CREW   |             |        |           |      |       |       |
        | DP     | Irina       | 11     | 250       | 2750 | 500   |       |
        | Gaffer | Wes         | 10     | 175       | 1750 |       |       |
        """,
        tab="BUDGET (use this one)",
    ).tables
    assert table.kind == "budget_detail"
    columns = table.place.columns
    assert [columns[name] for name in ("quantity", "rate", "budget", "actual_to_date")] == [
        3, 4, 5, 6,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("No. 12 Story", ("12", "Story")),
        ("No 12 Story", ("12", "Story")),
        ("No12 Story", ("12", "Story")),
        ("NOTE: rates at scale", None),
        ("NOTES - see memo", None),
    ],
)
def test_a_note_begins_with_no_number(text, parts):
    assert codes.split(text) == parts


SHARED = """
| Item         | Budget | Spent | To come | EFC    |
| CAMERA       |
| Body hire    | 40000  | 10000 | 32000   | 42000  |
| Lenses       | 20000  | 5000  | 15000   | 20000  |
| CAST         |
| Lead         | 30000  | 0     | 30000   | 30000  |
| Extras       | 10000  | 0     | 10000   | 10000  |
| ALL OF IT    | 100000 | 15000 | 87000   | 102000 |
| {}           | {:<6}  | 0     | 4000    | 4000   |
| WHAT WE NEED | 104000 | 15000 | 91000   | 106000 |
"""


@pytest.mark.parametrize("label", ["Rainy day 4%", "Luft nach oben (4 %)", "Au cas où, 4%"])
def test_a_share_of_the_budget_stays_what_it_was_where_the_forecast_has_moved(label):
    """Four percent of what was budgeted, not of what it will cost."""
    (table,) = reading(SHARED.format(label, 4000), "Film budget").tables
    assert list(table.frame.index[table.frame["special"]]) == [9]
    assert table.excluded["subtotal"] == (8, 10)


def test_a_line_that_is_another_share_than_it_says_is_a_line():
    (table,) = reading(SHARED.format("Rainy day 7%", 4000), "Film budget").tables
    assert not table.frame["special"].any()


CREDITED = """
| Cat. | Category      | Budget | EFC    | Variance |
| 1100 | Writers       | 100000 | 100000 | 0        |
| 1400 | Cast          | 300000 | 310000 | -10000   |
| 2000 | Staff         | 200000 | 195000 | 5000     |
|      |               | 600000 | 605000 | -5000    |
| 4000 | Post          | 90000  | 90000  | 0        |
| 6000 | Other         | 10000  | 10000  | 0        |
|      | EPISODE TOTAL | 700000 | 705000 | -5000    |
|      | {}            | {}     | {}     |          |
|      | NET TO US     | {}     | {}     |          |
"""


@pytest.mark.parametrize("label", ["NM production tax credit (est.)", "Paid by the network"])
def test_what_is_taken_off_the_total_of_all_lines_is_no_line_whatever_it_is_called(label):
    text = CREDITED.format(label, -140000, -141000, 560000, 564000)
    (table,) = reading(text, "Topsheet 109").tables
    assert list(table.frame["account"]) == ["1100", "1400", "2000", "4000", "6000"]
    assert table.excluded["subtotal"] == (5, 8, 10)


def test_what_comes_to_the_total_is_none_of_that():
    text = CREDITED.format("Overage agreed", 40000, 41000, 740000, 746000)
    (table,) = reading(text, "Topsheet 109").tables
    assert 9 in table.frame.index


@pytest.mark.parametrize("overhead", ["Generalunkosten", "Diverses 6 %"])
def test_a_share_of_the_first_budget_stays_outside_whatever_it_is_of_the_later_ones(overhead):
    found = reading(
        f"""
        | Konto | Position         | Budget    | Umbuchungen | Budget neu |
        | 10.10 | Drehbuch         | 50000     | 1000        | 51000  |
        | 10.20 | Stoffrechte      | 20000     | -           | 20000  |
        | 20.10 | Regie            | 30000     | 3000        | 33000  |
        |       | Total Konten     | 100000    | 4000        | 104000 |
        |       | {overhead}       | 6000      | 0           | 6000   |
        |       | HERSTELLUNGSKOSTEN | 106000  | 4000        | 110000 |
        """,
        tab="Kostenstand",
    )
    (table,) = found.tables
    assert issues(found) == []
    assert table.excluded["special"] == (6,)
