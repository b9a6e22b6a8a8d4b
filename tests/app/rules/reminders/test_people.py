from __future__ import annotations

from datetime import date

import pytest

from app.manual import words
from app.manual.words import VOID
from app.records import Entry
from app.rules.reminders.people import (
    applicants_due,
    not_heard_of,
    party_birthdays_near,
)
from tests.app.rules import factories as make
from tests.app.rules.reminders.outlooks import held, outlook, told
from tests.app.rules.test_development import stopped_at

WHO = make.member("罗海生")
JANUARY = date(2025, 1, 9)


@pytest.mark.parametrize(
    ("today", "level", "months"),
    [
        (date(2025, 4, 8), "", 0),
        (date(2025, 4, 9), "due", 3),
        (date(2025, 6, 9), "due", 5),
        (date(2025, 7, 9), "late", 6),
    ],
)
def test_who_is_not_heard_of_is_told_at_three_five_and_six_months(
    today: date, level: str, months: int
) -> None:
    away = held(date(2025, 3, 9), attendance=[make.attended(WHO.id, words.UNEXCUSED)])
    found = told(list(not_heard_of(outlook(today, [held(JANUARY), away], members=[WHO]))))
    assert [one for one, _ in found] == ([level] if level else [])
    for _, sentence in found:
        assert sentence.startswith(f"罗海生已{months}个月没有参加组织生活或交纳党费")
        assert "最近一次是2025年1月9日参加组织生活" in sentence


def test_of_whom_there_is_no_record_that_is_said() -> None:
    away = held(JANUARY, attendance=[make.attended(WHO.id, words.UNEXCUSED)])
    (found,) = not_heard_of(outlook(date(2025, 7, 9), [away], members=[WHO]))
    assert "没有任何记录" in found.sentence
    assert "查找无果" in found.sentence
    assert found.jump == ("registers", "", f"lost_contact/{WHO.id}")


@pytest.mark.parametrize(
    ("today", "level"),
    [
        (date(2024, 10, 10), ""),
        (date(2024, 10, 11), "soon"),
        (date(2024, 11, 10), "soon"),
        (date(2024, 11, 11), "due"),
        (date(2024, 12, 12), "due"),
        (date(2024, 12, 13), "late"),
    ],
)
def test_the_next_step_of_an_applicant_is_told_two_months_ahead(today: date, level: str) -> None:
    entry = Entry(branch_id="b", page="applicant", year=2024, values=stopped_at("admitted_on"))
    found = list(applicants_due(outlook(today, entries=[entry])))
    assert [one.level for one in found] == ([level] if level else [])
    for one in found:
        assert one.sentence.startswith("乔志远：上级党委审批接收，2024年12月12日前")
        assert ("已经超期" in one.sentence) == (level == "late")
        assert one.jump == ("registers", entry.id, "approved_on")
    entry.state = VOID
    assert list(applicants_due(outlook(today, entries=[entry]))) == []


def test_many_who_are_not_heard_of_are_told_together() -> None:
    members = [make.member(f"党员{number}") for number in range(9)]
    away = [make.attended(one.id, words.UNEXCUSED) for one in members]
    (found,) = not_heard_of(
        outlook(date(2025, 4, 9), [held(JANUARY, attendance=away)], members=members)
    )
    assert found.sentence.startswith("党员0、党员1、党员2、党员3、党员4、党员5等9人已3个月")


@pytest.mark.parametrize(
    ("today", "is_told"),
    [(date(2025, 10, 1), True), (date(2025, 10, 12), True), (date(2025, 10, 13), False)],
)
def test_a_party_birthday_is_told_in_its_month_until_its_day(today: date, *, is_told: bool) -> None:
    who = make.member("罗海生")
    who.joined_on = date(2005, 10, 12)
    found = list(party_birthdays_near(outlook(today, members=[who])))
    assert bool(found) == is_told
    for reminder in found:
        assert "罗海生10月12日（入党20年）" in reminder.sentence
        assert reminder.jump == ("members", who.id, "")
