"""Ways to break one thing in a sound year: a count, a date, a name, a reason, a paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from app.manual import words
from app.manual.kinds import THEME_DAY
from app.records import Attendance, Entry, Meeting
from app.rules.attendance import day_of
from app.rules.convening import people_due
from app.rules.entries import rows_in
from app.rules.texts import month_of
from tests.app.rules import factories as make
from tests.year_views import YearRecords

LONG_ENOUGH = 40
EMPTY = ("××", "待补充", "____")
GENERIC = ("政治学习", "主题党日", "学习会")
PHRASES = ("大家一致认为很有收获。", "与会党员一致认为很好。")
TITLES = ("张主任", "李区长", "王")
AN_HOUR = timedelta(hours=1)


@dataclass
class Broken:
    """What was broken: where, the faults that describe it, and what may come along with them."""

    month: str
    numbers: set[int]
    along: set[int] = field(default_factory=set)
    undo: list[Callable[[], object]] = field(default_factory=list)

    def put(self, record: object, name: str, value: object) -> None:
        """Change a field, to be put back later."""
        before = getattr(record, name)
        self.undo.append(lambda: setattr(record, name, before))
        setattr(record, name, value)

    def put_value(self, entry: Entry, **changes: Any) -> None:
        """Change values of a fill-in page, to be put back later."""
        self.put(entry, "values", {**entry.values, **changes})

    def mend(self) -> None:
        """Put everything back."""
        for step in reversed(self.undo):
            step()


Maker = Callable[[YearRecords, Random], Iterator[Broken]]


def broken(year: YearRecords, random: Random) -> Broken:
    """Break one thing at random; a way that finds nothing to break is tried again."""
    while True:
        for found in random.choice(WAYS)(year, random):
            return found


def _meeting(year: YearRecords, random: Random, kind: str = THEME_DAY) -> tuple[Meeting, str]:
    found = random.choice([one for one in year.meetings if kind in one.kinds])
    return found, month_of(day_of(found) or date.min)


def _any_meeting(year: YearRecords, random: Random) -> tuple[Meeting, str]:
    found = random.choice([one for one in year.meetings if day_of(one)])
    return found, month_of(day_of(found) or date.min)


def count_badges(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write a wrong number of badges."""
    meeting, month = _meeting(year, random)
    made = Broken(month, {4, 29})
    made.put(meeting, "badges_worn", (meeting.badges_worn or 0) + random.choice((-2, -1, 1, 2)))
    yield made


def count_notes(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write a wrong number of note-books."""
    meeting, month = _meeting(year, random)
    if meeting.notes_done is not None:
        made = Broken(month, {31})
        made.put(meeting, "notes_done", max(0, meeting.notes_done - random.choice((1, 2))))
        yield made


def count_ballots(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write one ballot more or less in favour."""
    meeting = random.choice([one for one in year.meetings if one.votes])
    vote = random.choice(meeting.votes)
    if vote.in_favour is not None:
        made = Broken(month_of(day_of(meeting) or date.min), {4, 7}, {19})
        made.put(vote, "in_favour", vote.in_favour + random.choice((-1, 1)))
        yield made


def count_dues(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write a wrong amount due, or one not paid in full."""
    row = random.choice([one for one in year.dues if one.due_fen > 100])
    made = Broken(row.month, {38, 40}, {4})
    name = random.choice(("due_fen", "paid_fen"))
    made.put(row, name, row.due_fen - random.choice((10, 50)))
    yield made


def dues_not_paid(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let a member not have paid."""
    row = random.choice([one for one in year.dues if one.due_fen])
    made = Broken(row.month, {4}, {40, 28, 39})
    made.put(row, "paid_fen", None)
    yield made


def sum_handed_up(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write another sum handed up than was paid."""
    entry = random.choice([one for one in year.entries if one.page == "dues_handover"])
    made = Broken(str(entry.values["handed_on"])[:7], {40})
    made.put_value(entry, amount_fen=entry.values["amount_fen"] + 100)
    yield made


def notes_written(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let a member have written fewer notes than were due."""
    entry = random.choice([one for one in year.entries if one.page == "notes_check"])
    rows = [dict(row) for row in rows_in(entry.values, "members")]
    row = random.choice(rows)
    if row.get("written"):
        row["written"] = row["due"] - 1
        made = Broken(str(entry.values["checked_on"])[:7], {54})
        made.put_value(entry, members=rows)
        yield made


def end_before_start(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let a meeting end before it began, or far too late."""
    meeting, month = _any_meeting(year, random)
    if meeting.start is not None:
        made = Broken(month, {15}, {14})
        made.put(meeting, "end", meeting.start + random.choice((-AN_HOUR, 6 * AN_HOUR)))
        yield made


def no_end(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out when it ended."""
    meeting, month = _any_meeting(year, random)
    made = Broken(month, {25})
    made.put(meeting, "end", None)
    yield made


def another_day(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Move a theme day without a reason."""
    meeting, month = _meeting(year, random)
    if meeting.start and meeting.end and meeting.start.day < 20 and not meeting.moved_reason:
        made = Broken(month, {30}, {4, 5, 10, 11, 13, 14, 16, 28, 31, 33, 35, 39, 55})
        for name in ("start", "end"):
            made.put(meeting, name, getattr(meeting, name) + timedelta(days=3))
        yield made


def _away(year: YearRecords, random: Random) -> Iterator[tuple[Meeting, str, Attendance]]:
    rows = [
        (meeting, row)
        for meeting in year.meetings
        for row in meeting.attendance
        if row.state in words.LEAVE_STATES and day_of(meeting)
        and any(one.id == row.member_id
                for one in people_due(meeting, year.members, day_of(meeting) or date.min))
    ]  # fmt: skip
    if rows:
        meeting, row = random.choice(rows)
        yield meeting, month_of(day_of(meeting) or date.min), row


def leave_asked_late(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let leave have been asked for afterwards, or on no day."""
    for meeting, month, row in _away(year, random):
        if row.leave is not None:
            made = Broken(month, {35})
            late = (day_of(meeting) or date.min) + timedelta(days=2)
            made.put(row.leave, "asked_on", random.choice((None, late)))
            yield made


def leave_not_approved(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out who approved."""
    for _, month, row in _away(year, random):
        if row.leave is not None:
            made = Broken(month, {35})
            made.put(row.leave, "approved_by_id", None)
            yield made


def no_reason(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out why somebody was away."""
    for _, month, row in _away(year, random):
        if row.leave is not None:
            made = Broken(month, {3})
            made.put(row.leave, "reason", "")
            yield made


def not_made_up(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let somebody not have been brought up to date, or before the meeting."""
    for meeting, month, row in _away(year, random):
        if row.make_up is not None:
            made = Broken(month, {33})
            if random.random() < 0.5:
                made.put(row, "make_up", None)
            else:
                early = (day_of(meeting) or date.min) - timedelta(days=1)
                made.put(row.make_up, "done_on", early)
            yield made


def paid_on_no_day(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out when dues were paid, or write a day before the month."""
    row = random.choice([one for one in year.dues if one.paid_on and one.paid_fen])
    is_early = random.random() < 0.5
    made = Broken(row.month, {39} if is_early else {11}, {28})
    before = date.fromisoformat(f"{row.month}-01") - timedelta(days=5)
    made.put(row, "paid_on", before if is_early else None)
    yield made


def newer_material(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let something have been read before it was issued."""
    meeting, month = _meeting(year, random)
    for action in meeting.actions:
        if action.required_number == 3:
            day = (day_of(meeting) or date.min) + timedelta(days=9)
            made = Broken(month, {55})
            line = f"《通知》（{day.year}年{day.month}月{day.day}日）"
            made.put(action, "materials", f"{action.materials}\n{line}")
            yield made


def head_left_empty(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out place, chair or recorder."""
    meeting, month = _any_meeting(year, random)
    name, value = random.choice((("place", ""), ("chair_id", None), ("recorder_id", None)))
    made = Broken(month, {1}, {10, 17})
    made.put(meeting, name, value)
    yield made


def general_theme(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write a theme that says nothing."""
    meeting, month = _meeting(year, random)
    made = Broken(month, {26}, {30})
    made.put(meeting, "theme", random.choice(GENERIC))
    yield made


def same_chair_and_recorder(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write the chair as the recorder."""
    meeting, month = _any_meeting(year, random)
    made = Broken(month, {21}, {14})
    made.put(meeting, "recorder_id", meeting.chair_id)
    yield made


def chair_away(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let somebody preside who was on leave."""
    for meeting, month, row in _away(year, random):
        made = Broken(month, {14}, {21, 22})
        made.put(meeting, "chair_id", row.member_id)
        yield made


def away_but_quoted(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let somebody on leave have spoken."""
    for meeting, month, row in _away(year, random):
        said: list[Any] = [one for one in meeting.reflections if one.text]
        said += [one for item in meeting.minutes for one in item.speeches if one.text]
        if said:
            made = Broken(month, {14}, {17, 28})
            made.put(random.choice(said), "member_id", row.member_id)
            yield made


def nobody_named(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out who spoke, or write a title for a name."""
    meeting, month = _any_meeting(year, random)
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
    meeting, month = _any_meeting(year, random)
    made = Broken(month, {5}, {1})
    row = make.attended("nobody", words.PERSONAL_LEAVE)
    meeting.attendance.append(row)
    made.undo.append(lambda: meeting.attendance.remove(row))
    yield made


def no_lead(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Take the leader of a required action away, or the whole action."""
    meeting, month = _meeting(year, random)
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
    meeting, month = _meeting(year, random)
    for action in meeting.actions:
        if action.required_number is None:
            made = Broken(month, {11})
            made.put(action, random.choice(("effect", "text")), "")
            yield made
            return


def no_flag(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Hang no flag."""
    meeting, month = _meeting(year, random)
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
    meeting, month = _any_meeting(year, random)
    made = Broken(month, {2}, {9, 37})
    made.put(meeting, "attendance_confirmed", False)
    yield made


def _said(meeting: Meeting) -> list[Any]:
    said: list[Any] = [one for one in meeting.reflections if len(one.text) >= LONG_ENOUGH]
    for item in meeting.minutes:
        said += [one for one in item.speeches if len(one.text) >= LONG_ENOUGH]
    return said


def copied_paragraph(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write what was said at another meeting before, with a word more."""
    held = sorted((day_of(one) or date.min, one.id, one) for one in year.meetings)
    place = random.randrange(len(held) // 3, len(held))
    meeting, before = held[place][2], held[random.randrange(place)][2]
    targets, sources = _said(meeting), _said(before)
    if targets and sources and day_of(before) != day_of(meeting):
        made = Broken(month_of(held[place][0]), {16}, {12, 14, 17, 19, 24, 55})
        made.put(random.choice(targets), "text", f"{random.choice(sources).text}今后照办。")
        yield made


def copied_from_another(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let two members have said the same."""
    meeting, month = _meeting(year, random)
    said = [one for one in meeting.reflections if len(one.text) >= LONG_ENOUGH]
    if len(said) > 1:
        one, other = random.sample(said, 2)
        made = Broken(month, {16}, {14})
        made.put(one, "text", other.text)
        yield made


def left_open(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave a place to be filled in, or write a phrase in place of words."""
    meeting, month = _any_meeting(year, random)
    said = _said(meeting)
    if said:
        is_phrase = random.random() < 0.4
        made = Broken(month, {17} if is_phrase else {24}, {14})
        more = random.choice(PHRASES if is_phrase else EMPTY)
        one = random.choice(said)
        made.put(one, "text", f"{one.text}{more}")
        yield made


def theme_of_another_month(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write the month before in the theme."""
    meeting, month = _meeting(year, random)
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


WAYS: tuple[Maker, ...] = (
    count_badges, count_notes, count_ballots, count_dues, dues_not_paid, sum_handed_up,
    notes_written, end_before_start, no_end, another_day, leave_asked_late, leave_not_approved,
    no_reason, not_made_up, paid_on_no_day, newer_material, head_left_empty, general_theme,
    same_chair_and_recorder, chair_away, away_but_quoted, nobody_named, a_stranger, no_lead,
    nobody_responsible, no_effect, no_flag, moved_without_reason, not_confirmed,
    copied_paragraph, copied_from_another, left_open, theme_of_another_month, agent_not_named,
)  # fmt: skip
