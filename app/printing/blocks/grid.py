"""A table whose heading is repeated on every page."""

from __future__ import annotations

from dataclasses import replace

from app.printing.blocks.rows import (
    LaidCell,
    RowStrip,
    column_edges,
    label_lines,
    row_strip,
)
from app.printing.blocks.strip import Strip
from app.printing.sheet import Column, Grid
from app.printing.styles import GRID, GRID_HEAD, GRID_HEADING, GRID_SIDE, MM
from app.printing.text import Line, lay


def strips(block: Grid, width: float) -> list[Strip]:
    """Return a strip a row; the foot keeps with the last row."""
    edges = column_edges([column.width_mm for column in block.columns], width)
    least = block.row_mm * MM
    heading = _heading(block, edges, min(least, GRID_HEADING))
    frames = list(zip(block.columns, edges, edges[1:], strict=False))
    found: list[Strip] = [_row(row, frames, least) for row in block.rows] or [heading]
    for strip in found:
        strip.heading = heading if strip is not heading else None
    for cells in block.foot:
        laid = row_strip(cells, edges, least, spread=False).cells
        foot = RowStrip([_small(cell) for cell in laid], least)
        foot.keep, foot.heading = True, heading
        found.append(foot)
    return found


def _heading(block: Grid, edges: list[float], least: float) -> RowStrip:
    cells = []
    for column, left, right in zip(block.columns, edges, edges[1:], strict=False):
        room = right - left - 2 * GRID_SIDE
        lines = label_lines(column.heading, GRID_HEAD, room)
        cells.append(LaidCell(left, right - left, lines, GRID_HEAD, GRID_SIDE, True))
    return RowStrip(cells, least)


def _row(row: tuple[str, ...], frames: list[tuple[Column, float, float]], least: float) -> RowStrip:
    cells = []
    for text, (column, left, right) in zip(row, frames, strict=True):
        lines: tuple[Line, ...] = ()
        if text and not column.blank:
            align = "justify" if column.align == "left" else column.align
            lines = lay(text, GRID, right - left - 2 * GRID_SIDE, align=align)
        cells.append(LaidCell(left, right - left, lines, GRID, GRID_SIDE))
    return RowStrip(cells, least)


def _small(cell: LaidCell) -> LaidCell:
    """Return a cell of the foot in the size of the grid."""
    return replace(cell, style=GRID_HEAD if cell.label else GRID)
