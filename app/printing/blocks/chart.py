"""A table of signs and bars: read by what is written in it, also where grey does not print."""

from __future__ import annotations

from dataclasses import dataclass

from app.printing.blocks.grid import heading_of
from app.printing.blocks.rows import LaidCell, column_edges, laid_cell, placed
from app.printing.blocks.strip import Strip
from app.printing.sheet import Cell, Chart, ChartCell, ChartRow
from app.printing.styles import (
    GRID,
    GRID_HEAD,
    GRID_HEADING,
    GRID_SIDE_LEAST,
    GRID_TOP,
    MM,
)
from app.printing.surface import Surface

_STRONG_GREY, _BAR_GREY = 0.82, 0.68
_BAR_SIDE = 0.22  # of the cell's width, at each side of a bar
_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell with its text set where it stands."""

    cell: ChartCell
    laid: LaidCell


class ChartStrip(Strip):
    """One row of a chart."""

    def __init__(self, row: ChartRow, edges: list[float]) -> None:
        cells = [Cell(one.text, label=_is_bold(one), span=one.span, align="center")
                 for one in row.cells]  # fmt: skip
        self._cells = [
            _Placed(given, laid_cell(cell, left, width, (GRID_HEAD, GRID), GRID_SIDE_LEAST))
            for given, (cell, left, width) in zip(row.cells, placed(cells, edges), strict=True)
        ]
        needed = max((one.laid.height for one in self._cells), default=0.0) + 2 * GRID_TOP
        self.height = max(row.height_mm * MM, needed)

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw grounds and bars, and the text over them."""
        for one in self._cells:
            x, width = left + one.laid.left, one.laid.width
            if one.cell.strong:
                surface.ground(x, top, width, height, _STRONG_GREY)
            surface.frame(x, top, width, height)
            over = (height - one.laid.height) / 2
            if one.cell.bar is not None:
                over = _draw_bar(surface, one, (x, top), height)
            surface.lines(x + one.laid.side, top - over, one.laid.lines, one.laid.style)


def strips(block: Chart, width: float) -> list[Strip]:
    """Return a strip a row under the headings."""
    edges = column_edges([column.width_mm for column in block.columns], width)
    heading = heading_of(block.columns, edges, GRID_HEADING, block.bands)
    found: list[Strip] = [ChartStrip(row, edges) for row in block.rows] or [heading]
    for strip in found:
        strip.heading = heading if strip is not heading else None
    return found


def _is_bold(cell: ChartCell) -> bool:
    return cell.label or cell.strong


def _draw_bar(surface: Surface, one: _Placed, corner: tuple[float, float], height: float) -> float:
    """Draw the bar of a cell from its foot and return the room above its text."""
    x, top = corner
    room = height - one.laid.height - GRID_TOP
    tall = room * (one.cell.bar or 0) / _WHOLE
    side = one.laid.width * _BAR_SIDE
    if tall:
        start, width = x + side, one.laid.width - 2 * side
        surface.ground(start, top - height + tall, width, tall, _BAR_GREY)
        surface.frame(start, top - height + tall, width, tall)
    return height - tall - one.laid.height
