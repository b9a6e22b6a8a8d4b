"""Copies of everything, each opened and counted before it counts.

A copy is a folder with a database under a key of its own, its header, and what was counted. All
copies in one place share one folder of photos. A copy opens with what opens the records: the key
in the user's profile, the recovery code, the passphrase.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect

from app import clock, paths
from app.errors import DamagedFileError
from app.log import get_logger
from app.store import folders, history, key, photos, rotation
from app.store import header as headers
from app.store.connection import connect, driver_of, find_damage, make_engine
from app.store.failures import mapped_failures, mapped_file_failures
from app.store.lock import FileLock

if TYPE_CHECKING:
    from app.store.engine import Store

_COUNTED = "counted.json"
_STAMP = "%Y%m%d-%H%M%S-%f"
_SET_ASIDE = "before-restore"
_BAD_COPY = "这份备份不完整或已损坏。请换用另一份备份。"

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup: where it lies, when it was made (local time), and the last change in it."""

    folder: Path
    made_at: datetime
    changes: int


def backup(store: Store, target_folder: Path | None = None) -> Path:
    """Copy the records, also while they are being written, and return the copy's folder.

    Without a target the copy goes beside the records, and old copies there are thinned out.

    Raises:
        StoreError: There is no room, the target cannot be written, or the copy is not whole; the
            copies before it stay.
    """
    place = target_folder or store.folder / folders.BACKUPS
    final = _free_name(place)
    part = place / f".{final.name}.part"
    with mapped_file_failures(store.folder):
        try:
            part.mkdir(parents=True)
            _copy_database(store, part)
            _copy_photos(store, place / folders.PHOTOS)
            part.replace(final)
            folders.sync_folder(place)
        finally:
            if part.exists():
                shutil.rmtree(part)
    if target_folder is None:
        _thin_out(place)
    _log.info("backup made")
    return final


def copies(place: Path) -> list[Copy]:
    """Return the finished copies in a folder of backups, the newest first."""
    found = []
    for counted in place.glob(f"[0-9]*/{_COUNTED}"):
        with suppress(ValueError, KeyError, OSError):
            made_at = datetime.strptime(counted.parent.name, _STAMP)  # noqa: DTZ007 - local
            changes = int(json.loads(counted.read_bytes())["changes"])
            found.append(Copy(counted.parent, made_at, changes))
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def latest(store: Store) -> Copy | None:
    """Return the newest copy beside the records, or `None`."""
    return next(iter(copies(store.folder / folders.BACKUPS)), None)


def is_due(store: Store) -> bool:
    """Say whether anything was saved since the newest copy beside the records."""
    with store.connect() as connection:
        changes = history.count(connection)
    newest = latest(store)
    return changes > 0 and (newest is None or newest.changes != changes)


def restore(
    source: Path, folder: Path, *, profile: Path | None = None, code: str | None = None
) -> Path | None:
    """Put a copy in place of a folder's records and return where those were set aside, if any.

    The copy is checked before anything is touched. With a recovery code, the user's profile gets
    a new key. No copy is removed.

    Raises:
        WrongKeyError: The profile has no key for the copy: ask for the recovery code.
        DamagedFileError: The copy is damaged; another one may be whole.
        InUseError: The records are open.
        StoreError: The folder cannot be used.
    """
    where = profile or paths.user_profile_folder()
    folders.refuse_network(folder)
    header = headers.read_header(source / folders.HEADER)
    file_key = header.open_with_code(code) if code else header.open_with_profile(where)
    with mapped_file_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / folders.LOCK)
    fetched = folder / f"{folders.DATABASE}.part"
    try:
        with mapped_file_failures(folder):
            folders.write_synced(fetched, _read_copy(source / folders.DATABASE))
            wanted = _refuse_bad_copy(fetched, source / _COUNTED, header, file_key)
            _fetch_photos(source.parent / folders.PHOTOS, folder, wanted, file_key)
            aside = _set_aside(folder)
            opened = headers.add_profile(header, file_key, where) if code else header
            headers.write_header(folder / folders.HEADER, opened)
            fetched.replace(folder / folders.DATABASE)
            folders.sync_folder(folder)
    finally:
        fetched.unlink(missing_ok=True)
        lock.release()
    _log.info("backup restored")
    return aside


def _free_name(place: Path) -> Path:
    """Return the path of a copy made now; the clock may stand still or go back."""
    made_at = clock.utc_now().astimezone().replace(tzinfo=None)
    while (place / f"{made_at:{_STAMP}}").exists():
        made_at += timedelta(microseconds=1)
    return place / f"{made_at:{_STAMP}}"


def _copy_database(store: Store, part: Path) -> None:
    database, header = part / folders.DATABASE, store.header.for_copy()
    target = connect(database, key.database_key(store.file_key, header.database_salt))
    try:
        with store.connect() as source:
            # One moment: what is counted is what is copied, whatever is being written meanwhile.
            rows, changes = _rows(source), history.count(source)
            driver_of(source).backup(target)
        # One file without a log beside it, which opens from a write-protected stick too.
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
    headers.write_header(part / folders.HEADER, header)
    counted = json.dumps({"changes": changes, "rows": rows}).encode()
    folders.write_synced(part / _COUNTED, counted)
    _refuse_bad_copy(database, part / _COUNTED, header, store.file_key)


def _refuse_bad_copy(
    database: Path, counted: Path, header: headers.Header, file_key: bytes
) -> set[str]:
    """Open a copy, check and count it; return the hashes of its photos and scans.

    Raises:
        DamagedFileError: It is not what was copied.
    """
    wanted = _read_counted(counted)
    if database.stat().st_size == 0:
        raise DamagedFileError(_BAD_COPY)
    engine = make_engine(database, key.database_key(file_key, header.database_salt))
    try:
        with mapped_failures(database.parent), engine.connect() as connection:
            if find_damage(driver_of(connection)) or _rows(connection) != wanted:
                raise DamagedFileError(_BAD_COPY)
            return set(photos.named(connection))
    except DamagedFileError as error:
        raise DamagedFileError(_BAD_COPY) from error
    finally:
        engine.dispose()


def _read_counted(path: Path) -> dict[str, int]:
    try:
        rows: dict[str, int] = json.loads(_read_copy(path))["rows"]
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedFileError(_BAD_COPY) from error
    return rows


def _rows(connection: Connection) -> dict[str, int]:
    """Return the number of rows of each table."""
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in sorted(inspect(connection).get_table_names())
    }


def _copy_photos(store: Store, pool: Path) -> None:
    """Copy the pictures and scans that the pool has not got; they are sealed alike everywhere."""
    with store.connect() as connection:
        wanted = photos.named(connection)
    for content_hash in sorted(wanted):
        origin = photos.path_of(store.folder / folders.PHOTOS, content_hash)
        # A picture that is missing is no reason to have no backup of the rest; verify tells.
        if origin.exists() and not photos.path_of(pool, content_hash).exists():
            _copy_photo(origin, photos.path_of(pool, content_hash))


def _fetch_photos(pool: Path, folder: Path, wanted: set[str], file_key: bytes) -> None:
    """Copy the pictures and scans that are missing or damaged here."""
    here = folder / folders.PHOTOS
    for content_hash in sorted(wanted):
        origin = photos.path_of(pool, content_hash)
        if origin.exists() and not photos.is_whole(here, file_key, content_hash):
            _copy_photo(origin, photos.path_of(here, content_hash))


def _copy_photo(origin: Path, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    folders.write_synced(path, origin.read_bytes())


def _read_copy(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise DamagedFileError(_BAD_COPY) from error


def _set_aside(folder: Path) -> Path | None:
    """Move database and header of a folder out of the way, with what waits in the log."""
    names = (folders.DATABASE, f"{folders.DATABASE}-wal", f"{folders.DATABASE}-shm", folders.HEADER)
    there = [folder / name for name in names if (folder / name).exists()]
    if not there:
        return None
    aside = folder / _SET_ASIDE / f"{clock.now():%Y%m%d-%H%M%S}"
    while aside.exists():
        aside = aside.with_name(f"{aside.name}+")
    aside.mkdir(parents=True)
    for path in there:
        path.replace(aside / path.name)
    return aside


def _thin_out(place: Path) -> None:
    there = {copy.made_at: copy.folder for copy in copies(place)}
    staying = rotation.kept(there, clock.now())
    for made_at, folder in there.items():
        if made_at not in staying:
            shutil.rmtree(folder)
