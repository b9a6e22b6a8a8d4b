"""Which committee meeting prepared a theme day (支委会研究主题).

Source: `domain/rules.md` C5; `domain/pages.md` P13 (支委会研究主题日期).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from app.manual.kinds import COMMITTEE_MEETING
from app.records import Meeting

LONGEST_BEFORE = timedelta(days=45)


def is_before(earlier: datetime, start: datetime) -> bool:
    """Tell whether a meeting was held before another and not too long before to prepare it."""
    return start - LONGEST_BEFORE <= earlier < start


def committee_before(start: datetime | None, meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return the committee meetings that may have prepared what begins at `start`, latest last."""
    found = [
        (one.start, one)
        for one in meetings
        if COMMITTEE_MEETING in one.kinds
        and one.deleted_at is None
        and start is not None
        and one.start is not None
        and is_before(one.start, start)
    ]
    return [one for _, one in sorted(found, key=lambda pair: (pair[0], pair[1].id))]
