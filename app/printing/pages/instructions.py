"""P02 使用说明: running text before the contents of a volume, neither dated nor signed."""

from __future__ import annotations

from collections.abc import Sequence

from app.manual.page import FillPage
from app.printing.pages import letter
from app.printing.pages.book import Book
from app.printing.sheet import Sheet
from app.records import Entry


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the instructions."""
    return [
        Sheet(
            code=page.code,
            title=page.title,
            blocks=tuple(letter.blocks(entry.values)),
            key=book.year_key(page),
            sample=book.sample,
            form="document",
        )
        for entry in entries
    ]
