from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.manual import kinds, words
from app.records import DuesRow, Member
from app.rules.chart import Cell, Look
from app.rules.year_rates import EFFECTIVE_RATE, ON_TIME, RATE, rates_of
from app.rules.year_records import Beside
from tests.app.rules import factories as make
from tests.app.rules.reminders.outlooks import held
from tests.app.rules.year_made import at, row, year

NOV_20 = date(2025, 11, 20)
OCT_9 = date(2025, 10, 9)


def people(count: int = 4) -> list[Member]:
    return [make.member(f"党员{n}", base_fen=300000) for n in range(count)]


def rates(**values: Any) -> tuple[Cell, Cell]:
    rows = [
        make.attended("党员0", words.SICK_LEAVE, make_up=make.made_up(date(2025, 10, 12), None)),
        make.attended("党员1", words.UNEXCUSED),
        make.attended("党员2", words.LATE),
    ]
    given: dict[str, Any] = {"attendance": rows} | values
    parts = [rates_of(year(NOV_20, [held(OCT_9, **given)], members=people()))]
    return at(row(parts, RATE), 10), at(row(parts, EFFECTIVE_RATE), 10)


def test_who_came_and_who_was_reached_are_shares_of_those_due() -> None:
    came, reached = rates()
    assert (came.share, came.text) == (Decimal("0.5"), "50")
    assert (reached.share, reached.text) == (Decimal("0.75"), "75")
    assert came.said == "2025年10月主题党日：应到 4 人，实到 2 人，已补课 1 人，到会率50%。"
    assert came.jump == ("theme_days", f"主题党日 {OCT_9}", "attendance")


def test_a_rate_that_is_not_known_is_no_number() -> None:
    for cell in rates(attendance_confirmed=False):
        assert (cell.look, cell.share) == (Look.AHEAD, None)
        assert cell.said == "2025年10月主题党日：考勤还没有核对。"
    assert {cell.look for cell in rates(state=words.VOID)} == {Look.MISSING}
    nobody = rates_of(year(NOV_20, [held(OCT_9)]))
    assert at(row([nobody], RATE), 10).look is Look.UNASKED


def test_other_meetings_do_not_count() -> None:
    assert {cell.look for cell in rates(kinds=[kinds.MEMBERS_MEETING])} == {Look.MISSING}


def paid(member: Member, month: str, paid_on: date | None) -> DuesRow:
    values: dict[str, Any] = {"month": month, "paid_on": paid_on}
    if paid_on is None:
        values["paid_fen"] = None
    return make.dues_row(member.id, 300000, Decimal("0.005"), 1500, **values)


@pytest.mark.parametrize(
    ("days", "text", "said"),
    [
        ((OCT_9,) * 4, "100", "应交 4 人，当月交纳 4 人"),
        ((OCT_9, OCT_9, date(2025, 11, 3), None), "50",
         "应交 4 人，当月交纳 2 人，逾期补交 1 人，没有交 1 人"),
        ((date(2025, 10, 31), date(2025, 11, 1), None, None), "25",
         "应交 4 人，当月交纳 1 人，逾期补交 1 人，没有交 2 人"),
        ((date(2025, 9, 28), None, None, None), "25", "应交 4 人，当月交纳 1 人，没有交 3 人"),
    ],
)  # fmt: skip
def test_dues_count_as_on_time_when_paid_by_the_end_of_their_month(
    days: tuple[date | None, ...], text: str, said: str
) -> None:
    members = people()
    rows = [paid(one, "2025-10", day) for one, day in zip(members, days, strict=True)]
    cell = at(row([rates_of(year(NOV_20, members=members, dues=rows))], ON_TIME), 10)
    assert (cell.text, cell.said) == (text, f"2025年10月党费：{said}。")
    assert cell.jump == ("dues", "2025-10", "")


@pytest.mark.parametrize(
    ("month", "look"),
    [(5, Look.UNASKED), (6, Look.MISSING), (10, Look.MISSING), (11, Look.AHEAD), (12, Look.AHEAD)],
)
def test_a_month_without_dues_is_missing_once_it_is_over(month: int, look: Look) -> None:
    records = year(NOV_20, members=people(), beside=Beside(since=date(2025, 5, 9)))
    assert at(row([rates_of(records)], ON_TIME), month).look is look


def test_nobody_is_behind_with_dues_before_their_month_is_over() -> None:
    members = people(2)
    rows = [paid(one, "2025-11", None) for one in members]
    for today, look in ((date(2025, 11, 30), Look.AHEAD), (date(2025, 12, 1), Look.SHARE)):
        cell = at(row([rates_of(year(today, members=members, dues=rows))], ON_TIME), 11)
        assert cell.look is look


def test_dues_of_another_year_do_not_show() -> None:
    members = people(1)
    records = year(NOV_20, members=members, dues=[paid(members[0], "2024-10", OCT_9)])
    assert at(row([rates_of(records)], ON_TIME), 10).look is Look.MISSING
