"""Pictures and scans, each in a sealed file of its own, named by the hash of what is inside.

The same content is kept once, a name that does not fit its content is noticed, and backups copy a
file that they have not got yet.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from app.errors import StoreError
from app.records import Attachment, Finalisation, Photo
from app.store import folders, key
from app.store.failures import mapped_file_failures

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.store.engine import Store

_SUFFIX = ".sealed"


def put(store: Store, content: bytes) -> str:
    """Keep a picture or scan on the disk and return its hash; its row may be saved after that.

    Raises:
        StoreError: It cannot be written.
    """
    content_hash = hashlib.sha256(content).hexdigest()
    path = path_of(store.folder / folders.PHOTOS, content_hash)
    sealed = key.seal(key.photo_key(store.file_key), content, content_hash.encode())
    with mapped_file_failures(store.folder):
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.write_synced(path, sealed)
    return content_hash


def get(store: Store, content_hash: str) -> bytes:
    """Return a picture or scan.

    Raises:
        StoreError: It is missing or damaged.
    """
    return read(store.folder / folders.PHOTOS, store.file_key, content_hash)


def read(pool: Path, file_key: bytes, content_hash: str) -> bytes:
    """Return a picture or scan of any folder of photos.

    Raises:
        StoreError: It is missing or damaged.
    """
    path = path_of(pool, content_hash)
    try:
        sealed = path.read_bytes()
    except OSError as error:
        raise StoreError("文件不见了。请从备份恢复，或重新添加。") from error
    content = key.unseal(key.photo_key(file_key), sealed, content_hash.encode())
    if content is None:
        raise StoreError("文件已损坏。请从备份恢复，或重新添加。")
    return content


def is_whole(pool: Path, file_key: bytes, content_hash: str) -> bool:
    """Say whether a picture or scan is there and opens."""
    try:
        read(pool, file_key, content_hash)
    except StoreError:
        return False
    return True


def path_of(pool: Path, content_hash: str) -> Path:
    """Return where a picture or scan lies in a folder of photos."""
    return pool / content_hash[:2] / f"{content_hash}{_SUFFIX}"


def named(connection: Connection) -> dict[str, str]:
    """Return the hash of each picture and scan there has to be, with what it is called.

    Meetings have them, and so have the pages of finalised records, also where the picture was
    taken out of the meeting later. A file that is copied before it is brought to this version's
    tables has not got all of them yet.
    """
    there = set(inspect(connection).get_table_names())
    named: dict[str, str] = {}
    if Finalisation.__tablename__ in there:
        pages = connection.scalars(select(Finalisation.pages))
        named |= {one: "定稿页照片" for each in pages for one in each.get("pictures", ())}
    if Attachment.__tablename__ in there:
        named |= dict.fromkeys(connection.scalars(select(Attachment.content_hash)), "扫描件")
    return named | dict.fromkeys(connection.scalars(select(Photo.content_hash)), "照片")


def kept(pool: Path) -> set[str]:
    """Return the hashes of all pictures and scans in a folder of photos."""
    return {path.name.removesuffix(_SUFFIX) for path in pool.glob(f"??/*{_SUFFIX}")}
