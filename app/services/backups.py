"""Backup copies: made on leaving, counted, and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import backups as kept

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from app.store import Store


class BackupService:
    """Makes and lists backup copies of the open records."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def backup(self, folder: Path | None = None) -> Path:
        """Write a copy, open and count it, and return where it lies.

        Raises:
            StoreError: the copy could not be made or does not count up.
        """
        return kept.backup(self._store, folder)

    def latest(self) -> datetime | None:
        """Return when the newest copy beside the records was made (local time), or `None`."""
        copy = kept.latest(self._store)
        return copy.made_at if copy else None


def restore(source: Path, folder: Path, *, code: str | None = None) -> Path | None:
    """Put a copy in place of a folder's records; those that were there are set aside.

    Args:
        source: the folder of a copy.
        folder: the folder the records are used from; nobody may have it open.
        code: the recovery code, on a computer that has no key for the copy.

    Returns:
        Where the earlier records lie now, or `None` when there were none.

    Raises:
        StoreError: the copy is damaged, its key is missing, or the folder is in use.
    """
    return kept.restore(source, folder, code=code)
