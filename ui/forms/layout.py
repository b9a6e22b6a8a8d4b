"""Which sections a meeting has, on which tabs they stand, and what the meeting is called."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from app.manual.kinds import KINDS, OTHER, THEME_DAY, kinds_of, title_word
from app.rules.attendance import day_of
from app.rules.texts import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.manual.kinds import Kind
    from app.records import Meeting

MOST_TABS = 4
_RECORDS = frozenset({"lecture", "reflections", "minutes", "votes", "photos", "attachments"})
_CRITICISM = frozenset({"criticisms", "rectifications"})


class Tab(NamedTuple):
    """A tab: its title and the names of its sections in order."""

    title: str
    sections: tuple[str, ...]


def tabs_of(meeting_words: Sequence[str]) -> tuple[Tab, ...]:
    """Return the three or four tabs of a meeting of some kinds.

    The first one holds what comes before the record in the order of the kind, the last one the
    attendance; criticism and what is to be put right have one of their own.
    """
    names = [name for name in sections_of(meeting_words) if name != "attendance"]
    apart = tuple(name for name in names if name in _CRITICISM)
    names = [name for name in names if name not in _CRITICISM]
    first = next((place for place, name in enumerate(names) if name in _RECORDS), len(names))
    head, record = tuple(names[:first]), tuple(names[first:])
    return (
        Tab(_head_title(head), head),
        Tab(_record_title(record), record),
        *((Tab("批评与整改", apart),) if apart else ()),
        Tab("考勤", ("attendance",)),
    )


def sections_of(meeting_words: Sequence[str]) -> list[str]:
    """Return the sections of all kinds of a meeting, each once, in the order of the main kind.

    What another kind adds goes behind the section it follows there.
    """
    main, *others = _main_first(meeting_words)
    names = list(main.sections)
    for kind in others:
        for before, name in pairwise(kind.sections):
            if name not in names:
                names.insert(names.index(before) + 1, name)
    return names


def padded(tabs: tuple[Tab, ...]) -> tuple[Tab, ...]:
    """Return the tabs followed by empty ones, as many as any meeting has."""
    return (*tabs, *[Tab("", ())] * (MOST_TABS - len(tabs)))


def filled(meeting: Meeting, section: str) -> bool:
    """Tell whether something is written in a section that only some kinds have."""
    return bool(getattr(meeting, section, None))


def main_kind(meeting: Meeting) -> str:
    """Return the kind a meeting is called by and counted among."""
    return _main_first(meeting.kinds)[0].word


def title_of(meeting: Meeting) -> str:
    """Return what a meeting is called in the window: 10月主题党日."""
    day = meeting.planned_on or day_of(meeting)
    called = title_word(main_kind(meeting))
    return f"{day.month}月{called}" if day else called


def topic_of(meeting: Meeting) -> str:
    """Return the theme of a meeting, or else the title of its lecture or its first topic."""
    lecture = meeting.lecture.title if meeting.lecture else ""
    told = (meeting.theme, lecture, *(item.topic for item in meeting.minutes))
    return next(filter(None, (one.strip() for one in told)), "")


def day_words(meeting: Meeting) -> str:
    """Return the day of a meeting as the list shows it."""
    day = day_of(meeting)
    return short_date(day) if day else "日期未定"


def _main_first(meeting_words: Sequence[str]) -> list[Kind]:
    """Return the kinds of a meeting, the theme day first, and never none."""
    kinds = kinds_of(list(meeting_words)) or [kind for kind in KINDS if kind.word == OTHER]
    return sorted(kinds, key=lambda kind: kind.word != THEME_DAY)


def _head_title(names: tuple[str, ...]) -> str:
    if "actions" in names:
        return "基本、准备与动作" if "preparation" in names else "基本与动作"
    return "基本与会前准备" if "preparation" in names else "基本情况"


def _record_title(names: tuple[str, ...]) -> str:
    if "votes" in names:
        return "讲稿、记录与表决" if "lecture" in names else "记录与表决"
    return "讲稿与记录" if "lecture" in names else "会议记录"
