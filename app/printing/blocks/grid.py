"""A table whose heading is repeated on every page."""

from __future__ import annotations

from app.printing.blocks.rows import (
    LaidCell,
    RowStrip,
    column_edges,
    label_lines,
    laid_cell,
    placed,
)
from app.printing.blocks.strip import Strip
from app.printing.sheet import Column, Grid
from app.printing.styles import (
    GRID,
    GRID_HEAD,
    GRID_HEADING,
    GRID_SIDE,
    GRID_SIDE_LEAST,
    GRID_TOP,
    MM,
)
from app.printing.text import Align, lay

_DOT = "·"  # between the parts of a name, where it is best parted


def strips(block: Grid, width: float) -> list[Strip]:
    """Return a strip a row; the foot keeps with the last row."""
    edges = column_edges([column.width_mm for column in block.columns], width)
    least = block.row_mm * MM
    heading = _heading(block, edges, min(least, GRID_HEADING))
    frames = list(zip(block.columns, edges, edges[1:], strict=False))
    found: list[Strip] = [_row(row, frames, least) for row in block.rows] or [heading]
    for strip in found:
        strip.heading = heading if strip is not heading else None
    for row in block.foot:
        cells = [
            laid_cell(cell, left, wide, (GRID_HEAD, GRID), GRID_SIDE)
            for cell, left, wide in placed(row, edges)
        ]
        foot = RowStrip(cells, least, GRID_TOP)
        foot.keep, foot.heading = True, heading if block.rows else None
        found.append(foot)
    return found


def _heading(block: Grid, edges: list[float], least: float) -> RowStrip:
    cells = []
    for column, left, right in zip(block.columns, edges, edges[1:], strict=False):
        width = right - left
        side, lines = GRID_SIDE, label_lines(column.heading, GRID_HEAD, width - 2 * GRID_SIDE)
        if len(lines) > 1:
            side = GRID_SIDE_LEAST
            lines = label_lines(column.heading, GRID_HEAD, width - 2 * side)
        cells.append(LaidCell(left, width, lines, GRID_HEAD, side, True))
    return RowStrip(cells, least, GRID_TOP)


def _row(row: tuple[str, ...], frames: list[tuple[Column, float, float]], least: float) -> RowStrip:
    cells = []
    for text, (column, left, right) in zip(row, frames, strict=True):
        if text and not column.blank:
            cells.append(_cell(text, column.align, left, right - left))
        else:
            cells.append(LaidCell(left, right - left, (), GRID, GRID_SIDE))
    return RowStrip(cells, least, GRID_TOP)


def _cell(text: str, align: Align, left: float, width: float) -> LaidCell:
    """Return a cell with its text; what fits into one line nearer to the rules stays whole."""
    if align == "left":
        lines = lay(text, GRID, width - 2 * GRID_SIDE, align="justify")
        return LaidCell(left, width, lines, GRID, GRID_SIDE)
    lines = lay(text, GRID, width - 2 * GRID_SIDE, align=align)
    if len(lines) == 1:
        return LaidCell(left, width, lines, GRID, GRID_SIDE)
    room = width - 2 * GRID_SIDE_LEAST
    lines = lay(text, GRID, room, align=align)
    if len(lines) > 1 and _DOT in text:
        parted = lay(text.replace(_DOT, f"{_DOT}\n"), GRID, room, align=align)
        lines = parted if len(parted) <= len(lines) else lines
    return LaidCell(left, width, lines, GRID, GRID_SIDE_LEAST)
