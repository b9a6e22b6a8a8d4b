"""One meeting while it is being edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records import Meeting
from ui.forms.record_editor import RecordEditor

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QUndoStack

    from app.services import Services


class MeetingEditor(RecordEditor[Meeting]):
    """Holds one meeting with all its sections; see `RecordEditor`."""

    def __init__(
        self,
        services: Services,
        meeting: Meeting,
        stack: QUndoStack | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Edit a meeting, counting its steps on a stack of one's own or a given one."""
        super().__init__(
            services.meetings, services.drafts, meeting, parent, area="meetings", stack=stack
        )

    @classmethod
    def open(
        cls,
        services: Services,
        meeting_id: str,
        stack: QUndoStack | None = None,
        parent: QObject | None = None,
    ) -> MeetingEditor:
        """Return an editor on a kept meeting, with its draft taken where one is left over.

        Raises:
            NotFoundError: there is no such meeting.
        """
        editor = cls(services, services.meetings.get(meeting_id), stack, parent)
        editor.recover()
        return editor

    @property
    def meeting(self) -> Meeting:
        """Return the meeting as it stands; undo puts another object in its place."""
        return self.record
