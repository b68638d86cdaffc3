"""Texts made fit for a page: what no page can show, or what would steer it, is taken out."""

from __future__ import annotations

from model.report import Content, Formula
from model.text import inert

LONGEST = 32_767
"""Excel refuses a cell of more characters."""
_CUT = "... (cut)"


def said(content: Content) -> Content:
    """A content as an export holds it: a formula as it is, a text inert and no longer than fits."""
    if not isinstance(content, str):
        return content
    text = inert(content)
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT


def figure(content: Content) -> Content:
    """A content as a reader sees it: of a formula, the figure that we computed."""
    return said(content.value) if isinstance(content, Formula) else said(content)
