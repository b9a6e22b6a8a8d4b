"""P25 帮扶和思想疏导记录: a page each, with the days it took to answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual.page import FillPage
from app.manual.pages.support import PAGE
from app.printing.pages import filled
from app.printing.pages.book import Book
from app.printing.sheet import Block, Sheet
from app.records import Entry
from app.rules.support import response_days


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return a page for each entry."""
    return filled.record_sheets(page, book, entries, after={"answered_on": _response})


def _response(entry: Entry, _book: Book) -> Iterator[Block]:
    days = response_days(entry.values)
    told = "" if days is None else f"{days}天" if days else "当天"
    yield filled.facts(PAGE, ("从反映到回应", told))
