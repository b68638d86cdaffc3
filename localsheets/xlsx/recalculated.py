"""Formulas and their results put right in a tab's part that is otherwise left as it came."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, unescape

from localsheets.state.cell import Value
from localsheets.xlsx.package import written_value
from localsheets.xlsx.values_in import cached

_FORMULA = r"<{0}f\b(?P<kind>[^>]*?)(?:/>|>(?P<text>[^<]*)</{0}f>)"
_RESULT = r"<{0}v\b[^>]*?(?:/>|>(?P<text>[^<]*)</{0}v>)"
_NAME = re.compile(r"""\br\s*=\s*["']([A-Z]+[0-9]+)["']""")
_TYPE = re.compile(r"""\s+t\s*=\s*["']([^"']*)["']""")


def put_right(xml: str, results: Mapping[str, Value], formulas: Mapping[str, str] | None) -> str:
    """A tab's XML with these results (cell name -> value), and, if any formula is another now,
    with all of these formulas."""
    prefix = _prefix(xml)
    cell = re.compile(
        rf"<{prefix}c\b(?P<attributes>(?:[^>/]|/(?!>))*)>(?P<inner>.*?)</{prefix}c>", re.S
    )
    formula = re.compile(_FORMULA.format(prefix))
    result = re.compile(_RESULT.format(prefix))

    def change(match: re.Match[str]) -> str:
        name, found = _NAME.search(match["attributes"]), formula.search(match["inner"])
        if name is None or found is None or name[1] not in results:
            return match[0]
        text = found[0]
        if formulas is not None and name[1] in formulas and not _is_whole(found["kind"]):
            text = f"<{prefix}f>{escape(formulas[name[1]].removeprefix('='))}</{prefix}f>"
        before = result.search(match["inner"])
        kind = _TYPE.search(match["attributes"])
        value = results[name[1]]
        if text == found[0] and _same(before, kind[1] if kind else "n", value):
            return match[0]
        return _cell(prefix, match["attributes"], text, value)

    return cell.sub(change, xml)


def _prefix(xml: str) -> str:
    found = re.search(r"<(\w+:)?worksheet\b", xml)
    return (found[1] or "") if found else ""


def _is_whole(kind: str) -> bool:
    """Whether the formula is one of a whole block: an array's, a data table's."""
    return 't="array"' in kind or 't="dataTable"' in kind


def _same(before: re.Match[str] | None, kind: str, value: Value) -> bool:
    if before is None:
        return value is None
    was = cached(kind, unescape(before["text"] or "", {"&quot;": '"', "&apos;": "'"}))
    return was == value and isinstance(was, bool) == isinstance(value, bool)


def _cell(prefix: str, attributes: str, formula: str, value: Value) -> str:
    plain = _TYPE.sub("", attributes)
    if value is None:
        return f"<{prefix}c{plain}>{formula}</{prefix}c>"
    kind, text = written_value(value)
    mark = f' t="{kind}"' if kind else ""
    return f"<{prefix}c{plain}{mark}>{formula}<{prefix}v>{text}</{prefix}v></{prefix}c>"
