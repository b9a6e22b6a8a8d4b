"""How the encrypted database is opened: key, pragmas, transactions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from app.log import get_logger

# Older builds can lose a commit when the write-ahead log starts over (fixed in 3.51.3).
LEAST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 5.0

_log = get_logger(__name__)

_WRITES = "zhibu_writes"
_PRAGMAS = (
    "cipher_log_level = NONE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_size = -65536",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "secure_delete = ON",
)


def connect(path: Path, database_key: bytes) -> Any:
    """Return a driver connection with the key set; the key is only tried at the first read.

    The driver opens no transactions by itself: its own rules break savepoints and the rollback of
    schema changes.
    """
    if sqlcipher3.sqlite_version_info < LEAST_SQLITE:
        raise RuntimeError(f"SQLite {sqlcipher3.sqlite_version} is too old")
    connection = sqlcipher3.connect(
        str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute(f"PRAGMA key = \"x'{database_key.hex()}'\"")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def make_engine(path: Path, database_key: bytes) -> Engine:
    """Return an engine for the threads of one program; connections are kept for reuse."""
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: connect(path, database_key),
        poolclass=QueuePool,
        pool_size=3,
        hide_parameters=True,  # what a member wrote has no place in a log
    )
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return the engine whose transactions take the write lock when they begin.

    A transaction that takes it only at its first write can fail there, after reading what another
    one has changed since.
    """
    return engine.execution_options(**{_WRITES: True})


def driver_of(connection: Connection) -> Any:
    """Return the driver's own connection, for what must run outside a transaction."""
    return connection.connection.driver_connection


def find_damage(driver: Any) -> int:
    """Return how many faults a database has: pages whose seal does not fit, broken structure."""
    pages = driver.execute("PRAGMA cipher_integrity_check").fetchall()
    findings = driver.execute("PRAGMA quick_check").fetchall()
    faults: int = len(pages) + sum(finding != ("ok",) for finding in findings)
    if faults:
        _log.error("damaged: %d pages, structure %s", len(pages), findings == [("ok",)])
    return faults


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        # Rows are written in no particular order; what they refer to must be there at the end.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    else:
        connection.exec_driver_sql("BEGIN")
