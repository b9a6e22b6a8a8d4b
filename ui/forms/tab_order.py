"""Where Tab goes in a form whose rows come and go.

Qt puts every new widget behind all others, so that Tab would pass the fields after a row before it
came to the row. Within the form it follows the tree of widgets instead, which is the order they
are seen in.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def neighbour(form: QWidget, *, forward: bool) -> QWidget | None:
    """Return what Tab comes to from the field with the keyboard; `None` if there is nothing."""
    focused = QApplication.focusWidget()
    if focused is None or not form.isAncestorOf(focused):
        return None
    stops = [one for one in form.findChildren(QWidget) if one is focused or _takes_tab(one)]
    # Cards may have been put above others later.
    stops.sort(key=lambda one: _card(form, one).y())
    place = stops.index(focused) + (1 if forward else -1)
    if 0 <= place < len(stops):
        return stops[place]
    return _beyond(form, focused, forward=forward)


def _card(form: QWidget, widget: QWidget) -> QWidget:
    """Return the part of a form a widget is in."""
    above = widget.parentWidget()
    while above is not None and above is not form:
        widget, above = above, above.parentWidget()
    return widget


def _beyond(form: QWidget, focused: QWidget, *, forward: bool) -> QWidget | None:
    """Return the next widget outside the form in the order of the window."""
    widget = _next_of(focused, forward=forward)
    while widget is not None and widget is not focused:
        if widget is not form and not form.isAncestorOf(widget) and _takes_tab(widget):
            return widget
        widget = _next_of(widget, forward=forward)
    return None


def _next_of(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
    )
