"""Faults about people: who cannot have been there, and words nobody is named for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.rules.attendance import rows_by_member
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, Fault
from app.rules.checks.said import is_spoken
from app.rules.texts import long_date

# A surname alone, or with a title in place of the name.
_TITLES = "主任|书记|区长|队长|班长|科长|部长|矿长|经理|厂长|站长|总|工|师傅|同志|老师"
_NO_NAME = re.compile(
    rf"[\u4e00-\u9fff]|[老小]?[\u4e00-\u9fff]{{1,2}}副?(?:{_TITLES})|[\u4e00-\u9fff]?某+"
)


class _Part(NamedTuple):
    """A part a member took: where it is written, what it was, and his words, if any."""

    member_id: str | None
    section: str
    field: str
    what: str
    text: str = ""


def not_on_the_roster(case: Case) -> Iterator[Fault]:
    """Find people who did not belong to the branch that day (与当日名册不符)."""
    if case.day is None:
        return
    day = long_date(case.day)
    for member_id in rows_by_member(case.meeting):
        if member_id in case.due_ids:
            continue
        name = case.name_of(member_id)
        sentence = f"{name}不是这次会议应到的人，却记了考勤。请在“考勤”里去掉，或改记为列席。"
        if member_id not in case.roster_ids:
            sentence = (
                f"{name}{day}不在本支部名册上，却记了考勤。请在“考勤”里去掉，或改正他的起止日期。"
            )
        yield Fault(ERROR, "attendance", "state", sentence, member_id)
    for part in _leading_parts(case):
        if part.member_id is not None and part.member_id not in case.roster_ids:
            name = case.name_of(part.member_id)
            sentence = f"{part.what}{name}{day}不在本支部名册上。请换人，或改正他的起止日期。"
            yield Fault(ERROR, part.section, part.field, sentence, part.member_id)


def absent_but_acting(case: Case) -> Iterator[Fault]:
    """Find a part taken by someone marked as absent (主持人当日请假；人在两处)."""
    for part in (*_leading_parts(case), *_spoken_parts(case)):
        if part.member_id is None or not case.was_away(part.member_id):
            continue
        if part.text and not is_spoken(part.text):
            continue
        name, state = case.name_of(part.member_id), case.state_of(part.member_id)
        field = f"{part.field}.text" if part.text else part.field
        sentence = f"{part.what}{name}在考勤里是“{state}”。请核对考勤，或换人。"
        if part.text:
            sentence = (
                f"{name}在考勤里是“{state}”，却有{part.what}内容。"
                "请核对；如是书面发言，请在文中写明。"
            )
        yield Fault(ERROR, part.section, field, sentence, part.member_id)


def nobody_named(case: Case) -> Iterator[Fault]:
    """Find words without a speaker; a member must be chosen, not a title (发言人不具名)."""
    for part, guest in _all_words(case):
        if part.text.strip() and part.member_id is None and not guest.strip():
            sentence = f"有一段{part.what}没有写是谁说的。请补上姓名。"
            yield Fault(ERROR, part.section, part.field, sentence)


def titled_only(case: Case) -> Iterator[Fault]:
    """Find guests of whom only a surname or a title is written (只写姓或“张主任”)."""
    named = [("head", "guests", one) for one in case.meeting.guests]
    named += [(part.section, part.field, guest) for part, guest in _all_words(case) if guest]
    for section, field, name in named:
        if _NO_NAME.fullmatch(name.strip()):
            sentence = f"“{name.strip()}”没有写全名。请写全姓名，职务写在姓名后面。"
            yield Fault(ERROR, section, field, sentence)


def _leading_parts(case: Case) -> Iterator[_Part]:
    meeting = case.meeting
    yield _Part(meeting.chair_id, "head", "chair", "主持人")
    yield _Part(meeting.recorder_id, "head", "recorder", "记录人")
    for action in meeting.actions:
        key = action.required_number or action.id
        for lead in action.leads:
            yield _Part(lead.member_id, "actions", f"actions.{key}.lead", "动作负责人")
    if meeting.lecture is not None:
        for speaker in meeting.lecture.speakers:
            yield _Part(speaker.member_id, "lecture", "speakers", "党课主讲人")
    for number, one in enumerate(meeting.criticisms, start=1):
        yield _Part(one.read_by_id, "criticisms", f"criticisms.{number}.read_by", "代读人")


def _spoken_parts(case: Case) -> Iterator[_Part]:
    return (part for part, _ in _all_words(case) if part.text.strip())


def _all_words(case: Case) -> Iterator[tuple[_Part, str]]:
    """Yield every reflection, speech and criticism, with the guest's name beside it."""
    for number, one in enumerate(case.meeting.reflections, start=1):
        field = f"reflections.{number}"
        yield _Part(one.member_id, "reflections", field, "谈体会", one.text), one.guest_name
    for number, item in enumerate(case.meeting.minutes, start=1):
        for place, speech in enumerate(item.speeches, start=1):
            field = f"minutes.{number}.speeches.{place}"
            part = _Part(speech.member_id, "minutes", field, "发言", speech.text)
            yield part, speech.guest_name
    for number, row in enumerate(case.meeting.criticisms, start=1):
        for place, opinion in enumerate(row.opinions, start=1):
            field = f"criticisms.{number}.opinions.{place}"
            yield _Part(opinion.member_id, "criticisms", field, "批评", opinion.text), ""
