"""What every section of a form is, and how a field and an attribute are kept in step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.forms.short_text import ShortText
from ui.forms.who_field import NOBODY, WhoField
from ui.forms.word_field import WordField
from ui.widgets.choice_field import ChoiceField, NumberField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.person_field import PeopleField, PersonField
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.records import Meeting
    from ui.forms.desk import Desk

GAP_PX = 12
_NESTED = 6  # so deep fields lie in layouts that grow with them


class Section(QWidget):
    """One part of the form, named as in `app.manual.kinds`; its cards go into `body`."""

    name: ClassVar[str] = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP_PX)

    def refresh(self) -> None:
        """Show the meeting on the desk; what is equal stays, and so does the cursor."""

    def after_change(self, section: str) -> None:
        """Show what follows from a change in a section, such as sums; this one's included."""

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field named as in a finding; tell whether there is one."""
        return False

    def change(self, label: str, merge_key: str | None = None) -> Any:
        """Run a change of the meeting as one undo step of this section."""
        key = f"{self.name}.{merge_key}" if merge_key else None
        return self.desk.change(self.name, label, key)


class Fields:
    """Fields of one record: what is typed goes into its attributes, `refresh` shows them.

    `read` returns the record, or `None` while there is none; `write` returns it for a change and
    may begin it.
    """

    def __init__(
        self,
        section: Section,
        read: Callable[[Meeting], Any],
        write: Callable[[Meeting], Any] | None = None,
        *,
        title: Callable[[], str] = str,
    ) -> None:
        """Bind to a record; `title` goes before a field's label in the words for undo."""
        self._section = section
        self._read = read
        self._write = write or read
        self._title = title
        self._shows: list[Callable[[Any], None]] = []
        self.widgets: dict[str, QWidget] = {}

    def line(self, name: str, label: str, placeholder: str = "") -> LineField:
        """Return a line for a text attribute."""
        field = LineField(placeholder)
        return self.bind_line(field, name, label)

    def bind_line(self, field: LineField, name: str, label: str) -> LineField:
        """Keep a line of any sort and a text attribute in step."""
        field.text_edited.connect(lambda: self._put(name, label, field.text(), typed=True))
        self._add(name, label, field, lambda value: field.set_text(value or ""))
        return field

    def bind_word(self, field: WordField, name: str, label: str) -> WordField:
        """Keep a list one may also type into and a text attribute in step."""
        field.text_edited.connect(lambda: self._put(name, label, field.text(), typed=True))
        self._add(name, label, field, lambda value: field.set_text(value or ""))
        return field

    def text(
        self, name: str, label: str, placeholder: str = "", *, least_lines: int = 3
    ) -> TextField | ShortText:
        """Return a growing text for a text attribute."""
        missing = self._section.desk.context.missing_characters
        field: TextField | ShortText
        if least_lines > 1:
            field = TextField(placeholder, least_lines=least_lines, missing=missing)
        else:
            field = ShortText(placeholder, missing)
        field.text_edited.connect(lambda: self._put(name, label, field.text(), typed=True))
        self._add(name, label, field, lambda value: field.set_text(value or ""))
        return field

    def paragraph(self, name: str, label: str, placeholder: str = "") -> ShortText:
        """Return a field for one paragraph, which wraps where a line would hide its end."""
        missing = self._section.desk.context.missing_characters
        field = ShortText(placeholder, missing, one_paragraph=True)
        field.text_edited.connect(lambda: self._put(name, label, field.text(), typed=True))
        self._add(name, label, field, lambda value: field.set_text(value or ""))
        return field

    def date(self, name: str, label: str) -> DateField:
        """Return a field for a day; years not typed are those near the meeting's."""
        field = DateField()

        def show(value: Any) -> None:
            if field.day() != value:
                field.set_day(value)

        field.date_edited.connect(lambda: self._put(name, label, field.day()))
        self._add(name, label, field, show)
        return field

    def person(self, name: str, label: str) -> PersonField:
        """Return a field for a member's key."""
        field = PersonField()

        def show(value: Any) -> None:
            self._offer(field, value)
            if field.member_id() != value:
                field.set_member_id(value)

        field.person_edited.connect(lambda: self._put(name, label, field.member_id()))
        self._add(name, label, field, show)
        return field

    def people(self, name: str, label: str) -> PeopleField:
        """Return a field for the keys of several members."""
        field = PeopleField()

        def show(value: Any) -> None:
            member_ids = value or []
            people = self._section.desk.sources.people_with(member_ids)
            if field.search.people is not people:
                field.set_people(people)
            if field.member_ids() != member_ids:
                field.set_member_ids(member_ids)

        field.people_edited.connect(lambda: self._put(name, label, field.member_ids()))
        self._add(name, label, field, show)
        return field

    def who(
        self, label: str, member_name: str = "member_id", guest_name: str = "guest_name"
    ) -> WhoField:
        """Return a field for a member's key or else a guest's name, two attributes."""
        field = WhoField()

        def show(record: Any) -> None:
            who = (
                NOBODY
                if record is None
                else (
                    getattr(record, member_name),
                    getattr(record, guest_name),
                )
            )
            self._offer(field, who[0])
            field.set_who(who)

        def put() -> None:
            with self._section.change(self._words(label)) as meeting:
                record = self._write(meeting)
                member_id, guest = field.who()
                setattr(record, member_name, member_id)
                setattr(record, guest_name, guest)

        field.who_edited.connect(put)
        field.setAccessibleName(label)
        self.widgets[member_name] = field
        self._shows.append(show)
        return field

    def number(self, name: str, label: str, most: int = 9999, *, live: bool = False) -> NumberField:
        """Return a field for a whole number or nothing; `live` ones are kept while typed."""
        field = NumberField(most)

        def show(value: Any) -> None:
            if field.number() != value:
                field.set_number(value)

        field.number_edited.connect(lambda: self._put(name, label, field.number(), typed=live))
        if live:
            field.text_edited.connect(field.take_typed)
        self._add(name, label, field, show)
        return field

    def choice(
        self, name: str, label: str, choices: Iterable[str | tuple[str, str]]
    ) -> ChoiceField:
        """Return a list to choose a word from."""
        field = ChoiceField(choices)
        field.choice_edited.connect(lambda: self._put(name, label, field.value()))
        self._add(name, label, field, lambda value: field.set_value(value or ""))
        return field

    def refresh(self) -> None:
        """Show the attributes of the record as it stands."""
        record = self._read(self._section.desk.meeting)
        for show in self._shows:
            show(record)

    def focus(self, name: str) -> bool:
        """Put the keyboard into a field; tell whether there is one of that name."""
        widget = self.widgets.get(name)
        if widget is not None:
            focus_and_show(widget)
        return widget is not None

    def _add(self, name: str, label: str, field: QWidget, show: Callable[[Any], None]) -> None:
        field.setObjectName(name)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self.widgets[name] = field
        self._shows.append(lambda record: show(None if record is None else getattr(record, name)))

    def _words(self, label: str) -> str:
        return " ".join(filter(None, (self._title(), label)))

    def _offer(self, field: PersonField, member_id: str | None) -> None:
        """Let a field know the roster, and him whom it shows although he has left."""
        people = self._section.desk.sources.people_with([member_id])
        if field.people is not people:
            field.set_people(people)

    def _put(self, name: str, label: str, value: Any, *, typed: bool = False) -> None:
        record = self._read(self._section.desk.meeting)
        if record is not None and getattr(record, name) == value:
            return
        key = f"{name}.{'' if record is None else record.id}" if typed else None
        with self._section.change(self._words(label), key) as meeting:
            setattr(self._write(meeting), name, value)


def focus_and_show(widget: QWidget) -> None:
    """Put the keyboard into a widget and scroll it into the middle of what is seen."""
    widget.setFocus()
    if isinstance(widget, QLineEdit):
        widget.end(False)  # one goes on writing where the words end

    def scroll() -> None:
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            # Rows just added have their place only when the layouts around them were asked in turn.
            for _ in range(_NESTED):
                QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            area.ensureWidgetVisible(widget, 0, 80)

    # Layouts settle first where the field was hidden a moment ago.
    QTimer.singleShot(0, widget, scroll)
