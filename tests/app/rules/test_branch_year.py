from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual import counts, kinds, words
from app.records import CommitteePost, Entry, Group, Meeting, Rectification
from app.rules.assessed_year import AssessedYear
from app.rules.branch_year import Measure, measures_of
from tests.app.rules import factories as make

YEAR_OVER = date(2026, 1, 31)


def records_with(*meetings: Meeting, today: date = YEAR_OVER, **changes: Any) -> AssessedYear:
    secretary = make.member("周启明", first=date(2020, 1, 1))
    secretary.posts = [CommitteePost(branch_id=make.BRANCH_ID, post="书记")]
    given: dict[str, Any] = {
        "year": 2025,
        "branch": make.branch(),
        "members": [secretary, make.member("段志强", first=date(2020, 1, 1))],
        "groups": [],
        "meetings": meetings,
        "dues": [],
        "entries": [],
        "settings": {},
        "today": today,
    }
    return AssessedYear(**given | changes)


def held(kind: str, month: int, day: int = 9, **values: Any) -> Meeting:
    start = make.at(f"2025-{month:02}-{day:02}T15:00")
    given = {"kinds": [kind], "start": start, "planned_on": None}
    return make.meeting(**given | values)


def measure(word: str, records: AssessedYear) -> Measure:
    return measures_of(records)[word]


def told(word: str, records: AssessedYear) -> tuple[int, int, str]:
    found = measure(word, records)
    return found.due, found.done, found.reason


@pytest.mark.parametrize(
    ("due", "done", "weight", "own"),
    [
        (4, 4, 10, 100),
        (4, 3, 10, 75),
        (3, 2, 10, 67),
        (3, 1, 10, 33),
        (12, 0, 8, 0),
        (0, 0, 8, 80),
        (16, 15, 1, 9),
        (60, 59, 20, 197),
    ],
)
def test_the_own_score_is_the_share_done_to_a_tenth(
    due: int, done: int, weight: int, own: int
) -> None:
    assert Measure(due, done).own_tenths(weight) == own


def test_quarters_are_due_when_they_are_over_or_met() -> None:
    meetings = [held(kinds.MEMBERS_MEETING, 2), held(kinds.MEMBERS_MEETING, 8)]
    word = counts.MEMBERS_MEETINGS
    assert told(word, records_with(*meetings)) == (4, 2, "应4次，实2次：缺二季度、四季度")
    assert told(word, records_with(*meetings, today=date(2025, 8, 20))) == (
        3, 2, "应3次，实2次：缺二季度",
    )  # fmt: skip


def test_a_lecture_at_a_theme_day_counts() -> None:
    days = [held(kinds.THEME_DAY, month, lecture=make.lecture("守规程")) for month in (1, 4, 7)]
    assert told(counts.LECTURES_HELD, records_with(*days))[:2] == (4, 3)


def test_the_committee_is_due_each_month_there_is_one() -> None:
    meetings = [held(kinds.COMMITTEE_MEETING, month) for month in range(1, 13) if month != 5]
    word = counts.COMMITTEE_MEETINGS
    assert told(word, records_with(*meetings)) == (12, 11, "应12次，实11次：缺5月")
    nobody = records_with(*meetings, members=[make.member("段志强")])
    assert word not in measures_of(nobody)


def test_each_group_with_members_is_due_each_month() -> None:
    groups = [Group(id=str(n), branch_id=make.BRANCH_ID, name=f"第{n}党小组") for n in (1, 2, 3)]
    first, second = make.member("甲"), make.member("乙", first=date(2025, 11, 1))
    first.group_id, second.group_id = "1", "2"
    meetings = [held(kinds.GROUP_MEETING, month, group_id="1") for month in range(1, 13)]
    records = records_with(*meetings, groups=groups, members=[first, second])
    assert told(counts.GROUP_MEETINGS, records) == (
        14, 12, "应14次，实12次：第2党小组缺11—12月",
    )  # fmt: skip


def test_a_theme_day_counts_by_its_required_actions() -> None:
    said = [make.reflection(who, "有收获。") for who in ("周启明", "段志强")]
    whole = [
        make.action(1, "周启明"),
        *(make.action(n, "周启明", text="已学。") for n in (2, 3, 4)),
    ]
    paid = make.dues_row("周启明", 500000, None, 5000, paid_on=date(2025, 1, 9), month="2025-01")
    january = held(kinds.THEME_DAY, 1, actions=whole, reflections=said)
    february = held(kinds.THEME_DAY, 2, actions=whole[1:], reflections=said[:1])
    records = records_with(january, february, dues=[paid], today=date(2025, 4, 1))
    assert told(counts.ACTIONS_COMPLETE, records) == (
        15, 8, "应15项，实8项：缺缴纳党费2月；缺谈体会2月；未开展3月",
    )  # fmt: skip
    gaps = measure(counts.ACTIONS_COMPLETE, records).gaps
    assert {(one.area, one.record_id) for one in gaps if one.what != "未开展"} == {
        ("theme_days", february.id)
    }


def test_the_yearly_meetings_and_what_was_to_be_put_right_are_one_measure() -> None:
    def row(due: int | None, done: int | None) -> Rectification:
        return Rectification(
            branch_id=make.BRANCH_ID,
            problem="补课只打电话",
            due_on=None if due is None else date(2026, 3, due),
            done_on=None if done is None else date(2026, 3, done),
        )

    meeting = make.meeting(
        kinds=[kinds.CRITICISM_MEETING],
        start=make.at("2026-02-21T14:00"),
        rectifications=[row(7, 7), row(7, 8), row(7, None), row(None, None)],
    )
    word = counts.CRITICISM_HELD
    whole = records_with(later=[meeting], today=date(2026, 4, 1))
    assert told(word, whole) == (
        5, 2, "应5项，实2项：缺民主评议党员；整改“补课只打电话”未按期完成",
    )  # fmt: skip
    assert word not in measures_of(records_with(today=date(2026, 3, 31)))
    for_2024 = held(kinds.CRITICISM_MEETING, 2)
    assert told(word, records_with(for_2024, today=date(2026, 4, 1)))[:2] == (2, 0)


@pytest.mark.parametrize(
    ("paid_on", "paid", "done"),
    [(date(2025, 1, 31), 5000, 2), (date(2025, 2, 1), 5000, 1), (date(2025, 1, 9), 4999, 1)],
)
def test_a_month_of_dues_is_collected_when_all_paid_in_it_and_handed_up(
    paid_on: date, paid: int, done: int
) -> None:
    row = make.dues_row(
        "段志强", 500000, None, 5000, month="2025-01", paid_on=paid_on, paid_fen=paid
    )
    handed = Entry(
        branch_id=make.BRANCH_ID,
        page="dues_handover",
        year=2025,
        values={"period_from": "2025-01", "period_to": "2025-01"},
    )
    members = [make.member("段志强")]
    records = records_with(dues=[row], entries=[handed], members=members, today=date(2025, 2, 5))
    found = measure(counts.DUES_COLLECTED, records)
    assert (found.due, found.done) == (2, done)


def test_months_nobody_collected_in_and_quarters_not_handed_up_are_named() -> None:
    row = make.dues_row("段志强", 500000, None, 5000, month="2025-01", paid_on=date(2025, 1, 9))
    records = records_with(dues=[row], members=[make.member("段志强")], today=date(2025, 4, 1))
    assert told(counts.DUES_COLLECTED, records) == (
        6, 1, "应6项，实1项：未登记上缴1—3月；未按月收齐2—3月",
    )  # fmt: skip
    assert counts.DUES_COLLECTED not in measures_of(records_with())


def test_absences_that_were_made_up_and_notes_that_were_written_are_one_measure() -> None:
    rows = [
        make.attended("周启明", words.SICK_LEAVE, make_up=make.made_up(date(2025, 3, 12), None)),
        make.attended("段志强", words.UNEXCUSED),
    ]
    meeting = held(kinds.THEME_DAY, 3, attendance=rows, attendance_confirmed=True)
    notes = Entry(
        branch_id=make.BRANCH_ID,
        page="notes_check",
        year=2025,
        values={
            "checked_on": "2025-03-25",
            "members": [
                {"member": [{"member": "段志强"}], "due": 3, "written": 1},
                {"member": [{"member": "周启明"}], "due": 2, "written": 4},
                {"member": [{"member": "周启明"}], "due": 2},
            ],
        },
    )
    records = records_with(meeting, entries=[notes])
    assert told(counts.MADE_UP, records) == (
        7, 4, "应7次（篇），实4次（篇）：段志强未补学3月；段志强缺笔记2篇3月",
    )  # fmt: skip
    soon = records_with(meeting, today=date(2025, 3, 16))
    assert told(counts.MADE_UP, soon) == (1, 1, "")


@pytest.mark.parametrize(
    ("due_on", "state", "checked_on", "expected"),
    [
        ("2025-11-06", "已销号", "2025-11-06", (1, 1)),
        ("2025-11-06", "已销号", "2025-11-07", (1, 0)),
        ("2025-11-06", "待复查", None, (1, 0)),
        ("2026-03-01", "整改中", None, (0, 0)),
        ("2026-03-01", "已销号", "2025-11-07", (1, 1)),
    ],
)
def test_an_order_is_mended_when_it_was_closed_in_time(
    due_on: str, state: str, checked_on: str | None, expected: tuple[int, int]
) -> None:
    values = {"number": "2025-01", "due_on": due_on, "state": state, "checked_on": checked_on}
    order = Entry(branch_id=make.BRANCH_ID, page="rectification_order", year=2025, values=values)
    found = measure(counts.MENDED, records_with(entries=[order]))
    assert (found.due, found.done) == expected
    assert counts.MENDED not in measures_of(records_with())


def test_a_record_is_in_time_when_it_was_final_after_three_working_days() -> None:
    meetings = [held(kinds.THEME_DAY, month) for month in (6, 7, 9)]
    final = {meetings[0].id: date(2025, 6, 12), meetings[1].id: date(2025, 7, 15)}
    word = counts.RECORDED
    assert told(word, records_with(*meetings, finalised=final)) == (
        3, 1, "应3份，实1份：主题党日迟定稿7月；主题党日未定稿9月",
    )  # fmt: skip
    early = records_with(*meetings[2:], today=date(2025, 9, 12))
    assert word not in measures_of(early)


def test_nothing_is_due_before_the_branch_had_members() -> None:
    late = [make.member("段志强", first=date(2025, 10, 1))]
    records = records_with(members=late)
    assert told(counts.MEMBERS_MEETINGS, records)[0] == 1
    assert told(counts.ACTIONS_COMPLETE, records)[0] == 15


def test_a_long_list_of_reasons_is_cut_and_says_so() -> None:
    names = [f"党员{number}" for number in range(12)]
    meeting = held(
        kinds.THEME_DAY,
        3,
        attendance=[make.attended(name, words.UNEXCUSED) for name in names],
        attendance_confirmed=True,
    )
    found = measure(
        counts.MADE_UP, records_with(meeting, members=[make.member(one) for one in names])
    )
    assert found.reason.endswith("党员7未补学3月等12项")
    assert len(found.gaps) == 12
