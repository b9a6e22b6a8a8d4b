from __future__ import annotations

import pytest

from app.manual import kinds
from app.records import Meeting
from app.rules.checks import meeting_findings
from app.rules.preparing import committee_before
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.checks.situations import context


def committee(key: str, at: str, **values: object) -> Meeting:
    given: dict[str, object] = {
        "id": key,
        "kinds": [kinds.COMMITTEE_MEETING],
        "planned_on": None,
        "start": make.at(at),
        "end": None,
    }
    return make.meeting(**(given | values))


MEETINGS = (
    committee("long ago", "2025-08-20T15:00"),
    committee("late", "2025-10-06T15:00"),
    committee("early", "2025-09-29T15:00"),
    committee("after", "2025-10-09T15:00"),
    committee("trashed", "2025-10-08T15:00", deleted_at=make.at("2025-10-08T18:00")),
    committee("group", "2025-10-08T15:00", kinds=[kinds.GROUP_MEETING]),
    committee("unheld", "2025-10-08T15:00", start=None),
)


def test_the_committee_meetings_of_the_weeks_before_are_offered_latest_last() -> None:
    found = committee_before(make.at("2025-10-09T15:00"), MEETINGS)
    assert [one.id for one in found] == ["early", "late"]
    assert committee_before(None, MEETINGS) == []


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("early", []),
        ("late", []),
        ("long ago", []),
        ("after", [("E", "fixed_by")]),
        (None, []),
        ("gone", []),
    ],
)
def test_a_theme_day_is_held_to_the_committee_meeting_it_names(
    named: str | None, expected: list[tuple[str, str]]
) -> None:
    day = october.theme_day()
    day.fixed_by_id = named
    found = meeting_findings(day, context([*MEETINGS, day]))
    assert [(one.level, one.field) for one in found if one.number == 13] == expected


def test_a_theme_day_that_names_none_goes_by_the_order_of_dates() -> None:
    day, later = october.theme_day(), committee("after", "2025-10-10T15:00")
    found = [one for one in meeting_findings(day, context([later, day])) if one.number == 13]
    assert [(one.level, one.field) for one in found] == [("W", "prepared")]
    day.fixed_by_id = "after"
    (fault,) = [one for one in meeting_findings(day, context([later, day])) if one.number == 13]
    assert fault.level == "E"
    assert fault.sentence.startswith("研究主题的支委会是10月10日开的，不在主题党日之前。")
