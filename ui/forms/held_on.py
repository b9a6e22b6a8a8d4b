"""When a theme day was due and when it was held: planned day, day, begin, end, why it moved."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from app.manual.settings import MOVE
from app.rules.fixed_day import FixedDay, fixed_day
from app.rules.texts import long_date
from app.services.meetings import USUAL_START
from ui.forms.section import Fields, focus_and_show
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.labels import Hint
from ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.records import Meeting
    from app.rules.checks import Context as CheckContext
    from ui.forms.section import Section
    from ui.widgets.field_grid import FieldGrid

_WEEKDAYS = "一二三四五六日"


def is_moved(meeting: Meeting) -> bool:
    """Tell whether the meeting was held on another day than it was due."""
    planned_on, start = meeting.planned_on, meeting.start
    return planned_on is not None and start is not None and start.date() != planned_on


def proposed_reason(meeting: Meeting, context: CheckContext) -> str:
    """Return the sentence the branch's calendar has for this move, empty where it has none."""
    planned_on, start = meeting.planned_on, meeting.start
    if planned_on is None or start is None or planned_on.day > 28:
        return ""
    proposal = _fixed_day(planned_on, context)
    return proposal.reason if proposal.held_on == start.date() else ""


def _fixed_day(planned_on: date, context: CheckContext) -> FixedDay:
    move = context.text(MOVE)
    return fixed_day(planned_on.day, planned_on.year, planned_on.month, context.calendar, move)


def with_weekday(day: date) -> str:
    """Return a day as 2025年10月9日（星期四）."""
    return f"{long_date(day)}（星期{_WEEKDAYS[day.weekday()]}）"


class HeldOn:
    """The fields of the day in the head's grid, and the reason that appears when it moved."""

    def __init__(self, section: Section, grid: FieldGrid, fields: Fields) -> None:
        self._section = section
        self._fields = fields
        self._day, self._begin, self._end = DateField(), TimeField(), TimeField()
        for name, field in (("date", self._day), ("start", self._begin), ("end", self._end)):
            field.setObjectName(name)
            fields.widgets[name] = field
        grid.add("实际日期(&D)", self._day)
        grid.add("开始时间", self._begin)
        grid.add("结束时间", self._end)
        self._day.date_edited.connect(self._take_day)
        self._begin.time_edited.connect(self._take_begin)
        self._end.time_edited.connect(self._take_end)
        self.note = Hint()
        self.note.setObjectName("day_note")
        self.reason = fields.paragraph("moved_reason", "调整原因", "为什么没有在固定日开展")
        self.proposal = button("", self._take_proposal, role="link")
        self._proposal_text = ""

    def add_reason(self, grid: FieldGrid, around: QWidget) -> None:
        """Put the reason, kept hidden while the day did not move, at the end of the grid."""
        self._cell = grid.add("调整原因（与固定日不同，必填）", around, span=4)

    def refresh(self) -> None:
        """Show the meeting's day."""
        meeting = self._section.desk.meeting
        start, end = meeting.start, meeting.end
        day = start.date() if start else None
        if self._day.day() != day:
            self._day.set_day(day, near=meeting.planned_on)
        for field, moment in ((self._begin, start), (self._end, end)):
            shown = moment.time() if moment else None
            if field.time() != shown:
                field.set_time(shown)
        moved = is_moved(meeting)
        self._cell.setVisible(moved or bool(meeting.moved_reason))
        context = self._section.desk.sources.check_context(meeting)
        self._proposal_text = proposed_reason(meeting, context) if moved else ""
        fits = bool(self._proposal_text) and not meeting.moved_reason.strip()
        self.proposal.setText(f"采用：{self._proposal_text}")
        self.proposal.setVisible(fits)
        self._show_note(meeting)

    def _show_note(self, meeting: Meeting) -> None:
        if meeting.start and meeting.end and meeting.end <= meeting.start:
            self.note.set_tone("结束时间不晚于开始时间，请改正。", "error")
            return
        planned_on = meeting.planned_on
        if planned_on is None:
            self.note.set_tone("")
            return
        text = f"固定日 {with_weekday(planned_on)}"
        if planned_on.day <= 28:
            context = self._section.desk.sources.check_context(meeting)
            warning = _fixed_day(planned_on, context).warning
            text = "。".join(filter(None, (text, warning)))
        self.note.set_tone(text)

    def _take_day(self) -> None:
        day = self._day.day()
        with self._section.change("实际日期") as meeting:
            if day is None:
                meeting.start = meeting.end = None
                return
            begin = meeting.start.time() if meeting.start else self._begin.time() or USUAL_START
            meeting.start = datetime.combine(day, begin)
            if meeting.end:
                meeting.end = datetime.combine(day, meeting.end.time())
        if is_moved(self._section.desk.meeting) and not meeting.moved_reason:
            focus_and_show(self.reason)

    def _take_begin(self) -> None:
        moment = self._begin.time()
        meeting = self._section.desk.meeting
        day = meeting.start.date() if meeting.start else meeting.planned_on
        if moment is None or day is None:
            self.refresh()
            return
        with self._section.change("开始时间") as meeting:
            meeting.start = datetime.combine(day, moment)

    def _take_end(self) -> None:
        moment: time | None = self._end.time()
        meeting = self._section.desk.meeting
        day = meeting.start.date() if meeting.start else meeting.planned_on
        with self._section.change("结束时间") as meeting:
            meeting.end = datetime.combine(day, moment) if moment and day else None

    def _take_proposal(self) -> None:
        with self._section.change("调整原因") as meeting:
            meeting.moved_reason = self._proposal_text
        self._fields.refresh()
        self.refresh()
