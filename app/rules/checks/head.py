"""Faults of the head of a record: what is missing, unclear or contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import LECTURE, body_of
from app.manual.settings import SHORTEST_THEME
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault
from app.rules.texts import long_date, short_date
from app.rules.timing import UNEXPLAINED, planned_day, timing_of

_NOBODY = {
    "members": "{day}名册上没有党员，应到人数算不出来。请在“党员”里核对各人的起止日期。",
    "committee": "{day}没有在任的支委，应到人数算不出来。请在“党员”里核对支委职务和任期。",
    "group": "{day}这个党小组没有组员，应到人数算不出来。请在“党员”里核对各人的党小组。",
}
_GENERIC_THEMES = frozenset(
    (
        "主题党日",
        "主题党日活动",
        "政治学习",
        "集中学习",
        "组织生活",
        "党员学习",
        "党员活动",
        "例行学习",
    )
)


def missing_fields(case: Case) -> Iterator[Fault]:
    """Find each empty field every record must have (要素不全)."""
    meeting = case.meeting
    required = (
        ("kinds", bool(meeting.kinds), "活动类型还没有选择。请在“基本情况”里至少选一种。"),
        ("theme", _has_topic(case), "主题还没有填写。请在“基本情况”里写明这次活动的主题。"),
        ("start", meeting.start, "开始时间还没有填写。请在“基本情况”里填写日期和时间。"),
        ("place", meeting.place.strip(), "地点还没有填写。请在“基本情况”里写到具体房间。"),
        ("chair", meeting.chair_id, "主持人还没有填写。请在“基本情况”里选一位党员。"),
        ("recorder", meeting.recorder_id, "记录人还没有填写。请在“基本情况”里选一位党员。"),
    )
    for field, value, sentence in required:
        if not value:
            yield Fault(ERROR, "head", field, sentence)
    yield from _nobody_due(case)


def _has_topic(case: Case) -> bool:
    """Tell whether a theme, a lecture's title or, of a smaller body, its topics are written.

    A lecture without a title is told of where that stands.

    Source: `domain/pages.md` H4 (主题／议题), P17 (课题).
    """
    if case.meeting.theme.strip() or case.meeting.kinds == [LECTURE]:
        return True
    own_topics = any(item.topic.strip() for item in case.meeting.minutes)
    return body_of(case.meeting.kinds) != "members" and own_topics


def _nobody_due(case: Case) -> Iterator[Fault]:
    body = body_of(case.meeting.kinds)
    if body == "group" and case.meeting.group_id is None:
        sentence = "党小组还没有选择，应到人数算不出来。请在“基本情况”里选一个党小组。"
        yield Fault(ERROR, "head", "group", sentence)
    elif case.day is not None and not case.due:
        yield Fault(ERROR, "attendance", "", _NOBODY[body].format(day=long_date(case.day)))


def missing_lecture_fields(case: Case) -> Iterator[Fault]:
    """Find what a lecture held on its own lacks; inside a theme day the fourth action asks."""
    if "lecture" not in case.sections or case.is_theme_day:
        return
    lecture = case.meeting.lecture
    if lecture is None or not lecture.title.strip():
        yield Fault(ERROR, "lecture", "title", "党课题目还没有填写。请在“党课讲稿”里填写。")
    if lecture is None or not lecture.speakers:
        yield Fault(ERROR, "lecture", "speakers", "主讲人还没有填写。请在“党课讲稿”里选人。")


def chair_records_himself(case: Case) -> Iterator[Fault]:
    """Find one person both in the chair and taking the minutes (主持人与记录人同一人)."""
    chair = case.meeting.chair_id
    if chair is not None and chair == case.meeting.recorder_id:
        name = case.name_of(chair)
        sentence = f"主持人和记录人都是{name}。请另选一位记录人。"
        yield Fault(ERROR, "head", "recorder", sentence, chair)


def missing_end(case: Case) -> Iterator[Fault]:
    """Find a record without the time it ended (无散会时间)."""
    if case.meeting.end is None:
        sentence = "结束时间还没有填写。请在“基本情况”里填写散会时间。"
        yield Fault(WARNING, "head", "end", sentence)


def unclear_theme(case: Case) -> Iterator[Fault]:
    """Find a theme too short or too general to say anything (主题不明)."""
    theme = case.meeting.theme.strip()
    shortest = case.context.whole(SHORTEST_THEME)
    if theme and (len(theme) < shortest or theme in _GENERIC_THEMES):
        sentence = f"主题“{theme}”没有说明这次活动要做什么。请写得具体一些。"
        yield Fault(WARNING, "head", "theme", sentence)


def moved_without_reason(case: Case) -> Iterator[Fault]:
    """Find a theme day held on another than its fixed day without a reason (临时改期无说明)."""
    theme_day = case.context.branch.theme_day
    planned, start = planned_day(case.meeting, theme_day), case.meeting.start
    if planned is None or start is None or timing_of(case.meeting, theme_day) != UNEXPLAINED:
        return
    yield Fault(
        ERROR,
        "head",
        "moved_reason",
        f"原定{short_date(planned)}，实际{short_date(start.date())}开展，没有写调整原因。"
        "请在“基本情况”里写明。",
    )
