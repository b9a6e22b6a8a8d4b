"""The figures of the branch on a day (党员总数、性别、年龄、学历……).

Source: `domain/pages.md` P04.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.manual import words
from app.records import Entry, Member
from app.rules.entries import day_in
from app.rules.membership import category_within, members_on

YOUNG_BELOW_YEARS = 35
# The dates of the page of an applicant, the furthest first.
_STEPS = ("admitted_on", "target_on", "activist_on", "applied_on")
RETIRED_KINDS = frozenset({"离退休"})
IN_POST_KINDS = frozenset({"工资制", "年薪制", "非按月"})


@dataclass(frozen=True, slots=True)
class RosterFigures:
    """How many of each sort there are.

    What is not known of a member counts on neither side: men and women may be fewer than all.
    `age_unknown` and `education_unknown` tell how many that are where one side alone is counted.
    """

    total: int
    full: int
    probationary: int
    men: int
    women: int
    in_post: int
    retired: int
    young: int
    age_unknown: int
    college: int
    education_unknown: int


def as_of(year: int, today: date) -> date:
    """Return the day the figures of a year's volume are of: its last, or today while it runs."""
    return min(date(year, 12, 31), today)


def roster_figures(members: Iterable[Member], day: date) -> RosterFigures:
    """Return the figures of those who belong to the branch on a day."""
    here = members_on(members, day)
    full = sum(category_within(one, day) == words.FULL_MEMBER for one in here)
    man, woman = words.GENDERS
    return RosterFigures(
        total=len(here),
        full=full,
        probationary=len(here) - full,
        men=sum(one.gender == man for one in here),
        women=sum(one.gender == woman for one in here),
        in_post=sum(one.dues_kind in IN_POST_KINDS for one in here),
        retired=sum(one.dues_kind in RETIRED_KINDS for one in here),
        young=sum(is_younger(one.born, YOUNG_BELOW_YEARS, day) for one in here),
        age_unknown=sum(not one.born for one in here),
        college=sum(is_college(one.education) for one in here),
        education_unknown=sum(not one.education for one in here),
    )


@dataclass(frozen=True, slots=True)
class Candidates:
    """How many are on their way into the party, each at the furthest step he has come to."""

    applicants: int
    activists: int
    targets: int


def candidates(entries: Iterable[Entry], day: date) -> Candidates:
    """Return how many there are on a day, from the pages kept of them.

    Who the branch has accepted by then is a member and counts no more.

    Source: 《中国共产党发展党员工作细则》 (入党申请人、入党积极分子、发展对象).
    """
    steps = Counter(
        next((step for step in _STEPS if _reached(entry, step, day)), "")
        for entry in entries
        if entry.page == "applicant" and entry.state != words.VOID
    )
    return Candidates(steps["applied_on"], steps["activist_on"], steps["target_on"])


def _reached(entry: Entry, step: str, day: date) -> bool:
    on = day_in(entry.values, step)
    return on is not None and on <= day


def is_younger(born: str, years: int, day: date) -> bool:
    """Tell whether someone has not reached an age on a day; of an unknown birth, no.

    `born` is `1990-10-09` or `1990-10`; where only the month is known, the age is reached on its
    first day.
    """
    if not born:
        return False
    year, *rest = (int(part) for part in born.split("-"))
    reached = (year + years, *rest)
    return (day.year, day.month, day.day)[: len(reached)] < reached


def is_college(education: str) -> bool:
    """Tell whether an education is 大专 or above, also where it is written in other words."""
    if education.startswith(("中专", "中等")):
        return False
    other_words = ("大学", "本科", "专科", "硕士", "博士")
    return any(word in education for word in (*words.COLLEGE_EDUCATIONS, *other_words))
