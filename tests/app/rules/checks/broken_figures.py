"""Ways to break a count or a date in a sound year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from app.rules.attendance import day_of
from app.rules.entries import rows_in
from app.rules.texts import month_of
from tests.app.rules.checks.breaking import (
    Broken,
    a_meeting,
    any_meeting,
    who_was_away,
)
from tests.year_views import YearRecords

AN_HOUR = timedelta(hours=1)


def count_badges(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write a wrong number of badges."""
    meeting, month = a_meeting(year, random)
    made = Broken(month, {4, 29})
    made.put(meeting, "badges_worn", (meeting.badges_worn or 0) + random.choice((-2, -1, 1, 2)))
    yield made


def count_notes(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Write a wrong number of note-books."""
    meeting, month = a_meeting(year, random)
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
    meeting, month = any_meeting(year, random)
    if meeting.start is not None:
        made = Broken(month, {15}, {14})
        made.put(meeting, "end", meeting.start + random.choice((-AN_HOUR, 6 * AN_HOUR)))
        yield made


def no_end(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out when it ended."""
    meeting, month = any_meeting(year, random)
    made = Broken(month, {25})
    made.put(meeting, "end", None)
    yield made


def another_day(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Move a theme day without a reason."""
    meeting, month = a_meeting(year, random)
    if meeting.start and meeting.end and meeting.start.day < 20 and not meeting.moved_reason:
        made = Broken(month, {30}, {4, 5, 10, 11, 13, 14, 16, 28, 31, 33, 35, 39, 55})
        for name in ("start", "end"):
            made.put(meeting, name, getattr(meeting, name) + timedelta(days=3))
        yield made


def leave_asked_late(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let leave have been asked for or approved afterwards, or on no day."""
    for meeting, month, row in who_was_away(year, random):
        if row.leave is not None:
            made = Broken(month, {35})
            late = (day_of(meeting) or date.min) + timedelta(days=2)
            asked, approved = random.choice(
                ((None, None), (late, None), (row.leave.asked_on, late))
            )
            made.put(row.leave, "asked_on", asked)
            made.put(row.leave, "approved_on", approved)
            yield made


def leave_not_approved(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out who approved."""
    for _, month, row in who_was_away(year, random):
        if row.leave is not None:
            made = Broken(month, {35})
            made.put(row.leave, "approved_by_id", None)
            yield made


def no_reason(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Leave out why somebody was away."""
    for _, month, row in who_was_away(year, random):
        if row.leave is not None:
            made = Broken(month, {3})
            made.put(row.leave, "reason", "")
            yield made


def not_made_up(year: YearRecords, random: Random) -> Iterator[Broken]:
    """Let somebody not have been brought up to date, or before the meeting."""
    for meeting, month, row in who_was_away(year, random):
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
    meeting, month = a_meeting(year, random)
    for action in meeting.actions:
        if action.required_number == 3:
            day = (day_of(meeting) or date.min) + timedelta(days=9)
            made = Broken(month, {55})
            line = f"《通知》（{day.year}年{day.month}月{day.day}日）"
            made.put(action, "materials", f"{action.materials}\n{line}")
            yield made
