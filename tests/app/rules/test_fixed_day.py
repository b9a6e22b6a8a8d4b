from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.manual.settings import WITHIN_A_WEEK
from app.rules.calendar import CALENDAR_KEY, OFF, Line, calendar_of, shipped, with_year
from app.rules.fixed_day import fixed_day, working_days_after, working_days_between


@pytest.mark.parametrize(
    ("year", "month", "held_on", "reason"),
    [
        (2025, 10, date(2025, 10, 9), "10月7日为法定节假日，顺延至节后第一个工作日10月9日"),
        (2025, 9, date(2025, 9, 8), "9月7日为星期日，顺延至下一个工作日9月8日"),
        (2025, 6, date(2025, 6, 9), "6月7日为星期六，顺延至下一个工作日6月9日"),
        (2026, 10, date(2026, 10, 8), "10月7日为法定节假日，顺延至节后第一个工作日10月8日"),
        (2024, 10, date(2024, 10, 8), "10月7日为法定节假日，顺延至节后第一个工作日10月8日"),
        (2024, 4, date(2024, 4, 7), ""),
        (2025, 11, date(2025, 11, 7), ""),
    ],
)
def test_the_seventh_moves_to_the_next_working_day(
    year: int, month: int, held_on: date, reason: str
) -> None:
    found = fixed_day(7, year, month)
    assert found.planned_on == date(year, month, 7)
    assert (found.held_on, found.reason, found.warning) == (held_on, reason, "")


@pytest.mark.parametrize(
    ("day", "year", "month", "held_on", "reason"),
    [
        (7, 2025, 6, date(2025, 6, 6), "6月7日为星期六，提前到就近的工作日6月6日"),
        (7, 2025, 9, date(2025, 9, 8), "9月7日为星期日，顺延至下一个工作日9月8日"),
        (1, 2025, 5, date(2025, 5, 6), "5月1日为法定节假日，顺延至节后第一个工作日5月6日"),
        (17, 2026, 2, date(2026, 2, 14), "2月17日为法定节假日，提前到节前的工作日2月14日"),
        (11, 2025, 11, date(2025, 11, 11), ""),
    ],
)
def test_within_a_week_it_goes_to_the_nearest_working_day_of_the_month(
    day: int, year: int, month: int, held_on: date, reason: str
) -> None:
    found = fixed_day(day, year, month, shipped(), WITHIN_A_WEEK)
    assert (found.held_on, found.reason) == (held_on, reason)


def test_a_weekend_day_that_is_worked_is_a_working_day() -> None:
    assert fixed_day(8, 2025, 2).held_on == date(2025, 2, 8)


def test_a_holiday_is_skipped_together_with_the_weekend_after_it() -> None:
    # 2026-02-23 ends the Spring Festival on a Monday; 2024-02-17 is followed by a worked Sunday.
    assert fixed_day(15, 2026, 2).held_on == date(2026, 2, 24)
    assert fixed_day(12, 2024, 2).held_on == date(2024, 2, 18)


def test_an_unknown_year_goes_by_weekends_and_says_so() -> None:
    moved = fixed_day(7, 2029, 10)
    assert moved.held_on == date(2029, 10, 8)
    assert moved.reason == "10月7日为星期日，顺延至下一个工作日10月8日"
    assert moved.warning.startswith("2029年的放假安排还没有录入，先按周末推算。")
    assert "2030年" in fixed_day(7, 2030, 10).warning


def test_a_year_the_branch_wrote_down_is_known() -> None:
    line = Line(date(2027, 10, 1), date(2027, 10, 8), OFF, "国庆节")
    calendar = calendar_of({CALENDAR_KEY: with_year({}, 2027, [line])})
    found = fixed_day(7, 2027, 10, calendar)
    assert (found.held_on, found.warning) == (date(2027, 10, 11), "")


def test_working_days_are_counted_over_holidays() -> None:
    assert working_days_after(date(2025, 10, 9), 3) == date(2025, 10, 13)
    assert working_days_after(date(2025, 9, 30), 1) == date(2025, 10, 9)
    assert working_days_after(date(2025, 9, 30), 0) == date(2025, 9, 30)
    assert working_days_between(date(2025, 9, 30), date(2025, 10, 13)) == 4


def test_every_fixed_day_of_the_known_years_ends_on_a_working_day_soon() -> None:
    calendar = shipped()
    for year in calendar.years:
        for month in range(1, 13):
            for theme_day in range(1, 29):
                found = fixed_day(theme_day, year, month)
                assert calendar.is_working_day(found.held_on)
                assert found.held_on - found.planned_on < timedelta(days=10)
                assert bool(found.reason) == (found.held_on != found.planned_on)
