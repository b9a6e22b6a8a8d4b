"""The questions about files, answered by keys in Qt's own dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from ui import dialogs

NATIVE = Qt.ApplicationAttribute.AA_DontUseNativeDialogs


@pytest.fixture(autouse=True)
def no_native_dialogs(qapp: QApplication) -> Iterator[None]:
    """Let Qt ask, wherever the tests run."""
    before = qapp.testAttribute(NATIVE)
    qapp.setAttribute(NATIVE, on=True)
    yield
    qapp.setAttribute(NATIVE, on=before)


def answer(do: Callable[[QFileDialog], None]) -> list[str]:
    """Answer the next question; return the words it will have shown."""
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append(dialog.directory().absolutePath())
        seen.extend(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
        do(dialog)

    QTimer.singleShot(50, act)
    return seen


def name_in(dialog: QFileDialog) -> QLineEdit:
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    return line


def type_name(name: str) -> Callable[[QFileDialog], None]:
    def do(dialog: QFileDialog) -> None:
        name_in(dialog).setText(name)
        QTest.keyClick(name_in(dialog), Qt.Key.Key_Return)

    return do


def test_files_are_looked_for_where_the_last_ones_were(tmp_path: Path) -> None:
    for name in ("甲.jpg", "乙.jpg"):
        (tmp_path / name).write_bytes(b"")
    answer(type_name(str(tmp_path / "甲.jpg")))
    assert dialogs.ask_open_paths(None, "添加照片", "照片 (*.jpg)") == [tmp_path / "甲.jpg"]
    seen = answer(type_name("乙.jpg"))
    assert dialogs.ask_open_paths(None, "添加照片", "照片 (*.jpg)") == [tmp_path / "乙.jpg"]
    assert seen[0] == str(tmp_path)
    assert {"位置：", "文件名：", "文件类型："} <= set(seen)


def test_a_file_is_written_where_it_was_said(tmp_path: Path) -> None:
    suggested = tmp_path / "2025年10月.pdf"
    answer(lambda dialog: type_name(name_in(dialog).text())(dialog))
    assert dialogs.ask_save_path(None, "存为 PDF", suggested) == suggested


def test_a_question_that_is_closed_gives_nothing(tmp_path: Path) -> None:
    answer(lambda dialog: dialog.reject())
    assert dialogs.ask_save_path(None, "存为 PDF", tmp_path / "x.pdf") is None
