"""A box of long text that grows and goes on over the end of the page."""

from __future__ import annotations

from collections.abc import Sequence

from app.printing.blocks.rows import form_label, label_lines
from app.printing.blocks.strip import Strip
from app.printing.sheet import Box
from app.printing.styles import (
    BOX_SIDE,
    BOX_TOP,
    CAPTION_ROW,
    CELL_SIDE,
    CONTINUED,
    LABEL,
    MM,
    TEXT,
    TEXT_NEAR,
)
from app.printing.surface import Surface
from app.printing.text import Line, Style, lay

_LEAST_LINES = 2
# A paragraph that is short and not closed by a mark, such as a topic, heads what follows it.
_HEADING_LINES = 2
_CLOSING = "。！？；…”’"
_WHOLE = 50 * MM  # a lower box with its label at the side goes to the next page instead


class BoxStrip(Strip):
    """The box, or the part of it that stands on one page, with its label."""

    def __init__(
        self, label: str, side: float, width: float, lines: tuple[Line, ...], style: Style
    ) -> None:
        self._label = label
        self._style = style
        self._side = side
        self._width = width
        self._lines = lines
        self._caption = CAPTION_ROW if label and not side else 0.0
        room = (side or width) - 2 * CELL_SIDE
        self._label_lines = form_label(label, room) if side else label_lines(label, LABEL, room)
        content = len(lines) * style.leading_pt + 2 * BOX_TOP
        beside = len(self._label_lines) * LABEL.leading_pt + 2 * BOX_TOP if side else 0.0
        self.height = self._caption + max(content, beside)

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw frame, label and text; long text begins at the top."""
        surface.frame(left, top, self._width, height)
        start = top - self._caption
        if self._caption:
            surface.across(start, left, left + self._width)
            self._draw_label(surface, left, top, self._caption)
        elif self._side:
            surface.upright(left + self._side, top, top - height)
            self._draw_label(surface, left, top, height)
        x = left + self._side + BOX_SIDE
        surface.lines(x, start - self._over(height), self._lines, self._style)

    def _over(self, height: float) -> float:
        """Return the room above the text: a few lines beside a higher label stand in the middle."""
        if self._side and not self.fill and len(self._lines) <= len(self._label_lines):
            return (height - len(self._lines) * self._style.leading_pt) / 2
        return BOX_TOP

    def _draw_label(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the label in the middle; beside long text at its first lines.

        So it is read before the text, by people and by programs that take a page line by line.
        """
        over = (height - len(self._label_lines) * LABEL.leading_pt) / 2
        begins_above = (self.fill and self._lines) or len(self._lines) > len(self._label_lines)
        if self._side and begins_above:
            over = BOX_TOP + (self._style.leading_pt - LABEL.leading_pt) / 2
        surface.lines(left + CELL_SIDE, top - over, self._label_lines, LABEL)

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """Part the text between lines; no single line of a paragraph is left behind or ahead."""
        if self._side and self.height < _WHOLE:
            return None
        lines = self._lines
        count = int((room - self._caption - 2 * BOX_TOP + 0.01) / self._style.leading_pt)
        count = min(count, len(lines) - 1)
        if 0 < count < len(lines) and lines[count].last and not lines[count].first:
            count -= 1
        if 0 < count < len(lines) and lines[count - 1].first and not lines[count - 1].last:
            count -= 1
        count = _before_heading(lines, count)
        if count < _LEAST_LINES:
            return None
        label = self._label
        if label and not label.endswith(CONTINUED):
            label += f"\n{CONTINUED}" if self._side else CONTINUED
        head = BoxStrip(self._label, self._side, self._width, lines[:count], self._style)
        tail = BoxStrip(label, self._side, self._width, lines[count:], self._style)
        head.keep, head.heading = self.keep, self.heading
        tail.fill, tail.heading = self.fill, self.heading
        return head, tail


def _before_heading(lines: Sequence[Line], count: int) -> int:
    """Return how many lines to leave on a page, so that it does not end in a heading."""
    start = count - 1
    while start > 0 and not lines[start].first:
        start -= 1
    heads = start > 0 and lines[count - 1].last and count - start <= _HEADING_LINES
    return start if heads and lines[count - 1].text[-1:] not in _CLOSING else count


def strips(block: Box, width: float, *, near: bool = False) -> list[Strip]:
    """Return the box as one strip, its lines a little nearer to each other if asked for."""
    side = block.side_label_mm * MM
    room = width - side - 2 * BOX_SIDE
    indent, style = 2 if block.indent else 0, TEXT_NEAR if near else TEXT
    lines = tuple(
        line
        for paragraph in block.paragraphs
        for line in lay(paragraph, style, room, align="justify", indent_em=indent)
    )
    strip = BoxStrip(block.label, side, width, lines, style)
    strip.height = max(strip.height, block.least_mm * MM)
    strip.fill = block.fill
    return [strip]
