"""P13X 活动记录: what has no page of its own, held by the committee above or by the branch.

Source: `domain/pages.md` blocks H and T, and 2.31 (上级统一活动、其他).
"""

from __future__ import annotations

from dataclasses import replace

from app.manual.kinds import OTHER, recorded_as
from app.manual.volumes import ACTIVITY_RECORD
from app.printing.pages import parts, record
from app.printing.pages.book import Book
from app.printing.sheet import Sheet
from app.records import Meeting


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each such activity of the book, titled by its kind."""
    return [_sheet(book, one, kinds[0]) for one in book.meetings if (kinds := _kinds(one))]


def _kinds(meeting: Meeting) -> list[str]:
    return [word for word in meeting.kinds if recorded_as(word) == OTHER]


def _sheet(book: Book, meeting: Meeting, kind: str) -> Sheet:
    called = ACTIVITY_RECORD.title if kind == OTHER else f"{kind}记录"
    number = record.number(book, meeting, kind)
    first = parts.pair("活动类型", parts.kinds_words(meeting), "次数", number)
    return record.plain(
        book, replace(ACTIVITY_RECORD, title=called), meeting, kind, first, record.ACTIVITY
    )
