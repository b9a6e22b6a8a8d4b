"""What ends a document: the list of its annexes, who issues it, and when.

Source: GB/T 9704-2012, 7.3.4 (annexes, one line below the text) and 7.3.5.1 (close with a seal:
the date four characters from the right edge, the author centred above it, the seal on both).
"""

from __future__ import annotations

from dataclasses import replace

from app.printing.blocks.strip import Strip
from app.printing.characters import clean
from app.printing.sheet import Attachments, Close
from app.printing.styles import DOCUMENT, DOCUMENT_TEXT
from app.printing.surface import Surface
from app.printing.text import Line, lay, lay_even, width_pt

_SIZE = DOCUMENT_TEXT.size_pt
_LABEL = "附件："
_INDENT = 2 * _SIZE
_DATE_RIGHT = 4 * _SIZE
# A seal of 42 mm whose lower half lies on author and date begins within a line of the text.
_SEAL_LINES = 2


class LinesStrip(Strip):
    """A few lines that stay together, below some empty ones; more than a page has are parted.

    What stands `before` the first line has its own indent on it.
    """

    def __init__(
        self, lines: tuple[Line, ...], above: int, before: Line | None = None, *, keep: bool = True
    ) -> None:
        self.keep = keep
        self.height = (above + len(lines)) * DOCUMENT_TEXT.leading_pt
        self._lines, self._above, self._before = lines, above, before

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """Part lines that no page can hold."""
        count = int((room + 0.01) / DOCUMENT_TEXT.leading_pt) - self._above
        if self.height <= DOCUMENT.height or count <= 0:
            return None
        return (
            LinesStrip(self._lines[:count], self._above, self._before),
            LinesStrip(self._lines[count:], 0, keep=False),
        )

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the lines below the empty ones."""
        first = top - self._above * DOCUMENT_TEXT.leading_pt
        if self._before is not None:
            surface.lines(left, first, (self._before,), DOCUMENT_TEXT)
        surface.lines(left, first, self._lines, DOCUMENT_TEXT)


def attachments(block: Attachments, width: float) -> list[Strip]:
    """Return a strip for each annex; a long name goes on under its own beginning."""
    names = [name for name in map(_one_line, block.names) if name]
    numbers = [f"{number}. " for number in range(1, len(names) + 1)] if len(names) > 1 else [""]
    start = _INDENT + width_pt(_LABEL, DOCUMENT_TEXT)
    hang = start + max(width_pt(number, DOCUMENT_TEXT) for number in numbers)
    found: list[Strip] = []
    for number, name in zip(numbers, names, strict=False):
        lines = tuple(
            replace(line, left_pt=line.left_pt + hang)
            for line in lay(name, DOCUMENT_TEXT, width - hang, align="justify")
        )
        first = not found
        before = Line(_LABEL + number, _INDENT) if first else Line(number, start)
        found.append(LinesStrip(lines, int(first), before))
    return found


def strips(block: Close, width: float) -> list[Strip]:
    """Return author and date in one strip, centred on each other.

    A long author would reach over the right edge: then both stand further left.
    """
    date = _one_line(block.date)
    author = lay_even(_one_line(block.author), DOCUMENT_TEXT, width)
    told = [line for line in (*author, Line(date)) if line.text]
    wide = max((_width(line) for line in told), default=0.0)
    middle = width - _DATE_RIGHT - width_pt(date, DOCUMENT_TEXT) / 2
    middle = min(middle, width - wide / 2)
    lines = tuple(replace(line, left_pt=max(0.0, middle - _width(line) / 2)) for line in told)
    return [LinesStrip(lines, _SEAL_LINES)] if lines else []


def _width(line: Line) -> float:
    return width_pt(line.text, DOCUMENT_TEXT) + line.spacing_pt * (len(line.text) - 1)


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ").strip(" \u3000")
