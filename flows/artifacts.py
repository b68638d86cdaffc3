"""What Prefect's own pages show of a run. Not all who see Prefect are meant to see the budget."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from prefect.artifacts import create_link_artifact, create_table_artifact

from flows.settings import ProductionSettings
from flows.show import money
from flows.written import Written
from model.issue import Severity
from model.production import Production
from model.text import inert
from transforms.results import Results

_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-.!|~>:&]")
"""What Markdown gives a meaning to; a colon and a dot make a bare address a link."""


def publish(
    settings: ProductionSettings,
    production: Production,
    results: Results,
    written: Sequence[Written],
) -> None:
    """Publish the run's summary as a table, and a link to each spreadsheet."""
    create_table_artifact(
        key="production-report-summary",
        table=summary_rows(settings, production, results, written),
        description=f"{literally(production.name)}, as of {production.today:%A %d %B %Y}",
    )
    for book in written:
        if book.link:
            create_link_artifact(
                key=f"spreadsheet-{_key(book.book)}",
                link=book.link,
                link_text=literally(book.title),
            )


def summary_rows(
    settings: ProductionSettings,
    production: Production,
    results: Results,
    written: Sequence[Written],
) -> list[dict[str, str]]:
    """The summary's lines: counts always; money only where no spreadsheet is restricted."""
    counts = Counter(issue.severity for issue in results.issues)
    figures = {f"issues: {severity.value}": str(counts[severity]) for severity in Severity}
    figures["rules not checked"] = str(len(results.not_checked))
    for book in written:
        figures[f"requests for {book.book}"] = f"{book.reads} reads, {book.writes} writes"
    if results.cost_report and not settings.restricted:
        grand = results.cost_report.grand
        figures["revised budget"] = money(grand.revised, production.currency)
        figures["estimated final cost"] = money(grand.efc, production.currency)
        figures["(over)/under"] = money(grand.variance, production.currency)
    return [{"what": what, "figure": figure} for what, figure in figures.items()]


def literally(text: str) -> str:
    """A text of somebody's as Markdown that shows it letter by letter: no link, no markup."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(inert(text).split())).replace("<", "&lt;")


def _key(book: str) -> str:
    """Prefect's artifact keys are lower-case letters, digits and dashes."""
    kept = "".join(letter if letter.isalnum() else "-" for letter in book.lower())
    return kept.encode("ascii", "ignore").decode() or "spreadsheet"
