from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.rules.calendar import (
    CALENDAR_KEY,
    OFF,
    WORKED,
    Line,
    calendar_of,
    lines_of,
    own_years,
    shipped,
    shipped_years,
    with_year,
)


def line(first: str, last: str = "", kind: str = OFF, name: str = "") -> Line:
    return Line(date.fromisoformat(first), date.fromisoformat(last or first), kind, name)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_shipped_table_of_each_year_is_plausible(year: int) -> None:
    lines = shipped_years()[year]
    off = {day for one in lines if one.kind == OFF for day in one.days()}
    worked = {day for one in lines if one.kind == WORKED for day in one.days()}
    assert {"元旦", "春节", "清明节", "劳动节", "端午节"} <= {one.name for one in lines}
    assert all(day.weekday() >= 5 for day in worked)
    assert not off & worked
    # Days off in the week beyond the statutory ones are worked off on a weekend: in 2024 there
    # were 11 statutory days (one on a weekend made up for), from 2025 on 13.
    weekdays_off = sum(day.weekday() < 5 for day in off)
    assert weekdays_off - len(worked) <= (11 if year == 2024 else 13)


def test_without_settings_the_calendar_is_the_shipped_one() -> None:
    calendar = calendar_of({})
    assert calendar == shipped()
    assert calendar.years == {2024, 2025, 2026}
    assert calendar.is_working_day(date(2025, 9, 28))
    assert not calendar.is_working_day(date(2025, 9, 27))


def test_a_year_of_the_branch_takes_the_place_of_the_shipped_one() -> None:
    text = with_year({}, 2025, [line("2025-10-01", "2025-10-03", name="国庆节")])
    calendar = calendar_of({CALENDAR_KEY: text})
    assert calendar.is_working_day(date(2025, 10, 8))
    assert not calendar.is_working_day(date(2025, 10, 2))
    assert not calendar.is_working_day(date(2026, 10, 2)), "other years stay as shipped"


def test_a_year_as_shipped_or_without_lines_is_not_kept() -> None:
    settings = {CALENDAR_KEY: with_year({}, 2027, [line("2027-01-01", name="元旦")])}
    assert list(own_years(settings)) == [2027]
    assert with_year(settings, 2027, []) == "{}"
    assert with_year({}, 2025, shipped_years()[2025]) == "{}"


def test_a_shipped_year_whose_lines_were_all_removed_is_unknown() -> None:
    settings = {CALENDAR_KEY: with_year({}, 2026, [])}
    assert lines_of(settings, 2026) == ()
    assert 2026 not in calendar_of(settings).years


def test_lines_come_back_in_the_order_of_their_days() -> None:
    late, early = line("2027-10-01", "2027-10-07", name="国庆节"), line("2027-01-02", kind=WORKED)
    settings = {CALENDAR_KEY: with_year({}, 2027, [late, early])}
    assert lines_of(settings, 2027) == (early, late)
    assert calendar_of(settings).is_working_day(date(2027, 1, 2))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([line("2026-12-31", "2027-01-01")], "不在2027年"),
        ([line("2027-05-05", "2027-05-01")], "末日早于首日"),
        ([line("2027-05-01", "2027-06-30")], "超过一个月"),
        ([line("2027-05-01", "2027-05-05"), line("2027-05-05")], "2027年5月5日在“放假”里填了两次"),
    ],
)
def test_a_line_that_cannot_be_right_is_refused(lines: list[Line], said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        with_year({}, 2027, lines)


def test_a_day_worked_inside_a_holiday_of_the_country_is_worked() -> None:
    lines = [line("2027-10-01", "2027-10-07", name="国庆节"), line("2027-10-04", kind=WORKED)]
    calendar = calendar_of({CALENDAR_KEY: with_year({}, 2027, lines)})
    assert calendar.is_working_day(date(2027, 10, 4))
    assert not calendar.is_working_day(date(2027, 10, 5))
