"""A member or a guest by name, one or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.chips import NameChips
from ui.widgets.line_field import LineField
from ui.widgets.person_field import Person, PersonField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Who = tuple[str | None, str]
NOBODY: Who = (None, "")


class WhoField(PersonField):
    """One person: a member found by letters, or else a guest by the name typed.

    `who_edited` follows each change by the user.
    """

    who_edited = Signal()

    def __init__(self, placeholder: str = "党员或来宾姓名", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self._guest = ""
        self.person_edited.connect(self._on_person)
        self.committed.connect(self._read_guest)

    def who(self) -> Who:
        """Return the member's key and the guest's name; at most one of them says anything."""
        return self.member_id(), self._guest

    def set_who(self, who: Who) -> None:
        """Show a member or a guest."""
        if who != self.who():
            self._guest = who[1]
            self.set_member_id(who[0])
            if who[0] is None:
                self.set_text(who[1])

    def _on_person(self) -> None:
        self._guest = ""
        self.who_edited.emit()

    def _read_guest(self) -> None:
        text = self.text().strip()
        if self.member_id() is not None and not self.matches_nobody():
            return
        guest = text if text and self.matches_nobody() else ""
        if (self.member_id() is None or guest) and guest != self._guest:
            self.set_member_id(None)
            self._guest = guest
            self.set_text(guest)
            self.who_edited.emit()
        elif guest:
            # Typed as before: the red frame of a name that is not on the roster goes again.
            self.set_member_id(None)
            self.set_text(guest)

    def matches_nobody(self) -> bool:
        """Tell whether what is typed is the name of no member."""
        text = self.text().strip()
        known = any(text in (person.label, person.name) for person in self.people)
        return not known and not self.matches()


class WhosField(QFrame):
    """Several members or guests as chips; `whos_edited` follows each change by the user."""

    whos_edited = Signal()

    def __init__(self, name_of: Callable[[str | None], str], placeholder: str = "添加姓名") -> None:
        """Make an empty field; `name_of` returns the name of a member."""
        super().__init__()
        self.setProperty("role", "field")
        self._name_of = name_of
        self._whos: list[Who] = []
        self.search = _AddField(placeholder)
        self.search.setMinimumWidth(theme.px(140))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3, 2, 3, 2)
        self._chips = NameChips(self.search)
        self._chips.removed.connect(lambda place: self._drop(self._whos[place]))
        outer.addWidget(self._chips)
        self.setFocusProxy(self.search)
        self.search.who_edited.connect(self._add)
        self.search.dropped.connect(self._drop_last)

    def set_people(self, people: list[Person]) -> None:
        """Offer these members; with none everybody is a guest."""
        self.search.people = people

    def set_completions(self, names: Sequence[str]) -> None:
        """Offer names used before."""
        complete(self.search, names)

    def whos(self) -> list[Who]:
        """Return who is shown, in order."""
        return list(self._whos)

    def set_whos(self, whos: Iterable[Who]) -> None:
        """Show people."""
        listed = list(whos)
        if listed != self._whos:
            self._whos = listed
            self._rebuild()

    def setAccessibleName(self, name: str) -> None:
        """Name the line that holds the focus."""
        super().setAccessibleName(name)
        self.search.setAccessibleName(name)

    def _add(self) -> None:
        who = self.search.who()
        if who == NOBODY:
            return
        self.search.set_who(NOBODY)
        self.search.set_text("")
        if who not in self._whos:
            self._whos.append(who)
            self._rebuild()
            self.whos_edited.emit()

    def _drop(self, who: Who) -> None:
        self._whos.remove(who)
        self._rebuild()
        self.whos_edited.emit()

    def _drop_last(self) -> None:
        if self._whos:
            self._drop(self._whos[-1])

    def _rebuild(self) -> None:
        self._chips.set_names(
            [self._name_of(member_id) if member_id else name for member_id, name in self._whos]
        )


class _AddField(WhoField):
    """The line behind the chips: Backspace in the empty line takes the last one out."""

    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the last chip out by Backspace."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.dropped.emit()
            return
        super().keyPressEvent(event)


def complete(field: LineField, words: Sequence[str]) -> None:
    """Offer words used before while something is typed into a line; choosing one is an edit."""
    completer = field.completer()
    if completer is not None:
        completer.setModel(QStringListModel(list(words), completer))
        return
    completer = QCompleter(list(words), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    field.setCompleter(completer)
    # Choosing in the list sets the text without the signal that typing gives.
    completer.activated.connect(lambda _text: field.textEdited.emit(field.text()))
