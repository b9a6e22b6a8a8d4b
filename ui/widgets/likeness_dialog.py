"""Two texts that are alike, beside each other, with what stands in both marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.rules.similarity import shared_parts
from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import Hint, SectionTitle, WrappedLabel

if TYPE_CHECKING:
    from app.rules.checks import Finding, Likeness

SIZE_PX = (820, 480)


class LikenessDialog(QDialog):
    """Shows both sides of a likeness; `go_requested` asks for the place of the first."""

    go_requested = Signal()

    def __init__(self, parent: QWidget, likeness: Likeness) -> None:
        super().__init__(parent)
        self.setWindowTitle("内容雷同")
        width, height = (theme.px(one) for one in SIZE_PX)
        room = self.screen().availableGeometry()
        self.resize(min(width, room.width()), min(height, room.height()))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(SectionTitle(f"有 {int(likeness.share * 100)}% 相同"))
        outer.addWidget(
            Hint("两处都有的话加了底色和下划线。引用文件原文的可以不改，其他请按实际写。")
        )
        self.mine = _side(likeness.called, likeness.text, likeness.other_text)
        self.theirs = _side(likeness.other_called, likeness.other_text, likeness.text)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for called, shown in (
            (likeness.called, self.mine),
            (likeness.other_called, self.theirs),
        ):
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(WrappedLabel(called, "strong"))
            side.addWidget(shown, 1)
            sides.addLayout(side, 1)
        outer.addLayout(sides, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(button("关闭", self.reject))
        self.go_button = primary_button("去修改", self._go)
        row.addWidget(self.go_button)
        outer.addLayout(row)
        self.go_button.setFocus()

    def _go(self) -> None:
        self.accept()
        self.go_requested.emit()


def show_likeness(parent: QWidget, finding: Finding) -> LikenessDialog | None:
    """Open both sides of a finding over a window; `None` where it is about no likeness."""
    if finding.likeness is None:
        return None
    dialog = LikenessDialog(parent, finding.likeness)
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
    return dialog


def _side(called: str, text: str, other: str) -> QPlainTextEdit:
    shown = QPlainTextEdit(text)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.setAccessibleName(called)
    marked = QTextCharFormat()
    marked.setBackground(theme.colour("leave_tint"))
    marked.setFontUnderline(True)
    marked.setFontWeight(QFont.Weight.DemiBold)
    marks = []
    for first, behind in shared_parts(text, other):
        cursor = QTextCursor(shown.document())
        cursor.setPosition(_units(text, first))
        cursor.setPosition(_units(text, behind), QTextCursor.MoveMode.KeepAnchor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = cursor, marked
        marks.append(mark)
    shown.setExtraSelections(marks)
    return shown


def _units(text: str, place: int) -> int:
    """Return a place as Qt counts it: signs beyond the first plane are two."""
    return len(text[:place].encode("utf-16-le")) // 2
