from __future__ import annotations

from app.rules import completeness
from app.rules.checks import SECTION_TITLES, meeting_findings
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.checks.situations import context, found


def test_every_section_of_a_sound_record_is_complete() -> None:
    marks = completeness.marks(found(october.theme_day()))
    assert set(marks) == set(SECTION_TITLES)
    assert {mark.state for mark in marks.values()} == {"complete"}


def test_an_error_goes_before_warnings_and_information_does_not_count() -> None:
    meeting = october.theme_day()
    meeting.place, meeting.end, meeting.notes_done = "", None, None
    meeting.attendance_confirmed = False
    marks = completeness.marks(found(meeting, context([meeting], today=make.DAY)))
    assert marks["head"] == completeness.Mark(1, 1, "missing", "1处必须补全，1处请核对")
    assert marks["attendance"] == completeness.Mark(1, 0, "missing", "1处必须补全")
    meeting = october.theme_day()
    meeting.notes_done = None
    assert completeness.marks(found(meeting))["head"].state == "complete"


def test_the_cards_of_the_sample_are_complete() -> None:
    meeting = october.theme_day()
    states = completeness.required_actions(meeting, context([meeting]))
    assert list(states) == [1, 2, 3, 4, 5]
    assert all(state == completeness.ActionState(True, ()) for state in states.values())


def test_an_empty_card_says_what_it_lacks() -> None:
    meeting = make.meeting()
    given = context([meeting], dues=[])
    states = completeness.required_actions(meeting, given)
    assert [state.missing for state in states.values()] == [
        ("收款人", "当天的党费交纳记录"),
        ("领读人", "诵读的章条"),
        ("领学人", "学习的篇目或要点"),
        ("党课题目", "主讲人"),
        ("党员的体会（至少2人，现有0人）",),
    ]
    assert all(completeness.action_complete(meeting, n, given) == states[n] for n in states)


def test_an_optional_card_completes_with_its_effect() -> None:
    action = make.action(None, None, name="义务劳动")
    assert completeness.optional_complete(action).missing == ("开展情况", "成效")
    action.text, action.effect = "清理巷道", "清理浮煤两吨"
    assert completeness.optional_complete(action).complete


def test_marks_follow_the_findings_of_the_same_meeting() -> None:
    meeting = make.meeting()
    findings = meeting_findings(meeting, context([meeting]))
    errors = sum(mark.errors for mark in completeness.marks(findings).values())
    assert errors == sum(one.level == "E" for one in findings)
