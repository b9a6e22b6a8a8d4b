"""From sheets to the finished PDF: pages, footers, bookmarks, and what an archive asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from app import paths
from app.errors import CancelledError
from app.printing.archive import Meta, close_canvas, document_of, open_canvas, plain
from app.printing.embedding import missing_characters
from app.printing.layout import Page
from app.printing.sheet import Form, Sheet, fingerprint
from app.printing.styles import DOCUMENT_PAGE, DOCUMENT_PAGE_MM, FOOT, FOOTER_MM, MM, Geometry
from app.printing.surface import Surface
from app.printing.text import Align, Line, lay, width_pt
from app.printing.volume import Laid, Maker, Part, Placed, laid_out

__all__ = ["Maker", "Meta", "Part", "Placed", "Printed", "write"]

_WATERMARK_GREY = 0.93
_WATERMARK_EM = 200.0  # points


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document.

    Attributes:
        pdf: the file, valid PDF/A-1b; the same sheets and meta give the same bytes.
        pages: how many.
        missing_characters: those no font has; they are printed as 〓.
        starts: for each sheet, by its index, the number of its first page, from 1.
    """

    pdf: bytes
    pages: int
    missing_characters: tuple[str, ...]
    starts: Mapping[int, int]


def write(
    parts: Sequence[Part],
    meta: Meta,
    *,
    duplex: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Printed:
    """Print sheets into one PDF.

    A part that is a function, such as a table of contents, is called with where all parts stand.
    For `duplex` each chapter, and each sheet of none, begins on an odd page, and even pages have
    their binding edge at the other side. `progress` is told how many sheets are done and how many
    there are; `cancelled` is asked before each.

    Raises:
        CancelledError: `cancelled` said yes; nothing is left behind.
        InvalidInputError: a photo is no picture.
    """

    def stop() -> None:
        if cancelled and cancelled():
            raise CancelledError("已取消打印，没有生成文件。")

    document = _Document(meta, duplex=duplex)
    for index, laid in enumerate(laid_out(parts, duplex=duplex, stop=stop)):
        stop()
        document.add(index, laid)
        if progress:
            progress(index + 1, len(parts))
    return document.close()


@dataclass(frozen=True, slots=True)
class _Footer:
    """What the footer of a page needs once the number of pages is known."""

    geometry: Geometry
    form: Form
    key: str
    mark: str
    sample: bool


class _Document:
    """A document while its pages are drawn.

    A footer is a form that its page calls by name and that is drawn last, when the number of
    pages is known.
    """

    def __init__(self, meta: Meta, *, duplex: bool) -> None:
        self._meta = meta
        self._duplex = duplex
        self._canvas = open_canvas(meta)
        self._footers: list[_Footer] = []
        self._starts: dict[int, int] = {}
        self._chapter = ""

    def add(self, index: int, laid: Laid) -> None:
        """Draw the pages of a sheet."""
        if laid.blank:
            last = self._footers[-1]
            back = replace(last, geometry=last.geometry.back)
            self._draw(Page(back.geometry), back)
        self._starts[index] = laid.first
        sheet, mark = laid.sheet, fingerprint(laid.sheet)
        for number, page in enumerate(laid.pages):
            if not number:
                self._mark(index, sheet, page.geometry.paper_height)
            even = len(self._footers) % 2 == 1
            geometry = page.geometry.back if self._duplex and even else page.geometry
            footer = _Footer(geometry, sheet.form, sheet.key, mark, sheet.sample)
            self._draw(replace(page, geometry=geometry), footer)

    def _mark(self, index: int, sheet: Sheet, top: float) -> None:
        """Set the bookmark of a sheet, below that of its chapter."""
        names = [(str(index), sheet.title)]
        if sheet.chapter and sheet.chapter != self._chapter:
            names.insert(0, (f"chapter{index}", sheet.chapter))
        self._chapter = sheet.chapter
        for name, title in names:
            level = int(bool(sheet.chapter) and name == str(index))
            self._canvas.bookmarkPage(name, "XYZ", left=0, top=top)
            self._canvas.addOutlineEntry(plain(title), name, level)

    def _draw(self, page: Page, footer: _Footer) -> None:
        self._footers.append(footer)
        self._canvas.setPageSize((page.geometry.paper_width, page.geometry.paper_height))
        surface = Surface(self._canvas)
        if footer.sample:
            _draw_watermark(surface, page.geometry)
        page.draw(surface)
        surface.finish()
        self._canvas.doForm(_footer_name(len(self._footers)))
        self._canvas.showPage()

    def close(self) -> Printed:
        """Draw the footers and return the document."""
        total = len(self._footers)
        if not total:
            raise ValueError("a document needs at least one sheet")
        for page, footer in enumerate(self._footers, 1):
            paper = footer.geometry
            self._canvas.beginForm(_footer_name(page), 0, 0, paper.paper_width, paper.paper_height)
            surface = Surface(self._canvas)
            _draw_footer(surface, footer, page, total)
            surface.finish()
            self._canvas.endForm()
        missing = missing_characters(document_of(self._canvas))
        marks = dict.fromkeys(footer.mark for footer in self._footers)
        return Printed(close_canvas(self._canvas, self._meta, marks), total, missing, self._starts)


def _footer_name(page: int) -> str:
    return f"foot{page}"


def _draw_footer(surface: Surface, footer: _Footer, page: int, total: int) -> None:
    """Draw the archive key, the page and the pages in all, and the mark of the content.

    A document has its page number only and a cover nothing; their marks are among the keywords.
    """
    geometry = footer.geometry
    if footer.form == "cover":
        return
    if footer.form == "document":
        _draw_page_number(surface, geometry, page)
        return
    top = FOOTER_MM * MM + FOOT.leading_pt / 2
    texts: tuple[tuple[str, Align], ...] = (
        (footer.key, "left"),
        (f"第 {page} 页　共 {total} 页", "center"),
        (f"校验 {footer.mark}", "right"),
    )
    for text, align in texts:
        lines = lay(text, FOOT, geometry.width, align=align)[:1]
        surface.lines(geometry.left, top, lines, FOOT)


def _draw_page_number(surface: Surface, geometry: Geometry, page: int) -> None:
    """Draw the page number between dashes, one character in from the outer corner.

    Source: GB/T 9704-2012, 7.5: odd pages at the right, even pages at the left.
    """
    text, style = f"— {page} —", DOCUMENT_PAGE
    left = style.size_pt
    if page % 2:
        left = geometry.width - style.size_pt - width_pt(text, style)
    top = geometry.bottom - DOCUMENT_PAGE_MM * MM + style.leading_pt / 2
    surface.lines(geometry.left, top, (Line(text, left),), style)


def _draw_watermark(surface: Surface, geometry: Geometry) -> None:
    """Draw 示例 across the page, in solid grey: PDF/A-1 knows nothing transparent."""
    scale, slope = _WATERMARK_EM / 1000, math.radians(40)
    across, up = math.cos(slope) * scale, math.sin(slope) * scale
    middle_x = geometry.left + geometry.width / 2 - (1000 * across - 380 * up)
    middle_y = geometry.bottom + geometry.height / 2 - (1000 * up + 380 * across)
    matrix = (across, up, -up, across, middle_x, middle_y)
    surface.outline(_watermark(), matrix, _WATERMARK_GREY)


@cache
def _watermark() -> str:
    return paths.resource("fonts", "watermark.txt").read_text(encoding="ascii")
