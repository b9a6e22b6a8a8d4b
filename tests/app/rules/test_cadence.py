from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from app.manual.kinds import MONTHLY, QUARTERLY, YEARLY, Cadence
from app.rules.cadence import period_of, periods_of


@pytest.mark.parametrize(
    ("cadence", "day", "first", "last", "title"),
    [
        (MONTHLY, date(2024, 2, 29), date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        (QUARTERLY, date(2025, 3, 31), date(2025, 1, 1), date(2025, 3, 31), "2025年一季度"),
        (QUARTERLY, date(2025, 10, 1), date(2025, 10, 1), date(2025, 12, 31), "2025年四季度"),
        (YEARLY, date(2025, 1, 1), date(2025, 4, 1), date(2026, 3, 31), "2025年度"),
    ],
)
def test_a_day_is_in_a_period(
    cadence: Cadence, day: date, first: date, last: date, title: str
) -> None:
    found = period_of(cadence, day)
    assert (found.first, found.last, found.title) == (first, last, title)
    assert found.is_year == (cadence is YEARLY)


@pytest.mark.parametrize(("cadence", "count"), [(MONTHLY, 12), (QUARTERLY, 4), (YEARLY, 1)])
def test_the_periods_of_a_year_follow_each_other(cadence: Cadence, count: int) -> None:
    found = periods_of(cadence, 2025)
    assert len(found) == count
    assert all((after.first - before.last).days == 1 for before, after in pairwise(found))
