"""An .xlsx package in memory: its parts, their relations and content types."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

from localsheets.xlsx.parts import local

TYPES = "[Content_Types].xml"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: to another part (an absolute name), or outside the package."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: "worksheet", "drawing"."""
        return self.type.rpartition("/")[2]


@dataclass(slots=True)
class Package:
    """A package's parts by name, without a leading slash. Types and relations are kept apart."""

    parts: dict[str, bytes]
    types: dict[str, str] = field(default_factory=dict)
    """Content types by part."""
    defaults: dict[str, str] = field(default_factory=dict)
    """Content types by extension."""
    relations: dict[str, list[Relation]] = field(default_factory=dict)
    """By the part that they lead from; "" is the package itself."""

    @classmethod
    def read(cls, data: bytes) -> Package:
        """Take a package apart.

        Raises:
            KeyError, ValueError, ParseError, BadZipFile: it is not well-formed.
        """
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = {i.filename.lstrip("/"): archive.read(i) for i in archive.infolist()}
        made = cls({name: part for name, part in found.items() if not name.endswith("/")})
        for element in ET.fromstring(made.parts.pop(TYPES)):  # noqa: S314
            kind = element.get("ContentType", "")
            if local(element.tag) == "Override":
                made.types[element.get("PartName", "").lstrip("/")] = kind
            else:
                made.defaults[element.get("Extension", "").casefold()] = kind
        for name in [name for name in made.parts if name.endswith(".rels")]:
            owner = _owner(name)
            made.relations[owner] = list(_relations(owner, made.parts.pop(name)))
        return made

    def of(self, part: str) -> list[Relation]:
        """A part's relations."""
        return self.relations.get(part, [])

    def closure(self, start: Iterable[str]) -> set[str]:
        """These parts and all that they lead to."""
        found: set[str] = set()
        waiting = list(start)
        while waiting:
            part = waiting.pop()
            if part in found:
                continue
            found.add(part)
            waiting += [r.target for r in self.of(part) if not r.external]
        return found

    def type_of(self, part: str) -> str:
        """A part's content type."""
        return self.types.get(part) or self.defaults.get(_extension(part), "")

    def written(self) -> bytes:
        """The package with all that can be reached from its root."""
        names = sorted(self.closure([""]) & self.parts.keys())
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(TYPES, self._types(names))
            archive.writestr("_rels/.rels", _relations_text(self.of("")))
            for name in names:
                archive.writestr(name, self.parts[name])
                if self.of(name):
                    folder, last = posixpath.split(name)
                    text = _relations_text(self.of(name))
                    archive.writestr(posixpath.join(folder, "_rels", f"{last}.rels"), text)
        return made.getvalue()

    def _types(self, names: list[str]) -> str:
        lines = [
            f"<Default Extension={quoteattr(extension)} ContentType={quoteattr(kind)}/>"
            for extension, kind in sorted({**self.defaults, "rels": _RELATIONS_TYPE}.items())
        ]
        typed = [(quoteattr(f"/{n}"), quoteattr(self.types[n])) for n in names if n in self.types]
        lines += [f"<Override PartName={name} ContentType={kind}/>" for name, kind in typed]
        return f'{_HEAD}<Types xmlns="{_TYPES_NAMESPACE}">{"".join(lines)}</Types>'


_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


def _extension(part: str) -> str:
    return part.rpartition("/")[2].rpartition(".")[2].casefold()


def _owner(name: str) -> str:
    """ "xl/_rels/workbook.xml.rels" -> "xl/workbook.xml"."""
    folder, last = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))


def _relations(owner: str, text: bytes) -> Iterable[Relation]:
    for element in ET.fromstring(text):  # noqa: S314
        target, external = element.get("Target", ""), element.get("TargetMode") == "External"
        if not external:
            folder = "" if target.startswith("/") else posixpath.dirname(owner)
            target = posixpath.normpath(posixpath.join(folder, target.lstrip("/")))
        yield Relation(element.get("Id", ""), element.get("Type", ""), target, external)


def _relations_text(relations: list[Relation]) -> str:
    lines = []
    for each in relations:
        target = each.target if each.external else "/" + each.target
        mode = ' TargetMode="External"' if each.external else ""
        lines.append(
            f"<Relationship Id={quoteattr(each.id)} Type={quoteattr(each.type)}"
            f" Target={quoteattr(target)}{mode}/>"
        )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS_NAMESPACE}">{"".join(lines)}</Relationships>'
