from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from app.services import Services
from tests.ui.windows import add_window
from ui.opening import Opening
from ui.views.welcome import FailedView
from ui.window import MainWindow


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_a_full_disk_is_told_before_anything_is_typed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _code = Services.create(tmp_path / "data")
    made.start_branch("青禾示例支部", 7)
    made.close(backup=False)
    window = add_window(qtbot, MainWindow())

    with monkeypatch.context() as disk:
        disk.setattr(shutil, "disk_usage", lambda _path: Usage(10**10, 10**10, 150 * 2**20))
        Opening(window, tmp_path / "data").begin()
        page = window.stack.currentWidget()
        assert isinstance(page, FailedView)
        assert window.desktop is None

    page.retry_requested.emit()
    assert window.desktop is not None
