"""A list that opens under a button and offers; choosing in it is up to the user."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.choice_field import ChoiceField
from ui.widgets.labels import Hint, SectionTitle

WIDTH_PX = 400
_ROW_PX = 32
_MOST_ROWS = 11
_FRAME_PX = 6


class PickItem(NamedTuple):
    """What is offered: its key and its words; `group` names the list it stands in."""

    key: str
    text: str
    group: str = ""


class PickPopup(QFrame):
    """Title, hint and rows; `chosen` carries the key of the row taken by Enter or a click.

    Items of several groups are shown one group at a time, chosen above the rows.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget, title: str, hint: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self._items: list[PickItem] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(SectionTitle(title))
        self.hint = Hint(hint)
        layout.addWidget(self.hint)
        self.hint.setVisible(bool(hint))
        self.groups = ChoiceField()
        self.groups.setAccessibleName("清单")
        self.groups.choice_edited.connect(self._show_group)
        layout.addWidget(self.groups)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        layout.addWidget(self.list)
        self.setFixedWidth(theme.px(WIDTH_PX))

    def set_items(self, items: Sequence[PickItem], current: str = "") -> None:
        """Offer items, with the keyboard on one of them."""
        self._items = list(items)
        names = list(dict.fromkeys(item.group for item in items))
        self.groups.set_choices(names)
        self.groups.setVisible(len(names) > 1)
        groups = {item.key: item.group for item in items}
        self.groups.set_value(groups.get(current, names[0] if names else ""))
        self._show_group(current)

    def shown(self) -> list[str]:
        """Return the words of the rows shown."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def open_under(self, anchor: QWidget) -> None:
        """Open below a button, or above where there is no room."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(anchor.width() - self.width(), anchor.height() + 2))
        room = anchor.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place.setY(anchor.mapToGlobal(QPoint(0, -self.height() - 2)).y())
        place.setX(max(room.left(), min(place.x(), room.right() - self.width())))
        place.setY(max(room.top(), place.y()))
        self.move(place)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _show_group(self, current: str = "") -> None:
        group = self.groups.value()
        self.list.clear()
        for item in self._items:
            if item.group == group:
                row = QListWidgetItem(item.text)
                row.setData(Qt.ItemDataRole.UserRole, item.key)
                row.setToolTip(item.text)
                row.setSizeHint(QSize(0, theme.px(_ROW_PX)))
                self.list.addItem(row)
                if item.key == current:
                    self.list.setCurrentItem(row)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        rows = min(max(self.list.count(), 1), _MOST_ROWS)
        self.list.setFixedHeight(rows * theme.px(_ROW_PX) + _FRAME_PX)
        self.adjustSize()
        self.list.scrollToItem(self.list.currentItem())

    def _choose(self, row: QListWidgetItem) -> None:
        key = row.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.chosen.emit(key)
