"""P12 主题党日方案（通知）: a letter whose facts and agenda stand in ruled rows, on one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.manual.page import Field, FillPage
from app.printing.pages import filled, letter, parts
from app.printing.pages.book import Book
from app.printing.sheet import Addressee, Block, Grid, Prose, Rows, Sheet
from app.records import Entry
from app.rules.entries import Values, day_in, in_words, is_empty, rows_in
from app.rules.texts import long_date, short_date

# 156 mm, the width of a document's text.
_FACTS_MM = (24.0, 62.0, 22.0, 48.0)
_AGENDA_MM = (12.0, 82.0, 18.0, 44.0)
_MATERIALS_MM = (12.0, 66.0, 48.0, 30.0)
_FACT_MM, _ROW_MM = 8.4, 7.2
_LEFT = frozenset({"议程", "学习资料"})
_BLANK_ROWS = {"agenda": 5, "materials": 2}
# What follows the tables, where there is something to say.
_LAST = ("bring", "leave", "notified")
_DAY, _DATE = "　　月　　日", "　　　　年　　月　　日"


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the notices."""
    return [letter.sheet(page, book, entry, _body(page, entry.values, book)) for entry in entries]


def _body(page: FillPage, values: Values, book: Book) -> Iterator[Block]:
    def said(name: str) -> str:
        return in_words(page.field(name), values.get(name), book.name)

    if values.get(letter.ADDRESSEE):
        yield Addressee(values[letter.ADDRESSEE])
    is_blank = is_empty(values.get("theme"))
    yield Prose((_opening(values, to_write_on=is_blank),))
    held = "　".join(part for part in (said("held_on"), said("time")) if part)
    yield Rows(
        _FACTS_MM,
        (
            parts.wide("主题", said("theme")),
            parts.pair("时间", held, "地点", said("place")),
            parts.pair("参加对象", said("audience"), "联系人", said("contact")),
        ),
        height_mm=_FACT_MM,
    )
    yield _table(page.field("agenda"), values, book, _AGENDA_MM)
    if is_blank or rows_in(values, "materials"):
        yield _table(page.field("materials"), values, book, _MATERIALS_MM)
    last = [parts.wide(page.field(name).label, said(name)) for name in _LAST]
    told = tuple(row for row in last if is_blank or row[1].text)
    if told:
        yield Rows(_FACTS_MM, told, height_mm=_FACT_MM)


def _opening(values: Values, *, to_write_on: bool) -> str:
    """Return the sentence that says what the notice is about, with room for its days in ink."""
    fixed, held = day_in(values, "fixed_on"), day_in(values, "held_on")
    settled = short_date(fixed) if fixed else _DAY * to_write_on
    begins = long_date(held) if held else _DATE * to_write_on
    by_whom = f"经{settled}支部委员会会议研究，" if settled else ""
    when = f"定于{begins}" if begins else ""
    return f"{by_whom}{when}开展主题党日活动，现将有关事项通知如下。"


def _table(field: Field, values: Values, book: Book, widths_mm: Iterable[float]) -> Grid:
    """Return the rows of a field under its name, each column as wide as told."""
    _, *others = field.columns
    headings = ("序号", field.label, *(column.label for column in others))
    rows = tuple(
        (str(number), *filled.cells(field.columns, row, book))
        for number, row in enumerate(rows_in(values, field.name), 1)
    )
    return Grid(
        parts.columns(*zip(headings, widths_mm, strict=True), left=_LEFT),
        rows,
        row_mm=_ROW_MM,
        least_rows=0 if rows else _BLANK_ROWS[field.name],
    )
