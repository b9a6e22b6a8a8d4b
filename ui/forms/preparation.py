"""What goes before a criticism meeting (会前准备) and what the branch found wrong with itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records import Preparation
from app.rules.checks import SECTION_TITLES
from ui.forms.section import Fields, Section
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from app.records import Meeting
    from ui.forms.desk import Desk

_COUNTS = (
    ("studies", "集中学习（次）"),
    ("talks", "谈心谈话（人次）"),
    ("opinions", "征求意见（条）"),
)


class PreparationSection(Section):
    """Counts, days and the problems of the branch."""

    name = "preparation"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name])
        self.body.addWidget(self.card)
        self._fields = preparation_fields(self)
        grid = FieldGrid()
        self.card.body.addWidget(grid)
        for name, label in _COUNTS:
            grid.add(label, self._fields.number(name, label, 999))
        note = self._fields.line("opinions_note", "意见的分类", "如：学习5、安全4、作风4")
        grid.add("意见的分类", note)
        plan = self._fields.date("plan_reported_on", "会议方案报上级的日期")
        grid.add("会议方案报上级", plan)
        review = self._fields.date("review_ready_on", "支部班子对照检查材料定稿日期")
        grid.add("对照检查材料定稿", review)
        problems = self._fields.text(
            "problems", "支部查摆问题", "一行写一个问题，打印时编号", least_lines=3
        )
        grid.add("支部查摆问题", problems, span=4)

    def refresh(self) -> None:
        """Show the preparation, empty while there is none."""
        self._fields.refresh()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field of the preparation."""
        return self._fields.focus(field) or self._fields.focus("studies")


def preparation_fields(section: Section) -> Fields:
    """Return fields of the preparation, for whichever section shows a part of it."""
    return Fields(section, lambda meeting: meeting.preparation, _begun)


def _begun(meeting: Meeting) -> Preparation:
    if meeting.preparation is None:
        meeting.preparation = Preparation(branch_id=meeting.branch_id)
    return meeting.preparation
