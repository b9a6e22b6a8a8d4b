"""The first required action: dues paid on the spot, told by the month's dues sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import AppError
from app.manual import words
from app.manual.actions import DUES_ACTION
from app.rules.attendance import day_of, state_of
from app.rules.dues import paid_on_day, total, yuan
from app.rules.texts import month_of, short_date
from ui.forms.action_card import ActionCard
from ui.forms.dues_table import DuesTable, dues_columns
from ui.forms.echo_line import EchoLine
from ui.forms.section import focus_and_show
from ui.forms.steps import KeptStep
from ui.widgets.buttons import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Hint, plain_label
from ui.widgets.table_model import TableModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.records import DuesRow
    from ui.forms.section import Section


class Payment(NamedTuple):
    """What a row says about being paid."""

    paid_fen: int | None
    paid_on: date | None
    method: str
    paid_by: str


NOT_PAID = Payment(None, None, "", "")


class DuesCard(ActionCard):
    """Shows the sum, and on demand everybody with a tick."""

    def __init__(self, section: Section) -> None:
        super().__init__(section, DUES_ACTION)
        self.sum_label = plain_label(role="strong")
        self._detail = Hint()
        self.echo = EchoLine()
        self.echo.undo_requested.connect(self._undo)
        tools = QWidget()
        flow = FlowLayout(tools)
        self.open_button = button("逐人登记", self._toggle, icon="list-checks")
        self.all_button = button("出席者全部现金交清", self._pay_present)
        for one in (
            self.open_button,
            self.all_button,
            button("去收党费", self._go, role="link"),
        ):
            flow.addWidget(one)
        for widget in (self.sum_label, self._detail, tools, self.echo):
            self.body.addWidget(widget)
        self._model: TableModel[DuesRow] | None = None
        self._table: DuesTable | None = None
        self.add_grid()
        self.add_leads(span=2)
        self.add_text("情况说明", "如：谁转账、谁代交", least_lines=1, span=4)

    def refresh(self) -> None:
        """Show the sum of the month."""
        super().refresh()
        self.show_dues()

    def focus_field(self, field: str) -> bool:
        """Put the keyboard to the sum's tools, or into a field."""
        if field in ("dues", "paid", "rows"):
            focus_and_show(self.open_button)
            return True
        return super().focus_field(field)

    def show_dues(self) -> None:
        """Show what the dues sheet of the month says by now."""
        meeting, sources = self.section.desk.meeting, self.section.desk.sources
        rows = sources.dues(meeting)
        day = day_of(meeting)
        paid = [row for row in rows if row.paid_fen]
        self.sum_label.setText(f"{len(paid)} 人 · {yuan(total(rows))} 元")
        on_day = paid_on_day(rows, day) if day else []
        when = f"{short_date(day)}交纳 {len(on_day)} 人" if day else ""
        left = len(rows) - len(paid)
        self._detail.set_tone("，".join(filter(None, (when, f"未交 {left} 人" if left else ""))))
        self.all_button.setEnabled(bool(self._unpaid_present()))
        if self._model is not None:
            self._model.set_rows(rows)

    def _unpaid_present(self) -> list[DuesRow]:
        meeting = self.section.desk.meeting
        return [
            row
            for row in self.section.desk.sources.dues(meeting)
            if not row.paid_fen
            and row.due_fen
            and state_of(meeting, row.member_id) in words.PRESENT_STATES
        ]

    def _toggle(self) -> None:
        if self._table is None or self._model is None:
            self._model = TableModel(
                dues_columns(self.section.desk.sources.name, self._tick, self._take_method),
                lambda row: row.member_id,
            )
            self._table = DuesTable(self._model)
            self.body.insertWidget(4, self._table)
            self._table.hide()
        shown = self._table.isHidden()
        self._table.setVisible(shown)
        self.open_button.setText("收起名单" if shown else "逐人登记")
        if shown:
            self.show_dues()
            self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def _pay_present(self) -> None:
        rows = self._unpaid_present()
        self._change(rows, self._paid_in_full, f"出席 {len(rows)} 人现金交清")

    def _tick(self, row: DuesRow, is_paid: bool) -> None:
        name = self.section.desk.sources.name(row.member_id)
        if is_paid:
            self._change([row], self._paid_in_full, f"{name} 已交党费")
        else:
            self._change([row], lambda _row: NOT_PAID, f"{name} 未交党费")

    def _take_method(self, row: DuesRow, method: str) -> None:
        if row.paid_fen and method:
            name = self.section.desk.sources.name(row.member_id)
            paid = payment_of(row)
            self._change([row], lambda _row: paid._replace(method=method), f"{name} {method}")

    def _paid_in_full(self, row: DuesRow) -> Payment:
        return Payment(row.due_fen, day_of(self._meeting()), words.CASH, "")

    def _change(
        self, rows: list[DuesRow], changed: Callable[[DuesRow], Payment], label: str
    ) -> None:
        """Change rows as one step on the form's own stack."""
        before = {row.member_id: payment_of(row) for row in rows}
        after = {row.member_id: changed(row) for row in rows}
        if after == before:
            return
        try:
            self.apply(after)
        except AppError as error:
            self.section.desk.context.show_error(error)
            return
        self.section.desk.editor.stack.push(KeptStep(label, self.apply, before, after))
        self.echo.say(label)

    def apply(self, payments: dict[str, Payment]) -> None:
        """Keep payments by member and show the month again.

        Raises:
            AppError: they cannot be kept; the month shows what is kept.
        """
        desk = self.section.desk
        rows = [row for row in desk.sources.dues(self._meeting()) if row.member_id in payments]
        for row in rows:
            payment = payments[row.member_id]
            row.paid_fen, row.paid_on = payment.paid_fen, payment.paid_on
            row.method, row.paid_by = payment.method, payment.paid_by
        try:
            with desk.writing():
                desk.context.services.dues.save(rows)
        finally:
            desk.sources.forget()
        self.echo.clear()
        desk.dues_changed.emit()
        self.show_dues()

    def _undo(self) -> None:
        self.section.desk.editor.undo()

    def _go(self) -> None:
        day = day_of(self._meeting())
        self.section.desk.context.go("dues", month_of(day) if day else "")


def payment_of(row: DuesRow) -> Payment:
    """Return what a row says about being paid."""
    return Payment(row.paid_fen, row.paid_on, row.method, row.paid_by)
