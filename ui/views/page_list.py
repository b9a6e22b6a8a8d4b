"""The fill-in pages of an area, with how many entries each has in the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.manual.page import FillPage
from ui import theme
from ui.widgets.table_model import Column
from ui.widgets.tables import RecordTable

WIDTH_PX = 284


class PageList(QWidget):
    """`page_chosen` carries the key of a page one came to, `page_opened` that of one to fill in."""

    page_chosen = Signal(str)
    page_opened = Signal(str)

    def __init__(self, pages: Sequence[FillPage]) -> None:
        super().__init__()
        self._counts: Mapping[str, int] = {}
        self.table: RecordTable[FillPage] = RecordTable(
            (
                Column("手册页", lambda page: page.title, width_px=120, stretch=1),
                Column("已填", self._count, width_px=48, numeric=True),
            ),
            lambda page: page.key,
            name="手册页",
        )
        self.table.set_rows(pages)
        self.table.row_chosen.connect(self.page_chosen)
        self.table.row_opened.connect(self.page_opened)
        self.table.clicked.connect(
            lambda index: self.page_opened.emit(self.table.shown_keys()[index.row()])
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 0, 12)
        layout.addWidget(self.table)
        self.setFixedWidth(theme.px(WIDTH_PX))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many entries each page has, by its key."""
        self._counts = counts
        self.table.rows_model.refresh()

    def choose(self, key: str) -> None:
        """Choose a page without telling anybody."""
        self.table.choose(key)

    def _count(self, page: FillPage) -> str:
        count = self._counts.get(page.key, 0)
        return str(count) if count else ""
