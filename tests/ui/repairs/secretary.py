"""The secretary at the first page: takes a finding, mends it, and looks whether it is gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from app.rules.checks import Finding
from tests.e2e.hands import CTRL, Hands, Key, W, name_of
from ui.views.home import HomeView
from ui.window import MainWindow

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Secretary(Hands):
    """Counts the keys and clicks from the list until something is typed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window: MainWindow = window
        self.strokes = 0

    @property
    def field(self) -> str:
        """What a screen reader calls the place that has the keyboard; it must be in sight."""
        QTest.qWait(1)  # layouts settle before it is scrolled to
        widget = self.focused
        assert widget.isEnabled()
        self.wait_for(lambda: not widget.visibleRegion().isEmpty())
        return name_of(widget)

    def press(self, key: Key, modifier: Qt.KeyboardModifier = NO_MODIFIER, times: int = 1) -> None:
        """Press a key and count it."""
        self.strokes += times
        super().press(key, modifier, times)

    def click(self, words: str) -> None:
        """Click a button by its words or its name, and count it."""
        self.click_on(self.button(words))

    def click_on(self, button: QAbstractButton) -> None:
        """Click a button and count it."""
        self.strokes += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def look(self) -> list[Finding]:
        """Go to the first page and return what it lists once it has looked."""
        self.window.activateWindow()  # the screenless platform gives it nothing back after a dialog
        self.wait_for(self.window.isActiveWindow)
        self.go("home")
        home = self.window.desktop.view if self.window.desktop else None
        assert isinstance(home, HomeView), "the view keeps the user"
        self.wait_for(lambda: not home.self_check.is_checking)
        return home.self_check.findings()

    def take(self, finding: Finding) -> None:
        """Click the finding in the list, after asking for the rest of it where need be."""
        self.strokes = 0
        found = self._go_buttons(finding)
        if not found:
            more = [one for one in self._visible(QPushButton) if one.text().startswith("再看")]
            self.click_on(more[0])
            found = self._go_buttons(finding)
        self.click_on(found[0])

    def replace(self, text: str) -> None:
        """Type in place of what the field holds, and leave it."""
        super().press(Key.Key_A, CTRL)
        self.write(text)
        super().press(Key.Key_Tab)

    def seen(self, kind: type[W]) -> list[W]:
        """Return the widgets of a sort that are on the screen."""
        return list(self._visible(kind))

    def _go_buttons(self, finding: Finding) -> list[QPushButton]:
        name = f"去填写：{finding.told}"
        return [one for one in self._visible(QPushButton) if one.accessibleName() == name]
