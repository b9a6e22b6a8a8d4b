"""What the list says of each meeting, and which month comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app import clock
from app.manual import words
from app.records import Meeting
from app.rules.attendance import day_of
from app.rules.checks import Finding, meeting_findings
from app.rules.filing import is_settled
from ui.forms.layout import day_words, topic_of
from ui.views.meeting_list import MeetingCard
from ui.widgets.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ui.forms.sources import FormSources


def cards_of_year(
    meetings: Sequence[Meeting],
    of_year: Sequence[Meeting],
    sources: FormSources,
    lead_of: Callable[[Meeting], str],
) -> list[MeetingCard]:
    """Return a card for each of some meetings of a year; the checks read the year once for all."""
    if not meetings:
        return []
    day = day_of(meetings[0]) or clock.today()
    dues = sources.services.dues.between(f"{day.year}-01", f"{day.year}-12")
    context = replace(
        sources.check_context(meetings[0]), meetings=list(of_year), dues=dues, month=""
    )
    return [card_of(one, meeting_findings(one, context), lead_of(one)) for one in meetings]


def card_of(meeting: Meeting, findings: Iterable[Finding], lead: str = "") -> MeetingCard:
    """Return what the list says of a meeting, `lead` before its theme."""
    day = day_of(meeting)
    if is_settled(meeting.state):
        mark = Mark.EMPTY if meeting.state == words.VOID else Mark.DONE
        return MeetingCard(
            meeting.id, day_words(meeting), topic_of(meeting), mark, meeting.state, lead
        )
    levels = [one.level for one in findings]
    errors, warnings = levels.count("E"), levels.count("W")
    if day is not None and day > clock.today():
        mark, word = Mark.EMPTY, "未开"
    elif errors:
        mark, word = Mark.OPEN, f"还差 {errors} 项"
    elif warnings:
        mark, word = Mark.OPEN, f"{warnings} 项核对"
    else:
        mark, word = Mark.DONE, "已齐全"
    return MeetingCard(meeting.id, day_words(meeting), topic_of(meeting), mark, word, lead)


def months_taken(meetings: Iterable[Meeting]) -> frozenset[int]:
    """Return the months that have a theme day, by the day it was due."""
    days = [one.planned_on or day_of(one) for one in meetings]
    return frozenset(day.month for day in days if day is not None)


def next_month(taken: frozenset[int], year: int) -> tuple[int, int]:
    """Return year and month of the next theme day to begin.

    In the present year that is this month or the first later one without a theme day, in another
    year the one after the last; a full year goes on in the next.
    """
    today = clock.today()
    first = today.month if year == today.year else max(taken, default=0) + 1
    for month in [*range(first, 13), *range(1, min(first, 13))]:
        if month not in taken:
            return year, month
    return year + 1, 1
