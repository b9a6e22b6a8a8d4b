"""Setting Chinese text: where lines end, how they are spaced and what stands where.

Lines are filled from the left; marks never begin or end one where they may not, words and numbers
stay whole, and a full line reaches both edges by a little more or less room between characters.
Time is linear in the length of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from app.printing.characters import (
    HALF_AT_END,
    NOT_FIRST,
    TIGHT,
    clean,
    may_break,
    may_break_address,
    may_break_word,
)
from app.printing.fonts import Role, RoleName, role

_HALF = 500
# A line may be pressed together by this much a character to take in one more mark, and be drawn
# apart by that much to fill its width: more looks worse than a ragged edge. Thousandths of an em.
_PRESS = 22
_DRAW = 300
# In a narrow column, such as that of a list, gaps show sooner: 水 泵 房 联 动.
_DRAW_NARROW, _NARROW = 110, 18_000
_BRACKETED = 6
_REMEMBERED = 24

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True, eq=False, slots=True)
class Style:
    """A font role at a size, with the distance from line to line; sizes in points."""

    role: RoleName
    size_pt: float
    leading_pt: float

    @property
    def metrics(self) -> Role:
        """Return the role's fonts and widths."""
        return role(self.role)


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands: its text, how far in it begins, and the room after each character.

    `first` and `last` say whether a paragraph begins or ends with it; lengths are in points.
    """

    text: str
    left_pt: float = 0.0
    spacing_pt: float = 0.0
    first: bool = True
    last: bool = True


def advances(text: str, metrics: Role) -> list[int]:
    """Return how far each character moves on, in thousandths of an em.

    Half of a wide mark is taken out where two of them meet.
    """
    widths = metrics.widths
    found = [widths[character] for character in text]
    for match in TIGHT.finditer(text):
        index = match.start()
        if found[index] == 1000 and widths[text[index - 1]] == 1000:
            found[index - 1] -= _HALF
    return found


def width_pt(text: str, style: Style) -> float:
    """Return the width of a text set in one line."""
    return sum(advances(text, style.metrics)) * style.size_pt / 1000


def lay(
    text: str, style: Style, room_pt: float, *, align: Align = "left", indent_em: int = 0
) -> tuple[Line, ...]:
    """Return the lines of a text in a column `room_pt` wide.

    Line feeds begin a paragraph; each is indented by `indent_em` characters, and what blanks its
    writer put there are dropped for it. Empty paragraphs stay as empty lines.
    """
    if len(text) <= _REMEMBERED:
        return _remembered(text, style, room_pt, align, indent_em)
    return tuple(_lines(text, style, room_pt, align, indent_em))


def lay_even(text: str, style: Style, room_pt: float) -> tuple[Line, ...]:
    """Return the centred lines of a label, all about as long: 缺席人员 over 及原因."""
    lines = lay(text, style, room_pt, align="center")
    if len(lines) < 2 or "\n" in text:
        return lines
    share = -(-len(text) // len(lines)) * style.size_pt + 0.1
    narrow = lay(text, style, min(share, room_pt), align="center")
    if len(narrow) != len(lines):
        return lines
    shift = max(0.0, room_pt - share) / 2
    return tuple(replace(line, left_pt=line.left_pt + shift) for line in narrow)


@lru_cache(maxsize=8192)
def _remembered(
    text: str, style: Style, room_pt: float, align: Align, indent_em: int
) -> tuple[Line, ...]:
    return tuple(_lines(text, style, room_pt, align, indent_em))


def _lines(text: str, style: Style, room_pt: float, align: Align, indent_em: int) -> Iterator[Line]:
    for paragraph in clean(text).split("\n"):
        bare = paragraph.lstrip(" \u3000") if indent_em else paragraph
        yield from _Paragraph(bare.rstrip(" \u3000"), style, room_pt, align).lines(indent_em)


class _Paragraph:
    """One paragraph while its lines are looked for; widths in thousandths of an em."""

    def __init__(self, text: str, style: Style, room_pt: float, align: Align) -> None:
        self._text = text
        self._align = align
        self._unit_pt = style.size_pt / 1000
        self._room = room_pt / self._unit_pt
        self._most_drawn = _DRAW if self._room >= _NARROW else _DRAW_NARROW
        self._widths = advances(text, style.metrics)
        self._ends = list(accumulate(self._widths, initial=0))

    def lines(self, indent_em: int) -> Iterator[Line]:
        """Yield the lines from first to last."""
        text, start, indent = self._text, 0, 1000.0 * indent_em
        while True:
            end = self._end(start, self._room - indent)
            following = end
            while following < len(text) and text[following] in " \u3000":
                following += 1
            yield self._line(start, end, indent, last=following == len(text))
            if following == len(text):
                return
            start, indent = following, 0.0

    def _end(self, start: int, room: float) -> int:
        """Return the index after the last character of the line that begins at `start`."""
        length = len(self._text)
        limit = self._ends[start] + room
        full = bisect_right(self._ends, limit + 0.01, start + 1) - 1
        if full >= length:
            return length
        end = self._with_marks(start, max(full, start + 1), limit)
        found = self._back(end, start, may_break)
        half = start + (end - start) // 2
        if found > half:
            return self._not_alone(self._before_bracket(found, half), half)
        return (
            self._back(end - 1, half, may_break_address)
            or found
            or self._back(end, start, may_break_word)
            or max(full, start + 1)
        )

    def _before_bracket(self, end: int, half: int) -> int:
        """Return an earlier end where a few characters in brackets would be parted: （周启明）.

        In a wide column that would leave too large a gap.
        """
        opened = self._text.rfind("（", half + 1, end)
        if opened < 0 or self._room >= _NARROW:
            return end
        closed = self._text.find("）", opened)
        parted = end <= closed <= opened + _BRACKETED
        return opened if parted and may_break(self._text, opened) else end

    def _not_alone(self, end: int, half: int) -> int:
        """Return an earlier end when one character alone would be left for the last line."""
        rest = self._text[end : end + 4]
        if len(rest) <= 3 and sum(character not in NOT_FIRST for character in rest) == 1:
            return self._back(end - 1, half, may_break) or end
        return end

    def _with_marks(self, start: int, full: int, limit: float) -> int:
        """Return the end of the line with the marks that fit at half width or slightly pressed."""
        text, best = self._text, full
        for end in range(full + 1, min(full + 3, len(text)) + 1):
            mark = text[end - 1]
            if mark not in NOT_FIRST:
                break
            over = self._ends[end] - self._tail(end) - limit
            if over <= _PRESS * (end - start - 1) and may_break(text, end):
                best = end
        return best

    def _tail(self, end: int) -> int:
        """Return how much of the last character is blank and may stand in the margin."""
        index = end - 1
        return _HALF if self._text[index] in HALF_AT_END and self._widths[index] == 1000 else 0

    def _back(self, end: int, floor: int, allowed: Callable[[str, int], bool]) -> int:
        while end > floor:
            if allowed(self._text, end):
                return end
            end -= 1
        return 0

    def _line(self, start: int, end: int, indent: float, *, last: bool) -> Line:
        text = self._text[start:end].rstrip(" ")
        end = start + len(text)
        natural = self._ends[end] - self._ends[start]
        room, gaps = self._room - indent, len(text) - 1
        left, spacing = indent, 0.0
        if gaps > 0:
            gap = (room - natural + self._tail(end)) / gaps
            if gap < 0 or (self._align == "justify" and not last and gap <= self._most_drawn):
                spacing = gap
        if self._align in ("center", "right"):
            free = max(0.0, room - natural - spacing * gaps)
            left += free / 2 if self._align == "center" else free
        unit = self._unit_pt
        return Line(text, left * unit, spacing * unit, start == 0, last)
