"""Templates, rendered: every value in them is escaped unless the template says that it is safe."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent / "templates"

_NEVER = re.compile(r"[\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Half characters, which no page can be encoded with, and those that HTML does not take."""


def scrub(text: str) -> str:
    """A text without what no page can hold."""
    return _NEVER.sub("\ufffd", str(text))


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["scrub"] = scrub
    return made


def rendered(template: str, **values: Any) -> str:
    """A template with its values."""
    return _templates().get_template(template).render(**values)
