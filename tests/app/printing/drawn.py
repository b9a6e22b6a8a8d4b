"""What a sheet draws, without a PDF: its lines of text and its rules, held to how they must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from reportlab.pdfgen.canvas import Canvas

from app.printing.characters import NOT_FIRST, NOT_LAST
from app.printing.layout import Page, pages_of
from app.printing.sheet import Sheet
from app.printing.surface import Surface
from app.printing.text import Line, Style, width_pt

# Rules and letters are set to a hundredth of a point.
_NEAR = 0.06

Span = tuple[float, float]


class Drawn(Surface):
    """Keeps what a page draws: each line with its place, and where rules run."""

    def __init__(self) -> None:
        super().__init__(cast("Canvas", None))
        self.set: list[tuple[float, float, Line, Style]] = []
        self.across_at: dict[float, list[Span]] = {}
        self.upright_at: dict[float, list[Span]] = {}

    def across(self, y: float, x1: float, x2: float) -> None:
        """Keep a rule from left to right."""
        self.across_at.setdefault(round(y, 1), []).append((x1, x2))

    def upright(self, x: float, top: float, bottom: float) -> None:
        """Keep a rule downwards."""
        self.upright_at.setdefault(round(x, 1), []).append((bottom, top))

    def line(self, left: float, y: float, line: Line, style: Style) -> None:
        """Keep a line on its baseline."""
        if line.text:
            self.set.append((left, y, line, style))

    def picture(self, jpeg: bytes, place: Span, size: Span) -> None:
        """Leave pictures out."""


def faults_of(sheets: Sequence[Sheet]) -> list[str]:
    """Return what is wrong on the pages of some sheets; nothing if all is well."""
    return [
        f"{sheet.code} page {number}: {fault}"
        for sheet in sheets
        for number, page in enumerate(pages_of(sheet), 1)
        for fault in _faults(page, ruled=sheet.form == "table")
    ]


def _faults(page: Page, *, ruled: bool) -> Iterator[str]:
    drawn = Drawn()
    page.draw(drawn)
    yield from _broken_lines(drawn)
    yield from _outside(page, drawn)
    yield from _over_rules(drawn)
    if ruled:
        yield from _open_tables(drawn)


def _broken_lines(drawn: Drawn) -> Iterator[str]:
    for _, _, line, _ in drawn.set:
        if not line.first and line.text[0] in NOT_FIRST:
            yield f"a line begins with {line.text[:8]}"
        if not line.last and line.text[-1] in NOT_LAST:
            yield f"a line ends with {line.text[-8:]}"


def _outside(page: Page, drawn: Drawn) -> Iterator[str]:
    geometry = page.geometry
    right = geometry.left + geometry.width
    for left, y, line, style in drawn.set:
        start = left + line.left_pt
        # A closing mark may hang over the edge by its empty half.
        end = start + width_pt(line.text, style) + line.spacing_pt * (len(line.text) - 1)
        if start < geometry.left - _NEAR or end > right + style.size_pt / 2 + _NEAR:
            yield f"beside the page: {line.text[:12]}"
        if y < geometry.bottom - _NEAR or y > geometry.top:
            yield f"above or below the page: {line.text[:12]}"
    for y in drawn.across_at:
        if not geometry.bottom - 0.1 <= y <= geometry.top + 0.1:
            yield f"a rule at {y} is off the page"


def _over_rules(drawn: Drawn) -> Iterator[str]:
    """Find characters with an upright rule inside; its blank edges may touch one."""
    for left, y, line, style in drawn.set:
        start = left + line.left_pt
        width = width_pt(line.text, style) + line.spacing_pt * (len(line.text) - 1)
        edge = style.size_pt / 5
        for x, spans in drawn.upright_at.items():
            crossed = start + edge < x < start + width - edge
            if crossed and any(bottom < y < top for bottom, top in spans):
                yield f"over a rule: {line.text[:12]}"


def _open_tables(drawn: Drawn) -> Iterator[str]:
    """Find tables whose sides are not equally long, or that are not closed above and below."""
    if not drawn.upright_at:
        return
    left, right = min(drawn.upright_at), max(drawn.upright_at)
    sides = _joined(drawn.upright_at[left]), _joined(drawn.upright_at[right])
    if [tuple(map(round, one)) for one in sides[0]] != [tuple(map(round, one)) for one in sides[1]]:
        yield f"the sides are {sides[0]} and {sides[1]}"
    for ends in sides[0]:
        for y in ends:
            spans = _joined(
                [one for at, all_ in drawn.across_at.items() if abs(at - y) < 0.2 for one in all_]
            )
            if [(round(a), round(b)) for a, b in spans] != [(round(left), round(right))]:
                yield f"the table is open at {y:.1f}: {spans}"


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return spans that touch or overlap as one, in order."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1] + 0.2:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
