"""The page on agreements, from their own data; `python -m transforms.manual` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from transforms.agreements import Agreement, FigureName, MinorBand, Source, Unit, known, load
from transforms.words import full_date

PAGE = Path(__file__).parents[2] / "docs" / "agreements.md"

_HEAD = """<!-- Written by `python -m transforms.manual` from transforms/agreements/. -->
# Agreements

What agreements and laws say, as far as Topsheet knows it. A production chooses
[its agreements](settings.md#agreements) in the settings: nothing applies that it did not choose. A
finding names the clause and its source; on dates outside an agreement's own it says so.

A source that was *checked* was looked up on the day given, and says what stands here. What was
*carried over* comes from notes that name the source, which was not itself seen. *Own text* is the
agreement's or law's own, or a page of the body that made it; any other is what somebody else says
of it. Findings admit whatever was not checked against the own text. Agreements are amended: check
what money hangs on.
"""


def page() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD]
    for agreement in (load(agreement_id) for agreement_id in known()):
        parts += [f"## {agreement.id}\n", *described(agreement)]
    return "\n".join(parts).rstrip() + "\n"


def described(agreement: Agreement) -> Iterator[str]:
    """What is known of one agreement, a piece of Markdown at a time."""
    yield f"{agreement.name}. {term(agreement)} {_covers(agreement)}\n"
    if agreement.successor:
        yield f"{agreement.successor}\n"
    yield from _figures(agreement)
    yield from _minors(agreement)
    if (kept := agreement.holidays) is not None:
        names = ", ".join(day.name for day in kept.days)
        clause = f"{names}; {kept.clause}" if names else kept.clause
        yield f"Holidays: {clause} ({_looked_up(kept.source)}).\n"


def in_words(agreement: Agreement) -> Iterator[str]:
    """What is known of one agreement, a line at a time, for a terminal."""
    yield f"{agreement.name}. {term(agreement)} {_covers(agreement)}"
    if agreement.successor:
        yield agreement.successor
    yield ""
    numbers = {source.title: number for number, source in enumerate(_sources(agreement), start=1)}
    for of, name, figure in agreement.every_figure():
        whom = f" ({of})" if of else ""
        dates = _dates(figure.effective_from, figure.effective_to)
        yield f"{name.value}: {said(name, figure.value, agreement.currency)}{whom}"
        clause = ", ".join(filter(None, (figure.clause, dates)))
        yield f"    {clause} [{numbers[figure.source.title]}]"
    for band in agreement.minors:
        ages = f"{band.from_age} until {band.until_age}"
        yield f"{ages}: {band.clause} [{numbers[band.source.title]}]"
    if (kept := agreement.holidays) is not None:
        names = ", ".join(day.name for day in kept.days) or kept.clause
        yield f"holidays: {names} [{numbers[kept.source.title]}]"
    yield ""
    for number, source in enumerate(_sources(agreement), start=1):
        yield f"[{number}] {_looked_up(source).replace('*', '')}"


def _sources(agreement: Agreement) -> list[Source]:
    """The sources of all that is known of an agreement, in the order of their use."""
    used = [figure.source for _, _, figure in agreement.every_figure()]
    used += [band.source for band in agreement.minors]
    used += [agreement.holidays.source] if agreement.holidays else []
    return list({source.title: source for source in used}.values())


def term(agreement: Agreement) -> str:
    """Since when and until when it holds, as a sentence."""
    begins, ends = agreement.effective_from, agreement.effective_to
    since = f"From {full_date(begins)}" if begins else "Since a date that is not known here"
    return f"{since}, until {full_date(ends)}." if ends else f"{since}."


def said(name: FigureName, value: object, currency: str) -> str:
    """A figure in its unit: "12 hours", "USD 950", "22:00"."""
    if name.unit is Unit.OCLOCK:
        hour, rest = divmod(float(str(value)), 1)
        return f"{int(hour) % 24:02}:{round(rest * 60):02}"
    if name.unit in (Unit.MONEY, Unit.MONEY_HALF_HOUR):
        return f"{currency} {value:,}" + (" a half-hour" if name.unit is not Unit.MONEY else "")
    unit = str(name.unit)
    return f"{value} {unit.removesuffix('s') if value == 1 and ' ' not in unit else unit}"


def _covers(agreement: Agreement) -> str:
    """Whose work it governs, and how that is told."""
    whose = {"everyone": "everybody", "production": "the production", "minors": "minors"}
    told = [
        f"whose union is given as {', '.join(agreement.unions)}" if agreement.unions else "",
        f"local {', '.join(agreement.locals)}" if agreement.locals else "",
    ]
    named = "; ".join(filter(None, told))
    claims = ", ".join((*agreement.departments, *agreement.positions))
    alone = f"Where no union is given, for: {claims}." if claims else ""
    covers = whose.get(agreement.covers, f"the {agreement.covers}")
    return f"For {covers}{f' ({named})' if named else ''}. {alone}".strip()


def _figures(agreement: Agreement) -> Iterator[str]:
    """The table of its figures."""
    rows = [
        f"| {name.value}{f' ({of})' if of else ''} "
        f"| {said(name, figure.value, agreement.currency)} | {figure.clause} "
        f"| {_dates(figure.effective_from, figure.effective_to)} "
        f"| {_looked_up(figure.source)} |"
        for of, name, figure in agreement.every_figure()
    ]
    if rows:
        yield "| figure | value | clause | dates of its own | source |\n|---|---|---|---|---|"
        yield "\n".join(rows) + "\n"


def _dates(begins: object, ends: object) -> str:
    return " ".join(
        filter(None, (f"from {begins}" if begins else "", f"to {ends}" if ends else ""))
    )


def _looked_up(source: Source) -> str:
    own = ", *own text*" if source.own_text else ""
    how = "carried over" if source.carried_over else "checked"
    return f"{source.title}{own}, {how} {source.checked}"


def _minors(agreement: Agreement) -> Iterator[str]:
    """The table of hours by age."""
    if agreement.minors:
        yield "| age | at work | work (without school) | school | clause | source |"
        yield "|---|---|---|---|---|---|"
        yield "\n".join(_band(band) for band in agreement.minors) + "\n"


def _band(band: MinorBand) -> str:
    free = f" ({band.work_free} min)" if band.work_free else ""
    meal = f" (+ {band.meal} min for a meal)" if band.meal else ""
    return (
        f"| {band.from_age} until {band.until_age} | {band.on_set} min{meal} "
        f"| {band.work} min{free} | {band.school} min | {band.clause} | {_looked_up(band.source)} |"
    )
