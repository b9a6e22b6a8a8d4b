"""The key of the records: random, never typed, and wrapped by what opens it.

One random file key belongs to a branch's records for good. Each copy of the database (the live one,
every backup) has a key of its own, derived from the file key and a salt in that copy's header, and
photos have a third. The file key itself is kept only wrapped: by a key in the user's profile, by
the printed recovery code, by a passphrase. Changing one of these re-wraps 32 bytes and touches
nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time
import unicodedata
from dataclasses import dataclass

from app.errors import InvalidInputError

KEY_BYTES = 32
SALT_BYTES = 16
_NONCE_BYTES = 12

# No two signs that look alike on paper: without 0 O, 1 I, 2 Z, 5 S, 8 B, and U beside V.
_LETTERS = "34679ACDEFGHJKLMNPQRTVWXY"
_CODE_LETTERS = 28
_CHECK_LETTERS = 2
_GROUP_LETTERS = 4

PROFILE = "profile"
RECOVERY = "recovery"
PASSPHRASE = "passphrase"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs (Argon2id): passes, lanes and memory in KiB."""

    iterations: int
    lanes: int
    memory_kib: int


# The recovery code has 120 random bits of its own, so this only has to be more than nothing.
# Source: OWASP Password Storage Cheat Sheet, Argon2id with 19 MiB and two passes.
RECOVERY_COST = Cost(iterations=2, lanes=1, memory_kib=19 * 1024)
_PASSPHRASE_START = Cost(iterations=2, lanes=2, memory_kib=64 * 1024)


@dataclass(frozen=True, slots=True)
class Wrap:
    """The file key sealed under one other key.

    `salt` and `cost` say how that other key comes from a secret a person types; both are absent
    when it is a key file.
    """

    kind: str
    sealed: bytes
    salt: bytes = b""
    cost: Cost | None = None


def new_key() -> bytes:
    """Return 32 random bytes."""
    return os.urandom(KEY_BYTES)


def database_key(file_key: bytes, salt: bytes) -> bytes:
    """Return the key of the copy of the database whose header holds this salt."""
    return _derive(file_key, salt, b"zhibu database")


def photo_key(file_key: bytes) -> bytes:
    """Return the key of the photos, the same for the live folder and all backups."""
    return _derive(file_key, b"", b"zhibu photos")


def verifier(file_key: bytes, file_id: str) -> bytes:
    """Return what a header stores to tell a wrong key from a damaged file."""
    return _derive(file_key, file_id.encode(), b"zhibu verifier")


def wrap_with_key(file_key: bytes, file_id: str, wrapping_key: bytes) -> Wrap:
    """Return the file key sealed under a key of 32 bytes."""
    return Wrap(PROFILE, seal(wrapping_key, file_key, _label(PROFILE, file_id)))


def wrap_with_secret(kind: str, file_key: bytes, file_id: str, secret: str, cost: Cost) -> Wrap:
    """Return the file key sealed under a recovery code or passphrase."""
    salt = os.urandom(SALT_BYTES)
    wrapping_key = _stretch(_spelled(kind, secret), salt, cost)
    return Wrap(kind, seal(wrapping_key, file_key, _label(kind, file_id)), salt, cost)


def unwrap_with_key(wrap: Wrap, file_id: str, wrapping_key: bytes) -> bytes | None:
    """Return the file key, or `None` when the key does not fit."""
    return unseal(wrapping_key, wrap.sealed, _label(wrap.kind, file_id))


def unwrap_with_secret(wrap: Wrap, file_id: str, secret: str) -> bytes | None:
    """Return the file key, or `None` when the code or passphrase does not fit."""
    if wrap.cost is None:
        return None
    wrapping_key = _stretch(_spelled(wrap.kind, secret), wrap.salt, wrap.cost)
    return unseal(wrapping_key, wrap.sealed, _label(wrap.kind, file_id))


def seal(key: bytes, plain: bytes, label: bytes) -> bytes:
    """Return nonce, ciphertext and tag (AES-256-GCM); `label` is bound to it but not in it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, label)


def unseal(key: bytes, sealed: bytes, label: bytes) -> bytes | None:
    """Return the plain bytes, or `None` when key, label or content are not what was sealed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, content = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, content, label)
    except (InvalidTag, ValueError):  # ValueError: cut so short that no nonce is left
        return None


def new_recovery_code() -> str:
    """Return a random recovery code as printed: seven groups of four letters."""
    random = "".join(secrets.choice(_LETTERS) for _ in range(_CODE_LETTERS - _CHECK_LETTERS))
    return _grouped(random + _check_letters(random))


def read_recovery_code(typed: str) -> str:
    """Return a typed recovery code as it was printed; spaces, width and case do not matter.

    Raises:
        InvalidInputError: A letter is missing or mistyped.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    code = "".join(letter for letter in plain if letter.isalnum())
    strange = sorted(set(code) - set(_LETTERS))
    if strange:
        raise InvalidInputError(f"恢复码里没有“{'、'.join(strange)}”。请对照打印的恢复码再输一遍。")
    if len(code) != _CODE_LETTERS:
        raise InvalidInputError(
            f"恢复码应有 {_CODE_LETTERS} 个字符，现在是 {len(code)} 个。请对照打印的恢复码补齐。"
        )
    random, check = code[:-_CHECK_LETTERS], code[-_CHECK_LETTERS:]
    if not hmac.compare_digest(check, _check_letters(random)):
        raise InvalidInputError("恢复码有字符输错了。请对照打印的恢复码逐组核对。")
    return _grouped(code)


def calibrated_cost(at_least_s: float = 0.5) -> Cost:
    """Return a cost that makes one guess at a passphrase take this long on this computer."""
    cost = _PASSPHRASE_START
    while True:
        started = time.perf_counter()
        _stretch("calibration", bytes(SALT_BYTES), cost)
        spent_s = time.perf_counter() - started
        if spent_s >= at_least_s:
            return cost
        # A tenth more than the proportion, because the next run may be a little luckier.
        wanted = int(cost.iterations * at_least_s / spent_s * 1.1) + 1
        cost = Cost(max(wanted, cost.iterations + 1), cost.lanes, cost.memory_kib)


def _derive(file_key: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose).derive(file_key)


def _stretch(secret: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(secret.encode())


def _spelled(kind: str, secret: str) -> str:
    """Return the secret in the one spelling that is stretched."""
    if kind == RECOVERY:
        return read_recovery_code(secret)
    return unicodedata.normalize("NFKC", secret)


def _label(kind: str, file_id: str) -> bytes:
    return f"zhibu {kind} {file_id}".encode()


def _check_letters(random: str) -> str:
    number = int.from_bytes(hashlib.sha256(random.encode()).digest(), "big")
    letters = []
    for _ in range(_CHECK_LETTERS):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)


def _grouped(code: str) -> str:
    starts = range(0, len(code), _GROUP_LETTERS)
    return "-".join(code[start : start + _GROUP_LETTERS] for start in starts)
