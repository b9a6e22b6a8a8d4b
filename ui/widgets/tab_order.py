"""A form through which Tab goes as it is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class LaidOutForm(QWidget):
    """Takes Tab from one field to the next as they stand, from the top left to the bottom right.

    Qt goes through widgets in the order they were made: a row added later would come last.
    """

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next field or the one before, and after the last one out of the form.

        A form within another is a part of it.
        """
        whole = _outermost(self.parentWidget())
        if whole is not None:
            return whole.focusNextPrevChild(forward)
        stops, here = list(stops_in(self)), QApplication.focusWidget() or self
        at = next((place for place, one in enumerate(stops) if _holds(one, here)), None)
        if at is None:
            return bool(super().focusNextPrevChild(forward))
        ahead, round_the_end = stops[at + 1 :], stops[: at + 1]
        if not forward:
            ahead, round_the_end = stops[:at][::-1], stops[at:][::-1]
        target = _first(ahead, self) or self._outside(forward) or _first(round_the_end, self)
        if target is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        _show(target)
        return True

    def _outside(self, forward: bool) -> QWidget | None:
        """Return the next stop of the window that is not in the form."""
        window, one = self.window(), _beside(self, forward=forward)
        while one is not None and one is not self:
            is_stop = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if is_stop and not self.isAncestorOf(one) and _may_stop(one, window):
                return one
            one = _beside(one, forward=forward)
        return None


def step_card(by: int) -> None:
    """Go to the first field of the next card (1), or of this card and then the one above (-1).

    Above the first card comes what Shift+Tab would come to, which is the head of the form.
    """
    here = QApplication.focusWidget()
    form = _outermost(here)
    if here is None or form is None:
        return
    stops = [one for one in stops_in(form) if _may_stop(one, form)]
    at = next((place for place, one in enumerate(stops) if _holds(one, here)), 0)
    cards = [_card_of(one) for one in stops]
    begins = cards.index(cards[at]) if cards[at] is not None else at
    fields = {
        place: _first_field(stops, cards, place)
        for place, card in enumerate(cards)
        if card is not None and cards.index(card) == place
    }
    target: int | None
    if by > 0:
        target = next((field for place, field in fields.items() if place > at), None)
    elif at > fields.get(begins, at):
        target = fields[begins]
    else:
        above = [field for place, field in fields.items() if place < begins]
        target = above[-1] if above else begins - 1
    if target is not None and target >= 0:
        stops[target].setFocus(Qt.FocusReason.TabFocusReason)
        _show(stops[target])


def stops_in(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets Tab stops at within one, in the order they are laid out."""
    layout = widget.layout()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif isinstance(widget, QScrollArea | QStackedWidget):
        inside = widget.widget() if isinstance(widget, QScrollArea) else widget.currentWidget()
        if inside is not None:
            yield from stops_in(inside)
    elif layout is not None:
        yield from _laid_out(layout)


def _outermost(widget: QWidget | None) -> LaidOutForm | None:
    found = None
    while widget is not None:
        found = widget if isinstance(widget, LaidOutForm) else found
        widget = widget.parentWidget()
    return found


def _card_of(widget: QWidget) -> Card | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Card):
        above = above.parentWidget()
    return above


def _first_field(stops: list[QWidget], cards: list[Card | None], place: int) -> int:
    """Return the place of the first stop of a card that is no button, where there is one."""
    of_card = [at for at, card in enumerate(cards) if card is cards[place]]
    fields = (at for at in of_card if not isinstance(stops[at], QAbstractButton))
    return next(fields, place)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            if not widget.isHidden():
                yield from stops_in(widget)
        elif inner is not None:
            yield from _laid_out(inner)


def _may_stop(widget: QWidget, within: QWidget) -> bool:
    """Tell whether Tab stops at a widget now; of buttons of which one is chosen, only at that."""
    if isinstance(widget, QAbstractButton):
        group: QButtonGroup | None = widget.group()
        if group is not None and group.exclusive() and not widget.isChecked():
            return False
    return widget.isEnabled() and widget.isVisibleTo(within)


def _show(widget: QWidget) -> None:
    """Scroll a widget into sight; the area around a form is not asked where the form decides."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _first(stops: Iterable[QWidget], within: QWidget) -> QWidget | None:
    return next((one for one in stops if _may_stop(one, within)), None)


def _holds(stop: QWidget, focused: QWidget) -> bool:
    return stop is focused or bool(stop.isAncestorOf(focused))


def _beside(widget: QWidget, *, forward: bool) -> QWidget | None:
    return widget.nextInFocusChain() if forward else widget.previousInFocusChain()
