"""Completeness marks: a glyph, a word and a colour, never a colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from ui import theme


@dataclass(frozen=True, slots=True)
class _Look:
    icon: str
    tint: str
    word: str


class Mark(Enum):
    """How far a part of a record is."""

    NONE = _Look("", "secondary", "")
    EMPTY = _Look("circle-dashed", "disabled", "未填写")
    OPEN = _Look("triangle-alert", "leave", "待补充")
    WRONG = _Look("circle-alert", "absent", "有错误")
    DONE = _Look("circle-check", "present", "已齐全")

    @property
    def word(self) -> str:
        """The word that says the same as the colour."""
        return self.value.word

    @property
    def tint(self) -> str:
        """The colour token."""
        return self.value.tint

    def icon(self, size: int = 16) -> QIcon:
        """Return the glyph as an icon; empty for `NONE`."""
        return theme.icon(self.value.icon, self.value.tint, size) if self.value.icon else QIcon()

    def pixmap(self, size: int, ratio: float) -> QPixmap:
        """Return the glyph as pixels; empty for `NONE`."""
        if not self.value.icon:
            return QPixmap(QSize(1, 1))
        return theme.pixmap(self.value.icon, self.value.tint, size, ratio)
