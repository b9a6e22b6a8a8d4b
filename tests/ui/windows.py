"""The real window in a test: shown, and closed as a user closes it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.window import MainWindow

CLOSING_MS = 30_000


def add_window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Have a window closed after the test, with its copy made and its records let go."""

    def close(_window: QWidget) -> None:
        close_window(qtbot, window)

    qtbot.addWidget(window, before_close_func=close)
    return window


def close_window(qtbot: QtBot, window: MainWindow) -> None:
    """Close a window and wait until its records are closed."""
    if window.desktop is not None:
        with qtbot.waitSignal(window.closed, timeout=CLOSING_MS):
            window.close()
