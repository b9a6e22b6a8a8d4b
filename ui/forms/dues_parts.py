"""The parts of a dues base: pay and deductions, one row each, and the sum they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.manual.words import DEDUCTIONS, PAY_ITEMS
from app.records import DuesBase, DuesItem
from app.rules.dues_base import base_of, sum_in_words
from ui.forms.row_tools import RowTools
from ui.forms.word_field import WordField
from ui.widgets.buttons import button, icon_button
from ui.widgets.choice_field import ChoiceField, MoneyField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.records import Member
    from ui.forms.record_editor import RecordEditor

SECTION = "member"
PAY, DEDUCTION = "工资项目", "扣除项"


class DuesParts(QWidget):
    """Rows of the latest base, whose sum it is; without rows the base is typed alone.

    `edited` follows each change of a part, `settled` what should be kept now.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, editor: Callable[[], RecordEditor[Member]]) -> None:
        """Make an empty list for the member of an editor, which may be another one later."""
        super().__init__()
        self._editor = editor
        self._rows: dict[str, PartRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.sum = Hint()
        self.pay_button = button(f"添加{PAY}", self.add_pay, icon="plus", role="quiet")
        self.deduction_button = button(
            f"添加{DEDUCTION}", self.add_deduction, icon="plus", role="quiet"
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.pay_button)
        buttons.addWidget(self.deduction_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._list)
        layout.addWidget(self.sum)
        layout.addLayout(buttons)

    def rows(self) -> list[PartRow]:
        """Return the rows in their order."""
        return list(self._rows.values())

    def show_base(self, base: DuesBase | None) -> None:
        """Show the parts of a base; rows that are there already keep the keyboard."""
        items = base.items if base else []
        if [item.id for item in items] != list(self._rows):
            self._make_rows(items)
        for item in items:
            self._rows[item.id].show_item(item)
        self.sum.set_tone(sum_in_words(items))

    def add_pay(self) -> None:
        """Add a part that is paid."""
        self._add(PAY_ITEMS, "添加工资项目")

    def add_deduction(self) -> None:
        """Add a part that is taken off."""
        self._add(DEDUCTIONS, "添加扣除项")

    def _add(self, words: tuple[str, ...], label: str) -> None:
        """Add the first usual part that is not there yet.

        The first one of all opens a base. A base typed alone becomes pay first, so that its
        amount is not lost.
        """
        with self._editor().change(SECTION, label) as member:
            if not member.dues_bases:
                member.dues_bases.append(DuesBase(branch_id=member.branch_id, base_fen=0))
            base = member.dues_bases[-1]
            typed_fen = 0 if base.items else base.base_fen
            if typed_fen and words is not PAY_ITEMS:
                base.items = [_part(base, PAY_ITEMS, typed_fen)]
                typed_fen = 0
            base.items = [*base.items, _part(base, words, typed_fen)]
            base.base_fen = base_of(base.items)
            added = base.items[-1].id
        self.settled.emit()
        self._rows[added].amount.setFocus()
        self._rows[added].amount.selectAll()

    def _make_rows(self, items: list[DuesItem]) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        last: QWidget | None = None
        for item in items:
            row = PartRow(item, self._take, self._remove)
            row.amount.amount_edited.connect(self.settled)
            row.name.line.committed.connect(self.settled)
            row.kind.choice_edited.connect(self.settled)
            self._rows[item.id] = row
            self._list.addWidget(row)
            row.show()
            for field in (row.kind, row.name, row.amount, row.remove):
                if last is not None:
                    QWidget.setTabOrder(last, field)
                last = field
        if last is not None:
            QWidget.setTabOrder(last, self.pay_button)

    def _take(self, row: PartRow) -> None:
        with self._editor().change(SECTION, "党费基数分项", f"part {row.item_id}") as member:
            base = member.dues_bases[-1]
            item = next(one for one in base.items if one.id == row.item_id)
            item.name, item.amount_fen = row.name.text().strip(), row.amount_fen()
            base.base_fen = base_of(base.items)
        self.edited.emit()

    def _remove(self, row: PartRow) -> None:
        with self._editor().change(SECTION, "删除党费基数分项") as member:
            base = member.dues_bases[-1]
            base.items = [item for item in base.items if item.id != row.item_id]
            if base.items:
                base.base_fen = base_of(base.items)
        self.settled.emit()


def _part(base: DuesBase, words: tuple[str, ...], amount_fen: int) -> DuesItem:
    """Return a part under the first of some words that is not there yet."""
    taken = {item.name for item in base.items}
    return DuesItem(
        branch_id=base.branch_id,
        name=next((word for word in words if word not in taken), words[-1]),
        amount_fen=amount_fen,
        position=len(base.items),
    )


class PartRow(QWidget):
    """Pay or deduction, its name and amount; a deduction is typed without its minus."""

    def __init__(
        self,
        item: DuesItem,
        take: Callable[[PartRow], None],
        remove: Callable[[PartRow], None],
    ) -> None:
        super().__init__()
        self.item_id = item.id
        self.kind = ChoiceField((PAY, DEDUCTION))
        self.kind.set_value(DEDUCTION if item.name in DEDUCTIONS else PAY)
        self.name = WordField((*PAY_ITEMS, *DEDUCTIONS), "如 岗位工资")
        self.amount = MoneyField()
        self.remove = icon_button("trash-2", f"删除{item.name}", lambda: remove(self))
        grid = FieldGrid(columns=3)
        grid.add("类别", self.kind)
        grid.add("项目名称", self.name)
        grid.add("金额（元）", self.amount)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(grid, 1)
        layout.addWidget(RowTools(self.remove))
        self.kind.choice_edited.connect(lambda: take(self))
        self.name.text_edited.connect(lambda: take(self))
        self.amount.amount_edited.connect(lambda: take(self))

    def amount_fen(self) -> int:
        """Return the amount as it is kept, a deduction with a minus."""
        amount = self.amount.amount_fen() or 0
        return -amount if self.kind.value() == DEDUCTION else amount

    def show_item(self, item: DuesItem) -> None:
        """Show a part as it is kept; of nothing yet, what it is stays as chosen."""
        if item.amount_fen:
            self.kind.set_value(DEDUCTION if item.amount_fen < 0 else PAY)
        if not self.name.line.hasFocus() or self.name.text().strip() != item.name:
            self.name.set_text(item.name)
        self.amount.set_amount_fen(abs(item.amount_fen) or None)
