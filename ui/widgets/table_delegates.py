"""How the cells of a table are drawn: plain words, tick boxes, words to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui import theme
from ui.widgets.choice_field import ChoiceField
from ui.widgets.line_field import LineField

Index = QModelIndex | QPersistentModelIndex
BOX_PX = 20
_PAD_PX = 24
_RING_PX = 2


class CellDelegate(QStyledItemDelegate):
    """Shows a text, and all of it as tooltip where it is cut; edits it in a line.

    With `whole_rows` the keyboard's place is shown on the row and not on one cell of it.
    """

    def __init__(self, table: QAbstractItemView, *, whole_rows: bool = False) -> None:
        super().__init__(table)
        self._table = table
        self._whole_rows = whole_rows

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the ring around one cell out where rows are what is chosen."""
        super().initStyleOption(option, index)
        if self._whole_rows:
            option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and lines along the row the keyboard is on."""
        super().paint(painter, option, index)
        if not self._whole_rows or not self._table.hasFocus():
            return
        if index.row() == self._table.currentIndex().row():
            rect: QRect = option.rect
            for top in (rect.top(), rect.bottom() - _RING_PX + 1):
                line = QRect(rect.left(), top, rect.width(), _RING_PX)
                painter.fillRect(line, theme.colour("focus"))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line like those of the forms."""
        field = LineField(parent=parent)
        field.setAccessibleName(_heading(index))
        field.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Fill the cell, also where the style sheet asks for another height."""
        editor.setFixedHeight(option.rect.height())
        editor.setGeometry(option.rect)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show a text that does not fit."""
        text = str(index.data() or "")
        rect: QRect = view.visualRect(index)
        if view.fontMetrics().horizontalAdvance(text) <= rect.width() - _PAD_PX:
            text = ""
        QToolTip.showText(event.globalPos(), text, view)
        return True


class TickDelegate(QStyledItemDelegate):
    """A box in the middle of a cell; all of the cell answers to a click."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground of the row and the box."""
        super().paint(painter, option, index)
        size = theme.px(BOX_PX)
        box = QRect(0, 0, size, size)
        box.moveCenter(option.rect.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        tint = theme.colour("focus" if ticked else "border")
        painter.setPen(QPen(tint, 1.5))
        painter.setBrush(tint if ticked else theme.colour("surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if ticked:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(box, theme.pixmap("check", "surface", size, ratio))
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the style's own small box out."""
        super().initStyleOption(option, index)
        feature = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        option.features &= ~feature

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Tick on a click anywhere in the cell."""
        if event.type() != QEvent.Type.MouseButtonRelease:
            return False
        toggle(model, index)
        return True


class ChoiceDelegate(CellDelegate):
    """Lets a cell be chosen from a few words."""

    def __init__(self, choices: Iterable[str], table: QAbstractItemView) -> None:
        super().__init__(table)
        self._choices = tuple(choices)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list that opens at once and is kept as soon as something is chosen."""
        field = ChoiceField(self._choices)
        field.setAccessibleName(_heading(index))
        field.setParent(parent)
        field.choice_edited.connect(lambda: self.commitData.emit(field))
        field.choice_edited.connect(lambda: self.closeEditor.emit(field))
        QTimer.singleShot(0, field, field.showPopup)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the row's word."""
        if isinstance(editor, ChoiceField):
            editor.set_value(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was chosen."""
        if isinstance(editor, ChoiceField):
            model.setData(index, editor.value())


def toggle(model: QAbstractItemModel, index: Index) -> None:
    """Tick a box or take the tick away."""
    ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
    model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


def _heading(index: Index) -> str:
    """Return what the column of a cell is called."""
    return str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
