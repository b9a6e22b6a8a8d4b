from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets import words

NEAR = date(2025, 10, 7)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10.9", date(2025, 10, 9)),
        ("10月9日", date(2025, 10, 9)),
        ("10月9号", date(2025, 10, 9)),
        ("10-9", date(2025, 10, 9)),
        ("10/9", date(2025, 10, 9)),
        ("1009", date(2025, 10, 9)),
        ("20241231", date(2024, 12, 31)),
        ("2024-12-31", date(2024, 12, 31)),
        ("2024年12月31日", date(2024, 12, 31)),
        ("24.12.31", date(2024, 12, 31)),
        ("\uff11\uff10\uff0e\uff19", date(2025, 10, 9)),
        (" 10 . 9 ", date(2025, 10, 9)),
        ("2.30", None),
        ("13.1", None),
        ("国庆后", None),
        ("9", None),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, meant: date | None) -> None:
    assert words.read_day(typed, NEAR) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15:00", time(15)),
        ("15：30", time(15, 30)),
        ("1530", time(15, 30)),
        ("930", time(9, 30)),
        ("15", time(15)),
        ("9", time(9)),
        ("15点30", time(15, 30)),
        ("15点30分", time(15, 30)),
        ("下午3点半", time(15, 30)),
        ("下午3点", time(15)),
        ("晚上7:10", time(19, 10)),
        ("中午12点", time(12)),
        ("上午9点", time(9)),
        ("25:00", None),
        ("15:60", None),
        ("散会后", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: time | None) -> None:
    assert words.read_time(typed) == meant


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_shown_is_read_back(day: date) -> None:
    assert words.read_day(words.show_day(day), NEAR) == day


@given(st.times())
def test_a_time_shown_is_read_back_to_the_minute(moment: time) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert words.read_time(words.show_time(minute)) == minute


@given(st.text())
def test_nothing_typed_is_too_strange_to_answer(typed: str) -> None:
    words.read_day(typed, NEAR)
    words.read_time(typed)
