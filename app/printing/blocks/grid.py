"""A table whose heading is repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.manual.words import NOTHING_LISTED
from app.printing.blocks.rows import (
    LaidCell,
    RowStrip,
    column_edges,
    label_lines,
    laid_cell,
    placed,
)
from app.printing.blocks.strip import Strip
from app.printing.sheet import Band, Cell, Column, Grid
from app.printing.styles import (
    GRID,
    GRID_HEAD,
    GRID_HEADING,
    GRID_SIDE,
    GRID_SIDE_LEAST,
    GRID_TOP,
    GRID_TOP_NEAR,
    HEADING_SIDE_LEAST,
    MM,
)
from app.printing.surface import Surface
from app.printing.text import Line, lay, width_pt

_BAND = 6.5 * MM
_WITH_FOOT = 3  # so many rows go to the last page with the sums, not one alone
_DOT = "·"  # between the parts of a name, where it is best parted


class Frame(NamedTuple):
    """Where a column stands and how near to its rules it is set."""

    column: Column
    left: float
    width: float
    side: float


class BandedHeading(Strip):
    """Headings of columns below bands that hold some of them together."""

    def __init__(self, bands: Sequence[LaidCell], headings: Sequence[LaidCell]) -> None:
        self._bands = bands
        self._headings = headings
        self._over = _BAND
        under = [cell.height for cell in headings if self._band_over(cell).lines]
        alone = [cell.height for cell in headings if not self._band_over(cell).lines]
        below = max(under, default=0.0) + 2 * GRID_TOP
        self.height = max(self._over + below, max(alone, default=0.0) + 2 * GRID_TOP)

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the bands, and each heading under its band or in the room of both."""
        for band in self._bands:
            if band.lines:
                _draw_cell(surface, band, left, top, self._over)
        for cell in self._headings:
            over = self._over if self._band_over(cell).lines else 0.0
            _draw_cell(surface, cell, left, top - over, height - over)

    def _band_over(self, cell: LaidCell) -> LaidCell:
        middle = cell.left + cell.width / 2
        return next(band for band in self._bands if middle < band.left + band.width)


def strips(block: Grid, width: float) -> list[Strip]:
    """Return a strip a row; the foot keeps with the last rows."""
    edges = column_edges([column.width_mm for column in block.columns], width)
    least = block.row_mm * MM
    heading = heading_of(block.columns, edges, min(least, GRID_HEADING), block.bands)
    frames = [
        Frame(column, left, right - left, _side(column, place, block.rows, right - left))
        for place, (column, left, right) in enumerate(
            zip(block.columns, edges, edges[1:], strict=False)
        )
    ]
    empty = ("",) * len(block.columns)
    rows = (*block.rows, *(empty,) * (block.least_rows - len(block.rows)))
    pad = GRID_TOP_NEAR if block.near else GRID_TOP
    found: list[Strip] = [RowStrip(_cells(row, frames), least, pad) for row in rows] or [heading]
    for strip in found:
        strip.heading = heading if strip is not heading else None
    if block.foot:
        for strip in found[1:][-_WITH_FOOT + 1 :]:
            strip.keep = True
    for row in block.foot:
        cells = [_foot_cell(cell, left, wide) for cell, left, wide in placed(row, edges)]
        foot = RowStrip(cells, least, GRID_TOP)
        foot.keep, foot.heading = True, heading if rows else None
        found.append(foot)
    for strip in found:
        strip.leads = block.lead
    return found


def heading_of(
    columns: Sequence[Column], edges: list[float], least: float, bands: Sequence[Band] = ()
) -> Strip:
    """Return the headings of columns, below the bands over them."""
    cells = []
    for column, left, right in zip(columns, edges, edges[1:], strict=False):
        width = right - left
        side, lines = GRID_SIDE, label_lines(column.heading, GRID_HEAD, width - 2 * GRID_SIDE)
        if len(lines) > 1:
            side = GRID_SIDE_LEAST
            lines = label_lines(column.heading, GRID_HEAD, width - 2 * side)
            nearer = label_lines(column.heading, GRID_HEAD, width - 2 * HEADING_SIDE_LEAST)
            if len(nearer) < len(lines):
                side, lines = HEADING_SIDE_LEAST, nearer
        cells.append(LaidCell(left, width, lines, GRID_HEAD, side, True))
    if not bands:
        return RowStrip(cells, least, GRID_TOP)
    spans = placed([Cell(band.text, label=True, span=band.span) for band in bands], edges)
    return BandedHeading([_foot_cell(cell, left, wide) for cell, left, wide in spans], cells)


def _draw_cell(surface: Surface, cell: LaidCell, left: float, top: float, height: float) -> None:
    surface.frame(left + cell.left, top, cell.width, height)
    start = top - (height - cell.height) / 2
    surface.lines(left + cell.left + cell.side, start, cell.lines, cell.style)


def _foot_cell(cell: Cell, left: float, width: float) -> LaidCell:
    """Return a cell that spans columns; a figure that just fits between the rules stays whole."""
    laid = laid_cell(cell, left, width, (GRID_HEAD, GRID), GRID_SIDE)
    if len(laid.lines) < 2 or "\n" in cell.text:
        return laid
    nearer = laid_cell(cell, left, width, (GRID_HEAD, GRID), GRID_SIDE_LEAST)
    return nearer if len(nearer.lines) == 1 else laid


def _side(column: Column, place: int, rows: Sequence[tuple[str, ...]], width: float) -> float:
    """Return how near to the rules a column is set: figures under each other all the same."""
    if column.align != "right":
        return GRID_SIDE
    longest = max((width_pt(row[place], GRID) for row in rows), default=0.0)
    return GRID_SIDE if longest <= width - 2 * GRID_SIDE else GRID_SIDE_LEAST


def _cells(row: tuple[str, ...], frames: list[Frame]) -> list[LaidCell]:
    cells = []
    for text, frame in zip(row, frames, strict=True):
        if text and not frame.column.blank:
            cells.append(_cell(text, frame))
        else:
            cells.append(LaidCell(frame.left, frame.width, (), GRID, GRID_SIDE))
    return cells


def _cell(text: str, frame: Frame) -> LaidCell:
    """Return a cell with its text; what fits into one line nearer to the rules stays whole."""
    align, left, width = frame.column.align, frame.left, frame.width
    if text == NOTHING_LISTED:
        align = "center"  # a dash stands alike in every column
    if align == "left":
        lines = lay(text, GRID, width - 2 * GRID_SIDE, align="justify")
        return LaidCell(left, width, lines, GRID, GRID_SIDE)
    lines = lay(text, GRID, width - 2 * frame.side, align=align)
    if len(lines) == 1:
        return LaidCell(left, width, lines, GRID, frame.side)
    side = GRID_SIDE_LEAST
    nearer = lay(text, GRID, width - 2 * side, align=align)
    if any(_hangs(line, width - 2 * side) for line in nearer):
        side, nearer = GRID_SIDE, lay(text, GRID, width - 2 * GRID_SIDE, align=align)
    if len(nearer) > 1 and _DOT in text:
        parted = lay(text.replace(_DOT, f"{_DOT}\n"), GRID, width - 2 * side, align=align)
        nearer = parted if len(parted) <= len(nearer) else nearer
    return LaidCell(left, width, nearer, GRID, side)


def _hangs(line: Line, room: float) -> bool:
    """Tell whether a mark at the end stands in the margin, where one this narrow has no room."""
    return width_pt(line.text, GRID) + line.spacing_pt * (len(line.text) - 1) > room + 0.1
