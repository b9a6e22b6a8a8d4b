from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInputError
from app.store import key

CHEAP = key.Cost(iterations=1, lanes=1, memory_kib=8)
FILE_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"


def test_what_was_sealed_comes_back_only_with_key_label_and_content_unchanged() -> None:
    wrapping_key = key.new_key()
    sealed = key.seal(wrapping_key, b"plain", b"label")
    assert key.unseal(wrapping_key, sealed, b"label") == b"plain"
    assert key.unseal(key.new_key(), sealed, b"label") is None
    assert key.unseal(wrapping_key, sealed, b"other") is None
    assert key.unseal(wrapping_key, sealed[:-1] + bytes([sealed[-1] ^ 1]), b"label") is None
    assert key.unseal(wrapping_key, b"short", b"label") is None


def test_the_profile_key_opens_only_the_records_it_was_made_for() -> None:
    file_key, wrapping_key = key.new_key(), key.new_key()
    wrap = key.wrap_with_key(file_key, FILE_ID, wrapping_key)
    assert key.unwrap_with_key(wrap, FILE_ID, wrapping_key) == file_key
    assert key.unwrap_with_key(wrap, FILE_ID, key.new_key()) is None
    assert key.unwrap_with_key(wrap, "another", wrapping_key) is None


@pytest.mark.parametrize("kind", [key.RECOVERY, key.PASSPHRASE])
def test_a_secret_opens_what_it_wrapped_and_no_other_does(kind: str) -> None:
    file_key, right, wrong = key.new_key(), key.new_recovery_code(), key.new_recovery_code()
    wrap = key.wrap_with_secret(kind, file_key, FILE_ID, right, CHEAP)
    assert key.unwrap_with_secret(wrap, FILE_ID, right) == file_key
    assert key.unwrap_with_secret(wrap, FILE_ID, wrong) is None
    assert right not in repr(wrap)


def test_a_passphrase_opens_however_the_keyboard_spells_it() -> None:
    file_key = key.new_key()
    full_width = "".join(chr(ord(letter) + 0xFEE0) for letter in "zhibu12")
    wrap = key.wrap_with_secret(key.PASSPHRASE, file_key, FILE_ID, full_width, CHEAP)
    assert key.unwrap_with_secret(wrap, FILE_ID, "zhibu12") == file_key


def test_each_copy_and_the_photos_have_keys_of_their_own() -> None:
    file_key = key.new_key()
    derived = {
        key.database_key(file_key, b"a" * 16),
        key.database_key(file_key, b"b" * 16),
        key.photo_key(file_key),
        key.verifier(file_key, FILE_ID),
        file_key,
    }
    assert len(derived) == 5


def test_a_recovery_code_has_no_sign_that_looks_like_another() -> None:
    code = key.new_recovery_code()
    assert [len(group) for group in code.split("-")] == [4] * 7
    assert not set(code) & set("0O1I2Z5S8BU")
    assert len({key.new_recovery_code() for _ in range(100)}) == 100


@given(st.sampled_from(["-", " ", "", " - ", "　"]), st.booleans())
def test_a_recovery_code_is_read_in_any_case_and_grouping(between: str, lower: bool) -> None:
    code = key.new_recovery_code()
    typed = code.replace("-", between)
    assert key.read_recovery_code(typed.lower() if lower else typed) == code


def test_a_mistyped_recovery_code_says_what_is_wrong() -> None:
    code = key.new_recovery_code()
    other = "4" if code[0] != "4" else "3"
    with pytest.raises(InvalidInputError, match="逐组核对"):
        key.read_recovery_code(other + code[1:])
    with pytest.raises(InvalidInputError, match="应有 28 个字符，现在是 27 个"):
        key.read_recovery_code(code[:-1])
    with pytest.raises(InvalidInputError, match="没有“O”"):
        key.read_recovery_code("O" + code[1:])


def test_nearly_every_slip_in_a_recovery_code_is_noticed() -> None:
    code = key.new_recovery_code()
    plain = code.replace("-", "")
    slips = noticed = 0
    for place in range(len(plain)):
        for letter in "34679ACDEF":
            slip = plain[:place] + letter + plain[place + 1 :]
            if slip == plain:
                continue
            slips += 1
            try:
                key.read_recovery_code(slip)
            except InvalidInputError:
                noticed += 1
    assert noticed / slips > 0.98


def test_a_calibrated_guess_takes_as_long_as_asked() -> None:
    cost = key.calibrated_cost(at_least_s=0.05)
    started = time.perf_counter()
    key.wrap_with_secret(key.PASSPHRASE, key.new_key(), FILE_ID, "示例口令", cost)
    # The machine may have been busier while calibrating than now.
    assert time.perf_counter() - started > 0.02
    assert cost.memory_kib >= 64 * 1024
