"""The room for the form of an entry: what it is called, and the way back, on and out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import ElidedLabel
from ui.widgets.page import Page
from ui.widgets.tab_order import LaidOutForm


class EntryPage(LaidOutForm):
    """Shows one form at a time.

    Attributes:
        close_wanted: back to the list.
        delete_wanted: the entry shall go into the trash.
        step_wanted: to the entry above (-1) or below (1).
    """

    close_wanted = Signal()
    delete_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._scroll: Page | None = None
        self.back = button("返回", self.close_wanted.emit, icon="chevron-left", role="quiet")
        self.name = ElidedLabel("", "section")
        self.bin_button = button(
            "移到回收站", self.delete_wanted.emit, icon="trash-2", role="quiet"
        )
        self._up = icon_button(
            "chevron-up", "上一条（Ctrl+PgUp）", lambda: self.step_wanted.emit(-1)
        )
        self._down = icon_button(
            "chevron-down", "下一条（Ctrl+PgDn）", lambda: self.step_wanted.emit(1)
        )
        self.head = QHBoxLayout()
        self.head.setContentsMargins(16, 0, 16, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self.back)
        self.head.addWidget(self.name, 1)
        for made in (self.bin_button, self._up, self._down):
            self.head.addWidget(made)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(self.head)

    def set_only(self, *, only: bool) -> None:
        """Say whether there is one entry a year: then there is no list to go back to."""
        for made in (self.back, self._up, self._down):
            made.setVisible(not only)

    def put_under_head(self, widget: QWidget) -> None:
        """Put a bar between the head and the form."""
        self._outer.insertWidget(1, widget)

    def set_name(self, name: str) -> None:
        """Show what the entry is called."""
        self.name.setText(name)

    def show_form(self, form: QWidget) -> None:
        """Show a form in place of another or none."""
        self.drop_form()
        self._scroll = Page()
        self._scroll.body.addWidget(form)
        self._outer.addWidget(self._scroll, 1)

    def drop_form(self) -> None:
        """Take the form away."""
        if self._scroll is not None:
            self._outer.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.back.isVisible():
            self.close_wanted.emit()
        else:
            super().keyPressEvent(event)
