"""How headings are written in India, Switzerland, Quebec, Spain: read as what they are."""

from __future__ import annotations

from tests.schemas.reading import issues, production, reading


def columns(text):
    """The kind and the columns of the only table."""
    (table,) = reading(text).tables
    return table.kind, table.place.columns


def test_a_currency_alone_stands_over_amounts():
    for heading in ("Rs.", "₹", "CHF", "INR"):
        kind, named = columns(
            f"""
            | Petty cash float 2 |
            | Date     | Paid to      | What  | Code | {heading} |
            | 2/2/2026 | Sharma       | Rope  | 3400 | 2,180     |
            | 2/3/2026 | Himalayan    | Tea   | 3700 | 3,450     |
            """
        )
        assert (kind, named["amount"]) == ("petty_cash", 5)


def test_amounts_before_tax_are_the_orders_not_what_was_invoiced():
    for heading in ("Montant av. taxes", "Amount before tax", "Estimé"):
        kind, named = columns(
            f"""
            | No BC  | Date     | Fournisseur | Description | Compte | {heading} | Facturé |
            | TR-041 | 2/9/2026 | Trudel      | Éclairage   | 38.20  | 19,600.00 | 19,600.00 |
            | TR-042 | 2/9/2026 | MELS        | Alexa 35    | 38.01  | 54,000.00 | 27,000.00 |
            | TR-047 | 3/1/2026 | MELS        | Lentilles   | 38.05  | 8,800.00  |           |
            """
        )
        assert kind == "purchase_orders"
        assert (named["amount"], named["invoiced"]) == (6, 7)


def test_a_log_with_one_column_of_amounts_has_the_orders():
    _, named = columns(
        """
        | PO #   | Date     | Vendor | Description | Acct | Actual    |
        | TR-041 | 2/9/2026 | Trudel | Lights      | 3820 | 19,600.00 |
        | TR-042 | 2/9/2026 | MELS   | Alexa 35    | 3801 | 54,000.00 |
        """
    )
    assert named["amount"] == 6


def test_a_service_companys_and_a_swiss_crew_list():
    _, named = columns(
        """
        | Vorname | Nachname | Funktion   | von        | Ansatz | pro   | Booked? |
        | Reto    | Brunner  | Kamera     | 2026-03-04 | 780.00 | Tag   | yes     |
        | Marco   | Rossi    | Tonmeister | 2026-03-04 | 650.00 | Tag   | yes     |
        | Simone  | Wyss     | Requisite  | 2026-03-04 | 950.00 | Tag   | pencil  |
        """
    )
    assert {"rate": 5, "rate_unit": 6, "status": 7}.items() <= named.items()


def test_parts_of_a_cast_list_are_banners_and_chapters_are_episodes():
    (table,) = reading(
        """
        | Liste artistique |
        | Rôle            | N° | Interprète     | Agence | Caps. |
        | RÔLES PRINCIPAUX |
        | HÉLÈNE          | 1  | Clotilde Marsan | Zelda | 1-8   |
        | SAMIR           | 2  | Yanis Belkacem  | Arts  | 1-8   |
        | SECONDS RÔLES |
        | LE NOTAIRE      | 3  | Pierre Vasseur  | VMA   | 3     |
        """
    ).tables
    assert list(table.frame["role"]) == ["HÉLÈNE", "SAMIR", "LE NOTAIRE"]
    assert table.excluded["banner"] == (3, 6)
    assert table.place.columns["episodes"] == 5


def test_a_bids_summary_is_a_topsheet():
    kind, _ = columns(
        """
        | BID SUMMARY |
        |   | Summary of estimated costs | Estimated | Actual  |
        | A | Shooting crew labor        | 38,420    | 39,110  |
        | B | Props, wardrobe, animals   | 12,600    | 12,488  |
        | C | Director / creative fees   | 28,000    | 28,000  |
        |   | GRAND TOTAL                | 79,020    | 79,598  |
        """
    )
    assert kind == "budget_topsheet"


def test_a_german_budget_sums_its_costs_before_reserve_and_overhead():
    (table,) = reading(
        """
        | Kto. | Kostenart           | Kalkulation | Ist Oktober | Ist kumuliert | Endkosten |
        | 1000 | Vorkosten           |             |             |               |           |
        | 1010 | Buch                | 52000       | 0           | 52000         | 52000     |
        | 2000 | Gagen Stab          |             |             |               |           |
        | 2010 | Regie               | 68000       | 17000       | 51000         | 68000     |
        | 2020 | Kamera              | 57000       | 23000       | 34000         | 57000     |
        |      | Zwischentotal       | 177000      | 40000       | 137000        | 177000    |
        |      | Unvorhergesehenes   | 9000        | 0           | 0             | 9000      |
        |      | HU pauschal         | 12000       | 4000        | 8000          | 12000     |
        |      | Gemeinkosten        | 3000        | 0           | 0             | 3000      |
        |      | Gesamttotal         | 201000      | 44000       | 145000        | 201000    |
        """
    ).tables
    assert table.excluded["special"] == (8, 9, 10)
    assert table.special_totals["budget"] == 24000
    assert table.place.columns["actual_period"] == 4


def test_a_box_of_titles_heads_no_table():
    (table,) = reading(
        """
        | ECP 5 |
        | Servicio de producción: Guanche S.L. |  | Period / periodo: 5 (w/e 14-06) | EUR |
        | |
        | Acct | Description / Descripción | Budget / Ppto | Cost to date | EFC / Coste final |
        | 1100 | Story / Guion             | 120,000       | 120,000      | 120,000           |
        | 1300 | Director / Dirección      | 210,000       | 140,000      | 210,000           |
        | 1400 | Cast / Elenco             | 640,000       | 318,500      | 654,500           |
        """
    ).tables
    assert (table.kind, table.header_rows, len(table.frame)) == ("budget", (4,), 3)


def test_a_last_tier_that_names_another_field_than_its_group_wins():
    (table,) = reading(
        """
        |      |             | Kalkulation |             |         | Kosten   |        |        | Vorschau    |           |
        | Pos. | Bezeichnung | genehmigt   | Umschicht.  | neu     | Ist kum. | Obligo | gesamt | noch zu erw. | Endkosten |
        | I.   | Rechte und Buch |
        | 1.01 | Drehbuch    | 42000       | 0           | 42000   | 40000    | 1000   | 41000  | 1000        | 42000     |
        | 1.03 | Dramaturgie | 6500        | 500         | 7000    | 4875     | 0      | 4875   | 2125        | 7000      |
        | 1.04 | Motivsuche  | 9500        | -500        | 9000    | 4875     | 0      | 4875   | 4125        | 9000      |
        """,  # noqa: E501
        given=production(locale="de_AT", currency="EUR"),
    ).tables
    assert table.header_rows == (1, 2)
    named = table.place.columns
    wanted = ("budget", "approved_changes", "revised_budget", "actual_to_date", "commitments")
    assert [named.get(name) for name in (*wanted, "total_cost", "etc", "efc")] == [*range(3, 11)]


def test_an_amount_right_of_quantity_days_and_rate_is_what_they_make():
    (table,) = reading(
        """
        | PRODUCTION BUDGET (14 SHOOT DAYS) |
        | CODE | ITEM            | QTY | DAYS | RATE (N) | AMOUNT (N) | REMARK |
        |      | PRE-PRODUCTION  |     |      |          |            |        |
        | 1.1  | Script fee      | 1   | 1    | 1500000  | 1500000    |        |
        | 1.2  | Location recce  | 4   | 3    | 35000    | 420000     |        |
        |      | CAST & CREW     |     |      |          |            |        |
        | 2.5  | DOP + kit       | 1   | 14   | 250000   | 3500000    |        |
        | 2.6  | Gaffer and boys | 4   | 14   | 40000    | 2240000    |        |
        """,
        given=production(locale="en_NG", currency="NGN"),
    ).tables
    assert table.kind == "budget_detail"
    named = table.place.columns
    assert [named.get(name) for name in ("quantity", "times", "rate")] == [3, 4, 5]


def test_a_cash_book_in_naira_and_what_all_envelopes_come_to():
    found = reading(
        """
        | PETTY CASH |
        | Env         | Holder | Date      | Paid to    | For   | Acct | Amt    |
        | PC-01       | Ada    | 19/1/2027 | Motors     | bus   | 3600 | ₦65,000 |
        | PC-01       | Ada    | 20/1/2027 | Canteen    | food  | 2000 | ₦28,500 |
        | PC-02       | Bose   | 22/1/2027 | NNPC Lekki | fuel  | 3600 | (₦6,000) |
        | ALL ENVELOPES |      |           |            |       |      | ₦87,500 |
        """,
        given=production(locale="en_NG", currency="NGN"),
    )
    (table,) = found.tables
    assert table.kind == "petty_cash"
    assert list(table.frame["amount"]) == [65000, 28500, -6000]
    assert issues(found) == []


def test_days_right_before_the_end_are_the_start_whatever_heads_them():
    for heading, told in (("Embauche", True), ("Dép. demandé", False), ("Naissance", False)):
        kind, named = columns(
            f"""
            | LISTE D'ÉQUIPE |
            | Fonction        | Nom            | {heading} | Fin       | Taux | H. gar. | Entente |
            | Scripte         | Vigneault, Ève | 2/3/2026  | 4/3/2026  | 43   | 55      | signée  |
            | Chef machiniste | Paradis, Yann  | 2/6/2026  | 4/3/2026  | 45   | 55      | signée  |
            | Perchiste       | Trépanier, Lia | 2/10/2026 | 4/10/2026 | 41   | 50      | envoyée |
            """
        )
        assert (kind, named["guarantee_hours"], named["deal_memo"]) == ("crew", 6, 7)
        assert named.get("start_date") == (3 if told else None)


def test_days_right_before_the_end_that_lie_past_it_are_no_start():
    _, named = columns(
        """
        | LISTE D'ÉQUIPE |
        | Fonction        | Nom              | Rappel    | Fin      | Taux |
        | Scripte         | Vigneault, Marie | 5/3/2026  | 4/3/2026 | 43   |
        | Chef machiniste | Paradis, Yannick | 5/6/2026  | 4/3/2026 | 45   |
        | Perchiste       | Trépanier, Lise  | 5/10/2026 | 4/9/2026 | 41   |
        """
    )
    assert "start_date" not in named


def test_hires_of_argentina_with_a_price_for_a_day():
    kind, named = columns(
        """
        | EQUIPOS ALQUILADOS |
        | ✓ | Equipo        | Casa       | Cant. | Retiro   | Devolución | $ x jornada | O/C    |
        | ✓ | Cuerpo cámara | Rental SA  | 1     | 2/7/2026 | 4/20/2026  | 298000      | OC-022 |
        | ✓ | Juego ópticas | Rental SA  | 1     | 2/7/2026 | 4/20/2026  | 164000      | OC-022 |
        |   | Dolly + 12 m  | Luz y Cía. | 1     | 3/1/2026 | 4/18/2026  | 38000       | OC-037 |
        """
    )
    assert kind == "equipment"
    assert [named[name] for name in ("start_date", "end_date", "rate", "po_number")] == [5, 6, 7, 8]


def test_a_fee_for_a_day_is_an_artistes_deal():
    kind, named = columns(
        """
        | ARTISTES |
        | No | Part     | Played by   | Agent     | Days | Fee p/day | From | Till |
        | 1  | NORA     | Ana Moreno  | Hartley   | 12   | 850       | 3/2  | 3/27 |
        | 2  | TOM      | Ben Okafor  | Hartley   | 8    | 850       | 3/2  | 3/20 |
        | 3  | THE COOK | Cleo Martin | Cormorant | 2    | 400       | 3/5  | 3/6  |
        """
    )
    assert (kind, named["deal"]) == ("cast", 6)
