"""A fill-in page on paper: its rows as ruled cells, in the order of its description.

`app.printing.pages.layouts` holds the pages that are set otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.manual import words
from app.manual.page import Field, FillPage
from app.manual.pages.score_scheme import PAGE as SCHEME
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.pages.filed import filled_rows
from app.printing.sheet import Align, Block, Box, Cell, Column, Grid, Rows, Sheet, Signatures
from app.records import Entry
from app.rules.entries import (
    Values,
    day_in,
    filed_on,
    in_order,
    in_words,
    is_empty,
    rows_in,
)
from app.rules.prefill import Start, prefilled
from app.rules.scheme import values_of
from app.rules.texts import month_ends, month_of

_WIDTH_MM = 162.0
_ACROSS_MM = 246.0
_NUMBER_MM = 12.0
_SIGNED_MM = 22.0
_BLANK_ROWS = 4
_BLANK_REGISTER_ROWS = 12
_LINE_MM = 7.2
# A column of these takes about as much room whatever it is told.
_FIXED_MM = {"date": 24.0, "number": 18.0, "money": 24.0}


# How the rows of a field are set: the field, the entry and the book they are in.
GridOf = Callable[[Field, Entry, Book], Grid]
# What is computed from an entry and printed after the row of a field.
Computed = Callable[[Entry, Book], Iterable[Block]]


def entries_of(page: FillPage, book: Book) -> list[Entry]:
    """Return the entries of a page that belong to the book, by their day."""
    found = _of_year(page, book)
    if page.monthly and not book.whole_year:
        found = [one for one in found if _month(page, one) == book.month]
    return found


def entry_key(page: FillPage, book: Book, entry: Entry) -> str:
    """Return the archive code of an entry, the same in a month's set and in the year's book."""
    month = _month(page, entry) if page.monthly else ""
    near = [one.id for one in _of_year(page, book) if not month or _month(page, one) == month]
    return book.entry_key(page, month, near.index(entry.id) + 1 if entry.id in near else 1)


def blank_entry(page: FillPage, book: Book) -> Entry:
    """Return an entry with no more than a new one begins with, to be written on by hand."""
    schemes = values_of(one for one in book.entries if one.page == SCHEME.key)
    start = Start(book.branch, book.members, month_ends(book.month)[1], schemes, book.settings)
    begun = prefilled(page.key, start)
    return Entry(id="", branch_id=book.branch.id, page=page.key, year=book.year, values=begun)


def record_sheets(
    page: FillPage,
    book: Book,
    entries: Sequence[Entry],
    grids: Mapping[str, GridOf] | None = None,
    after: Mapping[str, Computed] | None = None,
) -> list[Sheet]:
    """Return a sheet for each entry: rows of labels and values, boxes and grids.

    `grids` holds how the rows of a field are set that have computed columns or sums, `after` what
    is computed and follows the row of a field.
    """
    return [
        Sheet(
            code=page.code,
            title=parts.title("", book, page.title),
            blocks=tuple(_blocks(page, book, entry, grids or {}, after or {})),
            key=entry_key(page, book, entry),
            sample=book.sample,
        )
        for entry in entries
    ]


def register_sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return one sheet across that lists the entries of the year, a row each."""
    fields = list(page.fields())
    columns = (
        Column("序号", _NUMBER_MM),
        *_columns(fields, _ACROSS_MM - _NUMBER_MM - _SIGNED_MM * len(page.signatures)),
        *(Column(name, _SIGNED_MM, blank=True) for name in page.signatures),
    )
    signed = ("",) * len(page.signatures)
    rows = tuple(
        _settled(entry, columns, (str(number), *cells(fields, entry.values, book), *signed))
        for number, entry in enumerate(entries, 1)
    )
    if not rows:
        least = tuple(("",) * len(columns) for _ in range(_BLANK_REGISTER_ROWS))
        rows = least
    return [
        Sheet(
            code=page.code,
            title=parts.title(f"{book.year}年", book, page.title, landscape=True),
            blocks=(Grid(columns, rows, row_mm=parts.SIGNED_ROW_MM if signed else 10.0),),
            key=book.year_key(page),
            landscape=True,
            sample=book.sample,
        )
    ]


def _settled(entry: Entry, columns: Sequence[Column], row: tuple[str, ...]) -> tuple[str, ...]:
    """Return the row of an entry, without empty cells once it is finalised."""
    return filled_rows(columns, [row])[0] if entry.state in words.FINAL_STATES else row


def grid(field: Field, entry: Entry, book: Book) -> Grid:
    """Return the rows of a field, numbered; empty ones where nothing is filled in."""
    columns = (
        Column("序号", _NUMBER_MM),
        *_columns(field.shown_columns, _WIDTH_MM - _NUMBER_MM),
    )
    listed = tuple(
        (str(number), *cells(field.shown_columns, row, book))
        for number, row in enumerate(rows_in(entry.values, field.name), 1)
    )
    return Grid(columns, listed, row_mm=9.0, least_rows=0 if listed else _BLANK_ROWS)


def _blocks(
    page: FillPage,
    book: Book,
    entry: Entry,
    grids: Mapping[str, GridOf],
    after: Mapping[str, Computed],
) -> Iterator[Block]:
    nothing = _nothing(entry)
    for fields, following in zip(page.rows, (*page.rows[1:], ()), strict=True):
        first = fields[0]
        if first.kind == "text":
            for field in fields:
                text = str(entry.values.get(field.name, ""))
                yield Box(
                    field.label,
                    parts.paragraphs(text or nothing),
                    least_mm=field.lines * _LINE_MM,
                    side_label_mm=parts.LABEL_MM,
                    fill=field.fills,
                )
        elif first.kind == "rows":
            for field in fields:
                yield from _listed(field, entry, book, grids.get(field.name, grid))
        else:
            # The day of a list stands on the page of the list.
            leads = len(fields) == 1 and any(field.kind == "rows" for field in following)
            yield replace(_row(page, fields, entry, book), lead=leads)
        for field in fields:
            if field.name in after:
                yield from after[field.name](entry, book)
    if page.signatures:
        yield Signatures(page.signatures)


def _row(page: FillPage, fields: Sequence[Field], entry: Entry, book: Book) -> Rows:
    """Return a row of one to three labels with their values."""
    nothing = _nothing(entry)
    read = (in_words(field, entry.values.get(field.name), book.name) for field in fields)
    told = (text or nothing for text in read)
    return facts(page, *zip((field.label for field in fields), told, strict=True))


def facts(page: FillPage, *pairs: tuple[str, str]) -> Rows:
    """Return a row of one to three labels with what is computed for each."""
    cells = tuple(cell for name, text in pairs for cell in (parts.label(name), Cell(text)))
    return Rows(_row_widths(len(pairs)), (cells,), height_mm=page.row_mm)


def _nothing(entry: Entry) -> str:
    """Return what stands in a cell without a value: 无, but blank while still a draft."""
    return words.NOTHING if entry.state in words.FINAL_STATES else ""


def _row_widths(count: int) -> tuple[float, ...]:
    if count == 1:
        return (parts.LABEL_MM, _WIDTH_MM - parts.LABEL_MM)
    if count == 2:
        return parts.HEAD_MM
    share = _WIDTH_MM / count
    label = min(parts.LABEL_MM, share * 0.52)
    return (label, share - label) * count


def _listed(field: Field, entry: Entry, book: Book, grid_of: GridOf) -> Iterator[Block]:
    yield parts.caption(field.label)
    if not rows_in(entry.values, field.name) and entry.state in words.FINAL_STATES:
        yield Rows((_WIDTH_MM,), ((Cell(words.NOTHING, align="center"),),), height_mm=9.0)
    else:
        yield grid_of(field, entry, book)


def _columns(fields: Iterable[Field], room_mm: float) -> Iterator[Column]:
    """Yield a column for each field; what dates and figures leave is shared out."""
    listed = list(fields)
    fixed = {field.name: _fixed_mm(field) for field in listed}
    spare = max(room_mm - sum(fixed.values()), 0.0)
    shares = sum(field.share for field in listed if not fixed[field.name]) or 1
    for field in listed:
        width = fixed[field.name] or round(spare * field.share / shares, 3)
        yield Column(field.label, width, align=_align(field))


def _align(field: Field) -> Align:
    if field.kind == "money":
        return "right"
    if field.kind == "rows":
        return "left"
    return "left" if field.kind in ("text", "line") and field.share > 2 else "center"


def _fixed_mm(field: Field) -> float:
    return _FIXED_MM.get(field.kind, 0.0)


def cells(fields: Iterable[Field], values: Values, book: Book) -> Iterator[str]:
    """Yield the value of each field as it stands in a column."""
    for field in fields:
        value = values.get(field.name)
        if field.kind == "rows":
            yield _rows_in_a_cell(field, value, book)
        elif field.kind == "date":
            yield parts.listed_day(day_in(values, field.name), book)
        else:
            yield in_words(field, value, book.name)


def _rows_in_a_cell(field: Field, value: object, book: Book) -> str:
    """Return the rows of a register's cell, a line each."""
    rows = value if isinstance(value, list) else []
    lines = (
        "　".join(word for word in cells(field.shown_columns, row, book) if word)
        for row in rows
        if not is_empty(row)
    )
    return "\n".join(lines)


def _of_year(page: FillPage, book: Book) -> list[Entry]:
    """Return the entries of a page by their day, else as people stand on the roster."""
    found = (one for one in book.entries if one.page == page.key and one.state != words.VOID)
    return in_order(page, found, (member.id for member in book.members))


def _month(page: FillPage, entry: Entry) -> str:
    day = filed_on(page, entry)
    return month_of(day) if day else ""
