"""A dressed application, and real services on a folder of the test's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services import Services
from ui import theme
from ui.context import Context
from ui.preferences import Preferences


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


@pytest.fixture(scope="session", autouse=True)
def dressed_application(qapp: QApplication) -> QApplication:
    """Look as the program looks."""
    theme.apply(qapp)
    return qapp


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Give an empty file of records with one branch in it."""
    opened, _code = Services.create(tmp_path / "records")
    opened.start_branch("青禾示例支部", 9)
    yield opened
    opened.close(backup=False)


@pytest.fixture
def context(services: Services, tmp_path: Path) -> Iterator[Context]:
    """Give what a view is given, without a window."""
    made = Context(services, preferences=Preferences(tmp_path / "profile"))
    yield made
    made.close()


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample branch with its whole year once; `sample` opens a copy."""
    home = tmp_path_factory.mktemp("sample")
    made, _code = Services.create(home / "records", profile=home / "profile")
    made.samples.load()
    made.close(backup=False)
    return home


@pytest.fixture
def sample(sample_home: Path, tmp_path: Path) -> Iterator[Services]:
    """Give the sample branch with its whole year."""
    home = shutil.copytree(sample_home, tmp_path / "sample")
    opened = Services.open(home / "records", profile=home / "profile")
    yield opened
    opened.close(backup=False)


@pytest.fixture
def sample_context(sample: Services, tmp_path: Path) -> Iterator[Context]:
    """Give what a view of the sample branch is given, without a window."""
    made = Context(sample, preferences=Preferences(tmp_path / "profile"))
    yield made
    made.close()
