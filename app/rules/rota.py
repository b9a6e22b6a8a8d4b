"""Who has lectured, led a reading or spoken in the last twelve months (轮流表)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.manual.actions import RECITATION_ACTION, STUDY_ACTION
from app.manual.words import VOID
from app.records import Meeting, Member
from app.rules.attendance import day_of
from app.rules.texts import long_date

LECTURE, RECITATION, STUDY, REFLECTION = "讲党课", "领读", "领学", "谈体会"

_TWELVE_MONTHS = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Turn:
    """How often a member did something in twelve months, and when last; `None` is not at all."""

    member: Member
    count: int
    last_on: date | None

    @property
    def told(self) -> str:
        """Return count and day in words."""
        if self.last_on is None:
            return "一年内没有"
        return f"{self.count} 次，最近 {long_date(self.last_on)}"


def rota(
    part: str,
    meetings: Iterable[Meeting],
    roster: Iterable[Member],
    day: date,
    leaving_out: str = "",
) -> list[Turn]:
    """Return a roster's turns at a part in the twelve months before a day, the longest ago first.

    Who has not had a turn comes first, in roster order. `leaving_out` is the meeting one asks for.
    """
    days: defaultdict[str, list[date]] = defaultdict(list)
    for meeting in meetings:
        held_on = day_of(meeting)
        if held_on is None or not day - _TWELVE_MONTHS <= held_on <= day:
            continue
        if meeting.id == leaving_out or meeting.deleted_at is not None or meeting.state == VOID:
            continue
        for member_id in set(_WHO[part](meeting)):
            days[member_id].append(held_on)
    turns = [Turn(one, len(days[one.id]), max(days[one.id], default=None)) for one in roster]
    return sorted(turns, key=lambda turn: (turn.last_on or date.min, turn.count))


def _lecturers(meeting: Meeting) -> Iterator[str]:
    if meeting.lecture is not None:
        yield from (one.member_id for one in meeting.lecture.speakers if one.member_id)


def _speakers(meeting: Meeting) -> Iterator[str]:
    return (one.member_id for one in meeting.reflections if one.member_id and one.text.strip())


def _leaders(number: int) -> Callable[[Meeting], Iterator[str]]:
    def led(meeting: Meeting) -> Iterator[str]:
        for action in meeting.actions:
            if action.required_number == number:
                yield from (lead.member_id for lead in action.leads)

    return led


_WHO: Mapping[str, Callable[[Meeting], Iterator[str]]] = {
    LECTURE: _lecturers,
    RECITATION: _leaders(RECITATION_ACTION),
    STUDY: _leaders(STUDY_ACTION),
    REFLECTION: _speakers,
}
