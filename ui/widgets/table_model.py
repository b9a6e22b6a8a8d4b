"""A table that is told its rows: columns say how a row is shown, sorted, edited and ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
SORT_ROLE = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[RowT]):
    """A column: heading, the text of a row, what to sort by, its width and how it is changed.

    `edit` is given the row and the text that was typed and changes the row; `ticked` makes the
    cell a tick box and `tick` is what a click on it does. `width_px` is the least width at text
    size ×1, `stretch` its share of what is left over; where room is short, columns go in the
    order of their `rank`, the highest first, and those of rank 0 stay.
    """

    heading: str
    text: Callable[[RowT], str]
    width_px: int = 96
    stretch: int = 0
    rank: int = 0
    sort: Callable[[RowT], Any] | None = None
    numeric: bool = False
    edit: Callable[[RowT, str], None] | None = None
    ticked: Callable[[RowT], bool] | None = None
    tick: Callable[[RowT, bool], None] | None = None


class TableModel(QAbstractTableModel, Generic[RowT]):
    """Rows of one sort under named columns; `key` tells rows apart."""

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        key: Callable[[RowT], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[RowT] = []

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows instead; the same rows with new values leave scroll and choice alone."""
        if [self._key(row) for row in rows] == self.keys():
            self._rows = list(rows)
            self.refresh()
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> list[RowT]:
        """Return the rows as they stand, unsorted."""
        return list(self._rows)

    def keys(self) -> list[str]:
        """Return the keys of the rows, unsorted."""
        return [self._key(row) for row in self._rows]

    def refresh(self) -> None:
        """Show the rows' present values after they were changed in place."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading, on the side of its values."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].numeric else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows for a role."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == SORT_ROLE:
            return column.sort(row) if column.sort else column.text(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if column.ticked is not None:
            return _tick_data(column, row, role)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a typed text or a tick to the column."""
        if not index.isValid():
            return False
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and column.tick:
            column.tick(row, Qt.CheckState(value) is Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and column.edit and value != column.text(row):
            column.edit(row, str(value))
        else:
            return False
        self.refresh()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what a cell allows."""
        flags = super().flags(index)
        if index.isValid():
            column = self.columns[index.column()]
            if column.edit:
                flags |= Qt.ItemFlag.ItemIsEditable
            if column.tick:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags


def _tick_data(column: Column[RowT], row: RowT, role: int) -> Any:
    """Return what a tick box is, and what a screen reader says of it."""
    assert column.ticked is not None
    ticked = column.ticked(row)
    if role == Qt.ItemDataRole.CheckStateRole:
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return column.heading if ticked else f"未{column.heading[-1]}"
    return None
