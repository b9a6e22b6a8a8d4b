"""The lines of a cover: label, and its value over a rule."""

from __future__ import annotations

from app.printing.blocks.strip import Strip
from app.printing.characters import clean
from app.printing.sheet import Fields
from app.printing.styles import COVER_LABEL, COVER_VALUE, MM
from app.printing.surface import Surface
from app.printing.text import Line, lay, width_pt

_WIDTH = 132.0 * MM
_BETWEEN = 4.0 * MM
_LINE = 15.0 * MM
_UNDER = 1.6 * MM  # from a value to its rule


class FieldsStrip(Strip):
    """All lines of a cover, in the middle of the room that the title leaves."""

    fill = True

    def __init__(self, block: Fields, width: float) -> None:
        self._left = max(0.0, (width - _WIDTH) / 2)
        self._right = width - self._left
        labels = [clean(label).replace("\n", "") for label, _ in block.lines]
        widest = max((width_pt(label, COVER_LABEL) for label in labels), default=0.0)
        self._start = self._left + widest + _BETWEEN
        room = self._right - self._start
        self._labels = [_spread(label, widest) for label in labels]
        self._values = [lay(value, COVER_VALUE, room, align="center") for _, value in block.lines]
        more = sum(len(lines) - 1 for lines in self._values) * COVER_VALUE.leading_pt
        self._content = len(labels) * _LINE + more
        self.height = self._content

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw label, value and rule of each line."""
        bottom = top - (height - self._content) / 2
        for label, value in zip(self._labels, self._values, strict=True):
            bottom -= _LINE + (len(value) - 1) * COVER_VALUE.leading_pt
            above = bottom + _UNDER + len(value) * COVER_VALUE.leading_pt
            base = bottom + _UNDER + COVER_LABEL.leading_pt
            surface.lines(left + self._left, base, (label,), COVER_LABEL)
            surface.lines(left + self._start, above, value, COVER_VALUE)
            surface.across(bottom, left + self._start, left + self._right)


def strips(block: Fields, width: float) -> list[Strip]:
    """Return the lines as one strip."""
    return [FieldsStrip(block, width)]


def _spread(label: str, width: float) -> Line:
    """Return a label with its characters set as far apart as fill the width."""
    gaps = len(label) - 1
    return Line(label, 0.0, (width - width_pt(label, COVER_LABEL)) / gaps if gaps > 0 else 0.0)
