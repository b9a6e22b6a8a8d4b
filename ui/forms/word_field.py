"""A word chosen from a list or typed freely."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView

from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordField(QComboBox):
    """An editable list; `text_edited` follows each change by the user."""

    text_edited = Signal()

    def __init__(self, words: Iterable[str], placeholder: str = "") -> None:
        super().__init__()
        self.setView(QListView())
        self.setEditable(True)
        self.line = LineField(placeholder)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.addItems(list(words))
        self.setCurrentIndex(-1)
        self.line.text_edited.connect(self.text_edited)
        self.activated.connect(self.text_edited)

    def set_words(self, words: Iterable[str]) -> None:
        """Offer other words; what is shown stays."""
        listed, text = list(words), self.text()
        if listed != [self.itemText(place) for place in range(self.count())]:
            self.clear()
            self.addItems(listed)
            self.setCurrentIndex(-1)
            self.set_text(text)

    def text(self) -> str:
        """Return the word."""
        return self.currentText()

    def set_text(self, text: str) -> None:
        """Show a word without telling anybody."""
        if text != self.currentText():
            self.setCurrentIndex(self.findText(text))
            self.setEditText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
