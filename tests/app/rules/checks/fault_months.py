"""For each fault a sound month and the same month with just that fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from app.manual import words
from app.manual.kinds import LECTURE, MEMBERS_MEETING
from app.records import Entry, Meeting, Photo, Vote
from app.rules.checks import Finding
from app.rules.month_checks import MonthView, inspected
from tests.app.rules import autumn, october
from tests.app.rules import factories as make
from tests.app.rules.checks import test_criticism as criticism
from tests.app.rules.inspected import entry, filed, month_view

LATER = date(2025, 10, 13)
WHO = "罗海生"
WHOM = [{"member": WHO}]
LONG = (
    "这次学习我想到皮带跑偏那天，慢停了一分钟就多撕了十几米，"
    "以后发现异响先停机再报告，不抱侥幸心理。"
)
Change = Callable[[Meeting], object]


@dataclass(frozen=True)
class FaultMonth:
    """A fault's number with the level, area, section, field and member it is found with.

    `view` returns the month, sound or spoilt.
    """

    number: int
    level: str
    place: tuple[str, str, str]
    view: Callable[[bool], MonthView]
    member: str = ""

    def findings(self, is_spoilt: bool) -> list[Finding]:
        """Return what is found in the month."""
        return inspected(self.view(is_spoilt))


def theme(
    number: int, level: str, section: str, field: str, change: Change, member: str = ""
) -> FaultMonth:
    """Return a fault of the theme day of October, looked at while make-up study has time."""

    def view(is_spoilt: bool) -> MonthView:
        meeting = filed()
        if is_spoilt:
            change(meeting)
        return month_view(meeting, today=LATER)

    return FaultMonth(number, level, ("meetings", section, field), view, member)


def of_vote(number: int, field: str, level: str = "E", **values: Any) -> FaultMonth:
    """Return a fault of a vote at a members' meeting."""

    def view(is_spoilt: bool) -> MonthView:
        meeting = general(autumn.vote(**values) if is_spoilt else autumn.vote())
        return month_view(filed(), meeting)

    return FaultMonth(number, level, ("meetings", "votes", f"votes.1.{field}"), view)


def of_general(
    number: int, section: str, field: str, change: Change, member: str = ""
) -> FaultMonth:
    """Return a fault of a members' meeting."""

    def view(is_spoilt: bool) -> MonthView:
        meeting = general(autumn.vote())
        if is_spoilt:
            change(meeting)
        return month_view(filed(), meeting)

    return FaultMonth(number, "W", ("meetings", section, field), view, member)


def of_criticism(number: int, section: str, field: str, change: Change) -> FaultMonth:
    """Return a fault of the criticism meeting."""

    def view(is_spoilt: bool) -> MonthView:
        meeting = criticism.sound()
        if is_spoilt:
            change(meeting)
        seen = replace(criticism.around(meeting), month="2025-02", dues=[])
        return MonthView(seen, [meeting], [], [])

    return FaultMonth(number, "W", ("meetings", section, field), view)


def of_dues(number: int, level: str, field: str, name: str, **values: Any) -> FaultMonth:
    """Return a fault of one row of the dues sheet."""

    def view(is_spoilt: bool) -> MonthView:
        rows = october.dues()
        if is_spoilt:
            row = next(one for one in rows if one.member_id == name)
            for key, value in values.items():
                setattr(row, key, value)
        return month_view(filed(), dues=rows)

    return FaultMonth(number, level, ("dues", "dues", field), view, name)


def of_entry(
    number: int, level: str, place: tuple[str, str, str], values: dict[str, Any], page: str = ""
) -> FaultMonth:
    """Return a fault of a fill-in page; `page` where it is put right on another one."""

    def view(is_spoilt: bool) -> MonthView:
        made = Entry(branch_id=make.BRANCH_ID, page=page or place[1], year=2025, values=values)
        return month_view(filed(), entries=[made] if is_spoilt else [])

    return FaultMonth(number, level, place, view)


def of_month(
    number: int, level: str, place: tuple[str, str, str],
    spoil: Callable[[MonthView], MonthView], member: str = "",
) -> FaultMonth:  # fmt: skip
    """Return a fault of the month as a whole."""

    def view(is_spoilt: bool) -> MonthView:
        sound = month_view(filed())
        return spoil(sound) if is_spoilt else sound

    return FaultMonth(number, level, place, view, member)


def general(vote: Vote) -> Meeting:
    """Return a sound members' meeting of 20 October with a vote."""
    meeting = autumn.members_meeting()
    meeting.id, meeting.votes, meeting.state = "general", [vote], words.ARCHIVED
    meeting.start, meeting.end = make.at("2025-10-20T16:00"), make.at("2025-10-20T17:15")
    for row in meeting.attendance:
        row.make_up = make.made_up(date(2025, 10, 22), "邵长河")
    said = (
        ("姚春雷", "这一点我有保留，他在巡检记录上有两次漏签，希望再看看今后的表现。"),
        ("汪东林", "我带他两年，设备保养他肯动手，雨季抢修连着三个夜班没有叫苦，我同意。"),
        ("彭玉珍", "材料库的领用他从来不多领，废旧托辊自己送回来，这点值得大家看看。"),
        ("周启明", "请他把漏签的两次在组里说清楚，培养联系人年底前再谈一次，会后公示。"),
    )
    meeting.minutes = [autumn.item("讨论", *(autumn.speech(name, text) for name, text in said))]
    return meeting


def put(**values: Any) -> Change:
    """Return a change of some fields."""

    def change(meeting: Meeting) -> None:
        for name, value in values.items():
            setattr(meeting, name, value)

    return change


def both(*changes: Change) -> Change:
    """Return several changes as one."""
    return lambda meeting: [change(meeting) for change in changes]


def of_row(place: int, part: str, **values: Any) -> Change:
    """Return a change of the leave, the make-up or the row of who was away."""

    def change(meeting: Meeting) -> None:
        row = meeting.attendance[place]
        record = getattr(row, part) if part else row
        for name, value in values.items():
            setattr(record, name, value)

    return change


def away(state: str, **parts: Any) -> Change:
    """Return a change that marks one more as away; the badges follow."""

    def change(meeting: Meeting) -> None:
        meeting.attendance.append(make.attended(WHO, state, **parts))
        meeting.badges_worn = 15

    return change


def reflections(*texts: str) -> Change:
    """Return a change of the first reflections."""

    def change(meeting: Meeting) -> None:
        for one, text in zip(meeting.reflections, texts, strict=False):
            one.text = text

    return change


def action(number: int, **values: str) -> Change:
    """Return a change of a required action."""

    def change(meeting: Meeting) -> None:
        found = next(one for one in meeting.actions if one.required_number == number)
        for name, value in values.items():
            setattr(found, name, value)

    return change


def without_action(number: int) -> Change:
    """Return a change that takes a required action out."""

    def change(meeting: Meeting) -> None:
        meeting.actions = [one for one in meeting.actions if one.required_number != number]

    return change


def photo() -> Photo:
    """Return a picture that is always the same."""
    return Photo(branch_id=make.BRANCH_ID, content_hash="a" * 64, width_px=4, height_px=3)


def used_twice(view: MonthView) -> MonthView:
    """Put one picture into two records."""
    before = autumn.committee_meeting()
    before.photos = [photo()]
    view.context.meetings[0].photos = [photo()]
    return replace(view, context=replace(view.context, earlier=[before]))


def unexcused_twice(view: MonthView) -> MonthView:
    """Let a member be absent without excuse in October and in September."""
    parts = {
        "leave": make.leave("没有请假，已了解情况", None, None),
        "make_up": make.made_up(date(2025, 10, 12), "邵长河"),
    }
    away(words.UNEXCUSED, **parts)(view.context.meetings[0])
    before = make.meeting(
        id="before",
        kinds=[MEMBERS_MEETING],
        planned_on=None,
        start=make.at("2025-09-09T15:00"),
        end=make.at("2025-09-09T16:00"),
        attendance_confirmed=True,
        attendance=[make.attended(WHO, words.UNEXCUSED)],
    )
    return replace(view, held=[before, *view.held])


def silent(view: MonthView) -> MonthView:
    """Leave no trace of a member since January, though he was due."""
    for meeting in view.held:
        if all(row.member_id != WHO for row in meeting.attendance):
            leave = make.leave("探亲", "周启明", date(2025, 9, 28))
            away(words.PERSONAL_LEAVE, leave=leave)(meeting)
    before = make.meeting(
        id="january",
        kinds=[MEMBERS_MEETING],
        planned_on=None,
        start=make.at("2025-01-09T15:00"),
        end=make.at("2025-01-09T16:00"),
        attendance_confirmed=True,
    )
    dues = [row for row in view.dues if row.member_id != WHO]
    seen = replace(view.context, today=LATER)
    return replace(view, context=seen, held=[before, *view.held], dues=dues)


def not_made_up(view: MonthView) -> MonthView:
    """Let somebody who was away not have been brought up to date in the days allowed."""
    view.context.meetings[0].attendance[1].make_up = None
    return view


def lecture_again(view: MonthView) -> MonthView:
    """Let the lecture of the month have been given in July."""
    before = make.meeting(
        id="july",
        kinds=[LECTURE],
        planned_on=None,
        start=make.at("2025-07-08T15:00"),
        end=make.at("2025-07-08T16:00"),
        attendance_confirmed=True,
        lecture=make.lecture("从一次急停看底线", "汪东林"),
    )
    return replace(view, held=[before, *view.held])


def draft_left(view: MonthView) -> MonthView:
    """Leave the record a draft until the month is over; the other meetings were held."""
    view.context.meetings[0].state = words.DRAFT
    return rest_held(view)


def rest_held(view: MonthView, today: date = date(2025, 11, 20)) -> MonthView:
    """Look at the month when it is over, with its other meetings."""
    committee, group = autumn.committee_meeting(), autumn.group_meeting()
    committee.start = committee.start and committee.start + timedelta(days=10)
    held = [*view.held, committee, group]
    return replace(view, held=held, context=replace(view.context, today=today))


def secretary_gone(view: MonthView) -> MonthView:
    """Let the secretary's post have ended in September, with another in it and no hand-over."""
    members = autumn.members()
    members[0].posts = [autumn.post("书记", date(2023, 4, 20), date(2025, 9, 10))]
    members[2].posts = [autumn.post("书记", date(2025, 9, 11), None)]
    view.context.meetings[0].chair_id = "陆景行"
    return replace(view, context=replace(view.context, members=members))


def former_in_the_chair(view: MonthView) -> MonthView:
    """Let the secretary of before preside, who handed over in time."""
    members = autumn.members()
    members[0].posts = [autumn.post("书记", date(2023, 4, 20), date(2025, 7, 10))]
    members[2].posts = [autumn.post("书记", date(2025, 7, 11), None)]
    meeting = general(autumn.vote())
    seen = replace(view.context, members=members, meetings=[*view.context.meetings, meeting])
    return replace(view, context=seen)


def term_over(view: MonthView) -> MonthView:
    """Let the committee's term have ended."""
    view.context.branch.term_end = date(2025, 9, 30)
    return view


def no_theme_day(view: MonthView) -> MonthView:
    """Take the theme day away."""
    return replace(view, held=view.held[:1], context=replace(view.context, meetings=[]))


def no_plan(view: MonthView) -> MonthView:
    """Take the plan away."""
    return replace(view, entries=[one for one in view.entries if one.page != "theme_plan"])


def long_ago(view: MonthView) -> MonthView:
    """Let the committee have met at the beginning of August only."""
    before = autumn.committee_meeting()
    before.start, before.end = make.at("2025-08-04T15:00"), make.at("2025-08-04T16:00")
    held = [before, *view.held[1:]]
    return replace(view, held=held, context=replace(view.context, earlier=[before]))


def december(is_spoilt: bool) -> MonthView:
    """Return a December with the members' scores, or without them."""
    view = month_view()
    last = replace(view.context, month="2025-12", today=date(2026, 1, 5))
    kept = [] if is_spoilt else [entry("member_score", member=WHOM)]
    return replace(view, context=last, held=[], dues=[], entries=kept)
