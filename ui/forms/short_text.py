"""A sentence or two in a field that grows, without a count of characters under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets import words
from ui.widgets.text_field import GrowingEdit, MissingNote

if TYPE_CHECKING:
    from ui.widgets.text_field import MissingCharacters


_SAVED_PX = 10


class ShortText(QWidget):
    """Begins with one line; speaks as `TextField` does."""

    text_edited = Signal()
    committed = Signal()

    def __init__(
        self, placeholder: str, missing: MissingCharacters, *, one_paragraph: bool = False
    ) -> None:
        """Make an empty field; with `one_paragraph` Enter and pasted line ends end nothing."""
        super().__init__()
        self.edit = _Edit(1, one_paragraph=one_paragraph)
        self.edit.setPlaceholderText(placeholder)
        self.missing_note = MissingNote(missing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit)
        layout.addWidget(self.missing_note)
        self.setFocusProxy(self.edit)
        self.edit.text_edited.connect(self._on_edited)
        self.edit.committed.connect(self.committed)

    def text(self) -> str:
        """Return the text, paragraphs separated by line feeds."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        self.edit.set_text(text)
        self.missing_note.ask(text)

    def commit(self) -> None:
        """Take over what is being composed and tell `committed` if anything changed."""
        self.edit.commit()

    def setAccessibleName(self, name: str) -> None:
        """Name the edit itself, which holds the focus."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _on_edited(self) -> None:
        self.missing_note.ask_later(self.text())
        self.text_edited.emit()


class _Edit(GrowingEdit):
    """With one line as high as any other field; the style sheet pads it less (`short`)."""

    def __init__(self, least_lines: int, *, one_paragraph: bool) -> None:
        super().__init__(least_lines)
        self._one_paragraph = one_paragraph
        self.setProperty("role", "short")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_paragraph and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._one_paragraph and source.hasText():
            self.insertPlainText(words.one_line(source.text()))
            return
        super().insertFromMimeData(source)

    def _needed_height(self) -> int:
        return max(theme.control_px() + 2, super()._needed_height() - _SAVED_PX)
