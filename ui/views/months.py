"""Which month a page about months opens at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.rules.texts import month_of
from ui.widgets.month_field import step_month

if TYPE_CHECKING:
    from app.services import Services

_STILL_AT_WORK_MONTHS = 2


def latest_month(services: Services) -> str:
    """Return the month of the latest meeting, else the present one."""
    return month_of(services.meetings.last_day() or clock.today())


def working_month(services: Services) -> str:
    """Return the present month, or that of the latest meeting in records nobody goes on with."""
    latest, now = latest_month(services), month_of(clock.today())
    return latest if latest < step_month(now, -_STILL_AT_WORK_MONTHS) else now
