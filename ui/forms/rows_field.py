"""Rows of a fill-in page: each a few fields beside one another, added, moved and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.rules.entries import Values, is_empty
from ui.forms.locking import lock
from ui.forms.rows import caption_px
from ui.forms.section import focus_and_show
from ui.widgets.buttons import button, icon_button
from ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.manual.page import Field
    from ui.forms.values import ValueField

COLUMNS = 4
_WIDE_SHARE = 4
_MOST_LETTERS = 8  # as many of a choice can be read in one column
# Rows that are made at once, and how many at a time while nothing else is to be done.
_AT_ONCE, _AT_A_TIME = 6, 4


class RowsField(QWidget):
    """A list of rows as one value.

    Attributes:
        rows_edited: follows each change by the user.
        committed: a field of a row was left, or rows were added, moved or removed.
    """

    rows_edited = Signal()
    committed = Signal()

    def __init__(self, field: Field, make: Callable[[Field], ValueField]) -> None:
        """Show no rows; `make` returns the field of a column."""
        super().__init__()
        self.field = field
        self._make = make
        self._values: list[Values] = []
        self._widgets: list[_Row] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        layout.addLayout(self._list)
        self.add_button = button("增加一行", self.add, icon="plus", role="quiet")
        self.add_button.setAccessibleName(f"增加一行{field.label}")
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(lambda: self._make_rows(len(self._widgets) + _AT_A_TIME))

    def rows(self) -> list[Values]:
        """Return the rows shown."""
        return [dict(row) for row in self._values]

    def set_rows(self, rows: list[Values] | None) -> None:
        """Show rows without telling anybody; spare widgets are hidden and used again."""
        self._values = [dict(row) for row in rows or []]
        self._leave_spare_rows()
        for place, widget in enumerate(self._widgets):
            widget.setVisible(place < len(self._values))
            if place < len(self._values):
                widget.show_values(self._values[place])
        self._make_rows(_AT_ONCE)
        self.add_button.setVisible(not self._is_full())

    def take(self, place: int, name: str, value: Any) -> None:
        """Take over the value of a field of a row."""
        self._values[place][name] = value
        self.rows_edited.emit()

    def add(self) -> None:
        """Add an empty row and put the keyboard into it."""
        self._put([*self._values, {}])
        self.focus_row(len(self._values) - 1)

    def remove(self, place: int) -> None:
        """Take a row out."""
        self._put([row for at, row in enumerate(self._values) if at != place])
        if self._values:
            self.focus_row(min(place, len(self._values) - 1))
        else:
            self.add_button.setFocus()

    def move_up(self, place: int) -> None:
        """Let a row and the one above it change places."""
        rows = list(self._values)
        rows[place - 1], rows[place] = rows[place], rows[place - 1]
        self._put(rows)
        self.focus_row(place - 1)

    def focus_row(self, place: int, column: int = 0) -> None:
        """Put the keyboard into a field of a row, the first if none is told."""
        self._make_rows(place + 1)
        focus_and_show(self._widgets[place].fields[column].widget)

    def focus_at(self, place: str) -> None:
        """Put the keyboard into a column of a row, such as `2.written`, counted from 1."""
        number, _, column = place.partition(".")
        row = int(number) - 1
        if not 0 <= row < len(self._values):
            focus_and_show(self.add_button)
            return
        names = [one.name for one in self.field.shown_columns]
        self.focus_row(row, names.index(column) if column in names else 0)

    def go_on(self, place: int, column: int = 0) -> None:
        """Go down the column, from the last one to the next row's first field.

        After the last row that says something another is added, or, where no more are, the next
        column begun.
        """
        last = len(self.field.shown_columns) - 1
        if place + 1 < len(self._values):
            self.focus_row(place + 1, column if column < last else 0)
        elif self._is_full():
            self.focus_row(0 if column < last else place, min(column + 1, last))
        elif not is_empty(self._values[place]):
            self.add()

    def _make_rows(self, count: int) -> None:
        """Make widgets for the first rows, and the others as soon as there is time."""
        for place in range(len(self._widgets), min(count, len(self._values))):
            widget = _Row(self, place, self._make)
            self._widgets.append(widget)
            self._list.addWidget(widget)
            widget.show_values(self._values[place])
            self.add_button.raise_()  # last among the children, as Tab goes to them in turn
            if not self.add_button.isEnabled():
                lock(widget)
        if len(self._widgets) < len(self._values):
            self._later.start()

    def _leave_spare_rows(self) -> None:
        """Take the keyboard out of a row that is about to be hidden, as after undoing it."""
        focused = QApplication.focusWidget()
        spare = self._widgets[len(self._values) :]
        if focused is None or not any(one.isAncestorOf(focused) for one in spare):
            return
        if self._values:
            self.focus_row(len(self._values) - 1)
        else:
            self.add_button.setFocus()

    def _is_full(self) -> bool:
        return 0 < self.field.most <= len(self._values)

    def _put(self, rows: list[Values]) -> None:
        self.set_rows(rows)
        self.rows_edited.emit()
        self.committed.emit()


class _Row(QFrame):
    """The fields of one row and its tools at the right."""

    def __init__(self, owner: RowsField, place: int, make: Callable[[Field], ValueField]) -> None:
        super().__init__()
        self._owner = owner
        self._place = place
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        if place:
            line = QFrame()
            line.setProperty("role", "line")
            outer.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(8)
        outer.addLayout(row)
        grid = FieldGrid(columns=COLUMNS)
        columns = owner.field.shown_columns
        self.fields = [
            self._add(grid, column, make(column), span)
            for column, span in zip(columns, _spans(columns), strict=True)
        ]
        row.addWidget(grid, 1)
        where = f"第{place + 1}行{owner.field.label}"
        tools = QHBoxLayout()
        tools.setSpacing(0)
        up = icon_button("chevron-up", f"{where}上移", lambda: owner.move_up(place))
        up.setEnabled(place > 0)
        tools.addWidget(up)
        tools.addWidget(icon_button("x", f"删除{where}", lambda: owner.remove(place)))
        row.addLayout(tools)
        tools.setContentsMargins(0, caption_px(), 0, 0)
        row.setAlignment(tools, Qt.AlignmentFlag.AlignTop)

    def show_values(self, values: Values) -> None:
        """Show the values of the row."""
        for column, made in zip(self._owner.field.shown_columns, self.fields, strict=True):
            made.show(values.get(column.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._owner.go_on(self._place, self._column())
        else:
            super().keyPressEvent(event)

    def _column(self) -> int:
        """Return the column that has the keyboard, the last one for the tools behind it."""
        focused = QApplication.focusWidget()
        for place, made in enumerate(self.fields):
            if focused is made.widget or (focused and made.widget.isAncestorOf(focused)):
                return place
        return len(self.fields) - 1

    def _add(self, grid: FieldGrid, column: Field, made: ValueField, span: int) -> ValueField:
        label = column.caption
        if column is self._owner.field.columns[0]:
            label = label.replace(column.label, f"{column.label} {self._place + 1}", 1)
        grid.add(label, made.widget, span=span)
        made.widget.setAccessibleName(f"第{self._place + 1}行{column.label}")
        made.edited.connect(lambda *_: self._owner.take(self._place, column.name, made.read()))
        made.committed.connect(lambda *_: self._owner.committed.emit())
        return made


def _spans(columns: Sequence[Field]) -> list[int]:
    """Return how many columns of the grid each field takes; a text takes what its line leaves."""
    spans: list[int] = []
    used, growing = 0, -1
    for place, column in enumerate(columns):
        span = _span(column)
        if used + span > COLUMNS:
            if growing >= 0:
                spans[growing] += COLUMNS - used
            used, growing = 0, -1
        spans.append(span)
        used += span
        if _grows(column):
            growing = place
    if growing >= 0:
        spans[growing] += COLUMNS - used
    return spans


def _span(column: Field) -> int:
    if column.kind == "text" or column.share > _WIDE_SHARE:
        return COLUMNS
    longest = max(map(len, column.choices), default=0)
    is_wide = column.share == _WIDE_SHARE or longest > _MOST_LETTERS
    return 2 if is_wide or (column.kind == "members" and column.most != 1) else 1


def _grows(column: Field) -> bool:
    return column.kind == "line" and column.share > 2
