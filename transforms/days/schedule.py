"""Where the shoot stands: its first and last day, and which shooting day today is."""

from __future__ import annotations

from datetime import date

import pandas as pd

from model.table import Dood
from transforms.results import Schedule


def schedule(dood: Dood, today: date) -> Schedule:
    """Count the shooting days of the main unit: the day-out-of-days with the most of them.

    Shooting days are those that the sheet numbers; on a sheet that numbers none, those on which
    anybody works.
    """
    units = [shoot_dates(dood, place) for place in range(len(dood.places))]
    dates = max(units, key=len, default=[])
    if not dates:
        return Schedule()
    past = sum(when <= today for when in dates)
    return Schedule(dates[0], dates[-1], len(dates), past or None)


def shoot_dates(dood: Dood, place: int) -> list[date]:
    """One unit's shooting days, in order."""
    days = dood.days[dood.days["place"] == place]
    numbered = days[days["shoot_day"].notna()]
    if numbered.empty:
        marks = dood.frame[(dood.frame["place"] == place) & dood.frame["work"].astype("bool")]
        numbered = days[days.index.isin(pd.unique(marks["day"]))]
    return sorted({when for when in numbered["date"] if isinstance(when, date)})
