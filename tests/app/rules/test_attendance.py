from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.manual import words
from app.records import Sitting
from app.rules.attendance import day_of, state_of, summary
from tests.app.rules import factories as make
from tests.app.rules import october


def test_the_sample_october_has_sixteen_of_eighteen() -> None:
    figures = summary(october.theme_day(), october.members())
    assert figures.expected.total == 18
    assert (figures.present, figures.present_full, figures.present_probationary) == (16, 14, 2)
    assert (figures.present_voters, figures.on_leave, figures.unexcused) == (14, 2, 0)
    assert (figures.made_up, figures.to_make_up) == (2, 0)
    assert figures.rate == Decimal("0.8889")
    assert figures.effective_rate == 1
    assert [row.member_id for row in figures.absent] == ["姚春雷", "顾广才"]


@pytest.mark.parametrize(
    ("state", "due", "present", "on_leave", "unexcused"),
    [
        (words.PRESENT, 2, 2, 0, 0),
        (words.LATE, 2, 2, 0, 0),
        (words.LEFT_EARLY, 2, 2, 0, 0),
        (words.OFFICIAL_LEAVE, 2, 1, 1, 0),
        (words.SICK_LEAVE, 2, 1, 1, 0),
        (words.PERSONAL_LEAVE, 2, 1, 1, 0),
        (words.MATERNITY_LEAVE, 2, 1, 1, 0),
        (words.UNEXCUSED, 2, 1, 0, 1),
        (words.EXEMPT, 1, 1, 0, 0),
    ],
)
def test_what_each_state_counts_as(
    state: str, due: int, present: int, on_leave: int, unexcused: int
) -> None:
    day = make.meeting(attendance=[make.attended("甲", state)])
    figures = summary(day, [make.member("甲"), make.member("乙")])
    assert figures.expected.total == due
    assert (figures.present, figures.on_leave, figures.unexcused) == (present, on_leave, unexcused)
    assert figures.to_make_up == on_leave + unexcused
    assert figures.late == (state == words.LATE)
    assert figures.left_early == (state == words.LEFT_EARLY)


def test_someone_at_another_sitting_is_present() -> None:
    night = Sitting(branch_id=make.BRANCH_ID, id="night", place="调度室")
    row = make.attended("甲", words.PRESENT)
    row.sitting_id = "night"
    day = make.meeting(sittings=[night], attendance=[row])
    assert summary(day, [make.member("甲")]).present == 1


def test_rows_of_people_outside_their_membership_count_for_nothing() -> None:
    gone = make.member("甲", last=date(2025, 10, 8))
    day = make.meeting(attendance=[make.attended("甲", words.SICK_LEAVE)])
    figures = summary(day, [gone, make.member("乙")])
    assert (figures.expected.total, figures.present, figures.on_leave) == (1, 1, 0)


def test_a_member_without_a_row_was_present() -> None:
    day = make.meeting(attendance=[make.attended("甲", words.LATE)])
    assert state_of(day, "甲") == words.LATE
    assert state_of(day, "乙") == words.PRESENT


def test_the_day_held_goes_before_the_day_planned() -> None:
    assert day_of(make.meeting()) == date(2025, 10, 9)
    assert day_of(make.meeting(start=None)) == date(2025, 10, 7)
    assert day_of(make.meeting(start=None, planned_on=None)) is None


def test_without_a_day_or_a_roster_there_is_no_rate() -> None:
    undated = make.meeting(start=None, planned_on=None)
    assert summary(undated, [make.member("甲")]).rate is None
    assert summary(make.meeting(), []).effective_rate is None


def test_a_suspended_member_who_came_is_present_without_a_vote() -> None:
    people = october.members()
    by_name = {one.name: one for one in people}
    by_name["田建军"].rights_from = date(2025, 10, 1)
    figures = summary(october.theme_day(), people)
    assert (figures.present_full, figures.present_voters, figures.expected.voters) == (14, 13, 15)
    by_name["姚春雷"].rights_from = date(2025, 10, 1)
    figures = summary(october.theme_day(), people)
    assert (figures.present_full, figures.present_voters, figures.expected.voters) == (14, 13, 14)
