"""党费: the month's sheet, ticked row by row while the money comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import AppError
from app.manual.kinds import THEME_DAY
from app.manual.volumes import DUES_SHEET, Page
from app.manual.words import PAY_METHODS
from app.records import DuesRow, Member
from app.rules.attendance import day_of
from app.rules.dues import capitals, percent, total, yuan
from app.rules.namesakes import names_of_all
from app.rules.pinyin import matches
from app.rules.texts import month_of, month_title, short_date
from ui import theme
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.printing import print_pages
from ui.views import dues_pages, payments
from ui.views.base import PreviewSource, View
from ui.views.dues_bar import DuesBar
from ui.views.months import working_month
from ui.views.payments import Payment, payment_of
from ui.widgets.buttons import button, primary_button
from ui.widgets.chips import FilterChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrappedLabel
from ui.widgets.line_field import LineField
from ui.widgets.month_field import MonthStepper
from ui.widgets.page import PageHead
from ui.widgets.table_delegates import ChoiceDelegate
from ui.widgets.table_model import Column
from ui.widgets.tables import RecordTable
from ui.widgets.words import show_day

if TYPE_CHECKING:
    from ui.context import Context

ALL, UNPAID, PAID = "all", "unpaid", "paid"
METHOD = "交纳方式"
AGENT = "代交人"
SEARCH_PX = 240
# Fields of a finding that the bar above the sheet settles, and the cells the others lead to.
_SETTLED_ABOVE = frozenset({"due", "member"})
_CELLS = {"paid": "实交", "paid_on": "交纳日期", "paid_by": AGENT}


class DuesView(View):
    """A tick says: paid in full, in cash, on the day of the theme day; the cells say otherwise."""

    key = "dues"
    title = "党费"
    icon = "coins"
    help_topic = "dues"
    areas = frozenset({"dues", "members", "branch", "meetings"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._roster: list[Member] = []
        self._members: dict[str, Member] = {}
        self._names: dict[str, str] = {}
        self._rows: list[DuesRow] = []
        self._pay_day = clock.today()
        self._is_first = True
        self._is_keeping = False
        self._build()

    @property
    def month(self) -> str:
        """The month shown, `2025-10`."""
        return self.stepper.month()

    def load(self) -> None:
        """Read the month's rows again, unless they are just being kept from here."""
        if self._is_keeping:
            return
        services = self.context.services
        if self._is_first:
            self._is_first = False
            self.stepper.set_month(working_month(services))
        self._roster = services.members.everyone()
        everyone = [*self._roster, *services.members.deleted()]
        self._members = {member.id: member for member in everyone}
        self._names = names_of_all(everyone, services.branches.groups())
        self._load_month()

    def _load_month(self) -> None:
        """Read the month's rows; the people are known."""
        self._pay_day = self._day_of_payment()
        self._show(self.context.services.dues.month(self.month, self._roster))

    def _show(self, rows: list[DuesRow]) -> None:
        branch = self.context.services.branches.get()
        self._rows = rows
        self.bar.show_rows(rows, self._members, self._names, branch)
        self._show_sums()
        # Who was just ticked under 未交 stays in sight until another choice is made.
        self._show_rows(also=frozenset(self.table.shown_keys()))

    def shown(self) -> None:
        """Be ready to tick."""
        if not self.table.currentIndex().isValid():
            self.table.step(1)
        self.table.setFocus()

    def leave(self) -> bool:
        """Take what is still being typed in a cell."""
        super().leave()
        self.table.setFocus()
        return True

    def jump(self, record_id: str, section: str) -> None:
        """Show a month (`2025-10`), and in it the row of a member (`section` is his id).

        After a `/` follows the field of the row, whose cell is opened. Without a member those who
        have not paid are shown.
        """
        member_id, _, field = section.partition("/")
        if record_id:
            self._is_first = False
            self.chips.set_key(UNPAID if field and not member_id else ALL)
            self.show_month(record_id)
        if field and not member_id:
            self.table.step(1)
        if member_id:
            self.table.choose(member_id)
        if section:
            self.table.setFocus()
        if member_id and field in _CELLS:
            self.table.edit_cell(_CELLS[field])
        elif field in _SETTLED_ABOVE and self.bar.buttons():
            self.bar.buttons()[0].setFocus()

    def show_month(self, month: str) -> None:
        """Show another month; what was done in the one before can no longer be undone."""
        self.stepper.set_month(month)
        self.undo_stack.clear()
        self.search.set_text("")
        self.table.set_rows([])
        if self._members:
            self._load_month()
        else:
            self.load()
        self.context.request_preview()

    def step(self, by: int) -> None:
        """Go to the month before or after."""
        self.stepper.step(by)

    def preview(self) -> PreviewSource | None:
        """Return what prints the month's sheet."""
        if not self._rows:
            return None
        manual, month = self.context.services.manual, self.month
        return lambda: manual.month_set(month, [DUES_SHEET.code]).pdf

    def print_now(self) -> None:
        """Print the month's sheet."""
        manual, month = self.context.services.manual, self.month
        if self._rows:
            print_pages(
                self.context,
                self,
                f"{month_title(month)}党费收缴登记表",
                lambda progress: manual.month_set(month, [DUES_SHEET.code], progress),
            )

    def print_page(self, page: Page) -> None:
        """Print a page of the year shown, or one of the month that is posted."""
        manual, month = self.context.services.manual, self.month
        print_pages(
            self.context,
            self,
            dues_pages.title_of(page, month),
            lambda progress: manual.month_set(month, [page.code], progress),
        )

    def open_pages(self) -> None:
        """Offer the pages of the year."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dues_pages.offer(menu, self.month, self.print_page)
        menu.popup(self.pages_button.mapToGlobal(self.pages_button.rect().bottomLeft()))

    def pay_all(self) -> None:
        """Tick everyone who has not paid yet, in one step."""
        rows = [row for row in self._rows if row.paid_fen is None and row.due_fen]
        self._change(rows, self._paid_in_full, f"{len(rows)} 人现金交清")

    def keep(self, wanted: dict[str, Payment]) -> bool:
        """Keep payments by member and show what is kept; tell whether they could be kept."""
        dues = self.context.services.dues
        rows = [row for row in self._rows if row.member_id in wanted]
        for row in rows:
            wanted[row.member_id].put_into(row)
        self._is_keeping = True
        try:
            dues.save(rows)
        except AppError as error:
            self._is_keeping = False
            self.load()
            self.context.show_error(error)
            return False
        self._is_keeping = False
        tell_saved(self.context)
        kept = {row.member_id: row for row in dues.between(self.month, self.month)}
        self._show([kept.get(row.member_id, row) for row in self._rows])
        self.context.request_preview()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search line to the rows it found."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Down) and self.search.hasFocus():
            if not self.table.currentIndex().isValid():
                self.table.step(1)
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.head = PageHead(self.title, self.context)
        self.stepper = MonthStepper(month_of(clock.today()))
        self.stepper.month_chosen.connect(self.show_month)
        self.head.add(self.stepper)
        self.pages_button = button("年度表", self.open_pages, icon="chevron-down")
        self.head.add(self.pages_button)
        self.print_button = primary_button("打印", self.print_now, icon="printer")
        self.head.add(self.print_button)
        self.bar = DuesBar(self.context, self.undo_stack)
        self.bar.change_wanted.connect(self._change_to)
        self.bar.rows_changed.connect(self._load_month)
        self.search = LineField("姓名、拼音或首字母")
        self.search.setAccessibleName("查找党员")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.px(SEARCH_PX))
        self.search.textChanged.connect(lambda _text: self._show_rows())
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.pay_button = button("全部现金交清", self.pay_all, icon="list-checks")
        self.table: RecordTable[DuesRow] = RecordTable(
            self._columns(), lambda row: row.member_id, name="本月党费"
        )
        self.table.set_delegate(METHOD, ChoiceDelegate(("", *PAY_METHODS), self.table))
        self.table.letters_typed.connect(self._search_for)
        self.sums = WrappedLabel("", "strong")
        self._lay_out()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.search)
        tools.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.pay_button)
        sheet = QWidget()
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(16, 0, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(tools)
        inside.addWidget(self.table, 1)
        inside.addWidget(self.sums)
        nobody = EmptyState(
            "这个月名册上没有党员，没有党费要收。",
            "去录入党员",
            lambda: self.context.go("members"),
            icon="coins",
        )
        self._stack = QStackedLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.bar)
        outer.addLayout(self._stack, 1)  # first: a stack without a parent shows windows
        self._stack.addWidget(sheet)
        self._stack.addWidget(nobody)

    def _columns(self) -> list[Column[DuesRow]]:
        return [
            Column(
                "已交",
                lambda _row: "",
                56,
                ticked=lambda row: row.paid_fen is not None,
                tick=self._tick,
            ),
            Column("姓名", self._name, 96, 3),
            Column("核定基数", lambda row: _money(row.base_fen), 96, 1, rank=2, numeric=True),
            Column("比例", _rate, 72, 1, rank=3, numeric=True),
            Column("应交", lambda row: yuan(row.due_fen), 84, 1, numeric=True),
            Column(
                "实交", lambda row: _money(row.paid_fen), 84, 1, numeric=True, edit=self._edit_paid
            ),
            Column("交纳日期", lambda row: show_day(row.paid_on), 112, 1, edit=self._edit_day),
            Column(METHOD, lambda row: row.method, 108, 1, edit=self._edit_method),
            Column(AGENT, lambda row: row.paid_by, 88, 2, rank=1, edit=self._edit_agent),
        ]

    def _name(self, row: DuesRow) -> str:
        return self._names.get(row.member_id, "")

    def _paid_in_full(self, now: Payment) -> Payment:
        return payments.paid_in_full(now, self._pay_day)

    def _tick(self, row: DuesRow, ticked: bool) -> None:
        change = self._paid_in_full if ticked else payments.not_paid
        self._change([row], change, f"{self._name(row)}{'已交' if ticked else '未交'}")

    def _edit_paid(self, row: DuesRow, text: str) -> None:
        self._change([row], lambda now: payments.with_amount(now, text, self._pay_day), "实交金额")

    def _edit_day(self, row: DuesRow, text: str) -> None:
        self._change([row], lambda now: payments.with_day(now, text, self._pay_day), "交纳日期")

    def _edit_method(self, row: DuesRow, text: str) -> None:
        self._change([row], lambda now: payments.with_method(now, text), METHOD)

    def _edit_agent(self, row: DuesRow, text: str) -> None:
        self._change([row], lambda now: payments.with_agent(now, text), "代交人")

    def _change(
        self, rows: Sequence[DuesRow], change: Callable[[Payment], Payment], label: str
    ) -> None:
        """Change rows as one step that can be undone; what is wrong changes nothing."""
        try:
            after = {row.member_id: change(payment_of(row)) for row in rows}
        except AppError as error:
            self.context.show_error(error)
            return
        self._change_to(after, label)

    def _change_to(self, after: dict[str, Payment], label: str) -> None:
        before = {row.member_id: payment_of(row) for row in self._rows if row.member_id in after}
        if after != before and self.keep(after):
            self.undo_stack.push(KeptStep(label, self.keep, before, after))

    def _search_for(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def _show_rows(self, also: frozenset[str] = frozenset()) -> None:
        key, query = self.chips.key(), self.search.text().strip()
        shown = [
            row
            for row in self._rows
            if (key == ALL or row.member_id in also or (key == PAID) == (row.paid_fen is not None))
            and self._is_found(row, query)
        ]
        self.table.set_rows(shown)

    def _is_found(self, row: DuesRow, query: str) -> bool:
        member = self._members.get(row.member_id)
        return not query or (member is not None and matches(query, member.name, member.pinyin))

    def _show_sums(self) -> None:
        paid = sum(row.paid_fen is not None for row in self._rows)
        unpaid = len(self._rows) - paid
        paid_fen, due_fen = total(self._rows), sum(row.due_fen for row in self._rows)
        self.chips.set_chips(
            [(ALL, "全部", len(self._rows)), (UNPAID, "未交", unpaid), (PAID, "已交", paid)]
        )
        self.sums.setText(
            f"应交 {yuan(due_fen)} 元　实交 {yuan(paid_fen)} 元（{capitals(paid_fen)}）"
        )
        day = short_date(self._pay_day)
        self.head.set_subtitle(f"打勾：{day}现金足额交纳；不一样的，点格子改。")
        self.pay_button.setEnabled(any(row.paid_fen is None and row.due_fen for row in self._rows))
        self.print_button.setVisible(bool(self._rows))
        self._stack.setCurrentIndex(0 if self._rows else 1)

    def _day_of_payment(self) -> date:
        """Return the day of the month's theme day, where the money is collected, else today."""
        meetings = self.context.services.meetings.of_month(self.month)
        days = [day_of(one) for one in meetings if THEME_DAY in one.kinds]
        return next((day for day in days if day is not None), clock.today())


def _money(amount_fen: int | None) -> str:
    return "" if amount_fen is None else yuan(amount_fen)


def _rate(row: DuesRow) -> str:
    if row.rate is not None:
        return percent(row.rate)
    return "未核定" if not row.due_fen else "定额"
