"""The rules, one file each: discovered by name, sorted. A new rule is a new file here."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from transforms.rule import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by code.

    Raises:
        RuntimeError: a file holds no rule, or one whose code is not the file's name.
    """
    rules = []
    for module in pkgutil.iter_modules(__path__):
        loaded = import_module(f"{__name__}.{module.name}")
        found = [value for value in vars(loaded).values() if isinstance(value, Rule)]
        if [rule.code for rule in found] != [module.name.replace("_", "-")]:
            raise RuntimeError(f"{module.name}.py must hold the one rule that bears its name")
        rules.extend(found)
    return tuple(sorted(rules, key=lambda rule: rule.code))
