"""The real window on real records, and a sample to try it on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import clock
from app.services import Services
from tests.october import load_october
from ui import theme
from ui.opening import Opening
from ui.preferences import Preferences
from ui.window import USUAL_SIZE, MainWindow

OpenWindow = Callable[[Path], MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the screenless platform say what it does not support; it is not about us."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Prepare what has to be set before the application exists."""
    if QApplication.instance() is None:  # else it exists for the tests of another folder
        theme.prepare_environment()
    return QApplication


@pytest.fixture
def ninth_of_october(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the sample's theme day, six in the evening."""
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 9))
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 10, 9, 18))  # noqa: DTZ001


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, zhibu_home: Path) -> Iterator[OpenWindow]:
    """Give what `zhibu --data FOLDER` does, without leaving this process."""
    theme.apply(qapp)
    opened: list[MainWindow] = []

    def open_on(folder: Path) -> MainWindow:
        window = MainWindow(Preferences(zhibu_home / "profile"))
        window.painted.connect(Opening(window, folder).begin)
        window.resize(USUAL_SIZE)  # the screenless platform's screen is smaller
        window.show()
        window.activateWindow()
        opened.append(window)
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: window.stack.count() > 0)
        return window

    yield open_on
    for window in opened:
        close_at_once(window)


def close_at_once(window: MainWindow) -> None:
    """Close a window without the backup copy it makes for a user."""
    if window.desktop is not None:
        window.desktop.context.close()
        window.desktop.context.services.close(backup=False)
        window.desktop = None
    window.close()
    window.deleteLater()
    QApplication.processEvents()


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample branch once; `sample_folder` copies it."""
    home = tmp_path_factory.mktemp("sample")
    services, _code = Services.create(home / "data", profile=home / "profile")
    load_october(services)
    services.close(backup=False)
    return home


@pytest.fixture
def sample_folder(sample_home: Path, zhibu_home: Path) -> Path:
    """Give a copy of the sample branch, with its key in this test's own profile."""
    shutil.copytree(sample_home, zhibu_home)
    return zhibu_home / "data"
