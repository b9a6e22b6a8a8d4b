"""A line of small print without rules."""

from __future__ import annotations

from app.printing.blocks.strip import Strip
from app.printing.sheet import Note
from app.printing.styles import NOTE, NOTE_GAP
from app.printing.surface import Surface
from app.printing.text import Line, lay


class NoteStrip(Strip):
    """One line of a note."""

    def __init__(self, line: Line, gap: float) -> None:
        self._line = line
        self._gap = gap
        self.height = gap + NOTE.leading_pt

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the line below its gap."""
        surface.lines(left, top - self._gap, (self._line,), NOTE)


def strips(block: Note, width: float) -> list[Strip]:
    """Return a strip a line; they keep with what they stand under."""
    found: list[Strip] = []
    for index, line in enumerate(lay(block.text, NOTE, width, align="justify")):
        strip = NoteStrip(line, NOTE_GAP if index == 0 else 0.0)
        strip.keep = index > 0
        found.append(strip)
    return found
