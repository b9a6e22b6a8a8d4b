"""The month's dues of everybody in a compact table, to tick on the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.manual import words
from app.rules.dues import yuan
from app.rules.texts import short_date
from ui import theme
from ui.widgets.choice_field import ChoiceField
from ui.widgets.table_model import Column, TableModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.records import DuesRow

PAID, METHOD = 2, 3
Index = QModelIndex | QPersistentModelIndex


def dues_columns(
    name_of: Callable[[str | None], str],
    tick: Callable[[DuesRow, bool], None],
    take_method: Callable[[DuesRow, str], None],
) -> list[Column[DuesRow]]:
    """Return the columns: who, how much, whether paid and when, in which way."""
    return [
        Column("姓名", lambda row: name_of(row.member_id)),
        Column("应交（元）", lambda row: yuan(row.due_fen), numeric=True),
        Column(
            "已交",
            lambda row: short_date(row.paid_on) if row.paid_on else "",
            ticked=lambda row: bool(row.paid_fen),
            tick=tick,
        ),
        Column("方式", lambda row: row.method if row.paid_fen else "", edit=take_method),
    ]


class DuesTable(QTableView):
    """As high as its rows, so that the page scrolls and not the table."""

    def __init__(self, model: TableModel[DuesRow]) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("逐人交纳党费")
        self.setItemDelegateForColumn(METHOD, _MethodDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.CurrentChanged
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(34))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        model.modelReset.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the row one is on by Space, whatever its column."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            cell = self.model().index(self.currentIndex().row(), PAID)
            checked = Qt.CheckState(cell.data(Qt.ItemDataRole.CheckStateRole))
            other = Qt.CheckState.Unchecked
            if checked == Qt.CheckState.Unchecked:
                other = Qt.CheckState.Checked
            self.model().setData(cell, other, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height of all rows."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return a width every page has."""
        return QSize(theme.px(300), self.minimumHeight())

    def _fit(self) -> None:
        rows = self.verticalHeader().length()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 4)


class _MethodDelegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = ChoiceField(words.PAY_METHODS, parent)
        field.choice_edited.connect(lambda: self.commitData.emit(field))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ChoiceField):
            editor.set_value(index.data(Qt.ItemDataRole.EditRole) or "")

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ChoiceField):
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)
