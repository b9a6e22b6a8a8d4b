"""A strip: the piece of a page that blocks are made of, as wide as the table."""

from __future__ import annotations

from app.printing.surface import Surface


class Strip:
    """A band across the table that is drawn as one; a page is a pile of them.

    Attributes:
        height: the least it needs, in points; it may be drawn higher.
        keep: it stands on the same page as the strip before.
        leads: its end stands on the same page as the strip after it.
        fill: it takes the room that is left at the end of the last page.
        heading: a strip that stands above it whenever a page begins with it, and above the
            first of those that share it.
    """

    height: float = 0.0
    keep: bool = False
    leads: bool = False
    fill: bool = False
    heading: Strip | None = None

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw the strip below `top`, with its own rules."""
        raise NotImplementedError

    def split(self, room: float) -> tuple[Strip, Strip] | None:
        """Return what fits into `room` points and the rest; None when it cannot be parted."""
        return None


class Gap(Strip):
    """Room between a table and the text around it."""

    keep = True

    def __init__(self, height: float, *, leads: bool) -> None:
        self.height = height
        self.leads = leads

    def draw(self, surface: Surface, left: float, top: float, height: float) -> None:
        """Draw nothing."""
