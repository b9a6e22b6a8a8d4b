from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import StoreError
from app.store import Store, key, photos
from tests.factories import new_store

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 40


def path_of(store: Store, content_hash: str) -> Path:
    return photos.path_of(store.folder / "photos", content_hash)


def test_a_picture_comes_back_as_it_was_put_and_is_kept_once(made: Store) -> None:
    content_hash = photos.put(made, JPEG)
    assert content_hash == hashlib.sha256(JPEG).hexdigest()
    assert photos.put(made, JPEG) == content_hash
    assert photos.get(made, content_hash) == JPEG
    assert len(list((made.folder / "photos").rglob("*.*"))) == 1


def test_nothing_of_a_picture_lies_readable_on_the_disk(made: Store) -> None:
    content_hash = photos.put(made, JPEG)
    assert JPEG[:20] not in path_of(made, content_hash).read_bytes()


def test_a_missing_picture_says_what_to_do(made: Store) -> None:
    with pytest.raises(StoreError, match="不见了。请从备份恢复"):
        photos.get(made, "0" * 64)


def test_every_damaged_byte_of_a_picture_is_noticed(made: Store) -> None:
    path = path_of(made, content_hash := photos.put(made, JPEG))
    whole = path.read_bytes()
    for place in [*range(0, len(whole), 97), len(whole) - 1]:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(StoreError, match="损坏"):
            photos.get(made, content_hash)
    for length in (0, 5, 12, 28, len(whole) - 1):
        path.write_bytes(whole[:length])
        with pytest.raises(StoreError, match="损坏"):
            photos.get(made, content_hash)


def test_two_pictures_that_changed_names_are_noticed(made: Store) -> None:
    one, other = photos.put(made, JPEG), photos.put(made, JPEG + b"x")
    path_of(made, other).parent.mkdir(exist_ok=True)
    path_of(made, one).replace(path_of(made, other))
    with pytest.raises(StoreError, match="损坏"):
        photos.get(made, other)


def test_a_picture_of_other_records_does_not_open(made: Store, tmp_path: Path) -> None:
    other = new_store(tmp_path / "other")
    content_hash = photos.put(other, JPEG)
    path_of(made, content_hash).parent.mkdir(parents=True)
    path_of(other, content_hash).replace(path_of(made, content_hash))
    with pytest.raises(StoreError, match="损坏"):
        photos.get(made, content_hash)
    other.close(backup=False)


@given(st.binary(max_size=2000))
def test_any_bytes_open_again_only_under_their_own_hash(jpeg: bytes) -> None:
    secret, label = key.new_key(), hashlib.sha256(jpeg).hexdigest().encode()
    sealed = key.seal(secret, jpeg, label)
    assert key.unseal(secret, sealed, label) == jpeg
    assert key.unseal(secret, sealed, b"0" * 64) is None
