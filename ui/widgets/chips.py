"""Chips: a name that can be taken out, and counts that filter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ui import theme
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel


class NameChip(QWidget):
    """A name on a quiet ground with a cross that takes it out."""

    removed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 2, 0)
        layout.setSpacing(2)
        # A name of twenty characters may be longer than its field is wide.
        self._label = ElidedLabel()
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout.addWidget(self._label)
        cross = self.cross = QToolButton()
        cross.setIcon(theme.icon("x", size=14))
        cross.setIconSize(QSize(14, 14))
        cross.setFixedSize(24, 24)
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows lead to it
        cross.clicked.connect(lambda _checked=False: self.removed.emit())
        layout.addWidget(cross)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(28))
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another name."""
        self._label.setText(name)
        self.cross.setToolTip(f"移除{name}")
        self.cross.setAccessibleName(f"移除{name}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(self.rect(), 4, 4)


class NameChips(QWidget):
    """Names one after the other and a field behind them; `removed` tells the place of a cross.

    Tab stops at the field only, however many names there are; from its beginning the arrows lead
    to their crosses and back, and Delete takes the name out.

    Chips are used again for other names: making one costs as much as ten of any other field.
    """

    removed = Signal(int)

    def __init__(self, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        field.installEventFilter(self)
        self._chips: list[NameChip] = []
        self._flow = FlowLayout(self, gap=4)
        self._flow.addWidget(field)

    def set_names(self, names: Sequence[str]) -> None:
        """Show these names."""
        for chip in self._chips[len(names) :]:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[len(names) :]
        for place in range(len(self._chips), len(names)):
            self._add(place)
        for chip, name in zip(self._chips, names, strict=True):
            chip.set_name(name)
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along the crosses by the arrows, and take a name out by Delete.

        While the line has the keyboard, the ring is drawn around the whole frame.
        """
        if watched is self._field and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_ring(event.type() == QEvent.Type.FocusIn)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        stops: list[QWidget] = [*(chip.cross for chip in self._chips), self._field]
        at = next((place for place, one in enumerate(stops) if one is watched), -1)
        key, in_field = event.key(), watched is self._field
        if key == Qt.Key.Key_Left and at > 0 and not (in_field and self._field.cursorPosition()):
            stops[at - 1].setFocus()
        elif key == Qt.Key.Key_Right and at >= 0 and not in_field:
            stops[at + 1].setFocus()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and at >= 0 and not in_field:
            self._field.setFocus()  # the cross may go with its name
            self.removed.emit(at)
        else:
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._field.setFocus()  # Tab goes on from there
            return False
        return True

    def _show_ring(self, is_there: bool) -> None:
        frame = self.parentWidget()
        if frame is not None:
            frame.setProperty("focused", is_there)
            frame.style().unpolish(frame)
            frame.style().polish(frame)

    def _add(self, place: int) -> None:
        chip = NameChip("", self)
        chip.cross.installEventFilter(self)
        chip.removed.connect(lambda: self.removed.emit(place))
        self._chips.append(chip)
        self._flow.removeWidget(self._field)
        self._flow.addWidget(chip)
        self._flow.addWidget(self._field)


class FilterChips(QWidget):
    """Words with counts, one of them chosen; `chosen` tells its key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chips(self, chips: Sequence[tuple[str, str, int | None]]) -> None:
        """Show (key, word, count) in order; the chosen one stays, else the first is chosen."""
        key = self.key()
        if list(self._buttons) != [chip[0] for chip in chips]:
            self._rebuild([chip[0] for chip in chips])
        for chip_key, word, count in chips:
            self._buttons[chip_key].setText(word if count is None else f"{word} {count}")
        self.set_key(key if key in self._buttons else next(iter(self._buttons), ""))
        self.updateGeometry()

    def key(self) -> str:
        """Return the key of the chosen chip."""
        return next((key for key, chip in self._buttons.items() if chip.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Choose a chip without telling anybody."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def _rebuild(self, keys: list[str]) -> None:
        for chip in self._buttons.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._buttons = {key: self._make(key) for key in keys}

    def _make(self, key: str) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("role", "chip")
        chip.setCheckable(True)
        chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        chip.clicked.connect(lambda _checked=False: self.chosen.emit(key))
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        chip.show()
        return chip
