"""P14 支部党员大会记录: agenda, discussion, one block a vote with its computed result.

Source: `domain/pages.md` blocks H and T, and P14.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import MEMBERS_MEETING
from app.manual.volumes import MEMBERS_RECORD
from app.printing.pages import parts, record, votes
from app.printing.pages.book import Book
from app.printing.sheet import Block, Rows, Sheet, Signatures
from app.records import Meeting
from app.rules.attendance import Summary, day_of, summary
from app.rules.minutes import items_of

_QUARTERS = "一二三四"
# Lower than on other records: its head has most rows, and a vote should stand whole on page two.
_ROW_MM = 9.2


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each members' meeting of the book."""
    return [_sheet(book, one) for one in book.meetings if MEMBERS_MEETING in one.kinds]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    counted = summary(meeting, book.members)
    blocks: list[Block] = [
        Rows(parts.HEAD_MM, tuple(_head(book, meeting, counted)), height_mm=_ROW_MM),
        *record.sittings(book, meeting, counted),
        record.discussion(book, meeting, MEMBERS_MEETING, "议程", _opening(book, meeting, counted)),
        *votes.blocks(book, meeting),
        *record.decisions(book, meeting, MEMBERS_MEETING),
        Rows(parts.HEAD_MM, tuple(record.foot_rows(book, meeting, counted)), height_mm=_ROW_MM),
        Signatures(("主持人\n签字", "记录人\n签字", *votes.counter_labels(meeting))),
    ]
    return record.sheet(book, MEMBERS_RECORD, meeting, meeting.theme, blocks)


def _head(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    yield parts.pair("会议类型", parts.kinds_words(meeting), "次数", _number(book, meeting))
    yield parts.wide("议题", meeting.theme)
    yield from record.held_rows(book, meeting)
    yield parts.expected_pair(meeting, counted)
    yield parts.wide("人数核对", _sums(book, meeting, counted))
    yield from votes.entitled_row(book, meeting)
    yield from record.absence_rows(book, meeting, counted)
    yield parts.wide("会议议程", _agenda(meeting))


def _number(book: Book, meeting: Meeting) -> str:
    """Return the running number with the quarter it belongs to.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第十一条 (每季度一次).
    """
    number, day = record.number(book, meeting, MEMBERS_MEETING), day_of(meeting)
    return number if day is None else f"{number}（第{_QUARTERS[(day.month - 1) // 3]}季度）"


def _sums(book: Book, meeting: Meeting, counted: Summary) -> str:
    sums, due = parts.expected_sum(counted), counted.expected
    if not sums or not meeting.votes:
        return sums
    left_out = due.voters - votes.entitled_count(book, meeting)
    return f"{sums}；{due.voters_sentence(left_out)}"


def _agenda(meeting: Meeting) -> str:
    """Return the topics in one line, numbered by circled figures."""
    topics = [item.topic for item in items_of(meeting, MEMBERS_MEETING) if item.topic]
    return "；".join(f"{parts.circled(place)}{topic}" for place, topic in enumerate(topics, 1))


def _opening(book: Book, meeting: Meeting, counted: Summary) -> str:
    """Return the sentence a meeting opens with, once the attendance is settled.

    Source: `domain/pages.md` P14.
    """
    due = counted.expected
    if not due.roster or not meeting.attendance_confirmed:
        return ""
    found = votes.strictest(book, meeting)
    may = (
        "达到规定人数，可以开会"
        if found.can_sit
        else f"到会需有表决权的党员{found.quorum}人，未达到规定人数，不能开会"
    )
    return (
        f"本支部应到党员{due.total}人，其中正式党员{due.full}人；"
        f"实到{counted.present}人，其中正式党员{counted.present_full}人，{may}。"
    )
