"""Backup copies: made on leaving, counted, and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import backups as kept

if TYPE_CHECKING:
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
