"""The data issues that this room can raise are the ones that it explains."""

import re
from pathlib import Path

import pytest

import schemas
from model.cell import Cell
from model.issue import Severity, Topic
from schemas import ISSUES, issues

ROOM = Path(schemas.__file__).parent
SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py") if path.name != "issues.py"
)
RAISED = re.compile(
    r'(?:issues\.make|check|Fault|alike|without)\(\s*(?:fault\.code if fault else |"\w+",\s*)?'
    r'"([a-z-]+)"'
)


def test_every_code_is_raised_somewhere_and_every_raised_code_explained():
    assert set(RAISED.findall(SOURCE)) == set(ISSUES)


@pytest.mark.parametrize("code", sorted(ISSUES))
def test_each_code_has_a_severity_and_one_line_of_plain_words(code):
    severity, words = ISSUES[code]
    assert isinstance(severity, Severity)
    assert words.endswith(".")
    assert "\n" not in words
    made = issues.make(code, "A fact.", Cell("Tab", 1, 1))
    assert (made.severity, made.topic) == (severity, Topic.DATA)


def test_a_code_without_a_meaning_may_not_be_raised():
    with pytest.raises(KeyError):
        issues.make("no-such-code", "A fact.", Cell("Tab", 1, 1))
