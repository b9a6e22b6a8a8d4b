"""What the first page says of the sample branch, and where to begin looking at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from app import clock
from app.rules.texts import month_of, month_title
from ui.views.months import latest_month
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import Hint

if TYPE_CHECKING:
    from ui.context import Context

_ABOUT = "人名和单位都是虚构的，可以随便改、随便打印，不会影响本支部自己的记录。"
_LATER = "示例记到{month}为止，今天已经过了这个月，所以下面的看板还空着，待办会提醒补记。"


class SampleCard(Card):
    """Shown only in the sample: its year is over, so the cards below tell of what is missing."""

    def __init__(self, context: Context) -> None:
        super().__init__("这是示例支部")
        self._context = context
        self.note = Hint()
        self.body.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.theme_day_button = button("看一次主题党日", lambda: context.go("theme_days"))
        self.package_button = button("看一个月的归档包", self._open_package)
        row.addWidget(self.theme_day_button)
        row.addWidget(self.package_button)
        row.addStretch(1)
        self.body.addLayout(row)

    def refresh(self) -> None:
        """Show it in the sample, with how far the sample goes where that is over."""
        services = self._context.services
        self.setVisible(services.samples.is_open())
        if not self.isHidden():
            last = latest_month(services)
            is_over = last < month_of(clock.today())
            later = _LATER.format(month=month_title(last)) if is_over else ""
            self.note.set_tone(_ABOUT + later)

    def _open_package(self) -> None:
        self._context.go("archive", latest_month(self._context.services))
