"""Ways to break a name, a reason or a paragraph in a sound year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from app.manual import words
from app.manual.kinds import THEME_DAY
from app.rules.attendance import day_of
from app.rules.texts import month_of
from tests.app.rules import factories as make
from tests.app.rules.checks.breaking import (
    LONG_ENOUGH,
    Broken,
    a_meeting,
    any_meeting,
    long_words,
    who_was_away,
)
from tests.year_views import YearRecords

EMPTY = ("××", "待补充", "____")
GENERIC = ("政治学习", "主题党日", "学习会")
PHRASES = ("大家一致认为很有收获。", "与会党员一致认为很好。")
TITLES = ("张主任", "李区长", "王")


def head_left_empty(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out place, chair or recorder."""
    meeting, month = any_meeting(year, random)
    name, value = random.choice((("place", ""), ("chair_id", None), ("recorder_id", None)))
    made = Broken(month, {1}, {10, 17})
    made.put(meeting, name, value)
    yield made


def general_theme(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write a theme that says nothing."""
    meeting, month = a_meeting(year, random)
    made = Broken(month, {26}, {30})
    made.put(meeting, "theme", random.choice(GENERIC))
    yield made


def same_chair_and_recorder(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write the chair as the recorder."""
    meeting, month = any_meeting(year, random)
    made = Broken(month, {21}, {14})
    made.put(meeting, "recorder_id", meeting.chair_id)
    yield made


def chair_away(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let somebody preside who was on leave."""
    for meeting, month, row in who_was_away(year, random):
        made = Broken(month, {14}, {21, 22})
        made.put(meeting, "chair_id", row.member_id)
        yield made


def away_but_quoted(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let somebody on leave have spoken."""
    for meeting, month, row in who_was_away(year, random):
        said: list[Any] = [one for one in meeting.reflections if one.text]
        said += [one for item in meeting.minutes for one in item.speeches if one.text]
        if said:
            made = Broken(month, {14}, {17, 28})
            made.put(random.choice(said), "member_id", row.member_id)
            yield made


def nobody_named(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out who spoke, or write a title for a name."""
    meeting, month = any_meeting(year, random)
    said: list[Any] = [one for one in meeting.reflections if one.member_id]
    said += [one for item in meeting.minutes for one in item.speeches if one.member_id]
    made = Broken(month, {23}, {17, 28})
    if said and random.random() < 0.5:
        made.put(random.choice(said), "member_id", None)
    else:
        made.put(meeting, "guests", [*meeting.guests, random.choice(TITLES)])
    yield made


def a_stranger(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write attendance of somebody who does not belong."""
    meeting, month = any_meeting(year, random)
    made = Broken(month, {5}, {1})
    row = make.attended("nobody", words.PERSONAL_LEAVE)
    meeting.attendance.append(row)
    made.undo.append(lambda: meeting.attendance.remove(row))
    yield made


def no_lead(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Take the leader of a required action away, or the whole action."""
    meeting, month = a_meeting(year, random)
    action = random.choice([one for one in meeting.actions if one.required_number in (1, 2, 3)])
    made = Broken(month, {28}, {10})
    leads = list(action.leads)
    made.undo.append(lambda: setattr(action, "leads", leads))
    action.leads = []
    yield made


def nobody_responsible(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out who sees to a decision, or by when."""
    meetings = [one for one in year.meetings if any(row.text for row in one.decisions)]
    meeting = random.choice(meetings)
    decision = random.choice([one for one in meeting.decisions if one.text])
    made = Broken(month_of(day_of(meeting) or date.min), {11})
    made.put(decision, random.choice(("owner_id", "due_on")), None)
    yield made


def no_effect(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out what came of an optional action."""
    meeting, month = a_meeting(year, random)
    for action in meeting.actions:
        if action.required_number is None:
            made = Broken(month, {11})
            made.put(action, random.choice(("effect", "text")), "")
            yield made
            return


def no_flag(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Hang no flag."""
    meeting, month = a_meeting(year, random)
    made = Broken(month, {29})
    made.put(meeting, "flag_hung", random.choice((False, None)))
    yield made


def moved_without_reason(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out why a theme day was moved."""
    moved = [one for one in year.meetings if THEME_DAY in one.kinds and one.moved_reason]
    meeting = random.choice(moved)
    made = Broken(month_of(day_of(meeting) or date.min), {30})
    made.put(meeting, "moved_reason", "")
    yield made


def not_confirmed(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave the attendance unconfirmed."""
    meeting, month = any_meeting(year, random)
    made = Broken(month, {2}, {9, 37})
    made.put(meeting, "attendance_confirmed", False)
    yield made


def copied_paragraph(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write what was said at another meeting before, with a word more."""
    held = sorted((day_of(one) or date.min, one.id, one) for one in year.meetings)
    place = random.randrange(len(held) // 3, len(held))
    meeting, before = held[place][2], held[random.randrange(place)][2]
    targets, sources = long_words(meeting), long_words(before)
    if targets and sources and day_of(before) != day_of(meeting):
        made = Broken(month_of(held[place][0]), {16}, {12, 14, 17, 19, 24, 55})
        made.put(random.choice(targets), "text", f"{random.choice(sources).text}今后照办。")
        yield made


def copied_from_another(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let two members have said the same."""
    meeting, month = a_meeting(year, random)
    said = [one for one in meeting.reflections if len(one.text) >= LONG_ENOUGH]
    if len(said) > 1:
        one, other = random.sample(said, 2)
        made = Broken(month, {16}, {14})
        made.put(one, "text", other.text)
        yield made


def left_open(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave a place to be filled in, or write a phrase in place of words."""
    meeting, month = any_meeting(year, random)
    said = long_words(meeting)
    if said:
        is_phrase = random.random() < 0.4
        made = Broken(month, {17} if is_phrase else {24}, {14})
        more = random.choice(PHRASES if is_phrase else EMPTY)
        one = random.choice(said)
        made.put(one, "text", f"{one.text}{more}")
        yield made


def theme_of_another_month(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write the month before in the theme."""
    meeting, month = a_meeting(year, random)
    made = Broken(month, {16}, {30})
    before = int(month[5:]) - 1 or 12
    made.put(meeting, "theme", f"{before}月主题党日：{meeting.theme}")
    yield made


def agent_not_named(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out who paid in another's place."""
    rows = [one for one in year.dues if one.method in words.AGENT_METHODS and one.paid_by]
    if rows:
        row = random.choice(rows)
        made = Broken(row.month, {39})
        made.put(row, "paid_by", "")
        yield made
