"""A card for one required action: its number and name, who led it, its text, its own mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.manual.actions import ORDINALS, required_action
from app.records import Action, ActionLead
from ui.forms.section import Fields, focus_and_show
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.marks import Mark
from ui.widgets.person_field import PeopleField

if TYPE_CHECKING:
    from app.records import Meeting
    from app.rules.completeness import ActionState
    from ui.forms.section import Section
    from ui.forms.sources import FormSources


class ActionCard(Card):
    """What the five required actions share; each number adds what it is about."""

    def __init__(self, section: Section, number: int) -> None:
        self.section = section
        self.action = required_action(number)
        super().__init__(f"规定动作{ORDINALS[number - 1]}　{self.action.name}")
        self.fields = Fields(section, self.read, self._begun, title=lambda: self.action.name)
        self._leads: LeadsField | None = None

    def read(self, meeting: Meeting) -> Action | None:
        """Return the action's record, `None` where a record from elsewhere has none."""
        for action in meeting.actions:
            if action.required_number == self.action.number:
                return action
        return None

    def refresh(self) -> None:
        """Show the record."""
        self.fields.refresh()
        if self._leads is not None:
            record = self.read(self._meeting())
            self._leads.show_leads(record, self.section.desk.sources)

    def show_state(self, state: ActionState) -> None:
        """Show how complete the action is by its own data."""
        if state.complete:
            self.set_mark(Mark.DONE, "已完成")
            self.hint_label.set_tone("")
        else:
            self.set_mark(Mark.OPEN, "未完成")
            self.hint_label.set_tone(f"还缺：{'、'.join(state.missing)}", "warning")

    def focus_field(self, field: str) -> bool:
        """Put the keyboard into a field of the card; tell whether there is one."""
        if field == "lead" and self._leads is not None:
            focus_and_show(self._leads.search)
            return True
        return self.fields.focus(field)

    def add_grid(self) -> FieldGrid:
        """Begin the fields of the card."""
        self.grid = FieldGrid()
        self.body.addWidget(self.grid)
        return self.grid

    def add_leads(self, *, span: int = 2) -> None:
        """Add who led the action, under the name the action has for it."""
        label = self.action.lead_label
        self._leads = LeadsField()
        self._leads.people_edited.connect(self._take_leads)
        self.grid.add(label, self._leads, span=span)

    def add_text(self, label: str, hint: str, *, least_lines: int, span: int) -> None:
        """Add how it went."""
        field = self.fields.text("text", label, hint, least_lines=least_lines)
        self.grid.add(label, field, span=span)

    def add_materials(self, label: str, hint: str, *, least_lines: int, span: int) -> None:
        """Add what was read."""
        field = self.fields.text("materials", label, hint, least_lines=least_lines)
        self.grid.add(label, field, span=span)

    def add_lead(self, member_id: str) -> None:
        """Let a member have led the action as well."""
        record = self.read(self._meeting())
        led = [lead.member_id for lead in record.leads] if record is not None else []
        if member_id not in led:
            with self.section.change(f"{self.action.name} {self.action.lead_label}") as meeting:
                set_leads(self._begun(meeting), [*led, member_id])
            self.refresh()

    def _meeting(self) -> Meeting:
        return self.section.desk.meeting

    def _begun(self, meeting: Meeting) -> Action:
        """Return the action's record, begun in its place among the required ones."""
        action = self.read(meeting)
        if action is None:
            action = Action(
                branch_id=meeting.branch_id,
                required_number=self.action.number,
                name=self.action.name,
            )
            meeting.actions.insert(min(self.action.number - 1, len(meeting.actions)), action)
        return action

    def _take_leads(self) -> None:
        assert self._leads is not None
        member_ids = self._leads.member_ids()
        with self.section.change(f"{self.action.name} {self.action.lead_label}") as meeting:
            set_leads(self._begun(meeting), member_ids)


class LeadsField(PeopleField):
    """The members who led an action."""

    def show_leads(self, action: Any, sources: FormSources) -> None:
        """Show who led an action, or nobody."""
        member_ids = [lead.member_id for lead in action.leads] if action is not None else []
        people = sources.people_with(member_ids)
        if people is not self.search.people:
            self.set_people(people)
        if self.member_ids() != member_ids:
            self.set_member_ids(member_ids)


def set_leads(action: Action, member_ids: list[str]) -> None:
    """Let these members have led an action; who stays keeps his row."""
    known = {lead.member_id: lead for lead in action.leads}
    action.leads[:] = [
        known.get(member_id) or ActionLead(branch_id=action.branch_id, member_id=member_id)
        for member_id in member_ids
    ]
