"""Small buttons at the end of a row of labelled fields, level with the fields."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import plain_label

_LABEL_GAP_PX = 4
_DROP_PX = 2  # half of what a field is higher than a button


class RowTools(QWidget):
    """Holds buttons as high as the labels above the fields beside them."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(_LABEL_GAP_PX)
        outer.addWidget(plain_label(" ", "label"))
        row = QHBoxLayout()
        row.setContentsMargins(0, _DROP_PX, 0, 0)
        row.setSpacing(0)
        for one in buttons:
            row.addWidget(one)
        outer.addLayout(row)
        outer.addStretch(1)
