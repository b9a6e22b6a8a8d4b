"""Truth tables of O1–O7 at their edges."""

from __future__ import annotations

from datetime import date

import pytest

from app.manual import words
from app.records import Branch, CommitteePost, Group, Member
from app.rules import organisation
from app.rules.organisation import (
    branch_size,
    committee_size,
    group_fault,
    reminders,
    term,
    term_due,
    vacancies,
)
from tests.app.rules import factories as make

DAY = date(2025, 10, 9)
TERM = {"term_start": date(2023, 4, 20), "term_end": date(2026, 4, 19)}


def branch(**values: date | None) -> Branch:
    made = make.branch()
    for name, value in values.items():
        setattr(made, name, value)
    return made


def people(full: int, probationary: int = 0, group_id: str | None = None) -> list[Member]:
    kinds = [words.FULL_MEMBER] * full + [words.PROBATIONARY_MEMBER] * probationary
    made = [make.member(f"党员{number}", kind) for number, kind in enumerate(kinds)]
    for one in made:
        one.group_id = group_id
    return made


def give_post(member: Member, word: str, first: date | None, last: date | None) -> None:
    member.posts.append(
        CommitteePost(branch_id=make.BRANCH_ID, post=word, from_on=first, to_on=last)
    )


@pytest.mark.parametrize(
    ("full", "total", "rules"),
    [
        (2, 2, ["O1"]),
        (2, 9, ["O1"]),
        (3, 3, []),
        (48, 50, []),
        (48, 51, ["O2"]),
        (2, 51, ["O1", "O2"]),
    ],
)
def test_size_of_a_branch(full: int, total: int, rules: list[str]) -> None:
    assert [one.rule for one in branch_size(full, total)] == rules


@pytest.mark.parametrize(
    ("full", "committee", "said"),
    [
        (6, 0, ""),
        (6, 1, ""),
        (6, 2, ""),
        (6, 3, "不设支委会"),
        (7, 0, "还没有填写支委"),
        (7, 2, "现有支委2人"),
        (7, 3, ""),
        (7, 5, ""),
        (16, 7, ""),
        (16, 8, "最多不超过7人"),
    ],
)
def test_size_of_a_committee(full: int, committee: int, said: str) -> None:
    found = list(committee_size(full, committee, has_secretary=True))
    assert bool(found) == bool(said)
    assert all(said in one.sentence and one.rule == "O3" for one in found)


def test_a_branch_has_a_secretary() -> None:
    (found,) = committee_size(16, 5, has_secretary=False)
    assert "没有书记" in found.sentence


@pytest.mark.parametrize(
    ("start", "end", "due"),
    [
        (None, None, None),
        (date(2023, 4, 20), None, date(2026, 4, 19)),
        (date(2024, 2, 29), None, date(2027, 2, 28)),
        (date(2024, 3, 1), None, date(2027, 2, 28)),
        (date(2025, 1, 1), None, date(2027, 12, 31)),
        (date(2023, 4, 20), date(2028, 4, 19), date(2028, 4, 19)),
        (None, date(2026, 4, 19), date(2026, 4, 19)),
    ],
)
def test_a_term_is_three_years_less_a_day_unless_typed(
    start: date | None, end: date | None, due: date | None
) -> None:
    assert term_due(branch(term_start=start, term_end=end)) == due


@pytest.mark.parametrize(
    ("day", "rule", "level", "said"),
    [
        (date(2025, 10, 18), "", "", ""),
        (date(2025, 10, 19), "O4", "I", "6个月之内"),
        (date(2026, 1, 18), "O4", "I", "6个月之内"),
        (date(2026, 1, 19), "O4", "I", "3个月之内"),
        (date(2026, 3, 18), "O4", "I", "3个月之内"),
        (date(2026, 3, 19), "O4", "W", "1个月之内"),
        (date(2026, 4, 19), "O4", "W", "1个月之内"),
        (date(2026, 4, 20), "O5", "E", "已于2026年4月19日届满"),
    ],
)
def test_the_end_of_a_term_is_reminded_of_in_steps(
    day: date, rule: str, level: str, said: str
) -> None:
    found = list(term(branch(**TERM), day))
    assert [(one.rule, one.level) for one in found] == ([(rule, level)] if rule else [])
    assert all(said in one.sentence for one in found)


def test_a_reminder_counts_back_from_the_end_of_a_long_month() -> None:
    made = branch(term_end=date(2026, 8, 31))
    assert list(term(made, date(2026, 2, 27))) == []
    assert list(term(made, date(2026, 2, 28)))


@pytest.mark.parametrize(
    ("full", "probationary", "said"),
    [
        (0, 0, "只有0人"),
        (2, 0, "只有2人"),
        (3, 0, ""),
        (1, 2, ""),
        (0, 3, "没有正式党员"),
    ],
)
def test_size_of_a_group(full: int, probationary: int, said: str) -> None:
    group = Group(id="g", branch_id=make.BRANCH_ID, name="第一党小组")
    found = group_fault(group, people(full, probationary, "g"), DAY)
    assert said in found
    assert bool(found) == bool(said)


@pytest.mark.parametrize(
    ("last", "day", "is_told"),
    [
        (date(2025, 6, 30), date(2025, 6, 30), False),
        (date(2025, 6, 30), date(2025, 9, 30), False),
        (date(2025, 6, 30), date(2025, 10, 1), True),
        (date(2023, 4, 19), date(2025, 10, 1), False),
        (date(2026, 4, 19), date(2026, 12, 1), False),
    ],
)
def test_a_post_empty_for_more_than_three_months_is_told(
    last: date, day: date, is_told: bool
) -> None:
    members = people(7)
    give_post(members[0], "组织委员", date(2020, 1, 1), last)
    found = list(vacancies(branch(**TERM), members, day))
    assert [one.rule for one in found] == (["O7"] if is_told else [])
    give_post(members[1], "组织委员", date(2025, 7, 10), None)
    assert list(vacancies(branch(**TERM), members, max(day, date(2025, 7, 10)))) == []


def test_one_of_two_plain_posts_left_empty_is_a_vacancy() -> None:
    members = people(7)
    for member in members[:2]:
        give_post(member, "委员", date(2023, 4, 20), None)
    members[0].memberships[0].to_on = date(2025, 6, 30)
    (found,) = vacancies(branch(**TERM), members, DAY)
    assert "委员从2025年6月30日后空缺" in found.sentence


def test_a_branch_in_order_has_nothing_to_be_reminded_of() -> None:
    group = Group(id="g", branch_id=make.BRANCH_ID, name="第一党小组")
    members = people(7, 2, "g")
    for member, word in zip(members, ("书记", "组织委员", "宣传委员"), strict=False):
        give_post(member, word, date(2023, 4, 20), date(2026, 4, 19))
    assert reminders(branch(**TERM), members, [group], DAY) == []
    members[8].group_id = None
    (found,) = reminders(branch(**TERM), members, [group], DAY)
    assert (found.rule, found.area) == ("O6", "members")
    assert "党员8还没有编入党小组" in found.sentence


def test_past_the_term_only_the_election_is_called_for() -> None:
    members = people(7)
    give_post(members[0], "书记", date(2023, 4, 20), date(2026, 4, 19))
    found = reminders(branch(**TERM), members, [], date(2026, 12, 1))
    assert [(one.rule, one.level) for one in found] == [("O5", "E")]


def test_the_gravest_stands_first_and_an_empty_roster_says_nothing() -> None:
    made = branch(term_end=date(2025, 1, 1))
    found = reminders(made, people(2), [], DAY)
    assert [one.level for one in found] == ["E", "I"]
    assert reminders(made, [], [], DAY) == []


def test_every_rule_names_its_source() -> None:
    for rule in (branch_size, committee_size, term_due, term, group_fault, vacancies):
        assert "Source:" in (rule.__doc__ or ""), rule
    assert "O1–O7" in (organisation.__doc__ or "")
