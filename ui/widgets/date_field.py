"""A day, typed as people write it or chosen in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from app import clock
from ui import theme
from ui.widgets import words
from ui.widgets.line_field import LineField

_WEEKDAYS = ("一", "二", "三", "四", "五", "六", "日")


class DateField(LineField):
    """A line that holds a day or nothing.

    `date_edited` follows each change of the day by the user. What is no day stays as typed, with
    a red border and a sentence as tooltip, and counts as the day before it was typed.
    """

    date_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("如 10.9", parent)
        self._day: date | None = None
        self._near: date | None = None
        self._calendar: _CalendarPopup | None = None
        action = self.addAction(
            theme.icon("calendar-days", size=18), QLineEdit.ActionPosition.TrailingPosition
        )
        action.setToolTip("打开日历（Alt+↓）")
        action.triggered.connect(self.open_calendar)
        self.committed.connect(self._read)

    def day(self) -> date | None:
        """Return the day."""
        return self._day

    def set_day(self, day: date | None, *, near: date | None = None) -> None:
        """Show a day; `near` gives the year where none is typed."""
        self._near = near or self._near
        self._day = day
        self.set_text(words.show_day(day))
        self._show_state(wrong=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down, as in a list."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Open the calendar under the field."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._calendar is None:
            self._calendar = _CalendarPopup(self)
            self._calendar.chosen.connect(self._choose)
        self._calendar.open_at(self._day or self._near or clock.today())

    def _choose(self, day: date) -> None:
        self.set_text(words.show_day(day))
        self._take(day)
        self.setFocus()

    def _read(self) -> None:
        text = self.text().strip()
        if not text:
            self._take(None)
            return
        day = words.read_day(text, self._near or self._day or clock.today())
        if day is None:
            self._show_state(wrong=True)
            return
        self.set_text(words.show_day(day))
        self._take(day)

    def _take(self, day: date | None) -> None:
        self._show_state(wrong=False)
        if day != self._day:
            self._day = day
            self._show_state(wrong=False)
            self.date_edited.emit()

    def _show_state(self, *, wrong: bool) -> None:
        self.setProperty("wrong", "true" if wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        if wrong:
            self.setToolTip("这不是一个日期，请写成 10.9、10月9日 或 2025-10-09。")
        elif self._day is not None:
            self.setToolTip(f"星期{_WEEKDAYS[self._day.weekday()]}")
        else:
            self.setToolTip("")


class _CalendarPopup(QFrame):
    chosen = Signal(object)

    def __init__(self, field: DateField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self._field = field
        self.setProperty("role", "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            style = QTextCharFormat()
            style.setForeground(theme.colour("secondary"))
            self.calendar.setWeekdayTextFormat(weekday, style)
        self._dress_arrow("qt_calendar_prevmonth", "chevron-left")
        self._dress_arrow("qt_calendar_nextmonth", "chevron-right")
        self.calendar.setMinimumSize(theme.px(300), theme.px(280))
        self.calendar.clicked.connect(self._on_clicked)
        self.calendar.activated.connect(self._on_clicked)
        layout.addWidget(self.calendar)

    def open_at(self, day: date) -> None:
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        below = self._field.mapToGlobal(QPoint(0, self._field.height() + 2))
        room = self._field.screen().availableGeometry()
        if below.y() + self.height() > room.bottom():
            below = self._field.mapToGlobal(QPoint(0, -self.height() - 2))
        below.setX(max(room.left(), min(below.x(), room.right() - self.width())))
        self.move(below)
        self.show()
        self.calendar.setFocus()

    def _dress_arrow(self, name: str, icon: str) -> None:
        from PySide6.QtWidgets import QToolButton

        button = self.calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            button.setIcon(theme.icon(icon))

    def _on_clicked(self, day: QDate) -> None:
        self.hide()
        self.chosen.emit(date(day.year(), day.month(), day.day()))
