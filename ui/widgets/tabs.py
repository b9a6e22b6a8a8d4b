"""Numbered tabs that carry a completeness mark each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.widgets.marks import Mark

_PADDING_PX = 14
_GLYPH_PX = 16
_GAP_PX = 6
_BAR_PX = 3


class TabButton(QAbstractButton):
    """One tab: glyph, number and title; the chosen one is red with a bar under it."""

    def __init__(self, number: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark = Mark.NONE
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.setText(f"{self._number} {title}")
        self.setAccessibleName(title)
        self.updateGeometry()

    def set_mark(self, mark: Mark, tip: str = "") -> None:
        """Show how complete the tab is."""
        self._mark = mark
        self.setToolTip(tip or mark.word)
        self.setAccessibleDescription(tip or mark.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the bold title, so that choosing does not shift the others."""
        metrics = self._metrics_width()
        glyph = theme.px(_GLYPH_PX) + _GAP_PX
        return QSize(metrics + glyph + 2 * _PADDING_PX, theme.px(theme.GROWING_SIZES["tab"]))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tab is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw glyph, title, bar and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        x = _PADDING_PX
        glyph = theme.px(_GLYPH_PX)
        if self._mark is not Mark.NONE:
            pixmap = self._mark.pixmap(glyph, self.devicePixelRatioF())
            painter.drawPixmap(x, (self.height() - glyph) // 2, pixmap)
            x += glyph + _GAP_PX
        painter.setFont(theme.font(bold=self.isChecked()))
        painter.setPen(theme.colour("accent_text" if self.isChecked() else "text"))
        painter.drawText(
            self.rect().adjusted(x, 0, 0, 0),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            self.text(),
        )

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.colour("accent"))
            painter.drawRect(QRectF(0, self.height() - _BAR_PX, self.width(), _BAR_PX))
        elif self.underMouse():
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 4, -2, -4), 4, 4)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -5), 4, 4)

    def _metrics_width(self) -> int:
        from PySide6.QtGui import QFontMetrics

        return QFontMetrics(theme.font(bold=True)).horizontalAdvance(self.text()) + 2


class MarkedTabs(QWidget):
    """A row of tabs over a stack of pages; `current_changed` tells the index."""

    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addStretch(1)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._tabs: list[TabButton] = []
        self._shown = 0
        self.pages = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._row)
        layout.addWidget(_line())
        layout.addWidget(self.pages, 1)

    def add_tab(self, title: str, page: QWidget) -> int:
        """Add a page under the next number, and return its index."""
        index = len(self._tabs)
        tab = TabButton(index + 1, title)
        tab.clicked.connect(lambda _checked=False: self.set_current(index))
        self._group.addButton(tab)
        self._row.insertWidget(index, tab)
        self._tabs.append(tab)
        self._shown = len(self._tabs)
        self.pages.addWidget(page)
        tab.setChecked(index == 0)
        return index

    def set_title(self, index: int, title: str) -> None:
        """Call a page something else."""
        self._tabs[index].set_title(title)

    def set_mark(self, index: int, mark: Mark, tip: str = "") -> None:
        """Show how complete a page is; the tip says what is missing."""
        self._tabs[index].set_mark(mark, tip)

    def current(self) -> int:
        """Return the index of the page shown."""
        return self.pages.currentIndex()

    def count(self) -> int:
        """Return how many pages there are to choose from."""
        return self._shown

    def show_first(self, count: int) -> None:
        """Offer the first pages only; one that is no longer offered gives way to the last."""
        self._shown = count
        for index, tab in enumerate(self._tabs):
            tab.setVisible(index < count)
        if self.current() >= count:
            self.set_current(count - 1)

    def set_current(self, index: int) -> None:
        """Show a page."""
        changed = index != self.pages.currentIndex()
        self._tabs[index].setChecked(True)
        # Of an exclusive group Qt lets Tab stop only at the button that had the focus last.
        self._tabs[index].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pages.setCurrentIndex(index)
        if changed:
            self.current_changed.emit(index)

    def step(self, by: int) -> None:
        """Show the page `by` places on, round the end."""
        self.set_current((self.current() + by) % self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move along the tabs with the arrow keys while one has the focus."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and any(tab.hasFocus() for tab in self._tabs):
            self.step(step)
            self._tabs[self.current()].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


def _line() -> QWidget:
    from PySide6.QtWidgets import QFrame

    line = QFrame()
    line.setProperty("role", "line")
    return line
