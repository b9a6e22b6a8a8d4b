"""Gathers what pages say: the records of a month or a year, read once and detached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.errors import NotFoundError
from app.manual import words
from app.printing.pages import Book
from app.rules.attendance import day_of
from app.services.dues import DuesService
from app.services.samples import is_sample
from app.services.year_chart import beside
from app.store import branches as kept_branches
from app.store import dues as kept_dues
from app.store import entries as kept_entries
from app.store import meetings as kept_meetings
from app.store import members as kept_members
from app.store import photos as kept_photos
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from app.records import Meeting
    from app.store import Store


def month_book(
    store: Store, month: str, meetings: Sequence[Meeting], *, pictures: bool = False
) -> Book:
    """Return the book of a month (`2025-10`) and of some of its meetings.

    Pictures are read only where they are shown.

    Raises:
        NotFoundError: there is no branch yet.
    """
    year = int(month[:4])
    dues = DuesService(store).month(month)
    more = beside(store, year)
    with store.read() as unit:
        branch = kept_branches.get(unit)
        if branch is None:
            raise NotFoundError("还没有填写党支部。请先填写支部名称和主题党日固定日。")
        return Book(
            branch=branch,
            month=month,
            # Records may name people who are in the trash by now.
            members=(
                *kept_members.everyone(unit),
                *kept_members.everyone(unit, deleted=True),
            ),
            groups=tuple(kept_branches.groups(unit)),
            meetings=tuple(meetings),
            year_meetings=tuple(
                one
                for one in kept_meetings.between(unit, date(year, 1, 1), date(year, 12, 31))
                if one.state != words.VOID
            ),
            dues=tuple(dues),
            # What is older than six months is not made up any more (`domain/rules.md` D5).
            earlier_dues=tuple(kept_dues.between(unit, f"{year - 1}-07", f"{year - 1}-12")),
            year_dues=tuple(kept_dues.between(unit, f"{year}-01", f"{year}-12")),
            entries=tuple(kept_entries.of_year(unit, year)),
            settings=kept_settings.all(unit),
            beside=more,
            prepared_on=_days_by_key(
                kept_meetings.get(unit, key) for key in sorted(_fixed_by(meetings))
            ),
            pictures=_pictures(store, meetings) if pictures else {},
            sample=is_sample(store),
        )


def _fixed_by(meetings: Iterable[Meeting]) -> set[str]:
    """Return the keys of the committee meetings that settled the themes of these."""
    return {one.fixed_by_id for one in meetings if one.fixed_by_id}


def _days_by_key(meetings: Iterable[Meeting | None]) -> dict[str, date]:
    return {one.id: day for one in meetings if one is not None and (day := day_of(one)) is not None}


def _pictures(store: Store, meetings: Iterable[Meeting]) -> dict[str, bytes]:
    hashes = {photo.content_hash for meeting in meetings for photo in meeting.photos}
    return {one: kept_photos.get(store, one) for one in sorted(hashes)}
