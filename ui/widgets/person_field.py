"""Members as values of a field: found by 汉字, full pinyin or initials, kept by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.chips import NameChips
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from app.records import Member

_SHOWN = 8
_ROW_PX = 34


@dataclass(frozen=True, slots=True)
class Person:
    """A member as a field shows him; `hint` tells two of one name apart."""

    id: str
    name: str
    pinyin: str = ""
    hint: str = ""

    @property
    def label(self) -> str:
        """The name, with the hint where there is one."""
        return f"{self.name}（{self.hint}）" if self.hint else self.name


def people_of(members: Iterable[Member], marks: Mapping[str, str]) -> list[Person]:
    """Return members as people; `marks` tell those who share a name apart, by key."""
    return [
        Person(id=one.id, name=one.name, pinyin=one.pinyin, hint=marks.get(one.id, ""))
        for one in members
    ]


def find_people(query: str, people: Sequence[Person]) -> list[Person]:
    """Return the people a query may mean, those whose name begins with it first."""
    from app.rules.pinyin import match_rank

    ranked = [
        (rank, index, person)
        for index, person in enumerate(people)
        if (rank := match_rank(query, person.name, person.pinyin)) is not None
    ]
    return [person for _, _, person in sorted(ranked, key=lambda entry: entry[:2])]


class _Search(LineField):
    """A line with a list of people under it while letters are typed."""

    picked = Signal(object)
    emptied = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.people: list[Person] = []
        self.hidden_ids: frozenset[str] = frozenset()
        self._model = _PeopleModel()
        self._list = QListView(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setProperty("role", "popup")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(lambda index: self._pick(index.row()))
        self.text_edited.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose in the list without leaving the line."""
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if step and not self._list.isVisible():
            self._offer()
        elif step:
            self._move(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.isVisible():
            self._pick(self._list.currentIndex().row())
        elif key == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list; a single person left is the one that was meant."""
        self._list.hide()
        super().focusOutEvent(event)

    def matches(self) -> list[Person]:
        """Return the people the typed letters may mean."""
        people = [person for person in self.people if person.id not in self.hidden_ids]
        return find_people(self.text().strip(), people)

    def _offer(self) -> None:
        found = self.matches()
        if not found:
            self._list.hide()
            return
        self._model.set_people(found)
        row = theme.px(_ROW_PX)
        self._list.resize(max(self.width(), 180), min(len(found), _SHOWN) * row + 10)
        self._list.move(self.mapToGlobal(self.rect().bottomLeft()))
        self._list.show()
        self._list.setCurrentIndex(self._model.index(0, 0))

    def _move(self, step: int) -> None:
        count = self._model.rowCount()
        row = (self._list.currentIndex().row() + step) % count
        self._list.setCurrentIndex(self._model.index(row, 0))

    def _pick(self, row: int) -> None:
        person = self._model.person(row)
        self._list.hide()
        if person is not None:
            self.picked.emit(person)


class _PeopleModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._people: list[Person] = []

    def set_people(self, people: list[Person]) -> None:
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    def person(self, row: int) -> Person | None:
        return self._people[row] if 0 <= row < len(self._people) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._people)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        person = self.person(index.row())
        return person.label if person and role == Qt.ItemDataRole.DisplayRole else None


class PersonField(_Search):
    """One member or nobody; `person_edited` follows each change by the user.

    Letters that mean nobody turn the border red, and the member before stays.
    """

    person_edited = Signal()

    def __init__(
        self, placeholder: str = "姓名或拼音首字母", parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder, parent)
        self._person: Person | None = None
        self.picked.connect(self._take)
        self.committed.connect(self._read)

    def set_people(self, people: list[Person]) -> None:
        """Offer these people; the one shown stays if he is among them."""
        self.people = people
        if self._person is not None:
            self.set_member_id(self._person.id)

    def member_id(self) -> str | None:
        """Return the id of the member shown, or `None`."""
        return self._person.id if self._person else None

    def set_member_id(self, member_id: str | None) -> None:
        """Show a member."""
        self._person = next((one for one in self.people if one.id == member_id), None)
        self._show(wrong=False)

    def set_text(self, text: str) -> None:
        """Show a text, whole in the tip where it is longer than the field."""
        super().set_text(text)
        self.setToolTip(text)

    def _read(self) -> None:
        text = self.text().strip()
        if not text:
            self._take(None)
            return
        if self._person is not None and text == self._person.label:
            return
        exact = [person for person in self.people if text in (person.label, person.name)]
        found = exact or self.matches()
        if len(found) == 1:
            self._take(found[0])
        else:
            self._mark(wrong=True, many=len(found) > 1)

    def _take(self, person: Person | None) -> None:
        changed = person != self._person
        self._person = person
        self._show(wrong=False)
        if changed:
            self.person_edited.emit()

    def _show(self, *, wrong: bool) -> None:
        self.set_text(self._person.label if self._person else "")
        self._mark(wrong=wrong, many=False)

    def _mark(self, *, wrong: bool, many: bool) -> None:
        self.setProperty("wrong", "true" if wrong else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        sentence = (
            "不止一个人，请在列表里选。" if many else "名册里没有这个人，请先在“党员”里添加。"
        )
        self.setToolTip(sentence if wrong else self.text())


class PeopleField(QFrame):
    """Several members as chips; `people_edited` follows each change by the user."""

    people_edited = Signal()

    def __init__(self, placeholder: str = "姓名或首字母", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        self._people: list[Person] = []
        self._chosen: list[Person] = []
        self.search = _Search(placeholder)
        self.search.setMinimumWidth(theme.px(140))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(3, 2, 3, 2)
        self._chips = NameChips(self.search)
        self._chips.removed.connect(lambda place: self._drop(self._chosen[place]))
        outer.addWidget(self._chips)
        self.setFocusProxy(self.search)
        self.search.picked.connect(self._add)
        self.search.emptied.connect(self._drop_last)
        self.search.committed.connect(self._read)

    def set_people(self, people: list[Person]) -> None:
        """Offer these people; those shown stay if they are among them."""
        self._people = people
        self.set_member_ids(self.member_ids())

    def member_ids(self) -> list[str]:
        """Return the ids of the members shown, in order."""
        return [person.id for person in self._chosen]

    def set_member_ids(self, member_ids: Iterable[str]) -> None:
        """Show members."""
        by_id = {person.id: person for person in self._people}
        self._chosen = [by_id[key] for key in member_ids if key in by_id]
        self._rebuild()

    def setAccessibleName(self, name: str) -> None:
        """Name the line that holds the focus."""
        super().setAccessibleName(name)
        self.search.setAccessibleName(name)

    def _read(self) -> None:
        found = self.search.matches() if self.search.text().strip() else []
        if len(found) == 1:
            self._add(found[0])

    def _add(self, person: Person) -> None:
        self.search.set_text("")
        if person in self._chosen:
            return
        self._chosen.append(person)
        self._rebuild()
        self.people_edited.emit()

    def _drop(self, person: Person) -> None:
        self._chosen.remove(person)
        self._rebuild()
        self.people_edited.emit()

    def _drop_last(self) -> None:
        if self._chosen:
            self._drop(self._chosen[-1])

    def _rebuild(self) -> None:
        self.search.people = self._people
        self.search.hidden_ids = frozenset(self.member_ids())
        self._chips.set_names([person.label for person in self._chosen])
