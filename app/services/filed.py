"""The pages of finalised records as they were kept, and the pages of a record as it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from app import clock
from app.manual import words
from app.manual.pages import page_of
from app.printing.kept import from_plain, to_plain
from app.printing.pages import filled, layouts
from app.printing.pages.filed import Statement, settled
from app.printing.pages.leaves import Filed, sheets_of_meeting
from app.records import Meeting
from app.rules.attendance import day_of
from app.rules.entries import filed_on
from app.rules.filing import STATE_PLACE
from app.rules.texts import month_ends, month_of
from app.services.gathering import month_book
from app.store import filing as kept
from app.store import meetings as kept_meetings
from app.store import photos as kept_photos

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from app.printing.pages import Book
    from app.printing.sheet import Sheet
    from app.records import Entry, Finalisation
    from app.store import Store

KeptPages = dict[str, Any]


def filed_of(store: Store, subject_ids: Collection[str]) -> dict[str, Filed]:
    """Return the kept pages of those of some records that are finalised, by record.

    Raises:
        DamagedFileError: what was kept can no longer be read.
    """
    with store.read() as unit:
        found = kept.finalisations_of(unit, subject_ids)
        corrections = kept.corrections_of_all(unit, found.keys())
    picture = partial(kept_photos.get, store)
    return {
        key: Filed(
            [from_plain(sheet, picture) for sheet in one.pages["sheets"]],
            [row for row in corrections.get(key, ()) if row.place != STATE_PLACE],
        )
        for key, one in found.items()
        if one.pages
    }


def pages_kept(subject: Meeting | Entry, made: Finalisation, sheets: Iterable[Sheet]) -> KeptPages:
    """Return the pages of a record as its finalisation keeps them, with why it was late or bare."""
    day = subject_day(subject)
    stated = Statement(day, made.at.date(), made.late_reason, made.missing_reason)
    if not isinstance(subject, Meeting) and (field := page_of(subject.page).filed_by):
        stated = replace(stated, day_called=page_of(subject.page).field(field).label)
    shown = subject.photos if isinstance(subject, Meeting) else ()
    return {
        "sheets": [to_plain(settled(sheet, stated)) for sheet in sheets],
        "pictures": sorted({one.content_hash for one in shown}),
    }


def subject_day(subject: Meeting | Entry) -> date | None:
    """Return the day a record is of."""
    if isinstance(subject, Meeting):
        return day_of(subject)
    return filed_on(page_of(subject.page), subject)


def sheets_of(store: Store, subject: Meeting | Entry) -> list[Sheet]:
    """Return the pages of a meeting or an entry as it stands, kept or not."""
    if isinstance(subject, Meeting):
        return sheets_of_meeting(book_around(store, subject), subject)
    page = page_of(subject.page)
    day = filed_on(page, subject)
    book = month_book(store, month_of(day) if day else f"{subject.year}-12", [])
    others = (one for one in book.entries if one.id != subject.id)
    book = replace(book, entries=(*others, subject))
    entries, sheets = filled.entries_of(page, book), layouts.sheets(page, book)
    if page.paper == "register" or len(entries) != len(sheets) or subject not in entries:
        return layouts.sheets_of_entry(page, book, subject)
    return [sheets[entries.index(subject)]]


def book_around(store: Store, meeting: Meeting) -> Book:
    """Return the book of a meeting's month, with the meeting as it stands in its place."""
    month = month_of(day_of(meeting) or clock.today())
    with store.read() as unit:
        others = kept_meetings.between(unit, *month_ends(month))
    there = [one for one in others if one.state != words.VOID and one.id != meeting.id]
    places = {one.id: place for place, one in enumerate(others)}
    there.insert(min(places.get(meeting.id, len(there)), len(there)), meeting)
    return month_book(store, month, there, pictures=True)
