"""On whose record a topic stands where several kinds are held on one occasion.

They share place, people and attendance, and each has its own record on paper.

Source: `domain/pages.md` H2; `domain/calendar-and-faults.md` 5.4, fault 13 (党课与大会不分).
"""

from __future__ import annotations

from collections.abc import Iterable

from app.manual.kinds import (
    APPRAISAL,
    CRITICISM_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
    kinds_of,
)
from app.records import Meeting, MinutesItem

# Their record is made of topics; what is said on a theme day or after a lecture has other sections.
_MADE_OF_TOPICS = (MEMBERS_MEETING, CRITICISM_MEETING, APPRAISAL)


def records_of(meeting_words: Iterable[str]) -> list[str]:
    """Return the kinds on whose record a topic may stand, the usual one first."""
    kinds = [kind.word for kind in kinds_of(meeting_words) if "minutes" in kind.sections]
    return sorted(kinds, key=_rank)


def record_of(item: MinutesItem, meeting: Meeting) -> str:
    """Return on the record of which kind a topic stands: the one chosen, or else the usual one."""
    kinds = records_of(meeting.kinds)
    return item.kind if item.kind in kinds else next(iter(kinds), "")


def items_of(meeting: Meeting, kind: str) -> list[MinutesItem]:
    """Return the topics that stand on the record of a kind, in their order."""
    return [item for item in meeting.minutes if record_of(item, meeting) == kind]


def agreed_on(meeting: Meeting) -> str:
    """Return on the record of which kind the table of what was agreed (议定事项) stands.

    It is the main one; what a members' meeting beside it decided is said at its topics and votes.
    """
    kinds = [kind.word for kind in kinds_of(meeting.kinds) if "decisions" in kind.sections]
    return THEME_DAY if THEME_DAY in kinds else next(iter(kinds), "")


def _rank(word: str) -> int:
    if word in _MADE_OF_TOPICS:
        return _MADE_OF_TOPICS.index(word)
    return len(_MADE_OF_TOPICS) + (word == LECTURE)
