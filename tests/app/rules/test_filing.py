from __future__ import annotations

from datetime import date

import pytest

from app.manual import words
from app.manual.faults import Level
from app.manual.kinds import THEME_DAY
from app.rules.attendance import summary
from app.rules.attendance_year import sessions_of
from app.rules.checks import Context, meeting_findings, month_findings
from app.rules.checks.fault import ERROR, MEETINGS_AREA, NOTE, WARNING, Finding
from app.rules.convening import people_due
from app.rules.filing import (
    Step,
    after,
    is_late,
    may,
    refusal,
    wishes_of,
)
from app.rules.fixed_day import working_days_between
from app.rules.numbering import number_of
from tests.app.rules import factories as make

# From which states each step is allowed: 草稿 已定稿 已打印 已签字归档 作废.
ALLOWED = {
    Step.FINALISE: (True, False, False, False, False),
    Step.REOPEN: (False, True, False, False, False),
    Step.CORRECT: (False, True, True, True, False),
    Step.PRINT: (False, True, False, False, False),
    Step.ARCHIVE: (False, True, True, False, False),
    Step.VOID: (False, True, True, True, False),
    Step.DISCARD: (True, False, False, False, False),
}
LEADS_TO = {
    Step.FINALISE: words.FINAL,
    Step.REOPEN: words.DRAFT,
    Step.CORRECT: words.FINAL,
    Step.PRINT: words.PRINTED,
    Step.ARCHIVE: words.ARCHIVED,
    Step.VOID: words.VOID,
    Step.DISCARD: words.FINAL,
}


@pytest.mark.parametrize("step", Step)
def test_a_step_is_allowed_from_just_these_states(step: Step) -> None:
    assert tuple(may(step, state) for state in words.RECORD_STATES) == ALLOWED[step]


@pytest.mark.parametrize("step", Step)
def test_a_step_leads_to_its_state(step: Step) -> None:
    assert after(step, words.FINAL) == LEADS_TO[step]


@pytest.mark.parametrize("state", [words.FINAL, words.PRINTED, words.ARCHIVED])
def test_a_correction_leaves_the_state_as_it_is(state: str) -> None:
    assert after(Step.CORRECT, state) == state


def test_what_was_corrected_is_a_draft_no_more() -> None:
    assert not may(Step.REOPEN, words.FINAL, corrected=True)


@pytest.mark.parametrize("state", sorted(words.FINAL_STATES))
def test_who_may_not_change_a_final_record_is_told_of_the_correction(state: str) -> None:
    assert "更正" in refusal(Step.FINALISE, state)
    assert "更正" in refusal(Step.REOPEN, state)


# 1–8 October 2025 are off; Sunday 28 September and Saturday 11 October are worked.
@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2025, 9, 30), date(2025, 9, 30), 0),
        (date(2025, 9, 30), date(2025, 10, 8), 0),
        (date(2025, 9, 30), date(2025, 10, 9), 1),
        (date(2025, 9, 30), date(2025, 10, 11), 3),
        (date(2025, 9, 30), date(2025, 10, 12), 3),
        (date(2025, 9, 30), date(2025, 10, 13), 4),
        (date(2025, 9, 26), date(2025, 9, 28), 1),
        (date(2025, 10, 9), date(2025, 10, 14), 4),
    ],
)
def test_working_days_leave_out_holidays_and_count_worked_weekends(
    first: date, last: date, days: int
) -> None:
    assert working_days_between(first, last) == days


@pytest.mark.parametrize(
    ("finalised_on", "late"),
    [
        (date(2025, 9, 30), False),
        (date(2025, 10, 8), False),
        (date(2025, 10, 11), False),
        (date(2025, 10, 12), False),
        (date(2025, 10, 13), True),
    ],
)
def test_three_working_days_over_the_holiday_week_end_on_saturday_the_11th(
    finalised_on: date, *, late: bool
) -> None:
    assert is_late(date(2025, 9, 30), finalised_on, 3) is late


def test_a_record_without_a_day_is_never_late() -> None:
    assert not is_late(None, date(2025, 10, 13), 3)


def test_none_are_allowed_where_the_branch_says_none() -> None:
    assert not is_late(date(2025, 10, 9), date(2025, 10, 9), 0)
    assert is_late(date(2025, 10, 9), date(2025, 10, 10), 0)


def _finding(number: int, level: Level) -> Finding:
    return Finding(number, level, f"第{number}条。", MEETINGS_AREA, "m", "head", "theme")


DAY, IN_TIME, TOO_LATE = date(2025, 10, 9), date(2025, 10, 13), date(2025, 10, 14)


@pytest.mark.parametrize(
    ("findings", "today", "reasons", "told"),
    [
        ((), IN_TIME, ("", ""), ""),
        ((), DAY, ("", ""), ""),
        ((), date(2025, 10, 8), ("", ""), "2025年10月9日还没有到"),
        (((18, WARNING), (31, NOTE)), IN_TIME, ("", ""), ""),
        (((1, ERROR),), IN_TIME, ("", ""), "第1条"),
        (((1, ERROR), (28, ERROR)), IN_TIME, ("因故", "因故"), "第1条"),
        (((28, ERROR),), IN_TIME, ("", " "), "规定动作没有完成"),
        (((28, ERROR),), IN_TIME, ("", "授课人临时出差"), ""),
        ((), TOO_LATE, ("", ""), "补记的原因"),
        ((), TOO_LATE, ("停电", ""), ""),
        (((28, ERROR),), TOO_LATE, ("停电", ""), "规定动作没有完成"),
        (((28, ERROR),), TOO_LATE, ("", "出差"), "补记的原因"),
    ],
)
def test_what_stands_in_the_way_of_finalising(
    findings: tuple[tuple[int, Level], ...], today: date, reasons: tuple[str, str], told: str
) -> None:
    wishes = wishes_of([_finding(*one) for one in findings], DAY, today, 3)
    said = wishes.problem(*reasons)
    assert told in said
    assert bool(said) == bool(told)


def test_a_finalised_meeting_keeps_who_was_due_whatever_the_roster_says_later() -> None:
    stays, leaves, comes = (make.member(name) for name in ("柳知行", "舒望远", "单怀瑾"))
    held = make.meeting(roster=["柳知行", "舒望远"], state=words.FINAL)
    leaves.memberships[0].to_on = date(2025, 1, 1)
    assert [one.id for one in people_due(held, [comes, stays, leaves], DAY)] == ["柳知行", "舒望远"]
    assert summary(held, [comes, stays, leaves]).expected.total == 2


def test_the_checks_know_a_kept_member_as_one_of_the_roster() -> None:
    gone = make.member("舒望远", last=date(2025, 1, 1))
    held = make.meeting(attendance=[make.attended("舒望远", words.SICK_LEAVE)])
    context = Context(make.branch(), [gone], [], [held], [], {}, today=DAY)
    before = {one.number for one in meeting_findings(held, context)}
    held.roster = ["舒望远"]
    assert before - {one.number for one in meeting_findings(held, context)} == {5}


def test_a_void_meeting_is_not_counted_in_the_numbers_of_the_year() -> None:
    first = make.meeting(start=make.at("2025-09-09T15:00"), state=words.VOID)
    second = make.meeting()
    assert number_of(second, [first, second], THEME_DAY) == 1
    assert [one.meeting for one in sessions_of([first, second], [], 2025)] == [second]


def test_a_void_theme_day_is_a_missing_one_and_has_no_faults_of_its_own() -> None:
    void = make.meeting(state=words.VOID, place="")
    today = date(2025, 10, 31)
    context = Context(make.branch(), [], [], [void], [], {}, today=today, month="2025-10")
    assert meeting_findings(void, context) == []
    assert [one.number for one in month_findings(context)] == [9]
