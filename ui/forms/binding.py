"""One way to tie a field to a value of the record being edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import SignalInstance

from app.records import Record
from ui.forms.record_editor import RecordEditor

R = TypeVar("R", bound=Record)


class Bindings(Generic[R]):
    """The fields of a form and how each is read from the record again.

    A change by the user runs as one step of the editor; `load` shows the record's values without
    telling anybody.
    """

    def __init__(self, editor: RecordEditor[R], section: str) -> None:
        self.editor = editor
        self._section = section
        self._loaders: list[Callable[[R], None]] = []

    def tie(
        self,
        edited: SignalInstance,
        label: str,
        *,
        show: Callable[[R], None],
        take: Callable[[R], None],
        committed: SignalInstance | None = None,
    ) -> None:
        """Tie one field.

        Args:
            edited: told after each change by the user.
            label: Chinese name of the undo step.
            show: puts the record's value into the field.
            take: puts the field's value into the record.
            committed: told when the user leaves the field; the record is then kept.
        """

        def on_edited(*_values: object) -> None:
            with self.editor.change(self._section, label, merge_key=label) as record:
                take(record)

        edited.connect(on_edited)
        if committed is not None:
            committed.connect(lambda *_values: self.editor.leave_field())
        self._loaders.append(show)

    def load(self) -> None:
        """Show the record's values in all fields."""
        for show in self._loaders:
            show(self.editor.record)
