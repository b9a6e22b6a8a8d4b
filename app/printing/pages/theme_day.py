"""P13 主题党日活动记录: the record of a theme day with its five required actions.

Source: `domain/pages.md` blocks H and T, and P13.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import words
from app.manual.kinds import THEME_DAY
from app.manual.volumes import THEME_DAY_RECORD
from app.printing.pages import actions, parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Box, Grid, Rows, Sheet, Signatures
from app.records import Attendance, Decision, Meeting
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
        *_sittings(book, meeting, counted),
        *actions.boxes(book, meeting),
        *_minutes(book, meeting),
        *_decisions(book, meeting),
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
    yield from _days(meeting)
    yield parts.pair("活动时间", parts.held(meeting), "地点", meeting.place)
    yield parts.pair(
        "主持人", book.name(meeting.chair_id), "记录人", book.name(meeting.recorder_id)
    )
    yield parts.expected_pair(counted)
    yield parts.wide("人数核对", parts.expected_sum(counted))
    yield from _absence_rows(book, meeting, counted)
    yield parts.pair("悬挂党旗", _flag(meeting), "佩戴党徽", _badges(meeting, counted))


def _days(meeting: Meeting) -> Iterator[parts.Row]:
    planned = "" if meeting.planned_on is None else long_date(meeting.planned_on)
    actual = "" if meeting.start is None else long_date(meeting.start.date())
    yield parts.pair("计划日期", planned, "实际日期", actual)
    if meeting.moved_reason or (planned and actual and planned != actual):
        yield parts.wide("调整原因", meeting.moved_reason)


def _absence_rows(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    """Yield who was absent and why, who was late, who need not come, and who sat in."""
    absent = "\n".join(parts.absence(book, row) for row in counted.absent)
    nobody = parts.nothing(meeting)
    yield parts.wide("缺席人员\n及原因", absent or nobody)
    for name, states in (
        ("迟到、早退", (words.LATE, words.LEFT_EARLY)),
        ("经批准\n免于参加", (words.EXEMPT,)),
    ):
        if rows := [row for row in meeting.attendance if row.state in states]:
            yield parts.wide(name, "\n".join(parts.absence(book, row) for row in rows))
    yield parts.wide("列席人员", "、".join(meeting.guests) or nobody)


def _flag(meeting: Meeting) -> str:
    return "" if meeting.flag_hung is None else ("是" if meeting.flag_hung else "否")


def _badges(meeting: Meeting, counted: Summary) -> str:
    return "" if meeting.badges_worn is None else f"{meeting.badges_worn}人／{counted.present}人"


def _sittings(book: Book, meeting: Meeting, counted: Summary) -> Iterator[Grid]:
    """Yield the table of sittings where shift workers had one of their own.

    Source: `domain/pages.md` P13 (活动场次).
    """
    if not meeting.sittings:
        return
    came = {sitting.id: _came(meeting, sitting.id) for sitting in meeting.sittings}
    elsewhere = sum(len(rows) for rows in came.values())
    main = ("主场", parts.held(meeting), meeting.place, f"{counted.present - elsewhere}人")
    further = [
        (
            f"第{number}场",
            parts.sitting_time(sitting),
            sitting.place,
            f"{len(came[sitting.id])}人："
            + parts.names(book, (row.member_id for row in came[sitting.id])),
        )
        for number, sitting in enumerate(meeting.sittings, 2)
    ]
    yield Grid(
        parts.columns(
            ("活动场次", 32),
            ("时间", 56),
            ("地点", 34),
            ("参加人员", 40),
            left=frozenset({"参加人员"}),
        ),
        (main, *further),
        row_mm=9.0,
    )


def _came(meeting: Meeting, sitting_id: str) -> list[Attendance]:
    return [
        row
        for row in meeting.attendance
        if row.sitting_id == sitting_id and row.state in words.PRESENT_STATES
    ]


def _minutes(book: Book, meeting: Meeting) -> Iterator[Box]:
    if lines := parts.discussion(book, meeting):
        yield Box("讨论记录", lines, least_mm=30.0)


def _decisions(book: Book, meeting: Meeting) -> Iterator[Grid]:
    if not meeting.decisions:
        return
    yield Grid(
        parts.columns(
            ("序号", 12),
            ("议定事项", 70),
            ("责任人", 28),
            ("时限", 24),
            ("完成情况", 28),
            left=frozenset({"议定事项"}),
        ),
        tuple(
            _decision(book, number, decision)
            for number, decision in enumerate(meeting.decisions, 1)
        ),
        row_mm=9.0,
    )


def _decision(book: Book, number: int, decision: Decision) -> tuple[str, ...]:
    done = parts.short_day(decision.done_on, book)
    return (
        str(number),
        decision.text,
        book.name(decision.owner_id),
        parts.short_day(decision.due_on, book),
        f"{done}完成" if done else "",
    )


def _foot(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    made_up = tuple(_make_up(book, row) for row in counted.absent)
    yield parts.pair("学习笔记", _notes(meeting), "附件", _attachments(meeting))
    if made_up:
        yield parts.wide("补课情况", "\n".join(line for line in made_up if line))
    yield parts.wide("备注", meeting.remark or parts.nothing(meeting))


def _notes(meeting: Meeting) -> str:
    counts = (
        ("应记", meeting.notes_due),
        ("已记", meeting.notes_done),
        ("抽查", meeting.notes_sampled),
    )
    return " ".join(f"{name}{count}本" for name, count in counts if count is not None)


def _attachments(meeting: Meeting) -> str:
    listed = [f"签到表{1 + len(meeting.sittings)}份"]
    if meeting.photos:
        listed.append(f"照片{len(meeting.photos)}张")
    return "、".join(listed)


def _make_up(book: Book, row: Attendance) -> str:
    study = row.make_up
    if study is None or study.done_on is None:
        return ""
    by = book.name(study.by_id)
    # Who looked after it is often named in the words already: 自学并交笔记，邵长河检查.
    charge = f"{by}负责" if by and by not in study.how else ""
    told = "，".join(part for part in (study.how, charge) if part)
    return f"{book.name(row.member_id)}：{parts.short_day(study.done_on, book)} {told}".rstrip()
