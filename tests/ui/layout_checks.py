"""What no view may do at any size: cut a word, overlap a neighbour, scroll sideways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from ui.widgets.labels import ElidedLabel

SIZES = (QSize(940, 500), QSize(1366, 728), QSize(1536, 832))
_SLACK_PX = 1
_ARROW_PX = 36
_TURNS = 20
_TURN_MS = 50


def assert_nothing_cut(root: QWidget) -> None:
    """Fail with every fault found under a shown widget."""
    faults = settled_faults_of(root)
    assert not faults, "\n".join(faults)


def assert_nothing_cut_at_any_size(window: QWidget) -> None:
    """Try a window at the sizes the program promises to work at."""
    for size in SIZES:
        window.resize(size)
        faults = settled_faults_of(window)
        assert window.size() == size, f"the window cannot be {size.width()}×{size.height()}"
        assert not faults, f"at {size.width()}×{size.height()}:\n" + "\n".join(faults)


def settled_faults_of(root: QWidget) -> list[str]:
    """Return what is left of the faults once the layout came to rest.

    A text that wraps anew tells its height to one holder after the other, each in its turn.
    """
    for _ in range(_TURNS):
        QTest.qWait(_TURN_MS)
        faults = faults_of(root)
        if not faults:
            break
    return faults


def faults_of(root: QWidget) -> list[str]:
    """Return what is cut, overlaps or scrolls sideways, one sentence each."""
    faults: list[str] = []
    for widget in (root, *_visible(root)):
        faults += _cut_text(widget)
        faults += _cut_by_parent(widget)
        faults += _sideways(widget)
        faults += _overlaps(widget)
    return faults


def _visible(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not widget.isWindow() and widget.window() is root.window():
            yield widget


def _cut_text(widget: QWidget) -> list[str]:
    text, needed = _text_and_need(widget)
    if not text:
        return []
    has = widget.contentsRect().size() if isinstance(widget, QLabel) else widget.size()
    if needed.width() > has.width() + _SLACK_PX or needed.height() > has.height() + _SLACK_PX:
        return [f"{_name(widget)} needs {_size(needed)}, has {_size(has)}"]
    return []


def _text_and_need(widget: QWidget) -> tuple[str, QSize]:
    """Return the words a widget shows and the room it needs for them."""
    text, need = "", QSize()
    metrics = QFontMetrics(widget.font())
    if isinstance(widget, ElidedLabel):
        pass  # made to shorten, with a tooltip
    elif isinstance(widget, QLabel):
        text = widget.text()
        need = (
            QSize(0, widget.heightForWidth(widget.width()) - _frame(widget))
            if widget.wordWrap()
            else metrics.size(int(Qt.TextFlag.TextShowMnemonic), text)
        )
    elif isinstance(widget, (QPushButton, QCheckBox, QRadioButton)):
        text = widget.text()
        need = QSize(widget.sizeHint().width(), widget.minimumSizeHint().height())
    elif isinstance(widget, QLineEdit) and not widget.text():
        text = widget.placeholderText()
        need = QSize(metrics.horizontalAdvance(text), 0)
    elif isinstance(widget, QComboBox):
        text = widget.currentText()
        need = QSize(metrics.horizontalAdvance(text) + _ARROW_PX, 0)
    return text, need


def _frame(widget: QWidget) -> int:
    return widget.height() - widget.contentsRect().height()


def _cut_by_parent(widget: QWidget) -> list[str]:
    """A child must lie inside its parent, unless the parent scrolls."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolls(parent) or isinstance(widget, QScrollBar):
        return []
    if isinstance(widget, QSplitterHandle):
        return []
    inside = parent.rect().adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX)
    if widget.geometry().isEmpty() or inside.contains(widget.geometry()):
        return []
    return [f"{_name(widget)} {_rect(widget.geometry())} leaves {_name(parent)} {_rect(inside)}"]


def _scrolls(parent: QWidget) -> bool:
    holder = parent.parentWidget()
    return isinstance(parent, QAbstractItemView) or (
        isinstance(holder, QAbstractScrollArea) and parent is holder.viewport()
    )


def _sideways(widget: QWidget) -> list[str]:
    if not isinstance(widget, QScrollArea):
        return []
    inner = widget.widget()
    if inner is None or widget.property("sideways") is True:
        return []
    if inner.width() > widget.viewport().width() + _SLACK_PX:
        return [f"{_name(widget)}: {inner.width()} px wide in {widget.viewport().width()} px"]
    return []


def _overlaps(parent: QWidget) -> list[str]:
    if isinstance(parent, (QStackedWidget, QAbstractScrollArea, QTextEdit, QComboBox, QLineEdit)):
        return []
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not child.geometry().isEmpty()
        and not isinstance(child, (QSplitterHandle, QScrollBar, QHeaderView))
        and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]
    faults = []
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > _SLACK_PX and common.height() > _SLACK_PX:
            faults.append(f"{_name(one)} and {_name(other)} overlap by {_rect(common)}")
    return faults


def _name(widget: QWidget) -> str:
    words = ""
    if isinstance(widget, (QLabel, QAbstractButton)):
        words = widget.text()
    words = words or widget.accessibleName() or widget.objectName()
    place = widget.mapTo(widget.window(), QPoint(0, 0))
    return f"{type(widget).__name__} “{words[:24]}” at {place.x()},{place.y()}"


def _size(size: QSize) -> str:
    return f"{size.width()}×{size.height()}"


def _rect(rect: QRect) -> str:
    return f"({rect.x()},{rect.y()} {rect.width()}×{rect.height()})"
