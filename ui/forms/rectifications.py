"""The rectification list (整改清单): problem, measure, owners, deadline, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.records import Rectification
from app.rules.checks import SECTION_TITLES
from ui.forms.preparation import preparation_fields
from ui.forms.rows import Row, RowList
from ui.forms.section import Section
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from ui.forms.desk import Desk


_HINT = "一个问题一条，措施、责任人和时限都写上；改好了再填完成日期。"


class RectificationsSection(Section):
    """One row for each problem, and how the list was made public."""

    name = "rectifications"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name], _HINT)
        self.body.addWidget(self.card)
        self.rows = RowList(
            self,
            "整改",
            lambda meeting: meeting.rectifications,
            lambda meeting: Rectification(branch_id=meeting.branch_id),
            RectificationRow,
        )
        self.card.body.addWidget(self.rows)
        self._published = preparation_fields(self)
        grid = FieldGrid()
        self.card.body.addWidget(grid)
        published = self._published.paragraph(
            "published", "公示情况", "从哪天起、在哪里、公示几个工作日"
        )
        grid.add("公示情况", published, span=4)

    def refresh(self) -> None:
        """Show the list."""
        self.rows.refresh()
        self._published.refresh()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field such as `rectifications.2.owners`, counted from 1."""
        if self._published.focus(field):
            return True
        return self.rows.focus_at(field.partition(".")[2])


class RectificationRow(Row):
    """One problem."""

    called: ClassVar = {"owners": "owner_ids", "due": "due_on", "done": "done_on"}

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        grid = FieldGrid()
        self.body.addWidget(grid)
        problem = self.fields.paragraph("problem", "问题", "什么问题")
        grid.add(f"问题 {index + 1}", problem, span=2)
        measure = self.fields.paragraph("measure", "措施", "怎么改，改到什么程度")
        grid.add("措施", measure, span=2)
        grid.add("责任人", self.fields.people("owner_ids", "责任人"), span=2)
        grid.add("完成时限", self.fields.date("due_on", "完成时限"))
        due = self.fields.line("due", "时限说明", "如：每季度末")
        grid.add("不是某一天的，写明时限", due)
        grid.add("完成日期", self.fields.date("done_on", "完成日期"))
        grid.add("完成情况", self.fields.paragraph("result", "完成情况", "改得怎么样"), span=3)
