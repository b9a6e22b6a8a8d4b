"""The records of a book as an assessment takes them."""

from __future__ import annotations

from datetime import date

from app.printing.pages.book import Book
from app.rules.assessed_year import AssessedYear


def records_of(book: Book) -> AssessedYear:
    """Return the records of the book's year as they stand once it is over.

    So a page says the same whenever it is printed: what is not paid or made up is not.
    """
    return AssessedYear(
        year=book.year,
        branch=book.branch,
        members=book.members,
        groups=book.groups,
        meetings=book.year_meetings,
        dues=book.year_dues,
        entries=book.entries,
        settings=book.settings,
        today=date(book.year + 1, 12, 31),
    )


def group_names(book: Book) -> dict[str, str]:
    """Return what each party group is called, by its key."""
    return {group.id: group.name for group in book.groups}
