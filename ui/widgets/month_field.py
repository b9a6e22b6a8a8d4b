"""A month: typed in a line, or stepped through at the head of a page."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.rules.texts import month_title
from ui import theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import plain_label
from ui.widgets.line_field import LineField

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
    """A line that holds a month or nothing; `month_edited` follows changes by the user."""

    month_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("如 2025-01，空着表示一直", parent)
        self._month = ""
        self.committed.connect(self._read)

    def month(self) -> str:
        """Return the month as `2025-01`, or nothing."""
        return self._month

    def set_month(self, month: str) -> None:
        """Show a month."""
        self._month = month
        self.set_text(month)

    def _read(self) -> None:
        text = self.text().strip()
        month = read_month(text) if text else ""
        wrong = bool(text) and not month
        self.setProperty("wrong", "true" if wrong else "false")
        self.style().polish(self)
        self.setToolTip("请写成 2025-01。" if wrong else "")
        if not wrong and month != self._month:
            self._month = month
            self.set_text(month)
            self.month_edited.emit()


class MonthStepper(QWidget):
    """The month a page shows, with arrows to the one before and after."""

    month_chosen = Signal(str)

    def __init__(self, month: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = month
        self._label = plain_label("", "section")
        self._label.setMinimumWidth(theme.px(104))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(icon_button("chevron-left", "上一个月", lambda: self.step(-1)))
        row.addWidget(self._label)
        row.addWidget(icon_button("chevron-right", "下一个月", lambda: self.step(1)))
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
