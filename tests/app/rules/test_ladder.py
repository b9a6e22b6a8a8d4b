from __future__ import annotations

from datetime import date

import pytest

from app.manual.pages.measure import MEASURES
from app.rules import ladder
from app.rules.ladder import Rung, decided, measure_after, next_measure, talked

RUNGS = ladder.absence_rungs(2, 3, 6)
# The nth fact happens on the first of the nth month.
DAYS = [date(2025, month, 1) for month in range(1, 13)]
LATER = date(2025, 12, 31)


def due(count: int, *done: ladder.Done, probationary: bool = False) -> str | None:
    return next_measure(RUNGS, DAYS[:count], done, probationary=probationary)


@pytest.mark.parametrize(
    ("count", "full", "probationary"),
    [
        (0, None, None),
        (1, None, None),
        (2, "提醒谈话", "提醒谈话"),
        (3, "批评教育", "批评教育"),
        (5, "批评教育", "批评教育"),
        (6, "限期改正", "延长预备期"),
        (7, "限期改正", "延长预备期"),
    ],
)
def test_two_three_and_six_absences_call_for_the_next_step(
    count: int, full: str | None, probationary: str | None
) -> None:
    assert due(count) == full
    assert due(count, probationary=True) == probationary


@pytest.mark.parametrize(
    ("count", "done", "step"),
    [
        (2, talked(date(2025, 1, 31)), "提醒谈话"),
        (2, talked(DAYS[1]), None),
        (3, talked(DAYS[1]), "批评教育"),
        (3, talked(DAYS[2]), None),
        (5, talked(DAYS[2]), None),
        (6, talked(DAYS[5]), "限期改正"),
        (6, decided(date(2025, 5, 31), "批评教育"), "限期改正"),
        (6, decided(DAYS[5], "批评教育"), None),
        (6, decided(DAYS[5], "限期改正"), None),
        (7, decided(DAYS[5], "限期改正"), None),
    ],
)
def test_a_step_answers_what_was_due_by_its_day_and_no_more(
    count: int, done: ladder.Done, step: str | None
) -> None:
    assert due(count, done) == step


def test_a_rung_of_none_is_switched_off() -> None:
    rungs = ladder.absence_rungs(0, 3, 0)
    assert next_measure(rungs, DAYS[:2], [], probationary=False) is None
    assert next_measure(rungs, DAYS[:9], [], probationary=False) == "批评教育"


def test_probation_is_extended_once() -> None:
    extended = decided(date(2024, 7, 1), "延长预备期")
    assert due(6, extended, probationary=True) == "取消预备党员资格"


@pytest.mark.parametrize(
    ("months", "done", "full", "probationary"),
    [
        (2, (), None, None),
        (3, (), "提醒谈话", "提醒谈话"),
        (5, (), "批评教育", "批评教育"),
        (6, (), "批评教育", "批评教育"),
        (6, (talked(date(2024, 12, 31)),), "批评教育", "批评教育"),
        (6, (talked(DAYS[0]),), "除名", "取消预备党员资格"),
        (6, (talked(DAYS[5]),), "除名", "取消预备党员资格"),
        (6, (talked(DAYS[0]), decided(DAYS[5], "限期改正")), None, None),
    ],
)
def test_what_ends_a_membership_is_never_the_first_step(
    months: int, done: tuple[ladder.Done, ...], full: str | None, probationary: str | None
) -> None:
    days = DAYS[:months]
    assert next_measure(ladder.UNPAID, days, done, probationary=False) == full
    assert next_measure(ladder.UNPAID, days, done, probationary=True) == probationary


@pytest.mark.parametrize(
    ("measure", "today", "done", "full", "probationary"),
    [
        ("限期改正", date(2025, 6, 1), (), None, None),
        ("限期改正", date(2025, 6, 2), (), "劝退", "取消预备党员资格"),
        ("限期改正", LATER, (talked(LATER),), "劝退", "取消预备党员资格"),
        ("限期改正", LATER, (decided(LATER, "劝退"),), None, None),
        ("劝退", LATER, (), "除名", "取消预备党员资格"),
        ("停止党籍", LATER, (), "除名", "取消预备党员资格"),
        ("除名", LATER, (), None, None),
        ("延长预备期", LATER, (), None, None),
    ],
)
def test_a_term_that_is_over_calls_for_what_follows(
    measure: str,
    today: date,
    done: tuple[ladder.Done, ...],
    full: str | None,
    probationary: str | None,
) -> None:
    until = date(2025, 6, 1)
    for is_probationary, expected in ((False, full), (True, probationary)):
        found = measure_after(measure, until, done, today, probationary=is_probationary)
        assert found == expected
        assert measure_after(measure, None, done, today, probationary=is_probationary) is None


def test_a_probationary_member_is_never_advised_to_leave_nor_told_to_mend_his_ways() -> None:
    for measure in MEASURES:
        found = next_measure([Rung(1, measure)], DAYS[:1], [talked(LATER)], probationary=True)
        assert found not in ("限期改正", "劝退", "除名", "停止党籍")
