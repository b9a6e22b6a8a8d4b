from __future__ import annotations

from datetime import date

import pytest

from app.manual.kinds import THEME_DAY
from app.rules.reminders import next_theme_day
from app.rules.reminders.theme_day import calendar_unknown, coming, missed
from app.rules.to_begin import to_begin
from tests.app.rules.reminders.outlooks import held, outlook, told

OCTOBER = date(2025, 10, 9)


@pytest.mark.parametrize(
    ("today", "level", "said"),
    [
        (date(2025, 9, 20), "late", "2025年9月还没有主题党日记录，应在9月8日开展"),
        (date(2025, 10, 3), "soon", "距10月9日主题党日还有6天。10月7日为法定节假日"),
        (date(2025, 10, 9), "due", "今天是主题党日。还没有建记录，请先新建。"),
        (date(2025, 10, 10), "late", "2025年10月还没有主题党日记录，应在10月9日开展"),
    ],
)
def test_a_theme_day_without_a_record_is_reminded_of_by_its_moved_day(
    today: date, level: str, said: str
) -> None:
    (found,) = coming(outlook(today))
    assert found.level == level
    assert found.sentence.startswith(said)
    assert found.jump.area == "theme_days"
    assert to_begin(found.jump.section) == (f"{found.due_on:%Y-%m}", THEME_DAY)


@pytest.mark.parametrize(
    ("today", "level", "said"),
    [
        (date(2025, 10, 3), "soon", "距10月9日主题党日还有6天。请备好通知、签到表和学习资料。"),
        (date(2025, 10, 9), "due", "今天是主题党日。请打印签到表和党费表，会后核对考勤。"),
    ],
)
def test_a_planned_theme_day_is_reminded_of_in_its_record(
    today: date, level: str, said: str
) -> None:
    meeting = held(OCTOBER)
    (found,) = coming(outlook(today, [meeting]))
    assert (found.level, found.sentence) == (level, said)
    assert (found.due_on, found.jump.record_id) == (OCTOBER, meeting.id)


def test_after_this_theme_day_the_next_one_counts() -> None:
    there = outlook(date(2025, 10, 16), [held(OCTOBER)])
    found = next_theme_day(there)
    assert found is not None
    assert (found.day, found.meeting) == (date(2025, 11, 7), None)
    assert list(coming(there)) == [], "three weeks ahead nobody needs to be reminded"
    ((level, sentence),) = told(list(coming(outlook(date(2025, 10, 31), [held(OCTOBER)]))))
    assert (level, sentence[:14]) == ("soon", "距11月7日主题党日还有7天")


def test_while_this_theme_day_is_overdue_there_is_no_next_one() -> None:
    assert next_theme_day(outlook(date(2025, 10, 20))) is None


def test_months_without_a_theme_day_are_told_together_since_records_began() -> None:
    meetings = [held(date(2025, 3, 2), "支部党员大会"), held(date(2025, 5, 7))]
    (found,) = missed(outlook(date(2025, 7, 20), meetings))
    assert found.level == "late"
    assert found.sentence.startswith("4月、6月没有主题党日记录。")
    assert list(missed(outlook(date(2025, 7, 20)))) == []


@pytest.mark.parametrize(
    ("today", "years"),
    [
        (date(2026, 11, 30), []),
        (date(2026, 12, 1), ["2027"]),
        (date(2027, 1, 1), ["2027"]),
        (date(2025, 12, 31), []),
    ],
)
def test_a_year_without_holiday_table_is_told_in_time(today: date, years: list[str]) -> None:
    found = list(calendar_unknown(outlook(today)))
    assert [one.jump for one in found] == [("settings", year, "holidays") for year in years]
    assert all("先按周末推算" in one.sentence for one in found)
