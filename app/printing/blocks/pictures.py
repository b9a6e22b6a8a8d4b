"""Photos in ruled cells, each with its caption under it."""

from __future__ import annotations

from collections.abc import Iterator

from app.printing.blocks.strip import Strip
from app.printing.sheet import Picture, Pictures
from app.printing.styles import CELL_TOP, MM, NOTE
from app.printing.surface import Surface
from app.printing.text import Line, lay

_EDGE = 3.0 * MM
_CAPTION_SIDE = 4.0 * MM
_MOST_HEIGHT = 100.0 * MM


class PictureStrip(Strip):
    """One photo, or two beside each other, with captions."""

    def __init__(self, pictures: tuple[Picture, ...], width: float, most: float) -> None:
        self._pictures = pictures
        self._cell = width / len(pictures)
        room = self._cell - 2 * _CAPTION_SIDE
        self._captions = [lay(p.caption, NOTE, room, align="center") for p in pictures]
        lines = max(len(caption) for caption in self._captions)
        self._under = lines * NOTE.leading_pt + 2 * CELL_TOP
        shown = most - self._under - 2 * _EDGE
        scales = [self._scale(picture, shown) for picture in pictures]
        self._sizes = [
            (p.width_px * scale, p.height_px * scale)
            for p, scale in zip(pictures, scales, strict=True)
        ]
        self.height = max(height for _, height in self._sizes) + 2 * _EDGE + self._under

    def _scale(self, picture: Picture, height: float) -> float:
        wide = (self._cell - 2 * _EDGE) / max(picture.width_px, 1)
        return min(wide, height / max(picture.height_px, 1))

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw rules, photos in the middle of their cells, and captions."""
        split = top - height + self._under
        surface.frame(left, top, self._cell * len(self._pictures), height)
        for index, (picture, size) in enumerate(zip(self._pictures, self._sizes, strict=True)):
            x = left + index * self._cell
            if index:
                surface.upright(x, top, top - height)
            place = x + (self._cell - size[0]) / 2, (top + split - size[1]) / 2
            surface.picture(picture.jpeg, place, size)
            caption: tuple[Line, ...] = self._captions[index]
            surface.lines(x + _CAPTION_SIDE, split - CELL_TOP, caption, NOTE)


def strips(block: Pictures, width: float, room: float) -> list[Strip]:
    """Return the photos in strips of which at least two fit into `room` points.

    Up to two landscape photos have the whole width each; more stand in pairs, an odd one first
    and large. So three fill a page, and six landscape ones stand on one.
    """
    many = len(block.pictures) > 4 and any(_lies(one) for one in block.pictures)
    most = min(room / (3 if many else 2), _MOST_HEIGHT)
    return [PictureStrip(row, width, most) for row in _rows(block.pictures)]


def _lies(picture: Picture) -> bool:
    return picture.width_px >= picture.height_px


def _rows(pictures: tuple[Picture, ...]) -> Iterator[tuple[Picture, ...]]:
    if len(pictures) <= 2 and any(_lies(one) for one in pictures):
        yield from ((one,) for one in pictures)
        return
    first = len(pictures) % 2
    if first:
        yield pictures[:1]
    for start in range(first, len(pictures), 2):
        yield pictures[start : start + 2]
