"""A table of contents: text, dots, page."""

from __future__ import annotations

from itertools import pairwise

from app.printing.blocks.strip import Strip
from app.printing.sheet import Contents, Entry
from app.printing.styles import CONTENTS, CONTENTS_CHAPTER, MM
from app.printing.surface import Surface
from app.printing.text import Line, lay, width_pt

_INDENT = 2 * CONTENTS.size_pt
_PAGE_ROOM = 11.0 * MM  # for the number, with a blank before it
_LEAST_DOTS = 12.0 * MM
_DOT = "."
_PITCH = 4.5  # points from dot to dot
_BETWEEN = 1.5 * MM


class EntryStrip(Strip):
    """One entry; a long text goes on in further lines, the last one has the page."""

    def __init__(self, entry: Entry, width: float) -> None:
        self._style = CONTENTS_CHAPTER if entry.chapter else CONTENTS
        self._left = 0.0 if entry.chapter else _INDENT
        room = width - self._left - _PAGE_ROOM - _LEAST_DOTS
        self._lines = lay(entry.text, self._style, room)
        self._page = Line(entry.page, width - width_pt(entry.page, CONTENTS))
        self._dots = self._dotted(width - _PAGE_ROOM)
        self.height = len(self._lines) * self._style.leading_pt

    def _dotted(self, right: float) -> Line:
        last = self._lines[-1]
        start = self._left + last.left_pt + width_pt(last.text, self._style) + _BETWEEN
        count = int((right - start) / _PITCH)
        return Line(_DOT * count, right - count * _PITCH, _PITCH - width_pt(_DOT, CONTENTS))

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the text, and dots and page beside its last line."""
        surface.lines(left + self._left, top, self._lines, self._style)
        last = top - height + self._style.leading_pt
        surface.lines(left, last, (self._dots,), CONTENTS)
        surface.lines(left, last, (self._page,), CONTENTS)


def strips(block: Contents, width: float) -> list[Strip]:
    """Return a strip for each entry; a chapter keeps with its first."""
    found = [EntryStrip(entry, width) for entry in block.entries]
    for (entry, strip), (after, _) in pairwise(zip(block.entries, found, strict=True)):
        strip.leads = entry.chapter and not after.chapter
    return list(found)
