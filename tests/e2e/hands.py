"""The hands of a person at the window: keys and clicks, nothing that reaches behind the screen."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from ui.navigation import ENTRIES

W = TypeVar("W", bound=QWidget)
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_MOST_TABS = 150
_WAIT_MS = 10_000
_LOOK_AGAIN_MS = 10


class Hands:
    """Types into whatever has the keyboard and finds fields by the names a reader hears."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def wait_for(self, truth: Callable[[], object]) -> None:
        """Wait until something can be seen."""
        waited = QElapsedTimer()
        waited.start()
        while not truth():
            assert not waited.hasExpired(_WAIT_MS), "waited in vain"
            QTest.qWait(_LOOK_AGAIN_MS)

    @property
    def focused(self) -> QWidget:
        """The widget that has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def press(self, key: Key, modifier: Qt.KeyboardModifier = _NO_MODIFIER, times: int = 1) -> None:
        """Press a key, once or several times."""
        for _ in range(times):
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
            QApplication.processEvents()

    def go(self, view: str) -> None:
        """Open a view by its key of the navigation, wherever it stands there."""
        digit = next(entry.keys[-1] for entry in ENTRIES if entry.key == view)
        self.press(Key(ord(digit)), CTRL)

    def write(self, text: str) -> None:
        """Type a text: ASCII by keys, everything else as an input method hands it over."""
        for is_ascii, run in itertools.groupby(text, str.isascii):
            piece = "".join(run)
            if not is_ascii:
                event = QInputMethodEvent()
                event.setCommitString(piece)
                QApplication.sendEvent(self.focused, event)
                continue
            for line_number, line in enumerate(piece.split("\n")):
                if line_number:
                    self.press(Key.Key_Return)
                if line:
                    QTest.keyClicks(self.focused, line)

    def tab_to(self, name: str) -> QWidget:
        """Press Tab until the field of this name has the keyboard; `…` stands for the rest."""
        passed = []
        for _ in range(_MOST_TABS):
            self.press(Key.Key_Tab)
            passed.append(name_of(self.focused))
            if passed[-1] == name or (name[-1] == "…" and passed[-1].startswith(name[:-1])):
                return self.focused
        raise AssertionError(f"Tab never comes to {name!r}, only to {passed}")

    def fill(self, name: str, text: str) -> None:
        """Go to a field by Tab and type."""
        self.tab_to(name)
        self.write(text)

    def pick(self, name: str, letters: str) -> None:
        """Go to a field for people by Tab, type letters and take the first one offered."""
        self.fill(name, letters)
        self.press(Key.Key_Return)

    def choose(self, name: str, label: str) -> None:
        """Go to a list by Tab and choose by the arrow keys."""
        field = self.tab_to(name)
        assert isinstance(field, QComboBox)
        self.press(Key.Key_Home)
        for _ in range(field.count()):
            if field.currentText() == label:
                return
            self.press(Key.Key_Down)
        raise AssertionError(f"{name!r} does not offer {label!r}")

    def push(self, name: str) -> None:
        """Go to a button by Tab and press it by Space."""
        self.tab_to(name)
        self.press(Key.Key_Space)

    def click(self, words: str) -> None:
        """Click the button that says this."""
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button that says this."""
        found = [one for one in self._visible(QAbstractButton) if name_of(one) == words]
        assert len(found) == 1, f"{len(found)} buttons say {words!r}"
        return found[0]

    def sees(self, words: str) -> bool:
        """Tell whether a text is on the screen, in a label or a field."""
        texts = (_text_of(one) for one in self._visible(QWidget))
        return any(words in text for text in texts)

    def _visible(self, kind: type[W]) -> Iterator[W]:
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                yield from (one for one in top.findChildren(kind) if one.isVisible())


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text().partition("(&")[0]
    return widget.objectName()


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""
