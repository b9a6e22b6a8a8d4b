from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.errors import DamagedFileError, NewerFileError, WrongKeyError
from app.store import header as headers
from app.store import key
from app.store.folders import HEADER

CHEAP = key.Cost(iterations=1, lanes=1, memory_kib=8)
CODE = key.new_recovery_code()


@pytest.fixture
def file_key() -> bytes:
    return key.new_key()


def test_a_written_header_is_read_back_the_same(tmp_path: Path, file_key: bytes) -> None:
    header = headers.add_profile(headers.new_header(file_key, CODE, CHEAP), file_key, tmp_path)
    headers.write_header(tmp_path / HEADER, header)
    assert headers.read_header(tmp_path / HEADER) == header
    assert not list(tmp_path.glob("*.part"))


def test_profile_code_and_passphrase_each_open_the_same_key(
    tmp_path: Path, file_key: bytes
) -> None:
    header = headers.add_profile(headers.new_header(file_key, CODE, CHEAP), file_key, tmp_path)
    header = headers.change_passphrase(header, file_key, "示例口令", CHEAP)
    assert header.open_with_profile(tmp_path) == file_key
    assert header.open_with_code(CODE) == file_key
    assert header.open_with_passphrase("示例口令") == file_key


def test_changing_the_passphrase_only_wraps_again(file_key: bytes) -> None:
    first = headers.change_passphrase(
        headers.new_header(file_key, CODE, CHEAP), file_key, "旧口令", CHEAP
    )
    second = headers.change_passphrase(first, file_key, "新口令", CHEAP)
    assert second.open_with_passphrase("新口令") == file_key
    with pytest.raises(WrongKeyError):
        second.open_with_passphrase("旧口令")
    assert (second.verifier, second.database_salt) == (first.verifier, first.database_salt)
    assert second.open_with_code(CODE) == file_key


def test_two_computers_keep_their_own_profile_keys(tmp_path: Path, file_key: bytes) -> None:
    header = headers.new_header(file_key, CODE, CHEAP)
    header = headers.add_profile(header, file_key, tmp_path / "office")
    header = headers.add_profile(header, file_key, tmp_path / "home")
    assert header.open_with_profile(tmp_path / "office") == file_key
    assert header.open_with_profile(tmp_path / "home") == file_key


def test_a_missing_or_foreign_profile_key_asks_for_the_recovery_code(
    tmp_path: Path, file_key: bytes
) -> None:
    header = headers.add_profile(headers.new_header(file_key, CODE, CHEAP), file_key, tmp_path)
    with pytest.raises(WrongKeyError, match="恢复码"):
        header.open_with_profile(tmp_path / "elsewhere")
    (tmp_path / "keys" / f"{header.file_id}.key").write_text(key.new_key().hex())
    with pytest.raises(WrongKeyError, match="恢复码"):
        header.open_with_profile(tmp_path)
    (tmp_path / "keys" / f"{header.file_id}.key").write_text("not a key")
    with pytest.raises(WrongKeyError, match="恢复码"):
        header.open_with_profile(tmp_path)


def test_the_code_of_other_records_is_refused(file_key: bytes) -> None:
    header = headers.new_header(file_key, CODE, CHEAP)
    with pytest.raises(WrongKeyError, match="不是这份记录的"):
        header.open_with_code(key.new_recovery_code())


def test_every_damaged_byte_of_a_header_is_damage_and_not_a_wrong_key(
    tmp_path: Path, file_key: bytes
) -> None:
    path = tmp_path / HEADER
    headers.write_header(path, headers.new_header(file_key, CODE, CHEAP))
    whole, good = path.read_bytes(), headers.read_header(path)
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        try:
            assert headers.read_header(path) == good  # white space that says the same
        except DamagedFileError:
            continue


def test_a_header_of_a_newer_program_is_refused_as_newer(tmp_path: Path, file_key: bytes) -> None:
    path = tmp_path / HEADER
    headers.write_header(path, headers.new_header(file_key, CODE, CHEAP))
    body = json.loads(path.read_bytes())
    body["version"] += 1
    body["sum"] = headers._sum(body)
    path.write_text(json.dumps(body))
    with pytest.raises(NewerFileError, match="升级"):
        headers.read_header(path)


def test_nothing_in_a_header_gives_the_key_away(tmp_path: Path, file_key: bytes) -> None:
    path = tmp_path / HEADER
    headers.write_header(path, headers.new_header(file_key, CODE, CHEAP))
    text = path.read_text("ascii")
    assert file_key.hex() not in text
    assert CODE not in text
    assert CODE.replace("-", "") not in text
