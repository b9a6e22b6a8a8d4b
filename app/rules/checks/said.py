"""Every text of a meeting with its place, for the checks that read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.records import Action, Meeting
from app.rules.attendance import day_of
from app.rules.similarity import TextIndex


class Said(NamedTuple):
    """A text: the section and field it stands in, what it is called, and who said it, if anybody.

    `is_own` is on for words that are said anew each time; titles and fixed wordings are not.
    """

    section: str
    field: str
    what: str
    text: str
    member_id: str | None = None
    is_own: bool = False


class Place(NamedTuple):
    """Where a text of some meeting stands."""

    meeting_id: str
    day: date
    said: Said


# An absent member may have handed in his words; the text then says so.
_IN_WRITING = ("书面", "代读")
# Collecting dues and reading the constitution are told in much the same words each month.
_FORMULAS = (1, 2)


def is_spoken(text: str) -> bool:
    """Tell whether words were said there and then; an absent member may have handed his in."""
    return bool(text.strip()) and not any(word in text for word in _IN_WRITING)


def texts_of(meeting: Meeting) -> Iterator[Said]:
    """Yield the texts of a meeting that are not empty, in the order of the form."""
    return (one for one in _all(meeting) if one.text.strip())


def index_of(meetings: Iterator[Meeting]) -> TextIndex[Place]:
    """Return an index of what was said anew at some meetings."""
    index: TextIndex[Place] = TextIndex()
    for meeting in meetings:
        day = day_of(meeting)
        for one in texts_of(meeting):
            if day is not None and one.is_own:
                index.add(Place(meeting.id, day, one), one.text)
    return index


def _all(meeting: Meeting) -> Iterator[Said]:
    yield Said("head", "theme", "主题", meeting.theme)
    for action in meeting.actions:
        yield from _action(action)
    for number, decision in enumerate(meeting.decisions, 1):
        yield Said("decisions", f"decisions.{number}.text", "议定事项", decision.text)
    if meeting.lecture is not None:
        yield Said("lecture", "title", "党课题目", meeting.lecture.title)
        yield Said("lecture", "outline", "党课讲稿", meeting.lecture.outline, is_own=True)
    for number, one in enumerate(meeting.reflections, 1):
        field = f"reflections.{number}.text"
        yield Said("reflections", field, "谈体会", one.text, one.member_id, is_own=True)
    yield from _minutes(meeting)
    for number, row in enumerate(meeting.criticisms, 1):
        field = f"criticisms.{number}"
        yield Said("criticisms", f"{field}.text", "自我批评", row.text, row.member_id)
        for place, opinion in enumerate(row.opinions, 1):
            where = f"{field}.opinions.{place}.text"
            yield Said("criticisms", where, "批评意见", opinion.text, opinion.member_id)


def _action(action: Action) -> Iterator[Said]:
    field = f"actions.{action.required_number or action.id}"
    called = f"“{action.name}”" if action.name and action.required_number is None else "规定动作"
    is_own = action.required_number not in _FORMULAS
    yield Said("actions", f"{field}.name", "自选动作名称", action.name)
    yield Said("actions", f"{field}.materials", "学习资料", action.materials)
    yield Said("actions", f"{field}.text", f"{called}的开展情况", action.text, is_own=is_own)
    yield Said("actions", f"{field}.effect", f"{called}的成效", action.effect, is_own=True)


def _minutes(meeting: Meeting) -> Iterator[Said]:
    for number, item in enumerate(meeting.minutes, 1):
        field = f"minutes.{number}"
        yield Said("minutes", f"{field}.topic", "议题", item.topic)
        for place, speech in enumerate(item.speeches, 1):
            where = f"{field}.speeches.{place}.text"
            yield Said("minutes", where, "发言", speech.text, speech.member_id, is_own=True)
        yield Said("minutes", f"{field}.decision", "议定", item.decision)
