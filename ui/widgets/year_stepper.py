"""The year a page shows, with arrows to the one before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.buttons import icon_button
from ui.widgets.labels import plain_label


class YearStepper(QWidget):
    """`year_chosen` carries the year the user went to."""

    year_chosen = Signal(int)

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._year = year
        self._label = plain_label("", "section")
        self._label.setMinimumWidth(theme.px(72))
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(icon_button("chevron-left", "上一年", lambda: self.step(-1)))
        row.addWidget(self._label)
        row.addWidget(icon_button("chevron-right", "下一年", lambda: self.step(1)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_year(year)

    def year(self) -> int:
        """Return the year."""
        return self._year

    def set_year(self, year: int) -> None:
        """Show a year without telling anybody."""
        self._year = year
        self._label.setText(f"{year} 年")

    def step(self, by: int) -> None:
        """Go some years on or back."""
        self.set_year(self._year + by)
        self.year_chosen.emit(self._year)
