"""How far the constitution and other rules are read (诵读进度), and the lists one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual.actions import RECITATION_ACTION
from app.rules.reading import (
    READING_LISTS_KEY,
    Progress,
    lists_of,
    own_lists,
    progress,
    written_lists,
)
from app.store import meetings as kept_meetings
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.store import Store


class ReadingService:
    """Reads all years at once: at one article a month the constitution takes nearly five."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def progress(self, before: date) -> list[Progress]:
        """Return how far each list was read at the meetings before a day."""
        with self._store.read() as unit:
            readings = kept_meetings.materials(unit, RECITATION_ACTION, before)
            lists = lists_of(kept_settings.all(unit))
        return progress(readings, lists)

    def own_lists(self) -> list[tuple[str, int]]:
        """Return title and number of articles of the lists the branch added."""
        with self._store.read() as unit:
            return [(one.title, one.numbers[-1]) for one in own_lists(kept_settings.all(unit))]

    def put_own_lists(self, added: Sequence[tuple[str, int]]) -> None:
        """Keep the lists the branch added.

        Raises:
            InvalidInputError: one of them cannot be right; nothing was kept.
        """
        text = written_lists(added)
        with self._store.write("settings") as unit:
            kept_settings.put(unit, READING_LISTS_KEY, text if added else None)
