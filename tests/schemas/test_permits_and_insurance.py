"""Permits and insurance: good from when to when, and what is wrong with that."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.schemas.reading import issues, production, reading


def test_a_permit_log():
    found = reading(
        """
        | FILM PERMITS |
        | Permit # | Location    | Authority  | Start   | Expires   | Status   | Fee    | Contact |
        | '0123    | Main Street | FilmLA     | 3/2     | 3/6       | Approved | $1,250 | 5550100 |
        | '0124    | City Park   | Parks Dept | 3/9     | 3/8       | Approved | 400    |         |
        | '0125    | Beach       | County     | 3/10    |           | Issued   | 300    |         |
        |          | Tunnel      | Caltrans   | 3/12    |           | Pending  | TBD    |         |
        | '0127    | Harbour     | Port       | soonish | 3/20      | Approved | 10     |         |
        | '0128    | Studio      | City       | 3/2     | no expiry | Approved |        |         |
        |          | TOTAL       |            |         |           |          | 1960   |         |
        """
    )
    (table,) = found.tables
    assert table.kind == "permits"
    assert list(table.frame["permit_number"])[:2] == ["0123", "0124"]
    assert table.frame.at[3, "end_date"] == date(2026, 3, 6)
    assert table.frame.at[3, "fee"] == Decimal(1250)
    assert dict(table.excluded) == {"subtotal": (9,)}
    assert issues(found) == [
        ("end-before-start", "E4"),
        ("expiry-missing", "E5"),
        ("unreadable-date", "D7"),
    ]
    assert "555" not in " ".join(issue.message for issue in found.issues)


def test_permitted_days_in_one_cell():
    (table,) = reading(
        """
        | Permit No. | Filming location | Authority | Dates      | Status   |
        | F-1        | Pier 4           | Port      | 3/2 - 3/6  | Approved |
        | F-2        | Pier 5           | Port      | March 9-12 | Approved |
        | F-3        | Pier 6           | Port      | 3/13       | Approved |
        """
    ).tables
    frame = table.frame
    assert list(frame["start_date"]) == [date(2026, 3, day) for day in (2, 9, 13)]
    assert list(frame["end_date"]) == [date(2026, 3, day) for day in (6, 12, 13)]


@pytest.mark.parametrize(
    ("fee", "told"),
    [("Spende 500", []), ("donation of $250", []), ("250 + deposit", []), ("waived", []),
     ("1O0", ["unreadable-amount"])],
)  # fmt: skip
def test_a_fee_told_in_words_is_no_sum(fee: str, told: list[str]):
    found = reading(
        f"""
        | Permit # | Location | Issued by | From     | Thru      | Fee    |
        | VC-2290  | Mill     | County    | 3/6/2026 | 3/10/2026 | 400.00 |
        | letter   | Church   | Parish    | 3/6/2026 | 3/10/2026 | {fee}  |
        """
    )
    assert [issue.code for issue in found.issues] == told


@pytest.mark.parametrize(
    ("premium", "told"),
    [("see cost report", []), ("in the package", []), ("31,4O0", ["unreadable-amount"]),
     ("#REF!", ["not-ready"])],
)  # fmt: skip
def test_a_premium_told_in_words_stands_elsewhere(premium: str, told: list[str]):
    found = reading(
        f"""
        | Cover     | Insurer | Policy no. | Limit      | From   | Expiry   | Premium   |
        | Liability | Aldgate | AM/26/7712 | 4,500,000  | 2/2/26 | 10/30/26 | 4200      |
        | Bond      | Corvane | KG/1184    | 10,000,000 | 2/2/26 | 10/30/26 | {premium} |
        """,
        "Insurance",
    )
    assert [issue.code for issue in found.issues] == told


@pytest.mark.parametrize("heading", ["Thru", "Till", "Good thru", "Good until", "Through"])
def test_the_last_day_by_further_names(heading: str):
    (table,) = reading(
        f"""
        | Permit # | Location | Issued by | From     | {heading} | Status |
        | VC-2290  | Mill     | County    | 3/6/2026 | 3/10/2026 | ISSUED |
        """
    ).tables
    assert (table.kind, table.frame["end_date"].iloc[0]) == ("permits", date(2026, 3, 10))


def test_certificates_of_insurance():
    found = reading(
        """
        | Cert Holder | Policy # | Insurer | Coverage   | Limit      | Excess | Start | Expires  |
        | Keslow | GL-100   | Mutual  | Liability  | $1M / $2M  | 2,500  | 1/1   | 1/1/2027 |
        | LA     | WC-7     | Mutual  | Work. Comp | Statutory  |        | 3/1   | 2/28     |
        | Chapman | EQ-9     | Mutual  | Equipment  | 1.5M       | 1O,000 | 3/1   |          |
        """
    )
    (table,) = found.tables
    assert table.kind == "insurance"
    assert list(table.frame["limit"]) == [Decimal(1_000_000), None, Decimal(1_500_000)]
    assert issues(found) == [
        ("end-before-start", "H3"),
        ("unreadable-amount", "F4"),
        ("expiry-missing", "H4"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "locale"),
    [
        (
            """
            | N° permis | Lieu     | Autorité | Du       | Au       | Statut  | Frais |
            | 12        | Quai 4   | Mairie   | 02/03/26 | 06/03/26 | Accordé | 250   |
            """,
            "permits",
            "fr_FR",
        ),
        (
            """
            | Drehgenehmigung Nr. | Drehort | Behörde | Gültig ab | Gültig bis | Status   |
            | 12                  | Kai 4   | Stadt   | 02.03.26  | 06.03.26   | genehmigt |
            """,
            "permits",
            "de_DE",
        ),
        (
            """
            | Nº permiso | Localización | Organismo    | Desde  | Hasta  | Estado   |
            | 12         | Muelle 4     | Ayuntamiento | 2/3/26 | 6/3/26 | Aprobado |
            """,
            "permits",
            "es_ES",
        ),
        (
            """
            | Police n°     | Assureur | Garantie             | Plafond   | Franchise | Échéance |
            | '0012         | Circle   | Responsabilité civile | 1 500 000 | 1 000     | 31/12/26 |
            """,
            "insurance",
            "fr_FR",
        ),
        (
            """
            | Versicherungsnummer | Versicherer | Deckung    | Deckungssumme | Gültig bis |
            | '0012               | HDI         | Requisiten | 1.500.000     | 31.12.26   |
            """,
            "insurance",
            "de_DE",
        ),
        (
            """
            | Póliza | Aseguradora | Cobertura             | Suma asegurada | Vencimiento |
            | '0012  | Mapfre      | Responsabilidad civil | 1.500.000      | 31/12/26    |
            """,
            "insurance",
            "es_ES",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 12 else "",
)
def test_other_languages(text, kind, locale):
    found = reading(text, given=production(locale=locale))
    (table,) = found.tables
    assert table.kind == kind
    assert table.frame.at[2, "end_date"] in (date(2026, 3, 6), date(2026, 12, 31))
    assert issues(found) == []


@pytest.mark.parametrize(
    "text",
    [
        """
        | Permit # | Address     | Contractor | Work class | Issued     | Expires    | Fee |
        | B-1      | 12 Elm St   | Build Co   | Roof       | 2026-01-02 | 2026-07-02 | 120 |
        """,
        """
        | Employee | Work permit | Nationality | Issued by | Start      | Expires    |
        | Ana      | 123         | Peru        | City      | 2026-01-02 | 2027-01-02 |
        """,
        """
        | Type | Insurer | Policy number | Premium | Start      | Renewal    |
        | Car  | Axa     | 1             | 300     | 2026-01-02 | 2027-01-02 |
        | Home | Axa     | 2             | 200     | 2026-01-02 | 2027-01-02 |
        """,
        """
        | Employee | Plan   | Provider | Coverage | Start date | End date   |
        | Ana      | Silver | Blue     | Dental   | 2026-01-02 | 2027-01-02 |
        """,
    ],
    ids=["building permits", "work permits", "household insurance", "health plans"],
)
def test_what_only_looks_like_one(text):
    assert reading(text).tables == ()


def test_a_cover_that_is_only_quoted_needs_no_expiry():
    found = reading(
        """
        | Cover     | Insurer | Policy no. | Limit      | From   | Expiry   | Status             |
        | Liability | Aldgate | AM/26/7712 | 4,500,000  | 2/2/26 | 10/30/26 | In force           |
        | Public    | Aldgate | AM/26/7713 | 10,000,000 | 2/2/26 |          | In force           |
        | E&O       | Corvane | tba        | tba        |        |          | Quoted - not bound |
        """,
        "Insurance",
    )
    assert [issue for issue in issues(found) if issue[0] == "expiry-missing"] == [
        ("expiry-missing", "F3")
    ]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("not req'd", []),
        ("None req’d", []),
        ("nicht nötig", []),
        ("SP-26-0140", [("expiry-missing", "G3")]),
    ],
)
def test_a_permit_that_nobody_needs_does_not_expire(number: str, told: list[tuple[str, str]]):
    found = reading(
        f"""
        | Location   | Agency  | Permit no. | First day | Last day | From | To   | Status |
        | Main St.   | City    | C-2026-031 | 2/12      | 2/13     | 2/12 | 2/13 | Issued |
        | Hoyt Ranch | private | {number}   | 2/23      | 2/23     |      |      | Signed |
        """,
        "Permits",
    )
    assert issues(found) == told


def test_a_limit_of_any_one_claim_makes_no_register_of_claims():
    (table,) = reading(
        """
        | Cover            | Underwriter   | Policy no. | Period |        | Limit any one claim |
        |                  |               |            | From   | To     |                     |
        | Hired equipment  | Meridian 2209 | MS-77121   | 2/1/26 | 6/1/26 | 2,750,000           |
        | Public liability | Anvil General | AG 40 118  | 2/1/26 | 6/1/26 | 20,000,000          |
        """,
        "Insurance certs",
    ).tables
    assert (table.kind, table.header_rows) == ("insurance", (1, 2))
    assert table.place.columns["limit"] == 6


def test_days_of_which_some_are_told_in_words_begin_on_the_first_that_is_told():
    found = reading(
        """
        | FILM PERMITS |
        | Place         | From who         | Permit no. | Shoot dates   | Good thru | Fee |
        | County Rd 14  | County Hwy Dept  | 2026-F-031 | 3/6 + pickups | 3/31/26   | 175 |
        | Auction barn  | Village of Falls | EF-118     | 3/17, 3/18    | 3/18/26   | 200 |
        | Church        | Lutheran council | EF-119     | some morning  | 3/31/26   | 0   |
        """
    )
    (table,) = found.tables
    assert list(table.frame["start_date"]) == [date(2026, 3, 6), date(2026, 3, 17), None]
    assert issues(found) == [("unreadable-date", "D5")]


@pytest.mark.parametrize(
    ("kind", "amount"), [("Type", "Cover £"), ("Cover", "Cover"), ("Risk", "Cover")]
)
def test_of_two_columns_of_covers_the_one_of_figures_has_the_limits(kind: str, amount: str):
    (table,) = reading(
        f"""
        | Policy | {kind}             | Insurer   | From       | Expires    | {amount} |
        | PG-1   | Public Liability     | Castlegate | 2026-04-13 | 2026-06-30 | 2000000 |
        | PG-2   | Employers' Liability | Castlegate | 2026-04-13 | 2026-06-30 | 5000000 |
        """
    ).tables
    assert list(table.frame["cover"]) == ["Public Liability", "Employers' Liability"]
    assert list(table.frame["limit"]) == [2000000, 5000000]


def test_days_of_a_month_that_is_named_once_and_hours_of_a_day():
    found = reading(
        """
        | PERMISOS DE RODAJE |
        | Localización | Organismo | Fechas de rodaje    | Válido hasta |
        | Redes        | Concello  | 2, 3 y 4 mar        | 2026-03-06   |
        | Puerto       | Portos    | 5 – 7 mar           | 2026-03-09   |
        | Lonja        | Cofradía  | 9 mar, 15-19 h      | 2026-03-10   |
        | Salinas      | AESA      | 10 y 11 y lo que dé | 2026-03-12   |
        """,
        given=production(locale="es_ES"),
    )
    (table,) = found.tables
    firsts = [date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 9), None]
    assert list(table.frame["start_date"]) == firsts
    assert issues(found) == [("unreadable-date", "C6")]


@pytest.mark.parametrize("until", ["open-ended", "Open end", "unbefristet", "n/a - public road"])
def test_a_permit_that_does_not_end_says_so(until):
    found = reading(
        f"""
        | FILM PERMITS |
        | Permit # | Location    | Authority  | Start | Valid to | Status   |
        | '0123    | Main Street | FilmLA     | 3/2   | 3/6      | Approved |
        | '0124    | City Park   | Parks Dept | 3/9   | {until}  | Approved |
        """
    )
    assert issues(found) == []


def test_a_register_of_location_approvals_is_of_permits():
    (table,) = reading(
        """
        | LOCATION APPROVALS REGISTER |
        | # | Script location | Actual location | Land owner / authority | Ref.     | Lodged     | Granted    | Expires    |
        | 1 | Platform        | Rail yard       | Steamtown Heritage     | DCS/L1   | 2026-02-02 | 2026-02-17 | 2026-04-04 |
        | 2 | Main st         | Kitchener St    | District Council       | FP26-011 | 2026-02-06 | 2026-02-24 | 2026-04-30 |
        | 3 | Creek bed       | Dawson Gorge    | Dept for Environment   | Y27104-1 | 2026-02-20 | 2026-02-25 | 2026-03-12 |
        """,  # noqa: E501
        tab="Locs & approvals",
    ).tables
    assert table.kind == "permits"
    assert table.place.columns["location"] == 3
