"""The rules, one file each: discovered by name, sorted. A new rule is a new file here."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from transforms.rule import Rule


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code, sorted.

    Raises:
        RuntimeError: a file holds no rule, or one whose code is not the file's name.
    """
    discovered = []
    for module in pkgutil.iter_modules(__path__):
        loaded = import_module(f"{__name__}.{module.name}")
        found = [value for value in vars(loaded).values() if isinstance(value, Rule)]
        if [rule.code for rule in found] != [module.name.replace("_", "-")]:
            raise RuntimeError(f"{module.name}.py must hold the one rule that bears its name")
        discovered.extend(found)
    return {rule.code: rule for rule in sorted(discovered, key=lambda rule: rule.code)}
