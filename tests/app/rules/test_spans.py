from __future__ import annotations

from datetime import date

import pytest

from app.rules.spans import last_day, months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2025, 5, 16), 12, date(2026, 5, 16)),
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 11, 30), 1, date(2025, 12, 30)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2025, 5, 16), 0, date(2025, 5, 16)),
    ],
)
def test_the_same_day_of_a_later_month_or_its_last(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


def test_a_year_from_the_sixteenth_ends_on_the_fifteenth() -> None:
    assert last_day(date(2025, 5, 16), 12) == date(2026, 5, 15)
    assert last_day(date(2025, 1, 1), 12) == date(2025, 12, 31)
