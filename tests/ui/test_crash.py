from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.errors import DiskFullError
from tests.ui.layout_checks import assert_nothing_cut
from ui.crash import CrashDialog, CrashHandler

SECRET = "柳知行"


@pytest.fixture
def reports() -> list[str]:
    return []


@pytest.fixture
def handler(reports: list[str]) -> Iterator[CrashHandler]:
    made = CrashHandler(show=reports.append)
    yield made
    made.remove()


def _break(name: str) -> None:
    raise KeyError(name)


def _caught(handler: CrashHandler, name: str = SECRET) -> None:
    try:
        _break(name)
    except KeyError as error:
        handler.handle(type(error), error, error.__traceback__)


def test_a_fault_is_shown_without_any_value(handler: CrashHandler, reports: list[str]) -> None:
    _caught(handler)
    assert len(reports) == 1
    assert "KeyError" in reports[0]
    assert "_break" in reports[0]
    assert SECRET not in reports[0]


def test_the_same_fault_is_shown_once(handler: CrashHandler, reports: list[str]) -> None:
    for _ in range(3):
        _caught(handler)
    assert len(reports) == 1


def test_a_fault_in_a_thread_is_shown_in_the_main_thread(
    qtbot: QtBot, handler: CrashHandler, reports: list[str]
) -> None:
    threads: list[int] = []
    handler.happened.connect(lambda _report: threads.append(threading.get_ident()))
    thread = threading.Thread(target=_caught, args=(handler,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(reports))
    assert threads == [threading.get_ident()]


def test_both_hooks_are_taken_and_given_back(handler: CrashHandler, tmp_path: Path) -> None:
    handler.install(tmp_path / "profile")
    assert sys.excepthook == handler.handle
    assert threading.excepthook != threading.__excepthook__
    assert (tmp_path / "profile" / "crash.log").exists()
    handler.remove()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__


def test_what_a_user_can_act_on_is_no_crash(
    qtbot: QtBot, handler: CrashHandler, reports: list[str]
) -> None:
    error = DiskFullError("磁盘满了，请清理。")
    with qtbot.waitSignal(handler.error_found) as told:
        handler.handle(type(error), error, None)
    assert told.args == [error]
    assert reports == []


def test_a_fault_while_the_dialog_is_open_does_not_open_another() -> None:
    shown: list[str] = []

    def show(report: str) -> None:
        shown.append(report)
        try:
            raise RuntimeError
        except RuntimeError as error:
            own.handle(type(error), error, error.__traceback__)

    own = CrashHandler(show=show)
    _caught(own)
    assert len(shown) == 1


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("支部手册 0.1\nKeyError")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(20)
    assert_nothing_cut(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "支部手册 0.1\nKeyError"
    assert dialog.copy_button.text() == "已复制"
