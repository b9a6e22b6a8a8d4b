"""P13 主题党日活动记录: the record of a theme day with its five required actions.

Source: `domain/pages.md` blocks H and T, and P13.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import THEME_DAY
from app.manual.volumes import THEME_DAY_RECORD
from app.printing.pages import actions, parts, record
from app.printing.pages.book import Book
from app.printing.sheet import Block, Box, Rows, Sheet, Signatures
from app.records import Meeting
from app.rules.attendance import Summary, summary
from app.rules.numbering import number_of
from app.rules.texts import long_date


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each theme day of the book."""
    return [_sheet(book, meeting) for meeting in book.meetings if THEME_DAY in meeting.kinds]


def _sheet(book: Book, meeting: Meeting) -> Sheet:
    counted = summary(meeting, book.members)
    blocks: list[Block] = [
        Rows(parts.HEAD_MM, tuple(_head(book, meeting, counted))),
        *record.sittings(book, meeting, counted),
        *actions.boxes(book, meeting),
        *_minutes(book, meeting),
        *record.decisions(book, meeting, THEME_DAY),
        Rows(parts.HEAD_MM, tuple(_foot(book, meeting, counted))),
        Signatures(("主持人\n签字", "记录人\n签字")),
    ]
    return Sheet(
        code=THEME_DAY_RECORD.code,
        title=parts.title(parts.month_of(meeting, book), book, THEME_DAY_RECORD.title),
        blocks=tuple(blocks),
        key=book.key(THEME_DAY_RECORD, meeting),
        head=parts.repeated_head("活动主题", meeting.theme, "活动时间", meeting),
        sample=book.sample,
    )


def _head(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    number = number_of(meeting, book.year_meetings, THEME_DAY)
    yield parts.pair("活动类型", parts.kinds_words(meeting), "次数", f"第{number}次")
    yield parts.wide("活动主题", meeting.theme)
    if told := _purpose(meeting):
        yield parts.wide("主题来源\n和标签", told)
    yield from _days(meeting)
    yield parts.wide("支委会研究\n主题日期", _prepared(book, meeting))
    yield parts.pair("活动时间", parts.held(meeting), "地点", meeting.place)
    yield parts.pair(
        "主持人", book.name(meeting.chair_id), "记录人", book.name(meeting.recorder_id)
    )
    yield parts.expected_pair(meeting, counted)
    yield parts.wide("人数核对", parts.expected_sum(counted))
    yield from record.absence_rows(book, meeting, counted)
    yield parts.pair("悬挂党旗", _flag(meeting), "佩戴党徽", _badges(meeting, counted))


def _purpose(meeting: Meeting) -> str:
    """Return where the theme comes from, the target it serves and its tags.

    Source: `domain/one-plus-n-features.md` F17, F65, F76.
    """
    serves = f"服务“{meeting.work_target}”" if meeting.work_target else ""
    tags = "、".join(meeting.theme_tags)
    return "；".join(word for word in (meeting.theme_source, serves, tags) if word)


def _days(meeting: Meeting) -> Iterator[parts.Row]:
    planned = "" if meeting.planned_on is None else long_date(meeting.planned_on)
    actual = "" if meeting.start is None else long_date(meeting.start.date())
    yield parts.pair("计划日期", planned, "实际日期", actual)
    if meeting.moved_reason or (planned and actual and planned != actual):
        yield parts.wide("调整原因", meeting.moved_reason)


def _prepared(book: Book, meeting: Meeting) -> str:
    """Return the day of the committee meeting that settled the theme.

    Source: `domain/pages.md` P13 (支委会研究主题日期).
    """
    day = book.prepared_on.get(meeting.fixed_by_id or "")
    return "" if day is None else long_date(day)


def _flag(meeting: Meeting) -> str:
    return "" if meeting.flag_hung is None else ("是" if meeting.flag_hung else "否")


def _badges(meeting: Meeting, counted: Summary) -> str:
    return "" if meeting.badges_worn is None else f"{meeting.badges_worn}人／{counted.present}人"


def _minutes(book: Book, meeting: Meeting) -> Iterator[Box]:
    if lines := parts.discussion(book, meeting, THEME_DAY):
        yield Box("讨论记录", lines, least_mm=30.0)


def _foot(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    yield parts.pair("学习笔记", _notes(meeting), "附件", record.attachments(meeting))
    yield from record.made_up_and_remark(book, meeting, counted)


def _notes(meeting: Meeting) -> str:
    counts = (
        ("应记", meeting.notes_due),
        ("已记", meeting.notes_done),
        ("抽查", meeting.notes_sampled),
    )
    return " ".join(f"{name}{count}本" for name, count in counts if count is not None)
