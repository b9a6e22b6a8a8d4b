"""What an empty list shows: one sentence and one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import primary_button
from ui.widgets.labels import WrappedLabel

_WIDTH = 360


class EmptyState(QWidget):
    """One sentence and one button in the middle of the room there is."""

    def __init__(
        self,
        sentence: str,
        button: str = "",
        on_click: Callable[[], object] | None = None,
        *,
        icon: str = "",
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 24, 16, 24)
        layout.setSpacing(16)
        layout.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        if icon:
            glyph = QLabel()
            glyph.setPixmap(theme.pixmap(icon, "disabled", 32, self.devicePixelRatioF()))
            layout.addWidget(glyph, 0, middle)
        self.sentence = WrappedLabel(sentence, "secondary")
        self.sentence.setAlignment(middle)
        self.sentence.setMaximumWidth(theme.px(_WIDTH))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.sentence, 100)
        row.addStretch(1)
        layout.addLayout(row)
        self.button = primary_button(button, on_click)
        layout.addWidget(self.button, 0, middle)
        self.button.setVisible(bool(button))
        self.setFocusProxy(self.button)
        layout.addStretch(2)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self.sentence.setText(sentence)
