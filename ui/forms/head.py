"""The head of a meeting: when, where, who led and wrote, the theme, guests, flag and badges."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.manual.kinds import COMMITTEE_MEETING, THEME_DAY, body_of
from app.rules.attendance import day_of, summary
from app.rules.checks import SECTION_TITLES
from app.rules.texts import month_of
from app.rules.to_begin import ToBegin
from ui.forms.held_on import HeldOn
from ui.forms.held_together import HeldTogether
from ui.forms.layout import day_words, topic_of
from ui.forms.section import Fields, Section, focus_and_show
from ui.forms.theme_purpose import ThemePurpose
from ui.forms.who_field import WhosField, complete
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from app.records import Meeting
    from ui.forms.desk import Desk

_HALL = ("flag_hung", "badges_worn", "notes_due", "notes_done", "notes_sampled")
# Source: `domain/calendar-and-faults.md` 5.1 (from the 25th of the month before, D−5).
_PREPARED_BEFORE = timedelta(days=10)
_FLAG_WORDS = {None: "", True: "是", False: "否"}


class HeadSection(Section):
    """The first cards of the form."""

    name = "head"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._fields = Fields(self, lambda meeting: meeting)
        self._known_places: list[str] = []
        self.card = Card(SECTION_TITLES[self.name])
        self.body.addWidget(self.card)
        grid = FieldGrid()
        self.card.body.addWidget(grid)
        self._held_on = HeldOn(self, grid, self._fields)
        self._place = self._fields.line("place", "地点", "写到具体房间")
        grid.add("地点(&P)", self._place)
        self.card.body.addWidget(self._held_on.note)
        grid = FieldGrid()
        self.card.body.addWidget(grid)
        self._held_on.add_reason(grid, _reason_box(self._held_on))
        grid.add("主题(&T)", self._fields.paragraph("theme", "主题", "本次活动的主题"), span=4)
        self._purpose = ThemePurpose(self, grid, self._fields)
        self._together = HeldTogether(self)
        self._together_cell = grid.add("同时召开", self._together, span=4)
        grid.add("主持人(&Z)", self._fields.person("chair_id", "主持人"))
        grid.add("记录人(&J)", self._fields.person("recorder_id", "记录人"))
        self._group = ChoiceField()
        self._group.choice_edited.connect(self._take_group)
        self._fields.widgets["group"] = self._group
        self._group_cell = grid.add("党小组", self._group)
        self._guests = WhosField(str, "添加列席人员姓名")
        self._guests.whos_edited.connect(self._take_guests)
        self._fields.widgets["guests"] = self._guests
        grid.add("列席人员", self._guests, span=2)
        self._fixed_by = ChoiceField()
        self._fixed_by.choice_edited.connect(self._take_fixed_by)
        self._fields.widgets["fixed_by_id"] = self._fixed_by
        self._fixed_by_cell = grid.add("研究主题的支委会", self._fixed_by, span=2)
        self.card.body.addWidget(self._more())

    def refresh(self) -> None:
        """Show the head."""
        meeting = self.desk.meeting
        places = self.desk.sources.places()
        if places != self._known_places:
            self._known_places = places
            complete(self._place, places)
            self._guests.set_completions(self.desk.sources.guests())
        self._fields.refresh()
        self._held_on.refresh()
        self._purpose.refresh(meeting)
        self._guests.set_whos((None, guest) for guest in meeting.guests)
        self._flag.set_value(_FLAG_WORDS[meeting.flag_hung])
        self._show_kinds(meeting)
        self._show_group(meeting)
        self._show_fixed_by(meeting)
        self._show_hall(meeting)
        self._show_present()

    def after_change(self, section: str) -> None:
        """Follow the head's own day and the count of those present."""
        if section == self.name:
            self._held_on.refresh()
            self._show_kinds(self.desk.meeting)
            self._show_fixed_by(self.desk.meeting)
        self._show_present()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field of the head."""
        names = {"planned_on": "date", "flag": "flag_hung", "badges": "badges_worn"}
        name = names.get(field, field)
        if name == "state":
            self.desk.step_requested.emit()
            return True
        if name == "prepared":
            self._ask_for_preparation()
            name = "start"
        if name == "start" and self.desk.meeting.start is None:
            name = "date"
        if name == "kinds" and not self._together_cell.isHidden():
            focus_and_show(self._together)
            return True
        if name == "flag_hung":
            focus_and_show(self._flag)
            return True
        return self._fields.focus(name) or self._fields.focus(f"{name}_id")

    def _ask_for_preparation(self) -> None:
        """Offer the committee meeting that should have come before, usually some days earlier."""
        day = day_of(self.desk.meeting)
        if day is not None:
            month = month_of(day - _PREPARED_BEFORE)
            self.desk.meeting_missed.emit(ToBegin(month, COMMITTEE_MEETING))

    def _more(self) -> QWidget:
        """Return what is counted in the room and in the notebooks, and the remark."""
        grid = FieldGrid()
        self._flag = ChoiceField((("", "（未填）"), "是", "否"))
        self._flag.choice_edited.connect(self._take_flag)
        self._hall = [grid.add("悬挂党旗", self._flag)]
        badges = QWidget()
        row = QHBoxLayout(badges)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        worn = self._fields.number("badges_worn", "佩戴党徽人数", 999)
        row.addWidget(worn, 1)
        self._all_badges = button("全部", self._take_all_badges)
        row.addWidget(self._all_badges)
        badges.setFocusProxy(worn)
        self._hall.append(grid.add("佩戴党徽（人）", badges))
        notes = QWidget()
        row = QHBoxLayout(notes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for name, label in (
            ("notes_due", "应记"),
            ("notes_done", "已记"),
            ("notes_sampled", "抽查"),
        ):
            field = self._fields.number(name, f"学习笔记{label}", 999)
            field.setPlaceholderText(label)
            row.addWidget(field, 1)
        notes.setFocusProxy(self._fields.widgets["notes_due"])
        self._hall.append(grid.add("学习笔记（应记 · 已记 · 抽查）", notes, span=2))
        grid.add("备注", self._fields.paragraph("remark", "备注"), span=4)
        return grid

    def _show_kinds(self, meeting: Meeting) -> None:
        self._together_cell.setVisible(self._together.is_asked(meeting))
        self._together.refresh(meeting)

    def _show_fixed_by(self, meeting: Meeting) -> None:
        """Offer the committee meetings that may have settled the theme of a theme day."""
        self._fixed_by_cell.setVisible(THEME_DAY in meeting.kinds)
        offered = self.desk.sources.committee_before(meeting)
        listed = [(one.id, " ".join((day_words(one), topic_of(one)))) for one in offered]
        self._fixed_by.set_choices([("", "（未选）"), *listed])
        self._fixed_by.set_value(meeting.fixed_by_id or "")

    def _show_group(self, meeting: Meeting) -> None:
        """Show whose meeting it is, where it is one group's."""
        self._group_cell.setVisible(body_of(meeting.kinds) == "group")
        groups = [(one.id, one.name) for one in self.desk.sources.groups]
        self._group.set_choices([("", "（未选）"), *groups])
        self._group.set_value(meeting.group_id or "")

    def _show_hall(self, meeting: Meeting) -> None:
        """Ask for flag, badges and notebooks where all members meet, and where they are filled."""
        filled = any(getattr(meeting, name) is not None for name in _HALL)
        for cell in self._hall:
            cell.setVisible(filled or body_of(meeting.kinds) == "members")

    def _show_present(self) -> None:
        self._present = summary(self.desk.meeting, self.desk.sources.everyone).present
        self._all_badges.setText(f"全部 {self._present}")
        self._all_badges.setEnabled(self._present != self.desk.meeting.badges_worn)

    def _take_all_badges(self) -> None:
        with self.change("佩戴党徽人数") as meeting:
            meeting.badges_worn = self._present
        self._fields.refresh()

    def _take_group(self) -> None:
        with self.change("党小组") as meeting:
            meeting.group_id = self._group.value() or None

    def _take_fixed_by(self) -> None:
        with self.change("研究主题的支委会") as meeting:
            meeting.fixed_by_id = self._fixed_by.value() or None

    def _take_flag(self) -> None:
        value = self._flag.value()
        with self.change("悬挂党旗") as meeting:
            meeting.flag_hung = None if not value else value == "是"

    def _take_guests(self) -> None:
        guests = [name for _, name in self._guests.whos()]
        with self.change("列席人员") as meeting:
            meeting.guests = guests


def _reason_box(held_on: HeldOn) -> QWidget:
    """Return the reason with the proposal under it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(held_on.reason)
    column.addWidget(held_on.proposal)
    box.setFocusProxy(held_on.reason)
    return box
