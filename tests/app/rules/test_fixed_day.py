from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.rules.fixed_day import fixed_day, holidays, is_working_day, working_days_after


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


def test_a_weekend_day_that_is_worked_is_a_working_day() -> None:
    assert fixed_day(8, 2025, 2).held_on == date(2025, 2, 8)
    assert is_working_day(date(2025, 9, 28))
    assert not is_working_day(date(2025, 9, 27))


def test_a_holiday_is_skipped_together_with_the_weekend_after_it() -> None:
    # 2026-02-23 ends the Spring Festival on a Monday; 2024-02-17 is followed by a worked Sunday.
    assert fixed_day(15, 2026, 2).held_on == date(2026, 2, 24)
    assert fixed_day(12, 2024, 2).held_on == date(2024, 2, 18)


def test_an_unknown_year_goes_by_weekends_and_says_so() -> None:
    moved = fixed_day(7, 2029, 10)
    assert moved.held_on == date(2029, 10, 8)
    assert moved.reason == "10月7日为星期日，顺延至下一个工作日10月8日"
    assert "2029年的放假安排还没有收录" in moved.warning
    assert "2030年" in fixed_day(7, 2030, 10).warning


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_table_of_each_year_is_plausible(year: int) -> None:
    table = holidays()
    off = [day for day in table.off if day.year == year]
    worked = [day for day in table.worked if day.year == year]
    names = {name for day, name in table.off.items() if day.year == year}
    assert {"元旦", "春节", "清明节", "劳动节", "端午节"} <= names
    assert all(day.weekday() >= 5 for day in worked)
    assert not set(off) & set(worked)
    # Days off in the week beyond the statutory ones are worked off on a weekend: in 2024 there
    # were 11 statutory days (one on a weekend made up for), from 2025 on 13.
    weekdays_off = sum(day.weekday() < 5 for day in off)
    assert weekdays_off - len(worked) <= (11 if year == 2024 else 13)


def test_working_days_are_counted_over_holidays() -> None:
    assert working_days_after(date(2025, 10, 9), 3) == date(2025, 10, 13)
    assert working_days_after(date(2025, 9, 30), 1) == date(2025, 10, 9)
    assert working_days_after(date(2025, 9, 30), 0) == date(2025, 9, 30)


def test_every_fixed_day_of_the_known_years_ends_on_a_working_day_soon() -> None:
    for year in holidays().years:
        for month in range(1, 13):
            for theme_day in range(1, 29):
                found = fixed_day(theme_day, year, month)
                assert is_working_day(found.held_on)
                assert found.held_on - found.planned_on < timedelta(days=10)
                assert bool(found.reason) == (found.held_on != found.planned_on)
