"""Time zones as Google names them: "America/New_York", or "GMT-07:00" where there is no name."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_CUSTOM = re.compile(r"GMT([+-])(\d{1,2}):(\d{2})")


def zone(name: str) -> tzinfo | None:
    """A time zone by its name; ``None`` where there is none of that name."""
    custom = _CUSTOM.fullmatch(name)
    if custom is not None:
        away = timedelta(hours=int(custom[2]), minutes=int(custom[3]))
        if away >= timedelta(hours=24) or int(custom[3]) > 59:
            return None
        return timezone(-away if custom[1] == "-" else away)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
