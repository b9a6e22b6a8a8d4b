"""Which backups stay when time passes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

_ALL_DAYS = 2
_DAILY = 12
_WEEKLY = 10
_MONTHLY = 9


def kept(made_at: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return the moments whose backups stay: all of two days, 12 daily, 10 weekly, 9 monthly.

    Of a day, week or month the newest stays. A clock that was wrong makes no backup go: what
    seems to come from the future stays.
    """
    newest_first = sorted(made_at, reverse=True)
    staying = {one for one in newest_first if one > now - timedelta(days=_ALL_DAYS)}
    staying |= _newest_of(newest_first, lambda one: one.date(), _DAILY)
    staying |= _newest_of(newest_first, lambda one: one.isocalendar()[:2], _WEEKLY)
    staying |= _newest_of(newest_first, lambda one: (one.year, one.month), _MONTHLY)
    return staying


def _newest_of(
    newest_first: list[datetime], period: Callable[[datetime], object], count: int
) -> set[datetime]:
    newest: dict[object, datetime] = {}
    for one in newest_first:
        newest.setdefault(period(one), one)
    return set(list(newest.values())[:count])
