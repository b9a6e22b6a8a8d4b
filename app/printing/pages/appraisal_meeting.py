"""P19M 民主评议党员大会记录: the meeting at which members are appraised, what was said and decided.

Source: `domain/pages.md` blocks H and T, and P19.
"""

from __future__ import annotations

from app.manual.kinds import APPRAISAL
from app.manual.volumes import APPRAISAL_RECORD
from app.printing.pages import parts, record
from app.printing.pages.book import Book
from app.printing.sheet import Sheet
from app.records import Meeting


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each appraisal meeting of the book."""
    return [_sheet(book, one) for one in book.meetings if APPRAISAL in one.kinds]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    number = record.number(book, meeting, APPRAISAL)
    first = parts.pair("会议类型", parts.kinds_words(meeting), "次数", number)
    return record.plain(book, APPRAISAL_RECORD, meeting, APPRAISAL, first)
