"""Faults of order: what was fixed before it was prepared, and what stands under a wrong kind."""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.kinds import COMMITTEE_MEETING, GROUP_MEETING, MEMBERS_MEETING, THEME_DAY
from app.records import Meeting
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault
from app.rules.preparing import LONGEST_BEFORE, is_before
from app.rules.texts import short_date

_PREPARED_BY = {
    THEME_DAY: (COMMITTEE_MEETING,),
    MEMBERS_MEETING: (COMMITTEE_MEETING,),
    GROUP_MEETING: (COMMITTEE_MEETING, MEMBERS_MEETING),
}


def not_prepared(case: Case) -> Iterator[Fault]:
    """Find a meeting held before the committee met on it (大会、主题党日先于支委会).

    A branch that records no committee meetings at all is not asked for them here. A theme day that
    names the committee meeting which settled its theme is held to that one.

    Source: `domain/rules.md` C5.
    """
    start = case.meeting.start
    for kind, before in _PREPARED_BY.items():
        if start is None or kind not in case.meeting.kinds or set(before) & set(case.meeting.kinds):
            continue
        if kind == THEME_DAY and (named := _named(case)) is not None:
            yield from _named_too_late(case, named)
            continue
        others = [one for one in _known(case) if set(before) & set(one.kinds) and one.start]
        dates = [one.start for one in others if one.start is not None]
        if dates and not any(is_before(one, start) for one in dates):
            later = [one for one in dates if one >= start]
            after = f"，{short_date(min(later).date())}的在它之后" if later else ""
            sentence = (
                f"{kind}前{LONGEST_BEFORE.days}天内没有{'或'.join(before)}的记录{after}。"
                "请核对时间，或补上会前研究的记录。"
            )
            yield Fault(WARNING, "head", "prepared", sentence)


def _named(case: Case) -> Meeting | None:
    """Return the committee meeting a theme day names, if it is known."""
    return next((one for one in _known(case) if one.id == case.meeting.fixed_by_id), None)


def _named_too_late(case: Case, named: Meeting) -> Iterator[Fault]:
    start = case.meeting.start
    if start is not None and named.start is not None and named.start >= start:
        sentence = (
            f"研究主题的支委会是{short_date(named.start)}开的，不在主题党日之前。"
            "请在“基本情况”里改选，或核对两次的时间。"
        )
        yield Fault(ERROR, "head", "fixed_by", sentence)


def wrong_kind(case: Case) -> Iterator[Fault]:
    """Find a vote or lecture in a record whose kinds have none (党课与大会不分)."""
    lecture = case.meeting.lecture
    filled = {
        "votes": bool(case.meeting.votes),
        "lecture": lecture is not None and bool(lecture.title.strip() or lecture.outline.strip()),
    }
    words = {"votes": "表决，应当记在支部党员大会或支委会里", "lecture": "党课，应当同时选上党课"}
    for section, is_filled in filled.items():
        if is_filled and case.meeting.kinds and section not in case.sections:
            sentence = f"这次活动有{words[section]}。请在“基本情况”里核对活动类型。"
            yield Fault(WARNING, "head", "kinds", sentence)


def _known(case: Case) -> Iterator[Meeting]:
    for one in (*case.context.earlier, *case.context.meetings):
        if one.id != case.meeting.id and one.deleted_at is None:
            yield one
