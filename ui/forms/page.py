"""The form of any fill-in page: its rows of fields on cards, in the order of its description."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.rules.entries import is_empty, missing
from app.rules.entry_checks import entry_findings
from ui.forms.binding import Bindings
from ui.forms.rows_field import RowsField
from ui.forms.section import focus_and_show
from ui.forms.values import FieldHelp, ValueField, value_field
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.finding_list import FindingList
from ui.widgets.labels import Hint
from ui.widgets.tab_order import LaidOutForm

if TYPE_CHECKING:
    from app.manual.page import Field, FillPage
    from app.records import Entry
    from app.rules.checks import Finding
    from ui.forms.record_editor import RecordEditor

SECTION = "page"
COLUMNS = 4


class PageForm(LaidOutForm):
    """Shows and changes the entry of an editor; `shown` follows whenever it was shown anew."""

    shown = Signal()

    def __init__(self, page: FillPage, editor: RecordEditor[Entry], help_: FieldHelp) -> None:
        super().__init__()
        self.page = page
        self.editor = editor
        self.fields: dict[str, ValueField] = {}
        self._help = help_
        self._found: list[Finding] = []
        self._bindings: Bindings[Entry] = Bindings(editor, SECTION)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._build()
        self.missing_hint = Hint()
        self._layout.addWidget(self.missing_hint)
        self.findings = FindingList()
        self.findings.finding_chosen.connect(lambda finding: self.focus(finding.field))
        self._findings_card = Card("核对")
        self._findings_card.body.addWidget(self.findings)
        self._layout.addWidget(self._findings_card)
        self._layout.addStretch(1)
        editor.reloaded.connect(lambda _section: self.load())
        editor.changed.connect(lambda _section: self.follow())
        self.load()

    def load(self) -> None:
        """Show the entry as it stands in the editor."""
        self._bindings.load()
        self.follow()

    def follow(self) -> None:
        """Say what is still missing, and what does not add up."""
        labels = self.missing()
        text = f"还缺：{'、'.join(labels)}。" if labels else "必填的都已填好。"
        self.missing_hint.set_tone(text, "warning" if labels else "good")
        self._show_findings()
        self.shown.emit()

    def missing(self) -> list[str]:
        """Return the labels of what is still to be filled in."""
        return missing(self.page, self.editor.record.values)

    def focus_first(self) -> None:
        """Put the keyboard where something must still be written, else into the first field."""
        values = self.editor.record.values
        must = (one.name for one in self.page.fields() if one.required)
        empty = (name for name in must if is_empty(values.get(name)))
        self.focus(next(empty, next(iter(self.fields))))

    def focus(self, name: str) -> bool:
        """Put the keyboard into a field; tell whether there is one of that name.

        In a list of rows `members.2.written` is a column of the second row.
        """
        name, _, place = name.partition(".")
        made = self.fields.get(name)
        if made is not None and isinstance(made.widget, RowsField) and place:
            made.widget.focus_at(place)
        elif made is not None:
            focus_and_show(made.widget)
        return made is not None

    def put_above(self, *cards: QWidget) -> None:
        """Put cards above the fields."""
        for place, card in enumerate(cards):
            self._layout.insertWidget(place, card)

    def put_below(self, card: QWidget) -> None:
        """Put a card under the fields."""
        self._layout.insertWidget(self._layout.count() - 1, card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        card: Card | None = None
        for fields in self.page.rows:
            if fields[0].kind == "rows":
                self._add_rows(fields[0])
                card = None
                continue
            if card is None:
                card = Card("", "" if self.fields else self.page.hint)
                self._layout.addWidget(card)
            columns = COLUMNS if COLUMNS % len(fields) == 0 else len(fields)
            grid = FieldGrid(columns=columns)
            for field in fields:
                grid.add(field.caption, self._tie(field).widget, span=columns // len(fields))
            card.body.addWidget(grid)

    def _add_rows(self, field: Field) -> None:
        card = Card(field.caption, field.hint)
        card.body.addWidget(self._tie(field).widget)
        self._layout.addWidget(card)

    def _tie(self, field: Field) -> ValueField:
        made = self.fields[field.name] = value_field(field, self._help)

        def take(entry: Entry) -> None:
            put(entry.values, field.name, made.read())

        self._bindings.tie(
            made.edited,
            field.label,
            show=lambda entry: made.show(entry.values.get(field.name)),
            take=take,
            committed=made.committed,
        )
        return made

    def _show_findings(self) -> None:
        entry = self.editor.record
        found = entry_findings(entry, self._help.beside(entry))
        if found != self._found:
            self._found = found
            self.findings.set_findings(found)
        self._findings_card.setVisible(bool(found))


def put(values: dict[str, Any], name: str, value: Any) -> None:
    """Keep a value under its name, or nothing where it says nothing; a row may still be empty."""
    if value == [] or (not isinstance(value, list) and is_empty(value)):
        values.pop(name, None)
    else:
        values[name] = value
