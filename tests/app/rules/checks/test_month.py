from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.rules.checks import Context, meeting_findings, month_findings
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.checks.situations import context


def test_the_sample_october_is_without_fault() -> None:
    assert month_findings(replace(context([october.theme_day()]), month="2025-10")) == []


@pytest.mark.parametrize(
    ("today", "numbers"),
    [(date(2025, 10, 9), []), (date(2025, 10, 10), [9])],
)
def test_a_month_without_theme_day_is_missed_after_the_moved_fixed_day(
    today: date, numbers: list[int]
) -> None:
    empty = replace(context(today=today), month="2025-10")
    assert [one.number for one in month_findings(empty)] == numbers
    deleted = make.meeting(deleted_at=make.at("2025-10-09T18:00"))
    assert [one.number for one in month_findings(replace(empty, meetings=[deleted]))] == numbers


def test_a_finding_names_its_meeting_where_several_are_listed() -> None:
    meeting = october.theme_day()
    meeting.place = ""
    (finding,) = month_findings(context([meeting]))
    assert finding.told == f"10月9日主题党日：{finding.sentence}"


def test_without_a_month_named_nothing_is_missed() -> None:
    assert month_findings(context()) == []


def test_two_theme_days_tell_a_fault_of_the_dues_sheet_once() -> None:
    first, second = october.theme_day(), october.theme_day()
    second.id = "second"
    second.start, second.end = make.at("2025-10-09T19:00"), make.at("2025-10-09T20:30")
    rows = october.dues()
    rows[0].due_fen -= 1
    rows[0].paid_fen = rows[0].due_fen
    assert [one.number for one in month_findings(context([first, second], dues=rows))] == [38]


def test_findings_of_the_month_come_gravest_first() -> None:
    levels = [one.level for one in month_findings(context([make.meeting(), make.meeting()]))]
    assert levels == sorted(levels, key="EWI".index)


def test_a_branch_of_two_hundred_is_checked_while_one_types() -> None:
    names = [row[0] for row in october.DUES] + [f"党员{number}" for number in range(182)]
    rate = Decimal("0.015")
    given = Context(
        branch=make.branch(),
        members=[make.member(name, base_fen=600_000) for name in names],
        groups=[],
        meetings=[],
        dues=[make.dues_row(name, 600_000, rate, 9_000) for name in names],
        settings={},
        today=date(2026, 3, 1),
    )
    meeting = october.theme_day()
    meeting.badges_worn = 198
    assert meeting_findings(meeting, given) == []
    started = time.perf_counter()
    meeting_findings(meeting, given)
    # About 5 ms on a quiet machine; the limit only has to catch a change of order.
    assert time.perf_counter() - started < 0.1


def test_namesakes_are_told_apart_in_what_is_found() -> None:
    one, other = make.member("张伟"), make.member("张伟")
    one.id, other.id, other.code = "one", "other", "0412"
    given = context(members=[one, other])
    assert [given.name_of(key) for key in ("one", "other", "gone")] == [
        "张伟（甲）",
        "张伟（0412）",
        "（不在名册的人）",
    ]
