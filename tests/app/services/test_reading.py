from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from app.errors import InvalidInputError
from app.manual.actions import RECITATION_ACTION
from app.manual.words import VOID
from app.records import Action
from app.services import Services
from tests import factories


def recite(services: Services, day: datetime, text: str, **values: Any) -> None:
    meeting = factories.make_meeting(start=day, planned_on=None, end=None, **values)
    meeting.actions = [
        Action(branch_id=factories.BRANCH_ID, required_number=RECITATION_ACTION, materials=text)
    ]
    services.meetings.save(meeting)


def test_what_was_read_before_the_day_counts_over_all_years(services: Services) -> None:
    recite(services, datetime(2022, 3, 7, 15, 0), "第一条")  # noqa: DTZ001 - local
    recite(services, datetime(2025, 9, 8, 15, 0), "第一章第二、三条")  # noqa: DTZ001
    recite(services, datetime(2025, 10, 9, 15, 0), "第四条")  # noqa: DTZ001
    found = services.reading.progress(date(2025, 10, 9))[0]
    assert set(found.read) == {1, 2, 3}
    assert (found.latest, found.next) == (3, 4)


def test_a_meeting_in_the_trash_or_void_was_not_read(services: Services) -> None:
    recite(services, datetime(2025, 8, 7, 15, 0), "第一条", state=VOID)  # noqa: DTZ001
    recite(services, datetime(2025, 9, 8, 15, 0), "第二条")  # noqa: DTZ001
    services.meetings.delete(services.meetings.of_month("2025-09")[0].id)
    assert services.reading.progress(date(2026, 1, 1))[0].read == {}


def test_a_list_of_the_branch_is_kept_and_followed(services: Services) -> None:
    services.reading.put_own_lists([("区队党建制度", 12)])
    recite(services, datetime(2025, 9, 8, 15, 0), "区队党建制度第2条")  # noqa: DTZ001
    assert services.reading.own_lists() == [("区队党建制度", 12)]
    own = services.reading.progress(date(2025, 10, 9))[-1]
    assert (own.list.title, own.next) == ("区队党建制度", 3)
    with pytest.raises(InvalidInputError):
        services.reading.put_own_lists([("", 1)])
    services.reading.put_own_lists([])
    assert len(services.reading.progress(date(2025, 10, 9))) == 2
