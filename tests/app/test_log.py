from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import log


@pytest.fixture(autouse=True)
def closed_log() -> Iterator[None]:
    yield
    log.stop_file_log()


def test_what_is_logged_is_in_the_file(tmp_path: Path) -> None:
    path = log.start_file_log(tmp_path / "profile")
    log.get_logger("app.store.engine").info("opened, %d rows", 7)
    assert path.read_text("utf-8").endswith("INFO zhibu.app.store.engine opened, 7 rows\n")


def test_log_moves_with_the_second_start(tmp_path: Path) -> None:
    first = log.start_file_log(tmp_path / "first")
    second = log.start_file_log(tmp_path / "second")
    log.get_logger("x").warning("here")
    assert not first.exists()
    assert "here" in second.read_text("utf-8")


def test_log_stays_small_however_much_is_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_LIMIT_BYTES", 1000)
    path = log.start_file_log(tmp_path)
    logger = log.get_logger("x")
    for number in range(500):
        logger.info("step %d", number)
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) <= 4000
    assert "step 499" in path.read_text("utf-8")
