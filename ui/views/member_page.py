"""The room for a member's form: whose it is, and the way back, on and out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.records import Member
from app.services.members import current_category
from ui.forms.member import MemberForm
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import ElidedLabel
from ui.widgets.page import Page


class MemberPage(QWidget):
    """Shows one form at a time.

    Attributes:
        close_wanted: back to the roster.
        delete_wanted: the member shall go into the trash.
        step_wanted: to the member above (-1) or below (1).
        dossier_wanted: the member's case file shall be printed.
    """

    close_wanted = Signal()
    delete_wanted = Signal()
    step_wanted = Signal(int)
    dossier_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: MemberForm | None = None
        self._scroll: Page | None = None
        self.back = button("返回名册", self.close_wanted.emit, icon="chevron-left", role="quiet")
        self.name = ElidedLabel("", "section")
        self.close_button = icon_button("x", "收起（Esc）", self.close_wanted.emit)
        self._up = icon_button(
            "chevron-up", "上一名（Ctrl+PgUp）", lambda: self.step_wanted.emit(-1)
        )
        self._down = icon_button(
            "chevron-down", "下一名（Ctrl+PgDn）", lambda: self.step_wanted.emit(1)
        )
        self.dossier_button = button(
            "卷宗",
            self.dossier_wanted.emit,
            icon="printer",
            role="quiet",
            tip="打印这名党员的教育处置卷宗：事实、谈话、处置和会议表决",
        )
        bin_button = button("移到回收站", self.delete_wanted.emit, icon="trash-2", role="quiet")
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(4)
        head.addWidget(self.back)
        head.addWidget(self.name, 1)
        for made in (self.dossier_button, bin_button, self._up, self._down, self.close_button):
            head.addWidget(made)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(head)

    def show_form(self, form: MemberForm) -> None:
        """Show a form in place of none."""
        self.form = form
        self._scroll = Page()
        self._scroll.body.addWidget(form)
        self._outer.addWidget(self._scroll, 1)
        form.shown.connect(self._show_name)
        self._show_name()

    def scroll_up(self) -> None:
        """Show the top of the form."""
        if self._scroll is not None:
            self._scroll.verticalScrollBar().setValue(0)

    def drop_form(self) -> None:
        """Take the form away."""
        if self._scroll is not None:
            self._outer.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self.form = self._scroll = None

    def set_beside(self, *, beside: bool) -> None:
        """Say whether the roster is in sight: without it there is a way back."""
        self.back.setVisible(not beside)
        self.close_button.setVisible(beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, and go on to the next field with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _show_name(self) -> None:
        if self.form is not None:
            self.name.setText(_title(self.form.editor.record))


def _title(member: Member) -> str:
    name = member.name or "新党员"
    return f"{name}　{current_category(member)}"
