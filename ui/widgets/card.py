"""A white card: one section of a form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import Hint, SectionTitle, plain_label
from ui.widgets.marks import Mark


class Card(QFrame):
    """Title with a mark and actions at the right, a hint, and `body` for the content."""

    def __init__(self, title: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 16)
        outer.setSpacing(12)
        self.title_label = SectionTitle(title)
        self.hint_label = Hint(hint)
        self._glyph = QLabel()
        self._word = plain_label(role="secondary")
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.title_label)
        self._head.addWidget(self._glyph)
        self._head.addWidget(self._word)
        self._head.addStretch(1)
        if title:
            outer.addLayout(self._head)
        outer.addWidget(self.hint_label)
        # Only now: what is shown before it has a parent is a window of its own for a moment.
        self.hint_label.setVisible(bool(hint))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        outer.addLayout(self.body)
        self._glyph.hide()
        self._word.hide()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the title."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_mark(self, mark: Mark, text: str = "") -> None:
        """Show how complete the card is; the text (what is missing) replaces the mark's word."""
        self._glyph.setVisible(mark is not Mark.NONE)
        self._word.setVisible(mark is not Mark.NONE)
        self._glyph.setPixmap(mark.pixmap(theme.px(16), self.devicePixelRatioF()))
        self._word.setText(text or mark.word)
        role = {Mark.DONE: "good", Mark.OPEN: "warning", Mark.WRONG: "error"}.get(mark)
        theme.set_role(self._word, role or "secondary")
