from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual import kinds, words
from app.manual.actions import REQUIRED_ACTIONS
from app.records import Meeting
from app.rules.chart import Look
from app.rules.year_board import ACTIONS, MEETINGS, OTHERS, board_of
from app.rules.year_records import Beside, YearRecords
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.reminders.outlooks import committee_member, group, held
from tests.app.rules.year_made import BEFORE, at, row, texts, year

OCT_9 = date(2025, 10, 9)
OCT_20, NOV_20 = date(2025, 10, 20), date(2025, 11, 20)


def cell_of_october(records: YearRecords, kind: str = kinds.THEME_DAY) -> tuple[Look, str]:
    found = at(row(board_of(records), kind), 10)
    return found.look, found.said


@pytest.mark.parametrize(
    ("today", "values", "look", "said"),
    [
        (OCT_20, {}, Look.DONE, "2025年10月主题党日：10月9日。"),
        (date(2025, 10, 13), {"state": words.DRAFT}, Look.DRAFT,
         "2025年10月主题党日：10月9日（10月13日前定稿）。"),
        (date(2025, 10, 14), {"state": words.DRAFT}, Look.DRAFT,
         "2025年10月主题党日：10月9日（超期没有定稿）。"),
        (NOV_20, {"id": "late"}, Look.LATE, "2025年10月主题党日：10月9日（补记）。"),
        (NOV_20, {"state": words.VOID}, Look.MISSING, "2025年10月主题党日：没有记录。"),
        (OCT_20, {"state": words.VOID}, Look.AHEAD, "2025年10月主题党日：还没有开展。"),
        (NOV_20, {"deleted_at": make.at("2025-10-10T08:00")}, Look.MISSING,
         "2025年10月主题党日：没有记录。"),
        (date(2025, 10, 8), {}, Look.AHEAD, "2025年10月主题党日：定在10月9日。"),
    ],
)  # fmt: skip
def test_what_became_of_a_theme_day(
    today: date, values: dict[str, Any], look: Look, said: str
) -> None:
    beside = Beside(late=frozenset({"late"}), since=BEFORE)
    records = year(today, [held(OCT_9, **values)], beside=beside)
    assert cell_of_october(records) == (look, said)


@pytest.mark.parametrize(
    ("since", "text"),
    [
        (BEFORE, "缺 缺 缺 缺 缺 缺 缺 缺 缺 · · ·"),
        (date(2025, 6, 1), "— — — — — 缺 缺 缺 缺 · · ·"),
        (date(2025, 6, 2), "— — — — — — 缺 缺 缺 · · ·"),
        (None, "— — — — — — — — — · · ·"),
    ],
)
def test_nothing_is_missing_before_records_were_kept_nor_before_its_month_is_over(
    since: date | None, text: str
) -> None:
    records = year(date(2025, 10, 31), beside=Beside(since=since))
    assert texts(row(board_of(records), kinds.THEME_DAY)) == text


def test_a_month_is_over_with_its_last_day() -> None:
    assert cell_of_october(year(date(2025, 10, 31)))[0] is Look.AHEAD
    assert cell_of_october(year(date(2025, 11, 1)))[0] is Look.MISSING


def test_what_is_due_in_a_quarter_stands_over_three_months_with_its_day() -> None:
    day = date(2025, 5, 8)
    found = row(board_of(year(NOV_20, [held(day, kinds.MEMBERS_MEETING)])), kinds.MEMBERS_MEETING)
    assert texts(found) == "缺 √ 5月8日 缺 ·"
    assert [cell.months for cell in found.cells] == [3, 3, 3, 3]
    assert at(found, 6).jump == ("meetings", f"支部党员大会 {day}", "")


def test_a_lecture_inside_a_theme_day_is_the_one_of_its_quarter() -> None:
    meeting = held(OCT_9, lecture=make.lecture("守初心", "柳知行"))
    assert at(row(board_of(year(NOV_20, [meeting])), kinds.LECTURE), 12).text == "√ 10月9日"


@pytest.mark.parametrize(
    ("day", "today", "look"),
    [
        (date(2025, 2, 10), date(2026, 4, 1), Look.MISSING),
        (date(2025, 12, 20), date(2026, 1, 5), Look.DONE),
        (date(2026, 3, 31), date(2026, 4, 1), Look.DONE),
        (date(2026, 4, 1), date(2026, 4, 2), Look.MISSING),
        (None, date(2026, 3, 31), Look.AHEAD),
    ],
)
def test_the_appraisal_of_a_year_may_be_held_until_the_end_of_march(
    day: date | None, today: date, look: Look
) -> None:
    later = [held(day, kinds.APPRAISAL)] if day else []
    records = year(today, beside=Beside(later=later, since=BEFORE))
    (found,) = row(board_of(records), kinds.APPRAISAL).cells
    assert (found.look, found.months) == (look, 12)


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (NOV_20, "· 最迟2026年3月31日；2月10日召开的属于2024年度"),
        (date(2026, 4, 1), "缺 2月10日召开的属于2024年度"),
    ],
)
def test_an_appraisal_of_the_year_before_is_told_of_beside(today: date, text: str) -> None:
    records = year(today, [held(date(2025, 2, 10), kinds.APPRAISAL)])
    (found,) = row(board_of(records), kinds.APPRAISAL).cells
    assert found.text == text


def test_a_committee_meets_where_there_is_one() -> None:
    without = year(NOV_20, members=[make.member("柳知行")])
    assert cell_of_october(without, kinds.COMMITTEE_MEETING)[0] is Look.UNASKED
    found = year(NOV_20, members=[committee_member("柳知行")])
    assert cell_of_october(found, kinds.COMMITTEE_MEETING)[0] is Look.MISSING


def test_each_group_meets_and_who_has_not_is_named() -> None:
    groups = [group("第一党小组"), group("第二党小组")]
    first = held(OCT_9, kinds.GROUP_MEETING, group_id="第一党小组", id="1")
    second = held(OCT_9, kinds.GROUP_MEETING, group_id="第二党小组", id="2")
    kind = kinds.GROUP_MEETING
    assert cell_of_october(year(NOV_20, [first, second], groups=groups), kind)[0] is Look.DONE
    assert cell_of_october(year(NOV_20, [first], groups=groups), kind) == (
        Look.MISSING,
        "2025年10月党小组会：第二党小组没有记录。",
    )
    assert cell_of_october(year(OCT_20, [first], groups=groups), kind) == (
        Look.AHEAD,
        "2025年10月党小组会：还没有开展，还差第二党小组。",
    )
    assert cell_of_october(year(NOV_20, groups=[]), kind)[0] is Look.UNASKED


def test_of_several_records_one_that_is_not_settled_shows_and_is_led_to() -> None:
    early = held(date(2025, 10, 7), kinds.COMMITTEE_MEETING, state=words.DRAFT, id="draft")
    later = held(date(2025, 10, 28), kinds.COMMITTEE_MEETING, id="signed")
    found = at(row(board_of(year(NOV_20, [early, later])), kinds.COMMITTEE_MEETING), 10)
    assert (found.look, found.jump) == (Look.DRAFT, ("meetings", "draft", ""))
    assert found.said == "2025年10月支部委员会会议：10月7日（超期没有定稿）；10月28日。"


def test_what_nobody_prescribes_has_a_row_where_there_was_any() -> None:
    names = [one.name for one in board_of(year(NOV_20))[0].rows]
    assert OTHERS not in names
    found = row(board_of(year(NOV_20, [held(OCT_9, "读书会")])), OTHERS)
    assert texts(found).split() == ["√"]
    assert at(found, 10).look is Look.DONE


def theme_day(**changes: Any) -> Meeting:
    """Return the whole theme day of October 2025."""
    meeting = october.theme_day()
    meeting.state = words.FINAL
    for name, value in changes.items():
        setattr(meeting, name, value)
    return meeting


def actions_of_october(today: date, meeting: Meeting | None, *late: str) -> str:
    records = year(
        today,
        [meeting] if meeting else [],
        members=october.members(),
        dues=october.dues(),
        beside=Beside(late=frozenset(late), since=BEFORE),
    )
    return "".join(at(found, 10).text for found in board_of(records)[1].rows)


def test_the_five_actions_of_a_month_are_done_missing_late_or_ahead() -> None:
    assert actions_of_october(NOV_20, theme_day()) == "√√√√√"
    assert actions_of_october(NOV_20, theme_day(reflections=[])) == "√√√√缺"
    assert actions_of_october(NOV_20, theme_day(id="late"), "late") == "迟迟迟迟迟"
    assert actions_of_october(NOV_20, theme_day(state=words.VOID)) == "缺缺缺缺缺"
    assert actions_of_october(NOV_20, None) == "缺缺缺缺缺"
    assert actions_of_october(OCT_20, None) == "·····"
    assert actions_of_october(date(2025, 10, 8), theme_day()) == "·····"


def test_an_action_that_lacks_something_says_what_and_leads_there() -> None:
    records = year(NOV_20, [theme_day(reflections=[], id="here")], members=october.members())
    found = at(row(board_of(records), "谈体会"), 10)
    assert found.said == "2025年10月党员谈体会：还缺党员的体会（至少2人，现有0人）。"
    assert found.jump == ("theme_days", "here", "actions/actions.5.lead")


def test_the_board_has_a_row_for_each_kind_that_is_due_and_each_action() -> None:
    meetings, actions = board_of(year(NOV_20))
    due = [one.word for one in kinds.KINDS if one.cadence]
    assert (meetings.title, [one.name for one in meetings.rows]) == (MEETINGS, due)
    assert (actions.title, len(actions.rows)) == (ACTIONS, len(REQUIRED_ACTIONS))
    for found in (*meetings.rows, *actions.rows):
        assert sum(cell.months for cell in found.cells) == 12
        assert all(cell.said.startswith("2025年") for cell in found.cells)
