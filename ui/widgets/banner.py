"""A bar across the page that stays until what it says is solved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import WrappedLabel

_LOOKS = {
    "error": ("circle-alert", "absent"),
    "warning": ("triangle-alert", "leave"),
    "info": ("info", "focus"),
}


class Banner(QFrame):
    """Shows a sentence and the buttons that solve it; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("提示")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 8, 16, 8)
        self._layout.setSpacing(12)
        self._glyph = QLabel()
        self._sentence = WrappedLabel(role="strong")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(self._glyph)
        self._layout.addWidget(self._sentence, 1)
        self._buttons: list[QPushButton] = []
        self.hide()

    def text(self) -> str:
        """Return the sentence shown, empty while hidden."""
        return "" if self.isHidden() else self._sentence.text()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons shown, in order."""
        return list(self._buttons)

    def show_message(
        self,
        sentence: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        kind: str = "error",
    ) -> None:
        """Show a sentence as `error`, `warning` or `info` with a button for each action."""
        self._drop_buttons()
        glyph, tint = _LOOKS[kind]
        theme.set_role(self, f"{kind}-bar")
        self._glyph.setPixmap(theme.pixmap(glyph, tint, theme.px(20), self.devicePixelRatioF()))
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        for text, on_click in actions:
            made = button(text, on_click)
            self._buttons.append(made)
            self._layout.addWidget(made)
        self.show()

    def clear(self) -> None:
        """Take the bar away."""
        self._drop_buttons()
        self.hide()

    def _drop_buttons(self) -> None:
        for made in self._buttons:
            self._layout.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._buttons.clear()
