"""A page: a head with the title, and a body that scrolls vertically only."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.context import Context
from ui.widgets.labels import ElidedLabel, plain_label

MOST_WIDTH_PX = 1040
_MARGIN_PX = 16


class StatusLabel(QWidget):
    """The calm word on saving: glyph and text such as `已自动保存 18:42`."""

    _GLYPHS: ClassVar = {
        "saved": ("check", "present", "good"),
        "busy": ("clock", "secondary", "secondary"),
    }

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._glyph = QLabel()
        self.label = plain_label(role="secondary")
        layout.addWidget(self._glyph)
        layout.addWidget(self.label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        context.status_shown.connect(self.show_status)

    def show_status(self, text: str, kind: str) -> None:
        """Show a text of kind `saved`, `busy` or none."""
        glyph, tint, role = self._GLYPHS.get(kind, ("", "secondary", "secondary"))
        self._glyph.setVisible(bool(glyph))
        if glyph:
            self._glyph.setPixmap(theme.pixmap(glyph, tint, theme.px(16), self.devicePixelRatioF()))
        theme.set_role(self.label, role)
        self.label.setText(text)


class PageHead(QWidget):
    """Title and subtitle at the left, status and buttons at the right."""

    def __init__(
        self, title: str, context: Context | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title_label = ElidedLabel(title, "title")
        self.subtitle_label = ElidedLabel("", "secondary")
        self.subtitle_label.hide()
        words.addWidget(self.title_label)
        words.addWidget(self.subtitle_label)
        row.addLayout(words, 1)
        self._row = row
        if context is not None:
            row.addWidget(StatusLabel(context))

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title_label.setText(title)

    def set_subtitle(self, text: str) -> None:
        """Show a line under the title."""
        self.subtitle_label.setText(text)
        self.subtitle_label.setVisible(bool(text))

    def add(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class Page(QScrollArea):
    """Scrolls `body` vertically; the content is never wider than the room, nor very wide."""

    def __init__(self, *, most_width: int = MOST_WIDTH_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_width = theme.px(most_width)
        self._spare = 0
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = self._inside = QWidget()
        inside.setProperty("role", "page")
        row = self._row = QHBoxLayout(inside)
        column = QWidget()
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        outer.addLayout(self.body)
        outer.addStretch(0)
        row.addWidget(column)
        self.setWidget(inside)
        inside.installEventFilter(self)
        self._set_margins()

    def scroll_to(self, part: QWidget) -> None:
        """Bring the top of a part of the content to the top of what is seen."""
        self.verticalScrollBar().setValue(part.mapTo(self._inside, QPoint()).y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page not become narrower than what stands in it."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inside:
            needed = self._inside.minimumSizeHint().width() - self._spare
            self.setMinimumWidth(needed + self._bar_width())
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Hide a scroll bar Qt left over from a smaller size it had before it was shown."""
        super().showEvent(event)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short on a wide screen: what is left over stays free at the right."""
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        left_over = self.width() - self._bar_width() - 2 * _MARGIN_PX - self._most_width
        self._spare = max(0, left_over)
        self._row.setContentsMargins(
            _MARGIN_PX, _MARGIN_PX, _MARGIN_PX + self._spare, _MARGIN_PX + 8
        )

    def show_widget(self, widget: QWidget) -> None:
        """Scroll so that the top of a widget is in sight."""
        place = widget.mapTo(self._inside, widget.rect().topLeft())
        self.verticalScrollBar().setValue(max(0, place.y() - 16))

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()
