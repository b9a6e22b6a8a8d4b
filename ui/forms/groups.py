"""The party groups of the branch, in order, with their leaders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import AppError
from app.records import Group
from app.records.snapshot import Plain, from_plain, to_plain
from ui import dialogs
from ui.forms.steps import KeptStep
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField
from ui.widgets.person_field import PersonField, people_of

if TYPE_CHECKING:
    from app.records import Member
    from ui.context import Context

ORDINALS = "一二三四五六七八九十"


class GroupsCard(Card):
    """One row a group; each change is kept at once and can be undone."""

    def __init__(self, context: Context, stack: QUndoStack) -> None:
        super().__init__("党小组", "组长在组内党员里选；每名党员的小组在“党员”里填写。")
        self._context = context
        self._stack = stack
        self._groups: list[Group] = []
        self._members: Sequence[Member] = ()
        self._rows: list[QWidget] = []
        self._empty = Hint("还没有划分党小组。")
        self.body.addWidget(self._empty)
        self.add_action(button("添加党小组", self.add_group, icon="plus", role="quiet"))

    def load(self) -> None:
        """Read the groups again, unless a row is being typed in."""
        services = self._context.services
        self._groups = services.branches.groups()
        self._members = services.members.everyone()
        self._show()

    def add_group(self) -> None:
        """Add a group under the next usual name."""
        taken = {group.name for group in self._groups}
        usual = (f"第{word}党小组" for word in ORDINALS)
        name = next((one for one in usual if one not in taken), f"党小组{len(taken) + 1}")
        branch = self._context.services.branches.get()
        self._change(
            "添加党小组", lambda: self._groups.append(Group(branch_id=branch.id, name=name))
        )

    def _show(self) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(number, group) for number, group in enumerate(self._groups)]
        for row in self._rows:
            self.body.addWidget(row)
        self._empty.setVisible(not self._groups)

    def _row(self, number: int, group: Group) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        grid = FieldGrid(columns=2)
        name, leader = LineField(), PersonField()
        name.set_text(group.name)
        own = [member for member in self._members if member.group_id == group.id]
        leader.set_people(people_of(own or self._members))
        leader.set_member_id(group.leader_id)

        def take_name() -> None:
            self._change("党小组名称", lambda: setattr(group, "name", name.text().strip()))

        def take_leader() -> None:
            self._change("党小组组长", lambda: setattr(group, "leader_id", leader.member_id()))

        name.committed.connect(take_name)
        leader.person_edited.connect(take_leader)
        grid.add("名称", name)
        grid.add("组长", leader, hint=f"本组 {len(own)} 人")
        layout.addWidget(grid, 1)
        up = icon_button("chevron-up", "上移", lambda: self._move(number, -1))
        up.setEnabled(number > 0)
        layout.addWidget(up)
        layout.addWidget(icon_button("trash-2", f"删除{group.name}", lambda: self._remove(group)))
        return row

    def _move(self, number: int, by: int) -> None:
        def swap() -> None:
            self._groups.insert(number + by, self._groups.pop(number))

        self._change("移动党小组", swap)

    def _remove(self, group: Group) -> None:
        own = sum(member.group_id == group.id for member in self._members)
        if own and not dialogs.confirm(
            self, f"删除{group.name}？", f"组里的 {own} 名党员将没有党小组。", yes="删除"
        ):
            return
        self._change("删除党小组", lambda: self._groups.remove(group))

    def _change(self, label: str, change: Callable[[], object]) -> None:
        before = [to_plain(group) for group in self._groups]
        change()
        after = [to_plain(group) for group in self._groups]
        if after != before and self._keep(after):
            self._stack.push(KeptStep(label, self._keep, before, after))

    def _keep(self, plains: list[Plain]) -> bool:
        """Keep the groups as in a snapshot; return whether that succeeded."""
        services = self._context.services
        versions = {group.id: group.version for group in services.branches.groups()}
        groups = [from_plain(Group, plain) for plain in plains]
        for group in groups:
            group.version = versions.get(group.id)  # type: ignore[assignment]
        try:
            services.branches.save_groups(groups)
        except AppError as error:
            self._context.show_error(error)
            return False
        self._context.clear_error()
        self.load()
        return True
