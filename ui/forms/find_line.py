"""The search line over the tiles: 汉字 by an input method, or letters and a digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from ui.widgets.member_tiles import MemberTiles


class FindLine(LineField):
    """Shares its letters with the tiles and hands them the digits."""

    def __init__(self, tiles: MemberTiles) -> None:
        super().__init__("姓名或首字母")
        self.setAccessibleName("查找党员")
        self.setClearButtonEnabled(True)
        self._tiles = tiles
        self.text_edited.connect(lambda: tiles.set_query(self.text().strip().lower()))
        tiles.query_changed.connect(self.set_text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by a digit; go to the tiles by Down or Enter."""
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if plain and len(event.text()) == 1 and event.text() in "123456789":
            self._tiles.press_digit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tiles.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self._tiles.set_query("")
        else:
            super().keyPressEvent(event)
