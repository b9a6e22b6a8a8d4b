"""Damage to the file: what the encrypted file notices, beside a plain one that does not."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

from app.errors import AppError, DamagedFileError
from app.store import Store, folders, members
from tests.factories import make_members, new_store

TRIES = 100
SEED = 20251009


def filled(folder: Path) -> tuple[Path, list[str]]:
    store = new_store(folder)
    with store.write("members") as unit:
        for member in make_members(40):
            members.save(unit, member)
    store.close(backup=False)
    return store.folder, names(store.folder, folder / "profile")


def names(folder: Path, profile: Path) -> list[str]:
    store = Store.open(folder, profile=profile)
    try:
        with store.read() as unit:
            return [member.name for member in members.everyone(unit)]
    finally:
        store.close(backup=False)


def flipped(whole: bytes, place: int, bit: int) -> bytes:
    return whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]


def test_every_flipped_bit_of_the_database_is_noticed(tmp_path: Path) -> None:
    folder, _names = filled(tmp_path)
    path = folder / folders.DATABASE
    whole, chance, unnoticed = path.read_bytes(), random.Random(SEED), []
    for _ in range(TRIES):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        path.write_bytes(flipped(whole, place, bit))
        try:
            names(folder, tmp_path / "profile")
        except DamagedFileError:
            continue
        unnoticed.append(place)
    assert unnoticed == []
    path.write_bytes(whole)
    assert len(names(folder, tmp_path / "profile")) == 40


def test_a_plain_file_lets_flipped_bits_pass(tmp_path: Path) -> None:
    """The control: without it, the test above would prove nothing."""
    path = tmp_path / "plain.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE members (id TEXT PRIMARY KEY, name TEXT, note TEXT)")
        rows = [(member.id, member.name, "备注" * 20) for member in make_members(400)]
        connection.executemany("INSERT INTO members VALUES (?, ?, ?)", rows)
    connection.close()
    whole, chance, unnoticed = path.read_bytes(), random.Random(SEED), 0
    for _ in range(TRIES):
        path.write_bytes(flipped(whole, chance.randrange(len(whole)), chance.randrange(8)))
        plain = sqlite3.connect(path)
        try:
            unnoticed += plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        except sqlite3.DatabaseError:
            continue
        finally:
            plain.close()
    assert unnoticed > TRIES // 10


def test_a_cut_database_is_noticed(tmp_path: Path) -> None:
    folder, _names = filled(tmp_path)
    path = folder / folders.DATABASE
    whole = path.read_bytes()
    for length in (1, 100, 4096, 8192, 50_000, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:length])
        noticed = False
        try:
            names(folder, tmp_path / "profile")
        except AppError:
            noticed = True
        assert noticed, length
