"""The records of one branch, opened: the only way to read and to change them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app import clock, paths
from app.errors import DamagedFileError, StoreError
from app.store import folders, history, key, schema
from app.store import header as headers
from app.store.connection import driver_of, find_damage, for_writing, make_engine
from app.store.failures import DAMAGED, mapped_failures, mapped_file_failures
from app.store.lock import FileLock

Unit = Session
Areas = frozenset[str]
Listener = Callable[[Areas], object]


class Store:
    """The open records of one folder; made by `create`, `open` or `open_with_recovery`.

    May be used from several threads; every unit belongs to the thread that opened it.
    """

    def __init__(self, folder: Path, header: headers.Header, file_key: bytes, lock: FileLock):
        """Use `create`, `open` or `open_with_recovery` instead."""
        self.folder = folder
        self.header = header
        self.file_key = file_key
        self._lock = lock
        self._engine = make_engine(
            folder / folders.DATABASE, key.database_key(file_key, header.database_salt)
        )
        self._writer = for_writing(self._engine)
        self._one_writer = threading.Lock()
        self._writing_thread: int | None = None
        self._listeners: list[Listener] = []
        self._closed = False
        self._check()

    @staticmethod
    def exists(folder: Path) -> bool:
        """Say whether a folder holds records, whole or not."""
        return (folder / folders.DATABASE).exists()

    @classmethod
    def create(cls, folder: Path, *, profile: Path | None = None) -> tuple[Store, str]:
        """Make empty records in a folder and return them with their recovery code.

        The code is not kept anywhere: it has to be printed or written down now.

        Raises:
            StoreError: The folder is on the network, holds records already or cannot be written.
        """
        folders.refuse_network(folder)
        with mapped_file_failures(folder):
            folder.mkdir(parents=True, exist_ok=True)
        folders.refuse_when_full(folder)
        lock = FileLock(folder / folders.LOCK)
        try:
            if cls.exists(folder):
                raise StoreError("这个文件夹里已经有记录。请直接打开它，或另选一个空文件夹。")
            header, file_key, code = _build(folder, profile or paths.user_profile_folder())
            return cls(folder, header, file_key, lock), code
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, folder: Path, *, profile: Path | None = None) -> Store:
        """Open the records of a folder with the key in the user's profile.

        Raises:
            WrongKeyError: The profile has no key for them: ask for the recovery code.
            DamagedFileError: Header or database are damaged or missing.
            NewerFileError: A newer version of the program wrote them.
            InUseError: Another program has them open.
            StoreError: The folder is on the network or cannot be read.
        """
        where = profile or paths.user_profile_folder()
        return cls._open(folder, lambda header: (header, header.open_with_profile(where)))

    @classmethod
    def open_with_recovery(cls, folder: Path, code: str, *, profile: Path | None = None) -> Store:
        """Open the records with the printed code and put a new key into the user's profile.

        Raises:
            InvalidInputError: The code is mistyped.
            WrongKeyError: The code belongs to other records.
            StoreError: As for `open`.
        """
        where = profile or paths.user_profile_folder()

        def unlock(header: headers.Header) -> tuple[headers.Header, bytes]:
            file_key = header.open_with_code(code)
            with mapped_file_failures(folder):
                opened = headers.add_profile(header, file_key, where)
                headers.write_header(folder / folders.HEADER, opened)
            return opened, file_key

        return cls._open(folder, unlock)

    @classmethod
    def _open(
        cls, folder: Path, unlock: Callable[[headers.Header], tuple[headers.Header, bytes]]
    ) -> Store:
        folders.refuse_network(folder)
        if not cls.exists(folder):
            raise StoreError("这个文件夹里没有记录。请选择放记录的文件夹，或新建一份。")
        lock = FileLock(folder / folders.LOCK)
        try:
            database = folder / folders.DATABASE
            # An empty file would open without any complaint.
            if not database.exists() or database.stat().st_size == 0:
                raise DamagedFileError("记录文件不见了或是空的。请从最近的备份恢复。")
            header, file_key = unlock(headers.read_header(folder / folders.HEADER))
            return cls(folder, header, file_key, lock)
        except BaseException:
            lock.release()
            raise

    def _check(self) -> None:
        """Check the database and bring it to this version's schema."""
        from app.store import backups

        try:
            with mapped_failures(self.folder), self._engine.connect() as connection:
                driver = driver_of(connection)
                driver.execute("PRAGMA journal_mode = WAL")
                # First, because pages that wait in the log may mend torn ones in the file.
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                if find_damage(driver):
                    raise DamagedFileError(DAMAGED)
            with mapped_failures(self.folder):
                schema.prepare(self._engine, copy_first=lambda: backups.backup(self))
        except BaseException:
            self._engine.dispose()
            raise

    def close(self, *, backup: bool = True) -> None:
        """Close the records; first make a copy, if anything was saved since the last one.

        The records are closed whatever happens to the copy. A second time does nothing.

        Raises:
            StoreError: The copy failed.
        """
        if self._closed:
            return
        from app.store import backups

        try:
            if backup and backups.is_due(self):
                backups.backup(self)
        finally:
            self._closed = True
            try:
                with mapped_failures(self.folder), self._engine.connect() as connection:
                    driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self._engine.dispose()
                self._lock.release()

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """Give a unit that sees one moment of the records.

        What was read stays usable afterwards, detached. Changes to it are not saved.
        """
        self._refuse_closed()
        with mapped_failures(self.folder):
            session = Session(self._engine, expire_on_commit=False, autoflush=False)
            try:
                yield session
            finally:
                session.close()

    @contextmanager
    def write(self, *areas: str, who: str = "") -> Iterator[Unit]:
        """Give a unit whose changes are kept together, with history, or not at all.

        Afterwards every listener is told the areas. `who` is the name written into the history.

        Raises:
            StaleError: A record was changed since it was read.
            StoreError: It could not be saved, with what to do.
        """
        self._refuse_closed()
        with (
            self._one_write_at_a_time(),
            mapped_failures(self.folder),
            self._writer.connect() as connection,
        ):
            session = Session(connection, expire_on_commit=False, autoflush=False)
            try:
                history.watch(session, who)
                yield session
                session.commit()
            finally:
                session.close()
                # A refused commit leaves the transaction open, and SQLAlchemy takes it for over.
                driver_of(connection).rollback()
        for listener in tuple(self._listeners):
            listener(frozenset(areas))

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Call back with the areas of each write, in the thread that wrote; return the undoing."""
        self._listeners.append(callback)

        def unsubscribe() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return unsubscribe

    def verify(self) -> list[str]:
        """Return a Chinese sentence for each fault of file, history or photos."""
        from app.store import verify

        return verify.verify(self)

    def refuse_when_full(self) -> None:
        """Refuse to start editing when less than 200 MB are free.

        Raises:
            DiskFullError: There is too little room.
        """
        folders.refuse_when_full(self.folder)

    def keep_ballast(self) -> None:
        """Set 16 MB aside beside the records, given up when the disk is full."""
        with mapped_file_failures(self.folder):
            folders.keep_ballast(self.folder)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Give a plain connection for the store's own modules."""
        self._refuse_closed()
        with mapped_failures(self.folder), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _one_write_at_a_time(self) -> Iterator[None]:
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a write inside a write would wait for itself")
        with self._one_writer:
            self._writing_thread = threading.get_ident()
            try:
                yield
            finally:
                self._writing_thread = None

    def _refuse_closed(self) -> None:
        if self._closed:
            raise RuntimeError("the store is closed")


def _build(folder: Path, profile: Path) -> tuple[headers.Header, bytes, str]:
    """Write header and empty database; the database has its name only when it is whole."""
    file_key, code = key.new_key(), key.new_recovery_code()
    header = headers.new_header(file_key, code, key.RECOVERY_COST)
    part = folder / f"{folders.DATABASE}.part"
    with mapped_file_failures(folder):
        _set_aside(folder / folders.HEADER)
        header = headers.add_profile(header, file_key, profile)
        headers.write_header(folder / folders.HEADER, header)
        part.unlink(missing_ok=True)
    engine = make_engine(part, key.database_key(file_key, header.database_salt))
    try:
        with mapped_failures(folder):
            schema.build(engine)
    finally:
        engine.dispose()
    with mapped_file_failures(folder):
        part.replace(folder / folders.DATABASE)
        folders.sync_folder(folder)
    return header, file_key, code


def _set_aside(header: Path) -> None:
    """Keep a header whose database is gone: it may come back out of the bin."""
    if header.exists():
        header.replace(header.with_name(f"{header.stem}.{clock.now():%Y%m%d-%H%M%S}.json"))
