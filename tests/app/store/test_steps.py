"""A file of every released version opens and keeps what is in it.

`tests/data/schema/step_N.sql` is a database as the version whose last step was N wrote it, with
everything a records document could say then.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from app.records import Base, Meeting, Vote, VoteCounter, VoteExclusion
from app.store import Store, backups, branches, meetings, members, schema
from app.store.connection import driver_of
from tests.factories import BRANCH_ID, Reopen

DATA = Path(__file__).parents[2] / "data" / "schema"
OLD = sorted(DATA.glob("step_*.sql"))


def count_rows(store: Store, tables: list[str]) -> dict[str, int]:
    with store.connect() as connection:
        return {
            table: connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()
            for table in tables
        }


def fill(store: Store, path: Path) -> list[str]:
    """Put an old database in place of a new one and return its tables."""
    with store.connect() as connection:
        driver = driver_of(connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        for table in sa.inspect(connection).get_table_names():
            driver.execute(f'DROP TABLE "{table}"')
        driver.executescript(path.read_text("utf-8"))
        driver.execute(f"PRAGMA user_version = {int(path.stem.removeprefix('step_'))}")
        return sorted(sa.inspect(connection).get_table_names())


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(made: Store, request: pytest.FixtureRequest) -> tuple[Store, dict[str, int]]:
    tables = fill(made, request.param)
    return made, count_rows(made, tables)


def test_there_is_a_file_of_every_step_but_the_last() -> None:
    assert len(OLD) == len(schema.STEPS) - 1


def test_an_old_file_keeps_every_row(old: tuple[Store, dict[str, int]], again: Reopen) -> None:
    before, rows = old
    assert rows["meetings"] > 0
    assert rows["history"] > 0
    store = again(before)
    assert count_rows(store, list(rows)) == rows
    assert store.verify() == []
    assert len(backups.copies(store.folder / "backups")) == 1


def test_an_old_file_has_the_tables_of_the_models_afterwards(
    old: tuple[Store, dict[str, int]], again: Reopen
) -> None:
    store = again(old[0])
    with store.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
        keys = sa.inspect(connection).get_foreign_keys("meetings")
    assert "fk_meetings_group_id" in {key["name"] for key in keys}


def test_an_old_meeting_takes_a_group_and_a_vote(
    old: tuple[Store, dict[str, int]], again: Reopen
) -> None:
    store = again(old[0])
    with store.read() as unit:
        first, second, *_ = members.everyone(unit)
        meeting, *_ = meetings.between(unit, date.min, date.max)
        meeting.group_id = branches.groups(unit)[0].id
    meeting.votes = [vote_about(first.id, second.id)]
    with store.write("meetings") as unit:
        meetings.save(unit, meeting)
    with store.read() as unit:
        kept: Meeting | None = meetings.get(unit, meeting.id)
    assert kept is not None
    assert kept.group_id is not None
    (vote,) = kept.votes
    assert (vote.in_favour, vote.exclusions[0].member_id) == (13, second.id)
    assert [one.role for one in vote.counters] == ["监票人"]
    assert store.verify() == []


def vote_about(member_id: str, other_id: str) -> Vote:
    return Vote(
        branch_id=BRANCH_ID,
        subject="转正",
        about_id=member_id,
        rule="V3",
        in_favour=13,
        exclusions=[VoteExclusion(branch_id=BRANCH_ID, member_id=other_id, reason="卧床")],
        counters=[VoteCounter(branch_id=BRANCH_ID, member_id=other_id, role="监票人")],
    )
