"""What was typed but not yet kept as a record; it survives a power cut."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app import log
from app.records.snapshot import from_plain, to_plain
from app.store import drafts as kept

if TYPE_CHECKING:
    from datetime import datetime

    from app.records import Record
    from app.store import Store

R = TypeVar("R", bound="Record")

logger = log.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class FoundDraft:
    """A record as it was last typed, and when that was (UTC)."""

    record: Record
    saved_at: datetime


class DraftService:
    """Keeps and finds drafts by area (`meetings`) and the record's key."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, area: str, record: Record) -> None:
        """Keep the record as it stands on the screen."""
        text = json.dumps(to_plain(record), ensure_ascii=False)
        with self._store.write() as unit:
            kept.put(unit, f"{area}/{record.id}", text)

    def get(self, area: str, record_class: type[Record], record_id: str) -> FoundDraft | None:
        """Return the draft of a record, or `None`."""
        with self._store.read() as unit:
            draft = kept.get(unit, f"{area}/{record_id}")
        if draft is None:
            return None
        return FoundDraft(from_plain(record_class, json.loads(draft.text)), draft.saved_at)

    def all(self, area: str, record_class: type[Record]) -> list[FoundDraft]:
        """Return all drafts of an area."""
        with self._store.read() as unit:
            drafts = kept.all(unit)
        return [
            FoundDraft(from_plain(record_class, json.loads(draft.text)), draft.saved_at)
            for draft in drafts
            if draft.key.startswith(f"{area}/")
        ]

    def drop(self, area: str, record_id: str) -> None:
        """Forget a draft."""
        with self._store.write() as unit:
            kept.drop(unit, f"{area}/{record_id}")
