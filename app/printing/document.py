"""From sheets to the finished PDF: pages, footers, bookmarks, and what an archive asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from app import paths
from app.errors import CancelledError
from app.printing.archive import Meta, write_catalog, write_info
from app.printing.embedding import DocumentFonts
from app.printing.images import Images
from app.printing.layout import Page, pages_of
from app.printing.pdf import Pages, Writer, text_string
from app.printing.sheet import Sheet, fingerprint
from app.printing.styles import FOOT, FOOTER_MM, MM, Geometry
from app.printing.surface import Surface
from app.printing.text import Align, lay

__all__ = ["Meta", "Printed", "write"]

_WATERMARK_GREY = 0.93
_WATERMARK_EM = 200.0  # points
_QUICK = 3  # zlib level for pages: half the time of the usual one for a tenth more bytes


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
    sheets: Sequence[Sheet],
    meta: Meta,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Printed:
    """Print sheets into one PDF.

    `progress` is told how many sheets are done and how many there are; `cancelled` is asked
    before each.

    Raises:
        CancelledError: `cancelled` said yes; nothing is left behind.
        InvalidInputError: a photo is no picture.
    """
    document = _Document()
    for index, sheet in enumerate(sheets):
        if cancelled and cancelled():
            raise CancelledError("已取消打印，没有生成文件。")
        document.add(index, sheet)
        if progress:
            progress(index + 1, len(sheets))
    return document.close(meta)


@dataclass(frozen=True, slots=True)
class _Footer:
    """What the footer of a page needs once the number of pages is known."""

    number: int
    geometry: Geometry
    key: str
    mark: str


class _Document:
    """A document while its pages are drawn."""

    def __init__(self) -> None:
        self._writer = Writer()
        self._fonts = DocumentFonts()
        self._images = Images(self._writer)
        self._tree = Pages(self._writer)
        self._font_entries = self._writer.reserve()
        self._footers: list[_Footer] = []
        self._titles: list[tuple[str, int]] = []
        self._starts: dict[int, int] = {}

    def add(self, index: int, sheet: Sheet) -> None:
        """Draw the pages of a sheet."""
        start = len(self._footers)
        self._starts[index] = start + 1
        self._titles.append((sheet.title, start))
        mark = fingerprint(sheet)
        for page in pages_of(sheet):
            self._add_page(page, sheet, mark)

    def _add_page(self, page: Page, sheet: Sheet, mark: str) -> None:
        surface = Surface(self._fonts, self._images)
        geometry = page.geometry
        if sheet.sample:
            _draw_watermark(surface, geometry)
        page.draw(surface)
        writer = self._writer
        content = writer.stream(surface.content(), pack=_QUICK)
        footer = writer.reserve()
        number = writer.reserve()
        box = f"0 0 {geometry.paper_width:.2f} {geometry.paper_height:.2f}"
        pictures = "".join(f"/I{n} {n} 0 R" for n in surface.pictures)
        objects = f"/XObject<<{pictures}>>" if pictures else ""
        writer.put(
            f"<</Type/Page/Parent {self._tree.add(number)} 0 R/MediaBox[{box}]"
            f"/Resources<</Font {self._font_entries} 0 R{objects}>>"
            f"/Contents[{content} 0 R {footer} 0 R]>>",
            number,
        )
        self._footers.append(_Footer(footer, geometry, sheet.key, mark))

    def close(self, meta: Meta) -> Printed:
        """Write footers, fonts and bookmarks and return the document."""
        writer, total = self._writer, len(self._footers)
        if not total:
            raise ValueError("a document needs at least one sheet")
        for page, footer in enumerate(self._footers, 1):
            surface = Surface(self._fonts, self._images)
            _draw_footer(surface, footer, page, total)
            writer.stream(surface.content(), number=footer.number)
        writer.put(f"<<{self._fonts.write(writer)}>>", self._font_entries)
        outline = self._write_outline()
        catalog = write_catalog(writer, meta, self._tree.close(), outline)
        pdf = writer.close(catalog, write_info(writer, meta))
        return Printed(pdf, total, tuple(self._fonts.missing), self._starts)

    def _write_outline(self) -> int:
        writer, pages = self._writer, self._tree.numbers
        root = writer.reserve()
        numbers = [writer.reserve() for _ in self._titles]
        for place, (title, page) in enumerate(self._titles):
            around = f"/Prev {numbers[place - 1]} 0 R" if place else ""
            if place + 1 < len(numbers):
                around += f"/Next {numbers[place + 1]} 0 R"
            top = self._footers[page].geometry.paper_height
            target = f"/Dest[{pages[page]} 0 R/XYZ 0 {top:.2f} 0]"
            entries = f"/Title{text_string(title)}/Parent {root} 0 R{around}{target}"
            writer.put(f"<<{entries}>>", numbers[place])
        ends = f"/First {numbers[0]} 0 R/Last {numbers[-1]} 0 R/Count {len(numbers)}"
        return writer.put(f"<</Type/Outlines{ends}>>", root)


def _draw_footer(surface: Surface, footer: _Footer, page: int, total: int) -> None:
    """Draw the archive key, the page and the pages in all, and the mark of the content."""
    geometry = footer.geometry
    top = FOOTER_MM * MM + FOOT.leading_pt / 2
    texts: tuple[tuple[str, Align], ...] = (
        (footer.key, "left"),
        (f"第 {page} 页　共 {total} 页", "center"),
        (f"校验 {footer.mark}", "right"),
    )
    for text, align in texts:
        lines = lay(text, FOOT, geometry.width, align=align)[:1]
        surface.lines(geometry.left, top, lines, FOOT)


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
