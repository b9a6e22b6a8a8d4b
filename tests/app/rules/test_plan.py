from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.manual.kinds import COMMITTEE_MEETING
from app.manual.words import FINAL, VOID
from app.records import Meeting
from app.rules.entries import Values
from app.rules.plan import done
from tests.factories import make_meeting

THEME = "学规程、守底线"
MOVED = datetime(2025, 10, 11, 15, 0)  # noqa: DTZ001 - local, as written on paper


def row(**changes: Any) -> Values:
    given: Values = {"month": 10, "planned_on": "2025-10-09", "theme": THEME}
    return given | changes


def held(**changes: Any) -> Meeting:
    given: dict[str, Any] = {"theme": THEME, "attendance_confirmed": True}
    return make_meeting(**given | changes)


@pytest.mark.parametrize(
    ("meeting", "told", "on_time", "as_planned"),
    [
        (held(), "10月9日完成", True, True),
        (held(attendance_confirmed=False, state=FINAL), "10月9日完成", True, True),
        (held(attendance_confirmed=False), "", False, True),
        (held(start=MOVED), "10月11日完成", False, True),
        (held(theme=f" {THEME} "), "10月9日完成", True, True),
        (held(theme=""), "10月9日完成", True, True),
        (held(theme="冬季防火"), "10月9日完成，主题改为“冬季防火”", True, False),
    ],
)
def test_a_plan_tells_what_became_of_it(
    meeting: Meeting, told: str, on_time: bool, as_planned: bool
) -> None:
    found = done(row(), [meeting])
    assert (found.told, found.on_time, found.as_planned) == (told, on_time, as_planned)
    assert found.meeting is meeting


@pytest.mark.parametrize(
    "meeting",
    [
        held(planned_on=date(2025, 9, 9)),
        held(planned_on=date(2024, 10, 9)),
        held(deleted_at=MOVED),
        held(state=VOID),
        make_meeting(COMMITTEE_MEETING, attendance_confirmed=True),
    ],
)
def test_what_is_not_the_theme_day_of_the_month_fulfils_nothing(meeting: Meeting) -> None:
    found = done(row(), [meeting])
    assert (found.meeting, found.told, found.on_time) == (None, "", False)


def test_a_row_without_a_day_is_never_done() -> None:
    assert done(row(planned_on=None), [held()]).meeting is None


def test_of_several_theme_days_the_one_of_the_planned_day_counts() -> None:
    first, second = held(planned_on=date(2025, 10, 3)), held()
    assert done(row(), [first, second]).meeting is second
    assert done(row(planned_on="2025-10-20"), [first, second]).meeting is first


def test_a_theme_day_moved_into_the_next_month_fulfils_its_own() -> None:
    november = datetime(2025, 11, 3, 15, 0)  # noqa: DTZ001
    found = done(row(), [held(start=november)])
    assert found.told == "11月3日完成"
    assert done(row(planned_on="2025-11-09"), [held(start=november)]).meeting is None
