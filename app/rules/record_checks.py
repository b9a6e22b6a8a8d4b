"""What an inspector would find in a month's records as a whole: in time, prepared, varied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.manual import words
from app.manual.kinds import LECTURE, THEME_DAY
from app.manual.pages import handover, notice, theme_plan
from app.manual.settings import HANDOVER_DAYS, ONE_LECTURER, RECORD_DAYS
from app.records import CommitteePost, Meeting, Member, Speaker
from app.rules.attendance import day_of
from app.rules.checks import Finding
from app.rules.checks.fault import MEETINGS_AREA, NOTE, REGISTERS_AREA, WARNING
from app.rules.convening import SECRETARY
from app.rules.entries import day_in, rows_in
from app.rules.month_view import MonthView
from app.rules.spans import months_after
from app.rules.texts import long_date, month_of, short_date

PLANS_AREA = "plans"

_KEEPERS = (SECRETARY, "组织委员")
# Sources and tags of a theme that has to do with the branch's own work.
_OF_WORK = frozenset({"重点工作", "支部问题", "调查研究", "总结经验", "工作创新"})
_MONTHS_APART = 3


def not_finalised(view: MonthView) -> Iterator[Finding]:
    """Find records still drafts when the month and the days allowed are over (记录滞后)."""
    allowed = view.context.whole(RECORD_DAYS)
    late = []
    for meeting in view.context.meetings if view.is_over else ():
        day = day_of(meeting)
        if day is not None and meeting.state == words.DRAFT and meeting.deleted_at is None:
            last = view.context.calendar.working_days_after(day, allowed)
            late += [(day, meeting)] if view.context.today > last else []
    if late:
        day, first = min(late, key=lambda pair: pair[0])
        sentence = (
            f"{view.first.month}月还有{len(late)}次活动的记录没有定稿，最早的是{short_date(day)}的，"
            f"记录应在{allowed}个工作日内写好。请核对后定稿。"
        )
        yield Finding(10, WARNING, sentence, MEETINGS_AREA, first.id, "head", "state")


def apart_from_work(view: MonthView) -> Iterator[Finding]:
    """Find three months whose themes have nothing to do with the branch's work (两张皮)."""
    since = months_after(view.first, 1 - _MONTHS_APART)
    held = [one for one in view.held if _is_theme_day(one, since, view.last)]
    months = {month_of(day) for one in held if (day := day_of(one))}
    told = all(one.theme_source or one.theme_tags for one in held)
    of_work = any({one.theme_source, *one.theme_tags} & _OF_WORK for one in held)
    if len(months) == _MONTHS_APART and told and not of_work:
        sentence = (
            "连续三个月的主题都没有联系中心工作。请围绕重点工作或支部问题确定主题，"
            "或核对主题的来源和标签。"
        )
        yield Finding(18, NOTE, sentence, MEETINGS_AREA, held[-1].id, "head", "theme_source")


def not_prepared_on_paper(view: MonthView) -> Iterator[Finding]:
    """Find a theme day without a place in the year's plan or without its notice (“六有”缺项)."""
    held = [one for one in view.held if _is_theme_day(one, view.first, view.day)]
    if not held:
        return
    planned = {
        row.get("month")
        for entry in view.of(theme_plan.PAGE.key)
        for row in rows_in(entry.values, "months")
    }
    days = [day_in(entry.values, "held_on") for entry in view.of(notice.PAGE.key)]
    dues = {one.planned_on or day_of(one) for one in held} | {day_of(one) for one in held}
    month = f"months.{view.first.month}.theme"
    for missing, page, place, called in (
        (view.first.month not in planned, theme_plan.PAGE, month, "活动计划"),
        (not any(day in dues for day in days if day), notice.PAGE, held[-1].id, "活动方案（通知）"),
    ):
        if missing:
            sentence = f"{view.first.month}月主题党日还没有{called}，“六有”缺一项。请补上。"
            yield Finding(31, WARNING, sentence, PLANS_AREA, "", page.key, place)


def same_lecture(view: MonthView) -> Iterator[Finding]:
    """Find a lecture given before under the same title in the year (同一讲稿)."""
    for meeting in view.context.meetings:
        title = _title_of(meeting)
        if not title or meeting.deleted_at is not None or meeting.state == words.VOID:
            continue
        for other in view.held:
            day, before = day_of(meeting), day_of(other)
            if other.id == meeting.id or day is None or before is None or before >= day:
                continue
            if _title_of(other) == title:
                sentence = (
                    f"党课“{title}”在{short_date(before)}已经讲过。请核对题目，或换人换题讲。"
                )
                yield Finding(47, NOTE, sentence, MEETINGS_AREA, meeting.id, "lecture", "title")
                break


def same_lecturer(view: MonthView) -> Iterator[Finding]:
    """Find lectures that one and the same person keeps giving (党课由同一人讲)."""
    most = view.context.whole(ONE_LECTURER)
    given = [one for one in view.held if _title_of(one) and _is_in_year(one, view)]
    last = given[-most:] if most else []
    if len(last) < most or not last or (day_of(last[-1]) or date.min) < view.first:
        return
    who = [
        frozenset(one.member_id or one.guest_name for one in _speakers(meeting)) for meeting in last
    ]
    if who[0] and len(set(who)) == 1 and len(who[0]) == 1:
        (key,) = who[0]
        name = view.context.name_of(key) if key in view.context.members_by_id else key
        sentence = f"最近{most}次党课都是{name}讲的。请安排其他支委和党员讲党课。"
        yield Finding(47, NOTE, sentence, MEETINGS_AREA, last[-1].id, "lecture", "speakers")


def not_handed_over(view: MonthView) -> Iterator[Finding]:
    """Find a secretary or organiser who left and did not hand the manual over in time (未移交)."""
    allowed = timedelta(days=view.context.whole(HANDOVER_DAYS))
    days = [day_in(one.values, "handed_on") for one in view.of(handover.PAGE.key)]
    for member in view.context.members:
        for post in member.posts:
            if post.post not in _KEEPERS or post.to_on is None or _goes_on(member, post):
                continue
            until = post.to_on + allowed
            if not view.first <= until <= view.last or view.context.today <= until:
                continue
            if not any(day and day >= post.to_on - allowed for day in days):
                sentence = (
                    f"{view.context.name_of(member.id)}{long_date(post.to_on)}起不再担任{post.post}，"
                    f"应在{long_date(until)}前移交手册，还没有移交记录。请办理移交并登记。"
                )
                yield Finding(
                    52, WARNING, sentence, REGISTERS_AREA, "", handover.PAGE.key, "", member.id
                )


def _goes_on(member: Member, ended: CommitteePost) -> bool:
    """Tell whether somebody holds the same post again after his term."""
    return any(
        one is not ended
        and one.post == ended.post
        and (one.to_on is None or (ended.to_on is not None and one.to_on > ended.to_on))
        for one in member.posts
    )


def _is_theme_day(meeting: Meeting, first: date, last: date) -> bool:
    day = day_of(meeting)
    is_there = meeting.deleted_at is None and meeting.state != words.VOID
    return is_there and THEME_DAY in meeting.kinds and day is not None and first <= day <= last


def _is_in_year(meeting: Meeting, view: MonthView) -> bool:
    day = day_of(meeting)
    return day is not None and date(view.first.year, 1, 1) <= day <= view.last


def _speakers(meeting: Meeting) -> list[Speaker]:
    return meeting.lecture.speakers if meeting.lecture is not None else []


def _title_of(meeting: Meeting) -> str:
    is_lecture = meeting.lecture is not None and LECTURE in meeting.kinds
    return meeting.lecture.title.strip() if is_lecture and meeting.lecture else ""
