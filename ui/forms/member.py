"""The page of one member: person, membership, posts and dues, each a card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.manual import words
from app.records import Group, Member, MembershipPeriod
from app.rules.texts import long_date
from app.services.members import current_category, set_categories
from ui.forms.binding import Bindings
from ui.forms.member_dues import DuesCard
from ui.forms.member_posts import PostsCard
from ui.forms.record_editor import RecordEditor
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from ui.context import Context

SECTION = "member"
COLUMNS = 3


class MemberForm(QWidget):
    """Shows and changes the member of an editor; `delete_requested` is his wish to go."""

    delete_requested = Signal()

    def __init__(
        self, context: Context, editor: RecordEditor[Member], groups: Sequence[Group]
    ) -> None:
        super().__init__()
        self._context = context
        self.editor = editor
        self._bindings: Bindings[Member] = Bindings(editor, SECTION)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._build_person()
        self._build_membership(groups)
        self._posts = PostsCard(context, editor)
        self._dues = DuesCard(context, editor)
        self._layout.addWidget(self._posts)
        self._layout.addWidget(self._dues)
        self._build_note()
        self._layout.addStretch(1)
        editor.reloaded.connect(lambda _section: self.load())
        editor.changed.connect(lambda _section: self._follow())
        self.load()

    def load(self) -> None:
        """Show the member as he stands in the editor."""
        self._bindings.load()
        self._posts.load()
        self._dues.load()
        self._follow()

    def focus_name(self) -> None:
        """Put the cursor into the name."""
        self.name_field.setFocus()

    def _build_person(self) -> None:
        card = Card("个人信息")
        grid = FieldGrid(columns=COLUMNS)
        self.name_field = LineField("与身份证一致的全名")
        self.name_hint = Hint()
        self.name_hint.hide()
        cell = grid.add("姓名", self._line(self.name_field, "姓名", "name"))
        layout = cell.layout()
        assert layout is not None
        layout.addWidget(self.name_hint)
        grid.add("性别", self._choice(("", *words.GENDERS), "性别", "gender"))
        grid.add("出生年月", self._line(LineField("如 1978-04"), "出生年月", "born"))
        grid.add("联系电话", self._line(LineField(), "联系电话", "phone"))
        grid.add("公民身份号码", self._line(LineField(), "公民身份号码", "id_number"), span=2)
        grid.add("编号", self._line(LineField("如工号"), "编号", "code"), hint="两人同名时用来区分")
        grid.add(
            "姓名拼音",
            self._line(LineField(), "姓名拼音", "pinyin"),
            hint="用于排序和查找；多音字读错了可以改",
        )
        card.body.addWidget(grid)
        card.add_action(button("移到回收站", self.delete_requested.emit, role="quiet"))
        self._layout.addWidget(card)

    def _build_membership(self, groups: Sequence[Group]) -> None:
        card = Card("党籍与组织关系")
        grid = FieldGrid(columns=COLUMNS)
        grid.add("党员类别", self._category_field())
        grid.add("入党时间", self._date("入党时间", "joined_on"), hint="支部大会接收为预备党员之日")
        grid.add("转正时间", self._date("转正时间", "full_on"), hint="预备党员留空")
        choices = [("", ""), *((group.id, group.name) for group in groups)]
        grid.add("所属党小组", self._group_field(choices))
        grid.add("来本支部", self._period_field("来本支部日期", first=True), hint="当天起计入应到")
        grid.add("离开本支部", self._period_field("离开本支部日期", first=False), hint="当天仍计入")
        card.body.addWidget(grid)
        self.leader_box = QCheckBox("党员领导干部（以普通党员身份参加活动）")
        self._bindings.tie(
            self.leader_box.clicked,
            "党员领导干部",
            show=lambda member: self.leader_box.setChecked(member.is_leading_cadre),
            take=self._take_leader,
        )
        card.body.addWidget(self.leader_box)
        self.period_hint = Hint()
        self.return_button = button("又转回本支部", self._add_period, icon="plus")
        card.body.addWidget(self.period_hint)
        card.body.addWidget(self.return_button)
        self._layout.addWidget(card)

    def _build_note(self) -> None:
        card = Card("备注")
        note = TextField()
        note.setAccessibleName("备注")

        def take(member: Member) -> None:
            member.note = note.text()

        self._bindings.tie(
            note.text_edited,
            "备注",
            show=lambda member: note.set_text(member.note),
            take=take,
            committed=note.committed,
        )
        card.body.addWidget(note)
        self._layout.addWidget(card)

    def _follow(self) -> None:
        """Show what follows from the values: missing characters, earlier periods."""
        member = self.editor.record
        missing = self._context.missing_characters(member.name)
        self.name_hint.set_tone(
            f"打印字库里没有“{missing}”，打印时会印成〓，请核对是否输错。" if missing else "",
            "warning",
        )
        earlier = [_period_text(period) for period in member.memberships[:-1]]
        self.period_hint.set_tone(f"以前：{'；'.join(earlier)}" if earlier else "")
        last = member.memberships[-1] if member.memberships else None
        self.return_button.setVisible(last is not None and last.to_on is not None)

    def _line(self, field: LineField, label: str, attribute: str) -> LineField:
        def take(member: Member) -> None:
            setattr(member, attribute, field.text().strip())

        self._bindings.tie(
            field.text_edited,
            label,
            show=lambda member: field.set_text(getattr(member, attribute)),
            take=take,
            committed=field.committed,
        )
        return field

    def _choice(self, choices: tuple[str, ...], label: str, attribute: str) -> ChoiceField:
        field = ChoiceField(choices)

        def take(member: Member) -> None:
            setattr(member, attribute, field.value())

        self._bindings.tie(
            field.choice_edited,
            label,
            show=lambda member: field.set_value(getattr(member, attribute)),
            take=take,
            committed=field.choice_edited,
        )
        return field

    def _date(self, label: str, attribute: str) -> DateField:
        field = DateField()

        def take(member: Member) -> None:
            category = current_category(member)
            setattr(member, attribute, field.day())
            set_categories(member, category)

        self._bindings.tie(
            field.date_edited,
            label,
            show=lambda member: field.set_day(getattr(member, attribute)),
            take=take,
            committed=field.date_edited,
        )
        return field

    def _category_field(self) -> ChoiceField:
        field = ChoiceField(words.MEMBER_CATEGORIES)
        self._bindings.tie(
            field.choice_edited,
            "党员类别",
            show=lambda member: field.set_value(current_category(member)),
            take=lambda member: set_categories(member, field.value()),
            committed=field.choice_edited,
        )
        return field

    def _group_field(self, choices: Sequence[tuple[str, str]]) -> ChoiceField:
        field = ChoiceField(choices)

        def take(member: Member) -> None:
            member.group_id = field.value() or None

        self._bindings.tie(
            field.choice_edited,
            "所属党小组",
            show=lambda member: field.set_value(member.group_id or ""),
            take=take,
            committed=field.choice_edited,
        )
        return field

    def _period_field(self, label: str, *, first: bool) -> DateField:
        field = DateField()
        attribute = "from_on" if first else "to_on"

        def take(member: Member) -> None:
            setattr(_last_period(member), attribute, field.day())

        self._bindings.tie(
            field.date_edited,
            label,
            show=lambda member: field.set_day(getattr(_last_period(member), attribute)),
            take=take,
            committed=field.date_edited,
        )
        return field

    def _take_leader(self, member: Member) -> None:
        member.is_leading_cadre = self.leader_box.isChecked()

    def _add_period(self) -> None:
        with self.editor.change(SECTION, "又转回本支部") as member:
            member.memberships.append(MembershipPeriod(branch_id=member.branch_id))
        self.load()


def _last_period(member: Member) -> MembershipPeriod:
    """Return the period the form shows: the latest."""
    if not member.memberships:
        member.memberships.append(MembershipPeriod(branch_id=member.branch_id))
    return member.memberships[-1]


def _period_text(period: MembershipPeriod) -> str:
    first = long_date(period.from_on) if period.from_on else "建档前"
    last = long_date(period.to_on) if period.to_on else "现在"
    return f"{first}—{last}"
