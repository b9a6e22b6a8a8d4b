"""工作台: the month at a glance and everything that waits, each with a way to its place."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import AppError
from app.rules.texts import month_title
from app.rules.year_chart import BOARD_LOOKS
from ui import theme
from ui.views.base import View
from ui.views.home_cards import BoardCard, FiguresCard, RemindersCard
from ui.views.sample_card import SampleCard
from ui.views.self_check_card import SelfCheckCard
from ui.widgets.page import Page, PageHead
from ui.widgets.year_card import YearCard

if TYPE_CHECKING:
    from app.rules.reminders import Reminder
    from app.services.home import Overview
    from ui.context import Context

_BESIDE_PX = 760


class HomeView(View):
    """Board and figures beside each other where there is room, what waits below."""

    key = "home"
    title = "工作台"
    icon = "house"
    help_topic = "home"
    areas = frozenset({"meetings", "members", "groups", "branch", "dues", "entries", "settings"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._seen: Overview | None = None
        self._as_of: tuple[date, datetime | None] | None = None
        self.head = PageHead(self.title, context)
        self.board, self.figures, self.todo = BoardCard(), FiguresCard(), RemindersCard()
        self.sample, self.self_check = SampleCard(context), SelfCheckCard(context)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.board, 5)
        self._pair.addWidget(self.figures, 3)
        self.year = YearCard(
            context,
            "全年一览",
            lambda year: partial(context.services.year_chart.chart, year),
            BOARD_LOOKS,
            "这一年还没有记录。记下第一次活动，这里就能看到全年。",
        )
        page = Page()
        page.body.addWidget(self.sample)
        page.body.addLayout(self._pair)
        page.body.addWidget(self.todo)
        page.body.addWidget(self.self_check)
        page.body.addWidget(self.year)
        page.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(page, 1)
        self.board.action_chosen.connect(self._open_action)
        self.board.new_requested.connect(self.new_record)
        self.board.open_requested.connect(self._open_theme_day)
        self.figures.attendance_requested.connect(self._open_attendance)
        self.figures.dues_requested.connect(self._open_dues)
        self.todo.chosen.connect(self._open)

    def load(self) -> None:
        """Gather everything anew; what did not change stays, and so does the keyboard."""
        self._as_of = self._now()
        seen = self.context.services.home.overview()
        before, self._seen = self._seen, seen
        self.head.set_title(f"{month_title(seen.month)} · {seen.countdown}")
        self.sample.refresh()
        self.figures.show_overview(seen)
        if before is None or (before.month, before.board) != (seen.month, seen.board):
            self.board.show_overview(seen)
        if before is None or before.reminders != seen.reminders:
            self.todo.show_reminders(seen.reminders)
        self.self_check.refresh()
        self.year.refresh()

    def shown(self) -> None:
        """Look again where the day or the newest copy changed; be ready for Enter."""
        if self._as_of != self._now():
            self.load()
        if self.board.new_button.isVisibleTo(self):
            self.board.new_button.setFocus()
        elif self.todo.buttons:
            self.todo.buttons[0].setFocus()
        else:
            self.board.open_button.setFocus()

    def new_record(self) -> None:
        """Begin this month's theme day, unless there is one, and open it."""
        if self._seen is None or self._seen.theme_day_id:
            return
        meetings = self.context.services.meetings
        year, month = (int(part) for part in self._seen.month.split("-"))
        try:
            made = meetings.save(meetings.theme_day_of(year, month))
        except AppError as error:
            self.context.show_error(error)
            return
        self.context.go("theme_days", made.id, "head/theme")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put board and figures below each other where there is no room beside."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_PX)
        self._pair.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def _now(self) -> tuple[date, datetime | None]:
        return clock.today(), self.context.services.backups.latest()

    def _open(self, reminder: Reminder) -> None:
        self.context.go(*reminder.jump)

    def _open_action(self, number: int) -> None:
        if self._seen is not None:
            place = f"actions/actions.{number}.lead"
            self.context.go("theme_days", self._seen.theme_day_id, place)

    def _open_theme_day(self) -> None:
        if self._seen is not None:
            self.context.go("theme_days", self._seen.theme_day_id, "head")

    def _open_attendance(self) -> None:
        if self._seen is not None:
            self.context.go("theme_days", self._seen.theme_day_id, "attendance")

    def _open_dues(self) -> None:
        if self._seen is not None:
            self.context.go("dues", self._seen.month)
