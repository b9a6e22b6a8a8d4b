"""The program itself, with a witness inside who says what is on the screen.

`python -m tests.e2e.witness ARGUMENTS` runs `python -m ui ARGUMENTS`. Each line on standard input
is answered by a line of JSON on standard output: `look` by what can be seen, `fail TEXT` after a
slot raised an error with that text.
"""

from __future__ import annotations

import json
import runpy
import sys
import threading

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.e2e.hands import name_of


class Witness(QObject):
    """Lives in the main thread; `asked` comes from the thread that reads the questions."""

    asked = Signal(str)
    failing = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self.failing.connect(self._fail, Qt.ConnectionType.QueuedConnection)

    def _answer(self, question: str) -> None:
        word, _, text = question.partition(" ")
        if word == "fail":
            self.failing.emit(text)
        print(json.dumps(seen()), flush=True)  # noqa: T201 - the test reads this

    def _fail(self, text: str) -> None:
        raise RuntimeError(text)


def seen() -> dict[str, object]:
    """Return the words of each window by title, names and views shown, and who has the keyboard."""
    from ui.views.base import View

    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    widgets = [one for window in windows for one in visible(window)]
    focused = QApplication.focusWidget()
    return {
        "words": {
            window.windowTitle(): "\n".join(map(words_of, visible(window))) for window in windows
        },
        "names": [one.accessibleName() for one in widgets],
        "views": [one.key for one in widgets if isinstance(one, View)],
        "focus": name_of(focused) if focused else "",
    }


def visible(window: QWidget) -> list[QWidget]:
    return [one for one in window.findChildren(QWidget) if one.isVisible()]


def words_of(widget: QWidget) -> str:
    if isinstance(widget, (QLabel, QLineEdit)):
        return widget.text()
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else ""


def read_questions(witness: Witness) -> None:
    for line in sys.stdin:
        witness.asked.emit(line.strip())


def main() -> None:
    """Run the program as `python -m ui` does."""
    witness = Witness()
    threading.Thread(target=read_questions, args=(witness,), daemon=True).start()
    runpy.run_module("ui", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
