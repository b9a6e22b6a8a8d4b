"""Scans of signed pages and other PDF files of a meeting: taken in, kept sealed, given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.scans import page_count
from app.records import Attachment
from app.store import branches as kept_branches
from app.store import photos as kept

if TYPE_CHECKING:
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

    def pdf(self, content_hash: str) -> bytes:
        """Return a scan.

        Raises:
            StoreError: its file is missing or damaged.
        """
        return kept.get(self._store, content_hash)
