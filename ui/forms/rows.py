"""Lists of rows inside a section: add, remove, move; the widgets are kept and shown anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.forms.section import Fields, focus_and_show
from ui.widgets.buttons import button, icon_button

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.records import Meeting
    from ui.forms.section import Section

Records = list[Any]


def caption_px() -> int:
    """Return how far below the top of a row its fields begin, under their labels."""
    return QFontMetrics(theme.font("secondary_size")).height() + 5


class Row(QFrame):
    """One record of a list: what a subclass puts into `body`, and the tools at the right.

    A row stands for a place in the list, not for a record, so that moving and undo only show
    other values in the same widgets. `called` are the fields by what a finding calls them, where
    that is not the attribute.
    """

    called: ClassVar[Mapping[str, str]] = {}

    def __init__(self, rows: RowList, index: int, *, labelled: bool = True) -> None:
        """Make the row of a place; `labelled` when its fields stand under labels."""
        super().__init__()
        self.rows = rows
        self.index = index
        self.fields = Fields(rows.section, self.read, title=self.title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        if index and labelled:
            line = QFrame()
            line.setProperty("role", "line")
            outer.addWidget(line)
        layout = QHBoxLayout()
        layout.setSpacing(8)
        outer.addLayout(layout)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        layout.addLayout(self.body, 1)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(0)
        caption = caption_px() if labelled else 1
        self.tools.setContentsMargins(0, caption, 0, 0)
        layout.addLayout(self.tools)
        layout.setAlignment(self.tools, Qt.AlignmentFlag.AlignTop)
        self._add_tools()

    def read(self, meeting: Meeting) -> Any:
        """Return the record this row stands for, or `None` past the end of the list."""
        records = self.rows.records(meeting)
        return records[self.index] if self.index < len(records) else None

    def title(self) -> str:
        """Return what the row is called in the words for undo."""
        return f"{self.rows.what}{self.index + 1}"

    def refresh(self) -> None:
        """Show the record."""
        self.fields.refresh()

    def focus_field(self, place: str) -> bool:
        """Put the keyboard into a field named as in a finding; tell whether there is one."""
        return self.fields.focus(self.called.get(place, place))

    def first_field(self) -> QWidget | None:
        """Return the field the keyboard goes to in a new row."""
        return next(iter(self.fields.widgets.values()), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row by Alt+Shift+arrows; go on to the next row by Enter."""
        alt = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() == alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.rows.shift(self.index, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rows.go_on(self.index)
        else:
            super().keyPressEvent(event)

    def _add_tools(self) -> None:
        where = f"第{self.index + 1}条{self.rows.what}"
        if self.rows.is_ordered:
            self._up = icon_button(
                "chevron-up", f"{where}上移", lambda: self.rows.shift(self.index, -1)
            )
            self._up.setEnabled(self.index > 0)
            self.tools.addWidget(self._up)
        self.remove_button = icon_button("x", f"删除{where}", lambda: self.rows.remove(self.index))
        self.tools.addWidget(self.remove_button)


class RowList(QWidget):
    """The rows of one list of the meeting and the button that adds one."""

    def __init__(
        self,
        section: Section,
        what: str,
        records: Callable[[Meeting], Records],
        new_record: Callable[[Meeting], Any] | None,
        make_row: Callable[[RowList, int], Row],
    ) -> None:
        """Show `records(meeting)`; `what` names one of them in Chinese.

        Without `new_record` rows come from elsewhere and there is no button.
        """
        super().__init__()
        self.section = section
        self.what = what
        self.records = records
        self.is_ordered = True
        self.adds_by_enter = True
        self._new_record = new_record
        self._make_row = make_row
        self._rows: list[Row] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        layout.addLayout(self._list)
        self.add_button = button(f"增加{what}", self.add, icon="plus", role="quiet")
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.setVisible(new_record is not None)

    def rows(self) -> list[Row]:
        """Return the rows shown, in order."""
        return [row for row in self._rows if not row.isHidden()]

    def refresh(self) -> None:
        """Show the list as it stands; spare rows are hidden and used again."""
        records = self.records(self.section.desk.meeting)
        self._leave_spare_rows(len(records))
        while len(self._rows) < len(records):
            row = self._make_row(self, len(self._rows))
            self._rows.append(row)
            self._list.addWidget(row)
        for row in self._rows:
            is_used = row.index < len(records)
            row.setVisible(is_used)
            if is_used:
                row.refresh()

    def _leave_spare_rows(self, count: int) -> None:
        """Take the keyboard out of a row that is about to be hidden, as after undoing it."""
        focused = QApplication.focusWidget()
        spare = self._rows[count:]
        if focused is None or not any(one.isAncestorOf(focused) for one in spare):
            return
        if not self.focus(count - 1):
            self.add_button.setFocus()

    def add(self) -> None:
        """Add a record and put the keyboard into it."""
        if self._new_record is None:
            return
        with self.section.change(f"增加{self.what}") as meeting:
            count = len(self.records(meeting))
            self.put_in(meeting, count, self._new_record(meeting))
        self.refresh()
        self.focus(len(self.rows()) - 1)

    def remove(self, index: int) -> None:
        """Take a record out; undo brings it back."""
        with self.section.change(f"删除{self.what}{index + 1}") as meeting:
            self.take_out(meeting, index)
        self.refresh()
        rows = self.rows()
        if rows:
            self.focus(min(index, len(rows) - 1))
        else:
            self.add_button.setFocus()

    def shift(self, index: int, by: int) -> None:
        """Move a record up (-1) or down (1) in the list."""
        records = self.records(self.section.desk.meeting)
        there = index + by
        if not 0 <= there < len(records):
            return
        with self.section.change(f"移动{self.what}{index + 1}") as meeting:
            self.put_in(meeting, there, self.take_out(meeting, index))
        self.refresh()
        self.focus(there)

    def put_in(self, meeting: Meeting, index: int, record: Any) -> None:
        """Put a record into the list."""
        self.records(meeting).insert(index, record)

    def take_out(self, meeting: Meeting, index: int) -> Any:
        """Take a record out of the list and return it."""
        return self.records(meeting).pop(index)

    def go_on(self, index: int) -> None:
        """Go to the next row; after the last one add another where rows are short."""
        if index + 1 < len(self.rows()):
            self.focus(index + 1)
        elif self.adds_by_enter:
            self.add()

    def focus_at(self, place: str) -> bool:
        """Put the keyboard where a finding is, such as `2.owner`, counted from 1.

        Without a number it goes to the button that adds a row.
        """
        number, _, field = place.partition(".")
        if not number.isdigit():
            focus_and_show(self.add_button)
            return True
        return self.focus(int(number) - 1, field)

    def focus(self, index: int, field: str = "") -> bool:
        """Put the keyboard into a row, at a field if one is named; tell whether it is there."""
        rows = self.rows()
        if not 0 <= index < len(rows):
            return False
        if field and rows[index].focus_field(field):
            return True
        first = rows[index].first_field()
        if first is not None:
            focus_and_show(first)
        return first is not None
