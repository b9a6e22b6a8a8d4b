"""Measures of the printed page: paper, edges, type and distances."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.printing.text import Style

MM = 72 / 25.4
RULE_PT = 0.5
# The middle of a Chinese character stands this far above the baseline, in em: text is centred by
# what the eye sees, not by the font's box.
MIDDLE_EM = 0.38


@dataclass(frozen=True, slots=True)
class Geometry:
    """A page: paper, and the area between its edges; points, from the lower left corner."""

    paper_width: float
    paper_height: float
    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """Return where the area ends above."""
        return self.bottom + self.height

    @property
    def back(self) -> Geometry:
        """Return the page on the back of a sheet: what was at its binding is so again.

        An upright sheet is bound at its left edge and turned over to the side; one across is
        bound at its head.
        """
        if self.paper_width > self.paper_height:
            return replace(self, bottom=self.paper_height - self.top)
        return replace(self, left=self.paper_width - self.left - self.width)


def _geometry(paper: tuple[float, float], edges: tuple[float, float, float, float]) -> Geometry:
    """Return a page from millimetres: paper width and height; edges left, top, right, bottom."""
    left, top, right, bottom = edges
    width, height = paper[0] - left - right, paper[1] - top - bottom
    measures = (*paper, left, bottom, width, height)
    return Geometry(*(measure * MM for measure in measures))


# The binding edge of 28 mm clears a two-hole punch. A sheet across is bound at its head.
# Source: GB/T 9704-2012, 7.1 (binding edge) and 9.2 (tables set across: the head at the binding).
PORTRAIT = _geometry((210.0, 297.0), (28.0, 25.4, 20.0, 25.4))
LANDSCAPE = _geometry((297.0, 210.0), (25.5, 28.0, 25.5, 20.0))
FOOTER_MM = 13.0

# Source: GB/T 9704-2012, 5.2: a type area of 156 mm × 225 mm, 37 mm below the head of the sheet and
# 28 mm from the binding, 22 lines of 28 characters; 7.5: the page number 7 mm under it in size 4.
# 28 characters of size 3 (16 pt) would need 158 mm: they are set in 15.75 pt.
DOCUMENT = _geometry((210.0, 297.0), (28.0, 37.0, 26.0, 35.0))
DOCUMENT_LEADING = 28.99
DOCUMENT_TITLE = Style("title", 22.0, DOCUMENT_LEADING)
DOCUMENT_TEXT = Style("body", 15.75, DOCUMENT_LEADING)
DOCUMENT_HEI = Style("hei", 15.75, DOCUMENT_LEADING)
DOCUMENT_KAI = Style("kai", 15.75, DOCUMENT_LEADING)
DOCUMENT_PAGE = Style("body", 14.0, 14.0)
DOCUMENT_PAGE_MM = 7.0

TITLE_SIZES_PT = (22.0, 20.0, 18.0)
# So that a title of one line stays in one where （续） is added.
TITLE_CONTINUED_PT = 16.0
TITLE_LINE = 1.35
TITLE_GAP_MM = 5.0
SUBTITLE = Style("body", 12.0, 18.0)

COVER_ABOVE_MM = 42.0
COVER_TITLE = Style("title", 42.0, 60.0)
COVER_SUBTITLE = Style("body", 22.0, 44.0)
COVER_LABEL = Style("hei", 16.0, 22.0)
COVER_VALUE = Style("body", 16.0, 22.0)
CONTENTS_CHAPTER = Style("hei", 12.0, 22.0)
CONTENTS = Style("body", 12.0, 22.0)

LABEL = Style("hei", 12.0, 17.0)
VALUE = Style("body", 12.0, 18.0)
# A short value that is a little too long for one line is set smaller, never below 10.5 pt.
SMALLER_VALUES = (Style("body", 11.0, 16.5), Style("body", 10.5, 16.0))
TEXT = Style("body", 12.0, 20.5)
TEXT_NEAR = Style("body", 12.0, 18.0)
GRID_HEAD = Style("hei", 10.5, 14.0)
GRID = Style("body", 10.5, 14.0)
NOTE = Style("kai", 10.5, 15.5)
FOOT = Style("body", 9.0, 12.0)

CELL_SIDE = 2.2 * MM
CELL_TOP = 1.4 * MM
CELL_TOP_NEAR = 0.8 * MM
GRID_SIDE = 2.0 * MM
GRID_SIDE_LEAST = 0.8 * MM  # for a number or a name that would else be parted
HEADING_SIDE_LEAST = 0.5 * MM  # for a heading such as 14日 over a column of signs
GRID_TOP = 1.0 * MM
GRID_TOP_NEAR = 0.5 * MM
GRID_HEADING = 9.0 * MM
BOX_SIDE = 3.0 * MM
BOX_TOP = 2.2 * MM
CAPTION_ROW = 9.0 * MM
NOTE_GAP = 1.6 * MM
CONTINUED = "（续）"
