"""What a page counted from other records: what changed since, and the way to each record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.rules.counted import Place, records_of
from ui.forms.locking import keep_open
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import WrappedLabel
from ui.widgets.marks import Mark

# Of a long theme or item so much tells which it is; the tool tip tells all of it.
_MOST_CHARACTERS = 26

Action = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Changed:
    """A line of what changed: the sentence, the records it comes from, and what may be done."""

    sentence: str
    places: tuple[Place, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure or an answer with the records it was counted from."""

    text: str
    places: tuple[Place, ...]


class PlaceButton(QPushButton):
    """Leads to the record something was counted from; of several it asks which."""

    place_chosen = Signal(object)

    def __init__(self, text: str, places: Sequence[Place]) -> None:
        shown = text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"
        super().__init__(shown.replace("&", "&&"))
        self._places = list(dict.fromkeys(places))
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        self.setToolTip(f"{text}\n看记录：{records_of(self._places)}")
        self.setAccessibleName(f"{text}，看记录：{records_of(self._places)}")
        self.clicked.connect(self._choose)
        keep_open(self)

    def _choose(self) -> None:
        if len(self._places) == 1:
            self.place_chosen.emit(self._places[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place in self._places:
            menu.addAction(place.told.replace("&", "&&")).triggered.connect(
                lambda _checked=False, place=place: self.place_chosen.emit(place)
            )
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class ChangedCard(Card):
    """Stands above a form and names what changed since it was filled in; hidden without any."""

    place_chosen = Signal(object)

    def __init__(self, title: str, hint: str) -> None:
        super().__init__(title, hint)
        self._rows: list[QWidget] = []
        self._heads: list[QPushButton] = []
        self.body.setSpacing(4)
        self.hide()

    def show_changed(self, lines: Sequence[Changed], actions: Sequence[Action] = ()) -> None:
        """Show what changed, a line each, and above them what may be done with all of it."""
        for widget in (*self._rows, *self._heads):
            widget.hide()
            widget.deleteLater()
        self._heads = [button(text, run) for text, run in actions]
        for made in self._heads:
            self.add_action(made)
        self._rows = [self._row(line) for line in lines]
        for row in self._rows:
            self.body.addWidget(row)
        self.set_mark(Mark.OPEN if lines else Mark.NONE, f"{len(lines)}处")
        self.setVisible(bool(lines))

    def sentences(self) -> list[str]:
        """Return what is shown."""
        labels = (row.findChild(WrappedLabel) for row in self._rows)
        return [label.text() for label in labels if label is not None]

    def buttons(self) -> list[QPushButton]:
        """Return the buttons shown, those of the whole first."""
        return [*self._heads, *(one for row in self._rows for one in row.findChildren(QPushButton))]

    def _row(self, line: Changed) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(WrappedLabel(line.sentence, "body"), 1)
        for text, run in line.actions:
            made = button(text, run, role="link")
            made.setAccessibleName(f"{text}：{line.sentence}")
            layout.addWidget(made)
        if line.places:
            go = PlaceButton("看记录", line.places)
            go.place_chosen.connect(self.place_chosen)
            layout.addWidget(go)
        return row


class CountedCard(Card):
    """Stands under a form and leads to the records behind each figure."""

    place_chosen = Signal(object)

    def __init__(self, title: str, hint: str) -> None:
        super().__init__(title, hint)
        self.buttons: list[PlaceButton] = []
        self._shown: list[Counted] = []
        self._flow = FlowLayout(gap=4)
        self.body.addLayout(self._flow)
        self.hide()

    def show_counted(self, lines: Sequence[Counted]) -> None:
        """Show figures in their order, each a button to its records."""
        if list(lines) == self._shown:
            return
        self._shown = list(lines)
        for made in self.buttons:
            self._flow.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons = [PlaceButton(one.text, one.places) for one in lines if one.places]
        for made in self.buttons:
            made.place_chosen.connect(self.place_chosen)
            self._flow.addWidget(made)
        self.setVisible(bool(self.buttons))
