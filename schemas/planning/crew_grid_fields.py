"""The columns beside the days of a crew grid."""

from __future__ import annotations

from schemas import wordings
from schemas.headings import Field, Shape
from schemas.people import papers, tickets

FIELDS = (
    Field(
        "name",
        "name|driver|drivers|fahrer|chauffeur|artiste|crew|crew member|crew name|full name|"
        "person|who|employee|names|technician|nom|technicien|mitarbeiter|nombre|tecnico|"
        "technicians|nom prenom|nom et prenom|nombre y apellidos|nombre apellidos|"
        "apellidos y nombre|name vorname|nachname vorname|vorname name|mitarbeiter in|"
        "kraft|" + wordings.PERSON,
        Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "first_name",
        "first name|first|given name|prenom|vorname|nombre de pila",
        Shape.WORDS,
        weight=0.5,
        further=True,
    ),
    Field(
        "last_name",
        "last name|last|surname|family name|nachname|apellido|apellidos|nom de famille",
        Shape.WORDS,
        weight=0.5,
        further=True,
    ),
    Field(
        "position",
        "position|pos|job|job title|title|role|crew position|poste|fonction|funktion|puesto|cargo|"
        "positions|credit|funcion|cometido|categoria|metier|emploi|tatigkeit|taetigkeit|aufgabe|einsatz|"
        "job role|craft|classification|occupation|" + wordings.JOB,
        Shape.WORDS,
        weight=1.5,
    ),
    Field(
        "department",
        "department|dept|dpt|departement|abteilung|abt|gewerk|departamento|depto|dpto|section",
        Shape.WORDS,
        weight=1.2,
    ),
    Field(
        "unit",
        "unit|units|mu 2u|mu su|1u 2u|unite|einheit|unidad",
        Shape.WORDS,
        weight=0.8,
    ),
    Field(
        "total",
        "total|total days|days|days worked|tot|work days|total worked|worked|total hours|hours|"
        "hrs|day total|total jours|jours|tage|gesamt|dias|total dias|days total|# days|sum|count|"
        "days available|available|no of days|days booked|booked|nb jours|summe|arbeitstage|"
        "jours travailles|dias trabajados|ttl|tage fest|jours confirmes|dias confirmados|"
        "days confirmed|confirmed days|days conf|total booked|tage gebucht|total conf|drehtage|dt",
        Shape.NUMBER,
    ),
    *(Field(name, "", Shape.MARK, weight=0.0, further=True) for name in papers.PAPERS),
    *(Field(name, "", weight=0.0, further=True) for name in tickets.NAMES),
    Field(
        "status",
        "status|booking|booking status|booking state|confirmed y n|conf|conf y n|hold or conf|"
        "firm|statut|estado|stand|zusage|buchung|buchungsstatus|confirmation",
        Shape.WORDS,
        weight=0.2,
        further=True,
    ),
    Field(
        "notes",
        wordings.NOTES,
        weight=0.2,
        further=True,
    ),
)
COLUMNS = ("name", "position", "department", "unit", "total", "status", "notes", "section")
"""What the rows of a grid say beside the days and the papers.

A column of units alone stands for the departments: its words are what groups the people.
``section`` is the banner above somebody, whatever their department is.
"""
