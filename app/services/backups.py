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


def restore(
    copy: Path, folder: Path, *, profile: Path | None = None, code: str | None = None
) -> Path | None:
    """Put a backup copy in place of a folder's records, while nobody has them open.

    Args:
        copy: the copy's folder, or any file in it.
        folder: where the records go; what is there is set aside.
        profile: where the key of this computer's user lies; `None` is the usual place.
        code: the recovery code, for a copy made on another computer.

    Returns:
        Where the records that were there have been set aside, if there were any.

    Raises:
        StoreError: the copy or the folder cannot be used; the sentence says why.
        InvalidInputError: the recovery code is mistyped.
    """
    return kept.restore(copy.parent if copy.is_file() else copy, folder, profile=profile, code=code)
