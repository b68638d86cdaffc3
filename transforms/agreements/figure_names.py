"""What a rule may ask an agreement for: every figure's name, what it says and in which unit.

A figure that an agreement does not have is unknown: a rule that needs it says nothing. Hours of a
day are counted from midnight: 22 is 22:00, 24.5 is 00:30 of the next day.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Unit(StrEnum):
    """What a figure counts. Money is in the agreement's own currency."""

    DAYS = "days"
    CALENDAR_DAYS = "calendar days"
    BUSINESS_DAYS = "business days"
    DROPS = "drops in a production"
    TIMES_DAY = "times the day rate"
    TIMES_HOUR = "times the hourly rate"
    DAYS_PAY = "days' pay"
    HOURS = "hours"
    MINUTES = "minutes"
    OCLOCK = "hour of the day"
    MONEY = "in money"
    MONEY_HALF_HOUR = "in money, a half-hour"
    COUNT = "times a week"
    PEOPLE = "minors to a studio teacher"
    YEARS = "years"


class FigureName(StrEnum):
    """A figure that agreements have. Grouped as :data:`UNITS` is, which says what each counts."""

    WORKWEEK = "workweek-days"
    """Work days in a week, by which a week rate is divided."""
    SIXTH_DAY = "sixth-day"
    """What the sixth day of a week is paid at."""
    SEVENTH_DAY = "seventh-day"
    HOLIDAY = "holiday"
    """What work on a holiday is paid at."""
    DAYS_OFF = "days-off"
    """Free days that a week must have."""
    CONSECUTIVE_DAYS = "consecutive-days"
    """At most so many work days in a row."""
    BEYOND_CONSECUTIVE = "day-beyond-consecutive"
    """What a day beyond those is paid in addition to its own pay."""
    DROP_DAYS = "drop-days"
    """A pick-up must be more than so many days after the drop."""
    DROP_DAYS_ABROAD = "drop-days-abroad"
    """The same where not all of the shoot is in the agreement's own country."""
    DROPS_ALLOWED = "drops-allowed"
    """Drops that a performer may have in one production."""
    WEEKEND_NOTICE = "weekend-notice"
    """Notice of work at a weekend."""

    DAILY_REST = "daily-rest"
    """From dismissal to the next call, where no other daily rest applies."""
    DAILY_REST_NEARBY = "daily-rest-nearby"
    """The same on a nearby location, with exteriors the day before and the day after."""
    DAILY_REST_NEARBY_EVERY = "daily-rest-nearby-every"
    """That reduced rest may come once in so many days in a row."""
    DAILY_REST_DISTANT = "daily-rest-distant"
    """The same on an overnight (distant) location."""
    DISTANT_REDUCTIONS = "daily-rest-distant-reductions"
    """How often in a week the rest may be reduced so, on days that do not follow each other."""
    AIR_TRAVEL = "air-travel"
    """Scheduled air travel so long wants a rest before work."""
    AIR_TRAVEL_REST = "air-travel-rest"
    WEEKLY_REST_TWO = "weekly-rest-two-days"
    """Rest around two days off: last dismissal to first call."""
    WEEKLY_REST_TWO_LATE = "weekly-rest-two-days-late-call"
    """The same where the first call is not before :attr:`LATE_CALL`."""
    LATE_CALL = "late-call"
    WEEKLY_REST_ONE = "weekly-rest-one-day"
    """Rest around a single day off."""
    FORCED_CALL_DAYS = "forced-call-days"
    """What a forced call costs, but never more than :attr:`FORCED_CALL_MOST`."""
    FORCED_CALL_MOST = "forced-call-most"
    REST_PENALTY = "rest-penalty"
    """What each hour of rest that was taken is paid in addition, at
    :attr:`REST_PENALTY_LEAST` hours at least, in steps of :attr:`REST_PENALTY_STEP`."""
    REST_PENALTY_LEAST = "rest-penalty-least"
    REST_PENALTY_STEP = "rest-penalty-step"
    REST_PENALTY_DAYS = "rest-penalty-days"
    """What each hour of rest that was taken costs, begun hours whole."""
    SHIFTS_JOIN = "shifts-join"
    """More than so much of the rest taken: both shifts count as one for overtime."""

    MEAL_AFTER = "meal-after"
    """The first meal begins so long after the call, at the latest."""
    SECOND_MEAL_AFTER = "second-meal-after"
    """Each later meal begins so long after the meal before it ended, at the latest."""
    MEAL_SHORTEST = "meal-shortest"
    MEAL_LONGEST = "meal-longest"
    """A meal takes no more than this from the hours worked."""
    MEAL_GRACE = "meal-grace"
    """A meal so much late is not late (never to be scheduled)."""
    MEAL_EXTENSION = "meal-extension"
    """A meal may be put off so far to finish a shot, without penalty (never to be scheduled)."""
    NDB = "non-deductible-meal"
    """A break so long, free of all activity, starts the time to the first meal anew."""
    NDB_WITHIN = "non-deductible-meal-within"
    """... where it is given so soon after the call."""
    MEAL_PENALTY_1 = "meal-penalty-first"
    """The first half-hour (or part of one) that a meal is late."""
    MEAL_PENALTY_2 = "meal-penalty-second"
    MEAL_PENALTY_LATER = "meal-penalty-later"
    """Each half-hour from the third."""
    MEAL_PENALTIES_A_WEEK = "meal-penalties-a-week"
    """Beyond so many in a week, one half-hour late is an hour's pay at the rate then paid."""

    OVERTIME_AFTER = "overtime-after"
    """Hours of a day at :attr:`OVERTIME_TIMES` begin."""
    OVERTIME_TIMES = "overtime-times"
    DOUBLE_AFTER = "double-after"
    """Hours of a day at double pay begin ("golden time")."""
    DOUBLE_AFTER_DISTANT = "double-after-distant"
    """The same on a distant (or bus-to, or zone) location."""
    TRIPLE_AFTER = "triple-after"
    SIXTH_DAY_DOUBLE = "sixth-day-double"
    """What the hours after :attr:`DOUBLE_AFTER` are paid at on a sixth day."""
    SEVENTH_DAY_DOUBLE = "seventh-day-double"
    """... on a seventh day or a holiday."""
    SIXTH_DAY_TRIPLE = "sixth-day-triple"
    SEVENTH_DAY_TRIPLE = "seventh-day-triple"
    WEEKLY_OVERTIME_AFTER = "weekly-overtime-after"
    """Hours of a week at :attr:`OVERTIME_TIMES` begin."""
    OVERTIME_STEP = "overtime-step"
    """Overtime is counted in steps of so much; a step begun counts whole."""
    STANDARD_DAY = "standard-day"
    """Hours that a day's rate pays for."""
    OVERTIME_LEAST = "overtime-least"
    """An overtime hour is paid no less than this."""
    OVERTIME_MOST = "overtime-most"
    LONGEST_DAY = "longest-day"
    """No day may be longer, call to dismissal."""
    LONGEST_DAY_PENALTY = "longest-day-penalty"
    """What each hour beyond costs, begun hours whole."""
    EXTENDED_DAY_1 = "extended-day-first"
    """Longer than this: :attr:`EXTENDED_DAY_1_DAYS` more."""
    EXTENDED_DAY_1_DAYS = "extended-day-first-days"
    EXTENDED_DAY_2 = "extended-day-second"
    """Longer than this: :attr:`EXTENDED_DAY_2_DAYS` more on top."""
    EXTENDED_DAY_2_DAYS = "extended-day-second-days"
    EXTENDED_DAY_LATER = "extended-day-later"
    """Longer than this: :attr:`EXTENDED_DAY_LATER_DAYS` more for each
    :attr:`EXTENDED_DAY_EVERY` hours."""
    EXTENDED_DAY_LATER_DAYS = "extended-day-later-days"
    EXTENDED_DAY_EVERY = "extended-day-every"
    HOUSING_AFTER = "housing-after"
    """A day longer than this: courtesy housing or transport is to be offered."""
    NIGHT_FROM = "night-from"
    """Work after this hour is night work."""
    NIGHT_TO = "night-to"
    NIGHT_MOST = "night-most"
    """Hours of a night's work, on average."""
    WEEK_MOST = "week-most"
    """Hours of a week, at most (for adults: on average, unless they opted out)."""

    MINORS_EARLIEST = "minors-earliest"
    MINORS_LATEST = "minors-latest"
    """Before a school day."""
    MINORS_LATEST_FREE = "minors-latest-no-school"
    """Before a day without school."""
    MINORS_WEEK_MOST = "minors-week-most"
    MINORS_REST = "minors-daily-rest"
    """A minor's rest from dismissal to the next call (or school); nobody may waive it."""
    TEACHER_SCHOOL_DAY = "teacher-school-day"
    """At most so many minors to a studio teacher on a school day."""
    TEACHER_FREE_DAY = "teacher-free-day"
    """... on any other day."""

    PERMIT_LEAD = "permit-lead"
    """A permit wants so much time before it is used."""
    PERMIT_LEAD_USUAL = "permit-lead-usual"
    COVER_LEAST = "cover-least"
    """Liability insurance for filming covers at least this."""
    COVER_LEAST_STILLS = "cover-least-stills"
    COVER_LEAST_AIRCRAFT = "cover-least-aircraft"
    CANCELLATION_NOTICE = "cancellation-notice"

    @property
    def unit(self) -> Unit:
        """What the figure counts."""
        return UNITS[self]


_BY_UNIT: Mapping[Unit, tuple[FigureName, ...]] = {
    Unit.DAYS: (FigureName.WORKWEEK, FigureName.DAYS_OFF, FigureName.CONSECUTIVE_DAYS),
    Unit.CALENDAR_DAYS: (
        FigureName.DROP_DAYS,
        FigureName.DROP_DAYS_ABROAD,
        FigureName.WEEKEND_NOTICE,
        FigureName.DAILY_REST_NEARBY_EVERY,
        FigureName.CANCELLATION_NOTICE,
    ),
    Unit.BUSINESS_DAYS: (FigureName.PERMIT_LEAD, FigureName.PERMIT_LEAD_USUAL),
    Unit.DROPS: (FigureName.DROPS_ALLOWED,),
    Unit.TIMES_DAY: (
        FigureName.SIXTH_DAY,
        FigureName.SEVENTH_DAY,
        FigureName.HOLIDAY,
        FigureName.BEYOND_CONSECUTIVE,
    ),
    Unit.TIMES_HOUR: (
        FigureName.REST_PENALTY,
        FigureName.OVERTIME_TIMES,
        FigureName.SIXTH_DAY_DOUBLE,
        FigureName.SEVENTH_DAY_DOUBLE,
        FigureName.SIXTH_DAY_TRIPLE,
        FigureName.SEVENTH_DAY_TRIPLE,
    ),
    Unit.DAYS_PAY: (
        FigureName.FORCED_CALL_DAYS,
        FigureName.REST_PENALTY_DAYS,
        FigureName.LONGEST_DAY_PENALTY,
        FigureName.EXTENDED_DAY_1_DAYS,
        FigureName.EXTENDED_DAY_2_DAYS,
        FigureName.EXTENDED_DAY_LATER_DAYS,
    ),
    Unit.MINUTES: (
        FigureName.MEAL_SHORTEST,
        FigureName.MEAL_LONGEST,
        FigureName.MEAL_GRACE,
        FigureName.MEAL_EXTENSION,
        FigureName.NDB,
    ),
    Unit.OCLOCK: (
        FigureName.LATE_CALL,
        FigureName.NIGHT_FROM,
        FigureName.NIGHT_TO,
        FigureName.MINORS_EARLIEST,
        FigureName.MINORS_LATEST,
        FigureName.MINORS_LATEST_FREE,
    ),
    Unit.MONEY: (
        FigureName.FORCED_CALL_MOST,
        FigureName.OVERTIME_LEAST,
        FigureName.OVERTIME_MOST,
        FigureName.COVER_LEAST,
        FigureName.COVER_LEAST_STILLS,
        FigureName.COVER_LEAST_AIRCRAFT,
    ),
    Unit.MONEY_HALF_HOUR: (
        FigureName.MEAL_PENALTY_1,
        FigureName.MEAL_PENALTY_2,
        FigureName.MEAL_PENALTY_LATER,
    ),
    Unit.COUNT: (FigureName.DISTANT_REDUCTIONS, FigureName.MEAL_PENALTIES_A_WEEK),
    Unit.PEOPLE: (FigureName.TEACHER_SCHOOL_DAY, FigureName.TEACHER_FREE_DAY),
}

UNITS: Mapping[FigureName, Unit] = dict.fromkeys(FigureName, Unit.HOURS) | {
    name: unit for unit, names in _BY_UNIT.items() for name in names
}
"""What each figure counts; those not named above count hours."""
