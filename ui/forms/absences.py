"""One row for each who was not simply present: leave, approval and make-up study."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from app.manual import words
from app.records import Attendance
from ui.forms import attendance_changes as changes
from ui.forms.rows import Row, RowList
from ui.forms.section import Fields
from ui.forms.who_field import complete
from ui.forms.word_field import WordField
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint, plain_label

if TYPE_CHECKING:
    from app.records import Meeting
    from ui.forms.section import Section

_STATES = tuple(state for state in words.ATTENDANCE_STATES if state != words.PRESENT)
_APPROVED_STATES = words.LEAVE_STATES | {words.EXEMPT}


class AbsencesCard(Card):
    """The exceptions in roster order; hidden while everybody was present."""

    def __init__(self, section: Section) -> None:
        super().__init__("请假、缺席与补学", "当场写清原因；缺席的人补学后填写日期、方式和负责人。")
        self.rows = AbsenceRows(section)
        self.body.addWidget(self.rows)
        self._section = section

    def refresh(self) -> None:
        """Show the rows."""
        self.rows.refresh()
        self.setVisible(bool(self.rows.records(self._section.desk.meeting)))

    def focus_member(self, member_id: str, field: str) -> bool:
        """Put the keyboard into a person's row; tell whether he has one."""
        records = self.rows.records(self._section.desk.meeting)
        for index, record in enumerate(records):
            if record.member_id == member_id:
                return self.rows.focus(index, field)
        return False


class AbsenceRows(RowList):
    """Rows that come from marking tiles, not from a button."""

    def __init__(self, section: Section) -> None:
        super().__init__(section, "考勤", self._sorted, None, AbsenceRow)
        self.is_ordered = False

    def take_out(self, meeting: Meeting, index: int) -> Any:
        """Let a person have been present after all."""
        row = self._sorted(meeting)[index]
        changes.set_state(meeting, [row.member_id], words.PRESENT)
        return row

    def _sorted(self, meeting: Meeting) -> list[Attendance]:
        places = {member.id: place for place, member in enumerate(self.section.desk.roster())}
        return sorted(
            (row for row in meeting.attendance if row.state != words.PRESENT),
            key=lambda row: places.get(row.member_id, len(places)),
        )


class AbsenceRow(Row):
    """One person."""

    called: ClassVar = {"approved_by": "approved_by_id", "makeup": "done_on"}

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        self._name = plain_label(role="strong")
        self._stranger = Hint("这一天不在名册上，请删除这一行或核对起止日期。", role="error")
        self.body.addWidget(self._name)
        self.body.addWidget(self._stranger)
        self._leave = Fields(
            rows.section,
            lambda meeting: self._of(meeting, "leave"),
            lambda meeting: changes.leave_of(meeting, self.read(meeting)),
            title=self.title,
        )
        self._make_up = Fields(
            rows.section,
            lambda meeting: self._of(meeting, "make_up"),
            lambda meeting: changes.make_up_of(meeting, self.read(meeting)),
            title=self.title,
        )
        self._reasons: list[str] = []
        self._build(rows.section)

    def title(self) -> str:
        """Return the person's name, for the words for undo."""
        record = self.read(self.rows.section.desk.meeting)
        return self.rows.section.desk.sources.name(record.member_id) if record else ""

    def refresh(self) -> None:
        """Show the row; fields that do not belong to the state are hidden."""
        sources = self.rows.section.desk.sources
        reasons = sources.leave_reasons()
        if reasons != self._reasons:
            self._reasons = reasons
            complete(self._reason, reasons)
            complete(self._how, sources.make_up_ways())
        self._way.set_words(sources.leave_ways())
        record = self.read(self.rows.section.desk.meeting)
        self._name.setText(self.title())
        on_roster = {member.id for member in self.rows.section.desk.roster()}
        self._stranger.setVisible(record.member_id not in on_roster)
        self._state.set_value(record.state)
        self._leave.refresh()
        self._make_up.refresh()
        for cell in self._approval:
            cell.setVisible(record.state in _APPROVED_STATES)
        for cell in self._make_up_cells:
            cell.setVisible(record.state in words.ABSENT_STATES)

    def first_field(self) -> Any:
        """Return the reason, which is what is missing first."""
        return self._reason

    def _build(self, section: Section) -> None:
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._state = ChoiceField(_STATES)
        self._state.choice_edited.connect(self._take_state)
        self.fields.widgets["state"] = self._state
        grid.add("状态", self._state)
        self._reason = self._leave.line("reason", "事由", "因什么事")
        grid.add("事由", self._reason, span=3)
        self._way = self._leave.bind_word(WordField((), "选择或填写"), "way", "申请方式")
        self._approval = [
            grid.add("申请方式", self._way),
            grid.add("申请日期", self._leave.date("asked_on", "申请日期")),
            grid.add("批准人", self._leave.person("approved_by_id", "批准人")),
            grid.add("批准日期", self._leave.date("approved_on", "批准日期")),
        ]
        self._how = self._make_up.line("how", "补学方式", "如：上门传达")
        self._make_up_cells = [
            grid.add("补学日期", self._make_up.date("done_on", "补学日期")),
            grid.add("补学负责人", self._make_up.person("by_id", "补学负责人")),
            grid.add("补学方式", self._how, span=2),
        ]
        self.fields.widgets |= self._leave.widgets | self._make_up.widgets

    def _of(self, meeting: Meeting, name: str) -> Any:
        record = self.read(meeting)
        return None if record is None else getattr(record, name)

    def _take_state(self) -> None:
        state = self._state.value()
        with self.rows.section.change(f"{self.title()} {state}") as meeting:
            record = self.read(meeting)
            record.state = state
            if state not in words.ABSENT_STATES:
                record.make_up = None
