"""Files that openpyxl does not take as they are, mended before it opens them.

Strict Open XML differs from the ordinary kind in the names of its namespaces; some programs write
no cell styles at all, or put them where openpyxl does not look. What openpyxl cannot read of pivot
tables, charts and pictures is left out: the API does not show it, and it stays in the file.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = "http://schemas.openxmlformats.org/"
_FAMILIES = {
    "spreadsheetml/main": "spreadsheetml/2006/main",
    "officeDocument/extendedProperties": "officeDocument/2006/extended-properties",
    "officeDocument/customProperties": "officeDocument/2006/custom-properties",
    "officeDocument/relationships/extendedProperties": (
        "officeDocument/2006/relationships/extended-properties"
    ),
    "officeDocument/relationships/customProperties": (
        "officeDocument/2006/relationships/custom-properties"
    ),
}
_NAME = re.compile(rb'http://purl\.oclc\.org/ooxml/([^"\'<>\s]+)')
_CONFORMANCE = re.compile(rb'\sconformance="strict"')
_ROOT = re.compile(rb"<(\w+:)?styleSheet\b[^>]*?(/)?>")
_XF = '<{0}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
_PARTS = {  # in the order that the schema has them
    "fonts": "<{0}font><{0}sz val='11'/><{0}name val='Calibri'/></{0}font>",
    "fills": "<{0}fill><{0}patternFill patternType='none'/></{0}fill>",
    "borders": "<{0}border/>",
    "cellStyleXfs": _XF,
    "cellXfs": _XF,
}
_RELATION = re.compile(
    rb"<(?:\w+:)?Relationship\b[^>]*?/>|<(?:\w+:)?Relationship\b.*?</[^>]*>", re.S
)
_CACHES = re.compile(rb"<(\w+:)?pivotCaches\b.*?</(\w+:)?pivotCaches>", re.S)
Rewrite = Callable[[str, bytes], bytes]


def mended(data: bytes) -> bytes:
    """A package with ordinary namespaces and some cell style; the same bytes where it has both."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        strict = any(
            _STRICT in archive.read(name)
            for name in archive.namelist()
            if name.endswith("workbook.xml") or name == "_rels/.rels"
        )
        sheets = {n: archive.read(n) for n in archive.namelist() if n.endswith("styles.xml")}
        bare = any(_styled(content) != content for content in sheets.values())
        lost = _lost(archive.namelist())
    if not strict and not bare and not lost:
        return data
    return _rewritten(data, _mend, lost)


_EXPECTED = ("xl/styles.xml", "xl/theme/theme1.xml")
"""Where openpyxl looks, whatever the package's relations say."""


def _lost(names: list[str]) -> dict[str, str]:
    """Parts that stand elsewhere -> where they are expected."""
    found = {}
    for expected in _EXPECTED:
        last = expected.rpartition("/")[2]
        others = [name for name in names if name.rpartition("/")[2] == last]
        if expected not in names and len(others) == 1:
            found[others[0]] = expected
    return found


def without(data: bytes, *kinds: str) -> bytes:
    """A package whose tabs no longer lead to parts of some kinds ("pivotTable", "drawing"), nor the
    workbook to what pivot tables keep."""
    endings = tuple(f"/{kind}".encode() for kind in kinds)

    def keep(match: re.Match[bytes]) -> bytes:
        found = re.search(rb'\bType\s*=\s*["\']([^"\']*)', match[0])
        return b"" if found is not None and found[1].endswith(endings) else match[0]

    def cut(name: str, content: bytes) -> bytes:
        if name.endswith("workbook.xml"):
            return _CACHES.sub(b"", content)
        inner = name.endswith(".rels") and name.count("/") > 1
        return _RELATION.sub(keep, content) if inner else content

    return _rewritten(data, cut)


def _rewritten(data: bytes, rewrite: Rewrite, also: Mapping[str, str] = {}) -> bytes:
    """Each part rewritten; parts named in ``also`` stand at a second place, too."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            if info.is_dir():
                continue
            content = rewrite(info.filename, old.read(info))
            new.writestr(info.filename, content)
            if info.filename in also:
                new.writestr(also[info.filename], content)
    return made.getvalue()


def _mend(name: str, content: bytes) -> bytes:
    if not name.endswith((".xml", ".rels", ".vml")):
        return content
    if _STRICT in content:
        content = _CONFORMANCE.sub(b"", _NAME.sub(_ordinary, content))
    return _styled(content) if name.endswith("styles.xml") else content


def _ordinary(match: re.Match[bytes]) -> bytes:
    name = match[1].decode()
    family, _, rest = name.partition("/")
    return (_TRANSITIONAL + (_FAMILIES.get(name) or f"{family}/2006/{rest}")).encode()


def _styled(content: bytes) -> bytes:
    """A style sheet that has at least one of everything that a cell's style needs."""
    root = _ROOT.search(content)
    if root is None:
        return content
    prefix = (root[1] or b"").decode()
    if root[2]:
        opened = root[0][:-2] + f"></{prefix}styleSheet>".encode()
        content = content[: root.start()] + opened + content[root.end() :]
    for number, (part, inner) in enumerate(_PARTS.items()):
        content = _with_part(content, prefix, part, inner.format(prefix), list(_PARTS)[:number])
    return content


def _with_part(content: bytes, prefix: str, part: str, inner: str, before: list[str]) -> bytes:
    name = prefix + part
    if re.search(rf"<{name}\b[^>]*[^/]>\s*<".encode(), content):
        found = re.search(rf"<{name}\b[^>]*>\s*</{name}>".encode(), content)
        if found is None:
            return content
    content = re.sub(rf"<{name}\b[^>]*/>|<{name}\b[^>]*>\s*</{name}>".encode(), b"", content)
    whole = f"<{name} count='1'>{inner}</{name}>".encode()
    ends = [f"</{prefix}{each}>".encode() for each in ["numFmts", *before]]
    place = max((content.rfind(end) + len(end) for end in ends if end in content), default=-1)
    if place < 0:
        root = _ROOT.search(content)
        place = root.end() if root else 0
    return content[:place] + whole + content[place:]
