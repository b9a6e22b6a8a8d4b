"""The running text of a document, its headings known by how they begin.

Source: GB/T 9704-2012, 7.3.2 (addressee) and 7.3.3 (text): levels are marked “一、”, “（一）”,
“1.” and “（1）”; the first is set in hei, the second in kai, the others like the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.printing.blocks.strip import Strip
from app.printing.characters import clean
from app.printing.sheet import Addressee, Prose
from app.printing.styles import DOCUMENT_HEI, DOCUMENT_KAI, DOCUMENT_TEXT
from app.printing.surface import Surface
from app.printing.text import Line, Style, advances, lay

_INDENT_EM = 2
_LEVELS = (
    (re.compile("[一二三四五六七八九十百]+、"), DOCUMENT_HEI),
    (re.compile("[（(][一二三四五六七八九十百]+[）)]"), DOCUMENT_KAI),
)
_HEADING_ENDS = re.compile(r"。|(?<!\d)[：:]|[：:](?!\d)")  # not within 15:00
_LONGEST_HEADING = 54  # two lines; what is longer is text that happens to be numbered
_LEAST_AFTER = 2  # lines of text that a close must have above it on its page
_LOOK_BACK = 6  # so many lines a page may stay short of, lest headings lose what they head


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of text, in as many runs as it has fonts; `heading` lines lead what follows."""

    runs: tuple[tuple[Line, Style], ...]
    first: bool
    last: bool
    heading: bool = False


class ProseStrip(Strip):
    """Lines of text on the grid of the page, to be parted wherever it does no harm."""

    def __init__(self, lines: Sequence[SetLine]) -> None:
        self._lines = lines
        self.height = len(lines) * DOCUMENT_TEXT.leading_pt
        self.leads = lines[-1].heading

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the lines from the top."""
        for index, line in enumerate(self._lines):
            for run, style in line.runs:
                surface.lines(left, top - index * style.leading_pt, (run,), style)

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """Part the text between lines, none of a paragraph left alone, no heading left behind."""
        most = min(int((room + 0.01) / DOCUMENT_TEXT.leading_pt), len(self._lines) - 1)
        least = max(most - _LOOK_BACK, 0)
        count = next((n for n in range(most, least, -1) if self._may_part(n)), 0)
        if not count:
            if most <= _LEAST_AFTER:
                return None
            count = most
        head, tail = ProseStrip(self._lines[:count]), ProseStrip(self._lines[count:])
        head.keep = self.keep
        return head, tail

    def _may_part(self, count: int) -> bool:
        before, after = self._lines[count - 1], self._lines[count]
        alone = (before.first and not before.last) or (after.last and not after.first)
        return not (alone or before.heading) and len(self._lines) - count >= _LEAST_AFTER


def strips(block: Prose, width: float) -> list[Strip]:
    """Return the text as one strip; none where there is no text."""
    written = (text for paragraph in block.paragraphs for text in clean(paragraph).split("\n"))
    bare = (text.strip(" \u3000") for text in written)
    lines = [line for text in bare if text for line in _paragraph(text, width)]
    return [ProseStrip(lines)] if lines else []


def addressee(block: Addressee, width: float) -> list[Strip]:
    """Return the addressee, flush left, with its colon."""
    text = clean(block.text).replace("\n", " ").strip(" \u3000").rstrip("：:")
    if not text:
        return []
    laid = lay(f"{text}：", DOCUMENT_TEXT, width, align="justify")
    strip = ProseStrip([_plain(line, DOCUMENT_TEXT) for line in laid])
    strip.leads = True
    return [strip]


def _paragraph(text: str, width: float) -> Iterator[SetLine]:
    style, end = _heading(text)
    if end in (0, len(text)):
        for line in lay(text, style, width, align="justify", indent_em=_INDENT_EM):
            yield replace(_plain(line, style), heading=end > 0)
        return
    place = 0
    for line in lay(text, DOCUMENT_TEXT, width, align="justify", indent_em=_INDENT_EM):
        place = text.index(line.text, place)
        yield _mixed(line, style, end - place)
        place += len(line.text)


def _heading(text: str) -> tuple[Style, int]:
    """Return the style a paragraph begins in, and where its heading ends; 0 for none."""
    for beginning, style in _LEVELS:
        if found := beginning.match(text):
            ends = _HEADING_ENDS.search(text, found.end())
            end = ends.end() if ends else len(text)
            return (style, end) if end <= _LONGEST_HEADING else (DOCUMENT_TEXT, 0)
    return DOCUMENT_TEXT, 0


def _plain(line: Line, style: Style) -> SetLine:
    return SetLine(((line, style),), line.first, line.last)


def _mixed(line: Line, style: Style, count: int) -> SetLine:
    """Return a line whose first `count` characters are in a style of their own.

    The line was set in the font of the text: what the other is wider or narrower goes between
    the characters of a full line.
    """
    if count <= 0:
        return _plain(line, DOCUMENT_TEXT)
    count = min(count, len(line.text))
    size, usual = style.size_pt / 1000, advances(line.text, DOCUMENT_TEXT.metrics)[:count]
    own = sum(advances(line.text, style.metrics)[:count])
    gaps, spacing = len(line.text) - 1, line.spacing_pt
    if gaps and not line.last:
        spacing -= (own - sum(usual)) * size / gaps
    start = line.left_pt + own * size + count * spacing
    runs = (
        (replace(line, text=line.text[:count], spacing_pt=spacing), style),
        (Line(line.text[count:], start, spacing), DOCUMENT_TEXT),
    )
    return SetLine(runs if runs[1][0].text else runs[:1], line.first, line.last)
