"""The one window: navigation, the view one is on, and the preview beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.navigation import Navigation
from ui.preferences import Preferences
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from app.errors import AppError
    from app.services import Services
    from ui.context import ErrorAction
    from ui.desktop import Desktop
    from ui.views.help import HelpWindow

LEAST_SIZE = QSize(940, 500)
USUAL_SIZE = QSize(1366, 768)
# What a desktop puts around a window: the title above it, and thin edges.
_FRAME = QSize(2, 40)
WIDE_NAVIGATION_PX = 1180
_GEOMETRY = "geometry"


class MainWindow(QMainWindow):
    """The shell, which paints before anything is opened.

    `painted` follows the first paint; `ready` carries the `Desktop` once records are open, and
    `closed` comes when the window may go.
    """

    painted = Signal()
    ready = Signal(object)
    closed = Signal()

    def __init__(self, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.preferences = preferences or Preferences()
        self.desktop: Desktop | None = None
        self._help: HelpWindow | None = None
        self._was_painted = False
        self._may_close = False
        self.setWindowTitle("支部手册")
        self.setMinimumSize(LEAST_SIZE)
        self.navigation = Navigation()
        self.navigation.set_ready(ready=False)
        self.navigation.help_requested.connect(self.help)
        self.banner = Banner()
        self.stack = QStackedWidget()
        self.foot = QVBoxLayout()
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.stack, 1)
        column.addLayout(self.foot)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(centre)
        self.splitter.setStretchFactor(0, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self.splitter, 1)
        self.setCentralWidget(whole)
        self._restore_place()

    def appear(self) -> None:
        """Show the window; at the first start it fills a screen too small for it and its frame.

        The foot of it would be below the edge there.
        """
        framed = USUAL_SIZE + _FRAME
        is_small = framed.boundedTo(self.screen().availableSize()) != framed
        if is_small and self.preferences.state(_GEOMETRY).isEmpty():
            self.showMaximized()
        else:
            self.show()

    def show_page(self, page: QWidget) -> None:
        """Show a page that is no view, such as the welcome."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        """Take such a page away."""
        self.stack.removeWidget(page)
        page.deleteLater()

    def use(self, services: Services, *, sample: bool = False) -> None:
        """Work with these records from now on."""
        from ui.context import Context
        from ui.desktop import Desktop

        context = Context(services, preferences=self.preferences, parent=self)
        context.error_shown.connect(self._on_error)
        context.error_cleared.connect(self.banner.clear)
        self.desktop = Desktop(self, context, sample=sample)
        self.navigation.set_ready(ready=True)
        self.desktop.open_first_view()
        self.ready.emit(self.desktop)

    def help(self, topic: str = "") -> None:
        """Open the help at a topic, or at the page one is on."""
        from ui.views.help import FIRST_TOPIC, HelpWindow

        if self._help is None:
            self._help = HelpWindow(self)
        view = self.desktop.current_view() if self.desktop is not None else None
        here = (view.help_topic or view.key) if view is not None else FIRST_TOPIC
        self._help.open_at(topic or here)

    def centre_room(self) -> int:
        """Return the width beside the navigation, in logical pixels."""
        return self.width() - self.navigation.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first paint once it is through."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the navigation's words up where room is short."""
        super().resizeEvent(event)
        self.navigation.set_narrow(narrow=self.width() < WIDE_NAVIGATION_PX)
        if self.desktop is not None:
            self.desktop.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save, make a backup copy, and only then go."""
        if self._may_close or self.desktop is None:
            self._keep_place()
            event.accept()
            self.closed.emit()
            return
        event.ignore()
        self.desktop.close(self._on_closed)

    def _on_closed(self) -> None:
        self._may_close = True
        self.close()

    def _on_error(self, error: AppError, actions: tuple[ErrorAction, ...]) -> None:
        self.banner.show_message(str(error), actions or [("知道了", self.banner.clear)])

    def _restore_place(self) -> None:
        geometry = self.preferences.state(_GEOMETRY)
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(USUAL_SIZE)
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Bring the window back where no screen shows it any more."""
        room = self.screen().availableGeometry()
        self.resize(self.size().boundedTo(room.size()).expandedTo(LEAST_SIZE))
        if not any(
            screen.availableGeometry().intersects(self.geometry())
            for screen in self.screen().virtualSiblings()
        ):
            self.move(room.topLeft())

    def _keep_place(self) -> None:
        self.preferences.set_state(_GEOMETRY, self.saveGeometry())
        self.preferences.sync()
