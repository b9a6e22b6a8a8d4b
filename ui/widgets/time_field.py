"""A time of the day, typed as people write it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets import words
from ui.widgets.line_field import LineField


class TimeField(LineField):
    """A line that holds a time or nothing; `15`, `1530`, `下午3点半` are understood.

    `time_edited` follows each change of the time by the user.
    """

    time_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("如 15:00", parent)
        self._time: datetime.time | None = None
        self.committed.connect(self._read)

    def time(self) -> datetime.time | None:
        """Return the time."""
        return self._time

    def set_time(self, moment: datetime.time | None) -> None:
        """Show a time."""
        self._time = moment
        self.set_text(words.show_time(moment))
        self._show_state(wrong=False)

    def _read(self) -> None:
        text = self.text().strip()
        moment = words.read_time(text) if text else None
        if text and moment is None:
            self._show_state(wrong=True)
            return
        self._show_state(wrong=False)
        self.set_text(words.show_time(moment))
        if moment != self._time:
            self._time = moment
            self.time_edited.emit()

    def _show_state(self, *, wrong: bool) -> None:
        self.setProperty("wrong", "true" if wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip("这不是一个时间，请写成 15:00 或 下午3点。" if wrong else "")
