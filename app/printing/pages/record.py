"""What the records of all meetings have in common: absence, sittings, decisions, the foot.

Source: `domain/pages.md` block H.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.manual import words
from app.manual.volumes import Page
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Box, Grid, Rows, Sheet, Signatures
from app.records import Attendance, Decision, Meeting
from app.rules.attendance import Summary, summary
from app.rules.minutes import agreed_on, items_of
from app.rules.numbering import number_of

MEETING, ACTIVITY = "会议", "活动"


def sheet(
    book: Book,
    page: Page,
    meeting: Meeting,
    topic: str,
    blocks: list[Block],
    sort: str = MEETING,
) -> Sheet:
    """Return the record of a meeting on its page; `topic` is repeated on each 续页."""
    return Sheet(
        code=page.code,
        title=parts.title(parts.month_of(meeting, book), book, page.title),
        blocks=tuple(blocks),
        key=book.key(page, meeting),
        head=parts.repeated_head("议题", topic, f"{sort}时间", meeting),
        sample=book.sample,
    )


def plain(
    book: Book, page: Page, meeting: Meeting, kind: str, first: parts.Row, sort: str = MEETING
) -> Sheet:
    """Return the record of a meeting of topics and what was agreed; `first` is its first row.

    `kind` is whose record it is, `sort` what its labels call it.
    """
    counted = summary(meeting, book.members)
    told = topics(meeting, kind)
    head = (
        first,
        *theme_row(meeting, kind),
        parts.wide("议题", told),
        *held_rows(book, meeting, sort),
        parts.expected_pair(meeting, counted),
        parts.wide("人数核对", parts.expected_sum(counted)),
        *absence_rows(book, meeting, counted),
    )
    blocks: list[Block] = [
        Rows(parts.HEAD_MM, head),
        *sittings(book, meeting, counted),
        discussion(book, meeting, kind, sort=sort),
        *decisions(book, meeting, kind),
        Rows(parts.HEAD_MM, tuple(foot_rows(book, meeting, counted))),
        Signatures(("主持人\n签字", "记录人\n签字")),
    ]
    return sheet(book, page, meeting, told, blocks, sort)


def number(book: Book, meeting: Meeting, kind: str) -> str:
    """Return which meeting of its kind it is in the year: 第10次."""
    return f"第{number_of(meeting, book.year_meetings, kind)}次"


def held_rows(book: Book, meeting: Meeting, sort: str = MEETING) -> Iterator[parts.Row]:
    """Yield when and where it was held, and by whom."""
    yield parts.pair(f"{sort}时间", parts.held(meeting), "地点", meeting.place)
    yield parts.pair(
        "主持人", book.name(meeting.chair_id), "记录人", book.name(meeting.recorder_id)
    )


def theme_row(meeting: Meeting, kind: str) -> Iterator[parts.Row]:
    """Yield the theme where the topics are told beside it."""
    if meeting.theme.strip() not in ("", topics(meeting, kind)):
        yield parts.wide("主题", meeting.theme)


def topics(meeting: Meeting, kind: str) -> str:
    """Return the numbered topics of a kind, one a line; the theme where there are none."""
    told = [item.topic for item in items_of(meeting, kind) if item.topic]
    if not told:
        return meeting.theme
    if len(told) == 1:
        return told[0]
    return "\n".join(f"{parts.ordinal(place)}、{topic}" for place, topic in enumerate(told, 1))


def absence_rows(
    book: Book, meeting: Meeting, counted: Summary, guests: Iterable[str] | None = None
) -> Iterator[parts.Row]:
    """Yield who was absent and why, who was late, who need not come, and who sat in.

    `guests` are those who sat in, all guests of the meeting unless some are told elsewhere.
    """
    absent = "\n".join(parts.absence(book, row) for row in counted.absent)
    nobody = parts.nothing(meeting)
    yield parts.wide("缺席人员\n及原因", absent or nobody)
    for name, states in (
        ("迟到、早退", (words.LATE, words.LEFT_EARLY)),
        ("经批准\n免于参加", (words.EXEMPT,)),
    ):
        if rows := [row for row in meeting.attendance if row.state in states]:
            yield parts.wide(name, "\n".join(parts.absence(book, row) for row in rows))
    yield parts.wide("列席人员", "、".join(meeting.guests if guests is None else guests) or nobody)


def sittings(book: Book, meeting: Meeting, counted: Summary) -> Iterator[Grid]:
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
            _counted_people(book, came[sitting.id]),
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


def _counted_people(book: Book, rows: list[Attendance]) -> str:
    names = parts.names(book, (row.member_id for row in rows))
    return f"{len(rows)}人：{names}" if names else f"{len(rows)}人"


def _came(meeting: Meeting, sitting_id: str) -> list[Attendance]:
    return [
        row
        for row in meeting.attendance
        if row.sitting_id == sitting_id and row.state in words.PRESENT_STATES
    ]


def discussion(
    book: Book,
    meeting: Meeting,
    kind: str,
    called: str = "议题",
    opening: str = "",
    sort: str = MEETING,
) -> Box:
    """Return what was said, topic by topic, after an opening sentence; it fills the page."""
    lines = parts.paragraphs(opening) + parts.discussion(book, meeting, kind, called, listed=True)
    return Box(f"{sort}内容", lines, least_mm=40.0, fill=True)


def decisions(book: Book, meeting: Meeting, kind: str) -> Iterator[Grid]:
    """Yield the table of what was agreed, if anything was; it stands on one record only."""
    if not meeting.decisions or kind != agreed_on(meeting):
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
        parts.listed_day(decision.due_on, book),
        f"{done}完成" if done else "",
    )


def attachments(meeting: Meeting) -> str:
    """Return what belongs to the record: sign-in sheets, photos, lecture notes and scans.

    Source: `domain/pages.md` H18.
    """
    listed = [f"签到表{1 + len(meeting.sittings)}份"]
    if meeting.photos:
        listed.append(f"照片{len(meeting.photos)}张")
    if meeting.lecture is not None and meeting.lecture.outline.strip():
        listed.append("讲稿1份")
    if pages := sum(one.pages for one in meeting.attachments):
        listed.append(f"扫描件{pages}页")
    return "、".join(listed)


def foot_rows(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    """Yield the last rows of a record: attachments, make-up study and remark."""
    yield parts.wide("附件", attachments(meeting))
    yield from made_up_and_remark(book, meeting, counted)


def made_up_and_remark(book: Book, meeting: Meeting, counted: Summary) -> Iterator[parts.Row]:
    """Yield how the absent made up for it, and the remark."""
    if counted.absent:
        told = (_make_up(book, row) for row in counted.absent)
        yield parts.wide("补课情况", "\n".join(line for line in told if line))
    yield parts.wide("备注", meeting.remark or parts.nothing(meeting))


def _make_up(book: Book, row: Attendance) -> str:
    study = row.make_up
    if study is None or study.done_on is None:
        return ""
    by = book.name(study.by_id)
    # Who looked after it is often named in the words already: 自学并交笔记，邵长河检查.
    charge = f"{by}负责" if by and by not in study.how else ""
    told = "，".join(part for part in (study.how, charge) if part)
    return f"{book.name(row.member_id)}：{parts.short_day(study.done_on, book)} {told}".rstrip()
