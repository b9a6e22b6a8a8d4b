"""The state of a record in a glyph, a word and a colour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.manual import words
from app.rules.filing import LATE_RECORD
from ui import theme
from ui.widgets.labels import plain_label

# State → glyph, colour of glyph, and how the frame looks.
_LOOKS = {
    words.DRAFT: ("pencil", "secondary", "chip-plain"),
    words.FINAL: ("circle-check", "present", "chip-good"),
    words.PRINTED: ("printer", "present", "chip-good"),
    words.ARCHIVED: ("archive", "present", "chip-good"),
    words.VOID: ("x", "absent", "chip-error"),
}


class StateChip(QFrame):
    """Shows a state of `app.manual.words.RECORD_STATES`; a late record says so beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 10, 2)
        row.setSpacing(4)
        self._glyph = QLabel()
        self._word = plain_label(role="secondary")
        row.addWidget(self._glyph)
        row.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the words shown."""
        return self._word.text()

    def show_state(self, state: str, *, late: bool = False, tip: str = "") -> None:
        """Show a state, with 补记 beside it for a late record."""
        glyph, tint, role = _LOOKS[state]
        if late and state == words.DRAFT:
            tint, role = "leave", "chip-warning"
        said = f"{state} · {LATE_RECORD}" if late else state
        self._glyph.setPixmap(theme.pixmap(glyph, tint, theme.px(14), self.devicePixelRatioF()))
        self._word.setText(said)
        self.setAccessibleName(f"状态：{said}")
        self.setToolTip(tip)
        theme.set_role(self, role)
