"""Buttons in the few sorts there are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from ui import theme

_ICON_GAP_PX = 4


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    icon: str = "",
    role: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a button; `role` is empty, `primary`, `quiet` or `link`."""
    result = QPushButton(text)
    result.setProperty("role", role)
    result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    if role == "link":
        result.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        edge = theme.px(16)
        tint = "surface" if role == "primary" else "secondary"
        result.setIcon(theme.icon(icon, tint, edge, pad=_ICON_GAP_PX))
        result.setIconSize(QSize(edge + _ICON_GAP_PX, edge))
    if tip:
        result.setToolTip(tip)
    if on_click is not None:
        result.clicked.connect(lambda _checked=False: on_click())
    return result


def primary_button(
    text: str, on_click: Callable[[], object] | None = None, *, icon: str = ""
) -> QPushButton:
    """Return the one red button of a page."""
    return button(text, on_click, icon=icon, role="primary")


def icon_button(
    icon: str,
    name: str,
    on_click: Callable[[], object] | None = None,
    *,
    parent: QWidget | None = None,
) -> QToolButton:
    """Return a square button with an icon; `name` is its tooltip and accessible name."""
    result = QToolButton(parent)
    result.setIcon(theme.icon(icon, size=theme.px(18)))
    result.setIconSize(QSize(theme.px(18), theme.px(18)))
    result.setToolTip(name)
    result.setAccessibleName(name)
    result.setFixedSize(theme.px(32), theme.px(32))
    if on_click is not None:
        result.clicked.connect(lambda _checked=False: on_click())
    return result
