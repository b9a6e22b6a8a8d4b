"""Scans of signed pages and other PDF files of a meeting: taken in, kept sealed, given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import InvalidInputError, NotFoundError
from app.exchange.scans import page_count
from app.manual import words
from app.records import Attachment
from app.store import branches as kept_branches
from app.store import meetings as kept_meetings
from app.store import photos as kept

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.store import Store


class AttachmentService:
    """Takes in and gives out scans."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, path: Path) -> Attachment:
        """Seal a PDF file and return its record, to be put into a meeting.

        Raises:
            InvalidInputError: the file is no PDF that can be kept.
        """
        content = path.read_bytes()
        pages = page_count(content)
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
        return Attachment(
            branch_id=branch.id if branch else "",
            content_hash=kept.put(self._store, content),
            name=path.stem,
            pages=pages,
        )

    def add_to_settled(self, meeting_id: str, taken: Sequence[Attachment]) -> None:
        """Keep scans of signed pages with a finalised record; nothing printed changes by that.

        Raises:
            InvalidInputError: the record is void.
            NotFoundError: there is no such meeting.
            StaleError: it was changed elsewhere in between.
        """
        with self._store.read() as unit:
            meeting = kept_meetings.get(unit, meeting_id)
        if meeting is None:
            raise NotFoundError("找不到这次活动，可能已经移到回收站。")
        if meeting.state == words.VOID:
            raise InvalidInputError("这份记录已经作废，不再添加扫描件。请添加到有效的那份记录。")
        meeting.attachments.extend(taken)
        with self._store.write("meetings") as unit:
            kept_meetings.save(unit, meeting)

    def pdf(self, content_hash: str) -> bytes:
        """Return a scan.

        Raises:
            StoreError: its file is missing or damaged.
        """
        return kept.get(self._store, content_hash)
