"""A view on its own, shown and driven as the window drives it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.errors import AppError
from ui.context import Context
from ui.views.base import View

V = TypeVar("V", bound=View)


def stop_timers(owner: QObject) -> None:
    """Let nothing be kept any more from here: the records are about to be closed."""
    for timer in owner.findChildren(QTimer):
        timer.stop()


class Opened(Generic[V]):
    """Holds a shown view, the errors not yet solved, and the buttons of the last one."""

    def __init__(self, view: V, qtbot: QtBot, width_px: int = 1190) -> None:
        self.view = view
        self.context: Context = view.context
        self.errors: list[str] = []
        self.actions: dict[str, Callable[[], object]] = {}
        self.gone_to: list[tuple[str, str, str]] = []
        self.context.error_shown.connect(self._on_error)
        self.context.error_cleared.connect(self.errors.clear)
        self.context.go_requested.connect(lambda *place: self.gone_to.append(place))
        qtbot.addWidget(view, before_close_func=stop_timers)
        view.resize(width_px, 700)
        view.load()
        view.show()
        qtbot.waitExposed(view)
        view.activateWindow()
        QApplication.processEvents()
        self.context.changes.changed.connect(self._on_changed)

    def red_buttons(self) -> list[str]:
        """Return the words of the primary buttons in sight."""
        return [
            one.text()
            for one in self.view.findChildren(QPushButton)
            if one.property("role") == "primary" and one.isVisible()
        ]

    def _on_error(
        self, error: AppError, actions: tuple[tuple[str, Callable[[], object]], ...]
    ) -> None:
        self.errors.append(str(error))
        self.actions = dict(actions)

    def _on_changed(self, areas: frozenset[str]) -> None:
        if areas & self.view.areas:
            self.view.load()
