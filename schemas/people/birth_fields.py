"""Columns of a cast list that say how old a minor is. Private: never quoted anywhere."""

from __future__ import annotations

from schemas.headings import Field

FIELDS = (
    Field(
        "birth_date",
        "date of birth|dob|dob*|birth date|birthdate|born|birthday|minor dob|dob minor|minors dob|"
        "date de naissance|ne le|geburtsdatum|geb datum|geboren|fecha de nacimiento|nacimiento",
        weight=0.2,
        private=True,
        further=True,
    ),
    Field(
        "age",
        "age|minor age|age minor|age if minor|alter|edad",
        weight=0.1,
        private=True,
        further=True,
    ),
)
