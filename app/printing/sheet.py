"""What a printed page says, as plain values: pages build sheets, blocks draw them.

A sheet holds only strings and numbers, so it can be compared, kept and printed again to the same
bytes. Nothing here knows a record, a font or a PDF.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Literal

Align = Literal["left", "center", "right"]
_HOW_TEXT_STANDS = "align"  # the one field of a block that is a word and not printed
Form = Literal["table", "document", "cover", "halves"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One ruled cell: text, and how it stands.

    `label` cells are centred and bold-faced by the sheet's style; a `blank` cell is left for ink
    and never holds text. `span` counts grid columns. `text` may hold line feeds.
    """

    text: str = ""
    label: bool = False
    blank: bool = False
    span: int = 1
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Rows:
    """Label and value cells on a common grid; every row covers the whole width.

    `widths_mm` are the grid columns and add up to the sheet's width. `height_mm` is the least
    height of a row; rows grow with their text and a row taller than a page continues. Rows that
    `lead` stand on the page of what follows them, as a caption does; the rules of `near` ones are
    set nearer to their text.
    """

    widths_mm: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    height_mm: float = 11.7
    lead: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """Long text in one ruled box that grows and goes on over the page's end.

    With `side_label_mm` the label stands in a cell at the left, else centred above the text.
    `paragraphs` are indented by two characters unless `indent` is off. With `fill` the box takes
    the room that is left on the last page, as on a printed form.
    """

    label: str
    paragraphs: tuple[str, ...]
    least_mm: float = 24.0
    side_label_mm: float = 0.0
    indent: bool = True
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: heading, width, alignment; `blank` cells are signed in ink."""

    heading: str
    width_mm: float
    align: Align = "center"
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """What several columns of a grid have in common, and how many they are."""

    text: str
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a heading row that is repeated on every page.

    `rows` hold one string a column (empty for `blank` columns); `foot` rows follow on the last
    page and keep together with the last rows. Empty rows are added until there are `least_rows`.
    `bands` stand above the headings of the columns they span, from the left; under an empty one
    the headings take the room of both. Rows that `lead` stand on the page of what follows them;
    rows `near` to their rules let a usual list stand on one page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    row_mm: float = 8.0
    near: bool = False
    foot: tuple[tuple[Cell, ...], ...] = ()
    least_rows: int = 0
    bands: tuple[Band, ...] = ()
    lead: bool = False


@dataclass(frozen=True, slots=True)
class ChartCell:
    """One cell of a chart, over `span` columns.

    What stands out is `strong`, on a grey ground; with a `bar` (thousandths of the room under the
    text) the text stands on top of it. Nothing is told by the ground or the bar alone.
    """

    text: str = ""
    label: bool = False
    span: int = 1
    strong: bool = False
    bar: int | None = None


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart with its height."""

    cells: tuple[ChartCell, ...]
    height_mm: float = 8.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A table of signs and bars under headings that are repeated on every page.

    `bands` stand above the headings as in a grid.
    """

    columns: tuple[Column, ...]
    rows: tuple[ChartRow, ...]
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatures:
    """A row of labelled blank cells for wet ink, at least 12 mm high, kept on one page."""

    labels: tuple[str, ...]
    height_mm: float = 14.0
    dated: bool = True


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as JPEG bytes with its size in pixels and its caption."""

    jpeg: bytes = field(repr=False)
    width_px: int
    height_px: int
    caption: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """Photos, two or more a page, each with its caption under it."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A line of small print without rules, such as a legend or a source."""

    text: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a document is sent to (主送), flush left; the colon is added where it is missing."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of a document; a line feed begins a paragraph, and empty ones are left out.

    Its levels are known by how they begin: “一、” and “（一）” are set as headings up to their
    first “。” or “：”, or to their end, unless that is too long for one; “1.” and “（1）” are text.
    """

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attachments:
    """The names of what goes with a document, listed under its text and numbered if several."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Close:
    """Who issues a document and when, with room for the seal; it never stands alone on a page."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Fields:
    """The lines of a cover: labels set equally wide, each with its value over a rule.

    A value that is empty leaves its rule for ink.
    """

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table of contents; a `chapter` stands out, what is in it is indented."""

    text: str
    page: str
    chapter: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents: what is in a volume, dots, and the page it begins on."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Halves:
    """A form twice beside each other, to be sealed across the `seam` between and parted there.

    `captions` tell the halves apart; rows stand on a common grid as in `Rows`. In each cell that
    is `signed` there is room for ink between its lines.
    """

    title: str
    captions: tuple[str, str]
    widths_mm: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    signed: tuple[tuple[str, ...], ...]
    seam: str


DocumentBlock = Addressee | Prose | Attachments | Close
Block = (
    Rows
    | Box
    | Grid
    | Chart
    | Signatures
    | Pictures
    | Note
    | DocumentBlock
    | Fields
    | Contents
    | Halves
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page type filled in: it may run over several pages, with its head repeated.

    `code` is the page type (`P13`), `key` the archive code printed in the footer, `head` the
    block repeated under the title of each continuation (续页). A `document` is set in the form of
    official documents: without head, key and continuation titles; what stands before a line feed
    in its title is the label of an annex (附件1). A `cover` has a large title and no page number;
    `halves` have their titles within.
    `subtitle` stands under the title: the number of a document (发文字号), which meeting adopted
    it, or the year of a volume. `chapter` is the part of a volume it is in.
    """

    code: str
    title: str
    blocks: tuple[Block, ...]
    key: str = ""
    head: Rows | None = None
    landscape: bool = False
    sample: bool = False
    form: Form = "table"
    subtitle: str = ""
    chapter: str = ""


def texts(sheet: Sheet) -> Iterator[str]:
    """Yield every text of a sheet in the order it is printed, captions included."""
    yield sheet.title
    if sheet.subtitle:
        yield sheet.subtitle
    for block in (sheet.head, *sheet.blocks) if sheet.head else sheet.blocks:
        yield from _texts_of(block)


def fingerprint(sheet: Sheet) -> str:
    """Return eight characters that change with any text or photo of the sheet.

    They bind the paper to the record: the same record prints the same ones, whatever its layout.
    """
    digest = hashlib.sha256(
        "\x1f".join((sheet.code, sheet.key, *texts(sheet))).encode("utf-8", "replace")
    )
    for block in sheet.blocks:
        if isinstance(block, Pictures):
            for picture in block.pictures:
                digest.update(hashlib.sha256(picture.jpeg).digest())
    return digest.hexdigest()[:8]


def _texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_of(one)
    elif is_dataclass(value):
        for part in fields(value):
            if part.name != _HOW_TEXT_STANDS:
                yield from _texts_of(getattr(value, part.name))
