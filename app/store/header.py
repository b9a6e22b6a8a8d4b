"""The small file beside each copy of the database that says how its key is had.

It holds nothing secret: the wraps open only with what they were wrapped by. It is checked against
its own sum, so that a damaged header is not taken for a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.errors import DamagedFileError, NewerFileError, WrongKeyError
from app.store import key as keys
from app.store.folders import write_synced

_FORMAT = "zhibu-key"
_VERSION = 1
_DAMAGED = "钥匙文件（{name}）损坏，打不开这份记录。请从最近的备份恢复。"
_NO_KEY = (
    "这台电脑的用户配置里没有这份记录的钥匙（换了电脑或用户，或配置被清除）。"
    "请用建立记录时打印的恢复码打开。"
)


@dataclass(frozen=True, slots=True)
class Header:
    """What one copy of the database says about its key.

    `file_id` is the same in all copies of one branch's records; `database_salt` differs.
    """

    file_id: str
    database_salt: bytes
    verifier: bytes
    wraps: tuple[keys.Wrap, ...]

    def for_copy(self) -> Header:
        """Return the header of a copy with another key, opened by the same wraps."""
        return replace(self, database_salt=os.urandom(keys.SALT_BYTES))

    def with_wrap(self, wrap: keys.Wrap) -> Header:
        """Return the header with a wrap added; a passphrase or code replaces the one before.

        Every computer from which the records are opened has a profile wrap of its own.
        """
        kept = [one for one in self.wraps if one.kind == keys.PROFILE or one.kind != wrap.kind]
        return replace(self, wraps=(*kept, wrap))

    def accepts(self, file_key: bytes) -> bool:
        """Say whether this is the key of the records."""
        return hmac.compare_digest(self.verifier, keys.verifier(file_key, self.file_id))

    def open_with_profile(self, profile: Path) -> bytes:
        """Return the file key, opened by the key in the user's profile.

        Raises:
            WrongKeyError: The profile has no key, or not the right one.
        """
        wrapping_key = _read_profile_key(profile, self.file_id)
        if wrapping_key is None:
            raise WrongKeyError(_NO_KEY)
        return self._open(
            keys.PROFILE,
            lambda wrap: keys.unwrap_with_key(wrap, self.file_id, wrapping_key),
            _NO_KEY,
        )

    def open_with_code(self, code: str) -> bytes:
        """Return the file key, opened by the recovery code.

        Raises:
            InvalidInputError: The code is mistyped.
            WrongKeyError: The code belongs to other records.
        """
        return self._open(
            keys.RECOVERY,
            lambda wrap: keys.unwrap_with_secret(wrap, self.file_id, code),
            "这个恢复码不是这份记录的。请换用建立这份记录时打印的恢复码。",
        )

    def open_with_passphrase(self, passphrase: str) -> bytes:
        """Return the file key, opened by the passphrase.

        Raises:
            WrongKeyError: The passphrase is wrong.
        """
        return self._open(
            keys.PASSPHRASE,
            lambda wrap: keys.unwrap_with_secret(wrap, self.file_id, passphrase),
            "口令不对。请再输一次；忘记口令时请用打印的恢复码打开。",
        )

    def _open(self, kind: str, unwrap: Callable[[keys.Wrap], bytes | None], refusal: str) -> bytes:
        for wrap in self.wraps:
            file_key = unwrap(wrap) if wrap.kind == kind else None
            if file_key is not None and self.accepts(file_key):
                return file_key
        raise WrongKeyError(refusal)


def new_header(file_key: bytes, code: str, cost: keys.Cost) -> Header:
    """Return the header of new records, opened by their recovery code."""
    file_id = str(uuid.uuid4())
    wrap = keys.wrap_with_secret(keys.RECOVERY, file_key, file_id, code, cost)
    verifier = keys.verifier(file_key, file_id)
    return Header(file_id, os.urandom(keys.SALT_BYTES), verifier, (wrap,))


def add_profile(header: Header, file_key: bytes, profile: Path) -> Header:
    """Put a key into the user's profile and return the header that it opens."""
    wrapping_key = _read_profile_key(profile, header.file_id)
    if wrapping_key is None:
        wrapping_key = keys.new_key()
        path = _profile_key_path(profile, header.file_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_synced(path, wrapping_key.hex().encode(), mode=0o600)
    return header.with_wrap(keys.wrap_with_key(file_key, header.file_id, wrapping_key))


def change_passphrase(header: Header, file_key: bytes, passphrase: str, cost: keys.Cost) -> Header:
    """Return the header with a new passphrase; the records themselves are not touched."""
    wrap = keys.wrap_with_secret(keys.PASSPHRASE, file_key, header.file_id, passphrase, cost)
    return header.with_wrap(wrap)


def write_header(path: Path, header: Header) -> None:
    """Write a header whole, or leave the one before it."""
    body: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "file_id": header.file_id,
        "database_salt": header.database_salt.hex(),
        "verifier": header.verifier.hex(),
        "wraps": [_wrap_to_json(wrap) for wrap in header.wraps],
    }
    body["sum"] = _sum(body)
    write_synced(path, json.dumps(body, indent=1).encode())


def read_header(path: Path) -> Header:
    """Return the header written at a path.

    Raises:
        DamagedFileError: It is missing or not what was written.
        NewerFileError: A newer version of the program wrote it.
    """
    try:
        body = json.loads(path.read_bytes())
        intact = hmac.compare_digest(body["sum"], _sum(body)) and body["format"] == _FORMAT
        if intact and body["version"] > _VERSION:
            raise NewerFileError("这份记录由更新版本的程序建立。请先升级本程序再打开。")
        if intact:
            return Header(
                body["file_id"],
                bytes.fromhex(body["database_salt"]),
                bytes.fromhex(body["verifier"]),
                tuple(_wrap_from_json(wrap) for wrap in body["wraps"]),
            )
    except FileNotFoundError as error:
        sentence = f"记录旁边缺少钥匙文件（{path.name}）。请把它放回同一文件夹，或从备份恢复。"
        raise DamagedFileError(sentence) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedFileError(_DAMAGED.format(name=path.name)) from error
    raise DamagedFileError(_DAMAGED.format(name=path.name))


def _sum(body: dict[str, Any]) -> str:
    plain = {name: value for name, value in body.items() if name != "sum"}
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _wrap_to_json(wrap: keys.Wrap) -> dict[str, Any]:
    plain: dict[str, Any] = {"kind": wrap.kind, "sealed": wrap.sealed.hex()}
    if wrap.cost is not None:
        plain["kdf"] = {
            "name": "argon2id",
            "salt": wrap.salt.hex(),
            "iterations": wrap.cost.iterations,
            "lanes": wrap.cost.lanes,
            "memory_kib": wrap.cost.memory_kib,
        }
    return plain


def _wrap_from_json(plain: dict[str, Any]) -> keys.Wrap:
    sealed = bytes.fromhex(plain["sealed"])
    kdf = plain.get("kdf")
    if kdf is None:
        return keys.Wrap(plain["kind"], sealed)
    cost = keys.Cost(kdf["iterations"], kdf["lanes"], kdf["memory_kib"])
    return keys.Wrap(plain["kind"], sealed, bytes.fromhex(kdf["salt"]), cost)


def _profile_key_path(profile: Path, file_id: str) -> Path:
    return profile / "keys" / f"{file_id}.key"


def _read_profile_key(profile: Path, file_id: str) -> bytes | None:
    try:
        wrapping_key = bytes.fromhex(_profile_key_path(profile, file_id).read_text("ascii"))
    except (FileNotFoundError, ValueError):
        return None
    return wrapping_key if len(wrapping_key) == keys.KEY_BYTES else None
