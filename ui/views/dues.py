"""党费: the month's sheet, ticked row by row while the money comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app import clock
from app.errors import AppError, InvalidInputError
from app.manual.kinds import THEME_DAY
from app.manual.volumes import DUES_SHEET
from app.manual.words import AGENT_METHODS, CASH, PAY_METHODS
from app.records import DuesRow
from app.rules.attendance import day_of
from app.rules.dues import capitals, parse_yuan, percent, total, yuan
from app.rules.texts import month_of, month_title
from ui.forms.steps import KeptStep
from ui.printing import print_pages
from ui.views.base import PreviewSource, View
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrappedLabel
from ui.widgets.month_field import MonthStepper
from ui.widgets.page import PageHead
from ui.widgets.table_model import Column, TableModel
from ui.widgets.tables import dress_table
from ui.widgets.words import read_day, show_day

if TYPE_CHECKING:
    from ui.context import Context

METHOD_COLUMN = 7


@dataclass(frozen=True, slots=True)
class Payment:
    """What a row says about being paid."""

    paid_fen: int | None
    paid_on: date | None
    method: str
    paid_by: str


NOT_PAID = Payment(None, None, "", "")


class DuesView(View):
    """A tick says: paid in full, in cash, on the day of the theme day; the cells say otherwise."""

    key = "dues"
    title = "党费"
    icon = "coins"
    help_topic = "dues"
    areas = frozenset({"dues", "members", "branch", "meetings"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._names: dict[str, str] = {}
        self._pay_day = clock.today()
        self._build()

    @property
    def month(self) -> str:
        """The month shown, `2025-10`."""
        return self.stepper.month()

    def load(self) -> None:
        """Read the month's rows again."""
        services = self.context.services
        self._names = {member.id: member.name for member in services.members.everyone()}
        self._pay_day = self._day_of_payment()
        self._model.set_rows(services.dues.month(self.month))
        self._show_sums()

    def shown(self) -> None:
        """Be ready to tick."""
        self.table.setFocus()

    def jump(self, record_id: str, section: str) -> None:
        """Show a month (`2025-10`)."""
        if record_id:
            self.show_month(record_id)

    def show_month(self, month: str) -> None:
        """Show another month; what was done in the one before can no longer be undone."""
        if month != self.month:
            self.stepper.set_month(month)
        self.undo_stack.clear()
        self.load()
        self.context.request_preview()

    def step(self, by: int) -> None:
        """Go to the month before or after."""
        self.stepper.step(by)

    def preview(self) -> PreviewSource | None:
        """Return what prints the month's sheet."""
        manual, month = self.context.services.manual, self.month
        return lambda: manual.month_set(month, [DUES_SHEET.code]).pdf

    def print_now(self) -> None:
        """Print the month's sheet."""
        manual, month = self.context.services.manual, self.month
        print_pages(
            self.context,
            self,
            f"{month_title(month)}党费收缴登记表",
            lambda progress: manual.month_set(month, [DUES_SHEET.code], progress),
        )

    def pay_all(self) -> None:
        """Tick everyone who has not paid yet, in one step."""
        rows = [row for row in self._model.rows() if row.paid_fen is None and row.due_fen]
        self._change(rows, self._paid_in_full, f"{len(rows)} 人现金交清")

    def _paid_in_full(self, row: DuesRow) -> Payment:
        return Payment(row.due_fen, self._pay_day, CASH, "")

    def _build(self) -> None:
        self.head = PageHead(self.title, self.context)
        self.stepper = MonthStepper(month_of(clock.today()))
        self.stepper.month_chosen.connect(self.show_month)
        self.head.add(self.stepper)
        self.pay_button = button("全部现金交清", self.pay_all, icon="list-checks")
        self.head.add(self.pay_button)
        self.head.add(button("打印", self.print_now, icon="printer"))
        self._model: TableModel[DuesRow] = TableModel(self._columns(), self)
        self.table = QTableView()
        self.table.setModel(self._model)
        dress_table(self.table, name="本月党费")
        self.table.setItemDelegateForColumn(METHOD_COLUMN, _MethodDelegate(self.table))
        self.table.setEditTriggers(QTableView.EditTrigger.AllEditTriggers)
        self.sums = WrappedLabel("", "summary")
        empty = EmptyState(
            "这个月名册上没有党员，没有党费要收。",
            "去录入党员",
            lambda: self.context.go("members"),
            icon="coins",
        )
        self._stack = QStackedLayout()
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 0, 16, 8)
        inside.addLayout(self._stack, 1)
        inside.addWidget(self.sums)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addLayout(inside, 1)

    def _columns(self) -> list[Column[DuesRow]]:
        return [
            Column(
                "已交",
                lambda _row: "",
                ticked=lambda row: row.paid_fen is not None,
                tick=self._tick,
            ),
            Column("姓名", lambda row: self._names.get(row.member_id, "")),
            Column("核定基数", lambda row: _money(row.base_fen), numeric=True),
            Column("比例", lambda row: percent(row.rate) if row.rate is not None else "定额"),
            Column("应交", lambda row: yuan(row.due_fen), numeric=True),
            Column("实交", lambda row: _money(row.paid_fen), numeric=True, edit=self._edit_paid),
            Column("交纳日期", lambda row: show_day(row.paid_on), edit=self._edit_day),
            Column("交纳方式", lambda row: row.method, edit=self._edit_method),
            Column("代交人", lambda row: row.paid_by, edit=self._edit_agent),
        ]

    def _tick(self, row: DuesRow, ticked: bool) -> None:
        self._change(
            [row],
            self._paid_in_full if ticked else lambda _row: NOT_PAID,
            f"{self._names.get(row.member_id, '')}{'已交' if ticked else '未交'}",
        )

    def _edit_paid(self, row: DuesRow, text: str) -> None:
        def changed(row: DuesRow) -> Payment:
            if not text.strip():
                return NOT_PAID
            return Payment(
                parse_yuan(text), row.paid_on or self._pay_day, row.method or CASH, row.paid_by
            )

        self._change([row], changed, "实交金额")

    def _edit_day(self, row: DuesRow, text: str) -> None:
        def changed(row: DuesRow) -> Payment:
            day = read_day(text, self._pay_day) if text.strip() else None
            if text.strip() and day is None:
                raise InvalidInputError("这不是一个日期，请写成 10.9 或 2025-10-09。")
            return Payment(row.paid_fen, day, row.method, row.paid_by)

        self._change([row], changed, "交纳日期")

    def _edit_method(self, row: DuesRow, text: str) -> None:
        def changed(row: DuesRow) -> Payment:
            agent = row.paid_by if text in AGENT_METHODS else ""
            return Payment(row.paid_fen, row.paid_on, text, agent)

        self._change([row], changed, "交纳方式")

    def _edit_agent(self, row: DuesRow, text: str) -> None:
        self._change(
            [row],
            lambda row: Payment(row.paid_fen, row.paid_on, row.method, text.strip()),
            "代交人",
        )

    def _change(
        self, rows: Sequence[DuesRow], changed: Callable[[DuesRow], Payment], label: str
    ) -> None:
        """Change rows as one step that can be undone; what is wrong changes nothing."""
        try:
            before = {row.member_id: payment_of(row) for row in rows}
            after = {row.member_id: changed(row) for row in rows}
            if after != before:
                self.apply(after)
                self.undo_stack.push(KeptStep(label, self.apply, before, after))
        except AppError as error:
            self.context.show_error(error)

    def apply(self, payments: dict[str, Payment]) -> None:
        """Keep payments by member and show the month again.

        Raises:
            AppError: they cannot be kept; the month shows what is kept.
        """
        services = self.context.services
        rows = [row for row in services.dues.month(self.month) if row.member_id in payments]
        for row in rows:
            payment = payments[row.member_id]
            row.paid_fen, row.paid_on = payment.paid_fen, payment.paid_on
            row.method, row.paid_by = payment.method, payment.paid_by
        services.dues.save(rows)
        self.context.clear_error()
        self.context.status(f"已自动保存 {clock.now():%H:%M}", "saved")
        fresh = {row.member_id: row for row in services.dues.month(self.month)}
        shown = self._model.rows()
        shown[:] = [fresh.get(row.member_id, row) for row in shown]
        self._model.refresh()
        self._show_sums()
        self.context.request_preview()

    def _show_sums(self) -> None:
        rows = self._model.rows()
        paid = [row for row in rows if row.paid_fen is not None]
        paid_fen = total(rows)
        due_fen = sum(row.due_fen for row in rows)
        self.sums.setText(
            f"合计 {len(rows)} 人，应交 {yuan(due_fen)} 元 · 已交 {len(paid)} 人，"
            f"实交 {yuan(paid_fen)} 元（{capitals(paid_fen)}）· 未交 {len(rows) - len(paid)} 人"
        )
        self.head.set_subtitle(f"打勾即按{show_day(self._pay_day)}现金足额交纳")
        self.pay_button.setEnabled(any(row.paid_fen is None and row.due_fen for row in rows))
        self._stack.setCurrentIndex(0 if rows else 1)

    def _day_of_payment(self) -> date:
        """Return the day of the month's theme day, where the money is collected, else today."""
        meetings = self.context.services.meetings.of_year(int(self.month[:4]))
        days = [day_of(one) for one in meetings if THEME_DAY in one.kinds]
        here = [day for day in days if day is not None and month_of(day) == self.month]
        return here[0] if here else clock.today()


class _MethodDelegate(QStyledItemDelegate):
    """Lets the way of paying be chosen from its words."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a list that is kept as soon as something is chosen."""
        field = ChoiceField(("", *PAY_METHODS))
        field.setParent(parent)
        field.choice_edited.connect(lambda: self.commitData.emit(field))
        field.choice_edited.connect(lambda: self.closeEditor.emit(field))
        return field

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the row's way of paying."""
        if isinstance(editor, ChoiceField):
            editor.set_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Hand over what was chosen."""
        if isinstance(editor, ChoiceField):
            model.setData(index, editor.value())


def payment_of(row: DuesRow) -> Payment:
    """Return what a row says about being paid."""
    return Payment(row.paid_fen, row.paid_on, row.method, row.paid_by)


def _money(amount_fen: int | None) -> str:
    return "" if amount_fen is None else yuan(amount_fen)
