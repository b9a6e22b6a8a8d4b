"""Several paragraphs of plain text in a field that grows with them."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.views.base import commit_input
from ui.widgets import words
from ui.widgets.labels import Hint, plain_label
from ui.widgets.line_field import is_undo, is_undo_override

CHECK_DELAY_MS = 600
SHOWN_CHARACTERS = 12
_FRAME_PX = 12

MissingCharacters = Callable[[str], str]


class GrowingEdit(QPlainTextEdit):
    """A plain text edit as high as its text, so that a page never scrolls inside itself.

    `text_edited` follows each settled change by the user, `committed` leaving after a change.
    Undo is left to the window.
    """

    text_edited = Signal()
    committed = Signal()

    def __init__(self, least_lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self._composing = False
        self._quiet = False
        self._changed = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(4)
        self.textChanged.connect(self._on_changed)
        self.cursorPositionChanged.connect(self._follow_cursor)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; what is equal stays, and so does the cursor."""
        old = self.toPlainText()
        if text == old:
            return
        start = _common_start(old, text)
        end = _common_start(old[start:][::-1], text[start:][::-1])
        self._quiet = True
        cursor = QTextCursor(self.document())
        cursor.setPosition(_place(old, start))
        cursor.setPosition(_place(old, len(old) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        if self.hasFocus():
            self.setTextCursor(cursor)
        self._quiet = False
        self._changed = False
        self._fit()

    def commit(self) -> None:
        """Take over what is still being composed, and tell `committed` if anything changed."""
        if self._composing:
            commit_input()
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
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether the input method is still composing."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle before another widget takes over."""
        super().focusOutEvent(event)
        self.commit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow a new width with the height it needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Not at once: a resize inside a resize leaves the viewport at the size before.
            QTimer.singleShot(0, self, self._fit)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain, cleaned paragraphs whatever the source was."""
        if source.hasText():
            self.insertPlainText(words.clean(source.text()))

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        return QSize(240, self._needed_height())

    def minimumSizeHint(self) -> QSize:
        """Return a width any column can give."""
        return QSize(80, self._needed_height())

    def _needed_height(self) -> int:
        layout = self.document().documentLayout()
        text = 0.0
        block = self.document().begin()
        while block.isValid():
            text += layout.blockBoundingRect(block).height()
            block = block.next()
        least = self._least_lines * self.fontMetrics().lineSpacing()
        return max(math.ceil(text), least) + 2 * _FRAME_PX

    def _fit(self) -> None:
        height = self._needed_height()
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
            self.updateGeometry()
        self.verticalScrollBar().setValue(0)

    def _follow_cursor(self) -> None:
        """Let the page scroll along with what is being typed."""
        parent = self.parentWidget()
        while self.hasFocus() and parent is not None:
            if isinstance(parent, QScrollArea):
                inside = parent.widget()
                if inside is not None:
                    place = self.viewport().mapTo(inside, self.cursorRect().center())
                    parent.ensureVisible(place.x(), place.y(), 0, 3 * _FRAME_PX)
                return
            parent = parent.parentWidget()

    def _on_changed(self) -> None:
        if self._quiet or self._composing:
            return
        self._changed = True
        self.text_edited.emit()


class TextField(QWidget):
    """A growing edit with a foot: how many characters, and those no print font has."""

    text_edited = Signal()
    committed = Signal()

    def __init__(
        self,
        placeholder: str = "",
        *,
        least_lines: int = 3,
        missing: MissingCharacters | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = GrowingEdit(least_lines)
        self.edit.setPlaceholderText(placeholder)
        self._count = plain_label(role="secondary")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.missing_note = MissingNote(missing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit)
        foot = QHBoxLayout()
        foot.addWidget(self.missing_note, 1)
        foot.addStretch(0)
        foot.addWidget(self._count)
        layout.addLayout(foot)
        self.setFocusProxy(self.edit)
        self.edit.text_edited.connect(self._on_edited)
        self.edit.committed.connect(self.committed)
        self._show_count()

    def text(self) -> str:
        """Return the text, paragraphs separated by line feeds."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        self.edit.set_text(text)
        self._show_count()
        self.missing_note.ask(text)

    def commit(self) -> None:
        """Take over what is being composed and tell `committed` if anything changed."""
        self.edit.commit()

    def setAccessibleName(self, name: str) -> None:
        """Name the edit itself, which holds the focus."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _on_edited(self) -> None:
        self._show_count()
        self.missing_note.ask_later(self.text())
        self.text_edited.emit()

    def _show_count(self) -> None:
        count = sum(not character.isspace() for character in self.edit.toPlainText())
        self._count.setText(f"{count} 字" if count else "")


class MissingNote(Hint):
    """Says which characters of a text no print font has; hidden while all is well."""

    def __init__(self, missing: MissingCharacters | None, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._missing = missing
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_DELAY_MS)
        self._timer.timeout.connect(lambda: self.ask(self._text))
        self.hide()

    def ask_later(self, text: str) -> None:
        """Ask once typing pauses."""
        self._text = text
        self._timer.start()

    def ask(self, text: str) -> None:
        """Ask now and show the answer."""
        self._timer.stop()
        found = self._missing(text) if self._missing is not None and text else ""
        if not found:
            self.set_tone("")
            return
        shown = " ".join(found[:SHOWN_CHARACTERS])
        self.set_tone(f"打印字库里没有：{shown}，打印时会显示为〓，请换成常用字或手写。", "warning")


def _common_start(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _place(text: str, index: int) -> int:
    """Return the place in a Qt document, which counts UTF-16 units."""
    return len(text[:index].encode("utf-16-le")) // 2
