from __future__ import annotations

from datetime import date

import pytest

from app.manual.kinds import CRITICISM_MEETING
from app.manual.pages.self_check import PAGE
from app.manual.words import VOID
from app.records import Criticism, Entry
from app.rules.self_check import sheets_for, spoken, take_over
from tests.factories import BRANCH_ID, make_meeting

DAY = date(2025, 2, 21)
GAP = {"against": "对照党章", "gap": "学习不系统", "measure": "每月请介绍人看一次笔记"}


def sheet(member: str, checked_on: str = "2025-02-14", *gaps: dict[str, str]) -> Entry:
    values = {
        "member": [{"member": member}],
        "checked_on": checked_on,
        "gaps": list(gaps) or [GAP],
    }
    return Entry(branch_id=BRANCH_ID, page=PAGE.key, year=2025, values=values)


@pytest.mark.parametrize(
    ("checked_on", "is_for_it"),
    [
        ("2025-02-21", True),
        ("2025-02-22", False),
        ("2024-11-23", True),
        ("2024-11-22", False),
    ],
)
def test_a_sheet_belongs_to_the_meeting_within_ninety_days_after_it(
    checked_on: str, *, is_for_it: bool
) -> None:
    assert ("a" in sheets_for(DAY, [sheet("a", checked_on)])) == is_for_it


def test_the_newest_sheet_of_a_member_counts_and_a_void_one_does_not() -> None:
    old = sheet("a", "2025-02-01", GAP | {"gap": "旧"})
    new = sheet("a", "2025-02-14", GAP | {"gap": "新"})
    void = sheet("a", "2025-02-15", GAP | {"gap": "作废"})
    void.state = VOID
    (values,) = sheets_for(DAY, [new, old, void]).values()
    assert spoken(values).startswith("对照党章：新；")


def test_gap_measure_and_term_are_spoken_in_one_line_each() -> None:
    values = sheet("a", "2025-02-14", GAP | {"due_on": "2025-06-30"}, {"gap": "话少"}).values
    assert spoken(values) == (
        "对照党章：学习不系统；措施：每月请介绍人看一次笔记（2025年6月30日前）。\n话少。"
    )


def test_what_was_written_stays_and_who_is_missing_gets_a_row() -> None:
    meeting = make_meeting(CRITICISM_MEETING)
    meeting.criticisms = [
        Criticism(branch_id=BRANCH_ID, member_id="a", text="布置多、跟踪少。"),
        Criticism(branch_id=BRANCH_ID, member_id="b"),
    ]
    sheets = sheets_for(DAY, [sheet("a"), sheet("b"), sheet("c")])
    assert take_over(meeting, sheets) == 2
    told = {one.member_id: one.text[:5] for one in meeting.criticisms}
    assert told == {"a": "布置多、跟", "b": "对照党章：", "c": "对照党章："}
