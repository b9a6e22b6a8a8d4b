"""Where the cells of a chart of the year stand, and how one gets from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from app.rules.chart import MONTHS, Cell, Part, Row


@dataclass(frozen=True, slots=True)
class Sizes:
    """Measures in logical pixels."""

    label: int
    head: int
    title: int
    row: int
    bars: int


@dataclass(frozen=True, slots=True)
class Line:
    """A heading (without a row) or a row of the chart, with its top and height."""

    title: str
    row: Row | None
    top: int
    height: int


class ChartLayout:
    """The lines of a chart below each other, and their cells in a width.

    A place is a row's number among the rows and a month from 0.
    """

    def __init__(self, parts: Sequence[Part], sizes: Sizes) -> None:
        self.sizes = sizes
        self.lines: list[Line] = []
        top = sizes.head
        for part in parts:
            if part.title:
                self.lines.append(Line(part.title, None, top, sizes.title))
                top += sizes.title
            for row in part.rows:
                height = sizes.bars if row.has_bars else sizes.row
                self.lines.append(Line(row.name, row, top, height))
                top += height
        self.height = top + 1
        self.rows = [(line, line.row) for line in self.lines if line.row is not None]

    def edge(self, month: int, width: int) -> int:
        """Return where a month (0–12) begins."""
        room = max(0, width - self.sizes.label - 1)
        return self.sizes.label + room * month // MONTHS

    def cell_at(self, place: tuple[int, int]) -> tuple[int, Cell] | None:
        """Return the cell that covers a place, with its first month."""
        number, month = place
        if not 0 <= number < len(self.rows):
            return None
        for start, cell in self.rows[number][1].starts():
            if start <= month < start + cell.months:
                return start, cell
        return None

    def rect(self, number: int, start: int, cell: Cell, width: int) -> QRect:
        """Return where a cell of a row is drawn."""
        line = self.rows[number][0]
        left = self.edge(start, width)
        right = self.edge(start + cell.months, width)
        return QRect(left, line.top, right - left, line.height)

    def place_under(self, point: QPoint, width: int) -> tuple[int, int] | None:
        """Return the place a point is in."""
        month = next(
            (
                one
                for one in range(MONTHS)
                if self.edge(one, width) <= point.x() < self.edge(one + 1, width)
            ),
            None,
        )
        if month is None:
            return None
        for number, (line, _) in enumerate(self.rows):
            if line.top <= point.y() < line.top + line.height:
                return number, month
        return None

    def stepped(self, place: tuple[int, int], rows: int, cells: int) -> tuple[int, int]:
        """Return the place some rows down and some cells to the right, within the chart."""
        number = max(0, min(len(self.rows) - 1, place[0] + rows))
        month = place[1]
        for _ in range(abs(cells)):
            found = self.cell_at((number, month))
            if found is None:
                break
            start, cell = found
            month = start - 1 if cells < 0 else start + cell.months
            month = max(0, min(MONTHS - 1, month))
        return number, month
