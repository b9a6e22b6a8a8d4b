"""P17 党课记录: the lecture held at a meeting, recorded on a page of its own.

Source: `domain/pages.md` P17.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import LECTURE
from app.manual.volumes import LECTURE_RECORD
from app.printing.pages import actions, parts, record
from app.printing.pages.book import Book
from app.printing.sheet import Block, Box, Rows, Sheet, Signatures
from app.records import Lecture, Meeting, Speaker
from app.rules.attendance import Summary, summary
from app.rules.texts import names_joined

_HEADS = ("书记", "副书记")


def sheets(book: Book) -> list[Sheet]:
    """Return one record for each meeting that is a lecture or at which one was given."""
    found = ((meeting, meeting.lecture or _nothing(meeting)) for meeting in book.meetings)
    return [
        _sheet(book, meeting, lecture)
        for meeting, lecture in found
        if LECTURE in meeting.kinds or lecture.title or lecture.outline or lecture.speakers
    ]


def _nothing(meeting: Meeting) -> Lecture:
    return Lecture(branch_id=meeting.branch_id)


def _sheet(book: Book, meeting: Meeting, lecture: Lecture) -> Sheet:
    counted = summary(meeting, book.members)
    blocks: list[Block] = [
        Rows(parts.HEAD_MM, tuple(_head(book, meeting, lecture, counted))),
        *(record.sittings(book, meeting, counted) if _is_apart(meeting) else ()),
        Box("授课提纲", parts.paragraphs(lecture.outline), least_mm=30.0, fill=True),
        Box("讨论情况", tuple(_discussion(book, meeting)), least_mm=30.0, fill=True),
        *_foot(book, meeting, counted),
        Signatures(("主讲人\n签字", "记录人\n签字")),
    ]
    return Sheet(
        code=LECTURE_RECORD.code,
        title=parts.title(parts.month_of(meeting, book), book, LECTURE_RECORD.title),
        blocks=tuple(blocks),
        key=book.key(LECTURE_RECORD, meeting),
        head=parts.repeated_head("课题", _title(meeting, lecture), "时间", meeting),
        sample=book.sample,
    )


def _is_apart(meeting: Meeting) -> bool:
    """Tell whether this is the only record of its meeting."""
    return set(meeting.kinds) == {LECTURE}


def _title(meeting: Meeting, lecture: Lecture) -> str:
    return lecture.title or (meeting.theme if _is_apart(meeting) else "")


def _head(book: Book, meeting: Meeting, lecture: Lecture, counted: Summary) -> Iterator[parts.Row]:
    kinds = dict.fromkeys(_speaker_kind(book, meeting, one) for one in lecture.speakers)
    hours = "" if lecture.hours is None else f"{lecture.hours.normalize():f}"
    yield parts.wide("课题", _title(meeting, lecture))
    if _is_apart(meeting) and meeting.theme not in ("", _title(meeting, lecture)):
        yield parts.wide("主题", meeting.theme)
    yield parts.wide("主讲人及职务", actions.speakers_words(book, meeting))
    yield parts.pair("主讲人类别", "、".join(kinds), "学时", hours)
    yield parts.pair("时间", parts.held(meeting), "地点", meeting.place)
    yield parts.pair(
        "主持人", book.name(meeting.chair_id), "记录人", book.name(meeting.recorder_id)
    )
    yield parts.expected_pair(meeting, counted)
    if _is_apart(meeting):
        yield from record.absence_rows(book, meeting, counted)
        return
    absent = names_joined(f"{book.name(row.member_id)}（{row.state}）" for row in counted.absent)
    nobody = parts.nothing(meeting)
    yield parts.pair("缺席人员", absent or nobody, "列席", "、".join(meeting.guests) or nobody)


def _foot(book: Book, meeting: Meeting, counted: Summary) -> Iterator[Rows]:
    """Yield what stands in another record where the meeting has one."""
    if _is_apart(meeting):
        yield Rows(parts.HEAD_MM, tuple(record.foot_rows(book, meeting, counted)))


def _speaker_kind(book: Book, meeting: Meeting, speaker: Speaker) -> str:
    """Return what sort of lecturer this is.

    Source: `domain/pages.md` P17 (主讲人类别：书记、党员领导干部、普通党员、外请).
    """
    post = actions.speaker_post(book, meeting, speaker)
    if post.removeprefix("支部") in _HEADS:
        return "书记"
    if speaker.member_id is None:
        return "外请"
    return "党员领导干部" if book.member(speaker.member_id).is_leading_cadre else "普通党员"


def _discussion(book: Book, meeting: Meeting) -> Iterator[str]:
    """Yield what was said after the lecture."""
    for one in meeting.reflections:
        yield from parts.spoken(book, one.member_id, one.guest_name, one.text)
    yield from parts.discussion(book, meeting, LECTURE)
