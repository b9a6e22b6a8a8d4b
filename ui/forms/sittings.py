"""Further sittings of one theme day for people on another shift (场次)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.records import Sitting
from ui.forms import attendance_changes as changes
from ui.forms.rows import Row, RowList
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.person_field import PeopleField
from ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from app.records import Meeting
    from ui.forms.section import Section


class SittingsCard(Card):
    """The further sittings and who came to them."""

    def __init__(self, section: Section) -> None:
        super().__init__("场次", "倒班的党员分场参加时才需要；参加另一场的人不算缺席。")
        self.rows = SittingRows(section)
        self.body.addWidget(self.rows)

    def refresh(self) -> None:
        """Show the sittings."""
        self.rows.refresh()

    def focus_field(self, field: str) -> bool:
        """Put the keyboard into a field such as `sittings.1.end`, counted from 1."""
        parts = field.split(".")
        return len(parts) == 3 and self.rows.focus(int(parts[1]) - 1, parts[2])


class SittingRows(RowList):
    """The sittings after the main one, which is the head's."""

    def __init__(self, section: Section) -> None:
        super().__init__(
            section,
            "场次",
            lambda meeting: meeting.sittings,
            lambda meeting: Sitting(branch_id=meeting.branch_id, place=meeting.place),
            SittingRow,
        )
        self.is_ordered = self.adds_by_enter = False

    def take_out(self, meeting: Meeting, index: int) -> Any:
        """Take a sitting away; its people count for the main one again."""
        sitting = meeting.sittings[index]
        changes.remove_sitting(meeting, sitting.id)
        return sitting


class SittingRow(Row):
    """One sitting: day, time, place, people."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._day, self._begin, self._end = DateField(), TimeField(), TimeField()
        for name, label, field in (
            ("date", f"第{index + 2}场日期", self._day),
            ("start", "开始时间", self._begin),
            ("end", "结束时间", self._end),
        ):
            self.fields.widgets[name] = field
            grid.add(label, field)
        self._day.date_edited.connect(self._take_time)
        self._begin.time_edited.connect(self._take_time)
        self._end.time_edited.connect(self._take_time)
        grid.add("地点", self.fields.line("place", "地点", "写到具体房间"))
        self._people = PeopleField()
        self._people.people_edited.connect(self._take_people)
        self.fields.widgets["people"] = self._people
        grid.add("参加人员", self._people, span=4)

    def title(self) -> str:
        """Return which sitting it is; the head's is the first."""
        return f"第{self.index + 2}场"

    def refresh(self) -> None:
        """Show the sitting."""
        super().refresh()
        meeting = self.rows.section.desk.meeting
        sitting = self.read(meeting)
        begin = sitting.start or meeting.start
        if self._day.day() != (sitting.start.date() if sitting.start else None):
            day = sitting.start.date() if sitting.start else None
            self._day.set_day(day, near=begin.date() if begin else None)
        for field, moment in ((self._begin, sitting.start), (self._end, sitting.end)):
            shown = moment.time() if moment else None
            if field.time() != shown:
                field.set_time(shown)
        came = [row.member_id for row in meeting.attendance if row.sitting_id == sitting.id]
        people = self.rows.section.desk.sources.people_with(came)
        if people is not self._people.search.people:
            self._people.set_people(people)
        if self._people.member_ids() != came:
            self._people.set_member_ids(came)

    def _take_time(self) -> None:
        meeting = self.rows.section.desk.meeting
        head = meeting.start.date() if meeting.start else meeting.planned_on
        day, begin, end = self._day.day() or head, self._begin.time(), self._end.time()
        if day is None or (begin is None and end is None):
            return
        with self.rows.section.change(f"{self.title()} 时间") as meeting:
            sitting = self.read(meeting)
            sitting.start = datetime.combine(day, begin) if begin else None
            sitting.end = datetime.combine(day, end) if end else None
        self.refresh()

    def _take_people(self) -> None:
        now = self._people.member_ids()
        with self.rows.section.change(f"{self.title()} 参加人员") as meeting:
            sitting = self.read(meeting)
            before = [row.member_id for row in meeting.attendance if row.sitting_id == sitting.id]
            changes.assign_sitting(meeting, [one for one in before if one not in now], None)
            changes.assign_sitting(meeting, [one for one in now if one not in before], sitting.id)
