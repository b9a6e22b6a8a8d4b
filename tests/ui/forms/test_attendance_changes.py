from __future__ import annotations

import pytest

from app.manual import words
from app.records import Meeting
from tests.factories import make_meeting
from ui.forms import attendance_changes as changes


@pytest.fixture
def meeting() -> Meeting:
    return make_meeting()


def states(meeting: Meeting) -> dict[str, str]:
    return {row.member_id: row.state for row in meeting.attendance}


def test_who_is_present_again_has_no_row(meeting: Meeting) -> None:
    changes.set_state(meeting, ["a", "b"], words.UNEXCUSED)
    assert states(meeting) == {"a": words.UNEXCUSED, "b": words.UNEXCUSED}
    changes.set_state(meeting, ["a"], words.PRESENT)
    assert states(meeting) == {"b": words.UNEXCUSED}


def test_leave_keeps_the_kind_that_was_chosen(meeting: Meeting) -> None:
    changes.set_state(meeting, ["a"], words.OFFICIAL_LEAVE)
    changes.set_state(meeting, ["a"], words.PERSONAL_LEAVE)
    assert states(meeting) == {"a": words.OFFICIAL_LEAVE}


def test_a_reason_survives_from_leave_to_absence(meeting: Meeting) -> None:
    changes.set_state(meeting, ["a"], words.PERSONAL_LEAVE)
    changes.leave_of(meeting, meeting.attendance[0]).reason = "家中有事"
    changes.set_state(meeting, ["a"], words.UNEXCUSED)
    leave = meeting.attendance[0].leave
    assert leave is not None
    assert leave.reason == "家中有事"


def test_only_the_absent_make_up(meeting: Meeting) -> None:
    changes.set_state(meeting, ["a"], words.UNEXCUSED)
    changes.set_state(meeting, ["b"], words.LATE)
    assert changes.begin_make_up(meeting, ["a", "b", "c"]) == ["a"]
    changes.set_state(meeting, ["a"], words.LATE)
    assert meeting.attendance[0].make_up is None


def test_who_came_to_another_sitting_was_not_absent(meeting: Meeting) -> None:
    changes.set_state(meeting, ["a"], words.UNEXCUSED)
    sitting = changes.add_sitting(meeting)
    changes.assign_sitting(meeting, ["a", "b"], sitting.id)
    assert states(meeting) == {"a": words.PRESENT, "b": words.PRESENT}
    changes.remove_sitting(meeting, sitting.id)
    assert meeting.attendance == []
    assert meeting.sittings == []


def test_the_absent_came_to_no_sitting(meeting: Meeting) -> None:
    sitting = changes.add_sitting(meeting)
    changes.assign_sitting(meeting, ["a"], sitting.id)
    changes.set_state(meeting, ["a"], words.SICK_LEAVE)
    assert meeting.attendance[0].sitting_id is None
