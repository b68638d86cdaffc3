"""Where performers report to and are dismissed from, as exhibits G head it: the set, make-up."""

from __future__ import annotations

_SET = "set|on set|to set|from set|at set|stage"
_MAKEUP = (
    "mu|m u|makeup|make up|mu wdr|mu wd|mu ward|mu wardrobe|mu w|m u w|m u wdr|m u ward|"
    "m u wardrobe|makeup wardrobe|makeup ward|makeup wdr|make up wardrobe|makeup hair|mu hair|"
    "m u hair|mu h|hair makeup|hair mu|hair m u|hmu|h mu|h m u|hmuw|h mu w|hmw|hmu ward|hmu wdr|"
    "mu hair ward|mu hair wardrobe|hair mu ward|hair makeup wardrobe|makeup hair wardrobe|"
    "from makeup|from mu|wdr|wardrobe"
)
_REPORTS = "report|rpt|rep|call|arrive|arr|start|in|begin"
_DISMISSES = (
    "dismiss|dism|dismissed|dismissal|dis|wrap|wrapped|release|released|rel|finish|end|off|leave|"
    "left|out"
)


def _headed(words: str, places: str) -> str:
    """Each word before each place, and after it: "Rpt Set", "Set Rpt"."""
    pairs = [(word, place) for word in words.split("|") for place in places.split("|")]
    return "|".join(
        [f"{word} {place}" for word, place in pairs] + [f"{place} {word}" for word, place in pairs]
    )


SET_CALLS = _headed(_REPORTS, _SET)
SET_WRAPS = _headed(_DISMISSES, _SET)
MAKEUP_CALLS = _headed(_REPORTS, _MAKEUP)
MAKEUP_WRAPS = _headed(_DISMISSES, _MAKEUP)
