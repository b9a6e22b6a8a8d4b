"""The fields of a member's page, each tied to what it changes; labels come from the roster's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from app.manual.member_fields import label
from app.records import Member, MembershipPeriod
from ui.forms.binding import Bindings
from ui.forms.word_field import WordField
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.month_field import BirthField

if TYPE_CHECKING:
    from ui.forms.record_editor import RecordEditor

SECTION = "member"
COLUMNS = 3
DAY_EXAMPLE = "如 2008-06-27"

Take = Callable[[Member, str], None]


class MemberFields:
    """Makes fields for the member of an editor, which may be exchanged."""

    def __init__(self, editor: RecordEditor[Member]) -> None:
        self._bindings: Bindings[Member] = Bindings(editor, SECTION)

    @property
    def editor(self) -> RecordEditor[Member]:
        """The editor whose member is shown."""
        return self._bindings.editor

    def edit(self, editor: RecordEditor[Member]) -> None:
        """Go on with another editor."""
        self._bindings.editor = editor

    def load(self) -> None:
        """Show the member as he stands in the editor."""
        self._bindings.load()

    @property
    def bindings(self) -> Bindings[Member]:
        """What ties a field of any other sort."""
        return self._bindings

    def line(self, name: str, placeholder: str = "", *, take: Take | None = None) -> LineField:
        """Return a line for an attribute; `take` puts it there in another way."""
        field = LineField(placeholder)
        keep = take or _setter(name)
        self._bindings.tie(
            field.text_edited,
            _step(name),
            show=lambda member: field.set_text(getattr(member, name)),
            take=lambda member: keep(member, field.text().strip()),
            committed=field.committed,
        )
        return field

    def word(self, name: str, words: Iterable[str], *, take: Take | None = None) -> WordField:
        """Return a line that offers words but takes any other."""
        field = WordField(words)
        completer = field.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        keep = take or _setter(name)
        self._bindings.tie(
            field.text_edited,
            _step(name),
            show=lambda member: field.set_text(getattr(member, name)),
            take=lambda member: keep(member, field.text().strip()),
            committed=field.line.committed,
        )
        field.activated.connect(lambda _index: self.editor.save())
        return field

    def choice(
        self,
        name: str,
        choices: Iterable[str | tuple[str, str]],
        *,
        read: Callable[[Member], str] | None = None,
        take: Take | None = None,
    ) -> ChoiceField:
        """Return a list for an attribute; `read` and `take` reach it in another way."""
        field, keep = ChoiceField(choices), take or _setter(name)
        self._bindings.tie(
            field.choice_edited,
            _step(name),
            show=lambda member: field.set_value(read(member) if read else getattr(member, name)),
            take=lambda member: keep(member, field.value()),
            committed=field.choice_edited,
        )
        return field

    def month(self, name: str) -> BirthField:
        """Return a field for a month, or a day where the file has it."""
        field = BirthField()
        keep = _setter(name)
        self._bindings.tie(
            field.month_edited,
            _step(name),
            show=lambda member: field.set_month(getattr(member, name)),
            take=lambda member: keep(member, field.month()),
            committed=field.month_edited,
        )
        return field

    def day(
        self,
        name: str,
        *,
        step: str = "",
        holder: Callable[[Member], Member | MembershipPeriod | None] = lambda member: member,
        take: Callable[[Member, DateField], None] | None = None,
    ) -> DateField:
        """Return a field for a day of the member, or of what `holder` returns of him."""
        field = DateField()
        field.setPlaceholderText(DAY_EXAMPLE)

        def keep(member: Member) -> None:
            if take is not None:
                take(member, field)
            else:
                setattr(member, name, field.day())

        self._bindings.tie(
            field.date_edited,
            step or _step(name),
            show=lambda member: field.set_day(getattr(holder(member), name, None)),
            take=keep,
            committed=field.date_edited,
        )
        return field


def _setter(name: str) -> Take:
    def keep(member: Member, value: str) -> None:
        setattr(member, name, value)

    return keep


def _step(name: str) -> str:
    """Return what an undo step of a field is called."""
    return "姓名拼音" if name == "pinyin" else label(name)
