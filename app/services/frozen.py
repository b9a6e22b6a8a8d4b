"""Pages for finalised records that come from a document without them.

A record that is finalised here keeps its pages at once. One written by hand or by another program
says only that it was finalised and when; it gets the pages it has when it is loaded.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.printing.pages.leaves import sheets_of_meeting
from app.records import Meeting
from app.rules.attendance import day_of
from app.rules.texts import month_of
from app.services.filed import pages_kept, sheets_of
from app.services.gathering import month_book
from app.store import filing as kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.printing.sheet import Sheet
    from app.records import Finalisation
    from app.store import Store
    from app.store.filing import Subject


def freeze(store: Store, made: Iterable[Finalisation]) -> None:
    """Keep the pages of records whose finalisations have none."""
    bare = {one.subject_id: one for one in made if not one.pages}
    if not bare:
        return
    with store.read() as unit:
        subjects = [one for key in bare if (one := kept.subject(unit, key)) is not None]
    pages = {
        subject.id: pages_kept(subject, bare[subject.id], sheets)
        for subject, sheets in _sheets(store, subjects)
    }
    with store.write("meetings", "entries") as unit:
        kept.put_pages(unit, pages)


def _sheets(store: Store, subjects: Iterable[Subject]) -> Iterator[tuple[Subject, list[Sheet]]]:
    """Yield the sheets of each record; those of a month's meetings come from one book."""
    months: dict[str, list[Meeting]] = defaultdict(list)
    for subject in subjects:
        day = day_of(subject) if isinstance(subject, Meeting) else None
        if isinstance(subject, Meeting) and day is not None:
            months[month_of(day)].append(subject)
        else:
            yield subject, sheets_of(store, subject)
    for month, meetings in months.items():
        book = month_book(store, month, meetings, pictures=True)
        for meeting in meetings:
            yield meeting, sheets_of_meeting(book, meeting)
