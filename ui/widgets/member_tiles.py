"""Attendance tiles: one painted widget to find people by letters and mark them by a digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.tile_grid import Tile, TileGrid
from ui.widgets.tile_layout import row_step

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MemberTiles", "Tile"]

_OPENERS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Menu)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class MemberTiles(TileGrid):
    """Everybody of a roster as tiles.

    Letters narrow the people down, a digit marks the one that is meant; without letters it marks
    the selected ones. The widget only reports: it knows no records.

    Attributes:
        digit_pressed: keys of the people meant, and the digit.
        menu_requested: keys of the people meant, and where on the screen.
        refused: a Chinese sentence why a digit did nothing.
        query_changed: the letters typed so far.
    """

    digit_pressed = Signal(object, int)
    menu_requested = Signal(object, QPoint)
    refused = Signal(str)
    query_changed = Signal(str)

    def __init__(
        self, rank: Callable[[str, str, str], int | None], parent: QWidget | None = None
    ) -> None:
        """Make an empty widget; `rank(query, name, pinyin)` tells how well letters fit a name."""
        super().__init__(rank, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Letters must arrive as letters while a Chinese input method is on.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._drag_from: QPoint | None = None

    def set_query(self, query: str) -> None:
        """Find people by letters or characters, as typed here or in a search box."""
        if query == self._cursor.query:
            return
        self._cursor.set_query(query, self._rank_of)
        self.query_changed.emit(query)
        self._moved()

    def query(self) -> str:
        """Return the letters typed so far."""
        return self._cursor.query

    def found_names(self) -> list[str]:
        """Return the names the letters may mean; all shown ones when none are typed."""
        return [self._tiles[number].label for number in self._cursor.found]

    def press_digit(self, digit: int) -> None:
        """Do what typing a digit does: mark the person found or the people selected."""
        if self._cursor.query:
            number = self._cursor.meant()
            if number is None:
                self.refused.emit(self._doubt())
                return
            self._cursor.current = number
            self._cursor.clear_selection()
        keys = [self._tiles[number].key for number in self._cursor.people()]
        if not keys:
            self.refused.emit("先输入姓名的拼音首字母，或选中人，再按数字。")
            return
        self.set_query("")
        self.digit_pressed.emit(keys, digit)

    # Finding

    def _doubt(self) -> str:
        """Say why the letters mean nobody."""
        query, names = self._cursor.query, self.found_names()
        if not names:
            return f"没有姓名匹配“{query}”，请改字母。"
        return f"“{query}”有 {len(names)} 人：{'、'.join(names[:4])}。按方向键选定，再按数字。"

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Collect letters, mark by digit, move by arrows."""
        text = event.text()
        if not event.modifiers() & (_CONTROL | _ALT) and len(text) == 1 and text.isascii():
            if text.isalpha():
                self.set_query(self._cursor.query + text.lower())
                return
            if text in "123456789":
                self.press_digit(int(text))
                return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._cursor.selected = set(self._cursor.found)
            self.update()
        elif not (self._command(event) or self._arrow(event)):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab choose among several people found; otherwise it moves on as everywhere."""
        if self._cursor.query and len(self._cursor.found) > 1:
            # The first one is lit already: the first Tab confirms him.
            if self._cursor.meant() is None:
                self._cursor.step(0)
            else:
                self._cursor.step(1 if forward else -1)
            self._moved()
            return True
        return bool(super().focusNextPrevChild(forward))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        if event.reason() != Qt.FocusReason.MouseFocusReason and self._cursor.current < 0:
            self._cursor.step(0)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
        super().focusOutEvent(event)

    def _command(self, event: QKeyEvent) -> bool:
        """Run a key that is no letter, digit or arrow; tell whether it was one of ours."""
        key = event.key()
        if key == Qt.Key.Key_Backspace and self._cursor.query:
            self.set_query(self._cursor.query[:-1])
        elif key == Qt.Key.Key_Escape and (self._cursor.query or self._cursor.selected):
            self._cursor.clear_selection()
            self.set_query("")
            self.update()
        elif key in _OPENERS and not event.modifiers() & _CONTROL:
            return self._open_menu()
        else:
            return False
        return True

    def _arrow(self, event: QKeyEvent) -> bool:
        many = len(self._cursor.found)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Home: -many,
            Qt.Key.Key_End: many,
            Qt.Key.Key_Up: self._row_step(-1),
            Qt.Key.Key_Down: self._row_step(1),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        if self._cursor.query and self._cursor.meant() is None:
            step = max(0, step - 1) if step > 0 else step
        self._cursor.step(step, extend=bool(event.modifiers() & _SHIFT))
        self._moved()
        return True

    def _row_step(self, direction: int) -> int:
        """Return how many people further the nearest tile of the next row is."""
        if self._cursor.query:
            return direction
        if self._cursor.current < 0:
            return 0
        return row_step(self._places, self._cursor.shown.index(self._cursor.current), direction)

    def _open_menu(self) -> bool:
        keys = [self._tiles[number].key for number in self._cursor.people()]
        if keys:
            place = self.place_of(self.current_key() or keys[-1])
            self.menu_requested.emit(keys, self.mapToGlobal(place.bottomLeft()))
        return bool(keys)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, a selection or a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._drag_from = event.position().toPoint()
        number = self._tile_at(self._drag_from)
        if number < 0:
            self._cursor.clear_selection()
        elif event.modifiers() & _CONTROL:
            self._cursor.toggle(number)
        elif event.modifiers() & _SHIFT:
            self._cursor.extend_to(number)
        if number >= 0:
            self._cursor.current = number
        self._moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select what a drag covers, or show what the mouse is over."""
        at = event.position().toPoint()
        if self._drag_from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(self._tile_at(at))
            return
        distance = (at - self._drag_from).manhattanLength()
        if self._band.isNull() and distance < QApplication.startDragDistance():
            return
        self._band = QRect(self._drag_from, at).normalized()
        self._cursor.selected = {
            number for number, place in self._placed() if place.intersects(self._band)
        }
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or open the menu of the person clicked."""
        was_drag = not self._band.isNull()
        self._drag_from, self._band = None, QRect()
        self.update()
        if event.button() != Qt.MouseButton.LeftButton or was_drag:
            return
        if not event.modifiers() & (_CONTROL | _SHIFT):
            self._open_menu_at(event.position().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the selected people or of the one under the mouse."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._open_menu_at(event.pos())

    def _open_menu_at(self, point: QPoint) -> None:
        number = self._tile_at(point)
        if number < 0:
            return
        if number not in self._cursor.selected:
            self._cursor.clear_selection()
        self._cursor.current = number
        self._moved()
        self._open_menu()
