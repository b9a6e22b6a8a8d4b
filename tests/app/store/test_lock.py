from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import InUseError
from app.store import Store
from app.store.lock import FileLock
from tests.factories import Reopen

HOLD = """
import sys
from pathlib import Path
from app.store.lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def start_holder(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_window_is_refused_and_told_since_when(made: Store) -> None:
    with pytest.raises(InUseError, match=r"从 20\d\d-\d\d-\d\d \d\d:\d\d 起"):
        Store.open(made.folder, profile=made.folder.parent / "profile")


def test_after_closing_the_records_open_again(made: Store, again: Reopen) -> None:
    again(made).close()
    again(made).close()


def test_a_lock_is_free_as_soon_as_its_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with start_holder(path) as holder:
        with pytest.raises(InUseError):
            FileLock(path)
        holder.kill()
        holder.wait()
        FileLock(path).release()


def test_releasing_twice_does_nothing(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock")
    lock.release()
    lock.release()
    FileLock(tmp_path / "lock").release()
