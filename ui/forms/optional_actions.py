"""The optional actions of a theme day (自选动作): as many as there were, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.manual.actions import OPTIONAL_CATEGORIES
from app.records import Action
from app.rules.completeness import optional_complete
from ui.forms.action_card import LeadsField, set_leads
from ui.forms.rows import Row, RowList
from ui.forms.section import Section, focus_and_show
from ui.forms.word_field import WordField
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.marks import Mark

if TYPE_CHECKING:
    from app.records import Meeting


def optional_actions(meeting: Meeting) -> list[Action]:
    """Return the optional actions in order."""
    return [action for action in meeting.actions if action.required_number is None]


class OptionalActionsCard(Card):
    """The list of optional actions."""

    def __init__(self, section: Section) -> None:
        super().__init__("自选动作", "结合实际自己安排的内容，写清开展情况和成效。")
        self.rows = OptionalRows(section)
        self.body.addWidget(self.rows)
        self._section = section

    def refresh(self) -> None:
        """Show the list."""
        self.rows.refresh()

    def show_states(self) -> None:
        """Show what the actions lack by their own data."""
        actions = optional_actions(self._section.desk.meeting)
        states = [optional_complete(action) for action in actions]
        for row, state in zip(self.rows.rows(), states, strict=False):
            if isinstance(row, OptionalRow):
                missing = f"还缺：{'、'.join(state.missing)}" if state.missing else ""
                row.missing.set_tone(missing, "warning")
        if not states:
            self.set_mark(Mark.EMPTY, "还没有自选动作")
        elif all(state.complete for state in states):
            self.set_mark(Mark.DONE, f"{len(states)} 项")
        else:
            self.set_mark(Mark.OPEN, f"{sum(not state.complete for state in states)} 项待补充")

    def focus_field(self, key: str, field: str) -> bool:
        """Put the keyboard into an action by its key, or to the button that adds one."""
        for index, action in enumerate(optional_actions(self._section.desk.meeting)):
            if action.id == key:
                return self.rows.focus(index, field)
        focus_and_show(self.rows.add_button)
        return True


class OptionalRow(Row):
    """One optional action."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._category = WordField(OPTIONAL_CATEGORIES, "选择或填写")
        self.fields.bind_word(self._category, "category", "类别")
        grid.add("类别", self._category)
        grid.add("名称", self.fields.line("name", "名称"), span=2)
        grid.add("参加人数", self.fields.number("people_count", "参加人数", 9999))
        self._leads = LeadsField()
        self._leads.people_edited.connect(self._take_leads)
        grid.add("负责人", self._leads, span=4)
        text = self.fields.text("text", "开展情况", "时间、地点、做了什么", least_lines=2)
        grid.add("开展情况", text, span=4)
        effect = self.fields.text("effect", "成效", "发现、解决了什么", least_lines=1)
        grid.add("成效", effect, span=4)
        self.missing = Hint()
        self.body.addWidget(self.missing)

    def refresh(self) -> None:
        """Show the action."""
        super().refresh()
        action = self.read(self.rows.section.desk.meeting)
        self._leads.show_leads(action, self.rows.section.desk.sources)

    def title(self) -> str:
        """Return what the action is called in the words for undo."""
        return f"自选动作{self.index + 1}"

    def _take_leads(self) -> None:
        member_ids = self._leads.member_ids()
        with self.rows.section.change(f"{self.title()} 负责人") as meeting:
            set_leads(self.read(meeting), member_ids)


class OptionalRows(RowList):
    """The optional ones among all actions of the meeting."""

    def __init__(self, section: Section) -> None:
        super().__init__(
            section,
            "自选动作",
            optional_actions,
            lambda meeting: Action(branch_id=meeting.branch_id),
            OptionalRow,
        )
        self.adds_by_enter = False

    def put_in(self, meeting: Meeting, index: int, record: Any) -> None:
        """Put an action before the optional one at an index, required ones staying first."""
        others = optional_actions(meeting)
        if index < len(others):
            meeting.actions.insert(meeting.actions.index(others[index]), record)
        else:
            meeting.actions.append(record)

    def take_out(self, meeting: Meeting, index: int) -> Any:
        """Take the optional action at an index out and return it."""
        action = optional_actions(meeting)[index]
        meeting.actions.remove(action)
        return action
