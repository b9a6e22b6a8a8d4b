"""The party groups of the branch, in order, with their leaders and who is in touch with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import clock
from app.errors import AppError
from app.records import Group, Member
from app.records.snapshot import Plain, from_plain, to_plain
from app.rules.convening import committee_on
from app.rules.membership import members_on
from app.rules.namesakes import marks_of
from app.rules.organisation import group_fault
from ui import dialogs
from ui.forms.row_tools import RowTools
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField
from ui.widgets.person_field import PersonField, people_of

if TYPE_CHECKING:
    from ui.context import Context

ORDINALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups as snapshots, and the group of each member who is in one."""

    groups: tuple[Plain, ...]
    group_of: dict[str, str]


class GroupsCard(Card):
    """One row a group; each change is kept at once and can be undone."""

    def __init__(self, context: Context, stack: QUndoStack) -> None:
        super().__init__("党小组", "组长在组内党员里选；每名党员的小组在“党员”里填写。")
        self._context = context
        self._stack = stack
        self._groups: list[Group] = []
        self._members: Sequence[Member] = ()
        self.rows: list[GroupRow] = []
        self._empty = Hint("还没有划分党小组。不分组的支部不用填。")
        self.body.addWidget(self._empty)
        self.add_button = button("添加党小组", self.add_group, icon="plus", role="quiet")
        self.add_action(self.add_button)

    def load(self) -> None:
        """Read the groups again; rows that are still there stay, with what is typed in them."""
        services = self._context.services
        self._groups = services.branches.groups()
        self._members = services.members.everyone()
        if [row.group_id for row in self.rows] != [group.id for group in self._groups]:
            self._rebuild()
        for row, group in zip(self.rows, self._groups, strict=True):
            row.show_group(group, self._members)
        self._empty.setVisible(not self._groups)

    def add_group(self) -> None:
        """Add a group under the next usual name."""
        taken = {group.name for group in self._groups}
        usual = (f"第{word}党小组" for word in ORDINALS)
        name = next((one for one in usual if one not in taken), f"党小组{len(taken) + 1}")
        branch = self._context.services.branches.get()
        self._change(
            "添加党小组", lambda: self._groups.append(Group(branch_id=branch.id, name=name))
        )
        if self.rows:
            self.rows[-1].name_field.setFocus()
            self.rows[-1].name_field.selectAll()

    def _rebuild(self) -> None:
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(number, group) for number, group in enumerate(self._groups)]
        before: QWidget = self.add_button
        for row in self.rows:
            self.body.addWidget(row)
            row.show()
            before = row.follow_tab(before)

    def _row(self, number: int, group: Group) -> GroupRow:
        row = GroupRow(group.id)
        row.up_button.setEnabled(number > 0)
        row.up_button.clicked.connect(lambda: self._move_up(number))
        row.bin_button.clicked.connect(lambda: self._remove(number))
        row.name_field.committed.connect(lambda: self._take_name(number, row))
        row.leader_field.person_edited.connect(lambda: self._take_leader(number, row))
        row.contact_field.person_edited.connect(lambda: self._take_contact(number, row))
        return row

    def _take_name(self, number: int, row: GroupRow) -> None:
        name = row.name_field.text().strip()
        self._change("党小组名称", lambda: setattr(self._groups[number], "name", name))

    def _take_leader(self, number: int, row: GroupRow) -> None:
        leader_id = row.leader_field.member_id()
        self._change("党小组组长", lambda: setattr(self._groups[number], "leader_id", leader_id))

    def _take_contact(self, number: int, row: GroupRow) -> None:
        contact_id = row.contact_field.member_id()
        self._change("联系支委", lambda: setattr(self._groups[number], "contact_id", contact_id))

    def _move_up(self, number: int) -> None:
        self._change(
            "移动党小组", lambda: self._groups.insert(number - 1, self._groups.pop(number))
        )

    def _remove(self, number: int) -> None:
        group = self._groups[number]
        own = sum(member.group_id == group.id for member in self._members)
        if own and not dialogs.confirm(
            self, f"删除{group.name}？", f"组里的 {own} 名党员将没有党小组。", yes="删除"
        ):
            return
        self._change("删除党小组", lambda: self._groups.remove(group))

    def _change(self, label: str, change: Callable[[], object]) -> None:
        """Make a change one step; one that cannot be kept leaves everything as it was."""
        before = self._grouping()
        change()
        after = self._grouping()
        if after != before:
            if self._keep(after):
                self._stack.push(KeptStep(label, self._keep, before, after))
            else:
                self._groups = [from_plain(Group, plain) for plain in before.groups]

    def _grouping(self) -> Grouping:
        there = {group.id for group in self._groups}
        return Grouping(
            tuple(to_plain(group) for group in self._groups),
            {one.id: one.group_id for one in self._members if one.group_id in there},
        )

    def _keep(self, wanted: Grouping) -> bool:
        """Keep groups and who is in them; tell whether that succeeded."""
        services = self._context.services
        versions = {group.id: group.version for group in services.branches.groups()}
        groups = [from_plain(Group, plain) for plain in wanted.groups]
        for group in groups:
            group.version = versions.get(group.id)  # type: ignore[assignment]
        try:
            services.branches.save_groups(groups)
            for member in services.members.everyone():
                group_id = wanted.group_of.get(member.id)
                if group_id is not None and member.group_id is None:
                    member.group_id = group_id
                    services.members.save(member)
        except AppError as error:
            self._context.show_error(error)
            return False
        tell_saved(self._context)
        self.load()
        return True


class GroupRow(QWidget):
    """Name and people of one group, with the buttons that move and remove it."""

    def __init__(self, group_id: str) -> None:
        super().__init__()
        self.group_id = group_id
        self.name_field = LineField()
        self.leader_field = PersonField()
        self.contact_field = PersonField()
        self.up_button = icon_button("chevron-up", "上移")
        self.bin_button = icon_button("trash-2", "删除这个党小组")
        self.count_hint = Hint()
        grid = FieldGrid(columns=3)
        name = grid.add("名称", self.name_field)
        grid.add("组长", self.leader_field)
        grid.add("联系支委", self.contact_field)
        cell = name.layout()
        assert cell is not None
        cell.addWidget(self.count_hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(grid, 1)
        layout.addWidget(RowTools(self.up_button, self.bin_button))

    def follow_tab(self, before: QWidget) -> QWidget:
        """Let Tab come here from a widget, and return the last one it goes to."""
        people = (self.leader_field, self.contact_field)
        for field in (self.name_field, *people, self.up_button, self.bin_button):
            QWidget.setTabOrder(before, field)
            before = field
        return before

    def show_group(self, group: Group, members: Sequence[Member]) -> None:
        """Show a group, except where the user is typing."""
        today = clock.today()
        here = members_on(members, today)
        own = [member for member in here if member.group_id == group.id]
        marks = marks_of(members)
        if not self.name_field.hasFocus():
            self.name_field.set_text(group.name)
        if not self.leader_field.hasFocus():
            leader = [member for member in members if member.id == group.leader_id]
            offered = {member.id: member for member in [*(own or members), *leader]}
            self.leader_field.set_people(people_of(offered.values(), marks))
            self.leader_field.set_member_id(group.leader_id)
        if not self.contact_field.hasFocus():
            contact = [member for member in members if member.id == group.contact_id]
            listed = {one.id: one for one in [*(committee_on(here, today) or here), *contact]}
            self.contact_field.set_people(people_of(listed.values(), marks))
            self.contact_field.set_member_id(group.contact_id)
        fault = group_fault(group, here, today)
        self.count_hint.set_tone(fault or f"本组 {len(own)} 人", "warning" if fault else "hint")
        self.bin_button.setToolTip(f"删除{group.name}")
        self.bin_button.setAccessibleName(f"删除{group.name}")
