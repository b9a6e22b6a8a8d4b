"""Bringing a part of a tall widget into sight on the page it stands on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QScrollArea, QWidget


def show_place(widget: QWidget, place: QRect) -> None:
    """Scroll the page around a widget so that a rectangle of the widget is in sight."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    content = area.widget() if isinstance(area, QScrollArea) else None
    if isinstance(area, QScrollArea) and content is not None and widget.isVisible():
        centre = widget.mapTo(content, place.center())
        area.ensureVisible(centre.x(), centre.y(), 0, place.height())
