"""What the tests of finalising do over and over."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app import clock
from app.records import Meeting
from app.services import Services
from tests.example_branch import Example

IN_TIME, TOO_LATE = date(2025, 10, 13), date(2025, 10, 14)
CODES = ["P13", "P17", "P21", "P22"]


def be_on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(clock, "today", lambda: day)
    noon = datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001
    monkeypatch.setattr(clock, "now", lambda: noon)


def kept(services: Services, made: Example) -> Meeting:
    return services.meetings.get(made.meeting.id)


def finalise(services: Services, made: Example) -> None:
    services.filing.finalise(made.meeting.id)


def figures(services: Services, made: Example) -> tuple[object, ...]:
    found = services.meetings.summary(kept(services, made))
    return found.expected, found.present, found.rate, [row.member_id for row in found.absent]
