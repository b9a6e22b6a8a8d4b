"""Meetings of any content, for tests that save and read them back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from app.manual import words
from app.records import (
    Action,
    ActionLead,
    Attendance,
    Leave,
    Lecture,
    MakeUpStudy,
    Meeting,
    MinutesItem,
    Reflection,
    Sitting,
    Speaker,
    Speech,
    Vote,
    VoteCounter,
    VoteExclusion,
)
from tests.factories import BRANCH_ID

# Lone surrogates are no text; NUL ends a text in SQLite and cannot be typed.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
MINUTES = st.none() | st.datetimes(
    datetime(1990, 1, 1),  # noqa: DTZ001
    datetime(2090, 1, 1),  # noqa: DTZ001
).map(lambda moment: moment.replace(second=0, microsecond=0))
COUNTS = st.none() | st.integers(0, 500)
HALVES = st.none() | st.integers(0, 20).map(lambda half: Decimal(half) / 2)


def a_meeting(people: Sequence[str]) -> st.SearchStrategy[Meeting]:
    """Return meetings whose people are among the given keys."""
    somebody = st.none() | st.sampled_from(people)
    return _one(
        Meeting,
        kinds=st.lists(TEXT, max_size=3),
        planned_on=DAYS,
        start=MINUTES,
        end=MINUTES,
        number=COUNTS,
        theme=TEXT,
        chair_id=somebody,
        guests=st.lists(TEXT, max_size=2),
        flag_hung=st.none() | st.booleans(),
        attendance=_attendance(people),
        sittings=st.lists(_one(Sitting, start=MINUTES, place=TEXT), max_size=2),
        actions=st.lists(_action(people), max_size=3),
        lecture=st.none() | _lecture(somebody),
        reflections=st.lists(_one(Reflection, member_id=somebody, text=TEXT), max_size=2),
        minutes=st.lists(_item(somebody), max_size=2),
        votes=st.lists(_vote(people), max_size=2),
    )


def _one(cls: type[Any], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(cls, branch_id=st.just(BRANCH_ID), **fields)


def _attendance(people: Sequence[str]) -> st.SearchStrategy[list[Attendance]]:
    row = _one(
        Attendance,
        member_id=st.sampled_from(people),
        state=st.sampled_from(words.ATTENDANCE_STATES),
        leave=st.none() | _one(Leave, reason=TEXT, asked_on=DAYS, way=TEXT, approved_on=DAYS),
        make_up=st.none() | _one(MakeUpStudy, how=TEXT, by_id=st.sampled_from(people)),
    )
    return st.lists(row, max_size=4, unique_by=lambda one: one.member_id)


def _action(people: Sequence[str]) -> st.SearchStrategy[Action]:
    leads = st.lists(_one(ActionLead, member_id=st.sampled_from(people)), max_size=2)
    return _one(Action, required_number=COUNTS, name=TEXT, text=TEXT, leads=leads)


def _lecture(somebody: st.SearchStrategy[str | None]) -> st.SearchStrategy[Lecture]:
    speakers = st.lists(_one(Speaker, member_id=somebody, guest_name=TEXT), max_size=2)
    return _one(Lecture, title=TEXT, hours=HALVES, outline=TEXT, speakers=speakers)


def _item(somebody: st.SearchStrategy[str | None]) -> st.SearchStrategy[MinutesItem]:
    speeches = st.lists(_one(Speech, member_id=somebody, text=TEXT), max_size=3)
    return _one(MinutesItem, topic=TEXT, decision=TEXT, speeches=speeches)


def _vote(people: Sequence[str]) -> st.SearchStrategy[Vote]:
    one = st.sampled_from(people)
    exclusions = st.lists(_one(VoteExclusion, member_id=one, reason=TEXT), max_size=2)
    counters = st.lists(
        _one(VoteCounter, member_id=one, role=st.sampled_from(words.COUNTER_ROLES)), max_size=2
    )
    return _one(
        Vote,
        subject=TEXT,
        about_id=st.none() | one,
        rule=st.sampled_from(words.VOTE_RULES),
        in_favour=COUNTS,
        written_against=COUNTS,
        resolution=TEXT,
        exclusions=exclusions,
        counters=counters,
    )
