from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual import words
from app.records import Entry
from app.rules.proposals import Proposal, proposals
from app.rules.rule_book import RULES_KEY, RuleChange, written
from tests.app.rules import cases
from tests.app.rules import factories as make
from tests.app.rules.cases import WHO, entry, exemption, held, measure, owed, talk

MONTHLY = [f"2025-{month:02}-09" for month in range(1, 11)]


def found(*entries: Entry, **given: Any) -> list[tuple[str, str]]:
    return [(one.cause, one.measure) for one in proposed(*entries, **given)]


def proposed(*entries: Entry, **given: Any) -> list[Proposal]:
    return proposals(*cases.records(*entries, **given))


def absent_from(*days: str) -> list[Any]:
    """Return the meetings of the year; he came to those not named."""
    return [held(day, words.UNEXCUSED if day in days else None) for day in MONTHLY]


@pytest.mark.parametrize(
    ("days", "step"),
    [
        (MONTHLY[-1:], None),
        (MONTHLY[-2:], "提醒谈话"),
        ([MONTHLY[1], MONTHLY[8]], "提醒谈话"),
        (MONTHLY[-3:], "批评教育"),
        (MONTHLY[-5:], "批评教育"),
        (MONTHLY[-6:], "限期改正"),
    ],
)
def test_absences_of_the_year_count_running_or_not(days: list[str], step: str | None) -> None:
    assert found(meetings=absent_from(*days)) == ([("absent", step)] if step else [])


def test_running_absences_are_told_as_such() -> None:
    (running,) = proposed(meetings=absent_from(*MONTHLY[-2:]))
    assert running.sentence == (
        "罗海生连续无故缺席2次（9月9日、10月9日），下一步：提醒谈话。"
        "请安排谈话了解原因，谈话后登记。"
    )
    (apart,) = proposed(meetings=absent_from(MONTHLY[3], MONTHLY[8]))
    assert apart.said == "一年内无故缺席2次（4月9日、9月9日）"


@pytest.mark.parametrize("state", [words.SICK_LEAVE, words.LATE, None])
def test_a_meeting_he_came_to_or_asked_leave_for_ends_a_run(state: str | None) -> None:
    meetings = [held("2025-08-09"), held("2025-09-09", state), held("2025-10-09")]
    (one,) = proposed(meetings=meetings)
    assert one.said.startswith("一年内")


def test_a_meeting_he_was_exempt_from_does_not_end_a_run() -> None:
    meetings = [held("2025-08-09"), held("2025-09-09", words.EXEMPT), held("2025-10-09")]
    (one,) = proposed(meetings=meetings)
    assert one.said.startswith("连续")


@pytest.mark.parametrize(("first", "is_told"), [("2024-10-16", False), ("2024-10-17", True)])
def test_absences_count_for_twelve_months(first: str, is_told: bool) -> None:
    meetings = [held(first), held("2025-05-09", None), held("2025-10-09")]
    assert found(meetings=meetings) == ([("absent", "提醒谈话")] if is_told else [])


def test_the_numbers_are_those_of_the_branch() -> None:
    meetings = absent_from(*MONTHLY[-3:])
    assert found(meetings=meetings, unexcused_criticism="4") == [("absent", "提醒谈话")]
    off = {"unexcused_talk": "0", "unexcused_criticism": "0"}
    assert found(meetings=meetings, **off) == []


@pytest.mark.parametrize(
    ("on", "step"),
    [("2025-09-10", "批评教育"), ("2025-10-09", None), ("2025-10-16", None)],
)
def test_a_talk_after_the_last_absence_answers_it_and_one_between_does_not(
    on: str, step: str | None
) -> None:
    expected = [("absent", step)] if step else []
    assert found(talk(on), meetings=absent_from(*MONTHLY[-3:])) == expected


def test_a_talk_about_something_else_answers_nothing() -> None:
    other = talk("2025-10-10", kind="支委与党员")
    assert found(other, meetings=absent_from(*MONTHLY[-2:])) == [("absent", "提醒谈话")]


def test_a_void_talk_answers_nothing() -> None:
    void = talk("2025-10-10")
    void.state = words.VOID
    assert found(void, meetings=absent_from(*MONTHLY[-2:])) == [("absent", "提醒谈话")]


def test_who_is_approved_to_stay_away_is_not_absent() -> None:
    covered = exemption("2025-09-01", "2025-12-31")
    assert found(covered, meetings=absent_from(*MONTHLY[-3:])) == []
    ended = exemption("2025-01-01", "2025-08-31")
    assert found(ended, meetings=absent_from(*MONTHLY[-3:])) == [("absent", "提醒谈话")]


def test_attendance_nobody_confirmed_counts_for_nothing() -> None:
    meetings = [held("2025-09-09", confirmed=False), held("2025-10-09")]
    assert found(meetings=meetings) == []


def test_who_came_in_the_middle_of_the_year_is_asked_for_what_came_after() -> None:
    newcomer = make.member(WHO, first=date(2025, 9, 1))
    meetings = absent_from(*MONTHLY[-4:])
    assert found(meetings=meetings, members=[newcomer]) == [("absent", "提醒谈话")]


def test_of_who_has_left_nothing_is_proposed() -> None:
    gone = make.member(WHO, last=date(2025, 10, 10))
    assert found(meetings=absent_from(*MONTHLY[-3:]), members=[gone]) == []


@pytest.mark.parametrize(
    ("first", "entries", "expected"),
    [
        ("2025-04-16", [], ("absent", "限期改正")),
        ("2025-04-16", [talk("2025-05-01")], ("away", "除名")),
        ("2025-04-17", [talk("2025-05-01")], ("absent", "限期改正")),
        ("2025-04-16", [talk("2025-04-01")], ("absent", "限期改正")),
    ],
)
def test_six_months_away_after_a_talk_is_the_last_step(
    first: str, entries: list[Entry], expected: tuple[str, str]
) -> None:
    days = [first, "2025-05-09", "2025-06-09", "2025-07-09", "2025-08-09", "2025-09-09"]
    meetings = [held("2025-03-09", None), *map(held, days)]
    steps = [one for one in found(*entries, meetings=meetings) if one[0] != "silent"]
    assert steps == [expected]


@pytest.mark.parametrize(
    ("months", "step"),
    [
        (["2025-08", "2025-09"], None),
        (["2025-07", "2025-08", "2025-09"], "提醒谈话"),
        (["2025-08", "2025-09", "2025-10"], None),
        (["2025-05", "2025-06", "2025-07", "2025-08", "2025-09"], "批评教育"),
    ],
)
def test_months_of_dues_owed_count_up_to_the_last_one(months: list[str], step: str | None) -> None:
    given = {"dues": owed(*months), "meetings": [held("2025-10-09", None)]}
    assert found(**given) == ([("unpaid", step)] if step else [])


def test_a_month_paid_between_begins_the_count_anew() -> None:
    dues = owed("2025-06", "2025-07", "2025-09", paid=["2025-08"])
    assert found(dues=dues, meetings=[held("2025-10-09", None)]) == []


@pytest.mark.parametrize(
    ("entries", "step"),
    [
        ([], "批评教育"),
        ([talk("2025-07-05")], "除名"),
        ([talk("2025-07-05"), measure("2025-10-10", "限期改正")], None),
    ],
)
def test_six_months_owed_are_the_last_step_only_after_others(
    entries: list[Entry], step: str | None
) -> None:
    months = [f"2025-{month:02}" for month in range(4, 10)]
    steps = proposed(*entries, dues=owed(*months), meetings=[held("2025-10-09", None)])
    assert [one.measure for one in steps] == ([step] if step else [])
    for one in steps:
        assert one.urgent
        assert one.said == "连续6个月没有交纳党费（4—9月）"


def test_probationary_members_are_never_put_out_as_full_ones_are() -> None:
    young = [make.member(WHO, words.PROBATIONARY_MEMBER)]
    assert found(meetings=absent_from(*MONTHLY[-6:]), members=young) == [("absent", "延长预备期")]
    extended = measure("2025-03-01", "延长预备期")
    meetings = absent_from(*MONTHLY[-6:])
    assert found(extended, meetings=meetings, members=young) == [("absent", "取消预备党员资格")]


LOST = {"member": [{"member": WHO}], "last_on": "2025-01-09"}


@pytest.mark.parametrize(
    ("register", "step"),
    [
        (None, None),
        (LOST, None),
        (LOST | {"searches": [{"on": "2025-08-01", "how": "电话"}]}, "停止党籍"),
        (LOST | {"searches": [{"on": "2025-08-01"}], "measure": "已恢复联系"}, None),
    ],
)
def test_who_is_lost_is_searched_for_before_anything_is_decided(
    register: dict[str, Any] | None, step: str | None
) -> None:
    entries = [entry("lost_contact", **register)] if register else []
    meetings = [held("2025-01-09", None), held("2025-02-09", words.SICK_LEAVE)]
    assert found(*entries, meetings=meetings, dues=[]) == ([("silent", step)] if step else [])


@pytest.mark.parametrize(
    ("today", "urgent"), [(date(2025, 10, 1), False), (date(2025, 10, 2), True)]
)
def test_a_grade_of_failed_is_followed_up_within_thirty_days(today: date, urgent: bool) -> None:
    page = entry("appraisal", member=[{"member": WHO}], grade="不合格", decided_on="2025-09-01")
    (one,) = proposed(page, today=today)
    assert (one.measure, one.urgent) == ("限期改正", urgent)
    assert found(page, measure("2025-09-01", "批评教育"), today=today) == []
    assert found(page, measure("2025-08-31", "批评教育"), today=today) == [("failed", "限期改正")]
    page.values["grade"] = "基本合格"
    assert found(page, today=today) == []


@pytest.mark.parametrize(
    ("values", "step"),
    [
        ({"due_on": "2025-10-15"}, "劝退"),
        ({"due_on": "2025-10-16"}, None),
        ({"due_on": "2025-10-15", "ended_on": "2025-10-10"}, None),
        ({}, None),
    ],
)
def test_the_end_of_a_term_is_told(values: dict[str, str], step: str | None) -> None:
    steps = found(measure("2025-04-01", "限期改正", **values))
    assert steps == ([("overdue", step)] if step else [])


def test_two_years_after_a_stop_it_is_told_also_of_who_is_on_the_roster_no_more() -> None:
    gone = [make.member(WHO, last=date(2023, 10, 15))]
    stop = measure("2023-10-15", "停止党籍")
    assert found(stop, members=gone) == [("overdue", "除名")]
    assert found(stop, members=gone, today=date(2025, 10, 15)) == []


def test_proposals_are_told_apart_and_urgent_ones_come_first() -> None:
    months = [f"2025-{month:02}" for month in range(4, 10)]
    steps = proposed(meetings=absent_from(*MONTHLY[-2:]), dues=owed(*months))
    assert [one.key for one in steps] == [f"measure/{WHO}/unpaid", f"talk/{WHO}/absent"]


@pytest.mark.parametrize(("since", "is_told"), [("2025-10", False), ("2025-11", True)])
def test_a_rule_that_is_switched_off_proposes_nothing(since: str, is_told: bool) -> None:
    off = written([RuleChange(34, since, off="由上级统一处理")])
    steps = found(meetings=absent_from(*MONTHLY[-2:]), **{RULES_KEY: off})
    assert steps == ([("absent", "提醒谈话")] if is_told else [])
