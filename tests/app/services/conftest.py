from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services import Services
from tests import factories


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """A branch on the 9th without members."""
    made = Services(factories.new_store(tmp_path))
    yield made
    made.close(backup=False)
