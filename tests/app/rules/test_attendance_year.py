from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.manual import kinds, words
from app.records import Meeting, Member
from app.rules.attendance import summary
from app.rules.attendance_year import count_of, mark_of, sessions_of, total_of
from tests.app.rules import autumn, october
from tests.app.rules import factories as make


def autumn_meetings() -> list[Meeting]:
    return [
        autumn.members_meeting(),
        autumn.committee_meeting(),
        autumn.group_meeting(),
        october.theme_day(),
    ]


def one_meeting(state: str | None, *, made_up: bool = False, confirmed: bool = True) -> Meeting:
    study = make.made_up(date(2025, 10, 13), None) if made_up else None
    rows = [] if state is None else [make.attended("柳知行", state, make_up=study)]
    return make.meeting(attendance=rows, attendance_confirmed=confirmed)


@pytest.mark.parametrize(
    ("state", "made_up", "confirmed", "mark"),
    [
        (None, False, True, "√"),
        (None, False, False, ""),
        (words.PRESENT, False, True, "√"),
        (words.OFFICIAL_LEAVE, False, True, "△"),
        (words.OFFICIAL_LEAVE, False, False, "△"),
        (words.SICK_LEAVE, True, True, "○补"),
        (words.PERSONAL_LEAVE, False, True, "☆"),
        (words.MATERNITY_LEAVE, True, True, "产补"),
        (words.UNEXCUSED, False, True, "×"),
        (words.UNEXCUSED, True, True, "×补"),
        (words.LATE, False, True, "◇"),
        (words.LEFT_EARLY, True, True, "◇"),
        (words.EXEMPT, True, True, "免"),
    ],
)
def test_each_state_has_its_mark(
    state: str | None, made_up: bool, confirmed: bool, mark: str
) -> None:
    meeting = one_meeting(state, made_up=made_up, confirmed=confirmed)
    (session,) = sessions_of([meeting], [make.member("柳知行")], 2025)
    assert mark_of(session, "柳知行") == mark
    assert mark_of(session, "别人") == "—"


def test_every_state_has_a_mark() -> None:
    assert set(words.ATTENDANCE_SYMBOLS) == set(words.ATTENDANCE_STATES)


@pytest.mark.parametrize(
    ("state", "made_up", "due", "present", "rate", "effective"),
    [
        (None, False, 1, 1, 1, 1),
        (words.LATE, False, 1, 1, 1, 1),
        (words.LEFT_EARLY, True, 1, 1, 1, 1),
        (words.SICK_LEAVE, False, 1, 0, 0, 0),
        (words.SICK_LEAVE, True, 1, 0, 0, 1),
        (words.UNEXCUSED, True, 1, 0, 0, 1),
        (words.EXEMPT, True, 0, 0, None, None),
    ],
)
def test_what_a_state_counts_for(
    state: str | None,
    made_up: bool,
    due: int,
    present: int,
    rate: int | None,
    effective: int | None,
) -> None:
    sessions = sessions_of([one_meeting(state, made_up=made_up)], [make.member("柳知行")], 2025)
    count = count_of(sessions, "柳知行")
    assert (count.due, count.present, count.rate, count.effective_rate) == (
        due,
        present,
        rate,
        effective,
    )


def test_a_meeting_whose_attendance_is_not_confirmed_counts_for_nobody() -> None:
    meeting = one_meeting(words.SICK_LEAVE, confirmed=False)
    sessions = sessions_of([meeting], [make.member("柳知行")], 2025)
    assert count_of(sessions, "柳知行").due == 0


def test_the_sums_over_the_people_are_those_of_each_meeting() -> None:
    people = autumn.members()
    sessions = sessions_of(autumn_meetings(), people, 2025)
    assert len(sessions) == 4
    for session in sessions:
        counted = summary(session.meeting, people)
        total = total_of(count_of([session], one.id) for one in people)
        assert (total.due, total.present, total.made_up) == (
            counted.expected.total,
            counted.present,
            counted.made_up,
        )
        assert total.of(*words.LEAVE_STATES) == counted.on_leave
        assert total.of(words.UNEXCUSED) == counted.unexcused
        assert total.of(words.LATE) == counted.late
        assert total.rate is not None
        assert total.rate.quantize(Decimal("0.0001")) == counted.rate


def test_a_committee_and_a_group_are_due_at_their_own_meetings_only() -> None:
    sessions = sessions_of(autumn_meetings(), autumn.members(), 2025)
    due = {one.meeting.kinds[0]: set(one.due) for one in sessions}
    assert due[kinds.COMMITTEE_MEETING] == set(autumn.POSTS)
    assert due[kinds.GROUP_MEETING] == set(autumn.SECOND_GROUP)
    assert len(due[kinds.MEMBERS_MEETING]) == len(due[kinds.THEME_DAY]) == 18


def test_meetings_come_as_they_were_held_and_only_those_of_the_year() -> None:
    earlier = make.meeting(start=make.at("2024-12-30T15:00"))
    dayless = make.meeting(start=None, planned_on=None)
    gone = make.meeting(deleted_at=make.at("2025-10-10T08:00"))
    meetings = [*reversed(autumn_meetings()), earlier, dayless, gone]
    sessions = sessions_of(meetings, autumn.members(), 2025)
    assert [one.day.day for one in sessions] == [26, 29, 9, 16]


def test_a_finalised_meeting_keeps_who_was_due_then() -> None:
    people: list[Member] = [make.member("柳知行"), make.member("舒望远"), make.member("解云舒")]
    people[1].deleted_at = make.at("2025-11-01T08:00")
    meeting = one_meeting(words.SICK_LEAVE)
    meeting.roster = ["舒望远", "柳知行"]
    (session,) = sessions_of([meeting], people, 2025)
    assert list(session.due) == ["舒望远", "柳知行"]
    assert session.counted == summary(meeting, people)
    assert (session.counted.expected.total, session.counted.present) == (2, 1)
