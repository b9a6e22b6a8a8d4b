from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlcipher3

from app.errors import (
    DamagedFileError,
    InvalidInputError,
    NewerFileError,
    StoreError,
    WrongKeyError,
)
from app.store import Store, branches, folders, key, members, schema
from app.store.connection import LEAST_SQLITE, connect
from tests.factories import Reopen, make_branch, make_members, new_store


def database_of(store: Store) -> Path:
    return store.folder / folders.DATABASE


def raw(store: Store) -> sqlcipher3.Connection:
    return connect(database_of(store), key.database_key(store.file_key, store.header.database_salt))


def test_what_was_saved_is_there_after_opening_again(made: Store, again: Reopen) -> None:
    with again(made).read() as unit:
        branch = branches.get(unit)
    assert branch is not None
    assert branch.name == make_branch().name


def test_the_built_in_sqlite_has_no_known_way_to_lose_a_save() -> None:
    assert sqlcipher3.sqlite_version_info >= LEAST_SQLITE


def test_every_connection_has_the_pragmas_that_keep_records_safe(made: Store) -> None:
    with made.connect() as connection:
        values = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete",
                         "trusted_schema", "cell_size_check", "application_id")
        }  # fmt: skip
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": schema.APPLICATION_ID,
    }


def test_nothing_readable_lies_in_the_folder(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    with store.write("members") as unit:
        members.save(unit, make_members(1)[0])
    name = make_members(1)[0].name.encode()
    files = [path for path in store.folder.rglob("*") if path.is_file()]
    assert len(files) >= 4
    assert not [path for path in files if name in path.read_bytes()]
    store.close()
    assert not [p for p in store.folder.rglob("*") if p.is_file() and name in p.read_bytes()]


def test_a_copied_folder_does_not_open_without_the_profile(made: Store, tmp_path: Path) -> None:
    made.close(backup=False)
    shutil.copytree(made.folder, tmp_path / "stolen")
    with pytest.raises(WrongKeyError, match="恢复码"):
        Store.open(tmp_path / "stolen", profile=tmp_path / "thief")


def test_a_moved_folder_opens_with_the_same_profile(made: Store, tmp_path: Path) -> None:
    made.close(backup=False)
    shutil.move(made.folder, tmp_path / "moved")
    Store.open(tmp_path / "moved", profile=tmp_path / "profile").close(backup=False)


def test_the_recovery_code_opens_when_the_profile_is_gone_and_puts_its_key_back(
    tmp_path: Path,
) -> None:
    store, code = Store.create(tmp_path / "data", profile=tmp_path / "old")
    store.close(backup=False)
    new = tmp_path / "new"
    with pytest.raises(WrongKeyError):
        Store.open(tmp_path / "data", profile=new)
    with pytest.raises(WrongKeyError):
        Store.open_with_recovery(tmp_path / "data", key.new_recovery_code(), profile=new)
    with pytest.raises(InvalidInputError):
        Store.open_with_recovery(tmp_path / "data", code[:-1], profile=new)
    Store.open_with_recovery(tmp_path / "data", code.lower(), profile=new).close(backup=False)
    Store.open(tmp_path / "data", profile=new).close(backup=False)


def test_a_folder_that_holds_records_is_not_overwritten(
    made: Store, tmp_path: Path, again: Reopen
) -> None:
    made.close(backup=False)
    with pytest.raises(StoreError, match="已经有记录"):
        Store.create(made.folder, profile=tmp_path / "profile")
    again(made).close(backup=False)


def test_an_empty_folder_is_not_opened(tmp_path: Path) -> None:
    assert not Store.exists(tmp_path)
    with pytest.raises(StoreError, match="没有记录"):
        Store.open(tmp_path)


def test_an_interrupted_creation_can_be_repeated(made: Store, tmp_path: Path) -> None:
    """As a program leaves it that was killed before the database had its name."""
    made.close(backup=False)
    database_of(made).rename(made.folder / f"{folders.DATABASE}.part")
    old_header = (made.folder / folders.HEADER).read_bytes()
    Store.create(made.folder, profile=tmp_path / "profile")[0].close(backup=False)
    aside = [path for path in made.folder.glob("*.json") if path.name != folders.HEADER]
    assert [path.read_bytes() for path in aside] == [old_header]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(4080), bytes(8192)])
def test_an_empty_or_foreign_file_in_place_of_the_database_is_damage(
    made: Store, content: bytes, again: Reopen
) -> None:
    made.close(backup=False)
    database_of(made).write_bytes(content)
    with pytest.raises(DamagedFileError, match="备份"):
        again(made)


def test_a_missing_header_is_told_apart_from_a_wrong_key(made: Store, again: Reopen) -> None:
    made.close(backup=False)
    (made.folder / folders.HEADER).unlink()
    with pytest.raises(DamagedFileError, match="钥匙文件"):
        again(made)


def test_the_file_of_a_newer_program_is_refused_unchanged(made: Store, again: Reopen) -> None:
    driver = raw(made)
    driver.execute("PRAGMA user_version = 999")
    driver.close()
    with pytest.raises(NewerFileError, match="升级"):
        again(made)
    driver = raw(made)
    assert driver.execute("PRAGMA user_version").fetchone() == (999,)
    driver.close()


def test_a_file_of_another_program_is_refused(made: Store, again: Reopen) -> None:
    driver = raw(made)
    driver.execute("PRAGMA application_id = 1")
    driver.close()
    with pytest.raises(StoreError, match="不是本程序"):
        again(made)


def test_a_refused_file_is_free_for_the_next_try(made: Store, again: Reopen) -> None:
    made.close(backup=False)
    whole = database_of(made).read_bytes()
    database_of(made).write_bytes(bytes(4096))
    with pytest.raises(DamagedFileError):
        again(made)
    database_of(made).write_bytes(whole)
    again(made).close(backup=False)


def test_records_may_not_lie_on_a_network_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "is_network", lambda _folder: True)
    with pytest.raises(StoreError, match="网络共享"):
        Store.create(tmp_path / "data")
    assert not (tmp_path / "data").exists()


def test_a_failed_write_leaves_nothing_behind(made: Store) -> None:
    def save_and_fail() -> None:
        with made.write("members") as unit:
            members.save(unit, make_members(1)[0])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save_and_fail()
    with made.read() as unit:
        assert members.everyone(unit) == []


def test_listeners_hear_of_each_write_after_it_is_kept(made: Store) -> None:
    heard: list[tuple[frozenset[str], int]] = []

    def listener(areas: frozenset[str]) -> None:
        with made.read() as unit:
            heard.append((areas, len(members.everyone(unit))))

    unsubscribe = made.listen(listener)
    with made.write("members", "groups") as unit:
        members.save(unit, make_members(1)[0])
    with pytest.raises(ZeroDivisionError), made.write("members"):
        raise ZeroDivisionError
    unsubscribe()
    unsubscribe()
    with made.write("members"):
        pass
    assert heard == [(frozenset({"members", "groups"}), 1)]


def test_a_reading_unit_sees_one_moment_while_others_write(made: Store) -> None:
    with made.read() as unit:
        assert members.everyone(unit) == []
        with made.write("members") as other:
            members.save(other, make_members(1)[0])
        assert members.everyone(unit) == []
    with made.read() as unit:
        assert len(members.everyone(unit)) == 1


def test_threads_write_one_after_another(made: Store) -> None:
    def save(position: int) -> None:
        with made.write("members") as unit:
            members.save(unit, make_members(20)[position])

    threads = [threading.Thread(target=save, args=(one,)) for one in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with made.read() as unit:
        assert len(members.everyone(unit)) == 20


def test_a_write_inside_a_write_is_a_bug_and_not_a_hang(made: Store) -> None:
    with pytest.raises(RuntimeError, match="inside"), made.write(), made.write():
        pass


def test_a_closed_store_is_not_used_any_more(made: Store) -> None:
    made.close(backup=False)
    made.close()
    with pytest.raises(RuntimeError, match="closed"), made.read():
        pass


def test_closing_leaves_one_database_file_without_a_log(made: Store) -> None:
    made.close(backup=False)
    assert not list(made.folder.glob("*-wal"))
    assert database_of(made).stat().st_size > 4096


def test_starting_imports_neither_alembic_nor_cryptography() -> None:
    program = "import sys, app.store; print({'alembic', 'cryptography'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
