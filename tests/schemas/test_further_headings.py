"""The further headings, as data: each names one field of its kind, and adds to the fields' own."""

from __future__ import annotations

from pathlib import Path

import pytest

import schemas
from schemas import further
from schemas.dood.words import TOTALS
from schemas.headings import normal

LINES = [
    line.split("\t")
    for line in Path(further.__file__)
    .with_name("further_headings.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]
FIELDS = {kind.name: {field.name for field in kind.fields} for kind in schemas.KINDS}
FIELDS["dood_totals"] = set(TOTALS)
VOCABULARIES = {kind.name: kind.vocabulary for kind in schemas.KINDS}


def test_each_line_names_a_kind_and_one_of_its_fields_in_order():
    assert all(field in FIELDS[kind] for kind, field, _ in LINES)
    assert [line[:2] for line in LINES] == sorted(line[:2] for line in LINES)


def test_a_heading_names_one_field_of_its_kind_and_is_written_as_headings_are_compared():
    for kind in FIELDS:
        words = [word for of, _, said in LINES if of == kind for word in said.split("|")]
        assert len(words) == len(set(words)), kind
        assert [word for word in words if normal(word) != word] == []


@pytest.mark.parametrize(
    ("kind", "heading", "field"),
    [
        ("crew", "Name (First)", "first_name"),
        ("budget", "Transferts approuvés", "approved_changes"),
        ("purchase_orders", "Lieferantenname", "vendor"),
        ("petty_cash", "Abgerechnet von", "custodian"),
        ("cast", "Engaged To", "end_date"),
    ],
)
def test_what_people_also_type_is_known(kind, heading, field):
    assert VOCABULARIES[kind].match(heading)[0] == field


@pytest.mark.parametrize(
    ("kind", "heading", "field"),
    [
        ("purchase_orders", "Net order", "amount"),
        ("purchase_orders", "Net invoiced", "invoiced"),
        ("permits", "Permit / agreement", "permit_number"),
        ("permits", "Dates agreed", "start_date"),
        ("equipment", "Off-hired", "returned"),
        ("equipment", "Seriennr.", "serial"),
        ("one_liner", "Key Elements", "elements"),
        ("one_liner", "Adresse", "location"),
        ("equipment", "Nbre", "quantity"),
        ("crew", "Explanation", "notes"),
        ("one_liner", "SFX / Armoury", "effects"),
    ],
)
def test_what_offices_type(kind, heading, field):
    assert VOCABULARIES[kind].match(heading)[0] == field
