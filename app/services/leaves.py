"""The sheets of a month or a year with the records they are of, finalised ones as kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.manual import words
from app.manual.volumes import MONTH_SET, PHOTO_PAGE
from app.printing.pages.leaves import Leaf, leaves_of
from app.rules.attendance import day_of
from app.rules.filing import is_settled
from app.rules.texts import month_ends, month_of
from app.services.dues import completed
from app.services.filed import filed_of
from app.services.gathering import month_book
from app.store import meetings as kept_meetings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.printing.pages import Book
    from app.printing.pages.leaves import Filed
    from app.records import Meeting
    from app.store import Store

_OF_A_MONTH = frozenset(page.code for page in MONTH_SET)


def month_leaves(store: Store, month: str, codes: Sequence[str]) -> tuple[Book, list[Leaf]]:
    """Return the book of a month (`2025-10`) and its leaves in the order of their page codes.

    Void records are left out.

    Raises:
        NotFoundError: there is no branch yet.
    """
    meetings = _meetings(store, *month_ends(month))
    book = month_book(store, month, meetings, pictures=PHOTO_PAGE.code in codes)
    filed = _filed(store, book)
    return book, [leaf for code in codes for leaf in leaves_of(book, (code,), filed)]


def year_leaves(store: Store, year: int, codes: Sequence[str]) -> tuple[Book, list[Leaf]]:
    """Return the book of a year and its leaves in the order of their page codes.

    Pages of a month stand by month; everything is read once, not month by month.

    Raises:
        NotFoundError: there is no branch yet.
    """
    meetings = _meetings(store, date(year, 1, 1), date(year, 12, 31))
    book = month_book(store, f"{year}-12", meetings, pictures=PHOTO_PAGE.code in codes)
    book = replace(book, whole_year=True)
    filed = _filed(store, book)
    months = [_month_of(book, f"{year}-{number:02}") for number in range(1, 13)]
    return book, [leaf for code in codes for leaf in _of_year(book, months, code, filed)]


def _of_year(
    book: Book, months: Sequence[Book], code: str, filed: Mapping[str, Filed]
) -> list[Leaf]:
    if code in _OF_A_MONTH:
        return [leaf for month in months for leaf in leaves_of(month, (code,), filed)]
    found = leaves_of(book, (code,), filed)
    # What is computed is of the year, whatever month its book names.
    return [replace(one, of=str(book.year)) if one.of == book.month else one for one in found]


def _month_of(book: Book, month: str) -> Book:
    """Return the part of a year's book that belongs to a month.

    A month nobody collected dues in has no rows.
    """
    rows = [row for row in book.year_dues if row.month == month]
    present = [one for one in book.members if one.deleted_at is None]
    dues = completed(rows, present, month, book.branch) if rows else []
    return replace(
        book,
        month=month,
        meetings=tuple(one for one in book.meetings if _month_held(one) == month),
        dues=tuple(dues),
        whole_year=False,
    )


def _month_held(meeting: Meeting) -> str:
    day = day_of(meeting)
    return "" if day is None else month_of(day)


def _meetings(store: Store, first: date, last: date) -> list[Meeting]:
    with store.read() as unit:
        found = kept_meetings.between(unit, first, last)
    return [one for one in found if one.state != words.VOID]


def _filed(store: Store, book: Book) -> dict[str, Filed]:
    settled = [one.id for one in book.meetings if is_settled(one.state)]
    settled += [one.id for one in book.entries if is_settled(one.state)]
    return filed_of(store, settled)
