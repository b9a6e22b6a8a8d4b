"""Saves the same theme day by our store and as a plain text in plain SQLite.

    python -m tests.bench.bench_store

Ours is encrypted, split into typed rows, checked for being stale and written into the history;
the plain one is one JSON text in one row. Both wait for the disk. Warm; the
median of the best of three rounds, so that other programs count for less.
"""

from __future__ import annotations

import json
import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.manual import words
from app.records import Meeting
from app.records.snapshot import Plain, to_plain
from app.store import Store, backups, drafts, meetings, members
from tests.factories import make_attendance, make_members, new_store, theme_day

PEOPLE = 40
TIMES = 20
ROUNDS = 3
LIMIT_MS = 20.0


def main() -> list[str]:
    """Print the figures and return a sentence for each limit that is broken."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = new_store(folder)
        meeting = fill(store)
        editor = Editor(store, meeting)
        one_field_ms = measure(lambda number: editor.save(number, 1))
        every_row_ms = measure(lambda number: editor.save(number, PEOPLE))
        draft_ms = measure(lambda number: draft(store, number))
        plain_ms = measure_plain(folder, to_plain(meeting))
        file_ms = measure_file(folder, to_plain(meeting))
        read_ms = measure(lambda _number: read(store, meeting.id))
        backup_ms = measure(lambda _number: backups.backup(store), times=5)
        store.close(backup=False)
        open_ms = measure(lambda _number: reopen(folder), times=10)
    print(f"一次主题党日（{PEOPLE} 条考勤），三轮中最好一轮的中位数，毫秒")
    for label, value in (
        ("保存，改主题和一人考勤，带历史", one_field_ms),
        ("保存，改主题和全部考勤，带历史", every_row_ms),
        ("  对照：普通 SQLite 存同样内容的一段 JSON", plain_ms),
        ("  对照：把同样的 JSON 写进文件并落盘", file_ms),
        ("保存草稿", draft_ms),
        ("读出整条记录", read_ms),
        ("备份（复制、打开、核对）", backup_ms),
        ("打开并检查", open_ms),
    ):
        print(f"{value:9.2f}  {label}")
    if one_field_ms > LIMIT_MS:
        return [f"保存一次主题党日用了 {one_field_ms:.1f} 毫秒，限度 {LIMIT_MS:.0f} 毫秒"]
    return []


def measure(action: Callable[[int], object], *, times: int = TIMES) -> float:
    """Return the median milliseconds of the best of three rounds, after three warm-up runs."""
    spent = []
    for number in range(3 + ROUNDS * times):
        started = time.perf_counter()
        action(number)
        spent.append((time.perf_counter() - started) * 1000)
    starts = range(3, len(spent), times)
    return min(statistics.median(spent[start : start + times]) for start in starts)


def fill(store: Store) -> Meeting:
    """Save the members and a theme day at which each of them has a row."""
    with store.write() as unit:
        people = [members.save(unit, one) for one in make_members(PEOPLE)]
        rows = [make_attendance(one, reason="外出学习") for one in people]
        return meetings.save(unit, theme_day(people, attendance=rows))


class Editor:
    """Somebody who changes a meeting again and again and saves it each time."""

    def __init__(self, store: Store, meeting: Meeting) -> None:
        self._store, self._meeting = store, meeting

    def save(self, number: int, rows: int) -> None:
        """Change the theme and some rows, and save."""
        self._meeting.theme = f"第 {number} 次改 {rows}"
        state = words.SICK_LEAVE if number % 2 else words.PERSONAL_LEAVE
        for row in self._meeting.attendance[:rows]:
            row.state = state
        with self._store.write("meetings", who="柳知行") as unit:
            self._meeting = meetings.save(unit, self._meeting)


def read(store: Store, meeting_id: str) -> Meeting:
    """Return the meeting."""
    with store.read() as unit:
        meeting = meetings.get(unit, meeting_id)
    assert meeting is not None
    return meeting


def draft(store: Store, number: int) -> None:
    """Keep what is being typed."""
    with store.write("drafts") as unit:
        drafts.put(unit, "meetings/1", "记" * (800 + number))


def reopen(folder: Path) -> None:
    """Open and close, as at start."""
    Store.open(folder / "data", profile=folder / "profile").close(backup=False)


def measure_plain(folder: Path, plain: Plain) -> float:
    """Return what plain SQLite needs to put the same content into one row."""
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE meetings (id TEXT PRIMARY KEY, text TEXT)")

    def put(number: int) -> None:
        text = json.dumps(plain | {"theme": f"第 {number} 次"}, ensure_ascii=False)
        connection.execute("INSERT OR REPLACE INTO meetings VALUES (?, ?)", (plain["id"], text))

    try:
        return measure(put)
    finally:
        connection.close()


def measure_file(folder: Path, plain: Plain) -> float:
    """Return what writing the same content to a file and waiting for the disk needs."""

    def write(number: int) -> None:
        text = json.dumps(plain | {"theme": f"第 {number} 次"}, ensure_ascii=False)
        with (folder / "plain.json").open("wb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())

    return measure(write)
