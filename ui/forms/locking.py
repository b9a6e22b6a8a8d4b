"""A form that is only to be read: its texts can be copied, nothing in it can be changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QPlainTextEdit, QScrollArea, QWidget

_LOCKED = "locked"
_STAYS_OPEN = "stays_open"


def keep_open(widget: QWidget) -> None:
    """Let a button work on a closed form too: what it does is no change of the record."""
    widget.setProperty(_STAYS_OPEN, True)


def lock(root: QWidget) -> None:
    """Close every field and button under a widget; may be called again for those that came."""
    for widget in _inputs(root):
        if isinstance(widget, QPlainTextEdit):
            if not widget.isReadOnly():
                widget.setReadOnly(True)
                _mark(widget, locked=True)
        elif widget.isEnabled():
            widget.setEnabled(False)
            _mark(widget, locked=True)
    for frame in root.findChildren(QFrame):
        if frame.property("role") == "field":
            _mark(frame, locked=True)


def unlock(root: QWidget) -> None:
    """Open again what `lock` closed, and nothing else."""
    for widget in root.findChildren(QWidget):
        if not widget.property(_LOCKED):
            continue
        if isinstance(widget, QPlainTextEdit):
            widget.setReadOnly(False)
        else:
            widget.setEnabled(True)
        _mark(widget, locked=False)


def _inputs(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QScrollArea) or widget.focusProxy() is not None:
            continue
        if widget.property(_STAYS_OPEN):
            continue
        if isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


def _mark(widget: QWidget, *, locked: bool) -> None:
    widget.setProperty(_LOCKED, locked)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
