from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.manual.kinds import COMMITTEE_MEETING, THEME_DAY
from app.rules.timing import MOVED, ON_TIME, UNEXPLAINED, planned_day, timing_of
from tests import factories

NINTH, TENTH = date(2025, 10, 9), datetime(2025, 10, 10, 15)  # noqa: DTZ001 - local


@pytest.mark.parametrize(
    ("kind", "values", "timing"),
    [
        (THEME_DAY, {"planned_on": TENTH.date(), "start": TENTH}, ON_TIME),
        (THEME_DAY, {"planned_on": NINTH, "start": TENTH}, UNEXPLAINED),
        (THEME_DAY, {"planned_on": NINTH, "start": TENTH, "moved_reason": " "}, UNEXPLAINED),
        (THEME_DAY, {"planned_on": NINTH, "start": TENTH, "moved_reason": "检修"}, MOVED),
        (THEME_DAY, {"planned_on": NINTH, "start": None}, ON_TIME),
        # Without a day of its own a theme day is due on the fixed day; others are due on none.
        (THEME_DAY, {"planned_on": None, "start": TENTH}, UNEXPLAINED),
        (COMMITTEE_MEETING, {"planned_on": None, "start": TENTH}, ON_TIME),
    ],
)
def test_a_meeting_is_on_time_moved_with_a_reason_or_without_one(
    kind: str, values: dict[str, Any], timing: str
) -> None:
    assert timing_of(factories.make_meeting(kind, **values), 9) == timing


def test_nothing_is_planned_where_no_day_is_known() -> None:
    assert planned_day(factories.make_meeting(THEME_DAY, planned_on=None, start=None), 9) is None
