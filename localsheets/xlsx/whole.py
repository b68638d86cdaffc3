"""An imported file with its changed tabs replaced: everything else in it stays as it came.

openpyxl reads and writes a workbook anew and loses what it does not know: pictures and shapes,
charts' finer points, slicers, sparklines, threaded comments, connections. So what it wrote serves
for the tabs that were changed or added, and for the styles, which begin with those of the file in
their order; all other parts come from the file, byte by byte. A tab whose formulas only followed a
change elsewhere, or gave another result, has just these put right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from localsheets.state.cell import Value
from localsheets.xlsx.opc import Package, Relation
from localsheets.xlsx.parts import local
from localsheets.xlsx.recalculated import put_right

PREFIX = "xl/localsheets/"
"""Where parts of changed tabs stand: no other program puts any there."""
_OURS = b"urn:localsheets:"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SHEETS = {"worksheet", "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"}
_DROPPED = {"calcChain", "vbaProject"}
"""Excel makes the first anew; the second does not belong into an .xlsx file."""
_TABLE = "spreadsheetml.table+xml"
_TABLE_ID = re.compile(rb"(<(?:\w+:)?table\b[^>]*?\sid=[\"'])(\d+)")
_STRING = re.compile(rb"<si>(.*?)</si>|<si\s*/>", re.S)
_SHARED = re.compile(rb'(<c [^>]*?)\st="s"([^>]*)><v>(\d+)</v></c>')


@dataclass(frozen=True, slots=True)
class Kept:
    """A tab that stays as it is in the file, but for its formulas."""

    title: str
    """In the file."""
    results: Mapping[str, Value]
    """Cell name -> what its formula gives now."""
    formulas: Mapping[str, str] | None = None
    """Cell name -> formula, if any is another now."""
    active: bool = False
    """Whether it is the tab in front."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab as a workbook lists it."""

    title: str
    state: str
    relation: Relation


class Unfit(Exception):  # noqa: N818 - not an error: the caller has another way
    """The file is laid out in a way that this module does not handle."""


def worked_in(made: bytes, original: bytes, kept: Mapping[str, Kept]) -> bytes:
    """``original`` with the tabs of ``made``, in their order and under their titles.

    ``kept`` are those that stay as they are in the file, by their titles in ``made``.

    Raises:
        Unfit: the file's workbook part is not written as others write it.
    """
    new, base = Package.read(made), Package.read(original)
    new_book, book = _workbook(new), _workbook(base)
    theirs = {tab.title: tab for tab in _tabs(base, book)}
    listed = _tabs(new, new_book)
    renamed = _copied(new, new_book, base, book, {tab.title for tab in listed} - kept.keys())
    tabs: list[Tab] = []
    for number, tab in enumerate(listed):
        own = kept.get(tab.title)
        if own is None:
            relation = _moved(tab.relation, renamed, number)
        else:
            relation = theirs[own.title].relation
            base.parts[relation.target] = _edited(base.parts[relation.target], own)
        tabs.append(Tab(tab.title, tab.state, relation))
    rest = [r for r in base.of(book) if r.kind not in _SHEETS | _DROPPED and not _is_ours(base, r)]
    noted = [r for r in new.of(new_book) if _is_ours(new, r)]
    base.relations[book] = [*rest, *(tab.relation for tab in tabs), *noted]
    base.parts.update({r.target: new.parts[r.target] for r in noted})
    base.parts[book] = _with_tabs(base.parts[book], new.parts[new_book], tabs)
    base.types[book] = _WORKBOOK
    _take_styles(new, new_book, base, book)
    return base.written()


def _edited(content: bytes, kept: Kept) -> bytes:
    if not kept.active:  # two tabs that are in front would be edited together
        content = re.sub(rb'\stabSelected\s*=\s*["\'](1|true)["\']', b"", content)
    if not kept.results:
        return content
    return put_right(content.decode(), kept.results, kept.formulas).encode()


def _workbook(package: Package) -> str:
    found = [r.target for r in package.of("") if r.kind == "officeDocument"]
    if not found or found[0] not in package.parts:
        raise Unfit
    return found[0]


def _tabs(package: Package, book: str) -> list[Tab]:
    relations = {r.id: r for r in package.of(book)}
    found = []
    for element in ET.fromstring(package.parts[book]).iter():  # noqa: S314
        if local(element.tag) != "sheet":
            continue
        own = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
        if own in relations:
            state = element.get("state", "visible")
            found.append(Tab(element.get("name", ""), state, relations[own]))
    return found


def _is_ours(package: Package, relation: Relation) -> bool:
    """Whether it leads to what an earlier export noted for us."""
    return relation.kind == "customXml" and _OURS in package.parts.get(relation.target, b"")


def _moved(relation: Relation, renamed: Mapping[str, str], number: int) -> Relation:
    target = renamed[relation.target]
    return Relation(f"rIdLocalsheets{number}", relation.type, target)


def _copied(
    new: Package, new_book: str, base: Package, book: str, titles: set[str]
) -> dict[str, str]:
    """Copy the parts of some tabs into the file: part there -> part here."""
    strings = _strings(new, new_book)
    caches = _caches(base, book)
    ours = _caches(new, new_book)
    same = {part: caches[number] for number, part in ours.items() if number in caches}
    starts = [tab.relation.target for tab in _tabs(new, new_book) if tab.title in titles]
    renamed = dict(same)
    for part in new.closure(starts):
        renamed.setdefault(part, PREFIX + part.removeprefix("xl/"))
    free = _free_table(base)
    for part, name in renamed.items():
        if part in same or part not in new.parts:
            continue
        content = new.parts[part]
        if new.type_of(part).endswith(_TABLE):
            content = _TABLE_ID.sub(rb"\g<1>%d" % free, content, count=1)
            free += 1
        base.parts[name] = _with_strings(content, strings) if part in starts else content
        base.types[name] = new.type_of(part)
        base.relations[name] = [
            r if r.external else Relation(r.id, r.type, renamed.get(r.target, r.target))
            for r in new.of(part)
        ]
    return renamed


def _free_table(package: Package) -> int:
    """A number above those of all tables: no two of a workbook may have the same."""
    found = [0]
    for part, content in package.parts.items():
        if package.type_of(part).endswith(_TABLE) and (match := _TABLE_ID.search(content)):
            found.append(int(match[2]))
    return max(found) + 1


def _caches(package: Package, book: str) -> dict[str, str]:
    """What pivot tables keep: the workbook's number of each cache -> its part."""
    relations = {r.id: r.target for r in package.of(book)}
    found = {}
    for element in ET.fromstring(package.parts[book]).iter():  # noqa: S314
        if local(element.tag) == "pivotCache":
            own = next((v for k, v in element.attrib.items() if k.endswith("}id")), "")
            if own in relations:
                found[element.get("cacheId", "")] = relations[own]
    return found


def _strings(package: Package, book: str) -> list[bytes]:
    part = next((r.target for r in package.of(book) if r.kind == "sharedStrings"), "")
    return [match[1] or b"" for match in _STRING.finditer(package.parts.get(part, b""))]


def _with_strings(content: bytes, strings: list[bytes]) -> bytes:
    """A tab's cells with their texts in them, instead of numbers into openpyxl's table."""
    return _SHARED.sub(
        lambda m: m[1] + b' t="inlineStr"' + m[2] + b"><is>" + strings[int(m[3])] + b"</is></c>",
        content,
    )


def _take_styles(new: Package, new_book: str, base: Package, book: str) -> None:
    theirs = next(r for r in new.of(new_book) if r.kind == "styles")
    ours = next((r for r in base.of(book) if r.kind == "styles"), None)
    if ours is None:
        ours = Relation("rIdLocalsheetsStyles", theirs.type, PREFIX + "styles.xml")
        base.relations[book].append(ours)
    base.parts[ours.target] = new.parts[theirs.target]
    base.types[ours.target] = new.type_of(theirs.target)


def _with_tabs(text: bytes, made: bytes, tabs: list[Tab]) -> bytes:
    """The workbook part with these tabs, and with the names and the view that openpyxl wrote."""
    prefix = _prefix(text)
    listed = "".join(
        f'<{prefix}sheet name={quoteattr(tab.title)} sheetId="{number}"'
        + (f' state="{tab.state}"' if tab.state != "visible" else "")
        + f" r:id={quoteattr(tab.relation.id)}/>"
        for number, tab in enumerate(tabs, 1)
    )
    whole = f'<{prefix}sheets xmlns:r="{_RELATIONS}">{listed}</{prefix}sheets>'.encode()
    text, count = _element(prefix, "sheets").subn(lambda _: whole, text)
    if count != 1:
        raise Unfit
    names = _names(made, prefix)
    text = _element(prefix, "definedNames").sub(b"", text)
    after = [f"</{prefix}{name}>".encode() for name in ("externalReferences", "functionGroups")]
    ends = [text.rfind(end) + len(end) for end in after if end in text]
    place = max(ends, default=text.index(whole) + len(whole))
    text = text[:place] + names + text[place:]
    return _active(text, made, prefix)


def _prefix(text: bytes) -> str:
    """ "x:" or "": how the workbook part calls its own namespace."""
    root = re.search(rb"<(\w+:)?workbook\b", text)
    if root is None:
        raise Unfit
    return (root[1] or b"").decode()


def _element(prefix: str, name: str) -> re.Pattern[bytes]:
    whole = f"{prefix}{name}"
    return re.compile(rf"<{whole}\b[^>]*/>|<{whole}\b.*?</{whole}>".encode(), re.S)


def _names(made: bytes, prefix: str) -> bytes:
    lines = []
    for element in ET.fromstring(made).iter():  # noqa: S314
        if local(element.tag) == "definedName":
            given = {k: quoteattr(v) for k, v in element.attrib.items() if "}" not in k}
            attributes = "".join(f" {name}={value}" for name, value in given.items())
            text, name = escape(element.text or ""), f"{prefix}definedName"
            lines.append(f"<{name}{attributes}>{text}</{name}>")
    whole = f"{prefix}definedNames"
    return f"<{whole}>{''.join(lines)}</{whole}>".encode() if lines else b""


def _active(text: bytes, made: bytes, prefix: str) -> bytes:
    """Which tab is in front, by its place, which may be another now."""
    found = re.search(rb'<workbookView\b[^>]*?\bactiveTab="(\d+)"', made)
    active = found[1] if found else b"0"

    def change(match: re.Match[bytes]) -> bytes:
        view = re.sub(rb'\s(activeTab|firstSheet)\s*=\s*["\']\d*["\']', b"", match[0])
        name = f"<{prefix}workbookView".encode()
        return view.replace(name, name + b' activeTab="' + active + b'"', 1)

    return re.sub(rf"<{prefix}workbookView\b[^>]*>".encode(), change, text)
