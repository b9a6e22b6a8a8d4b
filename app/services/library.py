"""What was said at all meetings so far, kept at hand to find words said again."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from app.rules.attendance import day_of
from app.rules.checks.said import Place, texts_of
from app.rules.similarity import TextIndex
from app.store import meetings as kept_meetings

if TYPE_CHECKING:
    from datetime import date

    from app.records import Meeting
    from app.store import Store


class TextLibrary:
    """The texts of every meeting before a day; only what has changed is read again."""

    def __init__(self) -> None:
        self._index: TextIndex[Place] = TextIndex()
        # Months are also checked beside the window.
        self._lock = Lock()
        self._versions: dict[str, int] = {}
        self._numbers: dict[str, list[int]] = {}

    def before(self, store: Store, day: date) -> TextIndex[Place]:
        """Return the texts of the meetings before a day, and perhaps of some after it."""
        with self._lock, store.read() as unit:
            there = kept_meetings.versions(unit)
            for key in self._versions.keys() - there.keys():
                self._forget(key)
            changed = [
                key
                for key, (version, on) in there.items()
                if on < day.isoformat() and self._versions.get(key) != version
            ]
            for meeting in kept_meetings.texts(unit, changed):
                self._forget(meeting.id)
                self._take_in(meeting)
                self._versions[meeting.id], _ = there[meeting.id]
        return self._index

    def _take_in(self, meeting: Meeting) -> None:
        day = day_of(meeting)
        self._numbers[meeting.id] = [
            self._index.add(Place(meeting.id, day, one), one.text)
            for one in texts_of(meeting)
            if day is not None and one.is_own
        ]

    def _forget(self, key: str) -> None:
        for number in self._numbers.pop(key, ()):
            self._index.drop(number)
        self._versions.pop(key, None)
