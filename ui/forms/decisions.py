"""What was agreed (议定事项): the matter, who does it, by when, and when it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.records import Decision
from app.rules.checks import SECTION_TITLES
from ui.forms.rows import Row, RowList
from ui.forms.section import Section
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from ui.forms.desk import Desk


class DecisionsSection(Section):
    """Rows of what was agreed; Enter in the last one begins another."""

    name = "decisions"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name])
        self.body.addWidget(self.card)
        self.rows = RowList(
            self,
            "议定事项",
            lambda meeting: meeting.decisions,
            lambda meeting: Decision(branch_id=meeting.branch_id),
            DecisionRow,
        )
        self.card.body.addWidget(self.rows)

    def refresh(self) -> None:
        """Show the rows."""
        self.rows.refresh()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field such as `decisions.2.owner`, counted from 1."""
        return self.rows.focus_at(field.partition(".")[2])


class DecisionRow(Row):
    """One matter."""

    called: ClassVar = {"owner": "owner_id", "due": "due_on", "done": "done_on"}

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        grid = FieldGrid()
        self.body.addWidget(grid)
        text = self.fields.text("text", "事项", "做什么，做到什么程度", least_lines=1)
        grid.add(f"事项 {index + 1}", text, span=4)
        grid.add("责任人", self.fields.person("owner_id", "责任人"))
        grid.add("完成时限", self.fields.date("due_on", "完成时限"))
        grid.add("完成日期", self.fields.date("done_on", "完成日期"))
