"""What the signs of a chart mean: each as it is painted, with its word."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.rules.chart import Look, cell_of
from ui import theme
from ui.widgets.chart_painting import paint_cell
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain_label

_WIDTH_PX = 28


class ChartLegend(QWidget):
    """Samples beside each other, in as many lines as they need."""

    def __init__(self, looks: Iterable[Look]) -> None:
        super().__init__()
        self.setAccessibleName("符号的意思")
        flow = FlowLayout(self)
        for look in looks:
            item = QWidget()
            row = QHBoxLayout(item)
            row.setContentsMargins(0, 0, 8, 0)
            row.setSpacing(6)
            row.addWidget(_Sample(look))
            row.addWidget(plain_label(look.word, "hint"))
            flow.addWidget(item)


class _Sample(QWidget):
    """One cell that says nothing but its sign."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._cell = cell_of(look, look.word)
        self.setAccessibleName(f"{look.sign} {look.word}")
        self.setFixedSize(QSize(theme.px(_WIDTH_PX), theme.px(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cell."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, self.rect(), self._cell, hovered=False)
