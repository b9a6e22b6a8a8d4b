"""Photos in ruled cells, each with its caption under it."""

from __future__ import annotations

from app.printing.blocks.strip import Strip
from app.printing.sheet import Picture, Pictures
from app.printing.styles import CELL_TOP, MM, NOTE
from app.printing.surface import Surface
from app.printing.text import Line, lay

_EDGE = 3.0 * MM
_CAPTION_SIDE = 4.0 * MM
_MOST_HEIGHT = 100.0 * MM


class PictureStrip(Strip):
    """One photo, or two upright ones beside each other, with captions."""

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
        """Draw frames, photos in their middle, and captions."""
        split = top - height + self._under
        for index, (picture, size) in enumerate(zip(self._pictures, self._sizes, strict=True)):
            x = left + index * self._cell
            surface.frame(x, top, self._cell, height)
            place = x + (self._cell - size[0]) / 2, (top + split - size[1]) / 2
            surface.picture(picture.jpeg, place, size)
            caption: tuple[Line, ...] = self._captions[index]
            surface.lines(x + _CAPTION_SIDE, split - CELL_TOP, caption, NOTE)


def strips(block: Pictures, width: float, room: float) -> list[Strip]:
    """Return the photos in strips of which at least two fit into `room` points."""
    most = min(room / 2, _MOST_HEIGHT)
    found: list[Strip] = []
    waiting: list[Picture] = []
    for picture in block.pictures:
        if picture.height_px <= picture.width_px:
            found.append(PictureStrip((picture,), width, most))
            continue
        waiting.append(picture)
        if len(waiting) == 2:
            found.append(PictureStrip(tuple(waiting), width, most))
            waiting = []
    found += [PictureStrip((picture,), width, most) for picture in waiting]
    return found
