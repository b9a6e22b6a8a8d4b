"""The only place that asks the computer what time it is; tests replace it."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """Return the local calendar day."""
    return date.today()  # noqa: DTZ011 - a branch lives by its local calendar


def now() -> datetime:
    """Return the local wall-clock time without zone, to the second."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 - shown to a person at this desk


def utc_now() -> datetime:
    """Return the moment in UTC, for history and drafts."""
    return datetime.now(UTC)
