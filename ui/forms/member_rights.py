"""From when until when a member may not vote (表决权受限), and why."""

from __future__ import annotations

from app.manual.member_fields import label
from app.records import Member
from ui.forms.member_fields import COLUMNS, SECTION, MemberFields
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint

_NONE = "没有受限。留党察看，或被留置、逮捕而中止权利的，在这里登记起止日期。"


class RightsCard(Card):
    """Shows its fields only for the few it concerns."""

    def __init__(self, fields: MemberFields) -> None:
        super().__init__("表决权")
        self._fields = fields
        self._wanted = False
        self._none = Hint(_NONE)
        self.body.addWidget(self._none)
        self.grid = FieldGrid(columns=COLUMNS)
        self.from_field = fields.day("rights_from")
        self.grid.add(label("rights_from"), self.from_field, hint="当天起不计入应到会有表决权")
        self.to_field = fields.day("rights_to")
        self.grid.add(label("rights_to"), self.to_field, hint="当天仍受限；没有期限就空着")
        self.grid.add(label("rights_note"), fields.line("rights_note", "如 留党察看一年"))
        self.body.addWidget(self.grid)
        self.add_button = button("登记受限", self._open, icon="plus", role="quiet")
        self.drop_button = button("撤掉登记", self.drop, icon="trash-2", role="quiet")
        self.add_action(self.add_button)
        self.add_action(self.drop_button)

    def begin(self) -> None:
        """Forget that the fields were asked for, as another member is shown."""
        self._wanted = False

    def follow(self) -> None:
        """Show the fields where they say something or were asked for."""
        told = _is_told(self._fields.editor.record)
        self._none.setVisible(not told and not self._wanted)
        self.grid.setVisible(told or self._wanted)
        self.add_button.setVisible(not told and not self._wanted)
        self.drop_button.setVisible(told)

    def drop(self) -> None:
        """Take the period and its reason away."""
        with self._fields.editor.change(SECTION, "撤掉表决权受限") as member:
            member.rights_from = member.rights_to = None
            member.rights_note = ""
        self._wanted = False
        self._fields.load()
        self.follow()
        self._fields.editor.save()

    def _open(self) -> None:
        self._wanted = True
        self.follow()
        self.from_field.setFocus()


def _is_told(member: Member) -> bool:
    return bool(member.rights_from or member.rights_to or member.rights_note)
