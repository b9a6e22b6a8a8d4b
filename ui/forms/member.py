"""The page of one member: person, membership, posts and dues, each a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.manual import words
from app.records import Group, Member, MembershipPeriod
from app.rules.pinyin import full_pinyin
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
from ui.widgets.month_field import BirthField
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from ui.context import Context

SECTION = "member"
COLUMNS = 3
DAY_EXAMPLE = "如 2008-06-27"
NO_GROUP = ("", "（未编组）")


class MemberForm(QWidget):
    """Shows and changes the member of an editor; `shown` follows whenever he was shown anew."""

    shown = Signal()

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
        self.dues = DuesCard(context, editor)
        self.posts = PostsCard(context, editor)
        self._layout.addWidget(self.dues)
        self._layout.addWidget(self.posts)
        self._build_note()
        self._layout.addStretch(1)
        self.edit(editor)

    def edit(self, editor: RecordEditor[Member]) -> None:
        """Go on with another editor, which is quicker than another form."""
        self.editor = self._bindings.editor = editor
        self.posts.editor = self.dues.editor = editor
        editor.reloaded.connect(lambda _section: self.load())
        editor.changed.connect(lambda _section: self._follow())
        self.load()

    def load(self) -> None:
        """Show the member as he stands in the editor."""
        self._bindings.load()
        self.posts.load()
        self.dues.load()
        self._follow()

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Offer these groups."""
        self.group_field.set_choices([NO_GROUP, *((group.id, group.name) for group in groups)])
        self.group_field.set_value(self.editor.record.group_id or "")

    def focus_name(self) -> None:
        """Put the cursor into the name."""
        self.name_field.setFocus()

    def _build_person(self) -> None:
        card = Card("个人信息")
        grid = FieldGrid(columns=COLUMNS)
        self.name_field = LineField("与身份证一致的全名")
        self.name_hint = Hint()
        self.name_hint.hide()
        cell = grid.add("姓名(&X)", self._tie_line(self.name_field, "姓名", "name", _take_name))
        layout = cell.layout()
        assert layout is not None
        layout.addWidget(self.name_hint)
        grid.add("性别(&S)", self._gender_field())
        grid.add("出生年月(&B)", self._birth_field())
        grid.add("联系电话(&T)", self._line("联系电话", "phone"))
        grid.add("公民身份号码(&I)", self._line("公民身份号码", "id_number"), span=2)
        self.pinyin_field = self._line("姓名拼音", "pinyin")
        grid.add("姓名拼音(&P)", self.pinyin_field, hint="排序查找用，可改")
        grid.add("编号", self._line("编号", "code", LineField("如工号")), hint="两人同名时用来区分")
        card.body.addWidget(grid)
        self._layout.addWidget(card)

    def _build_membership(self, groups: Sequence[Group]) -> None:
        card = Card("党籍与组织关系")
        grid = FieldGrid(columns=COLUMNS)
        self.category_field = ChoiceField(words.MEMBER_CATEGORIES)
        self._tie_choice(
            self.category_field,
            "党员类别",
            current_category,
            lambda member: set_categories(member, self.category_field.value()),
        )
        grid.add("党员类别(&L)", self.category_field)
        self.joined_field = self._party_date("入党时间", "joined_on")
        grid.add("入党时间(&J)", self.joined_field, hint="支部大会接收之日")
        self.full_field = self._party_date("转正时间", "full_on")
        grid.add("转正时间(&Z)", self.full_field, hint="预备党员留空")
        self.group_field = ChoiceField()
        self.set_groups(groups)
        self._tie_choice(
            self.group_field, "所属党小组", lambda member: member.group_id or "", self._take_group
        )
        grid.add("所属党小组(&G)", self.group_field)
        self.from_field = self._period_date("来本支部日期", "from_on")
        grid.add("来本支部", self.from_field, hint="当天起计入应到")
        self.to_field = self._period_date("离开本支部日期", "to_on")
        grid.add("离开本支部", self.to_field, hint="当天仍计入；没有离开就空着")
        card.body.addWidget(grid)
        self.leader_box = QCheckBox("党员领导干部（以普通党员身份参加活动）")
        self._bindings.tie(
            self.leader_box.clicked,
            "党员领导干部",
            show=lambda member: self.leader_box.setChecked(member.is_leading_cadre),
            take=self._take_leader,
            committed=self.leader_box.clicked,
        )
        card.body.addWidget(self.leader_box)
        self.period_hint = Hint()
        self.period_hint.hide()
        self.return_button = button("又转回本支部", self._add_period, icon="plus")
        self.return_button.hide()
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
            f"打印字库里没有“{missing}”，会印成〓，请核对是否输错。" if missing else "", "warning"
        )
        if not self.pinyin_field.hasFocus():
            self.pinyin_field.set_text(member.pinyin)
        earlier = [_period_text(period) for period in member.memberships[:-1]]
        self.period_hint.set_tone(f"以前：{'；'.join(earlier)}" if earlier else "")
        last = member.memberships[-1] if member.memberships else None
        self.return_button.setVisible(last is not None and last.to_on is not None)
        self.shown.emit()

    def _line(self, label: str, attribute: str, field: LineField | None = None) -> LineField:
        def take(member: Member, text: str) -> None:
            setattr(member, attribute, text)

        return self._tie_line(field or LineField(), label, attribute, take)

    def _tie_line(
        self, field: LineField, label: str, attribute: str, take: Callable[[Member, str], None]
    ) -> LineField:
        self._bindings.tie(
            field.text_edited,
            label,
            show=lambda member: field.set_text(getattr(member, attribute)),
            take=lambda member: take(member, field.text().strip()),
            committed=field.committed,
        )
        return field

    def _birth_field(self) -> BirthField:
        field = BirthField()

        def take(member: Member) -> None:
            member.born = field.month()

        self._bindings.tie(
            field.month_edited,
            "出生年月",
            show=lambda member: field.set_month(member.born),
            take=take,
            committed=field.month_edited,
        )
        return field

    def _gender_field(self) -> ChoiceField:
        field = ChoiceField(("", *words.GENDERS))

        def take(member: Member) -> None:
            member.gender = field.value()

        self._tie_choice(field, "性别", lambda member: member.gender, take)
        return field

    def _tie_choice(
        self,
        field: ChoiceField,
        label: str,
        read: Callable[[Member], str],
        take: Callable[[Member], None],
    ) -> None:
        self._bindings.tie(
            field.choice_edited,
            label,
            show=lambda member: field.set_value(read(member)),
            take=take,
            committed=field.choice_edited,
        )

    def _party_date(self, label: str, attribute: str) -> DateField:
        def take(member: Member, field: DateField) -> None:
            category = current_category(member)
            setattr(member, attribute, field.day())
            set_categories(member, category)

        return self._date(label, lambda member: member, attribute, take)

    def _period_date(self, label: str, attribute: str) -> DateField:
        def take(member: Member, field: DateField) -> None:
            if not member.memberships:
                member.memberships.append(MembershipPeriod(branch_id=member.branch_id))
            setattr(member.memberships[-1], attribute, field.day())

        return self._date(label, _last_period, attribute, take)

    def _date(
        self,
        label: str,
        holder: Callable[[Member], Member | MembershipPeriod | None],
        attribute: str,
        take: Callable[[Member, DateField], None],
    ) -> DateField:
        field = DateField()
        field.setPlaceholderText(DAY_EXAMPLE)
        self._bindings.tie(
            field.date_edited,
            label,
            show=lambda member: field.set_day(getattr(holder(member), attribute, None)),
            take=lambda member: take(member, field),
            committed=field.date_edited,
        )
        return field

    def _take_group(self, member: Member) -> None:
        member.group_id = self.group_field.value() or None

    def _take_leader(self, member: Member) -> None:
        member.is_leading_cadre = self.leader_box.isChecked()

    def _add_period(self) -> None:
        with self.editor.change(SECTION, "又转回本支部") as member:
            member.memberships.append(MembershipPeriod(branch_id=member.branch_id))
        self.load()
        self.from_field.setFocus()


def _take_name(member: Member, name: str) -> None:
    """Give a member another name, and the sound that goes with it unless it was corrected."""
    if member.pinyin == full_pinyin(member.name):
        member.pinyin = full_pinyin(name)
    member.name = name


def _last_period(member: Member) -> MembershipPeriod | None:
    """Return the period the form shows: the latest."""
    return member.memberships[-1] if member.memberships else None


def _period_text(period: MembershipPeriod) -> str:
    first = long_date(period.from_on) if period.from_on else "建档前"
    last = long_date(period.to_on) if period.to_on else "现在"
    return f"{first}—{last}"
