"""A chart of the year: painted cells over twelve months that lead to where they come from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.rules.chart import MONTHS, Cell, Part
from ui import theme
from ui.widgets.chart_layout import ChartLayout, Sizes
from ui.widgets.chart_painting import paint_cell, paint_ring
from ui.widgets.scrolling import show_place

_LEAST_CELL_PX = 26
_GAP_PX = 8
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Home: (0, -MONTHS),
    Qt.Key.Key_End: (0, MONTHS),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class YearChart(QWidget):
    """Shows the parts of a chart below each other under the months.

    `chosen` carries the place (`Jump`) of a cell that was clicked or entered; `pointed` the
    sentence of the cell the keyboard or the mouse is at, empty for none.
    """

    chosen = Signal(object)
    pointed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts: tuple[Part, ...] = ()
        self._layout = ChartLayout((), self._sizes())
        self._place = (0, 0)
        self._hovered: tuple[int, int] | None = None

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Show these parts; the keyboard stays where it is as far as there is such a cell."""
        self.ensurePolished()
        self._parts = tuple(parts)
        self._layout = ChartLayout(self._parts, self._sizes())
        self._place = self._layout.stepped(self._place, 0, 0)
        self._hovered = None
        self.updateGeometry()
        self.update()

    def parts(self) -> tuple[Part, ...]:
        """Return what is shown."""
        return self._parts

    def current(self) -> Cell | None:
        """Return the cell the keyboard is at."""
        found = self._layout.cell_at(self._place)
        return found[1] if found else None

    def place_of(self, row: str, month: int) -> QRect:
        """Return where the cell of a row stands that covers a month (1–12)."""
        for number, (line, _) in enumerate(self._layout.rows):
            if line.title == row:
                return self._rect((number, month - 1))
        return QRect()

    def sizeHint(self) -> QSize:
        """Return a comfortable width and the height of all rows."""
        sizes = self._layout.sizes
        return QSize(sizes.label + MONTHS * 2 * _LEAST_CELL_PX, self._layout.height)

    def minimumSizeHint(self) -> QSize:
        """Return the width in which each sign still has its room."""
        least = self._layout.sizes.label + MONTHS * theme.px(_LEAST_CELL_PX)
        return QSize(least, self._layout.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are to be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        layout, width = self._layout, self.width()
        bold = QFont(self.font())
        bold.setBold(True)
        for line in layout.lines:
            if line.row is None and line.top <= event.rect().bottom():
                painter.setFont(bold)
                painter.setPen(theme.colour("text"))
                painter.drawText(QRect(0, line.top, width, line.height), _LEFT, line.title)
        painter.setFont(self.font())
        hovered = self._rect(self._hovered) if self._hovered is not None else QRect()
        for number, (line, row) in enumerate(layout.rows):
            if not QRect(0, line.top, width, line.height).intersects(event.rect()):
                continue
            painter.setPen(theme.colour("text"))
            room = QRect(0, line.top, layout.sizes.label - _GAP_PX, line.height)
            painter.drawText(room, _RIGHT, line.title)
            for start, cell in row.starts():
                place = layout.rect(number, start, cell, width)
                paint_cell(painter, place, cell, hovered=place == hovered)
        if self.hasFocus() and self.current() is not None:
            paint_ring(painter, self._rect(self._place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell by the arrows and into its record by Enter."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go_to(self._layout.stepped(self._place, *_STEPS[key]))
        elif key in _ENTER:
            self._choose(self.current())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the cell under the mouse."""
        place = self._layout.place_under(event.position().toPoint(), self.width())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the record of the cell that was clicked."""
        place = self._layout.place_under(event.position().toPoint(), self.width())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        found = self._layout.cell_at(place)
        if found is not None and found == self._layout.cell_at(self._place):
            self._choose(found[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what the mouse is over."""
        self._hover(self._layout.place_under(event.position().toPoint(), self.width()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the mouse was over."""
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the keyboard is."""
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say nothing any more."""
        super().focusOutEvent(event)
        self.update()
        self.pointed.emit("")

    def event(self, event: QEvent) -> bool:
        """Say the whole of a cell in its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._layout.place_under(event.pos(), self.width())
            found = self._layout.cell_at(place) if place is not None else None
            if found is not None:
                QToolTip.showText(event.globalPos(), found[1].said, self)
            else:
                QToolTip.hideText()
            return True
        return bool(super().event(event))

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font changed."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._layout = ChartLayout(self._parts, self._sizes())
            self.updateGeometry()
        super().changeEvent(event)

    def _sizes(self) -> Sizes:
        metrics = QFontMetrics(self.font())
        names = [row.name for part in self._parts for row in part.rows]
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        line = metrics.height()
        return Sizes(
            label=widest + _GAP_PX + 2,
            head=line + 8,
            title=line + 12,
            row=max(theme.px(28), line + 8),
            bars=max(theme.px(68), 3 * line),
        )

    def _paint_head(self, painter: QPainter) -> None:
        layout, width = self._layout, self.width()
        metrics = painter.fontMetrics()
        room = layout.edge(1, width) - layout.edge(0, width)
        unit = "月" if metrics.horizontalAdvance(f"{MONTHS}月") < room else ""
        painter.setPen(theme.colour("secondary"))
        for month in range(MONTHS):
            left, right = layout.edge(month, width), layout.edge(month + 1, width)
            place = QRect(left, 0, right - left, layout.sizes.head)
            painter.drawText(place, _CENTRE, f"{month + 1}{unit}")

    def _rect(self, place: tuple[int, int]) -> QRect:
        found = self._layout.cell_at(place)
        return self._layout.rect(place[0], *found, self.width()) if found else QRect()

    def _go_to(self, place: tuple[int, int]) -> None:
        self._place = place
        self.update()
        show_place(self, self._rect(place))
        self._tell()

    def _choose(self, cell: Cell | None) -> None:
        if cell is not None and cell.jump is not None:
            self.chosen.emit(cell.jump)

    def _hover(self, place: tuple[int, int] | None) -> None:
        if place == self._hovered:
            return
        self._hovered = place
        self.update()
        found = self._layout.cell_at(place) if place is not None else None
        leads = found is not None and found[1].jump is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.pointed.emit(found[1].said if found else "")

    def _tell(self) -> None:
        """Tell who cannot see it, and who follows by the keyboard, what the cell says."""
        cell = self.current()
        said = cell.said if cell else ""
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.pointed.emit(said)
