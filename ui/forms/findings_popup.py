"""The list of what is missing; choosing one goes to its field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.rules.checks import Finding

WIDTH_PX = 420
MOST_HEIGHT_PX = 360
_PADDING_PX = 10
_ICONS = {"E": ("circle-alert", "absent"), "W": ("triangle-alert", "leave")}


class FindingsPopup(QFrame):
    """Sentences that wrap; `chosen` carries the finding."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAccessibleName("待补充事项")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        layout.addWidget(self.list)
        self._findings: list[Finding] = []

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show findings, gravest first as given."""
        self._findings = list(findings)
        self.list.clear()
        width = theme.px(WIDTH_PX)
        for finding in self._findings:
            icon, tint = _ICONS.get(finding.level, ("info", "focus"))
            item = QListWidgetItem(theme.icon(icon, tint, 16), finding.sentence)
            item.setSizeHint(QSize(0, self._height_of(finding.sentence, width)))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        heights = sum(self.list.item(row).sizeHint().height() for row in range(self.list.count()))
        self.setFixedSize(width, min(theme.px(MOST_HEIGHT_PX), heights + 14))

    def open_above(self, anchor: QWidget) -> None:
        """Open with the lower right corner over a button."""
        corner = anchor.mapToGlobal(QPoint(anchor.width(), -4))
        room = anchor.screen().availableGeometry()
        left = max(room.left() + 4, corner.x() - self.width())
        self.move(left, max(room.top() + 4, corner.y() - self.height()))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _height_of(self, sentence: str, width: int) -> int:
        """Return the height of a sentence wrapped beside its icon."""
        layout = QTextLayout(sentence, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        room = width - theme.px(16) - 56
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            height += line.height()
        layout.endLayout()
        return round(height) + 2 * _PADDING_PX

    def _choose(self, item: QListWidgetItem) -> None:
        finding = self._findings[self.list.row(item)]
        self.hide()
        self.chosen.emit(finding)
