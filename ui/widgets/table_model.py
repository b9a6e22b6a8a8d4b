"""A table that is told its rows: columns say how a row is shown, sorted and edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """A column: heading, the text of a row, what to sort by, and how it may be changed.

    `edit` is given the row and the text that was typed and changes the row; `ticked` makes the
    cell a tick box and `tick` is what a click on it does.
    """

    heading: str
    text: Callable[[RowT], str]
    sort: Callable[[RowT], Any] | None = None
    numeric: bool = False
    edit: Callable[[RowT, str], None] | None = None
    ticked: Callable[[RowT], bool] | None = None
    tick: Callable[[RowT, bool], None] | None = None


class TableModel(QAbstractTableModel, Generic[RowT]):
    """Rows of one sort under named columns."""

    def __init__(self, columns: Sequence[Column[RowT]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[RowT] = []

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows instead of those shown so far."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[RowT]:
        """Return the rows as they stand, unsorted."""
        return self._rows

    def refresh(self) -> None:
        """Show the rows' present values after they were changed in place."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows for a role."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.text(row) or None
        if role == SORT_ROLE:
            return column.sort(row) if column.sort else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.CheckStateRole and column.ticked:
            return Qt.CheckState.Checked if column.ticked(row) else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a typed text or a tick to the column."""
        if not index.isValid():
            return False
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and column.tick:
            column.tick(row, Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and column.edit and value != column.text(row):
            column.edit(row, str(value))
        else:
            return False
        self.dataChanged.emit(
            self.index(index.row(), 0), self.index(index.row(), len(self._columns) - 1)
        )
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what a cell allows."""
        flags = super().flags(index)
        if index.isValid():
            column = self._columns[index.column()]
            if column.edit:
                flags |= Qt.ItemFlag.ItemIsEditable
            if column.tick:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags
