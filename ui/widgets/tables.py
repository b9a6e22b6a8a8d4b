"""Tables as this program shows them: calm lines, whole rows, never wider than their room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.widgets.table_delegates import CellDelegate, TickDelegate, toggle
from ui.widgets.table_model import SORT_ROLE, Column, TableModel

RowT = TypeVar("RowT")

ROW_PX = 36
# Left and right of the text of a cell, with what the style itself leaves there.
_CELL_PADDING_PX = 28
_EDIT_KEYS = QAbstractItemView.EditTrigger.EditKeyPressed
_TYPED = QAbstractItemView.EditTrigger.AnyKeyPressed


class RecordTable(QTableView, Generic[RowT]):
    """Rows of one sort, one of them chosen, answering to keys as people expect.

    Arrows move, Space ticks, Enter or a click edits a cell that can be edited and otherwise opens
    the row; letters typed on other cells go to the search line.

    Attributes:
        row_chosen: the user came to a row by arrow key or click; its key.
        row_opened: Enter or a double click on a row; its key.
        letters_typed: letters that were typed where nothing can be edited.
        sorted_by: the user sorted by a column: its number, and whether descending.
    """

    row_chosen = Signal(str)
    row_opened = Signal(str)
    letters_typed = Signal(str)
    sorted_by = Signal(int, bool)

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        key: Callable[[RowT], str],
        *,
        name: str,
        sortable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._quiet = False
        self._fitted: dict[str, tuple[tuple[str, ...], int]] = {}
        self.rows_model: TableModel[RowT] = TableModel(columns, key, self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.rows_model)
        self._sorted.setSortRole(SORT_ROLE)
        self.setModel(self._sorted)
        self.setAccessibleName(name)
        self._dress()
        if sortable:
            self._make_sortable()
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._edit)

    def set_rows(self, rows: Sequence[RowT]) -> None:
        """Show these rows; the chosen one stays chosen without telling anybody."""
        key = self.current_key()
        self._quiet = True
        self.rows_model.set_rows(rows)
        self._quiet = False
        if key != self.current_key():
            self.choose(key)

    def shown_keys(self) -> list[str]:
        """Return the keys of the rows from top to bottom."""
        keys = self.rows_model.keys()
        return [keys[self._source_row(row)] for row in range(self._sorted.rowCount())]

    def current_key(self) -> str:
        """Return the key of the chosen row, empty when there is none."""
        index = self.currentIndex()
        return self.rows_model.keys()[self._source_row(index.row())] if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Choose a row without telling anybody; an unknown key chooses none."""
        keys = self.shown_keys()
        self._quiet = True
        if key in keys:
            column = max(0, self.currentIndex().column())
            self.setCurrentIndex(self._sorted.index(keys.index(key), column))
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        self._quiet = False
        # A key or click that is still being handled selects the row it went to once more.
        QTimer.singleShot(0, self, self._select_current)

    def step(self, by: int) -> None:
        """Go to the row `by` places on, as the arrow keys do."""
        row = self.currentIndex().row() + by
        if 0 <= row < self._sorted.rowCount():
            self.setCurrentIndex(self._sorted.index(row, max(0, self.currentIndex().column())))

    def edit_cell(self, heading: str) -> None:
        """Open the cell of the chosen row under a heading, unless there is no room for it."""
        headings = [column.heading for column in self._columns]
        index = self.currentIndex().siblingAtColumn(headings.index(heading))
        if index.isValid() and not self.isColumnHidden(index.column()):
            self.setCurrentIndex(index)
            self._edit(index)

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort by a column."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(column, order)

    def fit_texts(self, heading: str, texts: Iterable[str], most_px: int) -> None:
        """Make room in a column for these texts, at text size ×1 at most so much of it."""
        self._fitted[heading] = tuple(texts), most_px
        self._fit_columns()

    def set_delegate(self, heading: str, delegate: CellDelegate) -> None:
        """Let a delegate draw and edit the column under a heading."""
        headings = [column.heading for column in self._columns]
        self.setItemDelegateForColumn(headings.index(heading), delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, edit, open or search; what is left moves."""
        key, index = event.key(), self.currentIndex()
        if key == Qt.Key.Key_Space and self._tick_column() >= 0 and index.isValid():
            toggle(self._sorted, index.siblingAtColumn(self._tick_column()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            if not self._edit(index):
                self._open(index)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # for the list the table stands in
        elif self._is_search(event):
            self.letters_typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each column its share of the new width."""
        super().resizeEvent(event)
        self._fit_columns()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(_EDIT_KEYS | _TYPED)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        read_only = not any(column.edit or column.tick for column in self._columns)
        self.setProperty("role", "rows" if read_only else "sheet")
        self.setItemDelegate(CellDelegate(self, whole_rows=read_only))
        if self._tick_column() >= 0:
            self.setItemDelegateForColumn(self._tick_column(), TickDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(theme.px(ROW_PX))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.px(ROW_PX))

    def _make_sortable(self) -> None:
        self.sort_by(0, descending=False)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.sortIndicatorChanged.connect(
            lambda column, order: self.sorted_by.emit(column, order is Qt.SortOrder.DescendingOrder)
        )

    def _fit_columns(self) -> None:
        room = self.viewport().width()
        shown = set(range(len(self._columns)))
        least = [self._least_px(column) for column in self._columns]
        by_rank = sorted(shown, key=lambda number: self._columns[number].rank, reverse=True)
        for number in by_rank:
            if sum(least[one] for one in shown) <= room or not self._columns[number].rank:
                break
            shown.discard(number)
        spare = max(0, room - sum(least[number] for number in shown))
        shares = sum(self._columns[number].stretch for number in shown) or 1
        for number, column in enumerate(self._columns):
            self.setColumnHidden(number, number not in shown)
            self.setColumnWidth(number, least[number] + spare * column.stretch // shares)

    def _least_px(self, column: Column[RowT]) -> int:
        texts, most_px = self._fitted.get(column.heading, ((), 0))
        longest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0)
        needed = min(longest + theme.px(_CELL_PADDING_PX), theme.px(most_px))
        return max(theme.px(column.width_px), needed)

    def _is_search(self, event: QKeyEvent) -> bool:
        index, text = self.currentIndex(), event.text()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        return held == Qt.KeyboardModifier.NoModifier and text.isprintable() and bool(text.strip())

    def _tick_column(self) -> int:
        ticks = (number for number, column in enumerate(self._columns) if column.tick is not None)
        return next(ticks, -1)

    def _source_row(self, row: int) -> int:
        return self._sorted.mapToSource(self._sorted.index(row, 0)).row()

    def _on_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        # A table that gets the focus takes a place without choosing it; that is no choice either.
        if not self._quiet and self.selectionModel().isRowSelected(current.row()):
            self.row_chosen.emit(self.current_key())

    def _select_current(self) -> None:
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().isRowSelected(index.row()):
            self.selectRow(index.row())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.row_opened.emit(self.current_key())

    def _edit(self, index: QModelIndex) -> bool:
        """Open a cell's editor; tell whether it has one."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        if self.state() is not QAbstractItemView.State.EditingState:
            self.edit(index)
        return True
