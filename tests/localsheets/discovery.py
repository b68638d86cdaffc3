"""Google's own description of the Sheets API, which the server's schema and answers must fit.

The discovery document comes with google-api-python-client (Apache License 2.0), which is needed for
development alone; ``localsheets/wire/schema.json`` is its distillation: names and types of fields.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import googleapiclient
from jsonschema import Draft202012Validator

Json = dict[str, Any]

SCALARS = {
    ("boolean", None): "bool",
    ("integer", "int32"): "int32",
    ("number", "double"): "double",
    ("number", "float"): "float",
    ("string", None): "string",
    ("string", "byte"): "bytes",
    ("string", "google-datetime"): "string",
    ("string", "google-fieldmask"): "mask",
    ("string", "int64"): "int64",
    ("any", None): "any",
}


@cache
def document(api: str = "sheets.v4") -> Json:
    """The discovery document of Sheets v4, or of Drive ("drive.v3")."""
    folder = Path(googleapiclient.__file__).parent / "discovery_cache" / "documents"
    loaded: Json = json.loads((folder / f"{api}.json").read_text(encoding="utf-8"))
    return loaded


def methods(resource: Json | None = None) -> dict[str, Json]:
    """Every method of the API by its name ("spreadsheets.values.get")."""
    own = document() if resource is None else resource
    found = {
        method["id"].removeprefix("sheets."): method for method in own.get("methods", {}).values()
    }
    for inner in own.get("resources", {}).values():
        found |= methods(inner)
    return found


def request_kinds() -> list[str]:
    """Every kind of batchUpdate request."""
    return sorted(document()["schemas"]["Request"]["properties"])


# -- distilled, as the server ships it


def distilled() -> str:
    """What ``schema.json`` should hold: a message a line, ``field: type``."""
    found = {}
    for name, schema in document()["schemas"].items():
        fields = schema.get("properties", {})
        found[name] = {field: _type(part) for field, part in sorted(fields.items())}
    return _lines(found)


def _type(part: Json) -> str:
    if "$ref" in part:
        return str(part["$ref"])
    if part["type"] == "array":
        return f"[{_type(part['items'])}]"
    if part["type"] == "object":
        return "{" + _type(part["additionalProperties"]) + "}"
    if "enum" in part:
        return "enum " + " ".join(part["enum"])
    return SCALARS[part["type"], part.get("format")]


DRIVE = ("about", "comments", "files", "permissions", "replies")
"""The resources of Drive that the server knows of."""


def distilled_drive() -> str:
    """What ``drive.json`` should hold: the answers of Drive's methods, each name with "drive."."""
    found: dict[str, dict[str, str]] = {}
    todo = [
        (f"drive.{method['response']['$ref']}", document("drive.v3")["schemas"][reply])
        for method in _drive_methods().values()
        if (reply := method.get("response", {}).get("$ref"))
    ]
    while todo:
        name, part = todo.pop()
        if name not in found:
            found[name] = {
                field: _drive_type(f"{name}.{field}", inner, todo)
                for field, inner in sorted(part.get("properties", {}).items())
            }
    return _lines(found)


def _drive_type(name: str, part: Json, todo: list[tuple[str, Json]]) -> str:
    if "$ref" in part:
        todo.append((f"drive.{part['$ref']}", document("drive.v3")["schemas"][part["$ref"]]))
        return f"drive.{part['$ref']}"
    if part["type"] == "array":
        return f"[{_drive_type(name, part['items'], todo)}]"
    if "properties" in part:
        todo.append((name, part))
        return name
    if part["type"] == "object":
        inner = part.get("additionalProperties", {"type": "any"})
        return "{" + _drive_type(name, inner, todo) + "}"
    known = (part["type"], part.get("format"))
    return SCALARS.get(known, SCALARS.get((part["type"], None), "any"))


def distilled_methods() -> str:
    """What ``methods.json`` should hold: each method's answer and its query's parameters."""
    sheets = {name: _signature(method, "") for name, method in methods().items()}
    drive = {f"drive.{n}": _signature(m, "drive.") for n, m in _drive_methods().items()}
    return _lines(sheets | drive)


def _drive_methods() -> dict[str, Json]:
    resources = document("drive.v3")["resources"]
    return {
        f"{resource}.{name}": method
        for resource in DRIVE
        for name, method in resources[resource]["methods"].items()
    }


def _signature(method: Json, prefix: str) -> dict[str, Any]:
    params = {
        name: f"[{kind}]" if part.get("repeated") else kind
        for name, part in sorted(method.get("parameters", {}).items())
        if part["location"] == "query"
        for kind in [_type(part)]
    }
    reply = method.get("response", {}).get("$ref", "")
    return {"params": params, "reply": reply and prefix + reply}


def _lines(found: dict[str, Any]) -> str:
    lines = [f"{json.dumps(name)}: {json.dumps(part)}" for name, part in sorted(found.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


# -- as a JSON schema for answers


@cache
def validator(message: str) -> Draft202012Validator:
    """Judges a message as the API answers it: known names alone, each of its type."""
    schemas = {name: _as_json_schema(part) for name, part in document()["schemas"].items()}
    return Draft202012Validator({"$ref": f"#/$defs/{message}", "$defs": schemas})


def _as_json_schema(part: Json) -> Json:
    if "$ref" in part:
        return {"$ref": f"#/$defs/{part['$ref']}"}
    kind = part["type"]
    if kind == "any":
        return {}
    if kind == "array":
        return {"type": "array", "items": _as_json_schema(part["items"])}
    if kind == "object" and "additionalProperties" in part:
        return {
            "type": "object",
            "additionalProperties": _as_json_schema(part["additionalProperties"]),
        }
    if kind == "object":
        properties = {
            name: _as_json_schema(inner) for name, inner in part.get("properties", {}).items()
        }
        return {"type": "object", "properties": properties, "additionalProperties": False}
    return {"type": kind, **({"enum": part["enum"]} if "enum" in part else {})}


def faults(method: str, answer: Any) -> list[str]:
    """What is wrong with a method's answer by Google's own schema; nothing if all is well."""
    message = methods()[method]["response"]["$ref"]
    return [
        f"{method}: {error.json_path}: {error.message[:300]}"
        for error in validator(message).iter_errors(answer)
    ]
