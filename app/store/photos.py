"""The pictures, each in a sealed file of its own, named by the hash of what is inside.

The same picture is kept once, a name that does not fit its content is noticed, and backups copy a
file that they have not got yet.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.errors import StoreError
from app.records import Photo
from app.store import folders, key
from app.store.failures import mapped_file_failures

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.store.engine import Store

_SUFFIX = ".sealed"


def put(store: Store, jpeg: bytes) -> str:
    """Keep a picture on the disk and return its hash; its row may be saved after that.

    Raises:
        StoreError: It cannot be written.
    """
    content_hash = hashlib.sha256(jpeg).hexdigest()
    path = path_of(store.folder / folders.PHOTOS, content_hash)
    sealed = key.seal(key.photo_key(store.file_key), jpeg, content_hash.encode())
    with mapped_file_failures(store.folder):
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.write_synced(path, sealed)
    return content_hash


def get(store: Store, content_hash: str) -> bytes:
    """Return a picture.

    Raises:
        StoreError: It is missing or damaged.
    """
    return read(store.folder / folders.PHOTOS, store.file_key, content_hash)


def read(pool: Path, file_key: bytes, content_hash: str) -> bytes:
    """Return a picture of any folder of photos.

    Raises:
        StoreError: It is missing or damaged.
    """
    path = path_of(pool, content_hash)
    try:
        sealed = path.read_bytes()
    except OSError as error:
        raise StoreError("照片文件不见了。请从备份恢复，或重新添加这张照片。") from error
    jpeg = key.unseal(key.photo_key(file_key), sealed, content_hash.encode())
    if jpeg is None:
        raise StoreError("照片文件已损坏。请从备份恢复，或重新添加这张照片。")
    return jpeg


def is_whole(pool: Path, file_key: bytes, content_hash: str) -> bool:
    """Say whether a picture is there and opens."""
    try:
        read(pool, file_key, content_hash)
    except StoreError:
        return False
    return True


def path_of(pool: Path, content_hash: str) -> Path:
    """Return where a picture lies in a folder of photos."""
    return pool / content_hash[:2] / f"{content_hash}{_SUFFIX}"


def named(connection: Connection) -> set[str]:
    """Return the hashes of all pictures that a meeting has."""
    return set(connection.scalars(select(Photo.content_hash)))


def kept(pool: Path) -> set[str]:
    """Return the hashes of all pictures in a folder of photos."""
    return {path.name.removesuffix(_SUFFIX) for path in pool.glob(f"??/*{_SUFFIX}")}
