"""The printed manual: gathers a month's records and turns them into pages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.errors import InvalidInputError, NotFoundError
from app.manual import words
from app.manual.pages import branch_score, member_score, page_of
from app.manual.volumes import (
    DUES_SHEET,
    FILLED,
    LOOSE_PAGES,
    MONTH_SET,
    PAGES,
    RANKING,
    YEAR_PAGES,
    Page,
)
from app.printing.pages import Book, blank, layouts, member_year, sheets_of
from app.printing.pages.filed import marked_void, title_of
from app.printing.pages.leaves import MEETING_PAGES, Filed, leaves_of
from app.records.snapshot import to_plain
from app.rules.filing import is_settled
from app.rules.texts import month_title, names_joined
from app.services.filed import book_around, filed_of
from app.services.gathering import month_book
from app.services.leaves import month_leaves
from app.store import filing as kept_filing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from app.printing.document import Meta, Printed
    from app.printing.pages.leaves import Leaf
    from app.printing.sheet import Sheet
    from app.records import Entry, Meeting
    from app.store import Store

__all__ = ["ManualService", "Printed"]

_WITHOUT_MEETINGS = {page.code for page in (DUES_SHEET, *YEAR_PAGES, *LOOSE_PAGES, *FILLED)}
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


class ManualService:
    """Prints the pages of a month, or one meeting as it stands on the screen."""

    PAGE_CODES = tuple(page.code for page in MONTH_SET)

    def __init__(self, store: Store) -> None:
        self._store = store

    def sheets_of_month(self, month: str, pages: Iterable[str] | None = None) -> list[Sheet]:
        """Return the filled-in sheets of a month (`2025-10`): its set, or those of page codes.

        Raises:
            InvalidInputError: the month or a page code cannot be read.
            NotFoundError: there is no branch yet, or nothing to print for the month.
        """
        return [leaf.sheet for leaf in self.leaves_of_month(month, pages)]

    def leaves_of_month(self, month: str, pages: Iterable[str] | None = None) -> list[Leaf]:
        """Return what `sheets_of_month` returns, each sheet with the record it is of.

        Raises:
            InvalidInputError: the month or a page code cannot be read.
            NotFoundError: there is no branch yet, or nothing to print for the month.
        """
        return self.gathered(month, pages)[1]

    def gathered(self, month: str, pages: Iterable[str] | None) -> tuple[Book, list[Leaf]]:
        """Return what `leaves_of_month` returns and the book it is filled from.

        Raises:
            InvalidInputError: the month or a page code cannot be read.
            NotFoundError: there is no branch yet, or nothing to print for the month.
        """
        codes = codes_asked_for(self.PAGE_CODES if pages is None else pages)
        order = [code for code in PAGES if code in codes]
        book, leaves = month_leaves(self._store, month_asked_for(month), order)
        if not book.meetings and not codes <= _WITHOUT_MEETINGS:
            raise NotFoundError(
                f"{month_title(month)}还没有活动记录。请先新建这个月的主题党日，再打印。"
            )
        if not leaves:
            listed = "、".join(PAGES[code].title for code in PAGES if code in codes)
            raise NotFoundError(f"{month_title(month)}没有可打印的{listed}，请先填写有关内容。")
        return book, leaves

    def month_set(
        self,
        month: str,
        pages: Iterable[str] | None = None,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Printed:
        """Print the month set, or some pages of it, as one PDF.

        Args:
            month: the month, `2025-10`.
            pages: page codes of `PAGES`; `None` is the month set, `PAGE_CODES`.
            progress: called with the sheets done and their number.
            cancelled: asked before each sheet.

        Raises:
            CancelledError: `cancelled` said yes; nothing is left behind.
            InvalidInputError: the month or a page code cannot be read.
            NotFoundError: there is no branch yet, or nothing to print for the month.
        """
        from app.printing.document import write

        book, leaves = self.gathered(month, pages)
        sheets = [leaf.sheet for leaf in leaves]
        return write(sheets, _meta(book, sheets), progress=progress, cancelled=cancelled)

    def preview(self, meeting: Meeting) -> Printed:
        """Print the pages of one meeting as it stands, saved or not; dues have their own month.

        A finalised one is printed as it was kept, unless a correction is being written.

        Raises:
            NotFoundError: there is no branch yet.
        """
        book = book_around(self._store, meeting).only(meeting)
        filed = self._filed(meeting)
        sheets = [leaf.sheet for leaf in leaves_of(book, MEETING_PAGES, filed)]
        return self._printed(book, marked_void(sheets) if meeting.state == words.VOID else sheets)

    def preview_entry(self, entry: Entry) -> Printed:
        """Print one fill-in page as it stands, saved or not; a finalised one as it was kept.

        Raises:
            NotFoundError: there is no branch yet.
        """
        book = self._year_book(entry.year)
        page = page_of(entry.page)
        if not page.is_printed:  # it stands on a page that computes the rest
            others = (one for one in book.entries if one.page != page.key)
            book = replace(book, entries=(*others, entry))
            found = sheets_of(book, [page.code]) or blank.sheets_of(book.branch, page.code)
            return self._printed(book, found)
        others = (one for one in book.entries if one.id != entry.id)
        book = replace(book, entries=(*others, entry))
        filed = self._filed(entry).get(entry.id)
        if filed is None:
            return self._printed(book, layouts.sheets_of_entry(page, book, entry))
        sheets = filed.of_code(page.code)
        return self._printed(book, marked_void(sheets) if entry.state == words.VOID else sheets)

    def entries(self, key: str, year: int) -> Printed:
        """Print all entries of a fill-in page in a year.

        Raises:
            NotFoundError: there are none, or there is no branch yet.
        """
        page, book = page_of(key), self._year_book(year)
        sheets = layouts.sheets(page, book) if page.is_printed else sheets_of(book, [page.code])
        if not sheets:
            raise NotFoundError(f"{year}年还没有{page.title}，请先填写。")
        return self._printed(book, sheets)

    def member_year(self, member_id: str, year: int) -> Printed:
        """Print the page of one member's whole year (一人一页).

        Raises:
            NotFoundError: he did not belong to the branch in that year, or there is no branch yet.
        """
        book = self._year_book(year)
        sheets = member_year.sheets_of_member(book, member_id)
        if not sheets:
            raise NotFoundError(f"{year}年他不在本支部，没有这一年的情况可以打印。")
        return self._printed(book, sheets)

    def assessment(self, entries: Sequence[Entry], year: int) -> Printed:
        """Print the pages of points, the branch's sheet and the ranking from a year's entries.

        Raises:
            NotFoundError: there is no branch yet.
        """
        book = replace(self._year_book(year), entries=tuple(entries))
        codes = (member_score.PAGE.code, branch_score.PAGE.code, RANKING.code)
        return self._printed(book, [one for code in codes for one in sheets_of(book, [code])])

    def blank_entry(self, key: str, year: int) -> Printed:
        """Print a fill-in page without text, to be written on by hand.

        Raises:
            NotFoundError: there is no branch yet.
        """
        page, book = page_of(key), self._year_book(year)
        if page.is_printed:
            return self._printed(book, layouts.blank_sheets(page, book))
        return self._printed(book, blank.sheets_of(book.branch, page.code))

    def _filed(self, subject: Meeting | Entry) -> dict[str, Filed]:
        """Return the kept pages of a record, none while a correction is being written."""
        if not is_settled(subject.state):
            return {}
        with self._store.read() as unit:
            there = kept_filing.subject(unit, subject.id)
        if there is None or to_plain(there) != to_plain(subject):
            return {}
        return filed_of(self._store, [subject.id])

    def _year_book(self, year: int) -> Book:
        return replace(month_book(self._store, f"{year}-12", []), whole_year=True)

    @staticmethod
    def _printed(book: Book, sheets: list[Sheet]) -> Printed:
        from app.printing.document import write

        return write(sheets, _meta(book, sheets))

    @staticmethod
    def missing_characters(text: str) -> list[str]:
        """Return the characters of a text that no print font has, each once."""
        from app.printing import fonts

        return fonts.missing(text)


def month_asked_for(month: str) -> str:
    """Return a month as it was asked for, `2025-10`.

    Raises:
        InvalidInputError: it cannot be read.
    """
    if _MONTH.fullmatch(month) is None:
        raise InvalidInputError(f"“{month}”不是月份，请写成 2025-10 这样。")
    return month


def _meta(book: Book, sheets: Sequence[Sheet]) -> Meta:
    """Return what the PDF says of itself, all of it from the records.

    It is dated by the last meeting, as the same records must print to the same bytes.
    """
    from app.printing.document import Meta

    year, number = int(book.month[:4]), int(book.month[5:])
    held = [meeting.end or meeting.start for meeting in book.meetings]
    days = [moment for moment in held if moment is not None]
    codes = dict.fromkeys(sheet.code for sheet in sheets)
    return Meta(
        title=f"{month_title(book.month)}{book.branch.name}活动记录",
        author=book.branch.name,
        subject=names_joined(title_of(code) for code in codes),
        created=max(days, default=datetime(year, number, 1)),  # noqa: DTZ001 - local wall-clock time
    )


def codes_asked_for(pages: Iterable[str], among: Mapping[str, Page] = PAGES) -> frozenset[str]:
    """Return the page codes asked for, in capitals.

    Raises:
        InvalidInputError: a code is not known.
    """
    codes = frozenset(code.strip().upper() for code in pages)
    unknown = sorted(codes - among.keys())
    if unknown or not codes:
        known = "、".join(f"{page.code} {page.title}" for page in among.values())
        asked = f"没有“{'、'.join(unknown)}”这种页。" if unknown else "还没有选要打印的页。"
        raise InvalidInputError(f"{asked}可以打印的有：{known}。")
    return codes
