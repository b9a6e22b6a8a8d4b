"""P16 党小组会记录: the meeting of one party group.

Source: `domain/pages.md` blocks H and T, and P16.
"""

from __future__ import annotations

from app.manual.kinds import GROUP_MEETING
from app.manual.volumes import GROUP_RECORD
from app.printing.pages import parts, record
from app.printing.pages.book import Book
from app.printing.sheet import Sheet
from app.records import Meeting


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each group meeting of the book."""
    return [_sheet(book, one) for one in book.meetings if GROUP_MEETING in one.kinds]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    number = record.number(book, meeting, GROUP_MEETING)
    first = parts.pair("党小组", book.group_name(meeting), "次数", number)
    return record.plain(book, GROUP_RECORD, meeting, GROUP_MEETING, first)
