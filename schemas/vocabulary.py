"""Which field of a kind a heading names, however it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from schemas import tiers as tiered
from schemas.heading_forms import spelt_out, variants
from schemas.headings import Field, Header, Shape, normal
from schemas.values.words import listed

Match = tuple[str, float]
"""A field and how surely a heading names it, 0 to 1."""

_LONGEST = 60
_SPELT = 0.95
"""How surely a heading names a field whose words it only shortens."""
_NEUTRAL = listed(
    "a an and at by d de del den der des die das du el en et for fur in la las le les los of on "
    "our per po the to und von y your"
)
"""Words that say nothing of which field a heading names."""
_FURTHER = 0.85
"""How surely a heading names a field where it is no common one."""
_SURER = 0.04
"""How much more surely a wording of a column's tiers must name a field than an earlier one."""
_PLAINER = 0.1
"""How much more surely its last heading alone must where what stands above names the field that
both together do: "Crew" under "Call" is a call, and nobody's name."""
_BARE = 0.05
"""By how much a last heading alone gives way to one that names the field with what it stands under:
"SHOOT | CALL" to "CREW | CALL"."""
_BY_WORDS = 0.7
"""How surely a heading names a field by words that only this field's headings have."""
_REMARKS = re.compile(
    r"(?:\bnotes|\bremarks|\bcomments|\bremarques|\bcommentaires|bemerkungen|\bobservaciones|"
    r"\bnotas)$|^(?:notes|remarks|comments|remarques|bemerkungen|observaciones|notas)\b"
)
_EITHER = re.compile(r"\s*/\s*|\s+or\s+", re.IGNORECASE)


class Vocabulary:
    """The headings of one kind's fields, and ``further`` ones (heading -> field)."""

    def __init__(self, fields: Sequence[Field], further: Mapping[str, str] | None = None) -> None:
        self.fields = {field.name: field for field in fields}
        self.exact: dict[str, Match] = {}
        """Wording -> the field that it names."""
        self._spelt_out: dict[str, Match] = {}
        self._begins: list[tuple[str, str]] = []
        self._known: dict[str, Match | None] = {}
        self._words: dict[str, set[str]] = {}
        """Word -> the fields whose headings have it."""
        for field in fields:
            for rank, heading in enumerate(field.headings.split("|")):
                wording = heading.strip()
                if wording.endswith("*"):
                    self._begins.append((wording.rstrip("* "), field.name))
                elif wording:
                    later = 0 if field.even else rank
                    match = (field.name, 1.0 - min(0.005 * later, 0.1))
                    self.exact.setdefault(wording, match)
                    self._spelt_out.setdefault(spelt_out(wording), match)
                    for word in spelt_out(wording).split():
                        self._words.setdefault(word, set()).add(field.name)
        for wording, name in (further or {}).items():
            self.exact.setdefault(wording, (name, _FURTHER))
            self._spelt_out.setdefault(spelt_out(wording), (name, _FURTHER))

    def match(self, heading: str) -> Match | None:
        """The field that a heading names and how surely (0 to 1); ``None`` where it names none."""
        if not heading or len(heading) > _LONGEST:
            return None
        if heading not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[heading] = self._match(heading)
        return self._known[heading]

    def _match(self, heading: str) -> Match | None:
        for wording, quality in variants(heading):
            if wording in self.exact:
                field, rank = self.exact[wording]
                return field, quality * rank
        for wording, quality in variants(heading):
            if spelt_out(wording) in self._spelt_out:
                field, rank = self._spelt_out[spelt_out(wording)]
                return field, quality * rank * _SPELT
        full = normal(heading)
        for beginning, field in self._begins:
            if full == beginning or full.startswith(beginning + " "):
                return field, 0.8
        return (
            self._either(heading)
            or self._remarks(full)
            or self._by_words(heading)
            or self._twice(heading)
        )

    def _either(self, heading: str) -> Match | None:
        """The field of "Poste / Position": each half names it, or nothing.

        "Account / Description" heads cells that hold both, which are read from the code on; of
        "Agent / Remarks" the remarks are kept, whatever they begin with.
        """
        halves = _EITHER.split(heading)
        if len(halves) != 2:
            return None
        named = [self.exact.get(normal(half)) for half in halves]
        fields = [match[0] for match in named if match]
        if len(set(fields)) == 1:
            return fields[0], 0.8
        if "notes" in fields and "status" not in fields and len(fields) == 2:
            return "notes", _BY_WORDS
        coded = fields and self.fields[fields[0]].shape is Shape.CODE and named[0]
        return (fields[0], 0.8) if coded else None

    def _remarks(self, full: str) -> Match | None:
        """The notes, of what a heading says they are: "Deal notes", "Bemerkungen Vertrag"."""
        if "notes" not in self.fields or not _REMARKS.search(full):
            return None
        return "notes", _BY_WORDS

    def _twice(self, heading: str) -> Match | None:
        """The field that a heading names twice, as in two languages below each other: "Performer
        Comédien(ne)"."""
        for wording, _ in variants(heading):
            words = wording.split()
            for at in range(1, len(words)):
                halves = " ".join(words[:at]), " ".join(words[at:])
                fields = {self.exact.get(half, ("", 0.0))[0] for half in halves}
                if len(fields) == 1 and "" not in fields and halves[0] != halves[1]:
                    return fields.pop(), _BY_WORDS
        return None

    def _by_words(self, heading: str) -> Match | None:
        """The field whose own words a heading puts together in a new way: "Payee (vendor)".

        Every word is one of the field's or says nothing, and one of them is of no other field.
        """
        said = spelt_out(variants(heading)[-1][0]).split()
        known = [self._words.get(word, set()) for word in said if word not in _NEUTRAL]
        if not known or len(said) < 2:
            return None
        shared = set.intersection(*known)
        own = {next(iter(fields)) for fields in known if len(fields) == 1}
        return (next(iter(own)), _BY_WORDS) if len(own) == 1 and own <= shared else None

    def header(
        self,
        tiers: Sequence[Sequence[str]],
        rows: Sequence[int],
        ends: Mapping[tuple[int, int], int] | None = None,
    ) -> Header:
        """Read heading rows: ``tiers`` are their texts, top first, all of one length.

        ``ends`` says how far merged headings reach: (row, column) -> last column. A field takes
        the column that names it best, the leftmost of equals.
        """
        best: dict[str, tuple[float, int, str]] = {}
        surest: dict[str, float] = {}
        repeated: dict[str, int] = {}
        others: dict[str, int] = {}
        named = tiered.telling(tiers, rows)
        for col, wordings in enumerate(tiered.wordings(*named, ends or {}), start=1):
            match, heading, sure = self._best(wordings, named[0], col)
            if match is None:
                if heading:
                    others.setdefault(heading, col)
                continue
            field, quality = match
            if field in best and (remarks := self._remarks(normal(heading))):
                field, quality = remarks  # "Deal", and then "Deal notes"
            if field in best and surest[field] >= sure:
                repeated.setdefault(field, col)
                others.setdefault(heading, col)
                continue
            if field in best:
                repeated.setdefault(field, best[field][1])
                others.setdefault(best[field][2], best[field][1])
            best[field], surest[field] = (quality, col, heading), sure
        self._part(best, repeated, others, named[0])
        return Header(
            rows=tuple(rows),
            columns={field: col for field, (_, col, _) in best.items()},
            headings={field: heading for field, (_, _, heading) in best.items()},
            others=others,
            repeated=repeated,
            quality={field: quality for field, (quality, _, _) in best.items()},
        )

    def _part(
        self,
        best: dict[str, tuple[float, int, str]],
        repeated: dict[str, int],
        others: dict[str, int],
        tiers: Sequence[Sequence[str]],
    ) -> None:
        """Give a column whose last heading alone names another field that one, where two contend.

        "Total Cost" under "FORECAST" is no second EFC beside "EFC".
        """
        for field, col in list(repeated.items()):
            quality, winner, _ = best[field]
            last = next((t[winner - 1] for t in reversed(tiers) if any(t[winner - 1 : winner])), "")
            own = self.match(last)
            further = next((text for text, at in others.items() if at == col), "")
            if own is None or own[0] in {field, *best} or normal(last) not in self.exact:
                continue
            best[own[0]], best[field] = (own[1], winner, last), (quality, col, further)
            del repeated[field], others[further]

    def _best(
        self, wordings: Sequence[str], tiers: Sequence[Sequence[str]], col: int
    ) -> tuple[Match | None, str, float]:
        """The best match among a column's wordings, the wording shown for it, and its rank.

        A last heading alone that names what it names with those above is shown with them.
        """
        own = [tier[col - 1] for tier in tiers if len(tier) >= col and tier[col - 1]]
        last = own[-1] if own and len(wordings) > 1 else ""
        shown = ""
        best: Match | None = None
        for wording in wordings:
            shown = shown or wording
            match = self.match(wording)
            if match is None:
                continue
            group = wordings[0].removesuffix(last) if wording == last else ""
            if best is None or match[1] > best[1] + self._margin(group, best[0]):
                same = wording == last and best is not None and best[0] == match[0]
                best, shown = match, shown if same else wording
        return best, shown, (best[1] if best else 0.0) - (_BARE if shown == last else 0.0)

    def _margin(self, group: str, field: str) -> float:
        """How much more surely another wording must name a field than one that names this one.

        ``group`` is what stands above a column's last heading, where that is asked alone. That it
        is a plural ("CALLS" over "Crew") takes nothing from what both together name.
        """
        named = self.match(group.strip())
        return _PLAINER + 1.0 - named[1] if named and named[0] == field else _SURER
