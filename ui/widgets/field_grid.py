"""Labels above fields, in as many columns as the width allows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import Hint, plain_label

GAP_PX = 16
ROW_GAP_PX = 12
LEAST_COLUMN_PX = 168
MOST_COLUMNS = 4


class FieldGrid(QWidget):
    """A form part: `add` puts a field with its label; the columns follow from the width.

    There are `columns` of them, or half as many, or one, so that full lines stay full.
    """

    def __init__(self, *, columns: int = MOST_COLUMNS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns_layout = _ColumnsLayout(self, columns)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, label: str, field: QWidget, *, span: int = 1, hint: str = "") -> QWidget:
        """Put a field under its label, and return the cell, for hiding both.

        Args:
            label: may name an Alt letter as `时间(&T)`; it becomes the accessible name.
            field: any widget.
            span: how many columns it takes at full width.
            hint: a secondary sentence under the field.
        """
        cell = QWidget()
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if label:
            caption = plain_label(label, "label")
            # A label does not lead to a field that only passes the keyboard on.
            caption.setBuddy(field.focusProxy() or field)
            layout.addWidget(caption)
        if not field.accessibleName():
            field.setAccessibleName(label.partition("(&")[0])
        layout.addWidget(field)
        if hint:
            layout.addWidget(Hint(hint))
        layout.addStretch(1)
        self._columns_layout.add_cell(cell, span)
        return cell


@dataclass(slots=True)
class _Cell:
    item: QLayoutItem
    span: int


class _ColumnsLayout(QLayout):
    def __init__(self, parent: QWidget, columns: int) -> None:
        super().__init__()
        self._most = columns
        self._next_span = 1
        self._cells: list[_Cell] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        parent.setLayout(self)

    def add_cell(self, widget: QWidget, span: int) -> None:
        self._next_span = span
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._cells.append(_Cell(item, self._next_span))

    def count(self) -> int:
        return len(self._cells)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._cells[index].item if 0 <= index < len(self._cells) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._cells.pop(index).item if 0 <= index < len(self._cells) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # A page asks its rows dozens of times while it is laid out, mostly for one width.
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        width = theme.px(LEAST_COLUMN_PX) * 3 + GAP_PX * 2
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        widths = [cell.item.minimumSize().width() for cell in self._shown()]
        return QSize(max(widths, default=0), 0)

    def _shown(self) -> list[_Cell]:
        return [cell for cell in self._cells if not cell.item.isEmpty()]

    def _lines(self, columns: int) -> list[list[_Cell]]:
        lines: list[list[_Cell]] = [[]]
        used = 0
        for cell in self._shown():
            span = self._span(cell, columns)
            if used + span > columns and lines[-1]:
                lines.append([])
                used = 0
            lines[-1].append(cell)
            used += span
        return lines

    def _span(self, cell: _Cell, columns: int) -> int:
        if cell.span >= self._most:
            return columns
        return min(cell.span, columns)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        least = theme.px(LEAST_COLUMN_PX)
        columns = _columns(self._most, (rect.width() + GAP_PX) // (least + GAP_PX))
        step = (rect.width() + GAP_PX) / columns
        y = rect.y()
        for line in self._lines(columns):
            height, used = 0, 0
            places: list[tuple[QLayoutItem, int, int]] = []
            for cell in line:
                span = self._span(cell, columns)
                x = round(used * step)
                width = round((used + span) * step) - GAP_PX - x
                places.append((cell.item, x, width))
                height = max(height, _height(cell.item, width))
                used += span
            if move:
                for item, x, width in places:
                    item.setGeometry(QRect(rect.x() + x, y, width, height))
            y += height + ROW_GAP_PX
        return max(0, y - rect.y() - ROW_GAP_PX)


def _columns(most: int, fitting: int) -> int:
    """Return how many columns to make: a whole part of the most, so that lines stay full."""
    return next(
        count
        for count in range(most, 0, -1)
        if (most % count == 0 and count <= fitting) or count == 1
    )


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return max(item.sizeHint().height(), item.minimumSize().height())
