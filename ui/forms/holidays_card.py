"""The holidays of a year and the weekend days worked for them (节假日与调休)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QHBoxLayout

from app import clock
from app.errors import AppError, InvalidInputError
from app.rules.calendar import LINE_KINDS, OFF, Line, own_years, shipped_years
from ui import theme
from ui.forms.row_tools import RowTools
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField
from ui.widgets.table_delegates import ChoiceDelegate
from ui.widgets.table_model import Column
from ui.widgets.tables import ROW_PX, RecordTable
from ui.widgets.words import read_day, show_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context

KIND = "安排"
_FRAME_PX = 2
_WEEKDAYS = "一二三四五六日"

YearTable = tuple[int, tuple[Line, ...]]


class HolidaysCard(Card):
    """One year's table; every change of a line is kept at once and can be undone."""

    def __init__(self, context: Context, stack: QUndoStack) -> None:
        super().__init__(
            "节假日与调休",
            "照国务院办公厅每年的放假通知核对。固定日遇放假改到哪天、几个工作日内完成记录，都按这张表推算。",
        )
        self._context = context
        self._stack = stack
        self._lines: tuple[Line, ...] = ()
        self.year_field = ChoiceField()
        self.year_field.setAccessibleName("年份")
        self.year_field.choice_edited.connect(self.load)
        self.add_action(self.year_field)
        self.unknown = Hint()
        self.table: RecordTable[Line] = RecordTable(self._columns(), _key, name="一年的放假安排")
        self.table.set_delegate(KIND, ChoiceDelegate(LINE_KINDS, self.table))
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_buttons())
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        self.remove_button = button("删除这一行", self.remove, icon="trash-2")
        self.restore_button = button("恢复收录的安排", self.restore, icon="undo-2")
        self.body.addWidget(self.unknown)
        self.body.addWidget(self.table)
        self.body.addLayout(self._new_line())
        tools = FlowLayout()
        tools.addWidget(self.remove_button)
        tools.addWidget(self.restore_button)
        self.body.addLayout(tools)

    @property
    def year(self) -> int:
        """The year shown."""
        return int(self.year_field.value() or clock.today().year)

    def load(self) -> None:
        """Read the table of the year again."""
        settings = self._context.services.settings
        this_year = clock.today().year
        shown = {self.year, this_year, this_year + 1}
        years = {*shipped_years(), *own_years(settings.all()), *shown}
        self.year_field.set_choices([(str(one), f"{one}年") for one in sorted(years)])
        self.year_field.set_value(str(self.year))
        self._show(settings.holiday_lines(self.year))

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.year_field.set_value(str(year))
        self.load()

    def add(self) -> None:
        """Add the line that was filled in below the table."""
        first = self.first_field.day()
        if first is None:
            self._context.show_error(InvalidInputError("还没有填写首日，请填写后再加入。"))
            self.first_field.setFocus()
            return
        last = self.last_field.day() or first
        line = Line(first, last, self.kind_field.value(), self.name_field.text().strip())
        if self._change("添加放假安排", (*self._lines, line)):
            self.first_field.set_day(None, near=first)
            self.last_field.set_day(None, near=first)
            self.name_field.set_text("")
            self.table.choose(_key(line))
            self.first_field.setFocus()

    def remove(self) -> None:
        """Take the chosen line out."""
        keys = self.table.shown_keys()
        key = self.table.current_key()
        if key not in keys:
            return
        place = keys.index(key)
        if self._change("删除放假安排", [one for one in self._lines if _key(one) != key]):
            left = self.table.shown_keys()
            if left:
                self.table.choose(left[min(place, len(left) - 1)])
            self.table.setFocus()

    def restore(self) -> None:
        """Go back to the table this program brought along."""
        self._change("恢复收录的安排", shipped_years()[self.year])

    def _columns(self) -> list[Column[Line]]:
        return [
            Column("首日", lambda line: show_day(line.first), 112, edit=self._edit_first),
            Column("末日", lambda line: show_day(line.last), 112, edit=self._edit_last),
            Column("星期", _weekdays, 96, 1, rank=2),
            Column("天数", lambda line: str(_length(line)), 64, rank=1, numeric=True),
            Column(KIND, lambda line: line.kind, 88, 1, edit=self._edit_kind),
            Column("名称", lambda line: line.name, 120, 3, edit=self._edit_name),
        ]

    def _new_line(self) -> QHBoxLayout:
        self.first_field, self.last_field = DateField(), DateField()
        self.kind_field, self.name_field = ChoiceField(LINE_KINDS), LineField("如：国庆节")
        self.kind_field.set_value(OFF)
        grid = FieldGrid()
        grid.add("首日", self.first_field)
        grid.add("末日（一天的可空）", self.last_field)
        grid.add(KIND, self.kind_field)
        grid.add("名称", self.name_field)
        self.add_button = button("加入", self.add, icon="plus")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(grid, 1)
        row.addWidget(RowTools(self.add_button))
        return row

    def _edit_first(self, line: Line, text: str) -> None:
        day = self._day_of(text)
        if day is not None:
            self._replace(line, replace(line, first=day, last=max(day, line.last)))

    def _edit_last(self, line: Line, text: str) -> None:
        day = self._day_of(text)
        if day is not None:
            self._replace(line, replace(line, last=day))

    def _edit_kind(self, line: Line, text: str) -> None:
        self._replace(line, replace(line, kind=text))

    def _edit_name(self, line: Line, text: str) -> None:
        self._replace(line, replace(line, name=text.strip()))

    def _day_of(self, text: str) -> date | None:
        day = read_day(text, date(self.year, 1, 1))
        if day is None:
            said = f"“{text}”不是日期，请写成 10.1、10月1日 或 {self.year}-10-01。"
            self._context.show_error(InvalidInputError(said))
        return day

    def _replace(self, line: Line, wanted: Line) -> None:
        lines = [wanted if one == line else one for one in self._lines]
        if self._change("修改放假安排", lines):
            self.table.choose(_key(wanted))

    def _change(self, label: str, lines: Sequence[Line]) -> bool:
        """Keep other lines of the year as one step; tell whether they could be kept."""
        before: YearTable = (self.year, self._lines)
        after: YearTable = (self.year, tuple(lines))
        if not self._keep(after):
            return False
        self._stack.push(KeptStep(label, self._keep, before, after))
        return True

    def _keep(self, wanted: YearTable) -> bool:
        year, lines = wanted
        try:
            self._context.services.settings.put_holiday_lines(year, lines)
        except AppError as error:
            self._context.show_error(error)
            return False
        tell_saved(self._context)
        self.show_year(year)
        return True

    def _show(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self.table.set_rows(lines)
        self.table.setFixedHeight(theme.px(ROW_PX) * (len(lines) + 1) + _FRAME_PX)
        self.table.setVisible(bool(lines))
        unknown = "" if lines else f"{self.year}年的放假安排还没有录入，先按周末推算。"
        self.unknown.set_tone(unknown, "warning")
        near = date(self.year, 1, 1)
        for field in (self.first_field, self.last_field):
            field.set_day(field.day(), near=near)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.remove_button.setVisible(bool(self._lines))
        self.remove_button.setEnabled(bool(self.table.current_key()))
        shipped = shipped_years().get(self.year)
        self.restore_button.setVisible(shipped is not None and shipped != self._lines)


def _key(line: Line) -> str:
    return f"{line.first.isoformat()} {line.kind}"


def _length(line: Line) -> int:
    return (line.last - line.first).days + 1


def _weekdays(line: Line) -> str:
    first, last = _WEEKDAYS[line.first.weekday()], _WEEKDAYS[line.last.weekday()]
    return f"周{first}" if line.first == line.last else f"周{first}—周{last}"
