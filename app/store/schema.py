"""The numbered ladder that brings a database to this version's tables.

The number of the last step taken is in the file (`user_version`). A step and its number are one
transaction: after a crash the file is as before the step or as after it. To change the schema,
append a step; a shipped one is never edited.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, MetaData

from app.errors import NewerFileError, StoreError
from app.log import get_logger
from app.records import Base
from app.store.connection import driver_of, for_writing

APPLICATION_ID = 0x5A484942  # "ZHIB"

if TYPE_CHECKING:
    from alembic.operations import Operations

_log = get_logger(__name__)


def build(engine: Engine) -> None:
    """Make all tables in an empty database."""
    _climb(engine, 0)


def prepare(engine: Engine, *, copy_first: Callable[[], object]) -> None:
    """Take the steps that an existing database lacks; `copy_first` is called before the first.

    Raises:
        NewerFileError: A newer version of the program wrote the file.
        StoreError: Another program wrote the file.
    """
    with engine.connect() as connection:
        driver = driver_of(connection)
        at, application = _pragma(driver, "user_version"), _pragma(driver, "application_id")
    if application != APPLICATION_ID:
        raise StoreError("这个文件不是本程序的记录。请选择放记录的文件夹。")
    if at > len(STEPS):
        raise NewerFileError("这份记录由更新版本的程序保存过。请先升级本程序再打开，以免丢内容。")
    if at < len(STEPS):
        copy_first()
        _climb(engine, at)


def _climb(engine: Engine, at: int) -> None:
    with for_writing(engine).connect() as connection:
        for number in range(at + 1, len(STEPS) + 1):
            _take(connection, number)


def _take(connection: Connection, number: int) -> None:
    """Take one step and write its number, or leave everything as it was."""
    # Alembic takes longer to import than everything else here and is needed only now.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext

    named = MetaData(naming_convention=Base.metadata.naming_convention)
    context = MigrationContext.configure(connection, opts={"target_metadata": named})
    driver = driver_of(connection)
    # Outside the transaction, where alone it has an effect: rebuilding a table that others refer
    # to would otherwise delete their rows without a word.
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            STEPS[number - 1](Operations(context))
            dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if dangling:
                raise RuntimeError(f"schema step {number} leaves {len(dangling)} dangling rows")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
    _log.info("schema step %d taken", number)


def _pragma(driver: Any, name: str) -> int:
    return int(driver.execute(f"PRAGMA {name}").fetchone()[0])


def _step_0001(op: Operations) -> None:
    from app.store.steps.step_0001 import upgrade

    upgrade(op)


def _step_0002(op: Operations) -> None:
    from app.store.steps.step_0002 import upgrade

    upgrade(op)


def _step_0003(op: Operations) -> None:
    from app.store.steps.step_0003 import upgrade

    upgrade(op)


# Functions that import, so that Alembic is only loaded for a step and a frozen build finds them.
STEPS: tuple[Callable[[Operations], None], ...] = (_step_0001, _step_0002, _step_0003)
