"""Where the attendance tiles stand: columns of one width, long names over several of them."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class TileSizes:
    """What the font asks for, in pixels: a common tile, its height, a second line, the gap."""

    width_px: int
    height_px: int
    line_px: int
    gap_px: int


def place_tiles(
    needed_px: Sequence[int], available_px: int, sizes: TileSizes
) -> tuple[list[QRect], int]:
    """Return a rectangle for each tile in reading order, and the height of them all.

    Columns share the available width evenly. A name that needs more takes as many columns as it
    needs, and where even a whole row is too narrow its row grows by the lines it needs.
    """
    columns = max(1, (available_px + sizes.gap_px) // (sizes.width_px + sizes.gap_px))
    step_px = (available_px + sizes.gap_px) / columns
    rectangles: list[QRect] = []
    top, column, row_height, row_start = 0, 0, sizes.height_px, 0
    for width in needed_px:
        span = max(1, min(columns, ceil((width + sizes.gap_px) / step_px)))
        if column + span > columns:
            _stretch(rectangles, row_start, row_height)
            top += row_height + sizes.gap_px
            column, row_height, row_start = 0, sizes.height_px, len(rectangles)
        left = round(column * step_px)
        tile_px = max(1, round((column + span) * step_px) - sizes.gap_px - left)
        extra_lines = max(0, -(-width // tile_px) - 1)
        row_height = max(row_height, sizes.height_px + extra_lines * sizes.line_px)
        rectangles.append(QRect(left, top, tile_px, sizes.height_px))
        column += span
    _stretch(rectangles, row_start, row_height)
    return rectangles, top + row_height if rectangles else 0


def row_step(places: Sequence[QRect], here: int, direction: int) -> int:
    """Return how many tiles further the nearest one of the next row up (-1) or down (1) is."""
    place = places[here]
    others = [
        number for number, other in enumerate(places) if (other.top() - place.top()) * direction > 0
    ]
    nearest = min(
        others,
        key=lambda number: (
            abs(places[number].top() - place.top()),
            abs(places[number].center().x() - place.center().x()),
        ),
        default=here,
    )
    return nearest - here


def _stretch(rectangles: list[QRect], first: int, height_px: int) -> None:
    """Give the tiles of the row that begins at `first` the height of the highest."""
    for rectangle in rectangles[first:]:
        rectangle.setHeight(height_px)
