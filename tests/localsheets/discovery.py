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
def document() -> Json:
    """The discovery document of Sheets v4."""
    folder = Path(googleapiclient.__file__).parent / "discovery_cache" / "documents"
    loaded: Json = json.loads((folder / "sheets.v4.json").read_text(encoding="utf-8"))
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
    lines = []
    for name, schema in sorted(document()["schemas"].items()):
        fields = schema.get("properties", {})
        types = {field: _type(part) for field, part in sorted(fields.items())}
        lines.append(f"{json.dumps(name)}: {json.dumps(types)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


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
