"""Makes the tables of a new file as the ladder made them the first time, without climbing it anew.

Alembic takes a third of a second for the steps, which most tests pay only to get an empty file.
The tests of the store itself climb.
"""

from __future__ import annotations

from sqlalchemy import Engine

from app.store import schema
from app.store.connection import driver_of

_climb = schema.build
_made: list[str] = []


def build(engine: Engine) -> None:
    """Make all tables in an empty database, the first time by the ladder."""
    if not _made:
        _climb(engine)
        with engine.connect() as connection:
            rows = driver_of(connection).execute(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
            )
            _made.extend(row[0] for row in rows if "sqlite_" not in row[0])
        return
    with engine.connect() as connection:
        driver = driver_of(connection)
        driver.execute("BEGIN IMMEDIATE")
        for statement in _made:
            driver.execute(statement)
        driver.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        driver.execute(f"PRAGMA user_version = {len(schema.STEPS)}")
        driver.execute("COMMIT")
