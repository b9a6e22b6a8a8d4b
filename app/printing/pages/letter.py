"""A fill-in page that is a document: title, text and close in the form of GB/T 9704."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.manual.page import FillPage
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Addressee, Block, Close, Prose, Sheet
from app.records import Entry
from app.rules.entries import Values, day_in
from app.rules.texts import long_date

# What documents have in common; a page leaves out the fields it does not need.
TITLE, NUMBER, ADDRESSEE, TEXT, DATED_ON = "title", "number", "addressee", "text", "dated_on"


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return a document for each entry."""
    return [sheet(page, book, entry.values, blocks(entry.values)) for entry in entries]


def sheet(page: FillPage, book: Book, values: Values, body: Iterable[Block]) -> Sheet:
    """Return a document from its values, its body and the branch that issues it."""
    day = day_in(values, DATED_ON)
    close = Close(book.branch.name, long_date(day) if day else "")
    return Sheet(
        code=page.code,
        title=values.get(TITLE) or f"{book.branch.name}{page.title}",
        blocks=(*body, close),
        key=book.year_key(page),
        sample=book.sample,
        form="document",
        subtitle=values.get(NUMBER, ""),
    )


def blocks(values: Values) -> Iterator[Block]:
    """Yield addressee and text."""
    if values.get(ADDRESSEE):
        yield Addressee(values[ADDRESSEE])
    yield Prose(parts.paragraphs(values.get(TEXT, "")))
