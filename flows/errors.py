"""What can keep a run from happening, in words that say what to do."""

from __future__ import annotations


class CannotRunError(Exception):
    """The world stood in the way: the message says what, and what to do. Exit code 1."""


class SettingsError(CannotRunError):
    """A settings file is missing or wrong: file, key, what was found, what was expected."""


class TargetError(CannotRunError):
    """A target is no spreadsheet that could be opened."""
