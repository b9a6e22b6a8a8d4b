"""主题党日: the year's theme days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.manual.kinds import THEME_DAY
from app.rules.attendance import day_of
from app.rules.texts import month_of, month_title
from ui import theme
from ui.printing import print_pages
from ui.views.meeting_cards import months_taken, next_month
from ui.views.meeting_view import MeetingView
from ui.views.theme_day_list import ThemeDayList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from app.records import Meeting
    from ui.context import Context


class ThemeDaysView(MeetingView):
    """One theme day a month, begun on the fixed day."""

    key = "theme_days"
    title = "主题党日"
    icon = "flag"
    help_topic = "theme_days"
    empty_words = (
        "这一年还没有主题党日。点一下就按固定日建好，地点、主持人和五个规定动作都会填好。",
        "新建主题党日",
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        made_list = ThemeDayList()
        super().__init__(context, made_list, parent)
        self.list: ThemeDayList = made_list
        made_list.new_requested.connect(self._new)

    def holds(self, meeting: Meeting) -> bool:
        """Take theme days, whatever else was held with them."""
        return THEME_DAY in meeting.kinds

    def offer_new(self, menu: QMenu) -> None:
        """Offer the theme day of the next month."""
        new = menu.addAction(theme.icon("plus"), "新建主题党日")
        new.triggered.connect(lambda _checked=False: self.new_record())

    def new_record(self) -> None:
        """Begin the theme day of the next month that has none."""
        self._new(0)

    def print_now(self) -> None:
        """Print the month of the meeting, kept first."""
        if not self.desk.is_open or not self.leave():
            return
        month = month_of(day_of(self.desk.meeting) or clock.today())
        services = self.context.services
        print_pages(
            self.context,
            self,
            f"{month_title(month)}主题党日",
            lambda progress: services.manual.month_set(month, None, progress),
            lambda: services.filing.mark_month_printed(month),
        )

    def _new(self, month: int) -> None:
        """Make, keep and open the theme day of a month, 0 for the next one without."""
        if not self.leave():
            return
        meetings = self.context.services.meetings
        year, month = (
            (self.year, month) if month else next_month(months_taken(self.meetings), self.year)
        )
        self.begin(lambda: meetings.theme_day_of(year, month))

    def read_year(self) -> None:
        """Read the year and which of its months are taken."""
        super().read_year()
        self.list.set_taken(months_taken(self.meetings))
