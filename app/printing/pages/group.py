"""P16 党小组会记录: the meeting of one party group.

Source: `domain/pages.md` blocks H and T, and P16.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import GROUP_MEETING
from app.manual.volumes import GROUP_RECORD
from app.printing.pages import parts, record
from app.printing.pages.book import Book
from app.printing.sheet import Block, Rows, Sheet, Signatures
from app.records import Meeting
from app.rules.attendance import Summary, summary


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each group meeting of the book."""
    return [_sheet(book, one) for one in book.meetings if GROUP_MEETING in one.kinds]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    counted = summary(meeting, book.members)
    blocks: list[Block] = [
        Rows(parts.HEAD_MM, tuple(_head(book, meeting, counted))),
        record.discussion(book, meeting),
        *record.decisions(book, meeting),
        Rows(parts.HEAD_MM, tuple(record.foot_rows(book, meeting, counted))),
        Signatures(("主持人\n签字", "记录人\n签字")),
    ]
    return record.sheet(book, GROUP_RECORD, meeting, record.topics(meeting), blocks)


def _head(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    number = record.number(book, meeting, GROUP_MEETING)
    yield parts.pair("党小组", book.group_name(meeting), "次数", number)
    yield parts.wide("议题", record.topics(meeting))
    yield from record.held_rows(book, meeting)
    yield parts.expected_pair(meeting, counted)
    yield parts.wide("人数核对", parts.expected_sum(counted))
    yield from record.absence_rows(book, meeting, counted)
