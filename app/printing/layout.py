"""Sharing a sheet out over pages: strips are piled up until the page is full.

A strip that does not fit is parted or goes to the next page, which begins with the title, (续) and
the sheet's head; a document goes on without them. Strips that belong together stay together as
long as a page can hold them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from app.printing.blocks import strips_of
from app.printing.blocks.strip import Gap, Strip
from app.printing.sheet import Block, DocumentBlock, Grid, Rows, Sheet, Signatures
from app.printing.styles import CONTINUED, DOCUMENT, LANDSCAPE, MM, PORTRAIT, Geometry
from app.printing.surface import Surface
from app.printing.titles import title_of

# A head that takes more of a page than this is not repeated: little would be left for the text.
_MOST_OF_PAGE = 0.45
# As much of a long strip goes on to the next page with what must follow it.
_LEAST_PART = 25 * MM
_TABLE_GAP = 2.0 * MM
# So much on the last page is worth setting the pages before it closer.
_LITTLE = 90 * MM
_CLOSE_ROW_MM, _CLOSE_SIGNATURES_MM = 7.0, 12.0


@dataclass
class Page:
    """What stands on one page: strips with the heights they are drawn at.

    `used` is what the strips take that are not repeated from the page before.
    """

    geometry: Geometry
    placed: list[tuple[Strip, float]] = field(default_factory=list)
    used: float = 0.0

    def draw(self, surface: Surface) -> None:
        """Draw the strips from the top of the page's area."""
        top = self.geometry.top
        for strip, height in self.placed:
            strip.draw(surface, self.geometry.left, top, height)
            top -= height


def pages_of(sheet: Sheet) -> Iterator[Page]:
    """Yield the pages of a sheet, ready to be drawn.

    Where only little is left for the last page, the rows of the sheet are set as near as their
    text lets them, if that saves the page; if it does not, so are the lines of its boxes.
    """
    pages = list(_Flow(sheet).pages())
    if len(pages) > 1 and pages[-1].used <= _LITTLE:
        for texts in (False, True):
            closer = list(_Flow(_closer(sheet), near=texts).pages())
            if len(closer) < len(pages):
                pages = closer
                break
    yield from pages


def geometry_of(sheet: Sheet) -> Geometry:
    """Return the page a sheet is printed on."""
    if sheet.landscape:
        return LANDSCAPE
    return DOCUMENT if sheet.form == "document" else PORTRAIT


class _Flow:
    """The strips of a sheet on their way to pages; with `near` the lines of its boxes are so."""

    def __init__(self, sheet: Sheet, *, near: bool = False) -> None:
        self._geometry = geometry_of(sheet)
        width, height = self._geometry.width, self._geometry.height
        self._title = title_of(sheet, width)
        self._next = _continuation(sheet, width, height)
        self._capacity = height - sum(strip.height for strip in self._next)
        beside = height - self._title.height
        room = min(self._capacity, beside) if beside > height / 2 else self._capacity
        found = [strips_of(block, width, room, near=near) for block in sheet.blocks]
        self._queue = deque(_joined(sheet, found))
        self._page = Page(self._geometry)
        self._room = height
        self._furniture = 0
        self._heading: Strip | None = None

    def pages(self) -> Iterator[Page]:
        if self._title.height <= self._room:
            self._place(self._title, self._title.height)
            self._furniture = 1
        else:
            self._queue.appendleft(self._title)
        while self._queue:
            strip = self._queue.popleft()
            if not self._take(strip):
                yield self._turn()
        self._fill()
        yield self._page

    def _take(self, strip: Strip) -> bool:
        """Place a strip, or the part of it that fits; False when the page is full."""
        heading = strip.heading if strip.heading is not self._heading else None
        above = heading.height if heading else 0.0
        room = self._room - above
        chain = self._chain(strip, above + min(strip.height, _LEAST_PART))
        if strip.height + chain <= room + 0.01:
            self._place_with(heading, strip, strip.height)
            return True
        fits = strip.height <= room + 0.01
        parts = strip.split(min(room, strip.height - 0.1))
        if parts is None:
            fresh = len(self._page.placed) == self._furniture
            if fresh:
                self._place_with(
                    heading, strip, min(strip.height, room) if not fits else strip.height
                )
                return True
            self._queue.appendleft(strip)
            return False
        self._place_with(heading, parts[0], room)
        self._queue.appendleft(parts[1])
        return False

    def _chain(self, first: Strip, above: float) -> float:
        """Return the height of the strips that must stand on the page of the one before them."""
        total, heading = 0.0, first.heading
        for strip in self._queue:
            if not strip.keep:
                break
            if strip.heading and strip.heading is not heading:
                heading = strip.heading
                total += heading.height
            total += strip.height
        return total if above + total <= self._capacity else 0.0

    def _place_with(self, heading: Strip | None, strip: Strip, height: float) -> None:
        if heading:
            self._place(heading, heading.height)
        self._heading = strip.heading
        self._place(strip, height)

    def _place(self, strip: Strip, height: float) -> None:
        self._page.placed.append((strip, height))
        self._page.used += height
        self._room -= height

    def _turn(self) -> Page:
        """Begin a new page and return the finished one."""
        finished = self._page
        self._page = Page(self._geometry)
        self._room = self._geometry.height
        self._heading = None
        for strip in self._next:
            self._place(strip, strip.height)
        self._furniture = len(self._page.placed)
        self._page.used = 0.0
        return finished

    def _fill(self) -> None:
        """Give the room that is left on the last page to the strips that fill it."""
        placed = self._page.placed
        filling = [index for index, (strip, _) in enumerate(placed) if strip.fill]
        for index in filling:
            strip, height = placed[index]
            placed[index] = strip, height + self._room / len(filling)


def _closer(sheet: Sheet) -> Sheet:
    """Return a sheet whose rows are no higher than their text, or their ink, asks for."""
    return replace(sheet, blocks=tuple(map(_closer_block, sheet.blocks)))


def _closer_block(block: Block) -> Block:
    """Return a block set closer; rows that are to be written in by hand keep their height."""
    match block:
        case Rows() if any(cell.text for row in block.rows for cell in row if not cell.label):
            return replace(block, height_mm=min(block.height_mm, _CLOSE_ROW_MM), near=True)
        case Grid() if block.rows:
            signed = any(column.blank for column in block.columns)
            height = block.row_mm if signed else min(block.row_mm, _CLOSE_ROW_MM)
            return replace(block, row_mm=height, near=True)
        case Signatures():
            return replace(block, height_mm=min(block.height_mm, _CLOSE_SIGNATURES_MM))
    return block


def _joined(sheet: Sheet, found: list[list[Strip]]) -> list[Strip]:
    """Return the strips of all blocks, those kept with the one before that must not part from it.

    In a document there is some room between text and tables.
    """
    joined: list[Strip] = []
    ruled = False
    for block, strips in zip(sheet.blocks, found, strict=True):
        table = not isinstance(block, DocumentBlock)
        if sheet.form == "document" and strips and joined and table != ruled:
            joined.append(Gap(_TABLE_GAP, leads=joined[-1].leads))
        if strips:
            ruled = table
        joined += strips
    for before, after in pairwise(joined):
        after.keep = after.keep or before.leads
    return joined


def _continuation(sheet: Sheet, width: float, height: float) -> list[Strip]:
    """Return what a page begins with on which the sheet goes on."""
    if sheet.form != "table":
        return []
    head = strips_of(sheet.head, width, height) if sheet.head else []
    if sum(strip.height for strip in head) > height * _MOST_OF_PAGE:
        head = []
    return [title_of(sheet, width, CONTINUED), *head]
