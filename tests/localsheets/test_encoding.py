"""JSON in and out: what the standard library would say, but for what is no JSON."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localsheets.wire.encoding import decode, encode

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    max_leaves=20,
)


@given(anything)
def test_what_is_encoded_reads_as_it_was(content: Any) -> None:
    assert json.loads(encode(content)) == content


@given(anything)
def test_what_the_standard_library_writes_is_decoded(content: Any) -> None:
    assert _near(decode(json.dumps(content).encode()), content)


def _near(found: Any, wanted: Any) -> bool:
    """Equal; a whole number beyond 64 bits may come as a float."""
    if isinstance(wanted, list):
        return all(_near(one, two) for one, two in zip(found, wanted, strict=True))
    if isinstance(wanted, dict):
        return found.keys() == wanted.keys() and all(_near(found[k], wanted[k]) for k in wanted)
    if isinstance(wanted, int) and abs(wanted) >= 2**63:
        return math.isclose(found, wanted)
    return bool(found == wanted)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1e999", "[1,]", '"\\ud800"', "[" * 5000, ""])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(text.encode())


def test_half_of_a_surrogate_pair_goes_out_as_a_question_mark() -> None:
    assert encode({"a": "x\ud800"}) == b'{"a":"x?"}'
