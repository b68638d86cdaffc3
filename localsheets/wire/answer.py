"""What goes back to a caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from localsheets.wire.errors import ApiError


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back: JSON, or bytes of another type, or (``None``) nothing."""

    content: Any = None
    status: int = 200
    media_type: str = "application/json; charset=UTF-8"
    headers: Mapping[str, str] | None = None

    @classmethod
    def of(cls, error: ApiError) -> Answer:
        """An error as the answer that it is."""
        return cls(error.body(), error.code, headers=error.headers)
