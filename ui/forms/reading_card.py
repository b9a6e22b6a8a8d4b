"""What a branch recites article by article beside the shipped lists (诵读清单)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QHBoxLayout

from app.errors import AppError, InvalidInputError
from app.rules.reading import shipped_lists
from ui import theme
from ui.forms.row_tools import RowTools
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import NumberField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.line_field import LineField
from ui.widgets.table_model import Column
from ui.widgets.tables import ROW_PX, RecordTable

if TYPE_CHECKING:
    from ui.context import Context

_FRAME_PX = 2
Added = tuple[str, int]
_SHIPPED_WORDS = "、".join(f"《{one.title}》" for one in shipped_lists())


class ReadingCard(Card):
    """Title and number of articles of each list; every change is kept at once and undone."""

    def __init__(self, context: Context, stack: QUndoStack) -> None:
        super().__init__(
            "诵读清单",
            f"{_SHIPPED_WORDS}已经在里面。还按条诵读别的文件的，在这里加上名称和条数。",
        )
        self._context = context
        self._stack = stack
        self._added: tuple[Added, ...] = ()
        columns: list[Column[Added]] = [
            Column("名称", lambda one: one[0], 160, 3, edit=self._edit_title),
            Column("条数", lambda one: str(one[1]), 80, numeric=True, edit=self._edit_last),
        ]
        self.table: RecordTable[Added] = RecordTable(columns, lambda one: one[0], name="诵读清单")
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_button())
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        self.title_field, self.last_field = LineField("文件名称"), NumberField(999)
        grid = FieldGrid(columns=2)
        grid.add("名称", self.title_field)
        grid.add("条数", self.last_field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(grid, 1)
        self.add_button = button("加入", self.add, icon="plus")
        self.add_button.setAccessibleName("加入诵读清单")
        row.addWidget(RowTools(self.add_button))
        self.remove_button = button("删除这份清单", self.remove, icon="trash-2")
        self.body.addWidget(self.table)
        self.body.addLayout(row)
        self.body.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self) -> None:
        """Read the lists again."""
        self._added = tuple(self._context.services.reading.own_lists())
        self.table.set_rows(self._added)
        self.table.setFixedHeight(theme.px(ROW_PX) * (len(self._added) + 1) + _FRAME_PX)
        self.table.setVisible(bool(self._added))
        self._show_button()

    def add(self) -> None:
        """Add the list that was filled in."""
        self.last_field.commit()
        last = self.last_field.number()
        if last is None:
            self._context.show_error(InvalidInputError("还没有填写条数，请填写后再加入。"))
            self.last_field.setFocus()
            return
        if self._change("添加诵读清单", (*self._added, (self.title_field.text().strip(), last))):
            self.title_field.set_text("")
            self.last_field.set_number(None)
            self.title_field.setFocus()

    def remove(self) -> None:
        """Take the chosen list out; what was read stays in the records."""
        key = self.table.current_key()
        if key:
            self._change("删除诵读清单", [one for one in self._added if one[0] != key])

    def _edit_title(self, chosen: Added, text: str) -> None:
        self._replace(chosen, (text.strip(), chosen[1]))

    def _edit_last(self, chosen: Added, text: str) -> None:
        typed = unicodedata.normalize("NFKC", text).strip()
        if typed.isascii() and typed.isdigit():
            self._replace(chosen, (chosen[0], int(typed)))
        else:
            self._context.show_error(InvalidInputError(f"“{text}”不是条数，请填一个整数。"))

    def _replace(self, chosen: Added, wanted: Added) -> None:
        if self._change("修改诵读清单", [wanted if one == chosen else one for one in self._added]):
            self.table.choose(wanted[0])

    def _change(self, label: str, added: Sequence[Added]) -> bool:
        before, after = self._added, tuple(added)
        if not self._keep(after):
            return False
        self._stack.push(KeptStep(label, self._keep, before, after))
        return True

    def _keep(self, wanted: tuple[Added, ...]) -> bool:
        try:
            self._context.services.reading.put_own_lists(wanted)
        except AppError as error:
            self._context.show_error(error)
            return False
        tell_saved(self._context)
        self.load()
        return True

    def _show_button(self) -> None:
        self.remove_button.setVisible(bool(self._added))
        self.remove_button.setEnabled(bool(self.table.current_key()))
