"""Fields for the values of a fill-in page, one sort for each kind of its description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from app.rules.entries import people_in, written_people
from ui.forms.rows_field import RowsField
from ui.forms.short_text import ShortText
from ui.forms.who_field import NOBODY, WhoField, WhosField, complete
from ui.widgets.choice_field import ChoiceField, DecimalField, MoneyField, NumberField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.person_field import PeopleField, PersonField
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.manual.page import Field
    from app.records import Entry
    from app.rules.entry_checks import Beside
    from ui.context import Context
    from ui.forms.sources import FormSources
    from ui.widgets.person_field import Person

LEAST_LINES = 4
# A line that shares its row with others is short; a wider one may grow.
_SHORT = 2
_WHO = "who"


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """What fields offer while they are filled in: people, words used before, missing characters.

    `beside` returns what an entry is held against: the others of its year, and the settings.
    """

    people: Callable[[Sequence[str | None]], list[Person]]
    name_of: Callable[[str | None], str]
    missing_characters: Callable[[str], str]
    words_before: Callable[[str], list[str]]
    beside: Callable[[Entry], Beside]


def field_help(
    context: Context, sources: FormSources, entries: Callable[[], Sequence[Entry]]
) -> FieldHelp:
    """Return what the fields of a page offer: the roster, and words of its other entries."""

    def words_before(name: str) -> list[str]:
        values = (one.values.get(name) for one in reversed(entries()))
        return list(dict.fromkeys(word for word in values if isinstance(word, str) and word))

    return FieldHelp(
        people=sources.people_with,
        name_of=sources.name,
        missing_characters=context.missing_characters,
        words_before=words_before,
        beside=sources.beside,
    )


@dataclass(frozen=True, slots=True)
class ValueField:
    """A widget with its value: how it is read and shown, and what it tells.

    `edited` follows each change by the user, `committed` the leaving of the field.
    """

    widget: QWidget
    read: Callable[[], Any]
    show: Callable[[Any], None]
    edited: SignalInstance
    committed: SignalInstance


def value_field(field: Field, help_: FieldHelp) -> ValueField:
    """Return a field for a value of a description's kind; it is named for those who cannot see."""
    made = _MAKERS[field.kind](field, help_)
    made.widget.setObjectName(field.name)
    made.widget.setAccessibleName(field.label)
    return made


def _line(field: Field, help_: FieldHelp) -> ValueField:
    line: LineField | ShortText
    if field.share > _SHORT:
        line = ShortText(field.hint, help_.missing_characters, one_paragraph=True)
    else:
        line = LineField(field.hint)
        complete(line, help_.words_before(field.name))
    return ValueField(
        line, lambda: line.text().strip(), lambda value: line.set_text(value or ""),
        line.text_edited, line.committed,
    )  # fmt: skip


def _text(field: Field, help_: FieldHelp) -> ValueField:
    text = TextField(field.hint, least_lines=LEAST_LINES, missing=help_.missing_characters)
    return ValueField(
        text, text.text, lambda value: text.set_text(value or ""), text.text_edited, text.committed
    )


def _number(field: Field, _help: FieldHelp) -> ValueField:
    number = DecimalField(field.places) if field.places else NumberField()
    return ValueField(
        number, number.number, number.set_number, number.number_edited, number.number_edited
    )


def _money(_field: Field, _help: FieldHelp) -> ValueField:
    money = MoneyField()
    return ValueField(
        money, money.amount_fen, money.set_amount_fen, money.amount_edited, money.amount_edited
    )


def _date(field: Field, _help: FieldHelp) -> ValueField:
    day = DateField()
    if field.hint:
        day.setPlaceholderText(field.hint)

    def read() -> str | None:
        chosen = day.day()
        return chosen.isoformat() if chosen else None

    def show(value: str | None) -> None:
        day.set_day(date.fromisoformat(value) if value else None)

    return ValueField(day, read, show, day.date_edited, day.date_edited)


def _choice(field: Field, _help: FieldHelp) -> ValueField:
    choice = ChoiceField((("", "（未选）"), *field.choices))
    return ValueField(
        choice, choice.value, lambda value: choice.set_value(value or ""),
        choice.choice_edited, choice.choice_edited,
    )  # fmt: skip


def _members(field: Field, help_: FieldHelp) -> ValueField:
    if field.most == 1:
        return _one_guest(help_) if field.guests else _one_member(help_)
    return _guests(field, help_) if field.guests else _several(help_)


def _one_member(help_: FieldHelp) -> ValueField:
    person = PersonField()

    def read() -> list[dict[str, str]]:
        key = person.member_id()
        return written_people([(key, "")] if key else [])

    def show(value: Any) -> None:
        (key, _), *_rest = people_in({_WHO: value}, _WHO) or [NOBODY]
        person.set_people(help_.people([key]))
        if person.member_id() != key:
            person.set_member_id(key)

    return ValueField(person, read, show, person.person_edited, person.person_edited)


def _one_guest(help_: FieldHelp) -> ValueField:
    who = WhoField()

    def read() -> list[dict[str, str]]:
        return written_people([] if who.who() == NOBODY else [who.who()])

    def show(value: Any) -> None:
        chosen, *_rest = people_in({_WHO: value}, _WHO) or [NOBODY]
        who.set_people(help_.people([chosen[0]]))
        who.set_who(chosen)

    return ValueField(who, read, show, who.who_edited, who.who_edited)


def _several(help_: FieldHelp) -> ValueField:
    people = PeopleField()

    def show(value: Any) -> None:
        keys = [key for key, _ in people_in({_WHO: value}, _WHO) if key]
        people.set_people(help_.people(keys))
        if people.member_ids() != keys:
            people.set_member_ids(keys)

    return ValueField(
        people, lambda: written_people((key, "") for key in people.member_ids()), show,
        people.people_edited, people.people_edited,
    )  # fmt: skip


def _guests(_field: Field, help_: FieldHelp) -> ValueField:
    whos = WhosField(help_.name_of)

    def show(value: Any) -> None:
        chosen = people_in({_WHO: value}, _WHO)
        whos.set_people(help_.people([key for key, _ in chosen]))
        whos.set_whos(chosen)

    return ValueField(
        whos, lambda: written_people(whos.whos()), show, whos.whos_edited, whos.whos_edited
    )


def _rows(field: Field, help_: FieldHelp) -> ValueField:
    rows = RowsField(field, lambda column: value_field(column, help_))
    return ValueField(rows, rows.rows, rows.set_rows, rows.rows_edited, rows.committed)


_MAKERS: dict[str, Callable[[Field, FieldHelp], ValueField]] = {
    "line": _line,
    "text": _text,
    "number": _number,
    "money": _money,
    "date": _date,
    "choice": _choice,
    "members": _members,
    "rows": _rows,
}
