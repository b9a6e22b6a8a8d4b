from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext

from app.records import Base
from app.store import Store, backups, branches, members, schema
from tests.factories import Reopen, make_members

Step = Callable[[Operations], None]


def version_of(store: Store) -> int:
    with store.connect() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def add_step(monkeypatch: pytest.MonkeyPatch, step: Step) -> None:
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))


def test_the_ladder_makes_the_tables_of_the_models(made: Store) -> None:
    with made.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_foreign_keys_and_unique_rules_are_those_of_the_models(made: Store) -> None:
    """Autogenerate does not compare what happens on deleting, nor names, on SQLite."""
    with made.connect() as connection:
        inspector = sa.inspect(connection)
        for table in Base.metadata.sorted_tables:
            there = {
                (key["constrained_columns"][0], key["referred_table"],
                 key["options"].get("ondelete"), key["name"])
                for key in inspector.get_foreign_keys(table.name)
            }  # fmt: skip
            wanted = {
                (
                    key.parent.name,
                    key.column.table.name,
                    key.ondelete,
                    f"fk_{table}_{key.parent.name}",
                )
                for key in table.foreign_keys
            }
            assert there == wanted, table.name
            unique = {
                tuple(one["column_names"]) for one in inspector.get_unique_constraints(table.name)
            }
            assert unique == {
                tuple(column.name for column in one.columns)
                for one in table.constraints
                if isinstance(one, sa.UniqueConstraint)
            }


def test_an_older_file_is_copied_and_then_brought_up(
    made: Store, monkeypatch: pytest.MonkeyPatch, again: Reopen
) -> None:
    add_step(monkeypatch, lambda op: op.add_column("branches", sa.Column("note", sa.Text)))
    store = again(made)
    assert version_of(store) == len(schema.STEPS)
    assert len(backups.copies(store.folder / "backups")) == 1
    with store.read() as unit:
        assert branches.get(unit) is not None
    again(store)
    assert len(backups.copies(store.folder / "backups")) == 1


def test_a_step_that_fails_leaves_no_trace(
    made: Store, monkeypatch: pytest.MonkeyPatch, again: Reopen
) -> None:
    def half(op: Operations) -> None:
        op.create_table("extra", sa.Column("id", sa.Text, primary_key=True))
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        add_step(patch, half)
        with pytest.raises(ZeroDivisionError):
            again(made)
    store = again(made)
    assert version_of(store) == len(schema.STEPS)
    with store.connect() as connection:
        assert "extra" not in sa.inspect(connection).get_table_names()
    store.close(backup=False)


def test_rebuilding_a_table_keeps_the_rows_that_refer_to_it(
    made: Store, monkeypatch: pytest.MonkeyPatch, again: Reopen
) -> None:
    """With foreign keys on, dropping the old table would delete all periods of all members."""
    with made.write("members") as unit:
        for member in make_members(3):
            members.save(unit, member)

    def rebuild(op: Operations) -> None:
        with op.batch_alter_table("members", recreate="always") as batch:
            batch.alter_column("note", existing_type=sa.Text(), nullable=True)

    add_step(monkeypatch, rebuild)
    store = again(made)
    with store.read() as unit:
        kept = members.everyone(unit)
    assert [len(member.memberships) for member in kept] == [1, 1, 1]
    with store.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    store.close(backup=False)


def test_a_step_that_leaves_dangling_rows_is_undone(
    made: Store, monkeypatch: pytest.MonkeyPatch, again: Reopen
) -> None:
    with made.write("members") as unit:
        members.save(unit, make_members(1)[0])

    def lose(op: Operations) -> None:
        op.execute("DELETE FROM members")

    with monkeypatch.context() as patch:
        add_step(patch, lose)
        with pytest.raises(RuntimeError, match="dangling"):
            again(made)
    store = again(made)
    with store.read() as unit:
        assert len(members.everyone(unit)) == 1
    store.close(backup=False)


def test_every_table_of_records_has_key_branch_and_version() -> None:
    own: set[str] = {"drafts", "history"}
    tables: dict[str, Any] = dict(Base.metadata.tables)
    for name in tables.keys() - own:
        assert {"id", "branch_id", "version"} <= set(tables[name].columns.keys()), name
