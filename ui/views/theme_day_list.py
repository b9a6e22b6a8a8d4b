"""The list of theme days: the next month is one click, any other month in a menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton

from ui import theme
from ui.views.meeting_list import MeetingList
from ui.widgets.buttons import button


class ThemeDayList(MeetingList):
    """A list of months; `new_requested` carries one by number, 0 for the next free one."""

    new_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__("主题党日列表")
        self._taken: frozenset[int] = frozenset()
        self.new_button = button("新建(&N)", lambda: self.new_requested.emit(0), icon="plus")
        self.new_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.month_button = QToolButton()
        self.month_button.setIcon(theme.icon("chevron-down"))
        self.month_button.setFixedSize(theme.px(32), theme.px(32))
        self.month_button.setToolTip("新建其他月份的主题党日")
        self.month_button.setAccessibleName("新建其他月份的主题党日")
        self.month_button.clicked.connect(lambda _checked=False: self._open_months())
        makers = QHBoxLayout()
        makers.setSpacing(4)
        makers.addWidget(self.new_button, 1)
        makers.addWidget(self.month_button)
        self.top.addLayout(makers)

    def set_taken(self, months: frozenset[int]) -> None:
        """Say which months of the year have a theme day."""
        self._taken = months

    def _open_months(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for month in range(1, 13):
            action = menu.addAction(f"{self.year}年{month}月")
            action.setEnabled(month not in self._taken)
            action.triggered.connect(
                lambda _checked=False, month=month: self.new_requested.emit(month)
            )
        menu.popup(self.month_button.mapToGlobal(self.month_button.rect().bottomLeft()))
