from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, LECTURE, MEMBERS_MEETING, THEME_DAY
from app.manual.words import VOID
from app.records import Attendance, Entry, Lecture, MakeUpStudy, Meeting, Sitting
from app.rules.hours import Hours, hours_of_year, meeting_tenths
from tests.factories import BRANCH_ID, make_attendance, make_meeting, make_member, make_post

WHO = make_member("柳知行")


def hours(*meetings: Meeting, entries: tuple[Entry, ...] = ()) -> Hours:
    return hours_of_year([WHO], meetings, entries)[WHO.id]


@pytest.mark.parametrize(
    ("kind", "study", "activity"), [(THEME_DAY, 18, 0), (LECTURE, 18, 0), (MEMBERS_MEETING, 0, 18)]
)
def test_theme_days_and_lectures_are_learning_other_meetings_taking_part(
    kind: str, study: int, activity: int
) -> None:
    assert hours(make_meeting(kind)) == Hours(study, activity, 0)


def test_a_lecture_of_its_own_counts_its_class_hours() -> None:
    lecture = Lecture(branch_id=BRANCH_ID, hours=Decimal("1.5"))
    assert meeting_tenths(make_meeting(LECTURE, lecture=lecture)) == 15
    both = make_meeting(THEME_DAY, lecture=Lecture(branch_id=BRANCH_ID, hours=Decimal("0.5")))
    assert meeting_tenths(both) == 18


@pytest.mark.parametrize(
    ("state", "made_up", "tenths"),
    [
        (words.LATE, False, 18),
        (words.SICK_LEAVE, False, 0),
        (words.SICK_LEAVE, True, 18),
        (words.UNEXCUSED, False, 0),
        (words.EXEMPT, False, 0),
    ],
)
def test_who_came_or_made_up_has_the_hours(state: str, tenths: int, *, made_up: bool) -> None:
    row = make_attendance(WHO, state)
    if made_up:
        row.make_up = MakeUpStudy(branch_id=BRANCH_ID, done_on=date(2025, 10, 13), how="自学")
    assert hours(make_meeting(attendance=[row])).study_tenths == tenths


def test_another_sitting_has_its_own_length() -> None:
    sitting = Sitting(
        branch_id=BRANCH_ID,
        start=datetime(2025, 10, 9, 20, 30),  # noqa: DTZ001 - local
        end=datetime(2025, 10, 9, 21, 30),  # noqa: DTZ001
    )
    row = Attendance(
        branch_id=BRANCH_ID, member_id=WHO.id, state=words.PRESENT, sitting_id=sitting.id
    )
    meeting = make_meeting(sittings=[sitting], attendance=[row])
    assert hours(meeting).study_tenths == 10


def test_void_records_and_who_was_not_due_have_none() -> None:
    assert hours(make_meeting(state=VOID)) == Hours()
    assert hours(make_meeting(COMMITTEE_MEETING)) == Hours()
    leader = make_member("舒望远", posts=[make_post()])
    found = hours_of_year([leader], [make_meeting(COMMITTEE_MEETING)], ())
    assert found[leader.id].activity_tenths == 18


def test_service_is_practice_for_each_who_is_named() -> None:
    values = {"members": [{"member": WHO.id}], "hours_tenths": 15}
    served = Entry(branch_id=BRANCH_ID, page="service", year=2025, values=values)
    void = Entry(branch_id=BRANCH_ID, page="service", year=2025, values=values, state=VOID)
    assert hours(entries=(served, served, void)) == Hours(0, 0, 30)
    assert hours(entries=(served,)).total_tenths == 15
