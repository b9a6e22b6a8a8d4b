"""The page of one member: person, membership, rights, posts and dues, each a card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.manual.member_fields import label
from app.records import Group, Member
from ui.forms.member_dues import DuesCard
from ui.forms.member_fields import MemberFields
from ui.forms.member_party import PartyCard
from ui.forms.member_person import PersonCard
from ui.forms.member_posts import PostsCard
from ui.forms.member_rights import RightsCard
from ui.forms.member_year import YearStripCard
from ui.forms.record_editor import RecordEditor
from ui.widgets.card import Card
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from ui.context import Context


class MemberForm(QWidget):
    """Shows and changes the member of an editor; `shown` follows whenever he was shown anew."""

    shown = Signal()

    def __init__(
        self, context: Context, editor: RecordEditor[Member], groups: Sequence[Group]
    ) -> None:
        super().__init__()
        self._fields = MemberFields(editor)
        self.person = PersonCard(context, self._fields)
        self.party = PartyCard(self._fields, groups)
        self.posts = PostsCard(context, editor)
        self.dues = DuesCard(context, editor)
        self.rights = RightsCard(self._fields)
        self.year = YearStripCard(context, editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        others = (self.dues, self.posts, self.rights, self._note())
        for card in (self.person, self.party, self.year, *others):
            layout.addWidget(card)
        layout.addStretch(1)
        self.edit(editor)

    @property
    def editor(self) -> RecordEditor[Member]:
        """The editor whose member is shown."""
        return self._fields.editor

    def edit(self, editor: RecordEditor[Member]) -> None:
        """Go on with another editor, which is quicker than another form."""
        self._fields.edit(editor)
        self.posts.editor = self.dues.editor = self.year.editor = editor
        self.rights.begin()
        editor.reloaded.connect(lambda _section: self.load())
        editor.changed.connect(lambda _section: self._follow())
        self.load()

    def load(self) -> None:
        """Show the member as he stands in the editor."""
        self._fields.load()
        self.posts.load()
        self.dues.load()
        self.year.load()
        self._follow()

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Offer these groups."""
        self.party.set_groups(groups)

    def focus_name(self) -> None:
        """Put the cursor into the name."""
        self.person.name_field.setFocus()

    def _note(self) -> Card:
        card = Card(label("note"))
        field = TextField()
        field.setAccessibleName(label("note"))

        def take(member: Member) -> None:
            member.note = field.text()

        self._fields.bindings.tie(
            field.text_edited,
            label("note"),
            show=lambda member: field.set_text(member.note),
            take=take,
            committed=field.committed,
        )
        card.body.addWidget(field)
        return card

    def _follow(self) -> None:
        """Show what follows from the values."""
        self.person.follow()
        self.party.follow()
        self.rights.follow()
        self.shown.emit()
