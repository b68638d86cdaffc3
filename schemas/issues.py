"""Every data issue that reading a sheet can raise: its code, its usual severity, what it means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from model.cell import Cell
from model.issue import Issue, Severity, Topic

ISSUES: Mapping[str, tuple[Severity, str]] = MappingProxyType(
    {
        "not-ready": (
            Severity.ERROR,
            "A formula shows an error or is still loading, so its figure is not known.",
        ),
        "unreadable-amount": (
            Severity.ERROR,
            "A cell that should hold an amount holds something that is none; "
            "its row is left out of the reports' sums.",
        ),
        "amount-open": (
            Severity.WARNING,
            "An amount is still to be decided (TBD, N/A); its line is left out of the reports' "
            "sums.",
        ),
        "unreadable-rate": (
            Severity.WARNING,
            "A rate cannot be read, so nothing that needs it is computed.",
        ),
        "unreadable-number": (
            Severity.WARNING,
            "A cell that should hold a plain number holds something else.",
        ),
        "unreadable-date": (
            Severity.ERROR,
            "A cell that should hold a date holds something that is none.",
        ),
        "date-not-settled": (
            Severity.ERROR,
            "A date could be read in more than one way (no year, or day and month could change "
            "places) and nothing on the sheet or in the settings settles it.",
        ),
        "unreadable-pages": (
            Severity.WARNING,
            "A count of script pages cannot be read, so it is in no sum.",
        ),
        "turned-into-date": (
            Severity.INFO,
            "The spreadsheet has turned pages (3/8) or scene numbers (1-3) into a date; the cell "
            "is read as what was typed.",
        ),
        "weekday-differs": (
            Severity.WARNING,
            "A date stands beside, below or with a weekday that is not its own; it is read by its "
            "day.",
        ),
        "scene-listed-twice": (
            Severity.WARNING,
            "A line of a one-liner is the same as an earlier one in every column.",
        ),
        "date-out-of-order": (
            Severity.ERROR,
            "A day of a day-out-of-days does not follow the day before it, or stands twice.",
        ),
        "unreadable-mark": (
            Severity.INFO,
            "A cell that should say yes or no says something else.",
        ),
        "other-currency": (
            Severity.WARNING,
            "An amount states a currency that is not the production's, and the settings have no "
            "rate for it; it is in no figure of the cost report.",
        ),
        "heading-repeated": (
            Severity.INFO,
            "Two columns bear headings of the same meaning; the first is read.",
        ),
        "headings-not-found": (
            Severity.ERROR,
            "The settings name a kind for the tab, but its headings are not there.",
        ),
        "settings-do-not-fit": (
            Severity.WARNING,
            "The settings name a tab, a row, a column or a field that is not there.",
        ),
        "older-revision": (
            Severity.INFO,
            "A newer revision of the same sheet stands on another tab; this one is left out.",
        ),
        "budget-repeated": (
            Severity.INFO,
            "A cost report on another tab has the lines of this budget, and more columns; the cost "
            "report is counted, this tab is not counted again.",
        ),
        "same-lines-on-two-tabs": (
            Severity.WARNING,
            "Two tabs hold the same lines and nothing says which is newer, so they count twice.",
        ),
        "hidden-rows": (
            Severity.INFO,
            "Hidden rows hold records; they are read and counted like the others.",
        ),
        "line-not-understood": (
            Severity.WARNING,
            "A row has figures but neither account nor description; it is left out of sums.",
        ),
        "stated-total-differs": (
            Severity.WARNING,
            "A subtotal or total on the sheet is not the sum of its rows.",
        ),
        "efc-identity-broken": (
            Severity.WARNING,
            "The columns of a budget line contradict each other (revised = budget + approved; "
            "total = actual + commitments; EFC = total + ETC; variance = revised - EFC).",
        ),
        "account-listed-twice": (
            Severity.WARNING,
            "An account stands on more than one line of the budget, so it may be counted twice.",
        ),
        "unknown-code": (
            Severity.ERROR,
            "A day-out-of-days cell holds a code that neither the legend nor the settings know.",
        ),
        "code-settled": (
            Severity.INFO,
            "A code that no legend explains is read by what the sheet's totals, or the place where "
            "it stands, leave for it.",
        ),
        "element-listed-twice": (
            Severity.WARNING,
            "Two rows bear the same element number.",
        ),
        "person-listed-twice": (
            Severity.WARNING,
            "A person stands on two lines of a crew or cast list with the same job, or on two "
            "lines of a crew grid with the same days.",
        ),
        "end-before-start": (
            Severity.ERROR,
            "Somebody's end date lies before the start date.",
        ),
        "expiry-missing": (
            Severity.WARNING,
            "A permit or an insurance in force has no date of expiry, so it counts as expired.",
        ),
        "rate-not-positive": (
            Severity.WARNING,
            "A rate is zero or negative.",
        ),
        "hours-implausible": (
            Severity.WARNING,
            "Guaranteed hours are not between 1 and 120, or somebody's hours are more than a week "
            "has, or a day of times and stated hours is too long to be true.",
        ),
        "email-malformed": (
            Severity.INFO,
            "An e-mail cell holds something that is no e-mail address.",
        ),
        "po-listed-twice": (
            Severity.WARNING,
            "Two lines of the purchase order log are alike: same number, vendor, account, amount.",
        ),
        "po-without-number": (
            Severity.WARNING,
            "A purchase order has an amount but no number.",
        ),
        "invoice-listed-twice": (
            Severity.WARNING,
            "The same vendor and invoice number are posted again; splits on one date and reversals "
            "are none.",
        ),
        "receipt-listed-twice": (
            Severity.WARNING,
            "Two petty cash receipts are alike: same date, vendor, amount and description.",
        ),
        "timecard-listed-twice": (
            Severity.WARNING,
            "Two lines of the payroll are alike: same person, week, account, hours and gross.",
        ),
        "posting-without-account": (
            Severity.WARNING,
            "A posting, receipt or timecard has an amount but no account, so no account "
            "has it among its costs.",
        ),
        "payee-missing": (
            Severity.WARNING,
            "A cost says neither whom it was paid to nor what for.",
        ),
        "date-far-off": (
            Severity.WARNING,
            "A date lies years away from the others of its column.",
        ),
        "date-outside-production": (
            Severity.WARNING,
            "A date lies more than half a year outside the production's dates.",
        ),
        "debit-and-credit": (
            Severity.WARNING,
            "A posting has both a debit and a credit.",
        ),
        "journal-unbalanced": (
            Severity.WARNING,
            "The debits of a journal entry are not its credits.",
        ),
        "split-differs": (
            Severity.WARNING,
            "An invoice's lines do not add up to the total that they state for it.",
        ),
        "unreadable-time": (
            Severity.WARNING,
            "A cell that should hold a time of day holds something else, so nothing is computed "
            "from it.",
        ),
        "time-not-settled": (
            Severity.WARNING,
            "A time could be of the morning or of the evening and nothing on the sheet settles it.",
        ),
        "times-out-of-order": (
            Severity.WARNING,
            "A day's time lies before the one that it must follow, and not past midnight either.",
        ),
        "times-listed-twice": (
            Severity.WARNING,
            "A line of daily times says what an earlier one says already: same person, day, times.",
        ),
        "times-without-day": (
            Severity.WARNING,
            "A line of daily times has no date, and neither a title nor a line above has one.",
        ),
        "week-ending-unusual": (
            Severity.INFO,
            "A week ends on another weekday than the other weeks of the payroll.",
        ),
    }
)


def make(
    code: str,
    message: str,
    at: Cell,
    *,
    related: tuple[Cell, ...] = (),
    subject: str | None = None,
    expected: str = "",
    suggestion: str = "",
    severity: Severity | None = None,
) -> Issue:
    """Make a data issue of a known code, with that code's severity unless another is given.

    Raises:
        KeyError: the code is not in :data:`ISSUES`; codes without a meaning may not be raised.
    """
    usual, _ = ISSUES[code]
    return Issue(
        code=code,
        severity=severity or usual,
        message=message,
        at=at,
        related=related,
        topic=Topic.DATA,
        subject=subject,
        expected=expected,
        suggestion=suggestion,
    )
