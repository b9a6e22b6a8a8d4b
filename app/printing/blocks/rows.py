"""Rows of label and value cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.printing.blocks.strip import Strip
from app.printing.sheet import Cell, Rows
from app.printing.styles import CELL_SIDE, CELL_TOP, CELL_TOP_NEAR, LABEL, MM, SMALLER_VALUES, VALUE
from app.printing.surface import Surface
from app.printing.text import Align, Line, Style, lay, lay_even

_LEAST_LINES = 2
_WHOLE = 45 * MM  # a lower row goes to the next page instead of being parted


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell with its lines; `left` and `width` in points from the table's left edge."""

    left: float
    width: float
    lines: tuple[Line, ...]
    style: Style
    side: float
    label: bool = False

    @property
    def height(self) -> float:
        """Return the height of its text."""
        return len(self.lines) * self.style.leading_pt


class RowStrip(Strip):
    """One row of ruled cells; a row with long text can be parted between its lines."""

    def __init__(self, cells: Sequence[LaidCell], least: float, pad: float = CELL_TOP) -> None:
        self.cells = cells
        self._pad = pad
        self.height = max(least, max((cell.height for cell in cells), default=0.0) + 2 * pad)

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the cells with their text."""
        bottom = top - height
        last = self.cells[-1]
        surface.across(top, left, left + last.left + last.width)
        surface.across(bottom, left, left + last.left + last.width)
        surface.upright(left, top, bottom)
        for index, cell in enumerate(self.cells):
            x = left + cell.left
            surface.upright(x + cell.width, top, bottom)
            if cell.lines:
                start = top - self._over(index, height)
                surface.lines(x + cell.side, start, cell.lines, cell.style)

    def _over(self, index: int, height: float) -> float:
        """Return the room above the text of a cell, which stands in the middle of the row.

        A label stands at the first lines of a longer value, as in a box, and is read before it.
        """
        cell = self.cells[index]
        value = self.cells[min(index + 1, len(self.cells) - 1)]
        if cell.label and not value.label and len(value.lines) > len(cell.lines):
            leading = value.style.leading_pt - cell.style.leading_pt
            return (height - value.height + leading) / 2
        return (height - cell.height) / 2

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """Part a high row between lines; its labels stand in both parts."""
        if self.height < _WHOLE:
            return None
        before, after = [], []
        for cell in self.cells:
            count = int((room - 2 * self._pad) / cell.style.leading_pt)
            if count < _LEAST_LINES:
                return None
            repeated = cell.label and len(cell.lines) <= count
            before.append(replace(cell, lines=cell.lines[:count]))
            after.append(cell if repeated else replace(cell, lines=cell.lines[count:]))
        if all(cell.label or not cell.lines for cell in after):
            return None
        tail = RowStrip(after, 0.0, self._pad)
        tail.keep, tail.fill, tail.heading = False, self.fill, self.heading
        head = RowStrip(before, 0.0, self._pad)
        head.keep, head.heading = self.keep, self.heading
        return head, tail


def strips(block: Rows, width: float) -> list[Strip]:
    """Return one strip a row; the columns are scaled to the table's width."""
    edges = column_edges(block.widths_mm, width)
    pad = CELL_TOP_NEAR if block.near else CELL_TOP
    least = block.height_mm * MM
    found = [
        RowStrip(laid_row(row, edges, spread=not all(cell.label for cell in row)), least, pad)
        for row in block.rows
    ]
    for strip in found:
        strip.leads = block.lead
    return list(found)


def column_edges(widths_mm: Sequence[float], width: float) -> list[float]:
    """Return where columns begin and the last ends, in points, on the whole table's width."""
    scale = width / sum(widths_mm)
    edges = [0.0]
    for column in widths_mm:
        edges.append(edges[-1] + column * scale)
    edges[-1] = width
    return edges


def laid_row(row: Sequence[Cell], edges: list[float], *, spread: bool) -> list[LaidCell]:
    """Return the cells of one row of a form; a label of two characters may be spread."""
    cells = []
    for cell, left, width in placed(row, edges):
        if cell.label and spread and not cell.blank:
            lines = form_label(cell.text, width - 2 * CELL_SIDE)
            cells.append(LaidCell(left, width, lines, LABEL, CELL_SIDE, True))
        else:
            cells.append(laid_cell(cell, left, width, (LABEL, VALUE, *SMALLER_VALUES)))
    return cells


def placed(row: Sequence[Cell], edges: list[float]) -> Iterator[tuple[Cell, float, float]]:
    """Yield each cell with its left edge and width; the last reaches the table's edge."""
    column = 0
    for index, cell in enumerate(row):
        first, column = column, min(column + cell.span, len(edges) - 1)
        end = len(edges) - 1 if index == len(row) - 1 else column
        yield cell, edges[first], edges[end] - edges[first]


def laid_cell(
    cell: Cell, left: float, width: float, styles: tuple[Style, ...], side: float = CELL_SIDE
) -> LaidCell:
    """Return a cell with its text set; a blank one never has any.

    `styles` are that of labels, that of values, and smaller ones for a value that is a little too
    long for one line.
    """
    label, value, *smaller = styles
    style, room = label if cell.label else value, width - 2 * side
    if cell.blank or not cell.text:
        return LaidCell(left, width, (), style, side, cell.label)
    if cell.label:
        return LaidCell(left, width, label_lines(cell.text, style, room), style, side, True)
    align: Align = "justify" if cell.align == "left" else cell.align
    lines = lay(cell.text, style, room, align=align)
    if len(lines) == 2 and "\n" not in cell.text:
        for style_tried in smaller:
            tried = lay(cell.text, style_tried, room, align=align)
            if len(tried) == 1:
                return LaidCell(left, width, tried, style_tried, side)
    return LaidCell(left, width, lines, style, side)


def label_lines(text: str, style: Style, room: float) -> tuple[Line, ...]:
    """Return the lines of a label; where its writer parted it, each part is set evenly."""
    return tuple(line for part in text.split("\n") for line in lay_even(part, style, room))


def form_label(text: str, room: float) -> tuple[Line, ...]:
    """Return the lines of a label before a value; one of two characters is as wide as three."""
    size = LABEL.size_pt
    if len(text) != 2 or room < 3 * size:
        return label_lines(text, LABEL, room) if text else ()
    return (Line(text, (room - 3 * size) / 2, size),)
