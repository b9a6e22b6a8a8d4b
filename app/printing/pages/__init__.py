"""The pages of the manual: each module turns a month's records into sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.manual.volumes import (
    DUES_SHEET,
    LEAVE_REGISTER,
    LECTURE_RECORD,
    MONTH_SET,
    PHOTO_PAGE,
    SIGN_IN_SHEET,
    THEME_DAY_RECORD,
)
from app.printing.pages import dues, leave, lecture, photos, sign_in, theme_day
from app.printing.pages.book import Book
from app.printing.sheet import Sheet

SHEETS: dict[str, Callable[[Book], list[Sheet]]] = {
    THEME_DAY_RECORD.code: theme_day.sheets,
    LECTURE_RECORD.code: lecture.sheets,
    SIGN_IN_SHEET.code: sign_in.sheets,
    LEAVE_REGISTER.code: leave.sheets,
    DUES_SHEET.code: dues.sheets,
    PHOTO_PAGE.code: photos.sheets,
}


def sheets_of(book: Book, codes: Iterable[str] | None = None) -> list[Sheet]:
    """Return the sheets of the given page codes, or of all, in the order of a month set."""
    wanted = None if codes is None else frozenset(codes)
    return [
        sheet
        for page in MONTH_SET
        if wanted is None or page.code in wanted
        for sheet in SHEETS[page.code](book)
    ]


__all__ = ["SHEETS", "Book", "sheets_of"]
