"""What the state bar asks of a view of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.rules.attendance import day_of, summary
from ui.forms.layout import title_of

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from app.records import Meeting
    from app.rules.checks import Finding
    from ui.forms.record_editor import RecordEditor
    from ui.views.meeting_view import MeetingView


class MeetingHolder:
    """Answers for the meeting that is open in a view; see `ui.forms.state_bar.Holder`."""

    def __init__(self, view: MeetingView) -> None:
        self._view = view

    def editor(self) -> RecordEditor[Meeting]:
        """Return the editor of the meeting."""
        return self._view.desk.editor

    def title(self) -> str:
        """Return what the meeting is called."""
        return title_of(self._view.desk.meeting)

    def day(self) -> date | None:
        """Return the day of the meeting."""
        return day_of(self._view.desk.meeting)

    def to_check(self) -> str:
        """Return that the signatures are the people's own and as many as came (代签).

        Source: S06 in `domain/calendar-and-faults.md` 5.4, faults 4 and 20.
        """
        desk = self._view.desk
        present = summary(desk.meeting, desk.sources.everyone).present
        return f"已核对签到表：{present}个签名，都是本人所签，和实到人数一致"

    def keep(self) -> bool:
        """Keep what was typed."""
        return self._view.leave()

    def writing(self) -> AbstractContextManager[None]:
        """Run a write whose outcome is shown by `open_again`."""
        return self._view.desk.writing()

    def open_again(self) -> None:
        """Read list and meeting as they are kept and show them."""
        key = self._view.desk.meeting.id
        self._view.read_year()
        self._view.open(key)

    def go_to(self, finding: Finding) -> None:
        """Go to the place of a finding."""
        self._view.form.go_to(finding)

    def set_locked(self, *, locked: bool) -> None:
        """Close the fields, or open them."""
        self._view.form.set_locked(locked=locked)
        if not locked:
            self._view.places.go_on()
