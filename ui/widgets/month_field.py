"""A month: typed in a line, or stepped through at the head of a page."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app import clock
from app.rules.texts import month_title
from ui import theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import plain_label
from ui.widgets.line_field import LineField
from ui.widgets.words import read_day

_NAMES_YEAR = re.compile(r"\s*\d{4}")
_TYPED = re.compile(r"\s*(\d{4})\s*[-./年]?\s*(\d{1,2})\s*月?\s*")


def read_month(text: str) -> str:
    """Return a typed month such as 2025.1 or 2025年1月 as `2025-01`, else nothing."""
    found = _TYPED.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    return f"{found[1]}-{int(found[2]):02}"


def step_month(month: str, by: int) -> str:
    """Return the month `by` months after `2025-10`."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f"{count // 12:04}-{count % 12 + 1:02}"


class MonthField(LineField):
    """A line that holds a month or nothing; `month_edited` follows changes by the user.

    What is no month stays as typed, with a red border and a sentence as tooltip, and counts as
    the month before it was typed.
    """

    month_edited = Signal()
    example = "2025-01"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(f"如 {self.example}", parent)
        self._month = ""
        self.committed.connect(self._read)

    def month(self) -> str:
        """Return the month as `2025-01`, or nothing."""
        return self._month

    def set_month(self, month: str) -> None:
        """Show a month."""
        self._month = month
        self.set_text(month)
        self._show_state(wrong=False)

    def read(self, text: str) -> str:
        """Return the month a text means as it is kept, nothing when it is none."""
        return read_month(text)

    def _read(self) -> None:
        text = self.text().strip()
        month = self.read(text)
        self._show_state(wrong=bool(text) and not month)
        if text and not month:
            return
        self.set_text(month)
        if month != self._month:
            self._month = month
            self.month_edited.emit()

    def _show_state(self, *, wrong: bool) -> None:
        self.setProperty("wrong", "true" if wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip(f"认不出来，请写成 {self.example} 这样。" if wrong else "")


class BirthField(MonthField):
    """A month or a day of birth: `1978-04`, or `1978-04-12` where the file has it."""

    example = "1978-04"

    def read(self, text: str) -> str:
        """Return a month or a day as it is kept."""
        month = read_month(text)
        if month:
            return month
        day = read_day(text, clock.today())
        return "" if day is None or not _NAMES_YEAR.match(text) else day.isoformat()


class MonthStepper(QWidget):
    """The month a page shows, with arrows to the one before and after.

    `month_chosen` carries the month the user went to.
    """

    month_chosen = Signal(str)

    def __init__(self, month: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = month
        self._label = plain_label("", "section")
        self._label.setMinimumWidth(theme.px(100))
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        back = icon_button("chevron-left", "上一个月（Ctrl+PgUp）", lambda: self.step(-1))
        on = icon_button("chevron-right", "下一个月（Ctrl+PgDn）", lambda: self.step(1))
        row.addWidget(back)
        row.addWidget(self._label)
        row.addWidget(on)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_month(month)

    def month(self) -> str:
        """Return the month as `2025-10`."""
        return self._month

    def set_month(self, month: str) -> None:
        """Show a month without telling anybody."""
        self._month = month
        self._label.setText(month_title(month))

    def step(self, by: int) -> None:
        """Go `by` months on."""
        self.set_month(step_month(self._month, by))
        self.month_chosen.emit(self._month)
