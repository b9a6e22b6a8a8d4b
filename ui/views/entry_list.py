"""The entries of one fill-in page in a year, as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.manual.page import FillPage
from app.records import Entry
from app.rules.entries import called, filed_on, missing
from app.rules.results import result_of
from app.rules.texts import short_date
from ui.widgets.empty_state import EmptyState
from ui.widgets.table_model import Column
from ui.widgets.tables import RecordTable


class EntryList(QWidget):
    """`entry_opened` carries the key of an entry, `new_wanted` nothing."""

    entry_opened = Signal(str)
    new_wanted = Signal()

    def __init__(self, name_of: Callable[[str | None], str]) -> None:
        super().__init__()
        self._page: FillPage | None = None
        self._name_of = name_of
        self.table: RecordTable[Entry] = RecordTable(
            (
                Column("日期", self._day, width_px=104, sort=self._sorted_day),
                Column("内容", self._called, width_px=160, stretch=3),
                Column("还缺", self._missing, width_px=120, stretch=1, rank=1),
            ),
            lambda entry: entry.id,
            name="已填的页",
            sortable=True,
        )
        self.table.row_opened.connect(self.entry_opened)
        self.empty = EmptyState("", "新增", self.new_wanted.emit, icon="file-text")
        table = QWidget()
        inside = QVBoxLayout(table)
        inside.setContentsMargins(12, 0, 12, 12)
        inside.addWidget(self.table)
        self._stack = QStackedLayout(self)
        self._table_room = table
        self._stack.addWidget(table)
        self._stack.addWidget(self.empty)

    def show_entries(self, page: FillPage, entries: Sequence[Entry]) -> None:
        """Show the entries of a page; the chosen one stays chosen."""
        self._page = page
        self.table.set_rows(entries)
        self.empty.set_sentence(f"这一年还没有{page.title}。{page.hint}")
        self._stack.setCurrentWidget(self._table_room if entries else self.empty)

    def focus_list(self) -> None:
        """Put the keyboard into the table, or onto the button of the empty list."""
        if self._stack.currentWidget() is self.empty:
            self.empty.button.setFocus()
            return
        if not self.table.currentIndex().isValid():
            self.table.step(1)
        self.table.setFocus()

    def choose(self, entry_id: str) -> None:
        """Choose an entry without telling anybody."""
        self.table.choose(entry_id)

    def step(self, by: int) -> None:
        """Go to the entry above or below."""
        self.table.step(by)

    def current_key(self) -> str:
        """Return the key of the entry chosen."""
        return self.table.current_key()

    def _day(self, entry: Entry) -> str:
        day = filed_on(self._shown_page(), entry)
        return short_date(day) if day else ""

    def _sorted_day(self, entry: Entry) -> str:
        return str(filed_on(self._shown_page(), entry) or "")

    def _called(self, entry: Entry) -> str:
        name, result = called(self._shown_page(), entry, self._name_of), result_of(entry)
        return f"{name}　{result}" if result and result not in name else name

    def _missing(self, entry: Entry) -> str:
        return "、".join(missing(self._shown_page(), entry.values))

    def _shown_page(self) -> FillPage:
        assert self._page is not None
        return self._page
