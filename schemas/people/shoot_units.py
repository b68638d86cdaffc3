"""What people call a shoot's units in a column of their own: "Main", "2U", "Éq. 2", "Unidad B"."""

from __future__ import annotations

import re

from schemas.values.words import fold

_UNIT = re.compile(
    r"(?:main|1st|first|2nd|second|3rd|splinter|aerial|principale?|premiere|1re|1ere|2e|2de|2eme|"
    r"1a|2[ªa]|segunda|haupt|zweite?)(?: ?(?:unit|equipe|unidad|einheit|team))?|"
    r"(?:unite?|eq|equipe|unidad|ud|einheit|team)\.? ?(?:\d|[abc])|mu|su|1u|2u"
)


def is_unit(text: str) -> bool:
    """Whether a cell names one of a shoot's units and nothing else."""
    return _UNIT.fullmatch(fold(text)) is not None
