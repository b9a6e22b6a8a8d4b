"""The table all sections of one form work at: the meeting, its editor and what is known."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.forms.sources import FormSources

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from app.records import Meeting, Member
    from ui.context import Context
    from ui.forms.editor import MeetingEditor


class Desk(QObject):
    """Passed to every section; the editor on it changes, the sections stay.

    Attributes:
        changed: something in the named section changed.
        reloaded: everything shown has to be read again; the section of the step, or empty.
        jump_requested: a section asks to show a section and a field of it.
        dues_changed: dues rows were written.
        step_requested: what comes next for the record itself: to finalise it, or to file it.
        meeting_missed: the meeting that is open was not prepared; the one to begin for it.
    """

    changed = Signal(str)
    reloaded = Signal(str)
    jump_requested = Signal(str, str)
    dues_changed = Signal()
    step_requested = Signal()
    meeting_missed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sources = FormSources(context.services)
        self._editor: MeetingEditor | None = None
        self._writes = False

    @property
    def editor(self) -> MeetingEditor:
        """Return the editor; there is one whenever a section is shown."""
        assert self._editor is not None
        return self._editor

    @property
    def meeting(self) -> Meeting:
        """Return the meeting as it stands."""
        return self.editor.meeting

    @property
    def is_open(self) -> bool:
        """Tell whether a meeting lies on the desk."""
        return self._editor is not None

    @property
    def is_writing(self) -> bool:
        """Tell whether a write runs whose outcome the form shows by itself."""
        return self._writes or (self._editor is not None and self._editor.is_saving)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Run a write whose outcome the form shows by itself."""
        self._writes = True
        try:
            yield
        finally:
            self._writes = False

    def open(self, editor: MeetingEditor | None) -> None:
        """Put another meeting on the desk, or none."""
        old, self._editor = self._editor, editor
        if old is not None:
            old.changed.disconnect(self.changed)
            old.reloaded.disconnect(self.reloaded)
            old.close()
            old.deleteLater()
        if editor is not None:
            editor.changed.connect(self.changed)
            editor.reloaded.connect(self.reloaded)
            self.reloaded.emit("")

    def change(
        self, section: str, label: str, merge_key: str | None = None
    ) -> AbstractContextManager[Meeting]:
        """Run a change of the meeting as one undo step; see `RecordEditor.change`."""
        return self.editor.change(section, label, merge_key)

    def roster(self) -> list[Member]:
        """Return who was due at the meeting on its day."""
        return self.sources.roster(self.meeting)
