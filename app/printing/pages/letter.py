"""A fill-in page that is a document: title, text and close in the form of GB/T 9704."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.manual.page import FillPage
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.pages.filled import entry_key
from app.printing.sheet import Addressee, Block, Close, Prose, Sheet
from app.records import Entry
from app.rules.entries import Values, day_in
from app.rules.texts import long_date

# What documents have in common; a page leaves out the fields it does not need.
TITLE, NUMBER, ADDRESSEE, TEXT, DATED_ON = "title", "number", "addressee", "text", "dated_on"
ADOPTED_BY, ADOPTED_ON, AUTHOR = "adopted_by", "adopted_on", "author"


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return a document for each entry."""
    return [sheet(page, book, entry, blocks(entry.values)) for entry in entries]


def sheet(page: FillPage, book: Book, entry: Entry, body: Iterable[Block]) -> Sheet:
    """Return a document from its entry and its body; the branch issues it unless another does.

    One without a day leaves month and day for ink.
    """
    values = entry.values
    day = day_in(values, DATED_ON)
    date = long_date(day) if day else f"{book.year}年　　月　　日"
    close = Close(values.get(AUTHOR) or book.branch.name, date)
    return Sheet(
        code=page.code,
        title=values.get(TITLE) or f"{book.branch.name}{page.title}",
        blocks=(*body, close),
        key=entry_key(page, book, entry),
        sample=book.sample,
        form="document",
        subtitle="\n".join(part for part in (values.get(NUMBER), adopted(values)) if part),
    )


def adopted(values: Values) -> str:
    """Return which meeting adopted a document, as it stands under the title; empty if none did."""
    day = day_in(values, ADOPTED_ON)
    told = (long_date(day) if day else "") + values.get(ADOPTED_BY, "")
    return f"（{told}通过）" if told else ""


def blocks(values: Values) -> Iterator[Block]:
    """Yield addressee and text."""
    if values.get(ADDRESSEE):
        yield Addressee(values[ADDRESSEE])
    yield Prose(parts.paragraphs(values.get(TEXT, "")))
