"""A member's dues: what he is paid as, and the approved base by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.manual.words import DUES_KINDS
from app.records import DuesBase, DuesItem, Member
from app.rules.dues import due, needs_base, percent, yuan
from app.rules.dues_base import sum_of_items
from app.rules.texts import month_of, month_title
from ui.forms.dues_parts import DuesParts
from ui.forms.section import focus_and_show
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField, MoneyField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.month_field import MonthField

if TYPE_CHECKING:
    from ui.context import Context
    from ui.forms.record_editor import RecordEditor

SECTION = "member"


class DuesCard(Card):
    """The latest base can be corrected; a new one is added, so that earlier months keep theirs."""

    def __init__(self, context: Context, editor: RecordEditor[Member]) -> None:
        super().__init__("党费核定")
        self._context = context
        self.editor = editor
        self.kind_field = ChoiceField(DUES_KINDS)
        self.base_field = MoneyField()
        self.month_field = MonthField()
        grid = FieldGrid(columns=3)
        grid.add("党费类别(&D)", self.kind_field)
        self._base_cell = grid.add("核定月基数（元）(&M)", self.base_field)
        self._month_cell = grid.add("从哪个月起执行", self.month_field, hint="空着表示一直如此")
        self.body.addWidget(grid)
        self.parts = DuesParts(lambda: self.editor)
        self.parts.edited.connect(self._follow_parts)
        self.parts.settled.connect(self._keep)
        self.body.addWidget(self.parts)
        self.result = Hint()
        self.result.hide()
        self.earlier = Hint()
        self.earlier.hide()
        self.body.addWidget(self.result)
        self.body.addWidget(self.earlier)
        self.drop_button = button("撤掉这次调整", self.drop_base, role="quiet")
        self.add_button = button("基数调整", self.add_base, icon="plus", role="quiet")
        self.add_action(self.drop_button)
        self.add_action(self.add_button)
        self.kind_field.choice_edited.connect(self._take_kind)
        self.base_field.amount_edited.connect(self._take_base)
        self.month_field.month_edited.connect(self._take_month)

    def load(self) -> None:
        """Show kind, latest base and what follows from them."""
        member = self.editor.record
        latest = member.dues_bases[-1] if member.dues_bases else None
        self.kind_field.set_value(member.dues_kind)
        self._show_base(latest)
        self.month_field.set_month(latest.from_month if latest else "")
        asked = needs_base(member.dues_kind)
        self._base_cell.setVisible(asked)
        self.parts.setVisible(asked)
        self._month_cell.setVisible(asked and latest is not None)
        self.add_button.setVisible(asked and latest is not None)
        self.drop_button.setVisible(asked and len(member.dues_bases) > 1)
        self._show_result(latest)
        before = "；".join(
            f"{month_title(base.from_month) + '起' if base.from_month else '最初'} "
            f"{yuan(base.base_fen)} 元"
            for base in member.dues_bases[:-1]
        )
        self.earlier.set_tone(f"以前的基数：{before}" if before else "")

    def _show_base(self, latest: DuesBase | None) -> None:
        """Show the base; one that its parts make cannot be typed."""
        self.parts.show_base(latest)
        self.base_field.set_amount_fen(latest.base_fen if latest else None)
        is_sum = latest is not None and bool(latest.items)
        self.base_field.setReadOnly(is_sum)
        self.base_field.setToolTip(
            "由下面的分项相加得出；要直接填写，请先删去分项。" if is_sum else ""
        )

    def _follow_parts(self) -> None:
        """Show the sum while a part is typed."""
        latest = self.editor.record.dues_bases[-1]
        self._show_base(latest)
        self._show_result(latest)

    def focus_base(self) -> None:
        """Put the keyboard where a base is approved: into the first one, or on the next one."""
        focus_and_show(self.base_field if self.add_button.isHidden() else self.add_button)

    def add_base(self) -> None:
        """Begin a new base from this month on; one that begins this month is corrected."""
        month = month_of(clock.today())
        if self.editor.record.dues_bases[-1].from_month != month:
            with self.editor.change(SECTION, "党费基数调整") as member:
                member.dues_bases.append(_begun_from(member.dues_bases[-1], month))
                _put_in_order(member)
            self.load()
        if self.parts.rows():
            self.parts.rows()[0].amount.setFocus()
            return
        self.base_field.setFocus()
        self.base_field.selectAll()

    def drop_base(self) -> None:
        """Take the latest base back."""
        with self.editor.change(SECTION, "撤掉党费基数调整") as member:
            member.dues_bases = member.dues_bases[:-1]
        self._keep()

    def _show_result(self, latest: DuesBase | None) -> None:
        member = self.editor.record
        if needs_base(member.dues_kind) and latest is None:
            self.result.set_tone("还没有核定基数，党费表上应交为 0.00 元。", "warning")
            return
        if latest is not None and latest.items and sum_of_items(latest.items) < 0:
            self.result.set_tone("扣除项比工资项目多，基数记为 0.00 元。请核对分项。", "error")
            return
        rounding = self._context.services.branches.get().dues_rounding
        worked_out = due(member.dues_kind, latest.base_fen if latest else None, rounding)
        rate = f"比例 {percent(worked_out.rate)}，" if worked_out.rate is not None else ""
        self.result.set_tone(f"{rate}每月应交 {yuan(worked_out.due_fen)} 元")

    def _take_kind(self) -> None:
        with self.editor.change(SECTION, "党费类别") as member:
            member.dues_kind = self.kind_field.value()
        self._keep()

    def _take_base(self) -> None:
        amount = self.base_field.amount_fen()
        with self.editor.change(SECTION, "核定基数") as member:
            if amount is None:
                member.dues_bases = member.dues_bases[:-1]
            elif member.dues_bases:
                member.dues_bases[-1].base_fen = amount
            else:
                member.dues_bases.append(DuesBase(branch_id=member.branch_id, base_fen=amount))
        self._keep()

    def _take_month(self) -> None:
        month = self.month_field.month()
        if any(base.from_month == month for base in self.editor.record.dues_bases[:-1]):
            self.load()
            self.result.set_tone("那个月已经另有基数。请先撤掉，或换一个月份。", "error")
            return
        with self.editor.change(SECTION, "党费基数执行月份") as member:
            member.dues_bases[-1].from_month = month
            _put_in_order(member)
        self._keep()

    def _keep(self) -> None:
        self.load()
        self.editor.save()


def _begun_from(last: DuesBase, month: str) -> DuesBase:
    """Return a base that begins in a month with the amount and the parts of the one before."""
    items = [
        DuesItem(
            branch_id=item.branch_id,
            name=item.name,
            amount_fen=item.amount_fen,
            position=item.position,
        )
        for item in last.items
    ]
    return DuesBase(branch_id=last.branch_id, base_fen=last.base_fen, from_month=month, items=items)


def _put_in_order(member: Member) -> None:
    """Let the base that holds latest stand last, as when the member is read."""
    member.dues_bases.sort(key=lambda base: base.from_month)
