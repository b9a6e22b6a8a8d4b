"""There is one window: nothing flashes up beside it and takes the keyboard away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from tests.e2e.conftest import OpenWindow
from tests.e2e.hands import CTRL, Hands, Key, name_of
from ui.navigation import ENTRIES

pytestmark = pytest.mark.usefixtures("ninth_of_october")


class Watch(QObject):
    """Notes every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {name_of(watched)!r}")
        return False


@pytest.fixture
def hands(open_window: OpenWindow, sample_folder: Path) -> Hands:
    return Hands(open_window(sample_folder))


def visit_everything(hands: Hands) -> None:
    for entry in ENTRIES:
        hands.go(entry.key)
    hands.go("members")
    hands.press(Key.Key_N, CTRL)
    hands.go("theme_days")
    hands.press(Key.Key_N, CTRL)
    hands.press(Key.Key_Tab, CTRL, times=3)


def test_nothing_shows_up_beside_the_window(hands: Hands, qapp: QApplication) -> None:
    watch = Watch()
    qapp.installEventFilter(watch)
    visit_everything(hands)
    qapp.removeEventFilter(watch)
    assert watch.seen == []


def test_the_keyboard_is_never_lost(hands: Hands) -> None:
    for entry in ENTRIES:
        hands.go(entry.key)
        assert hands.window.isActiveWindow()
        assert hands.window.isAncestorOf(hands.focused)
