"""The PDF's pages: paper, margins, foot, and how texts and figures are put on them."""

from __future__ import annotations

from typing import cast

from fpdf import FPDF
from fpdf.enums import MethodReturnValue, WrapMode, XPos, YPos

from exports.cover import Cover
from exports.pdf.fonts import FAMILY, Lettering, needs_shaping
from model import palette
from model.text import inert

MARGIN = 30.0
FOOT = 34.0
"""Points below which nothing but the foot stands."""
PAD = 3.0
LEADING = 1.28
_FOOT_SIZE = 7.0
_PAGES = "¤¤"
"""Stands for the number of pages until it is known; as wide as its figures, and in no name."""


class Page(FPDF):
    """A document of landscape pages. Sizes are in points, from the upper left."""

    def __init__(self, cover: Cover, lettering: Lettering) -> None:
        super().__init__("landscape", "pt", "letter" if cover.prints_letter else "a4")
        self.cover = cover
        self.lettering = lettering
        self.section = ""
        """The report that the page is of."""
        self.set_margins(MARGIN, MARGIN, MARGIN)
        self.set_auto_page_break(False)
        lettering.add_to(self)
        self.set_title(inert(cover.production))
        self.set_creation_date(cover.as_of)
        self.set_lang(cover.locale.replace("_", "-"))
        self.alias_nb_pages(_PAGES)

    @property
    def bottom(self) -> float:
        """Where the room for lines ends."""
        return self.h - FOOT

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.w - 2 * MARGIN

    def go_on(self) -> None:
        """Begin a further page, the way round that this one is."""
        self.add_page(orientation=self.cur_orientation.value)

    def type_in(self, size: float, *, bold: bool = False, color: str = palette.INK) -> None:
        """Choose the type that is written with next."""
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*rgb(color))

    def wrapped(self, text: str, width: float) -> list[str]:
        """A text broken into lines that fit a width, in the type that is chosen."""
        text = self.lettering.legible(text)
        if "\n" not in text and self.wide(text) <= width:
            return [text]
        self.set_text_shaping(needs_shaping(text))
        lines = self.multi_cell(
            width + 2 * self.c_margin,
            text=text,
            align="L",
            dry_run=True,
            output=MethodReturnValue.LINES,
            wrapmode=WrapMode.WORD,
        )
        return list(cast("list[str]", lines)) or [""]

    def wide(self, text: str) -> float:
        """How wide a text is, in the type that is chosen."""
        text = self.lettering.legible(text)
        self.set_text_shaping(needs_shaping(text))
        return float(self.get_string_width(text))

    def write_at(self, x: float, y: float, text: str, width: float, align: str = "L") -> None:
        """Put one line of text into a box, as high as its type."""
        text = self.lettering.legible(text)
        self.set_text_shaping(needs_shaping(text))
        self.set_xy(x - self.c_margin, y)
        high = self.font_size * LEADING
        self.cell(
            width + 2 * self.c_margin,
            high,
            text,
            align=align,
            new_x=XPos.LEFT,
            new_y=YPos.TOP,
        )

    def fill(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Fill a box."""
        self.set_fill_color(*rgb(color))
        self.rect(x, y, width, height, style="F")

    def rule(self, y: float, x: float, width: float, color: str, thick: float = 0.5) -> None:
        """Draw a line across."""
        self.set_draw_color(*rgb(color))
        self.set_line_width(thick)
        self.line(x, y, x + width, y)

    def frame(self, x: float, y: float, width: float, height: float, color: str) -> None:
        """Draw a rectangle's edges, inside it."""
        self.set_draw_color(*rgb(color))
        self.set_line_width(1.2)
        self.rect(x + 0.6, y + 0.6, width - 1.2, height - 1.2)

    def footer(self) -> None:
        """Say at the foot whose page this is, of when, and which of how many."""
        y = self.h - FOOT + 12
        self.rule(y - 4, MARGIN, self.room, palette.HAIRLINE)
        self.type_in(_FOOT_SIZE, color=palette.MUTED)
        name = inert(self.cover.production).replace("\n", " ")
        third = self.room / 3
        left = self.wrapped(f"{name}: {self.section}", third)[0]
        self.write_at(MARGIN, y, left, third)
        self.write_at(MARGIN + third, y, self.cover.stamp, third, "C")
        page = f"Page {self.page_no()} of {_PAGES}"
        self.write_at(MARGIN + 2 * third, y, page, third, "R")


def rgb(color: str) -> tuple[int, int, int]:
    """A "#rrggbb" colour as three numbers to 255."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue
