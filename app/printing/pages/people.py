"""What the pages of the branch's people have in common: the day they are of, and its form."""

from __future__ import annotations

from datetime import date

from app import clock
from app.manual.volumes import Page
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.rules.roster_figures import as_of
from app.rules.texts import long_date


def day_of(book: Book) -> date:
    """Return the day the people of a volume are listed on."""
    return as_of(book.year, clock.today())


def title(book: Book, page: Page, *, landscape: bool = False) -> str:
    """Return the title of a page of the year; a name that ends with 支部 is not told so twice."""
    name = page.title
    if book.branch.name.endswith("支部"):
        name = name.removeprefix("党支部").removeprefix("支部")
    return parts.title(f"{book.year}年", book, name, landscape=landscape)


def subtitle(book: Book) -> str:
    """Return the line under a title that says what day its people are of."""
    return f"截至{long_date(day_of(book))}"


def dotted(day: date | None) -> str:
    """Return a day for a narrow column: 2008.06.27; empty for none."""
    return "" if day is None else day.isoformat().replace("-", ".")
