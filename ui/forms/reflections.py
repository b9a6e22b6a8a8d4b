"""What members said of their own understanding (谈体会): person and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records import Reflection
from app.rules.checks import SECTION_TITLES
from app.rules.rota import REFLECTION
from ui.forms.rota_button import rota_button
from ui.forms.rows import Row, RowList
from ui.forms.section import Section
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from ui.forms.desk import Desk


class ReflectionsSection(Section):
    """One row for each who spoke."""

    name = "reflections"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name], "写每个人自己的话；名字和内容都填了才算一人。")
        self.card.add_action(rota_button(self, REFLECTION, self._add_speaker))
        self.body.addWidget(self.card)
        self.rows = RowList(
            self,
            "体会",
            lambda meeting: meeting.reflections,
            lambda meeting: Reflection(branch_id=meeting.branch_id),
            ReflectionRow,
        )
        self.card.body.addWidget(self.rows)

    def refresh(self) -> None:
        """Show the rows."""
        self.rows.refresh()

    def _add_speaker(self, member_id: str) -> None:
        """Begin the words of a member, or go to those he already has."""
        told = self.desk.meeting.reflections
        place = next((at for at, one in enumerate(told) if one.member_id == member_id), len(told))
        if place == len(told):
            with self.change("增加体会") as meeting:
                made = Reflection(branch_id=meeting.branch_id, member_id=member_id)
                meeting.reflections.append(made)
            self.refresh()
        self.rows.focus(place, "text")

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into `reflections.2` or `reflections.2.text`, counted from 1."""
        return self.rows.focus_at(field.partition(".")[2])


class ReflectionRow(Row):
    """One who spoke."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index, labelled=False)
        grid = FieldGrid()
        self.body.addWidget(grid)
        grid.add("", self.fields.who("谈体会的人"))
        text = self.fields.text("text", "体会", "谈了什么", least_lines=2)
        grid.add("", text, span=3)

    def title(self) -> str:
        """Return who spoke, for the words for undo."""
        one = self.read(self.rows.section.desk.meeting)
        name = self.rows.section.desk.sources.name(one.member_id) if one else ""
        return name or (one.guest_name if one else "") or super().title()
