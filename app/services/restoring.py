"""Bringing a backup copy back while nobody has the records open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.store import backups as kept

if TYPE_CHECKING:
    from pathlib import Path


def restore(
    copy: Path, folder: Path, *, profile: Path | None = None, code: str | None = None
) -> Path | None:
    """Put a backup copy in place of a folder's records.

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
