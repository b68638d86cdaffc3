"""What openpyxl cannot write, worked into the saved package: formulas' cached values, our notes.

openpyxl writes a formula or a value, never both. A viewer that does not compute, and pandas, then
see nothing; so each ``<c>`` with an ``<f>`` gets its ``<v>`` here.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from localsheets.state.cell import CellError, Value
from localsheets.state.values import number
from localsheets.xlsx import parts

Results = Mapping[str, Value]
"""Cell name ("B7") -> its formula's value."""

_CELL = re.compile(
    r'<c r="(?P<name>[A-Z]+[0-9]+)"(?P<rest>[^>]*)>(?P<formula><f[^>]*/>|<f[^>]*(?<!/)>[^<]*</f>)'
    r"<v\s*/?>(?:[^<]*</v>)?</c>",
    re.S,
)
_TYPE = re.compile(r'\s+t="[^"]*"')
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
REMEMBERED = "customXml/item-localsheets.xml"
_RELATION = (
    '<Relationship Id="rIdLocalsheets" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/customXml" Target="../customXml/item-localsheets.xml"/></Relationships>'
)


def finish(source: Path, target: Path, results: Mapping[str, Results], remembered: bytes) -> None:
    """Copy a saved package, with cached values (by tab title) and a part of our own worked in."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        by_part = {part: results.get(title, {}) for title, part in parts.sheet_parts(old).items()}
        relations = _relations_of(parts.workbook_part(old))
        for info in old.infolist():
            data = old.read(info.filename)
            if by_part.get(info.filename):
                data = with_results(data.decode(), by_part[info.filename]).encode()
            elif info.filename == relations:
                data = _related(data)
            new.writestr(info.filename, data)
        new.writestr(REMEMBERED, remembered)


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _related(data: bytes) -> bytes:
    return data.replace(b"</Relationships>", _RELATION.encode())


def with_results(xml: str, results: Results) -> str:
    """A worksheet's XML with the values of its formulas."""

    def fill(match: re.Match[str]) -> str:
        value = results.get(match["name"])
        if value is None:
            return match[0]
        kind, text = written_value(value)
        rest = _TYPE.sub("", match["rest"])
        mark = f' t="{kind}"' if kind else ""
        return f'<c r="{match["name"]}"{rest}{mark}>{match["formula"]}<v>{text}</v></c>'

    return _CELL.sub(fill, xml)


def legal(text: str) -> str:
    """A text without the signs that XML does not allow."""
    return _ILLEGAL.sub("", text)


def written_value(value: Value) -> tuple[str, str]:
    """A value's type and text in a file: ("str", "over")."""
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, CellError):
        return "e", escape(value.text if value.type != "ERROR" else "#VALUE!")
    if isinstance(value, str):
        return "str", escape(legal(value))
    return "", repr(number(value or 0))
