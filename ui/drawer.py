"""Where the preview stands: docked at the right, or in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.views.base import PreviewSource, View
from ui.widgets.preview import LEAST_WIDTH_PX, MOST_WIDTH_PX, PreviewPane

if TYPE_CHECKING:
    from ui.window import MainWindow

BESIDE_LIST_PX = 1500
DOCKED_PX = 1180
_WIDTH = "preview_width"


class Drawer(QObject):
    """Opens and closes the preview and finds room for it.

    From `BESIDE_LIST_PX` it is docked; from `DOCKED_PX` docked while the view hides its list
    (`View.set_compact`); below, and where the view needs the room, it is a window.
    """

    def __init__(
        self, window: MainWindow, context: Context, view: Callable[[], View | None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._view = view
        self._context = context
        self._open = False
        self._pane: PreviewPane | None = None
        self._apart: _PreviewWindow | None = None
        context.preview_requested.connect(self._on_requested)

    @property
    def pane(self) -> PreviewPane | None:
        """The preview, once it was opened."""
        return self._pane

    def is_open(self) -> bool:
        """Tell whether the preview is shown."""
        return self._open

    def toggle(self) -> None:
        """Open the preview, or close it."""
        if self.is_open():
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show what the view would print."""
        if self._pane is None:
            self._pane = PreviewPane(self._context.jobs, self._source)
            self._pane.close_requested.connect(self.close)
            self._pane.print_requested.connect(self._print)
        self._open = True
        self.arrange()
        self._pane.refresh()

    def close(self) -> None:
        """Put the preview away."""
        self._open = False
        if self._pane is not None:
            self.keep_place()
            self._pane.hide()
        if self._apart is not None:
            self._apart.hide()
        self._set_compact(compact=False)

    def view_changed(self) -> None:
        """Show the pages of another view, or close where nothing can be printed."""
        if not self.is_open() or self._pane is None:
            return
        if self._source() is None:
            self.close()
            return
        self.arrange()
        self._pane.refresh()

    def arrange(self) -> None:
        """Find room for the preview in the present size of the window."""
        view = self._view()
        if self._pane is None or not self._open or view is None:
            return
        width = self._window.width()
        docked = width >= theme.px(DOCKED_PX)
        self._set_compact(compact=docked and width < theme.px(BESIDE_LIST_PX))
        room = self._window.centre_room() - view.minimumSizeHint().width()
        if docked and room >= theme.px(LEAST_WIDTH_PX):
            self._dock(room)
        else:
            self._set_compact(compact=False)
            self._undock()

    def keep_place(self) -> None:
        """Remember how wide the preview was."""
        if self._pane is not None and self._is_docked():
            self._context.preferences.set_text(_WIDTH, str(self._pane.width()))

    def _is_docked(self) -> bool:
        return self._pane is not None and self._window.splitter.indexOf(self._pane) >= 0

    def _dock(self, room: int) -> None:
        assert self._pane is not None
        splitter = self._window.splitter
        if not self._is_docked():
            splitter.addWidget(self._pane)
            splitter.setStretchFactor(1, 0)
        if self._apart is not None:
            self._apart.hide()
        self._pane.show()
        self._pane.setMinimumWidth(theme.px(LEAST_WIDTH_PX))
        self._pane.setMaximumWidth(
            max(theme.px(LEAST_WIDTH_PX), min(theme.px(MOST_WIDTH_PX), room))
        )
        kept = self._context.preferences.text(_WIDTH)
        wanted = int(kept) if kept.isdecimal() else LEAST_WIDTH_PX
        splitter.setSizes([max(0, splitter.width() - wanted), wanted])

    def _undock(self) -> None:
        assert self._pane is not None
        if self._apart is None:
            self._apart = _PreviewWindow(self._window, self.close)
        if self._is_docked() or self._pane.window() is not self._apart:
            self._pane.setMaximumWidth(16_777_215)
            self._pane.setMinimumWidth(theme.px(320))
            self._apart.take(self._pane)
        self._pane.show()
        self._apart.show()

    def _set_compact(self, *, compact: bool) -> None:
        view = self._view()
        if view is not None:
            view.set_compact(compact=compact)

    def _source(self) -> PreviewSource | None:
        view = self._view()
        return view.preview() if view is not None else None

    def _on_requested(self, show: bool) -> None:
        if show and not self.is_open():
            self.open()
        elif self._pane is not None:
            self._pane.refresh_later()

    def _print(self) -> None:
        view = self._view()
        if view is not None:
            view.print_now()


class _PreviewWindow(QWidget):
    """The preview on its own, where the main window has no room for it."""

    def __init__(self, parent: QWidget, on_close: Callable[[], object]) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._on_close = on_close
        self.setWindowTitle("打印预览")
        self.resize(theme.px(600), theme.px(760))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        for keys in ("F5", "Esc"):
            QShortcut(QKeySequence(keys), self, on_close)

    def take(self, pane: QWidget) -> None:
        """Hold the preview."""
        self._layout.addWidget(pane)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell the drawer that the preview was closed."""
        super().closeEvent(event)
        self._on_close()
