"""What was just done, with a way back; or why nothing was done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import button
from ui.widgets.labels import Hint


class EchoLine(QWidget):
    """One line; with an `idle` sentence it keeps its height, else it hides while silent."""

    undo_requested = Signal()

    def __init__(self, idle: str = "") -> None:
        super().__init__()
        self._idle = idle
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._said = Hint()
        self._undo = button("撤销", self._ask, role="link")
        row.addWidget(self._said, 1)
        row.addWidget(self._undo)
        if idle:
            self.setMinimumHeight(self._undo.sizeHint().height())
        self.clear()

    def text(self) -> str:
        """Return what is said."""
        return self._said.text()

    def say(self, sentence: str, *, can_undo: bool = True) -> None:
        """Say what was done."""
        self._said.set_tone(sentence, "good")
        self.show()
        self._undo.setVisible(can_undo)

    def warn(self, sentence: str) -> None:
        """Say why nothing was done."""
        self._said.set_tone(sentence, "warning")
        self.show()
        self._undo.hide()

    def clear(self) -> None:
        """Say nothing."""
        self._said.set_tone(self._idle)
        self._undo.hide()
        if not self._idle:
            self.hide()

    def _ask(self) -> None:
        self.clear()
        self.undo_requested.emit()
