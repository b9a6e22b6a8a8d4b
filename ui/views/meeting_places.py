"""The way to a place in a meeting, also in one that is settled, or that is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import NotFoundError
from app.rules.to_begin import to_begin
from ui.views.missing_meeting import MissingMeetingBar

if TYPE_CHECKING:
    from ui.views.meeting_view import MeetingView


class MeetingPlaces:
    """Goes to places for a view of meetings; `bar` offers the meetings that are missing."""

    def __init__(self, view: MeetingView) -> None:
        self._view = view
        self._wanted = ""
        self.bar = MissingMeetingBar(view.context)

    def forget(self) -> None:
        """Let nothing be wanted any more: another meeting is opened."""
        self._wanted = ""
        self.bar.clear()

    def go(self, record_id: str, section: str) -> None:
        """Open a meeting, and in it `section`, `section/field` or `section/field/member`.

        In a settled record the keyboard waits on what opens it for a correction. Without a meeting
        `section` may be the place of one to begin; see `app.rules.to_begin`.
        """
        view = self._view
        self.forget()
        if wanted := to_begin(section):
            self.bar.offer(wanted)
            self.bar.buttons()[0].setFocus()
            return
        if record_id and (not view.desk.is_open or view.desk.meeting.id != record_id):
            try:
                view.open(record_id)
            except NotFoundError as error:
                view.context.show_error(error)
                return
        if section and view.desk.is_open:
            self._go_in(section)

    def go_on(self) -> None:
        """Go to the field that was wanted, now that a correction has opened it."""
        if self._wanted:
            section, self._wanted = self._wanted, ""
            self._go_in(section)

    def _go_in(self, section: str) -> None:
        view = self._view
        name, field, member_id = (*section.split("/"), "", "")[:3]
        view.form.jump(name, field, member_id)
        if field and field != "state" and view.desk.editor.is_locked:
            self._wanted = section if view.state_bar.focus_correction() else ""
