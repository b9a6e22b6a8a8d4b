"""One line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets import words


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for undo or redo, which belong to the window's one stack."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )


def is_undo_override(event: QEvent) -> bool:
    """Tell whether Qt asks if a field wants to keep undo or redo for itself."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and is_undo(event)
    )


class LineField(QLineEdit):
    """A line whose edits are told as they settle.

    `text_edited` follows each change by the user (never text still being composed), `committed`
    the leaving of the field or Enter after a change. Undo is left to the window.
    """

    text_edited = Signal()
    committed = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._changed = False
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.commit)

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; the cursor stays where it can."""
        if text == self.text():
            return
        place = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)
        self._changed = False

    def commit(self) -> None:
        """Tell `committed` if anything changed since it was last told."""
        if self._changed:
            self._changed = False
            self.committed.emit()

    def event(self, event: QEvent) -> bool:
        """Let undo and redo through to the window."""
        if is_undo_override(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Never undo by itself."""
        if is_undo(event):
            event.ignore()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle before another widget takes over."""
        super().focusOutEvent(event)
        self.commit()

    def _paste(self) -> None:
        if not self.isReadOnly():
            self.insert(words.one_line(words.clipboard_text()))
            self._on_edited()

    def _on_edited(self) -> None:
        self._changed = True
        self.text_edited.emit()
