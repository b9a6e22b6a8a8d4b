"""What a member is in the party, and since when he belongs to the branch."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox

from app.manual import words
from app.manual.member_fields import label
from app.records import Group, Member, MembershipPeriod
from app.rules.texts import long_date
from app.services.members import current_category, set_categories
from ui.forms.member_fields import COLUMNS, SECTION, MemberFields
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint

NO_GROUP = ("", "（未编组）")


class PartyCard(Card):
    """Category, dates, group, and the latest period of membership."""

    def __init__(self, fields: MemberFields, groups: Sequence[Group]) -> None:
        super().__init__("党籍与组织关系")
        self._fields = fields
        grid = FieldGrid(columns=COLUMNS)
        self.category_field = fields.choice(
            "category", words.MEMBER_CATEGORIES, read=current_category, take=set_categories
        )
        grid.add(f"{label('category')}(&L)", self.category_field)
        self.joined_field = self._party_date("joined_on")
        grid.add(f"{label('joined_on')}(&J)", self.joined_field, hint="支部大会接收之日")
        self.full_field = self._party_date("full_on")
        grid.add(f"{label('full_on')}(&Z)", self.full_field, hint="预备党员留空")
        self.group_field = fields.choice(
            "group", (), read=lambda member: member.group_id or "", take=_take_group
        )
        self.set_groups(groups)
        grid.add(f"{label('group')}(&G)", self.group_field)
        grid.add(label("introducers"), fields.line("introducers", "一般两名"))
        grid.add(label("application_number"), fields.line("application_number"))
        self.from_field = self._period_date("来本支部日期", "from_on")
        grid.add("来本支部", self.from_field, hint="当天起计入应到")
        grid.add(label("came_from"), fields.line("came_from", "原来的党支部"))
        self.to_field = self._period_date("离开本支部日期", "to_on")
        grid.add("离开本支部", self.to_field, hint="当天仍计入；没有离开就空着")
        self.circumstance_field = fields.choice(
            "circumstance", (("", "没有"), *words.CIRCUMSTANCES)
        )
        grid.add(label("circumstance"), self.circumstance_field, hint="决定送学上门和免于参加")
        self.body.addWidget(grid)
        self.leader_box = QCheckBox("党员领导干部（以普通党员身份参加活动）")
        fields.bindings.tie(
            self.leader_box.clicked,
            label("is_leading_cadre"),
            show=lambda member: self.leader_box.setChecked(member.is_leading_cadre),
            take=self._take_leader,
            committed=self.leader_box.clicked,
        )
        self.body.addWidget(self.leader_box)
        self.period_hint = Hint()
        self.period_hint.hide()
        self.return_button = button("又转回本支部", self._add_period, icon="plus")
        self.return_button.hide()
        self.body.addWidget(self.period_hint)
        self.body.addWidget(self.return_button)

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Offer these groups."""
        self.group_field.set_choices([NO_GROUP, *((group.id, group.name) for group in groups)])
        self.group_field.set_value(self._fields.editor.record.group_id or "")

    def follow(self) -> None:
        """Show the earlier periods, and offer another to who has left."""
        periods = self._fields.editor.record.memberships
        earlier = [_period_text(period) for period in periods[:-1]]
        self.period_hint.set_tone(f"以前：{'；'.join(earlier)}" if earlier else "")
        self.return_button.setVisible(bool(periods) and periods[-1].to_on is not None)

    def _party_date(self, name: str) -> DateField:
        def take(member: Member, field: DateField) -> None:
            category = current_category(member)
            setattr(member, name, field.day())
            set_categories(member, category)

        return self._fields.day(name, take=take)

    def _period_date(self, step: str, name: str) -> DateField:
        def take(member: Member, field: DateField) -> None:
            if not member.memberships:
                member.memberships.append(MembershipPeriod(branch_id=member.branch_id))
            setattr(member.memberships[-1], name, field.day())

        return self._fields.day(name, step=step, holder=_last_period, take=take)

    def _take_leader(self, member: Member) -> None:
        member.is_leading_cadre = self.leader_box.isChecked()

    def _add_period(self) -> None:
        with self._fields.editor.change(SECTION, "又转回本支部") as member:
            member.memberships.append(MembershipPeriod(branch_id=member.branch_id))
        self._fields.load()
        self.follow()
        self.from_field.setFocus()


def _take_group(member: Member, group_id: str) -> None:
    member.group_id = group_id or None


def _last_period(member: Member) -> MembershipPeriod | None:
    """Return the period the form shows: the latest."""
    return member.memberships[-1] if member.memberships else None


def _period_text(period: MembershipPeriod) -> str:
    first = long_date(period.from_on) if period.from_on else "建档前"
    last = long_date(period.to_on) if period.to_on else "现在"
    return f"{first}—{last}"
