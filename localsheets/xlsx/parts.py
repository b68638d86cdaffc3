"""The parts of an .xlsx package: which part holds which tab, and the cached values in it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as ET

_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


def local(tag: str) -> str:
    """A tag without its namespace."""
    return tag.rsplit("}", 1)[-1]


def workbook_part(archive: zipfile.ZipFile) -> str:
    """The part that lists the tabs, as the package's root relations name it."""
    for kind, target in _relations(archive, "").values():
        if kind.endswith("/officeDocument"):
            return target
    return "xl/workbook.xml"


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Tab title -> the part that holds its cells, in the order of the tabs."""
    book = workbook_part(archive)
    relations = _relations(archive, book)
    found: dict[str, str] = {}
    with archive.open(book) as file:
        for _, element in ET.iterparse(file):  # noqa: S314 - expat does not follow entities here
            if local(element.tag) != "sheet":
                continue
            own = next((element.get(name) for name in _RELATION_IDS if element.get(name)), None)
            relation = relations.get(own or "")
            if relation is not None and relation[0].endswith("/worksheet"):
                found[element.get("name", "")] = relation[1]
    return found


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """A part's relations: id -> (type, the part that it points to)."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    try:
        text = archive.read(path)
    except KeyError:
        return {}
    found = {}
    for element in ET.fromstring(text):  # noqa: S314
        target = element.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = element.get("Type", "")
        found[element.get("Id", "")] = (kind, posixpath.normpath(whole))
    return found


def cached_values(file: IO[bytes]) -> Iterator[tuple[str, str, str]]:
    """Every formula cell's cached value: (name "B7", type "n"/"str"/"b"/"e", text)."""
    for _, element in ET.iterparse(file):  # noqa: S314
        tag = local(element.tag)
        if tag == "c":
            formula = value = None
            for child in element:
                name = local(child.tag)
                if name == "f":
                    formula = child
                elif name == "v":
                    value = child.text
            if formula is not None and value is not None:
                yield element.get("r", ""), element.get("t", "n"), value
        elif tag == "row":
            element.clear()
