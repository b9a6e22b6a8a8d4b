from __future__ import annotations

from datetime import date

import pytest

from app.manual import words
from app.manual.pages import page_of
from app.records import Entry
from app.rules.roster_figures import as_of, candidates, is_college, is_younger, roster_figures
from tests.app.rules import factories as make
from tests.app.rules import october

DAY = date(2025, 10, 9)


@pytest.mark.parametrize(
    ("born", "younger"),
    [
        ("1990-10-10", True),
        ("1990-10-09", False),
        ("1990-10-08", False),
        ("1990-10", False),
        ("1990-11", True),
        ("1990-09", False),
        ("1991-01", True),
        ("", False),
    ],
)
def test_an_age_is_reached_on_the_birthday_or_on_the_first_of_its_month(
    born: str, younger: bool
) -> None:
    assert is_younger(born, 35, DAY) is younger


def test_someone_born_on_a_leap_day_grows_older_in_other_years_too() -> None:
    assert is_younger("1992-02-29", 35, date(2027, 2, 28))
    assert not is_younger("1992-02-29", 35, date(2027, 3, 1))


@pytest.mark.parametrize(
    ("education", "college"),
    [
        *((word, word in words.COLLEGE_EDUCATIONS) for word in words.EDUCATIONS),
        ("本科", True),
        ("大学专科", True),
        ("硕士", True),
        ("博士研究生", True),
        ("中央党校大学", True),
        ("中等专科", False),
        ("", False),
    ],
)
def test_which_educations_are_of_college_or_above(education: str, college: bool) -> None:
    assert is_college(education) is college


def test_the_sample_branch_on_its_day() -> None:
    people = october.members()
    for number, one in enumerate(people):
        one.gender = "女" if number % 3 == 0 else "男"
        one.born = "1995-06" if number < 4 else "1978-04"
        one.education = "大专" if number < 9 else "高中"
    people[0].dues_kind, people[1].dues_kind = "离退休", "学生"
    people[17].gender = people[17].born = people[17].education = ""
    found = roster_figures(people, DAY)
    assert (found.total, found.full, found.probationary) == (18, 16, 2)
    assert (found.men, found.women) == (11, 6)
    assert (found.in_post, found.retired) == (16, 1)
    assert (found.young, found.age_unknown) == (4, 1)
    assert (found.college, found.education_unknown) == (9, 1)


@pytest.mark.parametrize(
    ("dates", "counted"),
    [
        ({}, (0, 0, 0)),
        ({"applied_on": "2025-10-09"}, (1, 0, 0)),
        ({"applied_on": "2025-10-10"}, (0, 0, 0)),
        ({"applied_on": "2024-03-18", "activist_on": "2024-06-27"}, (0, 1, 0)),
        ({"applied_on": "2024-03-18", "activist_on": "2025-10-10"}, (1, 0, 0)),
        ({"activist_on": "2024-06-27", "target_on": "2025-07-11"}, (0, 0, 1)),
        ({"target_on": "2025-07-11", "admitted_on": "2025-10-09"}, (0, 0, 0)),
        ({"target_on": "2025-07-11", "admitted_on": "2025-10-10"}, (0, 0, 1)),
    ],
)
def test_candidates_count_at_the_furthest_step_of_the_day(
    dates: dict[str, str], counted: tuple[int, int, int]
) -> None:
    entry = Entry(branch_id=make.BRANCH_ID, page="applicant", year=2025, values=dates)
    other = Entry(branch_id=make.BRANCH_ID, page="talk", year=2025, values=dates)
    void = Entry(branch_id=make.BRANCH_ID, page="applicant", year=2025, values=dates, state="作废")
    found = candidates([entry, other, void], DAY)
    assert (found.applicants, found.activists, found.targets) == counted


def test_the_steps_are_dates_of_the_page_of_an_applicant() -> None:
    page = page_of("applicant")
    for step in ("applied_on", "activist_on", "target_on", "admitted_on"):
        assert page.field(step).kind == "date"


def test_who_has_left_and_who_is_deleted_counts_nowhere() -> None:
    people = [make.member("甲"), make.member("乙", last=date(2025, 10, 8)), make.member("丙")]
    people[2].deleted_at = make.at("2025-01-01T08:00")
    assert roster_figures(people, DAY).total == 1
    assert roster_figures([], DAY).total == 0


def test_every_kind_of_dues_says_whether_one_is_in_post_or_retired_or_neither() -> None:
    sums = {}
    for kind in words.DUES_KINDS:
        person = make.member("甲")
        person.dues_kind = kind
        found = roster_figures([person], DAY)
        sums[kind] = (found.in_post, found.retired)
    assert [kind for kind in sums if sums[kind] == (0, 1)] == ["离退休"]
    assert [kind for kind in sums if sums[kind] == (1, 0)] == ["工资制", "年薪制", "非按月"]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2025, 10, 9), date(2025, 10, 9)),
        (date(2025, 12, 31), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_volume_is_as_of_its_last_day_or_today(today: date, day: date) -> None:
    assert as_of(2025, today) == day
