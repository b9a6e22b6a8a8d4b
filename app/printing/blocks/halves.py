"""The same form twice beside each other, with a strip between for the seal (骑缝章)."""

from __future__ import annotations

from collections.abc import Sequence

from app.printing.blocks.rows import RowStrip, column_edges, laid_row
from app.printing.blocks.strip import Strip
from app.printing.sheet import Halves
from app.printing.styles import CELL_SIDE, CELL_TOP, LABEL, MM, TITLE_SIZES_PT, VALUE
from app.printing.surface import Surface
from app.printing.text import Style, lay

_SEAM = 20 * MM
_DASH, _GAP = 2.5 * MM, 1.5 * MM
_TITLE = Style("title", TITLE_SIZES_PT[-1], 26.0)
_TITLE_GAP = 2 * MM
_ROW = 11 * MM
_SIGNED = 40 * MM


class HalvesStrip(Strip):
    """Both halves: title, caption, rows, and the cells that are signed and sealed.

    They take the room that is left on the page.
    """

    fill = True

    def __init__(self, block: Halves, width: float) -> None:
        self._block = block
        self._width = width
        self._half = (width - _SEAM) / 2
        edges = column_edges(block.widths_mm, self._half)
        self._rows: list[RowStrip] = [
            RowStrip(laid_row(row, edges, spread=False), _ROW) for row in block.rows
        ]
        self._head = 2 * _TITLE.leading_pt + _TITLE_GAP
        self.height = self._head + sum(row.height for row in self._rows) + _SIGNED

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the left half, the seam and the right half, each read as a whole."""
        first, second = self._block.captions
        self._draw_half(surface, left, top, height, first)
        self._draw_seam(surface, left + self._width / 2, top, height)
        self._draw_half(surface, left + self._half + _SEAM, top, height, second)

    def _draw_half(
        self, surface: Surface, left: float, top: float, height: float, caption: str
    ) -> None:
        title = lay(self._block.title, _TITLE, self._half, align="center")[:1]
        surface.lines(left, top, title, _TITLE)
        under = lay(caption, VALUE, self._half, align="center")[:1]
        surface.lines(left, top - _TITLE.leading_pt, under, VALUE)
        bottom = top - height
        top -= self._head
        for row in self._rows:
            row.draw(surface, left, top, row.height)
            top -= row.height
        share = self._half / len(self._block.signed)
        for place, lines in enumerate(self._block.signed):
            _draw_signed(surface, left + place * share, top, (share, top - bottom), lines)

    def _draw_seam(self, surface: Surface, x: float, top: float, height: float) -> None:
        """Draw a dashed line down the middle with the word of the seam in it."""
        word = self._block.seam
        pitch = min(height / (len(word) + 1), 30 * MM) if word else height
        first = top - height / 2 + pitch * (len(word) - 1) / 2
        middles = [first - pitch * place for place in range(len(word))]
        for middle, character in zip(middles, word, strict=True):
            line = lay(character, LABEL, _SEAM, align="center")
            surface.lines(x - _SEAM / 2, middle + LABEL.leading_pt / 2, line, LABEL)
        y = top
        while y - _DASH > top - height:
            clear = all(
                middle + LABEL.leading_pt < y - _DASH or y < middle - LABEL.leading_pt
                for middle in middles
            )
            if clear:
                surface.upright(x, y, y - _DASH)
            y -= _DASH + _GAP


def _draw_signed(
    surface: Surface, left: float, top: float, size: tuple[float, float], lines: Sequence[str]
) -> None:
    """Draw a cell whose lines stand apart, with room for name and seal, the date at its end."""
    width, height = size
    surface.frame(left, top, width, height)
    pitch = (height - 2 * CELL_TOP - LABEL.leading_pt) / max(1, len(lines) - 1)
    for place, text in enumerate(lines):
        last = place == len(lines) - 1
        laid = lay(text, VALUE, width - 2 * CELL_SIDE, align="right" if last else "left")
        surface.lines(left + CELL_SIDE, top - CELL_TOP - place * pitch, laid[:1], VALUE)


def strips(block: Halves, width: float) -> list[Strip]:
    """Return both halves as one strip."""
    return [HalvesStrip(block, width)]
