from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlcipher3
from sqlalchemy.exc import IntegrityError

from app.errors import (
    AppError,
    DamagedFileError,
    DiskFullError,
    DuplicateError,
    InUseError,
    ReadOnlyFileError,
    StoreError,
)
from app.store import Store, connection, drafts, dues, folders, members, photos
from app.store.failures import mapped_failures, mapped_file_failures
from tests.factories import Reopen, make_dues_row, make_members


class Reported(sqlcipher3.Error):  # type: ignore[misc]
    """An error as the driver reports it."""

    def __init__(self, code: int) -> None:
        super().__init__("reported")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (5, InUseError, "稍等"),
        (6, InUseError, "稍等"),
        (8, ReadOnlyFileError, "只读"),
        (1544, ReadOnlyFileError, "只读"),
        (10, StoreError, "磁盘"),
        (11, DamagedFileError, "备份"),
        (13, DiskFullError, "清理磁盘"),
        (14, StoreError, "打不开"),
        (26, DamagedFileError, "备份"),
    ],
)
def test_each_code_of_the_database_has_its_sentence(
    tmp_path: Path, code: int, kind: type[AppError], words: str
) -> None:
    with pytest.raises(kind, match=words), mapped_failures(tmp_path):
        raise Reported(code)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, ReadOnlyFileError),
        (errno.EACCES, ReadOnlyFileError),
        (errno.EIO, StoreError),
    ],
)
def test_each_failure_of_a_plain_file_has_its_sentence(
    tmp_path: Path, code: int, kind: type[AppError]
) -> None:
    with pytest.raises(kind), mapped_file_failures(tmp_path):
        raise OSError(code, os.strerror(code))


def test_what_is_a_bug_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(sqlcipher3.Error), mapped_failures(tmp_path):
        raise Reported(1)
    with pytest.raises(KeyError), mapped_failures(tmp_path):
        raise KeyError


def test_a_full_disk_says_so_gives_up_the_ballast_and_then_saves(made: Store) -> None:
    made.keep_ballast()
    with made.connect() as plain:
        pages = plain.exec_driver_sql("PRAGMA page_count").scalar_one()
        driver = connection.driver_of(plain)
        driver.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFullError, match="输入的内容还在"), made.write("drafts") as unit:
        drafts.put(unit, "meetings/1", "长" * 1_000_000)
    assert not (made.folder / folders.BALLAST).exists()
    driver.execute("PRAGMA max_page_count = 1000000")
    with made.write("drafts") as unit:
        drafts.put(unit, "meetings/1", "长" * 1_000_000)


def test_a_member_has_one_dues_row_a_month(made: Store) -> None:
    member = make_members(1)[0]
    with made.write() as unit:
        members.save(unit, member)
        dues.save(unit, [make_dues_row(member)])
    with pytest.raises(DuplicateError, match="已有"), made.write() as unit:
        dues.save(unit, [make_dues_row(member)])


def test_records_held_by_another_program_say_so(
    made: Store, monkeypatch: pytest.MonkeyPatch, again: Reopen
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    store = again(made)
    with store.connect() as plain:
        driver = connection.driver_of(plain)
        driver.execute("BEGIN IMMEDIATE")
        with pytest.raises(InUseError, match="占用"), store.write() as unit:
            drafts.put(unit, "meetings/1", "x")
        driver.execute("ROLLBACK")
    store.close(backup=False)


WRITE_READ_ONLY = """
import os, sys
from pathlib import Path
from app.errors import ReadOnlyFileError
from app.store.lock import FileLock
os.setuid(65534)
try:
    FileLock(Path(sys.argv[1]) / "records.lock")
except ReadOnlyFileError:
    print("refused")
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="只有 root 能换用户")
def test_a_folder_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o555)
    for above in (folder, *folder.parents):
        if above.owner() == "root" and above.stat().st_mode & 0o777 == 0o700:
            above.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", WRITE_READ_ONLY, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")


def test_a_read_only_database_says_what_to_change(made: Store) -> None:
    with made.connect() as plain:
        driver = connection.driver_of(plain)
        driver.execute("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyFileError, match="只读"), made.write("drafts") as unit:
        drafts.put(unit, "meetings/1", "x")
    driver.execute("PRAGMA query_only = OFF")


def test_a_folder_that_went_away_says_what_to_look_at(made: Store) -> None:
    (made.folder / folders.PHOTOS).write_bytes(b"")  # a file where the folder should be
    with pytest.raises(StoreError, match="磁盘"):
        photos.put(made, b"jpeg")


def test_no_sentence_of_a_failure_carries_what_was_typed(made: Store) -> None:
    """Parameters would otherwise stand in the text of the error, and so in the log."""
    member = make_members(1)[0]
    member.group_id = "no such group"
    with pytest.raises(IntegrityError, match="FOREIGN KEY") as caught, made.write() as unit:
        members.save(unit, member)
    assert member.name not in str(caught.value)


def test_a_refused_commit_leaves_no_transaction_open(made: Store) -> None:
    member = make_members(1)[0]
    member.group_id = "no such group"
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), made.write() as unit:
        members.save(unit, member)
    with made.read() as unit:
        assert members.everyone(unit) == []


def test_threads_are_free_again_after_a_failure(made: Store) -> None:
    with pytest.raises(ZeroDivisionError), made.write():
        raise ZeroDivisionError
    done: list[int] = []

    def save() -> None:
        with made.write():
            done.append(1)

    thread = threading.Thread(target=save)
    thread.start()
    thread.join(5)
    assert done == [1]
