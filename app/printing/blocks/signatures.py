"""Cells that are signed in ink; nothing is ever printed where the name goes."""

from __future__ import annotations

from app.printing.blocks.rows import label_lines
from app.printing.blocks.strip import Strip
from app.printing.sheet import Signatures
from app.printing.styles import CELL_SIDE, GRID, GRID_SIDE_LEAST, LABEL, MM
from app.printing.surface import Surface
from app.printing.text import Line

# Source: findings.md, 0.1 no. 7: blank signature cells at least 12 mm high.
_LEAST_MM = 12.0
_DATE_ROW = 8.5 * MM
_LABEL_MM = 20.0
_MOST_IN_A_ROW = 4


class SignatureStrip(Strip):
    """One row of labels, each with its blank cell and, below that, the date to be filled in."""

    keep = True

    def __init__(self, labels: tuple[str, ...], width: float, blank: float, *, dated: bool) -> None:
        self._labels = labels
        self._width = width
        self._dated = dated
        self.height = blank + (_DATE_ROW if dated else 0.0)

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the cells; what is added to the height goes to the blank ones."""
        cell = self._width / len(self._labels)
        label = min(_LABEL_MM * MM, cell * 0.42)
        bottom = top - height
        surface.across(top, left, left + self._width)
        surface.across(bottom, left, left + self._width)
        surface.upright(left, top, bottom)
        for index, text in enumerate(self._labels):
            x = left + index * cell
            edge = left + self._width if index == len(self._labels) - 1 else x + cell
            surface.upright(x + label, top, bottom)
            surface.upright(edge, top, bottom)
            lines = label_lines(text, LABEL, label - 2 * GRID_SIDE_LEAST)
            start = top - (height - len(lines) * LABEL.leading_pt) / 2
            surface.lines(x + GRID_SIDE_LEAST, start, lines, LABEL)
            if self._dated:
                self._draw_date(surface, x + label, edge, bottom)

    def _draw_date(self, surface: Surface, left: float, right: float, bottom: float) -> None:
        surface.across(bottom + _DATE_ROW, left, right)
        start = bottom + (_DATE_ROW + GRID.leading_pt) / 2
        surface.lines(left, start, (_date(right - left),), GRID)


def _date(width: float) -> Line:
    """Return 年 月 日 with as much room before each as the cell has, for figures in ink."""
    size = GRID.size_pt
    gap = min((width - CELL_SIDE - 3 * size) / 3, 2.4 * size)
    left = width - CELL_SIDE - 3 * size - 2 * gap
    return Line("年月日", left, gap)


def strips(block: Signatures, width: float) -> list[Strip]:
    """Return a strip for every four labels, evenly shared out."""
    count = len(block.labels)
    rows = -(-count // _MOST_IN_A_ROW)
    blank = max(block.height_mm, _LEAST_MM) * MM
    found: list[Strip] = []
    for row in range(rows):
        labels = block.labels[row * count // rows : (row + 1) * count // rows]
        found.append(SignatureStrip(labels, width, blank, dated=block.dated))
    return found
