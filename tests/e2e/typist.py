"""A program to be killed: the real window, and a hand that never stops typing.

`python -m tests.e2e.typist FOLDER FIELD` types a known text into a field of the form, one key
every `EVERY_MS`, and says on standard output what has happened, each line after the fact: `saved`
with the theme that was kept, `typed` with the length of the text on the screen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.e2e.hands import ALT, CTRL, Hands, Key
from ui import theme
from ui.opening import Opening
from ui.window import MainWindow

EVERY_MS = 30
_WORD = 6


def known_text(length: int) -> str:
    """Return the beginning of a text in which every place can be told: `00000 00001 …`."""
    words = range(length // _WORD + 1)
    return " ".join(f"{number:0{_WORD - 1}}" for number in words)[:length]


def say(word: str, value: object) -> None:
    print(word, value, flush=True)  # noqa: T201 - the parent reads this


def give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """End at the first fault; Qt would go on, and the parent wait for ever."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


class Typist(QObject):
    """Keeps a new theme, then goes on with the text where it was found."""

    def __init__(self, window: MainWindow, field: str, theme_word: str) -> None:
        super().__init__(window)
        self._hands = Hands(window)
        self._field = field
        self._theme_word = theme_word
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        """Change the theme, leave it, and begin to type in the field."""
        hands = self._hands
        hands.wait_for(hands.window.isActiveWindow)
        hands.go("theme_days")
        hands.wait_for(lambda: hands.sees("主题(&T)"))
        hands.press(Key.Key_T, ALT)
        hands.press(Key.Key_A, CTRL)
        hands.write(self._theme_word)
        hands.press(Key.Key_Tab)
        hands.wait_for(lambda: hands.sees("已自动保存"))
        say("saved", self._theme_word)
        hands.press(Key.Key_Tab, CTRL)
        hands.tab_to(self._field)
        hands.press(Key.Key_End, CTRL)
        self._timer.start()

    def _type(self) -> None:
        edit = self._hands.focused
        assert isinstance(edit, QPlainTextEdit), edit
        length = len(edit.toPlainText())
        QTest.keyClicks(edit, known_text(length + 1)[-1])
        assert edit.toPlainText() == known_text(length + 1)
        say("typed", length + 1)


def main(folder: Path, field: str, theme_word: str) -> int:
    """Open the window on a folder and type until killed."""
    sys.excepthook = give_up
    theme.prepare_environment()
    app = QApplication(sys.argv[:1])
    theme.apply(app)
    window = MainWindow()
    window.painted.connect(Opening(window, folder).begin)
    typist = Typist(window, field, theme_word)
    begin: Callable[[object], None] = lambda _desktop: QTimer.singleShot(0, typist.begin)  # noqa: E731
    window.ready.connect(begin)
    window.show()
    window.activateWindow()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
