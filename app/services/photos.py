"""Photos of meetings: taken in clean, kept sealed, given out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.pictures import to_jpeg, turned
from app.records import Photo
from app.store import branches as kept_branches
from app.store import photos as kept

if TYPE_CHECKING:
    from pathlib import Path

    from app.exchange.pictures import TakenPicture
    from app.store import Store


class PhotoService:
    """Takes in and gives out pictures."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, path: Path) -> Photo:
        """Seal a picture file and return its record, to be put into a meeting.

        Raises:
            InvalidInputError: the file is not a picture that can be read.
        """
        return self.add_bytes(path.read_bytes())

    def add_bytes(self, content: bytes) -> Photo:
        """Seal a picture and return its record, as `add`."""
        return self._sealed(to_jpeg(content))

    def turned(self, content_hash: str) -> Photo:
        """Seal a picture once more, turned by a quarter to the right; return its record, as `add`.

        The one before stays, so that turning can be undone.

        Raises:
            StoreError: its file is missing or damaged.
        """
        return self._sealed(turned(self.jpeg(content_hash)))

    def _sealed(self, picture: TakenPicture) -> Photo:
        with self._store.read() as unit:
            branch = kept_branches.get(unit)
        return Photo(
            branch_id=branch.id if branch else "",
            content_hash=kept.put(self._store, picture.jpeg),
            width_px=picture.width_px,
            height_px=picture.height_px,
            taken_on=picture.taken_on,
        )

    def jpeg(self, content_hash: str) -> bytes:
        """Return a picture.

        Raises:
            StoreError: its file is missing or damaged.
        """
        return kept.get(self._store, content_hash)
