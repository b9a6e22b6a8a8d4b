"""New records for every test, closed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import Store
from tests.factories import Reopen, new_store, open_again


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Store]:
    """Return the records of a branch without members."""
    store = new_store(tmp_path)
    yield store
    store.close(backup=False)


@pytest.fixture
def again() -> Iterator[Reopen]:
    """Return what closes records without a backup and opens them again."""
    opened: list[Store] = []

    def close_and_open(store: Store) -> Store:
        opened.append(open_again(store))
        return opened[-1]

    yield close_and_open
    for store in opened:
        store.close(backup=False)
