"""P15 支部委员会会议: the record of each, and the compact list of a year.

Source: `domain/pages.md` blocks H and T, and P15.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import COMMITTEE_MEETING
from app.manual.volumes import COMMITTEE_LIST, COMMITTEE_RECORD
from app.printing.pages import parts, record, votes
from app.printing.pages.book import Book
from app.printing.sheet import Block, Grid, Rows, Sheet, Signatures
from app.records import Meeting
from app.rules.attendance import Summary, day_of, summary
from app.rules.convening import committee_on
from app.rules.texts import names_joined
from app.rules.votes import present_of

_LIST = (
    ("次数", 16.0),
    ("日期", 24.0),
    ("应到", 13.0),
    ("实到", 13.0),
    ("出席人员签名", 36.0),
    ("会议主要议题", 60.0),
)
# Five members of a committee sign in one cell.
_SIGNED_TOGETHER_MM = 22.0


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each committee meeting of the book."""
    return [_sheet(book, one) for one in book.meetings if COMMITTEE_MEETING in one.kinds]


def year_list(book: Book) -> list[Sheet]:
    """Return the list of the year's committee meetings; without any there is none."""
    held = [one for one in book.year_meetings if COMMITTEE_MEETING in one.kinds]
    if not held:
        return []
    year = f"{book.month[:4]}年"
    return [
        Sheet(
            code=COMMITTEE_LIST.code,
            title=parts.title(year, book, COMMITTEE_LIST.title),
            blocks=(
                Grid(
                    parts.columns(*_LIST, left=frozenset({"会议主要议题"})),
                    tuple(_line(book, meeting) for meeting in held),
                    row_mm=_SIGNED_TOGETHER_MM,
                ),
            ),
            key=book.year_key(COMMITTEE_LIST),
            sample=book.sample,
        )
    ]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    counted = summary(meeting, book.members)
    topics = record.topics(meeting, COMMITTEE_MEETING)
    blocks: list[Block] = [
        Rows(parts.HEAD_MM, tuple(_head(book, meeting, counted))),
        *record.sittings(book, meeting, counted),
        record.discussion(book, meeting, COMMITTEE_MEETING),
        *votes.blocks(book, meeting),
        *record.decisions(book, meeting, COMMITTEE_MEETING),
        Rows(parts.HEAD_MM, tuple(record.foot_rows(book, meeting, counted))),
        Signatures(("主持人\n签字", "记录人\n签字", *votes.counter_labels(meeting))),
    ]
    return record.sheet(book, COMMITTEE_RECORD, meeting, topics, blocks)


def _head(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    number = record.number(book, meeting, COMMITTEE_MEETING)
    yield parts.pair("会议类型", parts.kinds_words(meeting), "次数", number)
    yield from record.theme_row(meeting, COMMITTEE_MEETING)
    yield parts.wide("议题", record.topics(meeting, COMMITTEE_MEETING))
    yield from record.held_rows(book, meeting)
    yield parts.expected_pair(meeting, counted)
    yield parts.wide("人数核对", parts.expected_sum(counted))
    yield parts.wide("出席委员", _present(book, meeting))
    yield from record.absence_rows(book, meeting, counted)


def _present(book: Book, meeting: Meeting) -> str:
    """Return who of the committee came, once the attendance is settled."""
    day = day_of(meeting)
    if day is None or not meeting.attendance_confirmed:
        return ""
    came = present_of(committee_on(book.members, day), meeting)
    return names_joined(book.name(one.id) for one in came)


def _line(book: Book, meeting: Meeting) -> tuple[str, ...]:
    counted = summary(meeting, book.members)
    return (
        record.number(book, meeting, COMMITTEE_MEETING),
        parts.listed_day(day_of(meeting), book),
        str(counted.expected.total),
        str(counted.present) if meeting.attendance_confirmed else "",
        "",
        record.topics(meeting, COMMITTEE_MEETING),
    )
